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
  const at = new Map(tasks.map((task, index) => [task.id, index]));
  const parents = tasks.map(({ parentId }) => (parentId === null ? -1 : (at.get(parentId) ?? -1)));
  const children: number[][] = tasks.map(() => []);
  for (const [index, parent] of parents.entries()) children[parent]?.push(index);
  const order = parents.flatMap((parent, index) => (parent < 0 ? [index] : []));
  for (let next = 0; next < order.length; next += 1)
    for (const child of children[order[next] as number] as number[]) order.push(child);
  const isParent = tasks.map((task, index) => task.isGroup || (children[index] as number[]).length > 0);
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
