import type { Day } from "~/web/time";
import type { Edge } from "./plan-colour.rules";
import { isDone, isExcluded, type TreeTask } from "./rules";

type Placed = Pick<TreeTask, "id" | "parentId">;

/**
 * Whether `taskId` could never start if it waited for `predecessorId`. A parent ends when its children have ended, and a
 * child waits for what its parents wait for; so a task waits neither for what stands above or below it, nor through others.
 */
export const wouldCycle = (
  tasks: readonly Placed[],
  edges: readonly Edge[],
  taskId: string,
  predecessorId: string,
): boolean => waitingIn(tasks, edges)(taskId, predecessorId);

/** Whether a task, now that it hangs where it hangs, stands in a circle through itself, what is below it or what is above it. */
export function standsInCircle(tasks: readonly Placed[], edges: readonly Edge[], taskId: string): boolean {
  const parentOf = new Map(tasks.map(({ id, parentId }) => [id, parentId]));
  const above = lineage(parentOf, taskId);
  const waitsInVain = waitingIn(tasks, edges);
  return edges.some(
    (edge) =>
      (above.has(edge.taskId) || lineage(parentOf, edge.taskId).has(taskId)) &&
      waitsInVain(edge.taskId, edge.predecessorId),
  );
}

function waitingIn(tasks: readonly Placed[], edges: readonly Edge[]) {
  const parentOf = new Map(tasks.map(({ id, parentId }) => [id, parentId]));
  const childrenOf = grouped(
    tasks,
    (task) => task.parentId,
    (task) => task.id,
  );
  const predecessorsOf = grouped(
    edges,
    (edge) => edge.taskId,
    (edge) => edge.predecessorId,
  );
  const above = (id: string) => lineage(parentOf, id);
  return (taskId: string, predecessorId: string): boolean => {
    if (above(taskId).has(predecessorId)) return true;
    const awaited = new Set([predecessorId]);
    for (const id of awaited) {
      if (above(id).has(taskId)) return true;
      for (const child of childrenOf.get(id) ?? []) awaited.add(child);
      for (const one of above(id)) for (const before of predecessorsOf.get(one) ?? []) awaited.add(before);
    }
    return false;
  };
}

/** A task and all that stands above it. */
function lineage(parentOf: ReadonlyMap<string, string | null>, id: string): Set<string> {
  const line = new Set<string>();
  for (let at: string | null | undefined = id; at && !line.has(at); at = parentOf.get(at)) line.add(at);
  return line;
}

/** The tasks with every predecessor before its successors, otherwise as given. What hangs in a circle comes last. */
export function inOrderOfWork(ids: readonly string[], edges: readonly Edge[]): string[] {
  const known = new Set(ids);
  const real = edges.filter(({ taskId, predecessorId }) => known.has(taskId) && known.has(predecessorId));
  const open = new Map(ids.map((id) => [id, 0]));
  for (const { taskId } of real) open.set(taskId, (open.get(taskId) ?? 0) + 1);
  const successorsOf = grouped(
    real,
    (edge) => edge.predecessorId,
    (edge) => edge.taskId,
  );
  const ordered = new Set(ids.filter((id) => open.get(id) === 0));
  for (const id of ordered)
    for (const next of successorsOf.get(id) ?? []) {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) ordered.add(next);
    }
  return [...ordered, ...ids.filter((id) => !ordered.has(id))];
}

/** A task whose dates stand before the end of one it waits for. */
export interface TooEarly extends Edge {
  /** Its start, or its deadline when it has no start. */
  on: Day;
  predecessorDueOn: Day;
}

type Dates = Pick<TreeTask, "startsOn" | "dueOn">;

/**
 * The successors that would begin before their predecessor's deadline, once the dates of `moved` hold. A warning: nothing is
 * shifted by itself. Beginning on that very day is early enough; what has ended waits for nothing and holds up nothing.
 */
export function pushSuccessors(
  tasks: readonly Pick<TreeTask, "id" | "state" | "startsOn" | "dueOn">[],
  edges: readonly Edge[],
  moved: ReadonlyMap<string, Dates> = new Map(),
): TooEarly[] {
  const live = tasks.filter(({ state }) => !isDone(state) && (state === "draft" || !isExcluded(state)));
  const dates = new Map(live.map((task) => [task.id, moved.get(task.id) ?? task]));
  return edges.flatMap((edge) => {
    const [own, before] = [dates.get(edge.taskId), dates.get(edge.predecessorId)];
    const on = own?.startsOn ?? own?.dueOn;
    const end = before?.dueOn;
    return on && end && on < end ? [{ ...edge, on, predecessorDueOn: end }] : [];
  });
}

function grouped<T>(list: readonly T[], key: (item: T) => string | null, value: (item: T) => string) {
  const groups = new Map<string, string[]>();
  for (const item of list) {
    const at = key(item);
    if (at === null) continue;
    const group = groups.get(at);
    if (group) group.push(value(item));
    else groups.set(at, [value(item)]);
  }
  return groups;
}
