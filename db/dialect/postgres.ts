import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import * as c from "drizzle-orm/pg-core";
import { newId } from "./ids";

export type FullDb = c.PgDatabase<c.PgQueryResultHKT, Record<string, never>>;
export type AnyColumn = c.AnyPgColumn;
export type AnyTable = c.PgTable;

export const table = c.pgTable;
export const index = c.index;
export const alias = c.alias;
export const uniqueIndex = c.uniqueIndex;
export const primaryKey = c.primaryKey;
export const foreignKey = c.foreignKey;
export const check = c.check;

// Text, not uuid: a malformed id in an address finds no row here too, where uuid would raise 22P02 and answer 500.
export const id = () => c.text().primaryKey().$defaultFn(newId);
export const ref = () => c.text();
export const text = () => c.text();
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  c.text({ enum: values as unknown as [T[number], ...T[number][]] });
export const int = () => c.integer();
export const big = () => c.bigint({ mode: "number" });
export const real = () => c.doublePrecision();
export const bool = () => c.boolean();
export const moment = () => c.timestamp({ mode: "date", withTimezone: true, precision: 3 });
// Text as on SQLite: comparing and concatenating days then means the same on both.
export const day = () => c.text();
export const json = <T>() => c.jsonb().$type<T>();
const bytea = c.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
export const bytes = () => bytea();

export const jsonText = (column: SQLWrapper, key: string): SQL<string | null> =>
  sql<string | null>`${column} ->> ${key}`;
interface Lockable {
  for(strength: "update", config?: { skipLocked?: boolean }): unknown;
}
export const forUpdate = <T>(query: T): T => (query as unknown as Lockable).for("update") as T;
export const skipLocked = <T>(query: T): T => (query as unknown as Lockable).for("update", { skipLocked: true }) as T;
