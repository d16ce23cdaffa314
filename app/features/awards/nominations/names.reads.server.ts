import { asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { nominations, units } from "#db/schema.server";

export interface NomineeName {
  id: string;
  categoryId: string;
  nomineeName: string;
  nomineePosition: string;
  unitName: string;
  receipt: number | null;
}

/** Names of nominees with their units, by id, in Vietnamese order. Who may see which, the caller has asked. */
export async function namesOf(db: Reader, { ids }: { ids: readonly string[] }): Promise<Map<string, NomineeName>> {
  const found = new Map<string, NomineeName>();
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await db
      .select({
        id: nominations.id,
        categoryId: nominations.categoryId,
        nomineeName: nominations.nomineeName,
        nomineePosition: nominations.nomineePosition,
        unitName: units.name,
        receipt: nominations.receipt,
      })
      .from(nominations)
      .innerJoin(units, eq(units.id, nominations.unitId))
      .where(inArray(nominations.id, ids.slice(at, at + 500)))
      .orderBy(asc(nominations.search), asc(nominations.id));
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}
