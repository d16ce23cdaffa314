import { and, eq, inArray, max, ne, sql } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { agendaItems, chairs, events, points } from "#db/schema.server";
import { may } from "~/features/accounts/rules";
import { unitsByIds } from "~/features/units/reads.server";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import { findEventFor } from "../reads.server";
import { agendaMinutes } from "../rules";
import { type EventAct, eventToManage, recordOf } from "../writes.server";
import { agendaOf, chairsOf, findPoint, peopleAt, pointsOf } from "./reads.server";
import {
  agendaMark,
  chairsMark,
  emptyPoint,
  type LineTest,
  mostPoints,
  type PointContent,
  pointChanges,
  pointKey,
  pointMark,
} from "./rules";

/** Calendars that hold the event take its next version. Drafts are in nobody's calendar yet. */
const raiseSequence = (tx: Tx, eventId: string) =>
  tx
    .update(events)
    .set({ calendarSequence: sql`${events.calendarSequence} + 1` })
    .where(and(eq(events.id, eventId), ne(events.state, "draft")));

/** Replaces the agenda; the order given is the order of the day. `seen` is the mark of the agenda the form showed. */
export async function setAgenda(
  tx: Tx,
  { items, seen, ...act }: EventAct & { items: { title: string; speaker?: string; minutes: number }[]; seen?: string },
) {
  if (!(await eventToManage(tx, act))) return refuse("not-allowed");
  const { eventId } = act;
  const was = await agendaOf(tx, act);
  if (seen !== undefined && seen !== agendaMark(was)) return refuse("changed-meanwhile");
  const rows = items.map(({ title, speaker = "", minutes }, sort) => ({ eventId, title, speaker, minutes, sort }));
  if (agendaMark(rows) === agendaMark(was)) return { ok: true } as const;
  await tx.delete(agendaItems).where(eq(agendaItems.eventId, eventId));
  await insertMany(tx, agendaItems, rows);
  await raiseSequence(tx, eventId);
  await recordOf(tx, act, "event.agenda", { items: items.length, minutes: agendaMinutes(items) });
  return { ok: true } as const;
}

/** Replaces the chairs; the first one is named first. `seen` is the mark of the chairs the form showed. */
export async function setChairs(
  tx: Tx,
  { chairs: people, seen, ...act }: EventAct & { chairs: { fullName: string; position?: string }[]; seen?: string },
) {
  if (!(await eventToManage(tx, act))) return refuse("not-allowed");
  const { eventId } = act;
  const was = await chairsOf(tx, act);
  if (seen !== undefined && seen !== chairsMark(was)) return refuse("changed-meanwhile");
  const rows = people.map(({ fullName, position = "" }, sort) => ({ eventId, fullName, position, sort }));
  if (chairsMark(rows) === chairsMark(was)) return { ok: true } as const;
  await tx.delete(chairs).where(eq(chairs.eventId, eventId));
  await insertMany(tx, chairs, rows);
  await raiseSequence(tx, eventId);
  await recordOf(tx, act, "event.chairs", {
    names: people
      .map((one) => one.fullName)
      .join(", ")
      .slice(0, 500),
  });
  return { ok: true } as const;
}

const searchOf = (point: Pick<PointContent, "name" | "address" | "chairName">, unitName = ""): string =>
  fold(`${point.name} ${point.address} ${point.chairName} ${unitName}`);

// One main venue at most: naming another one takes the title from the first.
const unsetMain = (tx: Tx, eventId: string) =>
  tx.update(points).set({ isMain: false }).where(eq(points.eventId, eventId));

type Given = Partial<PointContent> & { name: string };

/** Adds one place to an event. */
export async function addPoint(tx: Tx, { eventId, actor, now, ...given }: EventAct & Given) {
  const act = { eventId, actor, now };
  const done = await addPoints(tx, { ...act, points: [given] });
  if (!done.ok) return done;
  const [pointId] = done.pointIds;
  return pointId ? ({ ok: true, pointId } as const) : refuse("name-taken");
}

/**
 * Adds many places at once. Those whose name or unit the event has already are passed over, so that ticking the same
 * communes twice adds nothing.
 */
