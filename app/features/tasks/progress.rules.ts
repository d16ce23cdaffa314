import type { Calendar } from "~/features/holidays/rules";
import { type Day, daysBetween } from "~/web/time";
import { isDone, isExcluded, type TaskFacts, type TreeTask } from "./rules";
import { type Tree, treeOf } from "./tree.rules";

/** Progress of a task without parts, 0–100: 100 only when accepted, 99 at most before; null when it is out of every count. */
export function leafProgress({ state, progress }: Pick<TaskFacts, "state" | "progress">): number | null {
  if (isExcluded(state)) return null;
  if (isDone(state)) return 100;
  return Math.min(99, Math.max(0, progress ?? 0));
}

/**
 * The progress that the dates let expect in the morning of `today`, 0–100: the share of the task's days that have passed,
 * by the calendar of the task. Null without a deadline; without a start nothing is expected until the deadline.
 */
export function expectedProgress(
  { startsOn, dueOn, calendar: kind }: Pick<TaskFacts, "startsOn" | "dueOn" | "calendar">,
  today: Day,
  calendar: Calendar,
): number | null {
  if (dueOn === null) return null;
  if (today > dueOn) return 100;
  if (startsOn === null || today <= startsOn) return 0;
  // Days of [startsOn, today - 1] are those of [startsOn, today] without today itself.
  const passed =
    kind === "all"
      ? daysBetween(startsOn, today)
      : calendar.workingDaysIn(startsOn, today) - (calendar.isWorkingDay(today) ? 1 : 0);
  const all = kind === "all" ? daysBetween(startsOn, dueOn) + 1 : calendar.workingDaysIn(startsOn, dueOn);
  return all === 0 ? 0 : (100 * passed) / all;
}

/** The day that the figures are asked for, in the zone of the organization, and its working days. */
export interface When {
  today: Day;
  calendar: Calendar;
}

export interface Rolled {
  /** 0–100, unrounded; null: nothing below that counts. */
  progress: number | null;
  /** What the dates let expect, over those that have a deadline; null: none has. */
  expected: number | null;
  /** Tasks without parts: accepted, and all that count. */
  done: number;
  total: number;
}

interface Sums {
  progress: number;
  weight: number;
  expected: number;
  expectedWeight: number;
  done: number;
  total: number;
}

/**
 * Progress of every task by the progress formula of the plan: a parent's is the mean of its direct children, weighted, so
 * that splitting a task never changes what its group weighs. One pass, tasks in any order.
 */
export function rollUp(tasks: readonly TreeTask[], when: When): Map<string, Rolled> {
  const tree = treeOf(tasks);
  const sums = tasks.map((): Sums => ({ progress: 0, weight: 0, expected: 0, expectedWeight: 0, done: 0, total: 0 }));
  const rolled = new Map<string, Rolled>();
  for (let next = tree.order.length - 1; next >= 0; next -= 1) {
    const index = tree.order[next] as number;
    const task = tasks[index] as TreeTask;
    const own = ownFigures(tree, index, sums[index] as Sums, when);
    rolled.set(task.id, own);
    const above = sums[tree.parents[index] as number];
    if (!above) continue;
    above.done += own.done;
    above.total += own.total;
    if (own.progress !== null) {
      above.progress += task.weight * own.progress;
      above.weight += task.weight;
    }
    if (own.expected !== null) {
      above.expected += task.weight * own.expected;
      above.expectedWeight += task.weight;
    }
  }
  return rolled;
}

function ownFigures(tree: Tree<TreeTask>, index: number, sums: Sums, when: When): Rolled {
  const task = tree.tasks[index] as TreeTask;
  if (!tree.counts[index]) return { progress: null, expected: null, done: 0, total: 0 };
  if (!tree.isParent[index])
    return {
      progress: leafProgress(task),
      expected: expectedProgress(task, when.today, when.calendar),
      done: isDone(task.state) ? 1 : 0,
      total: 1,
    };
  return {
    progress: sums.weight > 0 ? sums.progress / sums.weight : null,
    expected: sums.expectedWeight > 0 ? sums.expected / sums.expectedWeight : null,
    done: sums.done,
    total: sums.total,
  };
}

/** A whole percentage for the screen: what has begun is never 0, what has not ended never 100. */
export function shownPercent(progress: number | null): number | null {
  if (progress === null) return null;
  if (progress > 0 && progress <= 1) return 1;
  if (progress >= 99 && progress < 100) return 99;
  return Math.round(progress);
}

/** Done of total in percent with two decimals, halves up: 28 of 47 is 59.57. Null when there is nothing to do. */
export const shareOf = (done: number, total: number): number | null =>
  total === 0 ? null : Math.floor((done * 20_000 + total) / (2 * total)) / 100;

/** The mean of the groups' own shares, two decimals: every group weighs the same, however many tasks it has. To be labelled so. */
export function equalShare(groups: readonly Pick<Rolled, "done" | "total">[]): number | null {
  const shares = groups.flatMap(({ done, total }) => (total > 0 ? [(100 * done) / total] : []));
  if (!shares.length) return null;
  return hundredths(shares.reduce((sum, share) => sum + share, 0) / shares.length) / 100;
}

/** Rounded half up to whole hundredths; what the arithmetic of fractions leaves behind does not tip it. */
export const hundredths = (value: number): number => Math.floor(value * 100 + 0.5 + 1e-7);
