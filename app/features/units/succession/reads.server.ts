import { type Column, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { unitSuccessions, units } from "#db/schema.server";
import { compareDays, type Day } from "~/web/time";
import { unitsByIds } from "../reads.server";
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

/** By unit the paths of all that it was made of and of all that followed it, over any number of steps, without its own. */
export async function linesOf(db: Reader, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  const before = await stepsFrom(db, unitIds, { own: "toUnitId", other: "fromUnitId" });
  const after = await stepsFrom(db, unitIds, { own: "fromUnitId", other: "toUnitId" });
  const lines = new Map(unitIds.map((id) => [id, [...allFrom(id, before), ...allFrom(id, after)]]));
  const pathOf = await unitsByIds(db, [...lines.values()].flat());
  return new Map([...lines].map(([id, line]) => [id, line.flatMap((one) => pathOf.get(one)?.path ?? [])]));
}

type End = "fromUnitId" | "toUnitId";

/** The steps of one direction that lead on from these units, by the unit they start at. */
async function stepsFrom(db: Reader, unitIds: readonly string[], { own, other }: { own: End; other: End }) {
  const steps = new Map<string, string[]>();
  for (let edge = [...new Set(unitIds)]; edge.length > 0; ) {
    for (const id of edge) steps.set(id, []);
    for (let at = 0; at < edge.length; at += 500) {
      const rows = await db
        .select()
        .from(unitSuccessions)
        .where(inArray(unitSuccessions[own], edge.slice(at, at + 500)));
      for (const row of rows) steps.get(row[own])?.push(row[other]);
    }
    edge = [...new Set(edge.flatMap((id) => steps.get(id) ?? []))].filter((id) => !steps.has(id));
  }
  return steps;
}

function allFrom(start: string, steps: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set([start]);
  for (const id of found) for (const next of steps.get(id) ?? []) found.add(next);
  found.delete(start);
  return [...found];
}
