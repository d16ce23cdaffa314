import { addDays } from "date-fns";
import { type AnswerRefusal, canAnswer, type EventState, type EventTimes, isPast } from "~/features/events/rules";

const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/**
 * Eight signs for the door, without look-alikes (0 O 1 I L), made from the row's random id: read out when a camera
 * fails. Unique within an event by the table's index; at 10,000 guests two alike are a matter of one in ten thousand.
 */
export function newDoorCode(id: string): string {
  const hex = id.replace(/-/g, "").slice(-16);
  // Long division by hand: a list of 100,000 would spend seconds in BigInt.
  let [high, low] = [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8), 16)];
  let code = "";
  for (let i = 0; i < 8; i += 1) {
    const rest = (high % alphabet.length) * 2 ** 32 + low;
    code += alphabet[rest % alphabet.length];
    high = Math.floor(high / alphabet.length);
    low = Math.floor(rest / alphabet.length);
  }
  return code;
}

export const wishes = ["yes", "no", "substitute"] as const;

/** The person somebody sends in their place. */
export interface Substitute {
  name: string;
  position: string;
  /** One plain address, lower case; with `phone` "" it is never null. */
  email: string | null;
  /** E.164 or "". */
  phone: string;
}

/** What a guest wants to answer. */
export type Wish =
  | { answer: "yes"; pointId?: string }
  | { answer: "no"; reason?: string }
  | { answer: "substitute"; substitute: Substitute };

export type AnswerRefused = {
  ok: false;
  reason:
    | "not-found"
    | "full"
    | "point-not-offered"
    | "already-at-point"
    | "already-a-substitute"
    | "already-invited"
    | AnswerRefusal;
  /** The point that is full. */
  point?: string;
  /** Points that still have seats, where the guest may choose; `seats` null has no limit. */
  offers?: { id: string; name: string; seats: number | null }[];
};

export type Answered = {
  ok: true;
  answer: Wish["answer"];
  /** False when everything stood so already. */
  changed: boolean;
  participantId: string;
  /** The guest's link died with this answer: the matter is in other hands. */
  linkEnded: boolean;
  substituteId?: string;
};

/** The same person named again: a second press of one button, not a second substitute. */
export const isSameSubstitute = (
  known: { fullName: string; position: string; email: string | null; phone: string },
  named: Substitute,
): boolean =>
  known.fullName === named.name &&
  known.position === named.position &&
  known.email === named.email &&
  known.phone === named.phone;

/** Personal links outlive the event by a week, for those who look for the place or the papers afterwards. */
export const daysLinksOutlive = 7;

/** Whether the guests' links of an event open anything at all. */
export const linksLive = (event: EventTimes, now: Date): boolean =>
  event.state !== "draft" && (event.dateOpen || now < addDays(event.endsAt, daysLinksOutlive));

/** Until when a change of mind can be promised: the list may be closed any time after the reply-by date. */
export function changesWelcomeUntil(event: EventTimes, now: Date): Date | null {
  const until = event.replyBy ?? event.startsAt;
  return now < until ? until : null;
}

/** The reply-by date while it is ahead: one that has passed is not asked for again. */
export const askedBy = (event: Pick<EventTimes, "replyBy">, now: Date): Date | null =>
  event.replyBy && now < event.replyBy ? event.replyBy : null;

/** Where an event stands for someone who holds a link: open for answers, or why not. */
export type Stage = "open" | AnswerRefusal;

export function stageOf(event: EventTimes, now: Date): Stage {
  const overBy: EventState[] = ["open", "closed", "running"];
  if (overBy.includes(event.state) && isPast(event, now)) return "finished";
  const allowed = canAnswer(event, now);
  return allowed === true ? "open" : allowed;
}

/** The door asks for the code from the answer until the end of the day. */
export const opensDoor = (guest: { answer: string }, stage: Stage): boolean =>
  guest.answer === "yes" && (stage === "open" || stage === "closed" || stage === "started");

/** Which answer the page gets ready: the one asked for in the address, where it is still taken and not given already. */
export function stepOf(
  asked: string | null | undefined,
  stage: Stage,
  guest: { answer: string; isStandIn: boolean; choosesPoint: boolean },
): Wish["answer"] | null {
  const wish = wishes.find((known) => known === asked);
  if (!wish || stage !== "open") return null;
  if (wish === "substitute" && guest.isStandIn) return null;
  return wish === "yes" && guest.answer === "yes" && !guest.choosesPoint ? null : wish;
}

/** A link ended by its own answer is recognized so long when the same button is pressed twice. */
export const secondPressMinutes = 15;
