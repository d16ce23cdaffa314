import type { Tx } from "#db/client.server";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { type TaskAct, taskTo } from "./row.writes.server";
import { mayStep, type TaskStep } from "./rules";
import type { TaskAccess } from "./sight.reads.server";

/** The task, when it exists for this person, they may take the step and it stands in a state for it; otherwise why not. */
export async function ready(tx: Tx, act: TaskAct, step: TaskStep, ...rights: (keyof TaskAccess)[]) {
  const task = await taskTo(tx, act, ...rights);
  if (!task || task.isGroup) return refuse("not-allowed");
  return mayStep(task.state, step) ? ({ ok: true, task } as const) : refuse("wrong-state");
}

/** Writes a step into the log of who did what. */
export const noted = (tx: Tx, { taskId, actor, now }: TaskAct, step: TaskStep, detail = {}) =>
  record(tx, { actor, verb: `task.${step}`, subject: `task:${taskId}`, detail, now });
