import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/dialect/ids";
import type { Tx } from "#db/client.server";
import { evidence, taskSubmissions, tasks } from "#db/schema.server";
import { record } from "~/features/audit/writes.server";
import { daysBetween, type Day } from "~/web/time";
import { setCoordinating, isOfUnit } from "./place.writes.server";
import { coordinatingUnits, openSubmission, type Task } from "./reads.server";
import { changeAndTell, dayIn, refuse, type TaskAct, taskTo, tellAll } from "./row.writes.server";
import { type DuePrecision, type Health, isOpen, mayStep, type TaskStep } from "./rules";
import type { TaskAccess } from "./sight.reads.server";
import { mayAccept, mayAssign, maySubmit, stateAfter } from "./state.rules";

/** The task, when it exists for this person, they may take the step and it stands in a state for it; otherwise why not. */
async function ready(tx: Tx, act: TaskAct, step: TaskStep, ...rights: (keyof TaskAccess)[]) {
  const task = await taskTo(tx, act, ...rights);
  if (!task || task.isGroup) return refuse("not-allowed");
  return mayStep(task.state, step) ? ({ ok: true, task } as const) : refuse("wrong-state");
}

const noted = (tx: Tx, { taskId, actor, now }: TaskAct, step: TaskStep, detail = {}) =>
  record(tx, { actor, verb: `task.${step}`, subject: `task:${taskId}`, detail, now });

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

