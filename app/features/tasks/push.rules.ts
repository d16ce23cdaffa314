import { addDays, type Day, daysBetween } from "~/web/time";
import { dueEnd } from "./dates.rules";
import { pushSuccessors } from "./graph.rules";
import type { Edge } from "./plan-colour.rules";
import type { DuePrecision, TreeTask } from "./rules";

type Task = Pick<TreeTask, "id" | "state" | "startsOn" | "dueOn"> & { duePrecision: DuePrecision };
export interface Dates {
  startsOn: Day | null;
  dueOn: Day | null;
}

/**
 * New dates for what waits, directly or through others, for the tasks in `ids`: each begins on the deadline of the latest
 * task it waits for and stays as long as it was. What begins late enough already stays where it is. A deadline of a period
 * moves on to the end of the period it then falls in.
 */
export function pushedAlong(
  tasks: readonly Task[],
  edges: readonly Edge[],
  ids: readonly string[],
): Map<string, Dates> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const pushed = new Map<string, Dates>();
  const reached = new Set(ids);
  // Every round moves at least one task of the chain to its place; a circle, which is refused elsewhere, could not hang it.
  for (let round = 0; round < tasks.length; round += 1) {
    const early = pushSuccessors(tasks, edges, new Map(pushed)).filter((edge) => reached.has(edge.predecessorId));
    if (early.length === 0) break;
    for (const { taskId, predecessorDueOn } of early) {
      const { startsOn, dueOn, duePrecision } = byId.get(taskId) as Task;
      // Counted from where it stood at first: two predecessors must not push a month to the end of the next one twice.
      const days = daysBetween(startsOn ?? dueOn ?? predecessorDueOn, predecessorDueOn);
      const begins = pushed.get(taskId)?.startsOn ?? pushed.get(taskId)?.dueOn;
      if (days <= 0 || (begins && begins >= predecessorDueOn)) continue;
      pushed.set(taskId, {
        startsOn: startsOn && addDays(startsOn, days),
        dueOn: dueOn && dueEnd(duePrecision, addDays(dueOn, days)),
      });
      reached.add(taskId);
    }
  }
  return pushed;
}
