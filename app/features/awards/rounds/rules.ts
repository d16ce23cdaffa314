import type { Localized } from "~/web/localized";
import type { AwardForm, FileKind, NomineeKind, VoteBase } from "../terms.rules";
import type { ScoreAggregate } from "../scoring/rules";
import type { WishedAdjustment } from "../scoring/adjustment.rules";
import { calendarFault, type Phase } from "./phases.rules";

export interface CriterionContent {
  /** Of a criterion that stands already. */
  id: string | null;
  title: Localized;
  /** Whole percent of the category. */
  weight: number;
  maximum: number;
  step: number;
  required: boolean;
}

export interface CategoryContent {
  title: Localized;
  guidance: Localized | null;
  forms: AwardForm[];
  nomineeKinds: NomineeKind[];
  requiredFiles: FileKind[];
  quota: number | null;
  quotaPerUnit: number | null;
  minimumScore: number | null;
  aggregate: ScoreAggregate;
  adjustment: WishedAdjustment;
  blind: boolean;
  rivalsLeave: boolean;
  judgesPerNomination: number | null;
  secret: boolean;
  thresholdPercent: number;
  overHalf: boolean;
  voteBase: VoteBase;
  writtenVotes: boolean;
  criteria: CriterionContent[];
}

export const weightSum = (criteria: readonly { weight: number }[]): number =>
  criteria.reduce((sum, { weight }) => sum + weight, 0);

export type CategoryFault =
  | "no-criteria"
  | "bad-weight"
  | "weights"
  | "no-form"
  | "no-kind"
  | "bad-scale"
  | "threshold";

/** What is wrong with a category, or null. "weights": they do not sum to 100. */
export function categoryFault(content: CategoryContent): CategoryFault | null {
  const { criteria, forms, nomineeKinds: kinds, thresholdPercent } = content;
  if (forms.length === 0) return "no-form";
  if (kinds.length === 0) return "no-kind";
  if (criteria.length === 0) return "no-criteria";
  if (criteria.some(({ weight }) => !Number.isInteger(weight) || weight < 1)) return "bad-weight";
  if (criteria.some(({ maximum, step }) => maximum < 1 || step <= 0 || step > maximum)) return "bad-scale";
  if (weightSum(criteria) !== 100) return "weights";
  return thresholdPercent < 1 || thresholdPercent > 100 ? "threshold" : null;
}

export interface RoundWhole {
  phases: readonly Phase[];
  categories: readonly { criteria: readonly { weight: number }[] }[];
  members: readonly { role: string }[];
}

/** What a draft still lacks before it can be called out, in the order in which it is made up. */
export const roundLacks = ["category", "weights", "calendar", "nomination", "chair"] as const;
export type RoundLack = (typeof roundLacks)[number];

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

/** What still may be put right after the call; without a chair or a vote's date a round can be called out. */
export const mayPublish = (lacks: readonly RoundLack[]): boolean => lacks.every((lack) => lack === "chair");

/** A moment moved to the same day and clock of another year; 29 February becomes 28. */
export function inYear(instant: Date, years: number): Date {
  const moved = new Date(instant);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  if (moved.getUTCMonth() !== instant.getUTCMonth()) moved.setUTCDate(0);
  return moved;
}
