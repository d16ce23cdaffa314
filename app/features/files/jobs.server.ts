import { read } from "#db/client.server";
import { dropIncoming, dropStored, storedFiles } from "#db/file-store.server";
import { neededHashes } from "./reads.server";

const patienceMs = 24 * 3_600_000;

/** How many hashes one question to the database holds. */
const portion = 500;

/** The clock's job: bytes that no row needs and that nobody has brought again for a day leave the disk. */
export async function sweepOrphanFiles(now: Date): Promise<void> {
  const before = new Date(now.getTime() - patienceMs);
  await dropIncoming(before);
  for await (const found of storedFiles(before))
    for (let at = 0; at < found.length; at += portion) {
      const hashes = found.slice(at, at + portion);
      const needed = await neededHashes(read, { hashes });
      for (const sha256 of hashes) if (!needed.has(sha256)) await dropStored(sha256, before);
    }
}
