import type { EventState } from "~/features/events/rules";
import type { Answer } from "../rules";

export const mailingKinds = ["invitation", "moved", "cancelled", "details"] as const;
export type MailingKind = (typeof mailingKinds)[number];

/**
 * Whom an invitation is meant for: "new" has had none yet, "silent" has had one and has not answered, "chosen" is
 * whoever was ticked, invited before or not.
 */
export const audiences = ["new", "silent", "chosen"] as const;
export type Audience = (typeof audiences)[number];

/** What a mailing needs to know of a person on the list. */
export interface Addressee {
  standsInForId: string | null;
  email: string | null;
  answer: Answer;
  invitedAt: Date | null;
  withdrawnAt: Date | null;
  bouncedAt: Date | null;
}

export const exclusions = [
  "no-address",
  "bounced",
  "already-invited",
  "not-invited",
  "answered",
  "declined",
  "sent-substitute",
  "withdrawn",
] as const;
/** Why someone does not get a letter. */
export type Exclusion = (typeof exclusions)[number];

/** True when this letter goes to this person, else why not. */
export function getsLetter(kind: MailingKind, who: Addressee, to: Audience = "new"): true | Exclusion {
  if (who.withdrawnAt) return "withdrawn";
  // Whoever sent a substitute has handed the matter over: letters go to the one who comes.
  if (who.answer === "substitute") return "sent-substitute";
  if (kind === "invitation" && who.answer !== "none") return "answered";
  if (!who.email) return "no-address";
  if (who.bouncedAt) return "bounced";
  if (kind === "invitation") {
    if (to === "new" && who.invitedAt) return "already-invited";
    return to === "silent" && !who.invitedAt ? "not-invited" : true;
  }
  if (!who.invitedAt) return "not-invited";
  // A new date may suit those who could not come to the old one; a cancelled day does not concern them.
  return who.answer === "no" && kind !== "moved" ? "declined" : true;
}

export type InviteRefusal = "draft" | "closed" | "over" | "date-open";

/** Why invitations cannot leave for an event in this state, or true. */
export function canInvite(
  event: { state: EventState; dateOpen: boolean; startsAt: Date },
  now: Date,
): true | InviteRefusal {
  if (event.state === "draft") return "draft";
  if (event.state === "cancelled" || event.state === "finished") return "over";
  if (event.dateOpen || event.state === "postponed") return "date-open";
  if (event.startsAt <= now) return "over";
  return event.state === "open" ? true : "closed";
}

/** Letters written in one transaction: small enough that nobody's answer waits noticeably for them. */
export const portion = 25;

/** How many people are left out for each reason, the commonest first. */
export function countReasons(excluded: readonly { reason: Exclusion }[]): { reason: Exclusion; people: number }[] {
  return exclusions
    .map((reason) => ({ reason, people: excluded.filter((one) => one.reason === reason).length }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people);
}
