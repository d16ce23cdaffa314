import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { newId } from "./dialect/ids";
import { dataDir } from "./client.server";

// Bytes stay outside the database: DATA_DIR/files/ab/<sha256>, written once, never changed.
const incomingName = "incoming";
const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** Where the bytes with this SHA-256 stand, or would stand, under the folder of all files. */
export function storedAt(sha256: string, folder: string = filesFolder()): string {
  if (!isHash(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
  return join(folder, sha256.slice(0, 2), sha256);
}

export const filesFolder = (): string => join(dataDir(), "files");

/** A path for bytes that are still arriving, on the same disk as the store. */
export async function incomingFile(): Promise<string> {
  const folder = join(filesFolder(), incomingName);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, newId());
}

/**
 * Moves a finished and synced file to its place; when this resolves it survives a power cut. Bytes that are there already
 * are replaced by themselves: that makes them young again, so that a sweep under way leaves them alone.
 */
export async function storeFile(from: string, sha256: string): Promise<void> {
  const place = storedAt(sha256);
  const made = await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(from, place);
  await syncFolder(dirname(place));
  if (made) await syncFolder(filesFolder());
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens stored bytes for reading, or null when they are not there. */
export async function openStored(sha256: string): Promise<FileHandle | null> {
  return await open(storedAt(sha256), "r").catch(unlessMissing(null));
}

/** The SHA-256 of everything stored, folder by folder; only what was stored before `before`, when given. */
export async function* storedFiles(before?: Date): AsyncGenerator<string[]> {
  const folder = filesFolder();
  for (const part of (await readdir(folder).catch(unlessMissing([]))).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const found: string[] = [];
    for (const name of (await readdir(join(folder, part))).filter(isHash))
      if (!before || (await olderThan(join(folder, part, name), before))) found.push(name);
    if (found.length > 0) yield found.sort();
  }
}

/** Removes stored bytes unless they were stored again after `before`, also while this runs. */
export async function dropStored(sha256: string, before: Date): Promise<void> {
  const place = storedAt(sha256);
  const aside = await incomingFile();
  await rename(place, aside).catch(unlessMissing(null));
  // A rename keeps the age: bytes that came again between the look and the rename go back.
  if (await olderThan(aside, before)) await rm(aside, { force: true });
  else await rename(aside, place).catch(unlessMissing(null));
}

/** Removes what broke off while arriving, before `before`. */
export async function dropIncoming(before: Date): Promise<void> {
  const folder = join(filesFolder(), incomingName);
  for (const name of await readdir(folder).catch(unlessMissing([])))
    if (await olderThan(join(folder, name), before)) await rm(join(folder, name), { force: true });
}

/** Bytes that the disk under DATA_DIR still takes. */
export async function freeBytes(): Promise<number> {
  await mkdir(filesFolder(), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(filesFolder());
  return bavail * bsize;
}

const olderThan = async (path: string, moment: Date): Promise<boolean> =>
  ((await stat(path).catch(unlessMissing(null)))?.mtime ?? moment) < moment;

const unlessMissing =
  <T>(otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === "ENOENT") return otherwise;
    throw error;
  };
