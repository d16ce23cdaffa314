import { isExcluded, type TreeTask } from "./rules";

type Placed = Pick<TreeTask, "id" | "parentId" | "isGroup" | "state">;

/** Tasks with their places: index of the parent (-1 for a root), and an order in which parents stand before their children. */
export interface Tree<T> {
  tasks: readonly T[];
  parents: readonly number[];
  order: readonly number[];
  /** Groups, and tasks that were split: they have no percentage and no colour of their own. */
  isParent: readonly boolean[];
  /** False for what is out of every count, and hides all that stands below it. */
  counts: readonly boolean[];
}

/** Places tasks given in any order. A task whose parent is not among them is a root. */
export function treeOf<T extends Placed>(tasks: readonly T[]): Tree<T> {
  const at = new Map<string, number>();
  for (const [index, { id }] of tasks.entries()) at.set(id, index);
  const parents = tasks.map(({ parentId }) => (parentId === null ? -1 : (at.get(parentId) ?? -1)));
  // Each parent's first child and each child's next sister: ten thousand small lists would keep the collector busy.
  const first = new Int32Array(tasks.length).fill(-1);
  const sister = new Int32Array(tasks.length).fill(-1);
  for (let index = tasks.length - 1; index >= 0; index -= 1) {
    const parent = parents[index] as number;
    if (parent < 0) continue;
    sister[index] = first[parent] as number;
    first[parent] = index;
  }
  const order = parents.flatMap((parent, index) => (parent < 0 ? [index] : []));
  for (let next = 0; next < order.length; next += 1)
    for (let child = first[order[next] as number] as number; child >= 0; child = sister[child] as number)
      order.push(child);
  const isParent = tasks.map((task, index) => task.isGroup || (first[index] as number) >= 0);
  return {
    tasks,
    parents,
    order,
    isParent,
    counts: tasks.map((task, index) => isCounted(task, isParent[index] as boolean)),
  };
}

// A task that was split lives through its parts: only its own end, not its being a draft, takes them out.
const isCounted = ({ isGroup, state }: Placed, isParent: boolean) =>
  isGroup || (isParent ? state !== "cancelled" && state !== "carried-over" : !isExcluded(state));

/** Parents before children, sisters as they were given. One whose parent is not among them stands at the top. */
export function inTreeOrder<T extends { id: string; parentId: string | null }>(rows: readonly T[]): T[] {
  const known = new Set(rows.map(({ id }) => id));
  const below = new Map<string | null, T[]>();
  for (const row of rows) {
    const parent = row.parentId && known.has(row.parentId) ? row.parentId : null;
    const sisters = below.get(parent);
    if (sisters) sisters.push(row);
    else below.set(parent, [row]);
  }
  const ordered: T[] = [];
  const waiting = [...(below.get(null) ?? [])].reverse();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    ordered.push(row);
    const children = below.get(row.id) ?? [];
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at] as T);
  }
  return ordered;
}

/** Those of the tasks that are meant, with what stands above them; `groups`: and every group, empty ones too. */
export function withAbove<T extends { id: string; path: string; isGroup: boolean }>(
  tasks: readonly T[],
  { meant, groups }: { meant: ReadonlySet<string>; groups: boolean },
): T[] {
  const kept = new Set(tasks.filter(({ id }) => meant.has(id)).flatMap(({ path }) => path.split("/")));
  return tasks.filter(({ id, isGroup }) => kept.has(id) || (groups && isGroup));
}
