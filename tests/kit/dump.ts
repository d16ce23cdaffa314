import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { read } from "../../db/client.server";
import type { AnyTable } from "../../db/dialect/kit";
import * as schema from "../../db/schema.server";

const tables = Object.entries(schema).filter(([, value]) => is(value, SQLiteTable) || is(value, PgTable)) as [
  string,
  AnyTable,
][];

/** Every row of every table, in an order of its own: two dumps are equal when nothing was written in between. */
export async function dumpDatabase(): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const [name, table] of tables) {
    const rows: unknown[] = await read.select().from(table);
    dump[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}
