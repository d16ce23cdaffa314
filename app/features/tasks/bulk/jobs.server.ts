import { transact } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { type BulkRow, changeMany } from "./writes.server";

/**
 * What `changeMany` would do, asked for real: the change itself is made in a transaction that is then taken back. What it
 * answers is what pressing would answer now.
 */
export async function tryMany(given: Omit<Parameters<typeof changeMany>[1], "press">): Promise<BulkRow[]> {
  const tried = new Tried();
  try {
    await transact(async (tx) => {
      const done = await changeMany(tx, { ...given, press: newId() });
      tried.rows = done.ok ? [...done.rows] : [];
      throw tried;
    });
  } catch (thrown) {
    if (thrown !== tried) throw thrown;
  }
  return tried.rows;
}

class Tried extends Error {
  rows: BulkRow[] = [];
}
