import type { Tx } from "#db/client.server";
import { invitation } from "#emails/invitation";
import { invitationWithdrawn } from "#emails/invitation-withdrawn";
import type { Letter } from "#emails/letter";
import { rsvpConfirmed } from "#emails/rsvp-confirmed";
import { rsvpDeclined } from "#emails/rsvp-declined";
import { rsvpTooLate } from "#emails/rsvp-too-late";
import { substituteInvitation } from "#emails/substitute-invitation";
import { substituteNamed } from "#emails/substitute-named";
import type { EventPoint } from "~/features/events/reads.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { cancelLetters, enqueue } from "~/features/outbox/writes.server";
import {
  addressing,
  calendarOfGuest,
  ensureLink,
  eventInLetters,
  linkOf,
  type Occasion,
  pointInLetters,
  renewLink,
} from "../invitation/letters.server";
import type { Participant } from "../reads.server";
import { askedBy, changesWelcomeUntil, type Substitute } from "./rules";

/** One answer being taken: by whom, on what occasion, through which door. */
export interface Given {
  occasion: Occasion;
  /** The row as it was before the answer. */
  guest: Participant;
  via: "link" | "staff";
  byUserId: string | null;
  /** The living link it came by; null when staff noted it. */
  token: string | null;
  now: Date;
}

/** Letters that an answer overtakes while they still wait: they would ask what is answered, or tell what was before. */
const overtaken = [
  "invitation",
  "substitute-invitation",
  "reply-reminder",
  "event-reminder",
  "rsvp-confirmed",
  "rsvp-declined",
  "rsvp-too-late",
  "substitute-named",
];

export const takeBackOvertaken = (tx: Tx, guest: Participant) =>
  cancelLetters(tx, { recipient: recipientOf.participant(guest.id), kinds: overtaken, by: "answered" });

/** Letters after the start are of no use, nor those to an address that is known to refuse them. */
const canWrite = ({ occasion, via, now }: Given, guest: Participant): boolean =>
  Boolean(guest.email) && occasion.event.startsAt > now && !(guest.bouncedAt && via === "staff");

async function post(
  tx: Tx,
  { occasion, now }: Given,
  guest: Participant,
  kind: string,
  letter: Letter,
  priority: number,
) {
  await enqueue(tx, letter, {
    // Every change of a guest's answer raises the number, so each has its one letter.
    key: `${kind}:${guest.id}:${guest.calendarSequence}`,
    kind,
    topic: topicOf.event(occasion.event.id),
    recipient: recipientOf.participant(guest.id),
    locale: guest.locale,
    sendBy: occasion.event.startsAt,
    priority,
    now,
  });
}

const aboutEvent = (occasion: Occasion, guest: Participant) => ({
  ...addressing(occasion, guest),
  event: eventInLetters(occasion, guest.locale),
});

// The link in hand is alive even where its secret has been retired; a derived one would end it under the guest's eyes.
const linkFor = async (tx: Tx, given: Given, guest: Participant): Promise<string> =>
  given.token && guest.id === given.guest.id ? linkOf(given.token) : (await ensureLink(tx, guest)).link;

/** To a guest who comes: place, time, door code. */
export async function tellConfirmed(tx: Tx, given: Given, guest: Participant, point: EventPoint): Promise<void> {
  if (!canWrite(given, guest)) return;
  const { occasion, now } = given;
  const link = await linkFor(tx, given, guest);
  const letter = rsvpConfirmed({
    ...aboutEvent(occasion, guest),
    point: pointInLetters(point),
    link,
    doorUrl: `${link}#door`,
    doorCode: guest.doorCode,
    calendarUrl: `${link}/event.ics`,
    changeUntil: changesWelcomeUntil(occasion.event, now),
    calendar: calendarOfGuest(occasion, guest, now),
  });
  await post(tx, given, guest, "rsvp-confirmed", letter, 2);
}

/** To a guest who does not come. A substitute's link ends with the answer, so that letter has none. */
export async function tellDeclined(tx: Tx, given: Given, guest: Participant): Promise<void> {
  if (!canWrite(given, guest)) return;
  const { occasion, now } = given;
  const link = guest.standsInForId ? null : await linkFor(tx, given, guest);
  const letter = rsvpDeclined({
    ...aboutEvent(occasion, guest),
    link,
    reasonGiven: guest.declineReason || null,
    changeUntil: link ? changesWelcomeUntil(occasion.event, now) : null,
    calendar: guest.invitedAt ? calendarOfGuest(occasion, guest, now) : null,
  });
  await post(tx, given, guest, "rsvp-declined", letter, 3);
}

