import { and, asc, count, desc, eq, isNull, or, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/client.server";
import { agendaItems, chairs, participants, points, units } from "#db/schema.server";

export type PointRow = typeof points.$inferSelect;
export type AgendaRow = typeof agendaItems.$inferSelect;
export type ChairRow = typeof chairs.$inferSelect;
export type EventPoint = PointRow & { unit: { id: string; name: string; path: string } | null };

const pointsWithUnits = (db: Reader) =>
  db
    .select({ point: points, unit: { id: units.id, name: units.name, path: units.path } })
    .from(points)
    .leftJoin(units, eq(units.id, points.unitId));

/**
 * The points of an event with their units' names: the main venue first, then in their order. With `only`, these two and
 * the main venue.
 */
export async function pointsOf(
  db: Reader,
  { eventId, only }: { eventId: string; only?: readonly [string, string] },
): Promise<EventPoint[]> {
  const rows = only
    ? await mainAndTwo(db, { eventId, first: only[0], second: only[1] })
    : await pointsInOrder(db, { eventId });
  return rows.map(({ point, unit }) => ({ ...point, unit }));
}

// These are read for every letter and every answer.
const pointsInOrder = prepared("points_in_order", (db: Reader) =>
  pointsWithUnits(db)
    .where(eq(points.eventId, sql.placeholder("eventId")))
    .orderBy(desc(points.isMain), asc(points.sort), asc(points.id)),
);
const mainAndTwo = prepared("points_main_and_two", (db: Reader) =>
  pointsWithUnits(db)
    .where(
      and(
        eq(points.eventId, sql.placeholder("eventId")),
        or(eq(points.isMain, true), eq(points.id, sql.placeholder("first")), eq(points.id, sql.placeholder("second"))),
      ),
    )
    .orderBy(desc(points.isMain), asc(points.sort), asc(points.id)),
);
const agendaInOrder = prepared("agenda_in_order", (db: Reader) =>
  db
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.eventId, sql.placeholder("eventId")))
    .orderBy(asc(agendaItems.sort)),
);
const chairsInOrder = prepared("chairs_in_order", (db: Reader) =>
  db
    .select()
    .from(chairs)
    .where(eq(chairs.eventId, sql.placeholder("eventId")))
    .orderBy(asc(chairs.sort)),
);

/** One point with its unit's name. With `eventId`, only when it belongs to that event. */
export async function findPoint(
  db: Reader,
  { pointId, eventId }: { pointId: string; eventId?: string },
): Promise<EventPoint | null> {
  const [row] = await pointsWithUnits(db).where(
    and(eq(points.id, pointId), eventId ? eq(points.eventId, eventId) : undefined),
  );
  return row ? { ...row.point, unit: row.unit } : null;
}

export async function agendaOf(db: Reader, { eventId }: { eventId: string }): Promise<AgendaRow[]> {
  return await agendaInOrder(db, { eventId });
}

export async function chairsOf(db: Reader, { eventId }: { eventId: string }): Promise<ChairRow[]> {
  return await chairsInOrder(db, { eventId });
}

/**
 * Who is at a point: `people` counts every row that names it, `seats` those who said they come. The table is read here
 * and not through its own feature, because participants know events and never the other way round.
 */
export async function peopleAt(
  db: Reader,
  { pointId }: { pointId: string },
): Promise<{ people: number; seats: number }> {
  const [all] = await db.select({ n: count() }).from(participants).where(eq(participants.pointId, pointId));
  const [coming] = await db
    .select({ n: count() })
    .from(participants)
    .where(and(eq(participants.pointId, pointId), eq(participants.answer, "yes"), isNull(participants.withdrawnAt)));
  return { people: all?.n ?? 0, seats: coming?.n ?? 0 };
}
