import type { Reader } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { findBatch, type TaskBatch } from "./bulk/reads.server";
import { pushSuccessors, type TooEarly } from "./graph.rules";
import { findPlan, type PlanTask } from "./plan.reads.server";

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
export async function findMove(db: Reader, given: { batchId: string; actor: Actor }): Promise<TaskBatch | null> {
  const batch = await findBatch(db, given);
  return batch?.what === "move" ? batch : null;
}