export async function addPoints(tx: Tx, { points: given, ...act }: EventAct & { points: Given[] }) {
  if (!(await eventToManage(tx, act))) return refuse("not-allowed");
  const { eventId } = act;
  const there = await pointsOf(tx, { eventId });
  if (there.length + given.length > mostPoints) return refuse("too-many");
  const known = await unitsByIds(
    tx,
    given.flatMap((one) => one.unitId ?? []),
  );
  if (given.some((one) => one.unitId && !known.has(one.unitId))) return refuse("no-such-unit");
  const keys = new Set(there.map((point) => pointKey(point.name)));
  const [last] = await tx
    .select({ sort: max(points.sort) })
    .from(points)
    .where(eq(points.eventId, eventId));
  let sort = last?.sort ?? -1;
  const rows: (typeof points.$inferInsert & { id: string })[] = [];
  for (const one of given) {
    const key = pointKey(one.name);
    if (keys.has(key)) continue;
    keys.add(key);
    const content = { ...emptyPoint, ...one };
    rows.push({
      ...content,
      id: newId(),
      eventId,
      sort: ++sort,
      search: searchOf(content, known.get(one.unitId ?? "")?.name),
    });
  }
  if (rows.length === 0) return { ok: true, pointIds: [], added: 0, skipped: given.length } as const;
  if (rows.some((row) => row.isMain)) await unsetMain(tx, eventId);
  await insertMany(tx, points, rows);
  await recordOf(tx, act, "event.points-added", { n: rows.length, name: rows[0]?.name ?? "" });
  return {
    ok: true,
    pointIds: rows.map((row) => row.id),
    added: rows.length,
    skipped: given.length - rows.length,
  } as const;
}

/** Changes what is written of a place. `seen` is the mark of the point the form showed. Returns what guests would notice. */
export async function changePoint(
  tx: Tx,
  { pointId, seen, content, ...act }: EventAct & { pointId: string; seen: string; content: PointContent },
) {
  if (!(await eventToManage(tx, act))) return refuse("not-allowed");
  const there = await pointsOf(tx, act);
  const was = there.find((point) => point.id === pointId);
  if (!was) return refuse("no-such-point");
  if (pointMark(was) !== seen) return refuse("changed-meanwhile");
  if (there.some((point) => point.id !== pointId && pointKey(point.name) === pointKey(content.name)))
    return refuse("name-taken");
  const unit = content.unitId ? (await unitsByIds(tx, [content.unitId])).get(content.unitId) : null;
  if (content.unitId && !unit) return refuse("no-such-unit");
  const { seats } = await peopleAt(tx, { pointId });
  if (content.capacity !== null && content.capacity < seats) return { ...refuse("below-seats-taken"), n: seats };
  const changed = pointChanges(was, content);
  if (changed.length === 0) return { ok: true, changed } as const;
  if (content.isMain && !was.isMain) await unsetMain(tx, act.eventId);
  await tx
    .update(points)
    .set({ ...content, search: searchOf(content, unit?.name) })
    .where(eq(points.id, pointId));
  await raiseSequence(tx, act.eventId);
  await recordOf(tx, act, "event.point-changed", { name: content.name, fields: changed.join(",") });
  return { ok: true, changed } as const;
}

/** Takes a place off. Refused while anybody is on its list, with how many. */
export async function removePoint(tx: Tx, { pointId, ...act }: EventAct & { pointId: string }) {
  if (!(await eventToManage(tx, act))) return refuse("not-allowed");
  const point = await findPoint(tx, { pointId, eventId: act.eventId });
  if (!point) return refuse("no-such-point");
  const { people } = await peopleAt(tx, { pointId });
  if (people > 0) return { ...refuse("people-on-it"), n: people };
  await tx.delete(points).where(eq(points.id, pointId));
  await recordOf(tx, act, "event.point-removed", { name: point.name });
  return { ok: true, name: point.name } as const;
}

/**
 * Notes how a line test went at some points; for those who run the event and for the operators of the points' own
 * units. All of them or none.
 */
export async function noteLineTests(
  tx: Tx,
  { pointIds, result, note = "", ...act }: EventAct & { pointIds: string[]; result: LineTest; note?: string },
) {
  const event = await findEventFor(tx, act);
  if (!event) return refuse("no-such-point");
  const wanted = new Set(pointIds);
  const tested = (await pointsOf(tx, act)).filter((point) => wanted.has(point.id));
  if (tested.length === 0 || tested.length < wanted.size) return refuse("no-such-point");
  const isOwn = ({ unit }: (typeof tested)[number]) => unit !== null && may(act.actor, "points.operate", unit.path);
  if (event.access !== "manage" && !tested.every(isOwn)) return refuse("not-allowed");
  if (event.state === "cancelled") return refuse("cancelled");
  await tx
    .update(points)
    .set({ lineTest: result, lineTestedAt: result === "untested" ? null : act.now, lineNote: note })
    .where(inArray(points.id, [...wanted]));
  const [first] = tested;
  await recordOf(tx, act, "event.line-test", { n: tested.length, name: first?.name ?? "", result, note });
  return { ok: true, n: tested.length } as const;
}
