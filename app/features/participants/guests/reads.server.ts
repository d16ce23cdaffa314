import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { alias, participants, points, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { principals } from "../reads.server";
import { type Category, categoryOf, mayKeepGuest, maySeeContacts } from "../rules";
import { hostPathOf, seenAt, wordsSeenAt } from "./sight.reads.server";

export interface GuestFilter {
  eventId: string;
  /** Who asks: people of other units are not there for them. */
  actor: Actor;
  pointId?: string;
  category?: Category;
  unitId?: string;
  /** People of no known unit, by the words on the list. */
  organization?: string;
  term?: string;
  /** Only addresses that refused a letter, or only people without one. */
  mail?: "bounced" | "none";
}

const categoryIs: Record<Category, SQL | undefined> = {
  confirmed: eq(participants.answer, "yes"),
  substitute: eq(participants.answer, "substitute"),
  declined: eq(participants.answer, "no"),
  silent: and(eq(participants.answer, "none"), isNotNull(participants.invitedAt)),
  "not-invited": and(eq(participants.answer, "none"), isNull(participants.invitedAt)),
};

const mailIs = { bounced: isNotNull(participants.bouncedAt), none: isNull(participants.email) };

/** The condition of a filter, as far as the person who asks may see. */
export function matching(db: Reader, hostPath: string, filter: GuestFilter): SQL | undefined {
  const { eventId, actor, pointId, category, unitId, organization, term, mail } = filter;
  return and(
    eq(participants.eventId, eventId),
    principals,
    seenAt(db, actor, hostPath),
    pointId ? eq(participants.pointId, pointId) : undefined,
    category ? categoryIs[category] : undefined,
    unitId ? eq(participants.unitId, unitId) : undefined,
    organization ? and(isNull(participants.unitId), eq(participants.organization, organization)) : undefined,
    mail ? mailIs[mail] : undefined,
    term ? wordsSeenAt(db, actor, { eventId, hostPath, term }) : undefined,
  );
}

const standIns = alias(participants, "stand_ins");

const guestColumns = {
  id: participants.id,
  eventId: participants.eventId,
  fullName: participants.fullName,
  position: participants.position,
  organization: participants.organization,
  email: participants.email,
  phone: participants.phone,
  locale: participants.locale,
  note: participants.note,
  answer: participants.answer,
  answeredAt: participants.answeredAt,
  answeredVia: participants.answeredVia,
  declineReason: participants.declineReason,
  invitedAt: participants.invitedAt,
  withdrawnAt: participants.withdrawnAt,
  standsInForId: participants.standsInForId,
  bouncedAt: participants.bouncedAt,
  bounceReason: participants.bounceReason,
  pointId: participants.pointId,
  pointName: points.name,
  unitId: participants.unitId,
  unitName: units.name,
  unitPath: units.path,
  standIn: {
    id: standIns.id,
    fullName: standIns.fullName,
    position: standIns.position,
    email: standIns.email,
    phone: standIns.phone,
    bouncedAt: standIns.bouncedAt,
    bounceReason: standIns.bounceReason,
  },
};

const guestsWithNames = (db: Reader) =>
  db
    .select(guestColumns)
    .from(participants)
    .innerJoin(points, eq(points.id, participants.pointId))
    .leftJoin(units, eq(units.id, participants.unitId))
    .leftJoin(standIns, and(eq(standIns.standsInForId, participants.id), isNull(standIns.withdrawnAt)));

type Row = Awaited<ReturnType<typeof guestsWithNames>>[number];

/** A guest as one person may see them: without contacts where those are not theirs to know. */
function shown(row: Row, actor: Actor, hostPath: string) {
  const belonging = { hostPath, unitPath: row.unitPath };
  const contacts = maySeeContacts(actor, belonging);
  const { withdrawnAt: _, standsInForId: __, unitPath: ___, ...guest } = row;
  const { bouncedAt, bounceReason, ...standIn } = guest.standIn ?? { bouncedAt: null, bounceReason: "" };
  const standInShown = guest.standIn && { ...(standIn as NonNullable<Row["standIn"]>), bouncedAt, bounceReason };
  const silent = { email: null, phone: "", bounceReason: "" };
  return {
    ...guest,
    ...(contacts ? null : { ...silent, note: "", declineReason: "" }),
    standIn: standInShown && (contacts ? standInShown : { ...standInShown, ...silent }),
    category: categoryOf(row) as Category,
    hasAddress: row.email !== null,
    contacts,
    keeps: mayKeepGuest(actor, belonging),
  };
}

export type ListedGuest = ReturnType<typeof shown>;

interface Page {
  limit: number;
  /** The last guest of the page before, or the first of the page after. */
  after?: string;
  before?: string;
}

/** A page of an event's list in Vietnamese order of given names, with the ids that lead on and back. */
export async function pageOfGuests(db: Reader, { limit, after, before, ...filter }: GuestFilter & Page) {
  const hostPath = (await hostPathOf(db, filter)) ?? "";
  const mark = await placeOf(db, filter.eventId, after ?? before);
  const back = !after && Boolean(before);
  const found = await guestsWithNames(db)
    .where(and(matching(db, hostPath, filter), mark ? beyond(mark, back) : undefined))
    .orderBy(
      ...(back
        ? [desc(participants.sortKey), desc(participants.id)]
        : [asc(participants.sortKey), asc(participants.id)]),
    )
    .limit(limit + 1);
  const more = found.length > limit;
  const page = found.slice(0, limit);
  if (back) page.reverse();
  const guests = page.map((row) => shown(row, filter.actor, hostPath));
  const hasPrevious = back ? more : mark !== null;
  const hasNext = back ? mark !== null : more;
  return {
    guests,
    previous: hasPrevious ? (guests[0]?.id ?? null) : null,
    next: hasNext ? (guests.at(-1)?.id ?? null) : null,
  };
}

async function placeOf(db: Reader, eventId: string, id: string | undefined) {
  if (!id) return null;
  const [row] = await db
    .select({ id: participants.id, sortKey: participants.sortKey })
    .from(participants)
    .where(and(eq(participants.id, id), eq(participants.eventId, eventId)));
  return row ?? null;
}

// The plain comparison lets the index find the place; the pair decides among people of one name.
const beyond = ({ sortKey, id }: { sortKey: string; id: string }, back: boolean): SQL | undefined =>
  back
    ? and(lte(participants.sortKey, sortKey), or(lt(participants.sortKey, sortKey), lt(participants.id, id)))
    : and(gte(participants.sortKey, sortKey), or(gt(participants.sortKey, sortKey), gt(participants.id, id)));

/** All guests a filter holds, in the same order: for exports and printed lists. */
export async function listGuests(db: Reader, filter: GuestFilter): Promise<ListedGuest[]> {
  const hostPath = (await hostPathOf(db, filter)) ?? "";
  const found = await guestsWithNames(db)
    .where(matching(db, hostPath, filter))
    .orderBy(asc(participants.sortKey), asc(participants.id));
  return found.map((row) => shown(row, filter.actor, hostPath));
}

/** How many guests a filter holds. */
export async function countGuests(db: Reader, filter: GuestFilter): Promise<number> {
  const hostPath = (await hostPathOf(db, filter)) ?? "";
  return await db.$count(participants, matching(db, hostPath, filter));
}

/** The ids of all guests a filter holds that this person may act for. */
export async function guestIds(db: Reader, filter: GuestFilter): Promise<string[]> {
  const hostPath = (await hostPathOf(db, filter)) ?? "";
  const found = await db
    .select({ id: participants.id, unitPath: units.path })
    .from(participants)
    .leftJoin(units, eq(units.id, participants.unitId))
    .where(matching(db, hostPath, filter))
    .orderBy(asc(participants.sortKey), asc(participants.id));
  return found.filter(({ unitPath }) => mayKeepGuest(filter.actor, { hostPath, unitPath })).map(({ id }) => id);
}

/** One guest as this person may see them; null when they are not there for them. */
export async function findGuest(
  db: Reader,
  { eventId, participantId, actor }: { eventId: string; participantId: string; actor: Actor },
) {
  const hostPath = (await hostPathOf(db, { eventId })) ?? "";
  const [row] = await guestsWithNames(db).where(
    and(matching(db, hostPath, { eventId, actor }), eq(participants.id, participantId)),
  );
  return row ? shown(row, actor, hostPath) : null;
}

/**
 * The row of somebody this person may act for, substitutes of such people included; null for everybody else, whether
 * they exist or not. Every staff write on a guest begins here.
 */
export async function findKept(db: Reader, { participantId, actor }: { participantId: string; actor: Actor }) {
  const [found] = await db
    .select({ guest: participants, unitPath: units.path })
    .from(participants)
    .leftJoin(units, eq(units.id, participants.unitId))
    .where(and(eq(participants.id, participantId), isNull(participants.withdrawnAt)));
  if (!found) return null;
  const hostPath = await hostPathOf(db, { eventId: found.guest.eventId });
  const keeps = hostPath !== null && mayKeepGuest(actor, { hostPath, unitPath: found.unitPath });
  return keeps ? found.guest : null;
}

/** Names of these guests of an event, as far as this person may act for them, in the order of the list. */
export async function namesOfKept(
  db: Reader,
  { eventId, ids, actor }: { eventId: string; ids: string[]; actor: Actor },
) {
  const hostPath = (await hostPathOf(db, { eventId })) ?? "";
  const found: { id: string; fullName: string; position: string; answer: string; told: boolean }[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const part = await db
      .select({ guest: participants, unitPath: units.path })
      .from(participants)
      .leftJoin(units, eq(units.id, participants.unitId))
      .where(and(eq(participants.eventId, eventId), principals, inArray(participants.id, ids.slice(at, at + 500))))
      .orderBy(asc(participants.sortKey), asc(participants.id));
    for (const { guest, unitPath } of part) {
      if (!mayKeepGuest(actor, { hostPath, unitPath })) continue;
      const told =
        guest.invitedAt !== null &&
        guest.email !== null &&
        guest.bouncedAt === null &&
        guest.answer !== "no" &&
        guest.answer !== "substitute";
      found.push({ id: guest.id, fullName: guest.fullName, position: guest.position, answer: guest.answer, told });
    }
  }
  return found;
}
