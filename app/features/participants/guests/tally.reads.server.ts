import { count as rows, inArray, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { participants, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { categoryIn, isInvited } from "../reads.server";
import { type Category, type Counts, count, noCounts } from "../rules";
import { matching } from "./reads.server";
import { hostPathOf } from "./sight.reads.server";

export interface Tally {
  total: Counts;
  byPoint: Map<string, Counts>;
  /** People of no known unit stand under the words on the list, with `unitId` null. */
  byUnit: { unitId: string | null; name: string; counts: Counts }[];
}

const addTo = (counts: Counts | undefined, category: Category, n: number) => count(counts ?? noCounts, category, n);

/** The counts of an event as far as this person sees its list: as a whole, by point and by unit. */
export async function tallyGuests(db: Reader, { eventId, actor }: { eventId: string; actor: Actor }): Promise<Tally> {
  const hostPath = (await hostPathOf(db, { eventId })) ?? "";
  const organization = sql<string>`case when ${participants.unitId} is null then ${participants.organization} else '' end`;
  const found = await db
    .select({
      pointId: participants.pointId,
      unitId: participants.unitId,
      organization,
      invited: isInvited,
      answer: participants.answer,
      n: rows(),
    })
    .from(participants)
    .where(matching(db, hostPath, { eventId, actor }))
    .groupBy(participants.pointId, participants.unitId, organization, isInvited, participants.answer);
  const ids = [...new Set(found.flatMap(({ unitId }) => unitId ?? []))];
  const names = await namesOfUnits(db, ids);
  let total = noCounts;
  const byPoint = new Map<string, Counts>();
  const byUnit = new Map<string, Tally["byUnit"][number]>();
  for (const row of found) {
    const category = categoryIn(row);
    total = count(total, category, row.n);
    byPoint.set(row.pointId, addTo(byPoint.get(row.pointId), category, row.n));
    const name = row.unitId ? (names.get(row.unitId) ?? "") : row.organization;
    const key = row.unitId ?? `:${row.organization}`;
    byUnit.set(key, { unitId: row.unitId, name, counts: addTo(byUnit.get(key)?.counts, category, row.n) });
  }
  return { total, byPoint, byUnit: [...byUnit.values()] };
}

async function namesOfUnits(db: Reader, ids: string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let at = 0; at < ids.length; at += 500) {
    const found = await db
      .select({ id: units.id, name: units.name })
      .from(units)
      .where(inArray(units.id, ids.slice(at, at + 500)));
    for (const { id, name } of found) names.set(id, name);
  }
  return names;
}
