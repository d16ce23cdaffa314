import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { evidence, files } from "#db/schema.server";
import { record } from "~/features/audit/writes.server";
import { refuse, type TaskAct, taskTo } from "../row.writes.server";
import { isWithDoer } from "../rules";

export type Proof =
  | { kind: "file"; fileId: string; label: string }
  | { kind: "link"; url: string; label: string }
  | { kind: "figure"; label: string; figure: number; measure: string }
  | { kind: "note"; label: string };

/**
 * Gathers a piece of evidence for the next submission; one file may serve several tasks. Refused: "not-allowed",
 * "wrong-state" (handed in or ended), "no-such-file".
 */
export async function addEvidence(tx: Tx, { proof, ...act }: TaskAct & { proof: Proof }) {
  const task = await taskTo(tx, act, "do");
  if (!task || task.isGroup) return refuse("not-allowed");
  if (!isWithDoer(task.state)) return refuse("wrong-state");
  if (proof.kind === "file") {
    const [file] = await tx.select({ id: files.id }).from(files).where(eq(files.id, proof.fileId));
    if (!file) return refuse("no-such-file");
  }
  const [row] = await tx
    .insert(evidence)
    .values({ ...proof, taskId: task.id, addedBy: act.actor.userId, addedByName: act.actor.name, addedAt: act.now })
    .returning({ id: evidence.id });
  const detail = { kind: proof.kind };
  await record(tx, { actor: act.actor, verb: "task.evidence", subject: `task:${task.id}`, detail, now: act.now });
  return { ok: true, evidenceId: row?.id ?? "" } as const;
}

/** Takes a piece back before it is handed in; what was handed in stays as it was. Refused: "not-allowed", "gone". */
export async function withdrawEvidence(tx: Tx, { evidenceId, ...act }: TaskAct & { evidenceId: string }) {
  const task = await taskTo(tx, act, "do");
  if (!task) return refuse("not-allowed");
  const [row] = await tx
    .update(evidence)
    .set({ withdrawnAt: act.now })
    .where(
      and(
        eq(evidence.id, evidenceId),
        eq(evidence.taskId, task.id),
        isNull(evidence.submissionId),
        isNull(evidence.withdrawnAt),
      ),
    )
    .returning({ id: evidence.id });
  if (!row) return refuse("gone");
  await record(tx, { actor: act.actor, verb: "task.evidence-withdrawn", subject: `task:${task.id}`, now: act.now });
  return { ok: true } as const;
}
