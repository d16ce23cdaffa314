import { and, asc, count, desc, eq, gt, inArray, like, ne, not, or, type SQL, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/client.server";
import { campaigns, eventMoves, events, points, units } from "#db/schema.server";
import { type Act, type Actor, reachOf } from "~/features/accounts/rules";
import { listCampaigns } from "~/features/campaigns/reads.server";
import { hasWords, unitOptions, within } from "~/features/units/reads.server";
import type { Locale } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { newPress } from "~/web/press";
import { untaken } from "~/web/text";
import { type Access, accessTo, type EventKind, slugOf } from "./rules";

export { agendaOf, chairsOf, type EventPoint, findPoint, pointsOf } from "./programme/reads.server";

const facts = {
  event: events,
  campaign: { id: campaigns.id, title: campaigns.title, slug: campaigns.slug },
  hostUnit: { id: units.id, name: units.name, path: units.path },
};

export type EventRow = typeof events.$inferSelect;
export type MoveRow = typeof eventMoves.$inferSelect;

/** An event with the names it is shown with. */
export type EventFacts = EventRow & {
  campaign: { id: string; title: (typeof campaigns.$inferSelect)["title"]; slug: string } | null;
  hostUnit: { id: string; name: string; path: string };
};

/** Every event with the names it is shown with, to be narrowed; `joined` makes facts of its rows. */
export const eventsWithNames = (db: Reader) =>
  db
    .select(facts)
    .from(events)
    .innerJoin(units, eq(units.id, events.hostUnitId))
    .leftJoin(campaigns, eq(campaigns.id, events.campaignId));

type Named = Awaited<ReturnType<typeof eventsWithNames>>[number];
export const joined = ({ event, campaign, hostUnit }: Named): EventFacts => ({ ...event, campaign, hostUnit });

/** The event by its id, whoever asks. */
export async function findEvent(db: Reader, { eventId }: { eventId: string }): Promise<EventFacts | null> {
  const [row] = await eventById(db, { eventId });
  return row ? joined(row) : null;
}

const eventById = prepared("event_by_id", (db: Reader) =>
  eventsWithNames(db).where(eq(events.id, sql.placeholder("eventId"))),
);

/** The event as far as this person may see it, with how much that is; null when it does not exist for them. */
export async function findEventFor(
  db: Reader,
  { eventId, actor }: { eventId: string; actor: Actor },
): Promise<(EventFacts & { access: Access }) | null> {
  const event = await findEvent(db, { eventId });
  if (!event) return null;
  const [own] = await db
    .select({ id: points.id })
    .from(points)
    .innerJoin(units, eq(units.id, points.unitId))
    .where(and(eq(points.eventId, eventId), within(units.path, reachOf(actor, "points.operate"))))
    .limit(1);
  const access = accessTo(actor, { state: event.state, hostPath: event.hostUnit.path, hasOwnPoint: Boolean(own) });
  return access && { ...event, access };
}

const hostedWithin = (actor: Actor, acts: Act[]): (SQL | undefined)[] => {
  const reaches = acts.map((act) => reachOf(actor, act));
  // An undefined condition inside `or` would be dropped, and "everything" would turn into "nothing more".
  return reaches.some((reach) => reach.all) ? [] : reaches.map((reach) => within(units.path, reach));
};

/** Announced events, and drafts of units this person manages, heads or reads. */
function visibleTo(actor: Actor): SQL | undefined {
  const drafts = hostedWithin(actor, ["events.manage", "everything.read", "points.operate"]);
  return drafts.length === 0 ? undefined : or(ne(events.state, "draft"), ...drafts);
}

/** Hosted by a unit of this person's, or with a point there. */
function concerning(db: Reader, actor: Actor): SQL | undefined {
  const hosted = hostedWithin(actor, ["events.manage", "everything.read", "points.operate"]);
  if (hosted.length === 0) return undefined;
  const withPoint = db
    .select({ id: points.eventId })
    .from(points)
    .innerJoin(units, eq(units.id, points.unitId))
    .where(within(units.path, reachOf(actor, "points.operate")));
  return or(...hosted, inArray(events.id, withPoint));
}

export type EventsWhen = "upcoming" | "past" | "drafts";

function whenIs(when: EventsWhen, now: Date): SQL | undefined {
  if (when === "drafts") return eq(events.state, "draft");
  const ahead = and(ne(events.state, "finished"), or(eq(events.dateOpen, true), gt(events.endsAt, now))) as SQL;
  return and(ne(events.state, "draft"), when === "upcoming" ? ahead : not(ahead));
}

export type ListedEvent = EventFacts & {
  mainPlace: string | null;
  mainAddress: string;
  pointCount: number;
  moved: boolean;
};

/**
 * Events this person may see, each with its main venue and the number of its points. Upcoming ones soonest first,
 * the others latest first. `mine` keeps those of the person's own units. Without `when`, all of them.
 */
export async function listEvents(
  db: Reader,
  asked: {
    actor: Actor;
    campaignId?: string;
    kind?: EventKind;
    when?: EventsWhen;
    mine?: boolean;
    term?: string;
    now?: Date;
    limit?: number;
  },
): Promise<ListedEvent[]> {
  const { actor, campaignId, kind, when, mine, term, now = new Date(), limit = 500 } = asked;
  const rows = await eventsWithNames(db)
    .where(
      and(
        visibleTo(actor),
        mine ? concerning(db, actor) : undefined,
        campaignId ? eq(events.campaignId, campaignId) : undefined,
        kind ? eq(events.kind, kind) : undefined,
        when ? whenIs(when, now) : undefined,
        hasWords(events.search, term),
      ),
    )
    .orderBy(when === "upcoming" ? asc(events.startsAt) : desc(events.startsAt), asc(events.id))
    .limit(limit);
  return withPlaces(db, rows.map(joined));
}

export async function withPlaces(db: Reader, rows: EventFacts[]): Promise<ListedEvent[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const counts = await db
    .select({ eventId: points.eventId, n: count() })
    .from(points)
    .where(inArray(points.eventId, ids))
    .groupBy(points.eventId);
  const mains = await db
    .select({ eventId: points.eventId, name: points.name, address: points.address })
    .from(points)
    .where(and(inArray(points.eventId, ids), eq(points.isMain, true)));
  const moves = await db
    .selectDistinct({ eventId: eventMoves.eventId })
    .from(eventMoves)
    .where(inArray(eventMoves.eventId, ids));
  const moved = new Set(moves.map((row) => row.eventId));
  const countOf = new Map(counts.map((row) => [row.eventId, row.n]));
  const mainOf = new Map(mains.map((row) => [row.eventId, row]));
  return rows.map((row) => ({
    ...row,
    mainPlace: mainOf.get(row.id)?.name ?? null,
    mainAddress: mainOf.get(row.id)?.address ?? "",
    pointCount: countOf.get(row.id) ?? 0,
    moved: moved.has(row.id),
  }));
}

/** Events whose names hold the term, with or without diacritics, nearest the top the newest. */
export async function searchEvents(
  db: Reader,
  { actor, term, limit = 10 }: { actor: Actor; term: string; limit?: number },
): Promise<EventFacts[]> {
  const words = hasWords(events.search, term);
  if (!words) return [];
  const rows = await eventsWithNames(db)
    .where(and(visibleTo(actor), words))
    .orderBy(desc(events.startsAt))
    .limit(limit);
  return rows.map(joined);
}

/** Every change of date, the latest first. */
export async function movesOf(db: Reader, { eventId }: { eventId: string }): Promise<MoveRow[]> {
  return await db
    .select()
    .from(eventMoves)
    .where(eq(eventMoves.eventId, eventId))
    .orderBy(desc(eventMoves.movedAt), desc(eventMoves.id));
}

/** Events that follow this one, such as a visit after a ceremony, by their start. */
export async function followOnsOf(
  db: Reader,
  { eventId, actor }: { eventId: string; actor: Actor },
): Promise<EventFacts[]> {
  const rows = await eventsWithNames(db)
    .where(and(eq(events.parentId, eventId), visibleTo(actor)))
    .orderBy(asc(events.startsAt));
  return rows.map(joined);
}

/** A public address for a title that no event has yet. */
export async function freeSlug(db: Reader, { title }: { title: string }): Promise<string> {
  const base = slugOf(title);
  const taken = await db
    .select({ slug: events.slug })
    .from(events)
    .where(or(eq(events.slug, base), like(events.slug, `${base}-%`)));
  return untaken(
    base,
    taken.map((row) => row.slug),
  );
}

/**
 * What an event's form offers this person: units they organize for, campaigns, and events it may follow. What `event`
 * already has is among them, also when it could no longer be chosen.
 */
export async function eventChoices(
  db: Reader,
  { actor, locale, event }: { actor: Actor; locale: Locale; event?: EventFacts },
) {
  const hosts = await unitOptions(db, { reach: reachOf(actor, "events.manage") });
  const shown = (await listCampaigns(db, { actor })).filter(
    ({ id, state }) => state !== "closed" || id === event?.campaignId,
  );
  const before = (await listEvents(db, { actor, limit: 200 })).filter(
    ({ id, parentId }) => id !== event?.id && !parentId,
  );
  const named = (one: { id: string; title: Localized }) => ({ value: one.id, label: inLanguage(one.title, locale) });
  const campaigns = shown.map(named);
  if (event?.campaign && !shown.some(({ id }) => id === event.campaignId)) campaigns.unshift(named(event.campaign));
  const units = hosts.map(({ value, label }) => ({ value, label }));
  if (event && !units.some(({ value }) => value === event.hostUnitId))
    units.unshift({ value: event.hostUnitId, label: event.hostUnit.name });
  return { units, campaigns, parents: before.map(named), press: newPress() };
}
