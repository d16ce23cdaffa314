import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { checkFile, sqliteFile } from "#db/backup.server";
import { closeDatabase, migrate, openDatabase, transact } from "#db/client.server";
import { dialect } from "#db/dialect/index";
import { pauseLetters } from "~/features/outbox/writes.server";
import { everyLetter } from "~/features/outbox/rules";
import { env } from "~/web/env.server";
import { runCommand } from "./command";
import { openSealedFile } from "./sealed-file";

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
 * Letters are held afterwards: an older database does not know what has been sent since. `--check` only tries it.
 */
runCommand(async () => {
  const [backup, flag] = process.argv.slice(2);
  if (!backup) throw new Error("Say which: npm run restore -- <file> (or add --check to try it and change nothing)");
  if (dialect === "postgres")
    throw new Error('PostgreSQL has its own tool: pg_restore --clean --if-exists --dbname "$DATABASE_URL" tenten.dump');
  const { secrets } = env();
  const file = sqliteFile();
  const opened = `${file}.restoring`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    await openSealedFile(backup, opened, secrets);
    checkFile(opened);
    if (flag === "--check") return `${backup} is whole and opens.`;
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
