import { isExcluded, type TaskState } from "../rules";
import { inTreeOrder } from "../tree.rules";

export interface GroupRow {
  id: string;
  parentId: string | null;
  code: string;
  title: string;
  sort: number;
  /** It is of a plan that the person keeps: it is shown while it is still empty. */
  kept: boolean;
}

/** What stands directly under one parent (null: at the top): rows, and of these those that count and those that are done. */
export interface Below {
  parentId: string | null;
  rows: number;
  done: number;
  total: number;
}

/** A task that was split into parts: it counts through them. */
export interface SplitTask {
  id: string;
  parentId: string | null;
  state: TaskState;
  done: boolean;
}

/** A group with the tasks directly in it (`rows`, under any of `parentIds`) and the figures of all below it. */
export interface Section {
  /** Null: tasks that stand in no group. */
  group: GroupRow | null;
  depth: number;
  parentIds: (string | null)[];
  rows: number;
  done: number;
  total: number;
}

/**
 * The plan as sections in its order. Tasks come before the groups inside their group, so that each stands under its own
 * head; what stands in no group comes last. Parts stand with the task they were split from and are no rows of their own.
 */
export function sectionsOf(groups: readonly GroupRow[], below: readonly Below[], splits: readonly SplitTask[]) {
  const under = new Map(below.map((one) => [one.parentId, one]));
  const splitIds = new Set(splits.map(({ id }) => id));
  const groupIds = new Set(groups.map(({ id }) => id));
  const splitsUnder = new Map<string | null, SplitTask[]>();
  for (const split of splits) splitsUnder.set(split.parentId, [...(splitsUnder.get(split.parentId) ?? []), split]);
  // A part whose whole the person does not see stands alone.
  const outside = below
    .map(({ parentId }) => parentId)
    .filter((id) => id === null || !(groupIds.has(id) || splitIds.has(id)));

  /** What counts among the tasks under one parent, parts for the split ones. */
  const figures = (parentId: string | null): { done: number; total: number } => {
    let { done, total } = under.get(parentId) ?? { done: 0, total: 0 };
    for (const split of splitsUnder.get(parentId) ?? []) {
      if (!isExcluded(split.state)) total -= 1;
      if (split.done) done -= 1;
      if (split.state === "cancelled" || split.state === "carried-over") continue;
      const parts = figures(split.id);
      done += parts.done;
      total += parts.total;
    }
    return { done, total };
  };

  const ordered = inTreeOrder([...groups].sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1)));
  const depths = new Map<string, number>();
  const sections = new Map<string, Section & { hollow: boolean }>();
  for (const group of ordered) {
    const depth = group.parentId === null ? 0 : (depths.get(group.parentId) ?? -1) + 1;
    depths.set(group.id, depth);
    const rows = under.get(group.id)?.rows ?? 0;
    sections.set(group.id, {
      ...{ group, depth, parentIds: [group.id], rows, hollow: rows === 0 && !group.kept },
      ...figures(group.id),
    });
  }
  for (const group of ordered.reverse()) {
    const own = sections.get(group.id);
    const above = group.parentId === null ? undefined : sections.get(group.parentId);
    if (!own || !above) continue;
    above.done += own.done;
    above.total += own.total;
    above.hollow &&= own.hollow;
  }
  const shown: Section[] = [...sections.values()].flatMap(({ hollow, ...section }) => (hollow ? [] : [section]));
  const loose = outside.reduce((sum, id) => sum + (under.get(id)?.rows ?? 0), 0);
  if (loose === 0) return shown;
  const all = outside.map(figures);
  const [done, total] = [all.reduce((sum, one) => sum + one.done, 0), all.reduce((sum, one) => sum + one.total, 0)];
  return [...shown, { group: null, depth: 0, parentIds: outside, rows: loose, done, total }];
}

/** A section with which of its rows stand on a page: `skip` are on earlier pages. */
export type PageSection = Section & { skip: number; take: number };

/** The sections of page `page` (from 1) of `size` rows; a section without rows goes with the page it falls on. */
export function sectionsOnPage(sections: readonly Section[], page: number, size: number): PageSection[] {
  const [from, to] = [(page - 1) * size, page * size];
  let start = 0;
  const all = sections.reduce((sum, { rows }) => sum + rows, 0);
  const onPage: PageSection[] = [];
  for (const section of sections) {
    const skip = Math.max(0, from - start);
    const take = Math.min(section.rows, to - start) - skip;
    const here = start >= from && (start < to || (start === all && to >= all && from < Math.max(all, 1)));
    if (section.rows > 0 ? take > 0 : here) onPage.push({ ...section, skip, take: Math.max(0, take) });
    start += section.rows;
  }
  return onPage;
}
