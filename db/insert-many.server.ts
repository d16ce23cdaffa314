import { getTableColumns } from "drizzle-orm";
import type { AnyTable } from "./dialect/kit";
import { behindOf, type Tx } from "./dialect/store";

/**
 * Inserts any number of rows (a generator can make them on the way) inside the given transaction and returns how many went in. `ignoreTaken` passes over rows
 * whose unique value exists. On SQLite one prepared statement (about five times cheaper than drizzle's own), on
 * PostgreSQL many-row statements of a safe size. Pages can be read meanwhile; other writers wait.
 */
export async function insertMany<T extends AnyTable>(
  tx: Tx,
  table: T,
  rows: Iterable<T["$inferInsert"]>,
  { ignoreTaken = false }: { ignoreTaken?: boolean } = {},
): Promise<number> {
  const engine = behindOf(tx);
  if (engine.insertRows) return await engine.insertRows(table, rows as Iterable<Record<string, unknown>>, ignoreTaken);
  // A statement of PostgreSQL takes 65 535 parameters; over it, pg sends a wrapped count.
  const columns = Object.keys(getTableColumns(table)).length;
  const size = Math.max(1, Math.min(1000, Math.floor(60_000 / columns)));
  let inserted = 0;
  for (const some of inPieces(rows, size)) {
    const insert = tx.insert(table).values(some as never);
    const done: unknown = await (ignoreTaken ? insert.onConflictDoNothing() : insert);
    inserted += (done as { rowCount: number }).rowCount;
  }
  return inserted;
}

function* inPieces<T>(rows: Iterable<T>, size: number): Generator<T[]> {
  let piece: T[] = [];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < size) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
