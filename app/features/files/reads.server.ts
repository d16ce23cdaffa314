import { eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { files } from "#db/schema.server";

export type FileRow = typeof files.$inferSelect;

/** One kept file, or null. Whether the reader may have it, the caller has asked. */
export async function findFile(db: Reader, { fileId }: { fileId: string }): Promise<FileRow | null> {
  const [row] = await db.select().from(files).where(eq(files.id, fileId));
  return row ?? null;
}

/** Which of these SHA-256 have a row, hence somebody who needs the bytes. */
export async function neededHashes(db: Reader, { hashes }: { hashes: string[] }): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db.selectDistinct({ sha256: files.sha256 }).from(files).where(inArray(files.sha256, hashes));
  return new Set(rows.map((row) => row.sha256));
}
