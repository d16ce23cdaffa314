import { and, asc, count as rows, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { answerLog, events, participants, points, units, users } from "#db/schema.server";
import type { Actor, Reach } from "~/features/accounts/rules";
import { within } from "~/features/units/reads.server";
import { hosts, pointUnits, seenAnywhere, wordsSeenAnywhere } from "./guests/sight.reads.server";
import { type Answer, type Category, categoryOf, type Counts, count, noCounts } from "./rules";

export type Participant = typeof participants.$inferSelect;

/** People an invitation stands or stood for: no substitutes, nobody taken off. */
export const principals = and(isNull(participants.standsInForId), isNull(participants.withdrawnAt));

/** Seats taken at a point: everyone who comes there, substitutes included. Count it with the tx that takes the next one. */
export async function countSeatsTaken(db: Reader, { pointId }: { pointId: string }): Promise<number> {
  return await db.$count(
    participants,
    and(eq(participants.pointId, pointId), eq(participants.answer, "yes"), isNull(participants.withdrawnAt)),
  );
}

/** Seats taken at every point of an event. */
export async function seatsByPoint(db: Reader, { eventId }: { eventId: string }): Promise<Map<string, number>> {
  const found = await db
    .select({ pointId: participants.pointId, n: rows() })
    .from(participants)
    .where(and(eq(participants.eventId, eventId), eq(participants.answer, "yes"), isNull(participants.withdrawnAt)))
    .groupBy(participants.pointId);
  return new Map(found.map((row) => [row.pointId, row.n]));
}

/** 1 for people with an invitation, 0 for those without. */
export const isInvited = sql<number>`case when ${participants.invitedAt} is null then 0 else 1 end`.mapWith(Number);

/** What people of one invitation state and answer are counted as. */
export const categoryIn = ({ invited, answer }: { invited: number; answer: Answer }): Category =>
  categoryOf({ standsInForId: null, withdrawnAt: null, invitedAt: invited ? new Date(0) : null, answer }) as Category;

function tally<K>(found: { key: K; invited: number; answer: Answer; n: number }[]): Map<K, Counts> {
  const counts = new Map<K, Counts>();
  for (const row of found) counts.set(row.key, count(counts.get(row.key) ?? noCounts, categoryIn(row), row.n));
  return counts;
}

/** The counts of one event. */
export async function countAnswers(db: Reader, { eventId }: { eventId: string }): Promise<Counts> {
  return (await countAnswersByEvent(db, { eventIds: [eventId] })).get(eventId) ?? noCounts;
}

/** The counts of several events. */
export async function countAnswersByEvent(
  db: Reader,
  { eventIds }: { eventIds: string[] },
): Promise<Map<string, Counts>> {
  if (eventIds.length === 0) return new Map();
  const found = await db
    .select({ key: participants.eventId, invited: isInvited, answer: participants.answer, n: rows() })
    .from(participants)
    .where(and(inArray(participants.eventId, eventIds), principals))
    .groupBy(participants.eventId, isInvited, participants.answer);
  return tally(found);
}

/** The counts of an event by point. */
export async function countAnswersByPoint(db: Reader, { eventId }: { eventId: string }): Promise<Map<string, Counts>> {
  const found = await db
    .select({ key: participants.pointId, invited: isInvited, answer: participants.answer, n: rows() })
    .from(participants)
    .where(and(eq(participants.eventId, eventId), principals))
    .groupBy(participants.pointId, isInvited, participants.answer);
  return tally(found);
}

/** The counts of an event by unit; people of no known unit are counted under the words on the list. */
export async function countAnswersByUnit(
  db: Reader,
  { eventId, reach }: { eventId: string; reach: Reach },
): Promise<Map<string, Counts>> {
  const name = sql<string>`coalesce(${units.name}, ${participants.organization})`;
  const found = await db
    .select({ key: name, invited: isInvited, answer: participants.answer, n: rows() })
    .from(participants)
    .leftJoin(units, eq(units.id, participants.unitId))
    .where(and(eq(participants.eventId, eventId), principals, within(units.path, reach)))
    .groupBy(name, isInvited, participants.answer);
  return tally(found);
}

/** Guests of any event whose name, position or address holds the term, for the search across the product. */
export async function searchGuests(
  db: Reader,
  { actor, term, limit = 10 }: { actor: Actor; term: string; limit?: number },
) {
  const words = wordsSeenAnywhere(actor, term);
  if (!words) return [];
  return await db
    .select({
      id: participants.id,
      eventId: participants.eventId,
      fullName: participants.fullName,
      position: participants.position,
      organization: participants.organization,
      eventTitle: events.title,
      pointName: points.name,
    })
    .from(participants)
    .innerJoin(points, eq(points.id, participants.pointId))
    .innerJoin(events, eq(events.id, participants.eventId))
    .innerJoin(hosts, eq(hosts.id, events.hostUnitId))
    .leftJoin(units, eq(units.id, participants.unitId))
    .leftJoin(pointUnits, eq(pointUnits.id, points.unitId))
    .where(and(principals, seenAnywhere(actor), words))
    .orderBy(asc(participants.sortKey), asc(participants.id))
    .limit(limit);
}

/** Everyone on an event's list as the import compares them: invited people, not taken off. */
export async function knownGuests(db: Reader, { eventId }: { eventId: string }) {
  return await db
    .select({
      id: participants.id,
      name: participants.fullName,
      position: participants.position,
      unit: participants.organization,
      pointId: participants.pointId,
      email: participants.email,
      phone: participants.phone,
      note: participants.note,
      language: participants.locale,
      answer: participants.answer,
      invitedAt: participants.invitedAt,
    })
    .from(participants)
    .where(and(eq(participants.eventId, eventId), principals));
}

/** The answers a person and their substitutes have given, the newest first, with who noted them. */
export async function answersOf(db: Reader, { participantId }: { participantId: string }) {
  return await db
    .select({
      id: answerLog.id,
      answer: answerLog.answer,
      via: answerLog.via,
      reason: answerLog.reason,
      at: answerLog.at,
      pointName: points.name,
      substituteName: participants.fullName,
      byName: users.name,
    })
    .from(answerLog)
    .leftJoin(points, eq(points.id, answerLog.pointId))
    .leftJoin(participants, eq(participants.id, answerLog.substituteId))
    .leftJoin(users, eq(users.id, answerLog.byUserId))
    .where(eq(answerLog.participantId, participantId))
    .orderBy(desc(answerLog.at), desc(answerLog.id));
}
