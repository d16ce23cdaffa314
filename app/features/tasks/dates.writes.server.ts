import type { Tx } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import type { Actor } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import type { Day } from "~/web/time";
import { closeBatch, fillBatch, openBatch, rowsToPutBack } from "./bulk/batches.writes.server";
import { changedFields, datesRefused } from "./content.rules";
import { findMove, tooEarlyAround } from "./dates.reads.server";
import { dueEnd } from "./dates.rules";
import { findPlan } from "./plan.reads.server";
import { pushedAlong } from "./push.rules";
import type { Task } from "./reads.server";
import { changeAndTell, taskTo } from "./row.writes.server";
import { type DuePrecision, isOpen } from "./rules";

export interface DateMove {
  taskId: string;
  startsOn: Day | null;
  dueOn: Day | null;
  /** The task's `updatedAt` as the mover saw it. */
  seen: Date;
}
interface Moving {
  actor: Actor;
  now: Date;
}

/**
 * Moves the dates of tasks, all or none, and notes the press so that it can be taken back. A deadline of a period that no
 * longer ends one becomes that of a day. Beginning before a predecessor ends is no refusal: `early` names those pairs.
 * Refused with the task it is about: "not-allowed", "wrong-state" (only what is open, or a draft, has dates to move),
 * "changed-meanwhile", "starts-after-due", "unchanged".
 */
export async function moveDates(tx: Tx, { moves, ...by }: Moving & { moves: readonly DateMove[] }) {
  const known: { move: DateMove; task: Task }[] = [];
  for (const move of moves) {
    const task = await taskTo(tx, { taskId: move.taskId, ...by }, "manage");
    const reason = task ? moveRefused(task, move) : "not-allowed";
    if (reason) return { ...refuse(reason), taskId: move.taskId } as const;
    if (task) known.push({ move, task });
  }
  const batchId = newId();
  await openBatch(tx, { id: batchId, what: "move", ...by });
  const before = known.map(({ task }) => ({ taskId: task.id, updatedAt: by.now.getTime(), was: datesOf(task) }));
  await fillBatch(tx, { id: batchId, before });
  for (const { move, task } of known) await setDates(tx, task, { ...precise(task, move), ...by });
  const taskIds = known.map(({ task }) => task.id);
  return { ok: true, batchId, early: await tooEarlyAround(tx, { taskIds, ...by }) } as const;
}

function moveRefused(task: Task, move: DateMove) {
  if (task.isGroup || !(isOpen(task.state) || task.state === "draft")) return "wrong-state";
  if (task.updatedAt.getTime() !== move.seen.getTime()) return "changed-meanwhile";
  if (task.startsOn === move.startsOn && task.dueOn === move.dueOn) return "unchanged";
  return datesRefused(move);
}

type TaskDates = { startsOn: Day | null; dueOn: Day | null; duePrecision: DuePrecision };
const datesOf = ({ startsOn, dueOn, duePrecision }: TaskDates) => ({ startsOn, dueOn, duePrecision });

function precise(task: Task, { startsOn, dueOn }: DateMove): TaskDates {
  const keeps = dueOn === null || dueOn === task.dueOn || dueEnd(task.duePrecision, dueOn) === dueOn;
  return { startsOn, dueOn, duePrecision: keeps ? task.duePrecision : "day" };
}

async function setDates(tx: Tx, task: Task, { actor, now, ...to }: TaskDates & Moving): Promise<void> {
  const dates = datesOf(to);
  const changes = changedFields(datesOf(task), dates);
  await changeAndTell(tx, task.id, dates, { kind: "changed", actor, now, changes });
  const detail = Object.fromEntries(changes.map(({ field, to: value }) => [field, value]));
  await record(tx, { actor, verb: "task.moved", subject: `task:${task.id}`, detail, now });
}

/**
 * Moves what waits for the tasks of a press along, so that nothing begins before what it waits for has ended; a press of
 * its own, as far as the mover keeps those plans. Refused: "gone", "unchanged", and as `moveDates`.
 */
export async function pushAlong(tx: Tx, { batchId, ...by }: Moving & { batchId: string }) {
  const batch = await findMove(tx, { batchId, actor: by.actor });
  if (!batch || batch.undoneAt) return refuse("gone");
  const { tasks, predecessors } = await findPlan(tx, by);
  const wished = pushedAlong(
    tasks,
    predecessors,
    batch.before.map(({ taskId }) => taskId),
  );
  const moves: DateMove[] = [];
  for (const [taskId, dates] of wished) {
    const task = await taskTo(tx, { taskId, ...by }, "manage");
    if (task && !task.isGroup) moves.push({ taskId, ...dates, seen: task.updatedAt });
  }
  return moves.length === 0 ? refuse("unchanged") : await moveDates(tx, { moves, ...by });
}

/**
 * Takes a press back: every task has the dates it had, or, when somebody changed one of them since, none is touched.
 * Refused: "gone" (another's, or taken back already), "not-allowed", "changed-meanwhile".
 */
export async function undoMove(tx: Tx, { batchId, ...by }: Moving & { batchId: string }) {
  const batch = await findMove(tx, { batchId, actor: by.actor });
  if (!batch || batch.undoneAt) return refuse("gone");
  const rows = await rowsToPutBack(tx, { batch, actor: by.actor });
  if (rows.length < batch.before.length) return refuse("not-allowed");
  const stuck = rows.find(({ refused }) => refused !== null);
  if (stuck?.refused) return refuse(stuck.refused);
  for (const { task, was } of rows) await setDates(tx, task, { ...(was as unknown as TaskDates), ...by });
  await closeBatch(tx, { id: batchId, now: by.now });
  return { ok: true, tasks: rows.length } as const;
}
