import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/dialect/ids";
import type { Tx } from "#db/client.server";
import { evidence, taskSubmissions, tasks } from "#db/schema.server";
import { refuse } from "~/web/refuse";
import { noted, ready } from "./ready.writes.server";
import { openSubmission } from "./reads.server";
import { changeAndTell, dayIn, type TaskAct } from "./row.writes.server";
import { isOpen } from "./rules";
import { maySubmit } from "./state.rules";

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
export async function takeBack(tx: Tx, act: TaskAct, reason: string): Promise<void> {
  const open = await openSubmission(tx, { taskId: act.taskId });
  if (!open) return;
  await close(tx, act, open.id, "withdrawn", reason);
  await tx.update(evidence).set({ submissionId: null }).where(eq(evidence.submissionId, open.id));
}

type Outcome = "completed" | "basically-completed" | "returned" | "withdrawn";

/** Says how what was handed in ended, and by whose word. */
export const close = (tx: Tx, { actor, now }: TaskAct, submissionId: string, outcome: Outcome, reason: string) =>
  tx
    .update(taskSubmissions)
    .set({ outcome, reason, decidedAt: now, decidedBy: actor.userId, decidedByName: actor.name })
    .where(eq(taskSubmissions.id, submissionId));
