import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { checkFile, sqliteFile } from "#db/backup.server";
import { closeDatabase, migrate, openDatabase, transact } from "#db/client.server";
import { dialect } from "#db/dialect/index";
import { pauseLetters } from "~/features/outbox/writes.server";
import { everyLetter } from "~/features/outbox/rules";
import { env } from "~/web/env.server";
import { restoreFiles, sealedFiles } from "./backup-files";
import { runCommand } from "./command";
import { openSealedFile } from "./sealed-file";

/** The SHA-256 of the uploaded files that a database names; none where it is older than they are. */
function filesNamedIn(file: string): string[] {
  const db = new Database(file, { readonly: true });
  try {
    const [known] = db.prepare("select 1 from sqlite_master where type = 'table' and name = 'files'").all();
    if (!known) return [];
    return db.prepare("select distinct sha256 from files").pluck().all() as string[];
  } finally {
    db.close();
  }
}

/** Moves the database aside, write-ahead log included. Throws while another process has it open. */
function takeAway(file: string, aside: string): void {
  const db = new Database(file, { timeout: 2000 });
  try {
    // Only the one and only connection may leave write-ahead logging; whatever waits in the log goes into the file.
    db.pragma("journal_mode = DELETE");
  } catch (error) {
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    throw new Error("TenTen is running with this database. Stop it first, then restore.");
  } finally {
    db.close();
  }
  renameSync(file, aside);
}

/**
 * `npm run restore -- <backup> [--check]`: puts a backup in the place of the database, which is kept beside it.
 * Letters are held afterwards: an older database does not know what has been sent since. The uploaded files it names
 * are put back first. `--check` only tries it all. A folder instead of a backup puts back its uploaded files alone.
 */
runCommand(async () => {
  const [backup, flag] = process.argv.slice(2);
  if (!backup) throw new Error("Say which: npm run restore -- <file> (or add --check to try it and change nothing)");
  const { secrets } = env();
  const check = flag === "--check";
  if (existsSync(backup) && statSync(backup).isDirectory()) {
    const done = await restoreFiles(backup, { secrets, hashes: await sealedFiles(backup), check });
    return check ? `${done} uploaded files open and are whole.` : `${done} uploaded files are back in place.`;
  }
  if (dialect === "postgres")
    throw new Error('PostgreSQL has its own tool: pg_restore --clean --if-exists --dbname "$DATABASE_URL" tenten.dump');
  const file = sqliteFile();
  const opened = `${file}.restoring`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    await openSealedFile(backup, opened, secrets);
    checkFile(opened);
    const named = { secrets, hashes: filesNamedIn(opened), check };
    const files = await restoreFiles(dirname(resolve(backup)), named);
    if (check) return `${backup} is whole and opens, with ${files} uploaded files.`;
    const aside = `${file}.before-${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`;
    if (existsSync(file)) takeAway(file, aside);
    renameSync(opened, file);
    await openDatabase();
    await migrate();
    await transact((tx) =>
      pauseLetters(tx, { scope: everyLetter, by: "restore", reason: "restored", now: new Date() }),
    );
    await closeDatabase();
    const before = existsSync(aside) ? ` The database of before is ${aside}.` : "";
    return `Restored.${before} Letters are held: look at them, then let them go.`;
  } finally {
    rmSync(opened, { force: true });
  }
});
