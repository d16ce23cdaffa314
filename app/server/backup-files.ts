import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { incomingFile, openStored, storedAt, storedFiles, storeFile } from "#db/file-store.server";
import { openSealedFile, sealFile } from "./sealed-file";

const ending = ".sealed";
const sealedAt = (folder: string, sha256: string) => `${storedAt(sha256, join(folder, "files"))}${ending}`;

/**
 * Seals every uploaded file that the backup's folder does not hold yet; bytes never change under their name, so what is
 * there stays. Called after the database was copied: the copy then names no file that is missing here. Returns how many came in.
 */
export async function backUpFiles(folder: string, secret: string): Promise<number> {
  let added = 0;
  for await (const hashes of storedFiles())
    for (const sha256 of hashes) {
      const place = sealedAt(folder, sha256);
      if (existsSync(place)) continue;
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await sealFile(storedAt(sha256), `${place}.part`, secret);
      await rename(`${place}.part`, place);
      added += 1;
    }
  return added;
}

/** The SHA-256 of every sealed file in a backup's folder. */
export async function sealedFiles(folder: string): Promise<string[]> {
  const parts = existsSync(join(folder, "files")) ? await readdir(join(folder, "files")) : [];
  const names = await Promise.all(parts.map((part) => readdir(join(folder, "files", part))));
  return names.flat().flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));
}

/**
 * Puts back the uploaded files of these names that are not in place, or with `check` only tries them. Throws when one
 * is missing or not what its name says. Returns how many were put back, or tried.
 */
export async function restoreFiles(
  folder: string,
  { secrets, hashes, check }: { secrets: string[]; hashes: readonly string[]; check: boolean },
): Promise<number> {
  let done = 0;
  for (const sha256 of hashes) {
    const standing = await openStored(sha256);
    await standing?.close();
    if (standing && !check) continue;
    const sealed = sealedAt(folder, sha256);
    if (!existsSync(sealed)) {
      if (standing) continue;
      throw new Error(`An uploaded file is missing from the backup: ${sealed}`);
    }
    const opened = await incomingFile();
    try {
      await openSealedFile(sealed, opened, secrets);
      if ((await sha256Of(opened)) !== sha256) throw new Error(`${sealed} does not hold what its name says.`);
      if (!check) await storeFile(opened, sha256);
    } finally {
      await rm(opened, { force: true });
    }
    done += 1;
  }
  return done;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
