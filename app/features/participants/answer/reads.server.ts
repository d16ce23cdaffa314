import { addMinutes } from "date-fns";
import { and, asc, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/client.server";
import {
  agendaItems,
  alias,
  chairs,
  eventMoves,
  events,
  organization,
  participants,
  points,
  units,
} from "#db/schema.server";
import { hashToken } from "~/web/secrets.server";
import { tokenOf } from "../invitation/letters.server";
import { type Participant, seatsByPoint } from "../reads.server";
import { linksLive, secondPressMinutes } from "./rules";

const principals = alias(participants, "principals");

// Only what the page tells: each column costs on every opening, and what is not read cannot leak.
const told = {
  guest: {
    id: participants.id,
    fullName: participants.fullName,
    position: participants.position,
    organization: participants.organization,
    locale: participants.locale,
    answer: participants.answer,
    answeredAt: participants.answeredAt,
    declineReason: participants.declineReason,
    doorCode: participants.doorCode,
    standsInForId: participants.standsInForId,
    calendarSequence: participants.calendarSequence,
    updatedAt: participants.updatedAt,
  },
  point: {
    id: points.id,
    name: points.name,
    isMain: points.isMain,
    address: points.address,
    way: points.way,
    meetingUrl: points.meetingUrl,
  },
  event: {
    id: events.id,
    title: events.title,
    state: events.state,
    startsAt: events.startsAt,
    endsAt: events.endsAt,
    dateOpen: events.dateOpen,
    zone: events.zone,
    replyBy: events.replyBy,
    guestsChoosePoint: events.guestsChoosePoint,
    invitationNumber: events.invitationNumber,
    contactName: events.contactName,
    contactPhone: events.contactPhone,
    contactEmail: events.contactEmail,
    calendarSequence: events.calendarSequence,
    updatedAt: events.updatedAt,
  },
  host: units.name,
  office: { name: organization.name, phone: organization.contactPhone, email: organization.contactEmail },
  principal: { name: principals.fullName, position: principals.position },
};

const replies = (db: Reader) =>
  db
    .select(told)
    .from(participants)
    .innerJoin(points, eq(points.id, participants.pointId))
    .innerJoin(events, eq(events.id, participants.eventId))
    .innerJoin(units, eq(units.id, events.hostUnitId))
    .leftJoin(organization, eq(organization.id, "organization"))
    .leftJoin(principals, eq(principals.id, participants.standsInForId));

type Found = Awaited<ReturnType<typeof replies>>[number];

// Every link of every letter is opened here, by people and by the scanners before them.
const replyByToken = prepared("reply_by_token", (db: Reader) =>
  replies(db).where(and(eq(participants.tokenHash, sql.placeholder("hash")), isNull(participants.withdrawnAt))),
);
const lastMove = prepared("last_move", (db: Reader) =>
  db
    .select()
    .from(eventMoves)
    .where(eq(eventMoves.eventId, sql.placeholder("eventId")))
    .orderBy(desc(eventMoves.movedAt), desc(eventMoves.id))
    .limit(1),
);
const chairsInOrder = prepared("reply_chairs", (db: Reader) =>
  db
    .select({ name: chairs.fullName, position: chairs.position })
    .from(chairs)
    .where(eq(chairs.eventId, sql.placeholder("eventId")))
    .orderBy(asc(chairs.sort)),
);
const agendaInOrder = prepared("reply_agenda", (db: Reader) =>
  db
    .select({ title: agendaItems.title, minutes: agendaItems.minutes })
    .from(agendaItems)
    .where(eq(agendaItems.eventId, sql.placeholder("eventId")))
    .orderBy(asc(agendaItems.sort)),
);

/** Whom to call about an event; the organization where the event names nobody. Empty texts where nothing is known. */
const contactOf = ({ event, host, office }: Pick<Found, "event" | "host" | "office">) =>
  event.contactPhone || event.contactEmail
    ? { name: event.contactName || host, phone: event.contactPhone, email: event.contactEmail }
    : { name: office?.name ?? host, phone: office?.phone ?? "", email: office?.email ?? "" };

/** Everything a guest's page tells, by a living link; null for every other token, whatever the reason. */
export async function findReply(db: Reader, { token, now }: { token: string; now: Date }) {
  const [row] = await replyByToken(db, { hash: hashToken(token) });
  if (!row || !linksLive(row.event, now)) return null;
  const { event } = row;
  const asked = { eventId: event.id };
  // A move raises the number, so an event that never changed needs no second look.
  const [move] = event.calendarSequence > 0 ? await lastMove(db, asked) : [];
  return {
    ...row,
    contact: contactOf(row),
    /** The day that was told before, where it is another one now. */
    was:
      move && (event.dateOpen || move.fromStartsAt.getTime() !== event.startsAt.getTime())
        ? { startsAt: move.fromStartsAt, endsAt: move.fromEndsAt }
        : null,
    movedAt: move?.movedAt ?? null,
    chairs: await chairsInOrder(db, asked),
    agenda: await agendaInOrder(db, asked),
  };
}

/** What is told to someone whose link has ended with their answer. */
export async function findFarewell(db: Reader, { participantId }: { participantId: string }) {
  const [row] = await replies(db).where(eq(participants.id, participantId));
  if (!row) return null;
  const standIn = await findStandIn(db, { principalId: participantId });
  return {
    event: row.event,
    host: row.host,
    office: row.office,
    contact: contactOf(row),
    principal: row.principal,
    standIn,
  };
}

/** The organization's own contact, for those who hold a dead link: the same for every dead link. */
export async function findOffice(db: Reader) {
  const [office] = await db
    .select({ name: organization.name, phone: organization.contactPhone, email: organization.contactEmail })
    .from(organization);
  return office ?? null;
}

/** Who comes in somebody's place at present. */
export async function findStandIn(db: Reader, { principalId }: { principalId: string }): Promise<Participant | null> {
  const [row] = await db
    .select()
    .from(participants)
    .where(and(eq(participants.standsInForId, principalId), isNull(participants.withdrawnAt)));
  return row ?? null;
}

/** Points of an event with a free seat, the main venue first; `seats` null has no limit. */
export async function pointsWithSeats(db: Reader, { eventId }: { eventId: string }) {
  const taken = await seatsByPoint(db, { eventId });
  const rows = await db
    .select({ id: points.id, name: points.name, capacity: points.capacity })
    .from(points)
    .where(eq(points.eventId, eventId))
    .orderBy(desc(points.isMain), asc(points.sort), asc(points.id));
  return rows
    .map(({ id, name, capacity }) => ({ id, name, seats: capacity === null ? null : capacity - (taken.get(id) ?? 0) }))
    .filter(({ seats }) => seats === null || seats > 0);
}

/** Whether an address stands on the event's list already; `besides` leaves one person out. */
export const isInvited = async (
  db: Reader,
  { eventId, email, besides }: { eventId: string; email: string; besides?: string },
): Promise<boolean> =>
  (await db.$count(
    participants,
    and(
      eq(participants.eventId, eventId),
      eq(participants.email, email),
      isNull(participants.withdrawnAt),
      besides ? ne(participants.id, besides) : undefined,
    ),
  )) > 0;

/** Whether the same person stands on the list of a point already. */
export const isListedAt = async (
  db: Reader,
  { eventId, pointId, identity }: Pick<Participant, "eventId" | "pointId" | "identity">,
): Promise<boolean> =>
  (await db.$count(
    participants,
    and(eq(participants.eventId, eventId), eq(participants.pointId, pointId), eq(participants.identity, identity)),
  )) > 0;

/**
 * The substitution that a dead link belonged to, when its own answer ended it a moment ago: the link of the one who
 * handed over ("principal"), or of the substitute who gave it back. Null for every other token.
 */
export async function findJustEnded(db: Reader, { token, now }: { token: string; now: Date }) {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const since = addMinutes(now, -secondPressMinutes);
  const rows = await db
    .select({ standIn: participants, principal: principals })
    .from(participants)
    .innerJoin(principals, eq(principals.id, participants.standsInForId))
    // The first condition lets the index on substitutes do the work; the table of guests may be long.
    .where(and(gt(participants.standsInForId, ""), gt(participants.answeredAt, since)));
  // The hash of an ended link is gone, but its token can still be derived.
  const was = (row: Participant) => tokenOf({ ...row, tokenHash: "ended" }) === token;
  for (const { standIn, principal } of rows) {
    if (!standIn.withdrawnAt && !principal.tokenHash && was(principal))
      return { by: "principal", principalId: principal.id, standIn } as const;
    if (standIn.withdrawnAt && standIn.answer === "no" && was(standIn))
      return { by: "substitute", principalId: principal.id, standIn } as const;
  }
  return null;
}
