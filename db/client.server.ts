import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dialect } from "./dialect/index";
import { openPostgres } from "./dialect/open-postgres.server";
import { openSqlite } from "./dialect/open-sqlite.server";
import { errorCode, type Reader, refuseNesting, type Store, shared, type Tx } from "./dialect/store";

export { insertMany } from "./insert-many.server";
export { given, prepared, preparedWrite } from "./prepared.server";
export type { Reader, Tx };

export interface OpenOptions {
  /** A PostgreSQL address, or `file:`/`sqlite:` and a path. Default: DATABASE_URL. */
  url?: string;
  /** The SQLite file. Default: DATA_DIR/tenten.sqlite, DATA_DIR being `data`. */
  file?: string;
  /** PostgreSQL connections in each of the two pools. Default: DATABASE_POOL, or 10. */
  poolSize?: number;
  /** SQLite: how long a transaction waits for another process that writes, in ms. Default 5000. */
  patience?: number;
  /** SQLite: how long one transaction may take, in ms. Default 120000. */
  limit?: number;
  /** SQLite: only tests that show what NORMAL loses change this. */
  synchronous?: "FULL" | "NORMAL";
}

/** Where uploads, locks and the SQLite file live: DATA_DIR, or `data` beside package.json. */
export const dataDir = (): string => resolve(process.env.DATA_DIR || "data");

function opened(): Store {
  if (!shared.store) throw new Error("The database is not open: openDatabase() comes first.");
  return shared.store;
}

/** Opens the one database of this process; the engine follows DATABASE_URL. Does not migrate. Throws if one is open. */
export async function openDatabase(options: OpenOptions = {}): Promise<void> {
  if (shared.store) throw new Error("A database is open already: closeDatabase() first.");
  const url = options.url ?? process.env.DATABASE_URL ?? "";
  if (/^postgres(ql)?:/.test(url) !== (dialect === "postgres")) {
    throw new Error(`This process speaks ${dialect}, as DATABASE_URL said when it started.`);
  }
  if (dialect === "postgres") {
    shared.store = openPostgres({ url, poolSize: options.poolSize ?? (Number(process.env.DATABASE_POOL) || 10) });
    return;
  }
  const file = options.file ?? (url.replace(/^(sqlite|file):(\/\/)?/, "") || join(dataDir(), "tenten.sqlite"));
  const { patience, limit, synchronous } = options;
  shared.store = openSqlite({ file: resolve(file), patience, limit, synchronous });
}

/** Waits for the works under way, empties the WAL into the file, closes. Nothing open: nothing happens. */
export async function closeDatabase(): Promise<void> {
  const store = shared.store;
  shared.store = null;
  await store?.close();
}

/** Brings the open database to the newest schema: all missing migrations or none, safe when several processes start. */
export async function migrate(folder: string = migrationsFolder()): Promise<void> {
  await opened().migrate(folder);
}

/** From the repository root, where the app is started, else beside this source file (tests started elsewhere). */
export function migrationsFolder(): string {
  const engine = dialect === "postgres" ? "postgresql" : "sqlite";
  const here = join(process.cwd(), "db/migrations", engine);
  return existsSync(here) ? here : fileURLToPath(new URL(`./migrations/${engine}`, import.meta.url));
}

/** The door for looking. Read-only by the connection itself: a write through it fails even when cast. */
export const read: Reader = new Proxy({} as Reader, {
  get: (_, name) => Reflect.get(opened().reader, name),
});

/**
 * The door for writing. The work sees fresh facts, alone; when it throws, nothing of it is kept; when this resolves, it
 * is on the disk. Inside only the database: PostgreSQL may run the work again, and SQLite lets other works wait.
 */
export async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  refuseNesting();
  return await opened().transact(work);
}

class Refused<T> extends Error {
  constructor(readonly answer: T) {
    super("refused");
  }
}

/**
 * `transact` for a work that is made of several writes: when it answers `ok: false`, what the earlier ones wrote is taken
 * back, so that a refusal has changed nothing.
 */
export async function transactWhole<T extends { ok: boolean }>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transact(async (tx) => {
      const answer = await work(tx);
      if (!answer.ok) throw new Refused(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof Refused) return error.answer as T;
    throw error;
  }
}

/** Resolves when the database answers; for the health page. */
export const pingDatabase = async (): Promise<void> => await opened().ping();

/** Works that wait, and how many were kept in how many commits since the start (on SQLite many share one). */
export const databaseLoad = () => opened().load();

/** The open SQLite file, or null on PostgreSQL. */
export const databaseFile = () => opened().file;

/** Whether a unique index or primary key said "already". Prefer onConflictDoNothing().returning(). */
export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error, /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|23505)$/) !== undefined;
}
