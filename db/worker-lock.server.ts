import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { dataDir } from "./client.server";
import { dialect } from "./dialect/index";
import { errorCode, shared } from "./dialect/store";

export interface WorkerLock {
  /** False once the lock is gone though the process lives (PostgreSQL dropped the connection): stop claiming. */
  held(): boolean;
  release(): Promise<void>;
}

/**
 * Proof of life for a worker that claims letters, no clock involved: an exclusive lock that the kernel (SQLite) or the
 * server (PostgreSQL, which sees the socket close) takes back when the process dies, however it dies.
 * Give every start a new id and hold its lock before the first claim.
 */
export async function holdWorkerLock(workerId: string): Promise<WorkerLock> {
  return dialect === "postgres" ? await holdOnPostgres(workerId) : holdOnSqlite(workerId);
}

/** Whether nobody holds this worker's lock any more, so that its claims may be taken over. */
export async function isWorkerDead(workerId: string): Promise<boolean> {
  return dialect === "postgres" ? await isDeadOnPostgres(workerId) : isDeadOnSqlite(workerId);
}

function lockFile(workerId: string): string {
  if (!/^[\w-]{1,80}$/.test(workerId)) throw new Error("A worker's id is letters, digits, - and _.");
  return join(dataDir(), "workers", `${workerId}.lock`);
}

/** The file in BEGIN EXCLUSIVE, or null when another process or connection has it. */
function lock(file: string): Database.Database | null {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma("journal_mode = MEMORY"); // nothing is ever written; no journal file may be left behind
    db.exec("BEGIN EXCLUSIVE");
    return db;
  } catch (error) {
    db.close();
    if (errorCode(error, /^SQLITE_(BUSY|LOCKED)/)) return null;
    throw error;
  }
}

function holdOnSqlite(workerId: string): WorkerLock {
  const file = lockFile(workerId);
  mkdirSync(join(dataDir(), "workers"), { recursive: true });
  const db = lock(file);
  if (!db) throw new Error(`Another worker is called ${workerId}.`);
  return {
    held: () => db.open,
    async release() {
      if (!db.open) return;
      rmSync(file, { force: true });
      db.close();
    },
  };
}

function isDeadOnSqlite(workerId: string): boolean {
  const file = lockFile(workerId);
  if (!existsSync(file)) return true;
  const db = lock(file);
  if (!db) return false;
  // Safe to remove: an id is never held twice, so nobody can be waiting to open this very file.
  rmSync(file, { force: true });
  db.close();
  return true;
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: shared.store?.url ?? process.env.DATABASE_URL, keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
const lockKey = (workerId: string) => [`tenten-worker:${workerId}`];

async function holdOnPostgres(workerId: string): Promise<WorkerLock> {
  const client = await connect();
  let alive = true;
  client.on("end", () => {
    alive = false;
  });
  const sql = "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine";
  const { rows } = await client.query<{ mine: boolean }>(sql, lockKey(workerId));
  if (!rows[0]?.mine) {
    await client.end();
    throw new Error(`Another worker is called ${workerId}.`);
  }
  return { held: () => alive, release: async () => await client.end() };
}

async function isDeadOnPostgres(workerId: string): Promise<boolean> {
  const client = await connect();
  try {
    // For the length of this one statement only, so that looking never keeps the lock.
    const sql = "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free";
    const { rows } = await client.query<{ free: boolean }>(sql, lockKey(workerId));
    return rows[0]?.free === true;
  } finally {
    await client.end();
  }
}
