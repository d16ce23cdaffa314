import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { dataDir } from "./client.server";
import { dialect } from "./dialect/index";

export interface Backup {
  file: string;
  bytes: number;
}

/** The SQLite file this process is configured for, open or not. */
export function sqliteFile(): string {
  const named = (process.env.DATABASE_URL ?? "").replace(/^(sqlite|file):(\/\/)?/, "");
  return resolve(named || join(dataDir(), "tenten.sqlite"));
}

/**
 * Writes a checked copy of the running database to `file`, which appears whole or not at all. On a connection of its
 * own: run it in a process of its own too (`npm run backup`), since it stops the event loop for about a second.
 * Never better-sqlite3's db.backup() in steps: while somebody writes it starts over and never ends.
 */
export function backupTo(file: string, source: string = sqliteFile()): Backup {
  if (dialect === "postgres") {
    throw new Error(
      'PostgreSQL has its own tool: pg_dump --format=custom --file=tenten.dump "$DATABASE_URL", and pg_restore to bring it back.',
    );
  }
  if (!existsSync(source)) throw new Error(`There is no database to copy: ${source}`);
  const target = resolve(file);
  mkdirSync(dirname(target), { recursive: true });
  const half = `${target}.${process.pid}.part`;
  rmSync(half, { force: true });
  try {
    const db = new Database(source, { readonly: true, fileMustExist: true, timeout: 10_000 });
    try {
      db.prepare("VACUUM INTO ?").run(half);
    } finally {
      db.close();
    }
    checkFile(half);
    sync(half);
    renameSync(half, target);
    sync(dirname(target));
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
  return { file: target, bytes: statSync(target).size };
}

/** Throws unless SQLite finds the file whole, with every child row's parent. */
export function checkFile(file: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const found = db.pragma("quick_check", { simple: true });
    if (found !== "ok") throw new Error(`The copy is damaged: ${found}`);
    const orphans = db.pragma("foreign_key_check") as unknown[];
    if (orphans.length > 0) throw new Error(`The copy has ${orphans.length} rows without their parents.`);
  } finally {
    db.close();
  }
}

function sync(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
