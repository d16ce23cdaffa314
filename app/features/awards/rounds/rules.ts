import { weightSum } from "../categories/rules";
import type { Localized } from "~/web/localized";
import type { EligibilityRule } from "../nominations/eligibility.rules";
import type { RoundState } from "../terms.rules";
import { calendarFault, type Phase } from "./phases.rules";

/** Has a round ended, or was it called off? What is in it then stays as it was. */
export const hasEnded = (state: RoundState): boolean => state === "closed" || state === "cancelled";

/** What is said of a round, apart from its parts. */
export interface RoundFacts {
  title: Localized;
  purpose: Localized | null;
  year: number;
  campaignId: string | null;
  /** The plan or the rules that it rests on. */
  documentId: string | null;
  ceremonyEventId: string | null;
  authority: string;
  place: string;
  quorumOf: number;
  quorumIn: number;
  conflictYears: number;
  eligibility: EligibilityRule[];
}

export interface RoundWhole {
  phases: readonly Phase[];
  categories: readonly { criteria: readonly { weight: number }[] }[];
  members: readonly { role: string }[];
}

/** What a draft still lacks before it can be called out, in the order in which it is made up. */
export const roundLacks = ["category", "weights", "calendar", "nomination", "chair"] as const;
export type RoundLack = (typeof roundLacks)[number];

/** What a round lacks, in the order of `roundLacks`. */
export function lacksOf({ phases, categories, members }: RoundWhole): RoundLack[] {
  const lacks: Record<RoundLack, boolean> = {
    category: categories.length === 0,
    weights: categories.some(({ criteria }) => weightSum(criteria) !== 100),
    calendar: calendarFault(phases) !== null,
    nomination: !phases.some(({ kind }) => kind === "nomination"),
    chair: !members.some(({ role }) => role === "chair"),
  };
  return roundLacks.filter((lack) => lacks[lack]);
}

/** May a round that lacks this be called out? A chair can still be seated after the call. */
export const mayPublish = (lacks: readonly RoundLack[]): boolean => lacks.every((lack) => lack === "chair");

/** A moment moved to the same day and clock of another year; 29 February becomes 28. */
export function inYear(instant: Date, years: number): Date {
  const moved = new Date(instant);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  if (moved.getUTCMonth() !== instant.getUTCMonth()) moved.setUTCDate(0);
  return moved;
}
