import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { taskBatches } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { pushSuccessors, type TooEarly } from "./graph.rules";
import { findPlan, type PlanTask } from "./plan.reads.server";

export type TaskBatch = typeof taskBatches.$inferSelect;

/** Two tasks of which the second begins before the first ends, by name. */
export interface EarlyPair extends TooEarly {
  task: Pick<PlanTask, "id" | "code" | "title">;
  predecessor: Pick<PlanTask, "id" | "code" | "title">;
}

/** Where one of these tasks begins before what it waits for has ended, or ends after what waits for it begins. */
export async function tooEarlyAround(
  db: Reader,
  { taskIds, actor, now }: { taskIds: readonly string[]; actor: Actor; now: Date },
): Promise<EarlyPair[]> {
  const { tasks, predecessors } = await findPlan(db, { actor, now });
  const asked = new Set(taskIds);
  const byId = new Map(tasks.map(({ id, code, title }) => [id, { id, code, title }]));
  return pushSuccessors(tasks, predecessors)
    .filter((edge) => asked.has(edge.taskId) || asked.has(edge.predecessorId))
    .flatMap((edge) => {
      const [task, predecessor] = [byId.get(edge.taskId), byId.get(edge.predecessorId)];
      return task && predecessor ? { ...edge, task, predecessor } : [];
    });
}

/** A move this person made, or null. */
export async function findMove(
  db: Reader,
  { batchId, actor }: { batchId: string; actor: Actor },
): Promise<TaskBatch | null> {
  const own = and(eq(taskBatches.id, batchId), eq(taskBatches.userId, actor.userId), eq(taskBatches.what, "move"));
  const [batch] = await db.select().from(taskBatches).where(own);
  return batch ?? null;
}
