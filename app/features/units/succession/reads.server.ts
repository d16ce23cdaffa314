import { type Column, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { unitSuccessions, units } from "#db/schema.server";
import { compareDays, type Day } from "~/web/time";
import { compareUnits, type UnitKind } from "../rules";

export interface Succession {
  successionId: string;
  kind: (typeof unitSuccessions.$inferSelect)["kind"];
  on: Day;
  unit: { id: string; name: string; kind: UnitKind; activeFrom: Day | null; activeTo: Day | null };
}

/** Which units came before this one, and which followed it, by day. */
export async function successionsOf(
  db: Reader,
  { unitId }: { unitId: string },
): Promise<{ before: Succession[]; after: Succession[] }> {
  const side = async (own: Column, other: Column): Promise<Succession[]> => {
    const rows = await db
      .select({ successionId: unitSuccessions.id, kind: unitSuccessions.kind, on: unitSuccessions.on, unit: units })
      .from(unitSuccessions)
      .innerJoin(units, eq(units.id, other))
      .where(eq(own, unitId));
    return rows
      .map(({ unit: { id, name, kind, activeFrom, activeTo }, ...rest }) => ({
        ...rest,
        unit: { id, name, kind, activeFrom, activeTo },
      }))
      .sort((a, b) => compareDays(a.on, b.on) || compareUnits(a.unit, b.unit));
  };
  return {
    before: await side(unitSuccessions.toUnitId, unitSuccessions.fromUnitId),
    after: await side(unitSuccessions.fromUnitId, unitSuccessions.toUnitId),
  };
}
