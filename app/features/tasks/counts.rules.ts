import type { Day } from "~/web/time";
import type { Coloured } from "./colour.rules";
import { dueEnd } from "./dates.rules";
import { equalShare, type Rolled, shareOf } from "./progress.rules";
import { isDone, type TaskState, type TreeTask } from "./rules";
import { treeOf } from "./tree.rules";

/** A plan as far as counting needs it; `findPlan` gives one. */
export interface CountedPlan<T extends TreeTask = TreeTask> {
  tasks: readonly T[];
  rolled: ReadonlyMap<string, Rolled>;
  colours: ReadonlyMap<string, Coloured>;
  today: Day;
}

/** What is known of some tasks by counting them. */
export interface Counts {
  done: number;
  total: number;
  onTime: number;
  late: number;
  red: number;
  amber: number;
  /** Handed in, with the appraiser. */
  waiting: number;
  states: Partial<Record<TaskState, number>>;
}

export const noCounts = (): Counts => ({
  ...{ done: 0, total: 0, onTime: 0, late: 0, red: 0, amber: 0, waiting: 0 },
  states: {},
});

/** The tasks that every figure is made of: without parts, in force, and nothing above them cancelled or carried over. */
export function countedTasks<T extends TreeTask>({ tasks }: Pick<CountedPlan<T>, "tasks">): T[] {
  const tree = treeOf(tasks);
  const counts: boolean[] = [];
  for (const index of tree.order) {
    const parent = tree.parents[index] as number;
    counts[index] = (tree.counts[index] as boolean) && (parent < 0 || (counts[parent] as boolean));
  }
  return tasks.filter((_, index) => counts[index] && !tree.isParent[index]);
}

function add(counts: Counts, { state }: TreeTask, coloured: Coloured | undefined) {
  counts.total += 1;
  counts.states[state] = (counts.states[state] ?? 0) + 1;
  if (isDone(state)) counts.done += 1;
  if (state === "submitted") counts.waiting += 1;
  if (coloured?.colour === "done-on-time") counts.onTime += 1;
  if (coloured?.colour === "done-late") counts.late += 1;
  if (coloured?.colour === "red") counts.red += 1;
  if (coloured?.colour === "amber") counts.amber += 1;
}

/** Counts the counted tasks of a plan by any key; null leaves a task out, a list counts it under each. */
export function countsBy<T extends TreeTask, K>(
  plan: CountedPlan<T>,
  keyOf: (task: T) => K | null | readonly K[],
): Map<K, Counts> {
  const found = new Map<K, Counts>();
  for (const task of countedTasks(plan)) {
    const key = keyOf(task);
    const keys = Array.isArray(key) ? (key as readonly K[]) : key === null ? [] : [key as K];
    for (const one of keys) {
      const counts = found.get(one) ?? noCounts();
      add(counts, task, plan.colours.get(task.id));
      found.set(one, counts);
    }
  }
  return found;
}

/** All counted tasks of a plan together. */
export const countsOf = (plan: CountedPlan): Counts => countsBy(plan, () => "all").get("all") ?? noCounts();

/**
 * The groups that a plan is read by: the topmost, or, where one group holds everything, the groups directly in it. In the
 * order of the plan.
 */
export function pillarsOf<T extends TreeTask>({ tasks }: Pick<CountedPlan<T>, "tasks">): T[] {
  const known = new Set(tasks.map(({ id }) => id));
  let level = tasks.filter(({ parentId }) => parentId === null || !known.has(parentId));
  for (;;) {
    const [only, second] = level;
    if (!only?.isGroup || second) break;
    const below = tasks.filter(({ parentId }) => parentId === only.id);
    if (!below.some(({ isGroup }) => isGroup)) break;
    level = below;
  }
  return level.filter(({ isGroup }) => isGroup);
}

/** For each task the pillar it stands under; absent: none. */
export function pillarOf<T extends TreeTask>(plan: Pick<CountedPlan<T>, "tasks">): Map<string, string> {
  const pillars = new Set(pillarsOf(plan).map(({ id }) => id));
  const tree = treeOf(plan.tasks);
  const found = new Map<string, string>();
  for (const index of tree.order) {
    const task = plan.tasks[index] as T;
    const above = plan.tasks[tree.parents[index] as number];
    const pillar = pillars.has(task.id) ? task.id : above && found.get(above.id);
    if (pillar) found.set(task.id, pillar);
  }
  return found;
}

/** The figure of a whole plan. `equal`: every group weighs the same; null with fewer than two groups that count. */
export function headline(plan: CountedPlan): {
  done: number;
  total: number;
  share: number | null;
  equal: number | null;
} {
  const { done, total } = countsOf(plan);
  const groups = pillarsOf(plan).flatMap(({ id }) => plan.rolled.get(id) ?? []);
  const counting = groups.filter((group) => group.total > 0);
  return { done, total, share: shareOf(done, total), equal: counting.length > 1 ? equalShare(counting) : null };
}

/** The whole plan's progress and what its dates let expect, 0–100, every task weighing as in its group. */
export function wholeProgress(plan: CountedPlan): Pick<Rolled, "progress" | "expected"> {
  const known = new Set(plan.tasks.map(({ id }) => id));
  const top = plan.tasks.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const mean = (figure: "progress" | "expected") => {
    let [sum, weight] = [0, 0];
    for (const task of top) {
      const value = plan.rolled.get(task.id)?.[figure] ?? null;
      if (value === null) continue;
      sum += task.weight * value;
      weight += task.weight;
    }
    return weight > 0 ? sum / weight : null;
  };
  return { progress: mean("progress"), expected: mean("expected") };
}

export const countPeriods = ["month", "quarter", "half-year", "year"] as const;
export type CountPeriod = (typeof countPeriods)[number];

/** First and last day of the period that holds a day. */
export function periodAround(period: CountPeriod, day: Day): { from: Day; to: Day } {
  const year = day.slice(0, 4);
  if (period === "year") return { from: `${year}-01-01`, to: `${year}-12-31` };
  const to = dueEnd(period, day);
  const length = { month: 1, quarter: 3, "half-year": 6 }[period];
  const first = Number(to.slice(5, 7)) - length + 1;
  return { from: `${year}-${String(first).padStart(2, "0")}-01`, to };
}

/** Done / due in the period / total overall, as the provinces' reports write it; `done` is of those due. */
export function dueCounts(plan: CountedPlan, period: CountPeriod) {
  const { from, to } = periodAround(period, plan.today);
  const tasks = countedTasks(plan);
  const due = tasks.filter(({ dueOn }) => dueOn !== null && from <= dueOn && dueOn <= to);
  return { from, to, done: due.filter(({ state }) => isDone(state)).length, due: due.length, total: tasks.length };
}

/** The worst first: the largest part red, then the smallest part done, then the most tasks. */
export const worseFirst = (a: Counts, b: Counts): number =>
  part(b.red, b) - part(a.red, a) || part(a.done, a) - part(b.done, b) || b.total - a.total;

const part = (of: number, { total }: Counts) => (total > 0 ? of / total : 0);
