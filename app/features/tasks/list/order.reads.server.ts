import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks, units } from "#db/schema.server";
import { type Actor, covers, reachOf } from "~/features/accounts/rules";
import { isDone, isExcluded, taskStates } from "../rules";
import { countIf } from "../condition.reads.server";
import { type PageSection, type Section, sectionsOf } from "./sections.rules";

/** The plan's groups with their figures, of the tasks that a condition holds for. Three queries whatever the size. */
export async function planSections(
  db: Reader,
  { condition, actor, everyGroup }: { condition: SQL | undefined; actor: Actor; everyGroup: boolean },
): Promise<Section[]> {
  const groups = await db
    .select({
      id: tasks.id,
      parentId: tasks.parentId,
      code: tasks.code,
      title: tasks.title,
      sort: tasks.sort,
      ownerPath: units.path,
    })
    .from(tasks)
    .innerJoin(units, eq(units.id, tasks.ownerUnitId))
    .where(eq(tasks.isGroup, true));
  const below = await db
    .select({
      parentId: tasks.parentId,
      rows: sql<number>`count(*)`.mapWith(Number),
      done: countIf(inArray(tasks.state, taskStates.filter(isDone))),
      total: countIf(notInArray(tasks.state, taskStates.filter(isExcluded))),
    })
    .from(tasks)
    .where(condition)
    .groupBy(tasks.parentId);
  const groupIds = new Set(groups.map(({ id }) => id));
  const parents = new Set(below.map(({ parentId }) => parentId).filter((id) => id !== null && !groupIds.has(id)));
  const splits = parents.size === 0 ? [] : (await splitTasks(db, condition)).filter(({ id }) => parents.has(id));
  const keeps = reachOf(actor, "tasks.manage");
  return sectionsOf(
    groups.map(({ ownerPath, ...group }) => ({ ...group, kept: everyGroup && covers(keeps, ownerPath) })),
    below,
    splits.map((split) => ({ ...split, done: isDone(split.state) })),
  );
}

/** The tasks that have parts; they are named by the database, since a large plan has a thousand of them. */
const splitTasks = (db: Reader, condition: SQL | undefined) =>
  db
    .select({ id: tasks.id, parentId: tasks.parentId, state: tasks.state })
    .from(tasks)
    .where(and(inArray(tasks.id, db.select({ id: tasks.parentId }).from(tasks).where(isTask)), condition));

const isTask = and(eq(tasks.isGroup, false), isNotNull(tasks.parentId));

/** The ids of the rows that stand on a page, section after section, in the order of the plan. */
export async function idsInSections(
  db: Reader,
  { sections, condition }: { sections: readonly PageSection[]; condition: SQL | undefined },
): Promise<{ id: string; parentId: string | null }[]> {
  const filled = sections.filter(({ take }) => take > 0);
  const [first] = filled;
  if (!first) return [];
  const inSection = ({ parentIds }: Section) => {
    const named = parentIds.filter((id) => id !== null);
    return or(
      named.length > 0 ? inArray(tasks.parentId, named) : undefined,
      parentIds.includes(null) ? isNull(tasks.parentId) : undefined,
    );
  };
  // One section is read along its index; more of them are put in order by their place.
  const place = sql`case ${sql.join(
    filled.map((section, index) => sql`when ${inSection(section)} then ${sql.raw(String(index))}`),
    sql` `,
  )} end`;
  return await db
    .select({ id: tasks.id, parentId: tasks.parentId })
    .from(tasks)
    .where(and(condition, or(...filled.map(inSection))))
    .orderBy(...(filled.length > 1 ? [place] : []), asc(tasks.sort), asc(tasks.id))
    .limit(filled.reduce((sum, { take }) => sum + take, 0))
    .offset(first.skip);
}
