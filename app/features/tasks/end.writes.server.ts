import { and, eq, inArray } from "drizzle-orm";
import { newId } from "#db/dialect/ids";
import type { Tx } from "#db/client.server";
import { tasks } from "#db/schema.server";
import { refuse } from "~/web/refuse";
import { type Day, daysBetween } from "~/web/time";
import { takeBack } from "./hand-in.writes.server";
import { setCoordinating } from "./place.writes.server";
import { coordinatingUnits, type Task } from "./reads.server";
import { noted, ready } from "./ready.writes.server";
import { changeAndTell, dayIn, type TaskAct, tellAll } from "./row.writes.server";
import { type DuePrecision, hasLeft, isDone } from "./rules";
import { stateAfter } from "./state.rules";

/**
 * Opens a task again that was accepted or cancelled by mistake. Refused: "not-allowed", "wrong-state", "no-reason",
 * "whole-ended" (a task above it has ended: its part would run where nothing runs).
 */
export async function reopenTask(tx: Tx, { reason, ...act }: TaskAct & { reason: string }) {
  const found = await ready(tx, act, "reopen", "manage");
  if (!found.ok) return found;
  if (reason === "") return refuse("no-reason");
  const state = stateAfter("reopen", { state: found.task.state, wasAssigned: found.task.assignedAt !== null });
  if (!state) return refuse("wrong-state");
  if (await wholeEnded(tx, found.task)) return refuse("whole-ended");
  await changeAndTell(
    tx,
    act.taskId,
    { state, acceptedOn: null, submittedOn: null },
    { kind: "reopened", actor: act.actor, now: act.now, note: reason },
  );
  await noted(tx, act, "reopen");
  return { ok: true } as const;
}

async function wholeEnded(tx: Tx, { id, path }: Task): Promise<boolean> {
  const above = path.split("/").filter((one) => one !== "" && one !== id);
  if (above.length === 0) return false;
  const found = await tx
    .select({ state: tasks.state })
    .from(tasks)
    .where(and(inArray(tasks.id, above), eq(tasks.isGroup, false)));
  return found.some(({ state }) => isDone(state) || hasLeft(state));
}

/**
 * Takes a task out of the plan's counts; its story and its evidence stay. What waited for the appraiser is taken back, so
 * that a task opened again can be handed in with what was gathered. Refused: "not-allowed", "wrong-state", "no-reason".
 */
export async function cancelTask(tx: Tx, { reason, ...act }: TaskAct & { reason: string }) {
  const found = await ready(tx, act, "cancel", "manage");
  if (!found.ok) return found;
  if (reason === "") return refuse("no-reason");
  await takeBack(tx, act, reason);
  await changeAndTell(
    tx,
    act.taskId,
    { state: "cancelled", submittedOn: null },
    { kind: "cancelled", actor: act.actor, now: act.now, note: reason },
  );
  await noted(tx, act, "cancel", { reason });
  return { ok: true } as const;
}

/**
 * Moves unfinished work to the next period: this task ends as carried over, out of the counts, and a new one goes on with
 * it under a new deadline. Refused: "not-allowed", "wrong-state", "no-reason", "not-later".
 */
export async function carryOver(
  tx: Tx,
  { dueOn, duePrecision, reason, ...act }: TaskAct & { dueOn: Day; duePrecision: DuePrecision; reason: string },
) {
  const found = await ready(tx, act, "carry-over", "manage");
  if (!found.ok) return found;
  if (reason === "") return refuse("no-reason");
  const { task } = found;
  if (task.dueOn !== null && daysBetween(task.dueOn, dueOn) <= 0) return refuse("not-later");
  const { actor, now } = act;
  await changeAndTell(tx, task.id, { state: "carried-over" }, { kind: "carried-over", actor, now, note: reason });
  const next = await continued(tx, task, { dueOn, duePrecision, now });
  await tellAll(tx, [next], { kind: "assigned", actor, now, note: reason });
  await noted(tx, act, "carry-over", { to: next.id });
  return { ok: true, taskId: next.id } as const;
}

async function continued(
  tx: Tx,
  task: Task,
  { dueOn, duePrecision, now }: { dueOn: Day; duePrecision: DuePrecision; now: Date },
) {
  const id = newId();
  const [before] = await tx.select().from(tasks).where(eq(tasks.id, task.id));
  // What the dates let expect is counted from the new period on.
  const on = await dayIn(tx, now);
  const [row] = await tx
    .insert(tasks)
    .values({
      ...(before as typeof tasks.$inferSelect),
      id,
      path: task.path.replace(`${task.id}/`, `${id}/`),
      press: null,
      carriedFromId: task.id,
      state: task.progress === null ? "assigned" : "in-progress",
      startsOn: on,
      dueOn,
      duePrecision,
      baselineStartsOn: on,
      baselineDueOn: dueOn,
      assignedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  const named = await coordinatingUnits(tx, { taskId: task.id });
  await setCoordinating(tx, {
    taskId: id,
    leadUnitId: task.leadUnitId,
    unitIds: named.filter((unit) => unit.viaGroup === null).map((unit) => unit.id),
    groups: task.coordinatingGroups,
  });
  return row as typeof tasks.$inferSelect;
}
