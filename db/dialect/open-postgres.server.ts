import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { errorCode, handle, type Reader, runWork, type Store, sleep, type Tx } from "./store";

const casing = "snake_case" as const;
const CONFLICT = /^(40001|40P01)$/;
const ATTEMPTS = 40;
/** Any number of our own: processes that migrate at one time take turns under it. */
const MIGRATION_LOCK = 7_110_010;

export interface PostgresOptions {
  url: string;
  /** Connections for each of the two pools. */
  poolSize?: number;
}

/**
 * PostgreSQL keeps no NUL in a text and fails the whole statement on one, where SQLite finds no such row or keeps it. Only
 * hostile addresses and broken programs send it: here it goes, and "/tasks/%00" is what is not found on both.
 */
class Client extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: one body for all the shapes in which the driver is asked
  override query(question: any, values?: any, ...rest: any[]): any {
    const asked = Array.isArray(question?.values) ? { ...question, values: question.values.map(withoutNul) } : question;
    const ask = super.query as (...all: unknown[]) => unknown;
    return ask.call(this, asked, Array.isArray(values) ? values.map(withoutNul) : values, ...rest);
  }
}

function withoutNul(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNul);
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "") : value;
}

export function openPool(url: string, max: number, settings: string): pg.Pool {
  const connectionTimeoutMillis = 15_000;
  const pool = new pg.Pool({ connectionString: url, max, options: settings, connectionTimeoutMillis, Client });
  // An idle connection may break (a restart of the server): the pool replaces it, the process must not end.
  pool.on("error", () => undefined);
  return pool;
}

/** Opens two pools: one whose every transaction is read-only, and one for SERIALIZABLE writes. */
export function openPostgres({ url, poolSize = 10 }: PostgresOptions): Store {
  const writers = openPool(url, poolSize, "-c synchronous_commit=on -c idle_in_transaction_session_timeout=120000");
  const readers = openPool(url, poolSize, "-c default_transaction_read_only=on");
  const readerDb = drizzle(readers, { casing });
  const calm = lane(2);
  let waiting = 0;
  let commits = 0;

  async function attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await writers.connect();
    const mark = { open: true };
    let conflict: unknown;
    let broken: Error | undefined;
    const guarded = {
      async query(...args: unknown[]) {
        if (!mark.open) throw new Error("This transaction is over: await every query inside its work.");
        try {
          return await (client.query as (...all: unknown[]) => Promise<unknown>)(...args);
        } catch (error) {
          if (errorCode(error, CONFLICT)) conflict = error;
          throw error;
        }
      },
    };
    try {
      await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
      const db = drizzle(guarded as unknown as pg.PoolClient, { casing });
      const answer = await runWork(
        mark,
        work,
        handle<Tx>(db, { base: db }, () => mark.open),
      );
      // A work that swallowed a statement's error: PostgreSQL would answer COMMIT with a silent ROLLBACK.
      const end = await client.query("COMMIT");
      if (end.command !== "COMMIT")
        throw conflict ?? new Error("A statement failed inside this transaction: nothing was kept.");
      commits += 1;
      return answer;
    } catch (error) {
      await client.query("ROLLBACK").catch((lost: Error) => {
        broken = lost;
      });
      // What the work made of a conflict does not count: it saw facts that never were.
      throw conflict ?? error;
    } finally {
      mark.open = false;
      client.release(broken);
    }
  }

  /** The first try is free; those who met a conflict go on through a narrow lane, or they would only meet again. */
  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    waiting += 1;
    try {
      for (let tries = 1; ; tries += 1) {
        try {
          return await (tries === 1 ? attempt(work) : calm(() => attempt(work)));
        } catch (error) {
          if (tries >= ATTEMPTS || !errorCode(error, CONFLICT)) throw error;
          await sleep(Math.random() * Math.min(100, 4 * 2 ** Math.min(tries, 10)));
        }
      }
    } finally {
      waiting -= 1;
    }
  }

  return {
    file: null,
    url,
    reader: handle<Reader>(readerDb, { base: readerDb }, () => true),
    transact,
    load: () => ({ waiting, works: commits, commits }),
    async ping() {
      await readers.query("SELECT 1");
    },
    async migrate(folder) {
      const client = await writers.connect();
      try {
        await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
        await migrate(drizzle(client, { casing }), { migrationsFolder: folder });
      } finally {
        await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => undefined);
        client.release();
      }
    },
    async close() {
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

/** Lets `width` of the given jobs run at a time, in their order. */
function lane(width: number) {
  let free = width;
  const line: (() => void)[] = [];
  return async <T>(job: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((mine) => line.push(mine));
    try {
      return await job();
    } finally {
      const next = line.shift();
      if (next) next();
      else free += 1;
    }
  };
}
