import { type Actor, may } from "~/features/accounts/rules";
import type { Localized } from "~/web/localized";
import { addressPart } from "~/web/text";
import { addDays, dayOf, instantOf } from "~/web/time";

export const eventKinds = [
  "launch",
  "review-conference",
  "ceremony",
  "class",
  "site-visit",
  "meeting",
  "seminar",
  "consultation",
  "festival",
  "other",
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStates = ["draft", "open", "closed", "running", "finished", "postponed", "cancelled"] as const;
export type EventState = (typeof eventStates)[number];

/** What a person may do with an event as a whole. */
export const eventSteps = ["open", "close", "reopen", "start", "finish", "resume", "postpone", "cancel"] as const;
export type EventStep = (typeof eventSteps)[number];

/** The part of an event that its clock and its state are read from. */
export interface EventTimes {
  state: EventState;
  startsAt: Date;
  endsAt: Date;
  /** Postponed with no new date yet: the dates are the old ones. */
  dateOpen: boolean;
  replyBy: Date | null;
}

/** From where each step may be taken, and where it leads. Postponing to a known date opens the list again. */
export const eventTransitions: Record<EventStep, { from: readonly EventState[]; to: EventState }> = {
  open: { from: ["draft"], to: "open" },
  close: { from: ["open"], to: "closed" },
  reopen: { from: ["closed"], to: "open" },
  start: { from: ["open", "closed"], to: "running" },
  finish: { from: ["running"], to: "finished" },
  // A press of "finished" by mistake must not end the day.
  resume: { from: ["finished"], to: "running" },
  postpone: { from: ["open", "closed", "postponed"], to: "postponed" },
  cancel: { from: ["draft", "open", "closed", "running", "postponed"], to: "cancelled" },
};

export const mayStep = (event: Pick<EventTimes, "state">, step: EventStep): boolean =>
  eventTransitions[step].from.includes(event.state);

export type Next = "open" | "list" | "invite" | "remind" | "close" | "test-lines" | "start" | "finish" | "postpone";

const hour = 3600_000;
/** The doors may be opened a day early, for rehearsals; earlier it is a slip of the hand. */
export const mayStartFrom = (event: Pick<EventTimes, "startsAt">): Date =>
  new Date(event.startsAt.getTime() - 24 * hour);

/** How many are on the list without an invitation, invited in all, and invited without an answer. */
export interface ListCounts {
  notInvited: number;
  invited: number;
  silent: number;
}

/** The one obvious thing to do next with an event at a moment; null when there is nothing left to do but wait. */
export function nextStep(event: EventTimes, counts: ListCounts, now: Date): Next | null {
  const soon = event.startsAt.getTime() - now.getTime() <= 2 * hour;
  if (event.state === "draft") return "open";
  if (event.state === "open") return soon ? "start" : event.replyBy && event.replyBy <= now ? "close" : toAsk(counts);
  if (event.state === "closed") return soon ? "start" : "test-lines";
  if (event.state === "running") return "finish";
  return event.state === "postponed" ? "postpone" : null;
}

/** While answers are taken: first a list, then invitations to all of it, then a word to the silent. */
const toAsk = ({ notInvited, invited, silent }: ListCounts): Next | null =>
  notInvited > 0 ? "invite" : invited === 0 ? "list" : silent > 0 ? "remind" : null;

/** Guests' answers are taken: registration is open, the day is known and has not begun. */
export const isListOpen = (event: EventTimes, now: Date): boolean => canAnswer(event, now) === true;

export type AnswerRefusal = "draft" | "closed" | "started" | "finished" | "postponed" | "cancelled";

/** Whether a guest may answer or change an answer now. The reply-by date asks, only the closing of the list ends. */
export function canAnswer(event: EventTimes, now: Date): true | AnswerRefusal {
  if (event.state === "running") return "started";
  if (event.state !== "open") return event.state;
  if (event.dateOpen) return "postponed";
  return event.startsAt <= now ? "started" : true;
}

/** Over by the clock or by word. */
export const isPast = (event: EventTimes, now: Date): boolean =>
  event.state === "finished" || (!event.dateOpen && event.endsAt <= now);

/** The public page and the calendars show it. */
export const isShownToAll = (event: { isPublic: boolean; state: EventState }): boolean =>
  event.isPublic && event.state !== "draft";

/** People have been told, or may have been: what changes now must be said. */
export const isAnnounced = (event: Pick<EventTimes, "state">): boolean => event.state !== "draft";

/** Whole minutes from start to end. */
export const eventMinutes = (event: { startsAt: Date; endsAt: Date }): number =>
  Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / 60_000);

export const agendaMinutes = (items: readonly { minutes: number }[]): number =>
  items.reduce((sum, item) => sum + item.minutes, 0);

/** Minutes the agenda runs over the event's length; negative when time is left. */
export const agendaExcess = (items: readonly { minutes: number }[], event: { startsAt: Date; endsAt: Date }): number =>
  agendaMinutes(items) - eventMinutes(event);

