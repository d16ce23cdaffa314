import { AsyncLocalStorage } from "node:async_hooks";
import type { AnyTable, FullDb } from "./kit";

type WithQueries = Parameters<FullDb["with"]>;

/** What both handles can do: look. Facts are read with the same sentence in a loader and inside a transaction. */
export type Reader = Pick<FullDb, "select" | "selectDistinct" | "$with" | "$count"> & {
  with(...queries: WithQueries): Pick<ReturnType<FullDb["with"]>, "select" | "selectDistinct">;
};
/** A transaction in progress. It is over when its work has returned; using it later throws. */
export type Tx = Pick<
  FullDb,
  "select" | "selectDistinct" | "$with" | "$count" | "with" | "insert" | "update" | "delete"
>;

export interface Store {
  reader: Reader;
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  migrate(folder: string): Promise<void>;
  ping(): Promise<void>;
  /** Works that wait, and how many were kept in how many commits since the store was opened. For the metrics. */
  load(): { waiting: number; works: number; commits: number };
  close(): Promise<void>;
  /** The SQLite file, or null on PostgreSQL. */
  file: string | null;
  /** The PostgreSQL address, or null on SQLite. */
  url: string | null;
}

/** Engine-only ways behind a handle, kept under symbols so that no feature reaches them by accident. */
export interface Behind {
  /** The drizzle object that prepared queries belong to; asking for it after the transaction throws. */
  base: object;
  insertRows?: (table: AnyTable, rows: Iterable<Record<string, unknown>>, ignoreTaken: boolean) => Promise<number>;
}
export const behind = Symbol.for("tenten.db.behind");
export const behindOf = (db: Reader | Tx): Behind => (db as unknown as Record<typeof behind, Behind>)[behind];

interface Shared {
  store: Store | null;
  works: AsyncLocalStorage<{ open: boolean }>;
}

// Several server bundles share one process, each with its own copy of this module: the open store is one.
const key = Symbol.for("tenten.db");
const home = globalThis as unknown as Record<typeof key, Shared | undefined>;
home[key] ??= { store: null, works: new AsyncLocalStorage() };
export const shared: Shared = home[key];

/** A handle with the given methods that refuses everything once `isOpen` says no. */
export function handle<T extends object>(db: object, engine: Behind, isOpen: () => boolean): T {
  return new Proxy(db, {
    get(target, name) {
      if (!isOpen()) throw new Error("This transaction is over: use its tx only inside its work.");
      if (name === behind) return engine;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  }) as T;
}

/** Runs one work with its own mark, so that `transact` inside it is seen, also from another bundle. */
export async function runWork<T>(mark: { open: boolean }, work: (tx: Tx) => Promise<T>, tx: Tx): Promise<T> {
  try {
    return await shared.works.run(mark, async () => await work(tx));
  } finally {
    mark.open = false;
  }
}

export function refuseNesting(): void {
  if (shared.works.getStore()?.open) throw new Error("transact() inside transact(): pass the tx down instead.");
}

export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Walks an error's causes (drizzle wraps the driver's error) and returns the first code of the wanted shape. */
export function errorCode(error: unknown, shape: RegExp): string | undefined {
  for (let e = error; e && typeof e === "object"; e = (e as { cause?: unknown }).cause) {
    const code = (e as { code?: unknown }).code;
    if (typeof code === "string" && shape.test(code)) return code;
  }
  return undefined;
}
