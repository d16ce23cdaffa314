import { type SQL, sql } from "drizzle-orm";
import { dialect } from "./dialect/index";
import type { AnyColumn } from "./dialect/kit";
import { behindOf, type Reader, type Tx } from "./dialect/store";

interface Awaitable<R> {
  then<A>(ok: (rows: R) => A): unknown;
}
type Rows<Q> = Q extends Awaitable<infer R> ? R : never;

/**
 * A hot query, built once and kept: on SQLite building costs about ten times the run. Values come in through
 * `sql.placeholder("name")`; an instant must be given as the column wants it, so compare with `eq`, `lt`, ... as usual.
 * `name` must be one of its own for each query (PostgreSQL keeps the plan under it).
 */
export function prepared<P extends Record<string, unknown>, Q extends object>(
  name: string,
  build: (db: Reader) => Q,
): (db: Reader, params: P) => Promise<Rows<Q>> {
  return keep<P, Q, Reader>(name, build);
}

/** The same for a hot write: needs a transaction to be in, and is part of it. */
export function preparedWrite<P extends Record<string, unknown>, Q extends object>(
  name: string,
  build: (tx: Tx) => Q,
): (tx: Tx, params: P) => Promise<Rows<Q>> {
  return keep<P, Q, Tx>(name, build);
}

/** A value that a prepared write is given at each run, kept as its column keeps such values. */
export const given = (name: string, column: AnyColumn): SQL => sql`${sql.param(sql.placeholder(name), column)}`;

function keep<P extends Record<string, unknown>, Q extends object, D extends Reader | Tx>(
  name: string,
  build: (db: D) => Q,
): (db: D, params: P) => Promise<Rows<Q>> {
  const kept = new WeakMap<object, { execute(params: P): PromiseLike<Rows<Q>> }>();
  return async (db, params) => {
    const { base } = behindOf(db);
    let query = kept.get(base);
    if (!query) {
      const built = build(base as D) as { prepare(name?: string): { execute(params: P): PromiseLike<Rows<Q>> } };
      query = dialect === "postgres" ? built.prepare(name) : built.prepare();
      kept.set(base, query);
    }
    return await query.execute(params);
  };
}
