import { and, eq, ne } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { listImports, points, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { knownGuests } from "../reads.server";
import { decisionsIn } from "./choices.rules";
import { type ImportPlan, type Known, planImport } from "./rules";
import { unitOfPerson } from "./units.rules";

export type KeptImport = typeof listImports.$inferSelect;

interface Asked {
  importId: string;
  eventId: string;
  actor: Pick<Actor, "userId">;
}

/** A list on its way in, found through the person who handed it in; null for everybody else. */
export async function findImport(db: Reader, { importId, eventId, actor }: Asked): Promise<KeptImport | null> {
  const [row] = await db
    .select()
    .from(listImports)
    .where(and(eq(listImports.id, importId), eq(listImports.eventId, eventId), eq(listImports.userId, actor.userId)));
  return row ?? null;
}

/** The other sheets of the same file. */
export async function siblingsOf(db: Reader, kept: KeptImport) {
  return await db
    .select({ id: listImports.id, sheetName: listImports.sheetName })
    .from(listImports)
    .where(
      and(
        eq(listImports.eventId, kept.eventId),
        eq(listImports.userId, kept.userId ?? ""),
        eq(listImports.createdAt, kept.createdAt),
        ne(listImports.id, kept.id),
      ),
    );
}

/** What a kept list would do to the event's list as it stands now. */
export async function planOf(db: Reader, kept: KeptImport): Promise<ImportPlan> {
  const places = await placesOf(db, kept.eventId);
  const known = (await knownGuests(db, { eventId: kept.eventId })) as Known[];
  const { choices, pointOf, defaultPointId } = decisionsIn(kept.choices);
  return planImport({
    rows: kept.rows,
    mapping: kept.mapping,
    known,
    points: places,
    defaultPointId,
    pointOf,
    choices,
  });
}

const placesOf = async (db: Reader, eventId: string) =>
  await db
    .select({ id: points.id, name: points.name, isMain: points.isMain, unitId: points.unitId })
    .from(points)
    .where(eq(points.eventId, eventId))
    .orderBy(points.sort);

/** Makes the finder of a person's unit from the words of a list. */
export async function unitsFor(db: Reader, { eventId }: { eventId: string }) {
  const named = await db
    .select({ id: units.id, name: units.name, shortName: units.shortName, code: units.code })
    .from(units);
  return unitOfPerson(named, await placesOf(db, eventId));
}
