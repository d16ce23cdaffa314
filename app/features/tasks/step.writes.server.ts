import type { Tx } from "#db/client.server";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { isOfUnit } from "./place.writes.server";
import { noted, ready } from "./ready.writes.server";
import { changeAndTell, dayIn, type TaskAct, taskTo } from "./row.writes.server";
import { type Health, isWithDoer } from "./rules";
import { mayAssign } from "./state.rules";

/**
 * Gives a draft to its lead unit; its dates become the baseline. Refused: "not-allowed", "wrong-state", "no-lead",
 * "no-responsible" (one person answers for the work before it is given), "no-appraiser" (nobody could accept it).
 */
export async function assignTask(tx: Tx, act: TaskAct) {
  const found = await ready(tx, act, "assign", "manage");
  if (!found.ok) return found;
  const { task } = found;
  const refused = mayAssign(task);
  if (refused) return refuse(refused);
  await changeAndTell(
    tx,
    task.id,
    { state: "assigned", assignedAt: act.now, baselineStartsOn: task.startsOn, baselineDueOn: task.dueOn },
    { kind: "assigned", actor: act.actor, now: act.now },
  );
  await noted(tx, act, "assign");
  return { ok: true } as const;
}

/** The lead unit says that it has the task. */
export async function receiveTask(tx: Tx, act: TaskAct) {
  const found = await ready(tx, act, "receive", "do");
  if (!found.ok) return found;
  const said = { state: "received", reportedAt: act.now } as const;
  await changeAndTell(tx, found.task.id, said, { kind: "received", actor: act.actor, now: act.now });
  await noted(tx, act, "receive");
  return { ok: true } as const;
}

/**
 * The lead unit (or who keeps the plan) names who does the work. Refused: "not-allowed", "wrong-state" (it is handed in, or
 * over), "no-such-person" holds no position there.
 */
export async function nameResponsible(tx: Tx, { personId, ...act }: TaskAct & { personId: string }) {
  const task = await taskTo(tx, act, "do", "manage");
  if (!task || task.isGroup) return refuse("not-allowed");
  if (!isWithDoer(task.state) && task.state !== "draft") return refuse("wrong-state");
  if (!(await isOfUnit(tx, { personId, unitId: task.leadUnitId }))) return refuse("no-such-person");
  if (task.responsibleId === personId) return { ok: true } as const;
  const from = task.responsible?.fullName ?? "";
  const row = await changeAndTell(
    tx,
    task.id,
    { responsibleId: personId },
    { kind: "changed", actor: act.actor, now: act.now, changes: [{ field: "responsibleId", from, to: personId }] },
  );
  await record(tx, { ...subjectOf(act), verb: "task.responsible", detail: { personId: row.responsibleId } });
  return { ok: true } as const;
}

const subjectOf = ({ taskId, actor, now }: TaskAct) => ({ actor, now, subject: `task:${taskId}` });

/**
 * The doer's word on how far it is: `progress` 0–99 (only acceptance makes 100), how it stands, and a sentence. The first
 * report starts the work. Refused: "not-allowed", "wrong-state", "nothing-said" (nothing typed, or only the progress as it was).
 */
export async function reportProgress(
  tx: Tx,
  { progress, health, note, ...act }: TaskAct & { progress: number | null; health: Health | null; note: string },
) {
  const found = await ready(tx, act, "report", "do");
  if (!found.ok) return found;
  const { task } = found;
  // The form comes with the progress as it stands: sent back as it came, it says nothing.
  const moved = progress !== null && progress !== task.progress;
  if (!moved && health === null && note === "") return refuse("nothing-said");
  await changeAndTell(
    tx,
    task.id,
    {
      state: "in-progress",
      progress: progress ?? task.progress,
      startsOn: task.startsOn ?? (await dayIn(tx, act.now)),
      reportedAt: act.now,
      ...(health ? { health, healthNote: note, healthAt: act.now } : {}),
    },
    { kind: "reported", actor: act.actor, now: act.now, note, health },
  );
  await noted(tx, act, "report", { progress });
  return { ok: true } as const;
}
