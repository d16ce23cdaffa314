import { asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import type { Colour } from "../colour.rules";
import { type Asking, askingOf, taskCondition } from "../condition.reads.server";
import { tasksMeant } from "../meant.reads.server";
import { findPlan, type Plan } from "../plan.reads.server";
import { mostRows, type TaskQuery } from "../query.rules";
import { lead } from "../reads.server";
import { taskStates } from "../rules";

/** Whether its answer hangs on figures that only the whole plan has. */
export const needsPlan = ({ colour, sort }: TaskQuery) => colour !== null || sort === "colour" || sort === "progress";

/** Ids of all that a query means, in its order, at most `limit`; for bulk edit. */
export async function taskIds(
  db: Reader,
  { query, actor, now, limit = mostRows }: { query: TaskQuery; actor: Actor; now: Date; limit?: number },
): Promise<string[]> {
  const asking = await askingOf(db, { actor, now });
  if (needsPlan(query)) {
    const plan = await findPlan(db, { actor, now });
    return (await idsOfPlan(db, { plan, query, asking })).slice(0, limit);
  }
  return await idsSorted(db, { query, asking, size: limit });
}

const colourOrder: readonly Colour[] = [
  ...(["red", "amber", "unplanned", "no-data", "green", "done-late", "done-on-time", "none"] as const),
];

/** Ids of what a query means in a plan that is at hand, in its order: by figures, or as the plan has them. */
export async function idsOfPlan(
  db: Reader,
  { plan, query, asking }: { plan: Plan; query: TaskQuery; asking: Asking },
): Promise<string[]> {
  const found = [...(await tasksMeant(db, { plan, query, asking }))];
  const key: Record<string, (id: string) => number> = {
    colour: (id) => colourOrder.indexOf(plan.colours.get(id)?.colour ?? "none"),
    progress: (id) => plan.rolled.get(id)?.progress ?? -1,
  };
  const by = query.sort ? key[query.sort] : undefined;
  const sign = query.descending ? -1 : 1;
  if (by) return found.sort((a, b) => sign * (by(a) - by(b)));
  if (!query.sort) return found;
  const place = new Map((await idsSorted(db, { query, asking })).map((id, index) => [id, index]));
  return found.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

/** Ids of a part of what a query means, in the order of a column; all of them without `size`. */
export async function idsSorted(
  db: Reader,
  { query, asking, from = 0, size }: { query: TaskQuery; asking: Asking; from?: number; size?: number },
): Promise<string[]> {
  const way = query.descending ? desc : asc;
  const stateOrder = sql`case ${sql.join(
    taskStates.map((state, index) => sql`when ${eq(tasks.state, state)} then ${sql.raw(String(index))}`),
    sql` `,
  )} end`;
  const order = {
    due: [sql`case when ${isNotNull(tasks.dueOn)} then 0 else 1 end`, way(tasks.dueOn)],
    lead: [way(lead.search)],
    state: [way(stateOrder)],
    updated: [query.descending ? asc(tasks.updatedAt) : desc(tasks.updatedAt)],
    // What was found by words or circles: the nearest deadline first.
    none: [sql`case when ${isNotNull(tasks.dueOn)} then 0 else 1 end`, asc(tasks.dueOn)],
  };
  const sort = query.sort === "colour" || query.sort === "progress" ? "none" : (query.sort ?? "none");
  const found = db
    .select({ id: tasks.id })
    .from(tasks)
    .leftJoin(lead, eq(lead.id, tasks.leadUnitId))
    .where(taskCondition(db, query, asking))
    .orderBy(...order[sort], asc(tasks.id));
  const rows = await (size === undefined ? found : found.limit(size).offset(from));
  return rows.map(({ id }) => id);
}