/** To the one who was invited: whom they named. Their own link is dead. */
export async function tellHandedOver(
  tx: Tx,
  given: Given,
  guest: Participant,
  named: Substitute,
  point: EventPoint,
): Promise<void> {
  if (!canWrite(given, guest)) return;
  const { occasion, now } = given;
  const letter = substituteNamed({
    ...aboutEvent(occasion, guest),
    point: pointInLetters(point),
    substitute: { name: named.name, position: named.position || null },
    link: null,
    calendar: guest.invitedAt ? calendarOfGuest(occasion, guest, now) : null,
  });
  await post(tx, given, guest, "substitute-named", letter, 3);
}

/** To the substitute: who named them, and a link of their own. */
export async function tellSubstitute(tx: Tx, given: Given, standIn: Participant, point: EventPoint): Promise<void> {
  if (!canWrite(given, standIn)) return;
  const { occasion, guest: principal, now } = given;
  const letter = substituteInvitation({
    ...aboutEvent(occasion, standIn),
    point: pointInLetters(point),
    principal: { name: principal.fullName, position: principal.position || null },
    replyBy: askedBy(occasion.event, now),
    link: (await ensureLink(tx, standIn)).link,
    calendar: calendarOfGuest(occasion, standIn, now),
  });
  await post(tx, given, standIn, "substitute-invitation", letter, 2);
}

/** To a substitute who is no longer needed. */
export async function tellWithdrawn(
  tx: Tx,
  given: Given,
  standIn: Participant,
  because: "principal-attends" | "list-corrected",
): Promise<void> {
  if (!canWrite(given, standIn)) return;
  const { occasion, now } = given;
  const calendar = calendarOfGuest(occasion, standIn, now);
  const letter = invitationWithdrawn({ ...aboutEvent(occasion, standIn), because, calendar });
  await post(tx, given, standIn, "invitation-withdrawn", letter, 3);
}

/** To an invited person whose substitute cannot come: the invitation once more, by a new link. */
export async function tellAskedAgain(tx: Tx, given: Given, principal: Participant, point: EventPoint): Promise<void> {
  const { occasion, guest: standIn, now } = given;
  const { event, points } = occasion;
  const { link } = await renewLink(tx, principal);
  const letter = invitation({
    ...aboutEvent(occasion, principal),
    point: pointInLetters(point),
    replyBy: askedBy(event, now),
    link,
    note: substituteDeclined[principal.locale](standIn.fullName),
    canChoosePoint: event.guestsChoosePoint && points.size > 1,
    calendar: calendarOfGuest(occasion, principal, now),
  });
  await post(tx, given, principal, "invitation", letter, 2);
}

/** Whether `tellAskedAgain` has anybody to write to. */
export const canAskAgain = canWrite;

const substituteDeclined = {
  vi: (name: string) => `${name}, người được cử đi thay, báo không dự được. Kính đề nghị trả lời lại giấy mời này.`,
  en: (name: string) =>
    `${name}, whom you named as your substitute, cannot attend. Please answer this invitation again.`,
  ar: (name: string) => `اعتذر ${name} الذي أوفدتموه بديلاً عنكم. يُرجى الرد على هذه الدعوة من جديد.`,
  hi: (name: string) => `आपके स्थानापन्न ${name} नहीं आ सकेंगे। कृपया इस निमंत्रण का पुनः उत्तर दें।`,
};

/** To a guest who wished for a seat where none is left: what there is. Once for each place and state of the answer. */
export async function tellFull(
  tx: Tx,
  given: Given,
  point: EventPoint,
  offers: { name: string; seats: number | null }[],
): Promise<void> {
  const { occasion, guest, via, now } = given;
  // Staff are on the telephone with the guest: nothing to write.
  if (via === "staff" || !canWrite(given, guest)) return;
  const letter = rsvpTooLate({
    ...aboutEvent(occasion, guest),
    point: pointInLetters(point),
    because: "full",
    offers: offers.slice(0, 5),
    link: await linkFor(tx, given, guest),
  });
  await enqueue(tx, letter, {
    key: `rsvp-too-late:${guest.id}:${point.id}:${guest.calendarSequence}`,
    kind: "rsvp-too-late",
    topic: topicOf.event(occasion.event.id),
    recipient: recipientOf.participant(guest.id),
    locale: guest.locale,
    sendBy: occasion.event.startsAt,
    priority: 3,
    now,
  });
}
