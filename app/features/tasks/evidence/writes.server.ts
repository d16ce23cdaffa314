import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { evidence } from "#db/schema.server";
import { record } from "~/features/audit/writes.server";
import { keepFile } from "~/features/files/writes.server";
import { refuse } from "~/web/refuse";
import { type TaskAct, taskTo } from "../row.writes.server";
import { hasLeft, isWithDoer } from "../rules";
import { mayUseFile } from "./reads.server";

export type Proof =
  | { kind: "file"; fileId: string; label: string }
  | { kind: "link"; url: string; label: string }
  | { kind: "figure"; label: string; figure: number; measure: string }
  | { kind: "note"; label: string };

/** The task, when this person may gather evidence for it now. */
async function gathering(tx: Tx, act: TaskAct) {
  const task = await taskTo(tx, act, "do");
  if (!task || task.isGroup) return refuse("not-allowed");
  return isWithDoer(task.state) ? ({ ok: true, task } as const) : refuse("wrong-state");
}

/**
 * Gathers a piece of evidence for the next submission; one file may serve several tasks. Refused: "not-allowed",
 * "wrong-state" (handed in or ended), "no-such-file" (none, or not the person's to use).
 */
export async function addEvidence(tx: Tx, { proof, ...act }: TaskAct & { proof: Proof }) {
  const found = await gathering(tx, act);
  if (!found.ok) return found;
  if (proof.kind === "file" && !(await mayUseFile(tx, { fileId: proof.fileId, actor: act.actor })))
    return refuse("no-such-file");
  return { ok: true, evidenceId: await insert(tx, act, proof) } as const;
}

/** Gathers files that have just been brought, each under the same sentence. Refused: "not-allowed", "wrong-state". */
export async function addFiles(
  tx: Tx,
  { files, label, ...act }: TaskAct & { files: readonly Parameters<typeof keepFile>[1]["file"][]; label: string },
) {
  const found = await gathering(tx, act);
  if (!found.ok) return found;
  for (const file of files) {
    const { fileId } = await keepFile(tx, { file, uploadedBy: act.actor.userId, now: act.now });
    await insert(tx, act, { kind: "file", fileId, label });
  }
  return { ok: true } as const;
}

async function insert(tx: Tx, { taskId, actor, now }: TaskAct, proof: Proof): Promise<string> {
  const [row] = await tx
    .insert(evidence)
    .values({ ...proof, taskId, addedBy: actor.userId, addedByName: actor.name, addedAt: now })
    .returning({ id: evidence.id });
  await record(tx, { actor, verb: "task.evidence", subject: `task:${taskId}`, detail: { kind: proof.kind }, now });
  return row?.id ?? "";
}

/**
 * Takes a piece back before it is handed in; what was handed in stays as it was, and so does what tells of a task that
 * was cancelled or carried over. Refused: "not-allowed", "wrong-state", "gone".
 */
export async function withdrawEvidence(tx: Tx, { evidenceId, ...act }: TaskAct & { evidenceId: string }) {
  const task = await taskTo(tx, act, "do");
  if (!task) return refuse("not-allowed");
  if (hasLeft(task.state)) return refuse("wrong-state");
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
