import { compareVi } from "~/web/text";
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

export const isSame = (a: Judgement, b: Judgement): boolean =>
  a.verdict === b.verdict && a.reason === b.reason && a.newDueOn === b.newDueOn && a.intoTaskId === b.intoTaskId;

/** A verdict as a page showed it. */
export interface SeenVerdict {
  taskId: string;
  verdict: Verdict;
  at: Date;
}

/** The verdicts that a page shows, as its form sends them back; `parseSeen` reads them. */
export const seenText = (shown: readonly SeenVerdict[]): string =>
  shown.map(({ taskId, verdict, at }) => `${taskId}:${verdict}:${at.getTime()}`).join(" ");

/** What was shown, by task. What is not readable was not shown. */
export function parseSeen(text: string): ReadonlyMap<string, SeenVerdict> {
  const shown = new Map<string, SeenVerdict>();
  for (const part of text.split(" ")) {
    const [taskId = "", said, ms = ""] = part.split(":");
    const verdict = verdicts.find((one) => one === said);
    if (verdict && /^\d{1,15}$/.test(ms)) shown.set(taskId, { taskId, verdict, at: new Date(Number(ms)) });
  }
  return shown;
}

export interface UnseenVerdict {
  taskId: string;
  /** What the page showed; null: that nothing was said. */
  was: Verdict | null;
}

/** Which of the verdicts that stand now are others than a person was shown. */
export const unseenVerdicts = (now: readonly SeenVerdict[], seen: ReadonlyMap<string, SeenVerdict>): UnseenVerdict[] =>
  now
    .filter(({ taskId, at }) => seen.get(taskId)?.at.getTime() !== at.getTime())
    .map(({ taskId }) => ({ taskId, was: seen.get(taskId)?.verdict ?? null }));

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
  return [...units.values()].sort((a, b) => b.total - b.reviewed - (a.total - a.reviewed) || compareVi(a.name, b.name));
}
