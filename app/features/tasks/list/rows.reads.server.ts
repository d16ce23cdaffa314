import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { people, tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import type { Coloured } from "../colour.rules";
import { idsWhere } from "../meant.reads.server";
import type { Plan } from "../plan.reads.server";
import { lead, owner } from "../reads.server";
import type { taskStates } from "../rules";
import { accessTo } from "../sight.reads.server";
import { inTreeOrder } from "../tree.rules";

const columns = {
  id: tasks.id,
  parentId: tasks.parentId,
  code: tasks.code,
  title: tasks.title,
  product: tasks.product,
  state: tasks.state,
  dueOn: tasks.dueOn,
  duePrecision: tasks.duePrecision,
  priority: tasks.priority,
  critical: tasks.critical,
  additional: tasks.additional,
  updatedAt: tasks.updatedAt,
  leadName: lead.name,
  leadShort: lead.shortName,
  leadPath: lead.path,
  ownerPath: owner.path,
  responsible: people.fullName,
};

export interface ListedTask {
  id: string;
  code: string;
  title: string;
  product: string;
  state: (typeof taskStates)[number];
  dueOn: string | null;
  duePrecision: (typeof tasks.$inferSelect)["duePrecision"];
  priority: (typeof tasks.$inferSelect)["priority"];
  critical: boolean;
  additional: boolean;
  updatedAt: Date;
  lead: { name: string; short: string } | null;
  responsible: string | null;
  colour: Coloured;
  /** 0–100, unrounded; null: nothing that counts. */
  progress: number | null;
  /** Of its parts; null: it has none. */
  parts: { done: number; total: number } | null;
  /** 0 for a task, 1 for a part of it that stands under it, and so on. */
  depth: number;
  /** Its plan is the actor's to change. */
  keeps: boolean;
}

/** The tasks of a page with the parts of those that were split, each under its own. */
export async function rowsWithParts(
  db: Reader,
  { top, plan, condition, actor }: { top: string[]; plan: Plan; condition: SQL | undefined; actor: Actor },
): Promise<ListedTask[]> {
  const onPage = new Set(top);
  const partOf = new Map(plan.tasks.map((task) => [task.id, task]));
  const isPart = (id: string): boolean => {
    const parentId = partOf.get(id)?.parentId;
    return !!parentId && (onPage.has(parentId) || isPart(parentId));
  };
  const parts = plan.tasks.filter(({ id }) => !onPage.has(id) && isPart(id)).map(({ id }) => id);
  const meant = parts.length > 0 ? await idsWhere(db, and(inArray(tasks.id, parts), condition)) : [];
  const placed = [...top, ...meant].map((id, index) => ({ id, index, parentId: partOf.get(id)?.parentId ?? null }));
  return await rowsOf(db, { ids: inTreeOrder(placed).map(({ id }) => id), plan, actor });
}

/** Rows with the names and figures around them, in the order of `ids`. */
export async function rowsOf(
  db: Reader,
  { ids, plan, actor }: { ids: readonly string[]; plan: Plan; actor: Actor },
): Promise<ListedTask[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select(columns)
    .from(tasks)
    .innerJoin(owner, eq(owner.id, tasks.ownerUnitId))
    .leftJoin(lead, eq(lead.id, tasks.leadUnitId))
    .leftJoin(people, eq(people.id, tasks.responsibleId))
    .where(inArray(tasks.id, [...ids]));
  const byId = new Map(found.map((row) => [row.id, row]));
  const depths = new Map<string, number>();
  const parents = new Set(plan.tasks.map(({ parentId }) => parentId));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { parentId, leadName, leadShort, leadPath, ownerPath, ...own } = row;
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? -1) + 1;
    depths.set(id, depth);
    const rolled = plan.rolled.get(id);
    return {
      ...own,
      lead: leadName === null ? null : { name: leadName, short: leadShort || leadName },
      colour: plan.colours.get(id) ?? { colour: "none", reasons: [], charged: null },
      progress: rolled?.progress ?? null,
      parts: rolled && parents.has(id) ? { done: rolled.done, total: rolled.total } : null,
      depth,
      keeps: accessTo(actor, { ownerPath, leadPath, appraiserPath: null, responsibleEmail: null }).manage,
    };
  });
}
