import { type Phase, type PhaseKind, standingOf } from "./phases.rules";
import { dayOf } from "~/web/time";
import type { RoundState } from "../terms.rules";

/** The letters by which a round asks people for something. */
export const askingMatters = ["call", "silent", "drafts", "score"] as const;
export type AskingMatter = (typeof askingMatters)[number];
export type ReminderKind = Exclude<AskingMatter, "call">;

/** The step that a letter asks somebody to act in. */
export const stepOf = (matter: AskingMatter): PhaseKind => (matter === "score" ? "scoring" : "nomination");

export const whyNotNow = ["draft", "ended", "no-step", "not-begun", "over"] as const;
export type WhyNotNow = (typeof whyNotNow)[number];

/**
 * Why a letter cannot be sent at `now`; null: it can. The call may go out before its step begins; the first one goes with
 * the publication itself.
 */
export function notNow(
  matter: AskingMatter,
  { state, phases }: { state: RoundState; phases: readonly Phase[] },
  now: Date,
): WhyNotNow | null {
  if (state === "draft") return "draft";
  if (state !== "published") return "ended";
  const standing = standingOf(phases, stepOf(matter), now);
  if (standing === "ahead") return matter === "call" ? null : "not-begun";
  return { none: "no-step" as const, open: null, over: "over" as const }[standing];
}

/** A press writes the call to an address once a round, and a reminder once a day of the zone. */
export const isLeftInPeace = (
  matter: AskingMatter,
  hadAt: Date | null,
  { now, zone }: { now: Date; zone: string },
): boolean => hadAt !== null && (matter === "call" || dayOf(hadAt, zone) === dayOf(now, zone));
