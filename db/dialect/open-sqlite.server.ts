import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { BetterSQLite3Database, BetterSQLiteSession, drizzle } from "drizzle-orm/better-sqlite3";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { groupCommit } from "./group-commit.server";
import { preparedInserts } from "./insert-sqlite.server";
import { handle, type Reader, type Store, type Tx } from "./store";
import { migrateSqlite } from "./migrate-sqlite.server";

const MB = 1024 * 1024;
const casing = "snake_case" as const;

export interface SqliteOptions {
  file: string;
  patience?: number;
  limit?: number;
  /** Only the power-cut test's control sets this, to show what a weaker promise loses. */
  synchronous?: "FULL" | "NORMAL";
}

const EXPECTED = { synchronous: 2, foreign_keys: 1, trusted_schema: 0, temp_store: 2, cell_size_check: 1 };

function openConnection(file: string, { readonly, synchronous }: { readonly: boolean; synchronous: string }) {
  const raw = new Database(file, { readonly, fileMustExist: readonly, timeout: 5000 });
  // Before WAL: better-sqlite3 is built to fall back to NORMAL when a WAL file is opened with nothing said.
  raw.pragma(`synchronous = ${synchronous}`);
  if (!readonly) raw.pragma("journal_mode = WAL");
  raw.pragma("foreign_keys = ON");
  raw.pragma("trusted_schema = OFF");
  raw.pragma("temp_store = MEMORY");
  raw.pragma(`journal_size_limit = ${64 * MB}`);
  raw.pragma("cell_size_check = ON");
  raw.pragma("cache_size = -65536");
  raw.prepare("SELECT count(*) FROM sqlite_schema").get();
  for (const [name, value] of Object.entries({ ...EXPECTED, synchronous: synchronous === "FULL" ? 2 : 1 })) {
    const found = raw.pragma(name, { simple: true });
    if (found !== value) throw new Error(`SQLite has ${name}=${found}, but ${value} was asked for: ${file}`);
  }
  const mode = raw.pragma("journal_mode", { simple: true });
  if (mode !== "wal") throw new Error(`SQLite keeps journal_mode=${mode}: put ${file} on a local disk.`);
  return raw;
}

/** Opens the file (made when missing, with its folder): one connection that writes, one that can only read. */
export function openSqlite({ file, patience = 5000, limit = 120_000, synchronous = "FULL" }: SqliteOptions): Store {
  mkdirSync(dirname(file), { recursive: true });
  const writer = openConnection(file, { readonly: false, synchronous });
  const readerRaw = openConnection(file, { readonly: true, synchronous });
  writer.pragma("busy_timeout = 0");

  const prepareWriting = keptStatements(writer);
  const base = drizzle(writer, { casing });
  const dialect = new SQLiteSyncDialect({ casing });
  const over = (prepare: Prepare) => {
    const session = new BetterSQLiteSession({ prepare } as unknown as Database.Database, dialect, undefined);
    return new BetterSQLite3Database("sync", dialect, session as never, undefined);
  };
  const readerDb = over(keptStatements(readerRaw));
  const insertRows = preparedInserts(writer, base);

  /** A handle of its own for each work, so that a query built inside and awaited too late is refused as well. */
  function makeTx(mark: { open: boolean }): Tx {
    const db = over((source) => {
      if (!mark.open) throw new Error("This transaction is over: await every query inside its work.");
      return prepareWriting(source);
    });
    return handle<Tx>(db, { base, insertRows }, () => mark.open);
  }

  const group = groupCommit({ writer, makeTx, patience, limit });
  return {
    file,
    url: null,
    reader: handle<Reader>(readerDb, { base: readerDb }, () => true),
    transact: group.transact,
    load: group.load,
    async ping() {
      readerRaw.prepare("SELECT 1").get();
    },
    async migrate(folder) {
      await group.settled();
      migrateSqlite(writer, folder);
    },
    async close() {
      await group.settled();
      readerRaw.close();
      writer.pragma("busy_timeout = 2000");
      writer.pragma("optimize");
      try {
        writer.pragma("wal_checkpoint(TRUNCATE)");
      } finally {
        writer.close();
      }
    },
  };
}

type Prepare = (source: string) => Database.Statement;
const KEPT_STATEMENTS = 300;

/**
 * Compiles each statement once: drizzle asks anew for every query. The same text always comes from the same kind of
 * query, so drizzle's switch of a statement to rows as arrays stays right. The ones used longest ago are let go.
 */
function keptStatements(db: Database.Database): Prepare {
  const kept = new Map<string, Database.Statement>();
  return (source) => {
    const statement = kept.get(source) ?? db.prepare(source);
    kept.delete(source);
    kept.set(source, statement);
    if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value as string);
    return statement;
  };
}