/** The agenda with the instant at which each item begins and ends, one after the other from the event's start. */
export function agendaClock<Item extends { minutes: number }>(items: readonly Item[], startsAt: Date) {
  let at = startsAt.getTime();
  return items.map((item) => {
    const from = new Date(at);
    at += item.minutes * 60_000;
    return { ...item, from, to: new Date(at) };
  });
}

/** When reminders leave: whole days before the reply-by date and before the start, at a wall clock of the event's zone. */
export interface ReminderPlan {
  silentDaysBefore: number[];
  comingDaysBefore: number[];
  clock: string;
}

export const defaultReminders: ReminderPlan = { silentDaysBefore: [7, 3, 1], comingDaysBefore: [1], clock: "08:00" };

/** The plan with each day once, the farthest first; days that cannot be are left out. */
export function tidyReminders(plan: ReminderPlan): ReminderPlan {
  const days = (list: number[]) =>
    [...new Set(list)].filter((n) => Number.isInteger(n) && n >= 0 && n <= 90).sort((a, b) => b - a);
  return { ...plan, silentDaysBefore: days(plan.silentDaysBefore), comingDaysBefore: days(plan.comingDaysBefore) };
}

/** Until when a day of replies runs where nobody says a clock. */
export const endOfOffice = "17:00";

/** Three days before the start at 17:00, or nearer when that has passed; null when no such moment is left. */
export function defaultReplyBy(startsAt: Date, zone: string, now: Date): Date | null {
  const day = dayOf(startsAt, zone);
  for (const before of [3, 2, 1]) {
    const at = instantOf(addDays(day, -before), endOfOffice, zone);
    if (at > now && at < startsAt) return at;
  }
  return null;
}

export type TimeRefusal = "ends-before-start" | "lasts-too-long" | "reply-by-after-start";

const longest = 60 * 24 * hour;

/** What is wrong with an event's times, or null. */
export function timesRefused(times: { startsAt: Date; endsAt: Date; replyBy: Date | null }): TimeRefusal | null {
  if (times.endsAt <= times.startsAt) return "ends-before-start";
  if (times.endsAt.getTime() - times.startsAt.getTime() > longest) return "lasts-too-long";
  if (times.replyBy && times.replyBy > times.startsAt) return "reply-by-after-start";
  return null;
}

/** How much of an event a person sees: runs it, reads all of it, looks after one of its points, or its outline only. */
export type Access = "manage" | "read" | "operate" | "outline";

/** Drafts are for those who manage or read the host unit; once announced, every signed-in person sees the outline. */
export function accessTo(
  actor: Actor,
  event: { state: EventState; hostPath: string; hasOwnPoint: boolean },
): Access | null {
  if (may(actor, "events.manage", event.hostPath)) return "manage";
  if (may(actor, "everything.read", event.hostPath) || may(actor, "points.operate", event.hostPath)) return "read";
  if (event.state === "draft") return null;
  return event.hasOwnPoint ? "operate" : "outline";
}

/** What is written down of an event; dates are instants, e-mails come lower-cased. */
export interface EventContent {
  kind: EventKind;
  title: Localized;
  description?: Localized | null;
  hostUnitId: string;
  campaignId?: string | null;
  /** The event this one follows. */
  parentId?: string | null;
  startsAt: Date;
  endsAt: Date;
  replyBy?: Date | null;
  guestsChoosePoint?: boolean;
  invitationNumber?: string;
  composition?: string;
  note?: string;
  contactName?: string;
  contactPhone?: string;
  contactEmail?: string;
  isPublic?: boolean;
}

// PostgreSQL keeps the keys of a json value in an order of its own.
const canonical = (value: unknown): string =>
  JSON.stringify(value && Object.getPrototypeOf(value) === Object.prototype ? Object.entries(value).sort() : value);
/** Whether two stored or typed values say the same; nothing and an empty text do. */
export const same = (a: unknown, b: unknown): boolean => canonical(a || null) === canonical(b || null);

/** A short mark of some values, to see whether somebody changed them between showing a form and taking it. */
export function markOf(values: unknown): string {
  let hash = 0xcbf29ce484222325n;
  for (const sign of JSON.stringify(values) ?? "") {
    hash = BigInt.asUintN(64, (hash ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(36);
}

/** The part of a public address made from a title: "Lễ kỷ niệm 10/10" → "le-ky-niem-10-10". */
export const slugOf = (title: string): string => addressPart(title, 60) || "event";

/** The field of the event form that a refused write is about. */
export const refusedField = (reason: string): string => fieldOfRefusal[reason] ?? "form";

const fieldOfRefusal: Record<string, string> = {
  "ends-before-start": "to",
  "lasts-too-long": "endDay",
  "reply-by-after-start": "replyDay",
  "in-past": "day",
  "same-date": "day",
  "not-allowed": "hostUnitId",
  "no-such-unit": "hostUnitId",
  "no-such-campaign": "campaignId",
  "no-such-parent": "parentId",
};
