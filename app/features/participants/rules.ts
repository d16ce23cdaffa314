import { type Actor, may } from "~/features/accounts/rules";
import type { EventTimes } from "~/features/events/rules";
import { canAnswer } from "~/features/events/rules";

export type Answer = "none" | "yes" | "no" | "substitute";

/** The part of a participant that its place in the counts is read from. */
export interface Standing {
  standsInForId: string | null;
  invitedAt: Date | null;
  withdrawnAt: Date | null;
  answer: Answer;
}

export const categories = ["confirmed", "substitute", "declined", "silent", "not-invited"] as const;
/** What an invited person is counted as; a substitute is counted through the person they stand in for. */
export type Category = (typeof categories)[number];

const categoryOfAnswer: Record<Answer, Category> = {
  yes: "confirmed",
  substitute: "substitute",
  no: "declined",
  none: "silent",
};

/** Null for rows outside the counts: substitutes and people taken off the list. An answer given without a letter counts. */
export function categoryOf(row: Standing): Category | null {
  if (row.standsInForId || row.withdrawnAt) return null;
  return row.invitedAt || row.answer !== "none" ? categoryOfAnswer[row.answer] : "not-invited";
}

export interface Counts {
  /** confirmed + substitute + declined + silent */
  invited: number;
  confirmed: number;
  substitute: number;
  declined: number;
  silent: number;
  /** On the list, no letter yet; not part of `invited`. */
  notInvited: number;
  /** People who will come: confirmed + substitute. */
  coming: number;
}

export const noCounts: Counts = {
  invited: 0,
  confirmed: 0,
  substitute: 0,
  declined: 0,
  silent: 0,
  notInvited: 0,
  coming: 0,
};

/** Adds `n` people of one category. */
export function count(counts: Counts, category: Category, n = 1): Counts {
  if (category === "not-invited") return { ...counts, notInvited: counts.notInvited + n };
  const coming = category === "confirmed" || category === "substitute" ? n : 0;
  return {
    ...counts,
    [category]: counts[category] + n,
    invited: counts.invited + n,
    coming: counts.coming + coming,
  };
}

export const sumCounts = (all: Counts[]): Counts =>
  all.reduce(
    (sum, one) => ({
      invited: sum.invited + one.invited,
      confirmed: sum.confirmed + one.confirmed,
      substitute: sum.substitute + one.substitute,
      declined: sum.declined + one.declined,
      silent: sum.silent + one.silent,
      notInvited: sum.notInvited + one.notInvited,
      coming: sum.coming + one.coming,
    }),
    noCounts,
  );

/** True when a point with a limit has no seat left. `taken` counts everyone who comes, substitutes included. */
export const isFull = (capacity: number | null, taken: number): boolean => capacity !== null && taken >= capacity;

/** Staff may note an answer given by telephone after the list is closed, until the event is over. */
export function canStaffAnswer(event: EventTimes, now: Date) {
  if (event.state === "closed" || event.state === "running") return true;
  return canAnswer(event, now);
}

/** An answer holds a seat. */
export const holdsSeat = (row: Pick<Standing, "answer" | "withdrawnAt">): boolean =>
  row.answer === "yes" && row.withdrawnAt === null;

/** Whose list a person stands on: the event's host and the unit they come from. */
export interface Belonging {
  hostPath: string;
  unitPath: string | null;
}

/** The host keeps the whole list; a unit keeps its own people on it. */
export const mayKeepGuest = (actor: Actor, { hostPath, unitPath }: Belonging): boolean =>
  may(actor, "guests.manage", hostPath) || (unitPath !== null && may(actor, "guests.manage", unitPath));

/** Addresses and telephone numbers are for the host and for the person's own unit. */
export const maySeeContacts = (actor: Actor, { hostPath, unitPath }: Belonging): boolean =>
  may(actor, "contacts.read", hostPath) || (unitPath !== null && may(actor, "contacts.read", unitPath));
