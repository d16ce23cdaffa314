import { formatNumber, plural } from "~/web/i18n";
import type { Words } from "./index";

const n = (value: number) => formatNumber(value, "en");
const people = (count: number) => plural("en", count, { one: "1 person", other: `${n(count)} people` });
const letters = (count: number) => plural("en", count, { one: "1 letter", other: `${n(count)} letters` });

export const en: Words = {
  title: "Send invitations",
  lead: "See who gets a letter, who does not and why, read the letter as it will look, then send. Nothing leaves before you press.",
  audience: "To",
  audiences: {
    new: "Those not invited yet",
    silent: "Again to those who have not answered",
    chosen: "The people you ticked",
  },
  gets: (count) => plural("en", count, { one: "1 person gets a letter", other: `${n(count)} people get a letter` }),
  getsNot: (count) => plural("en", count, { one: "1 person gets none", other: `${n(count)} people get none` }),
  nobody: "Nobody to send to",
  nobodyText: {
    new: "Everybody with an address has been invited. Add people to the list, or write again to those who have not answered.",
    silent: "Nobody has been invited yet, or everybody invited has answered.",
    chosen: "None of the people you ticked can get the letter, for the reasons given here.",
  },
  reasons: {
    "no-address": "No e-mail address",
    bounced: "Earlier letters came back",
    "already-invited": "Invited already",
    "not-invited": "Never invited yet",
    answered: "Have answered",
    declined: "Have declined",
    "sent-substitute": "Have sent a substitute",
    withdrawn: "Taken off the list",
  },
  advice: {
    "no-address": "Invite them by telephone and note the answer on each person's page, or add an address.",
    bounced: "Ask for the right address and correct it on each person's page.",
    "already-invited": "",
    "not-invited": "Send their first invitation under “Those not invited yet”.",
    answered: "",
    declined: "",
    "sent-substitute": "",
    withdrawn: "",
  },
  andMore: (count) => `and ${n(count)} more`,
  showAll: "See them in the list",

  note: "A note in the letter",
  noteHint: "Stands apart in the invitation. Left empty, the event's own note is printed.",
  look: "See the letter with this note",
  letter: "The letter as it will look",
  letterFor: (name) =>
    `The copy for ${name}. Each person gets it in their own language, with their name, position and link.`,
  subject: "Subject",
  asText: "As text",
  paper: "Open the letter as its reader sees it",
  send: (count) =>
    plural("en", count, {
      one: "Send the invitation to 1 delegate",
      other: `Send invitations to ${n(count)} delegates`,
    }),
  sendAgain: (count) =>
    plural("en", count, {
      one: "Send the invitation again to 1 delegate",
      other: `Send invitations again to ${n(count)} delegates`,
    }),
  tooLong: "The note is longer than 1,000 characters. Please shorten it.",

  refusals: {
    draft: "The event is still a draft. Open registration first, then send invitations.",
    closed: "The list is closed, so no invitations can be sent. Open the list again to invite more people.",
    over: "The event has begun, is over or is cancelled.",
    "date-open": "The event is postponed without a new date. Set the date, then send invitations.",
    nobody: "Nobody is left to send to: everybody has just been invited or has answered.",
    "under-way": "The letters of the last press are still being written. Wait a few minutes, then send.",
    "not-found": "Not sent. Please load the page again.",
  },
  openEvent: "Go to the event",

  history: "Sent so far",
  kinds: {
    invitation: "Invitation",
    moved: "New date",
    cancelled: "Cancelled",
    details: "Change",
  },
  at: "At",
  by: "Sent by",
  what: "Letter",
  letters: "To",
  leftOut: "Left out",
  state: "State",
  writing: "Being written",
  written: "Written",
  clock: "The system",

  progress: (done, total) => `${n(done)} of ${letters(total)} written`,
  progressText:
    "The letters are written one after the other and then leave. You may go on to another page; the sending continues.",
  doneTitle: (count) => `${letters(count)} written`,
  doneText: "The letters leave in turn. The Letters page tells which have reached the receiving server.",
  passed: (count) => `${people(count)} answered, changed address or left the list before their turn and got no letter.`,
  toLetters: "See the letters",
  back: "Invitations",
  decided: (count) => `Left out, as decided when it was sent: ${people(count)}`,
};