/** The lead unit (or who keeps the plan) names who does the work. Refused: "no-such-person" holds no position there. */
export async function nameResponsible(tx: Tx, { personId, ...act }: TaskAct & { personId: string }) {
  const task = await taskTo(tx, act, "do", "manage");
  if (!task || task.isGroup) return refuse("not-allowed");
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
 * report starts the work. Refused: "not-allowed", "wrong-state", "nothing-said".
 */
export async function reportProgress(
  tx: Tx,
  { progress, health, note, ...act }: TaskAct & { progress: number | null; health: Health | null; note: string },
) {
  const found = await ready(tx, act, "report", "do");
  if (!found.ok) return found;
  if (progress === null && health === null && note === "") return refuse("nothing-said");
  const { task } = found;
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

/**
 * Hands the work in: what was gathered as evidence goes with it, and the appraiser's clock starts. Refused:
 * "not-allowed", "wrong-state", "no-evidence" (a file, a link, a figure or a note is needed beside the statement),
 * "open-parts" (its own tasks are handed in first).
 */
export async function submitTask(tx: Tx, { statement, ...act }: TaskAct & { statement: string }) {
  const found = await ready(tx, act, "submit", "do");
  if (!found.ok) return found;
  const { task } = found;
  const open = and(eq(evidence.taskId, task.id), isNull(evidence.submissionId), isNull(evidence.withdrawnAt));
  const refused = maySubmit({
    ...task,
    openParts: (await statesBelow(tx, task.id)).filter(isOpen).length,
    evidence: await tx.$count(evidence, open),
  });
  if (refused) return refuse(refused);
  const submittedOn = await dayIn(tx, act.now);
  const id = newId();
  await tx.insert(taskSubmissions).values({
    id,
    taskId: task.id,
    statement,
    submittedAt: act.now,
    submittedOn,
    submittedBy: act.actor.userId,
    submittedByName: act.actor.name,
  });
  await tx.update(evidence).set({ submissionId: id }).where(open);
  await changeAndTell(
    tx,
    task.id,
    { state: "submitted", submittedOn, reportedAt: act.now },
    { kind: "submitted", actor: act.actor, now: act.now, note: statement },
  );
  await noted(tx, act, "submit");
  return { ok: true, submissionId: id } as const;
}

const statesBelow = async (tx: Tx, parentId: string) =>
  (await tx.select({ state: tasks.state }).from(tasks).where(eq(tasks.parentId, parentId))).map(({ state }) => state);

/** Takes back what was handed in too soon, before anybody decided. Its evidence is gathered again. */
export async function withdrawSubmission(tx: Tx, act: TaskAct) {
  const found = await ready(tx, act, "withdraw", "do");
  if (!found.ok) return found;
  await takeBack(tx, act, "");
  await changeAndTell(
    tx,
    act.taskId,
    { state: "in-progress", submittedOn: null, reportedAt: act.now },
    { kind: "reported", actor: act.actor, now: act.now },
  );
  await noted(tx, act, "withdraw");
  return { ok: true } as const;
}

/** Ends what waits for the appraiser, if anything does; its evidence is no longer held by it. */
async function takeBack(tx: Tx, act: TaskAct, reason: string): Promise<void> {
  const open = await openSubmission(tx, { taskId: act.taskId });
  if (!open) return;
  await close(tx, act, open.id, "withdrawn", reason);
  await tx.update(evidence).set({ submissionId: null }).where(eq(evidence.submissionId, open.id));
}

type Outcome = "completed" | "basically-completed" | "returned" | "withdrawn";

const close = (tx: Tx, { actor, now }: TaskAct, submissionId: string, outcome: Outcome, reason: string) =>
  tx
    .update(taskSubmissions)
    .set({ outcome, reason, decidedAt: now, decidedBy: actor.userId, decidedByName: actor.name })
    .where(eq(taskSubmissions.id, submissionId));

/** What waits for a decision; nobody decides on what they handed in themselves, and no unit on its own work. */
async function toDecide(tx: Tx, act: TaskAct, step: "accept" | "return") {
  const found = await ready(tx, act, step, "accept");
  if (!found.ok) return found;
  const submission = await openSubmission(tx, { taskId: act.taskId });
  if (!submission) return refuse("wrong-state");
  const { submittedBy: submitterUserId } = submission;
  const refused = mayAccept({ ...found.task, submitterUserId, actorUserId: act.actor.userId });
  if (refused) return refuse(refused);
  return { ok: true, task: found.task, submission } as const;
}

/**
 * The appraiser accepts: the task is done on the day it was handed in, whatever the appraiser's own delay. `basically`
 * where something small is left. Refused: "not-allowed", "wrong-state", "own-work".
 */
export async function acceptTask(
  tx: Tx,
  { basically, reason, ...act }: TaskAct & { basically: boolean; reason: string },
) {
  const found = await toDecide(tx, act, "accept");
  if (!found.ok) return found;
  const state = basically ? "basically-completed" : "completed";
  await close(tx, act, found.submission.id, state, reason);
  await changeAndTell(
    tx,
    act.taskId,
    { state, acceptedOn: await dayIn(tx, act.now), submittedOn: found.submission.submittedOn },
    { kind: state, actor: act.actor, now: act.now, note: reason },
  );
  await noted(tx, act, "accept", { basically });
  return { ok: true } as const;
}

/** The appraiser gives it back and says why; the doer's clock runs on. Refused: as accepting, and "no-reason". */
export async function returnTask(tx: Tx, { reason, ...act }: TaskAct & { reason: string }) {
  const found = await toDecide(tx, act, "return");
  if (!found.ok) return found;
  if (reason === "") return refuse("no-reason");
  await close(tx, act, found.submission.id, "returned", reason);
  await changeAndTell(
    tx,
    act.taskId,
    { state: "returned", submittedOn: null },
    { kind: "returned", actor: act.actor, now: act.now, note: reason },
  );
  await noted(tx, act, "return");
  return { ok: true } as const;
}

/** Opens a task again that was accepted or cancelled by mistake. Refused: "not-allowed", "wrong-state", "no-reason". */
export async function reopenTask(tx: Tx, { reason, ...act }: TaskAct & { reason: string }) {
  const found = await ready(tx, act, "reopen", "manage");
  if (!found.ok) return found;
  if (reason === "") return refuse("no-reason");
  const state = stateAfter("reopen", { state: found.task.state, wasAssigned: found.task.assignedAt !== null });
  if (!state) return refuse("wrong-state");
  await changeAndTell(
    tx,
    act.taskId,
    { state, acceptedOn: null, submittedOn: null },
    { kind: "reopened", actor: act.actor, now: act.now, note: reason },
  );
  await noted(tx, act, "reopen");
  return { ok: true } as const;
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
