import { and, eq, inArray, or } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { taskPredecessors, tasks } from "#db/schema.server";
import type { Edge } from "../plan-colour.rules";
import { asPlanTask, type Plan, planColumns, type PlanTask, withFigures } from "../plan.reads.server";
import { taskSight } from "../sight.reads.server";
import type { Asking } from "../condition.reads.server";

/**
 * Progress and colour of some tasks, the same as the whole plan would give: a task's figures come from what stands below
 * it and from the tasks it waits for, so only those are read, however large the plan is.
 */
export async function figuresOf(db: Reader, ids: readonly string[], asking: Asking): Promise<Plan> {
  const own = await withParts(db, ids, asking);
  const edges = (await db
    .select()
    .from(taskPredecessors)
    .where(
      inArray(
        taskPredecessors.taskId,
        own.map(({ id }) => id),
      ),
    )) as Edge[];
  const known = new Set(own.map(({ id }) => id));
  const beyond = [...new Set(edges.map(({ predecessorId }) => predecessorId))].filter((id) => !known.has(id));
  const all = [...own, ...(beyond.length > 0 ? await withParts(db, beyond, asking) : [])];
  const once = [...new Map(all.map((row) => [row.id, row])).values()];
  const seen = new Set(once.map(({ id }) => id));
  const predecessors = edges.filter(({ predecessorId }) => seen.has(predecessorId));
  return await withFigures(db, once, { predecessors, today: asking.today });
}

/** The tasks and groups of these ids and all that stands below them, as far as the actor sees it. */
async function withParts(db: Reader, ids: readonly string[], { actor, zone }: Asking): Promise<PlanTask[]> {
  const sight = taskSight(db, actor);
  const read = async (column: typeof tasks.id | typeof tasks.parentId, wanted: readonly string[]) =>
    (
      await db
        .select(planColumns)
        .from(tasks)
        .where(and(inArray(column, [...wanted]), sight && or(eq(tasks.isGroup, true), sight)))
    ).map((row) => asPlanTask(row, zone));
  const rows = ids.length > 0 ? await read(tasks.id, ids) : [];
  for (let level = rows; level.length > 0; rows.push(...level))
    level = await read(
      tasks.parentId,
      level.map(({ id }) => id),
    );
  return rows;
}
