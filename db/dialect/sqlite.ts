import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import * as c from "drizzle-orm/sqlite-core";
import { newId } from "./ids";

/** The whole database as this engine types it; client.server.ts hands out the common part only. */
export type FullDb = c.BaseSQLiteDatabase<"async", unknown, Record<string, never>>;
/** For a table that refers to itself: `references((): AnyColumn => units.id)`. */
export type AnyColumn = c.AnySQLiteColumn;
export type AnyTable = c.SQLiteTable;

export const table = c.sqliteTable;
export const index = c.index;
export const alias = c.alias;
export const uniqueIndex = c.uniqueIndex;
export const primaryKey = c.primaryKey;
export const foreignKey = c.foreignKey;
export const check = c.check;

/** UUIDv7 as text, made here when the row gives none. */
export const id = () => c.text().primaryKey().$defaultFn(newId);
/** A column that holds another row's id; add `.references(() => other.id)`. */
export const ref = () => c.text();
export const text = () => c.text();
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  c.text({ enum: values as unknown as [T[number], ...T[number][]] });
/** A whole number up to 2 147 483 647 (PostgreSQL's integer). */
export const int = () => c.integer();
/** A whole number up to 2^53, for money in đồng and sizes in bytes. */
export const big = () => c.integer();
export const real = () => c.real();
export const bool = () => c.integer({ mode: "boolean" });
/** An instant, a Date in UTC with milliseconds. */
export const moment = () => c.integer({ mode: "timestamp_ms" });
/** A calendar day, text 'YYYY-MM-DD'. */
export const day = () => c.text();
export const json = <T>() => c.text({ mode: "json" }).$type<T>();
export const bytes = () => c.blob({ mode: "buffer" }).$type<Buffer>();

/** The text under one key of a json column. */
export const jsonText = (column: SQLWrapper, key: string): SQL<string | null> =>
  sql<string | null>`json_extract(${column}, ${`$.${key}`})`;
/** Row locks: SQLite has one writer, so there is nothing to lock or skip. */
export const forUpdate = <T>(query: T): T => query;
export const skipLocked = <T>(query: T): T => query;
