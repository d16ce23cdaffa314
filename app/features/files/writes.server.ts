import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { files } from "#db/schema.server";

interface KeepFile {
  /** What `receiveFiles` stored. */
  file: { sha256: string; name: string; type: string; size: number };
  /** The user who brought it, or null. */
  uploadedBy: string | null;
  now: Date;
}

/** Writes down a stored file and gives its id; the same bytes under the same name are the same file. */
export async function keepFile(tx: Tx, { file, uploadedBy, now }: KeepFile): Promise<{ fileId: string }> {
  const { sha256, name, type, size } = file;
  const [row] = await tx
    .insert(files)
    .values({ sha256, name, type, size, uploadedBy, uploadedAt: now })
    .onConflictDoNothing()
    .returning({ id: files.id });
  if (row) return { fileId: row.id };
  const [old] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.sha256, sha256), eq(files.name, name)));
  if (!old) throw new Error("A file is neither new nor known");
  return { fileId: old.id };
}
