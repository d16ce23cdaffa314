import type { Localized } from "~/web/localized";
import type { WishedAdjustment } from "../scoring/adjustment.rules";
import type { ScoreAggregate } from "../scoring/rules";
import type { AwardForm, FileKind, NomineeKind, VoteBase } from "../terms.rules";

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

/** In percent; 100 in a category that is right. */
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
