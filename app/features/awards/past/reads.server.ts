import { isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { honours, units } from "#db/schema.server";
import { fold } from "~/web/text";
import { type Day, dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import { isSameDeed, type PastRow, planPast } from "./rules";

export type PlannedPast = PastRow & { sameDeed: boolean };

/** What would become of each row of a sheet of earlier awards, on the roll and the units as they are; null without heads. */
export async function planPastAwards(
  db: Reader,
  { rows, now }: { rows: readonly string[][]; now: Date },
): Promise<PlannedPast[] | null> {
  const { year, nomineeKey, category, achievementKey } = honours;
  const known = await db.select({ year, nomineeKey, category, achievementKey }).from(honours);
  const planned = planPast({ rows, known, units: await soleNames(db), today: todayOf(now) });
  const honoured = new Set(known.map((one) => one.achievementKey));
  return planned?.map((row) => ({ ...row, sameDeed: row.fate === "new" && isSameDeed(row, honoured) })) ?? null;
}

/** The day of a moment in the zone of the installation. */
export const todayOf = (now: Date): Day => dayOf(now, zoneOf());

/** Units by their folded name; a name that two bear names neither. */
async function soleNames(db: Reader): Promise<Map<string, string>> {
  const found = new Map<string, string | null>();
  for (const { id, name } of await db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(isNull(units.activeTo)))
    found.set(fold(name), found.has(fold(name)) ? null : id);
  return new Map([...found].flatMap(([name, id]) => (id ? [[name, id] as const] : [])));
}

/** The unit of this name, when exactly one bears it. */
export const soleUnitId = async (db: Reader, { name }: { name: string }): Promise<string | null> =>
  (await soleNames(db)).get(fold(name)) ?? null;
