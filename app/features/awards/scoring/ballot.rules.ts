/** round_half_up(x · 10^k), an integer: what is compared and stored. */
export const units = (value: number, places = 2): number => Math.floor(value * 10 ** places + 0.5 + 1e-9);

/** A criterion as scores are counted with it. */
export interface Criterion {
  id: string;
  /** Of 100 over the category; only the proportions matter. */
  weight: number;
  maximum: number;
  step: number;
  required: boolean;
}

/** One member's sheet for one nomination, as it is kept. */
export interface Sheet {
  memberId: string;
  nominationId: string;
  submitted: boolean;
  abstained: boolean;
  /** The conflict predicate says so now; a ballot that was cast before is kept and not counted. */
  recused: boolean;
  /** Scores by criterion; what was left blank is not there. */
  scores: ReadonlyMap<string, number>;
}

/** A score that counts: between 0 and the maximum, on the step. */
export function scoreRefusal(criterion: Criterion, value: number): "above-maximum" | "below-zero" | "off-step" | null {
  if (value < 0) return "below-zero";
  if (value > criterion.maximum) return "above-maximum";
  const steps = value / criterion.step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? null : "off-step";
}

/** The required criteria that a sheet has not answered. */
export const unanswered = (criteria: readonly Criterion[], scores: ReadonlyMap<string, number>): Criterion[] =>
  criteria.filter(({ id, required }) => required && !scores.has(id));

/** formulas.md 1: submitted, not recused, not abstained, every required criterion scored. */
export const isValid = (criteria: readonly Criterion[], sheet: Sheet): boolean =>
  sheet.submitted &&
  !sheet.recused &&
  !sheet.abstained &&
  sheet.scores.size > 0 &&
  unanswered(criteria, sheet.scores).length === 0;

/** 100 · Σ w·(s/max) / Σ w over the answered criteria; null when none that weighs anything was answered. */
export function rawScore(criteria: readonly Criterion[], scores: ReadonlyMap<string, number>): number | null {
  let sum = 0;
  let weights = 0;
  for (const { id, weight, maximum } of criteria) {
    const score = scores.get(id);
    if (score === undefined) continue;
    sum += weight * (score / maximum);
    weights += weight;
  }
  return weights > 0 ? (100 * sum) / weights : null;
}
