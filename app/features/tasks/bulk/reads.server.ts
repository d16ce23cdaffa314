import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { taskBatches, tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { taskSight } from "../sight.reads.server";
import type { SeenRow } from "./rules";

export type TaskBatch = typeof taskBatches.$inferSelect;

/** A press that this person made on many tasks, or null. */
export async function findBatch(
  db: Reader,
  { batchId, actor }: { batchId: string; actor: Actor },
): Promise<TaskBatch | null> {
  const [batch] = await db
    .select()
    .from(taskBatches)
    .where(and(eq(taskBatches.id, batchId), eq(taskBatches.userId, actor.userId)));
  return batch ?? null;
}

/** The rows of these ids that are tasks and that the actor sees, as they stand now. */
export async function seenRows(
  db: Reader,
  { ids, actor }: { ids: readonly string[]; actor: Actor },
): Promise<SeenRow[]> {
  const found = await db
    .select({ taskId: tasks.id, seen: tasks.updatedAt })
    .from(tasks)
    .where(and(inArray(tasks.id, [...ids]), eq(tasks.isGroup, false), taskSight(db, actor)));
  const byId = new Map(found.map((row) => [row.taskId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The units that lead these tasks, each once. */
export async function leadUnitsOf(db: Reader, { ids }: { ids: readonly string[] }): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: tasks.leadUnitId })
    .from(tasks)
    .where(inArray(tasks.id, [...ids]));
  return rows.flatMap(({ id }) => id ?? []);
}
