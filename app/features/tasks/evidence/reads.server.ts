import { and, desc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { evidence, files, tasks, units } from "#db/schema.server";
import { type Actor, reachOf } from "~/features/accounts/rules";
import { within } from "~/features/units/reads.server";

/** Files that a person may use for a task: those they brought, and those that prove other tasks of their units. */
const usable = (db: Reader, actor: Actor): SQL | undefined => {
  const own = db
    .select({ id: units.id })
    .from(units)
    .where(within(units.path, reachOf(actor, "tasks.do")));
  const shown = db
    .select({ id: evidence.fileId })
    .from(evidence)
    .innerJoin(tasks, eq(tasks.id, evidence.taskId))
    .where(and(inArray(tasks.leadUnitId, own), isNull(evidence.withdrawnAt)));
  return or(eq(files.uploadedBy, actor.userId), inArray(files.id, shown));
};

/** The newest files that may be used again; those the task has already are left out by `except`. */
export async function usableFiles(
  db: Reader,
  { actor, except, limit = 50 }: { actor: Actor; except: readonly string[]; limit?: number },
) {
  const rows = await db
    .select({ id: files.id, name: files.name, size: files.size, uploadedAt: files.uploadedAt })
    .from(files)
    .where(usable(db, actor))
    .orderBy(desc(files.uploadedAt), desc(files.id))
    .limit(limit + except.length);
  return rows.filter(({ id }) => !except.includes(id)).slice(0, limit);
}

/** Whether this person may hand in a stored file once more: one they sent, or one that proves a task of their units. */
export async function mayUseFile(db: Reader, { fileId, actor }: { fileId: string; actor: Actor }): Promise<boolean> {
  const [file] = await db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, fileId), usable(db, actor)));
  return Boolean(file);
}

/** The file behind a piece of evidence of a task, or null, also when the piece was taken back; whether the task may be seen, the caller has asked. */
export async function fileOfEvidence(db: Reader, { taskId, evidenceId }: { taskId: string; evidenceId: string }) {
  const [row] = await db
    .select({ file: files })
    .from(evidence)
    .innerJoin(files, eq(files.id, evidence.fileId))
    .where(and(eq(evidence.id, evidenceId), eq(evidence.taskId, taskId), isNull(evidence.withdrawnAt)));
  return row?.file ?? null;
}
