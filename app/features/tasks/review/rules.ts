import type { Day } from "~/web/time";

export const verdicts = ["keep", "change", "merge", "drop"] as const;
export type Verdict = (typeof verdicts)[number];

/** What is said of one task in a round. */
export interface Judgement {
  verdict: Verdict;
  reason: string;
  newDueOn: Day | null;
  intoTaskId: string | null;
}

/** Why a judgement is not whole, or null: "no-reason" (all but "keep" say why), "needs-date", "needs-task", "itself". */
export function judgementRefused(taskId: string, { verdict, reason, newDueOn, intoTaskId }: Judgement) {
  if (verdict === "change" && newDueOn === null) return "needs-date";
  if (verdict === "merge" && intoTaskId === null) return "needs-task";
  if (verdict === "merge" && intoTaskId === taskId) return "itself";
  return verdict !== "keep" && reason === "" ? "no-reason" : null;
}

export interface UnitProgress {
  unitId: string;
  name: string;
  reviewed: number;
  total: number;
}

/** How many tasks of each lead unit have been looked at; those with most left come first. */
export function progressOf(
  rows: readonly { leadUnitId: string | null; lead: string | null; verdict: Verdict | null }[],
): UnitProgress[] {
  const units = new Map<string, UnitProgress>();
  for (const { leadUnitId, lead, verdict } of rows) {
    const unitId = leadUnitId ?? "";
    const unit = units.get(unitId) ?? { unitId, name: lead ?? "", reviewed: 0, total: 0 };
    units.set(unitId, { ...unit, total: unit.total + 1, reviewed: unit.reviewed + (verdict ? 1 : 0) });
  }
  return [...units.values()].sort(
    (a, b) => b.total - b.reviewed - (a.total - a.reviewed) || a.name.localeCompare(b.name),
  );
}
