import type { Tx } from "#db/client.server";
import { refuse } from "~/web/refuse";
import { type TaskAct, taskTo } from "../row.writes.server";
import { reportProgress } from "../step.writes.server";

/** The doer begins, and says no more than that. Refused as `reportProgress`. */
export async function startTask(tx: Tx, act: TaskAct) {
  const task = await taskTo(tx, act, "do");
  if (!task) return refuse("not-allowed");
  return await reportProgress(tx, { ...act, progress: task.progress ?? 0, health: null, note: "" });
}
