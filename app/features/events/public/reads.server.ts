import { and, asc, eq, ne } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { events } from "#db/schema.server";
import { type CalendarEvent, calendarFeed, eventUid } from "#emails/calendar";
import { findPublicCampaign } from "~/features/campaigns/reads.server";
import type { Locale } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import {
  agendaOf,
  chairsOf,
  type EventFacts,
  eventsWithNames,
  joined,
  type ListedEvent,
  movesOf,
  pointsOf,
  withPlaces,
} from "../reads.server";

const shownToAll = and(eq(events.isPublic, true), ne(events.state, "draft"));

/** What anybody may know of a public event: no meeting links, no contacts of points, no notes for guests. */
export async function findPublicEvent(db: Reader, { slug }: { slug: string }) {
  const [row] = await eventsWithNames(db).where(and(eq(events.slug, slug), shownToAll));
  if (!row) return null;
  const event = joined(row);
  const asked = { eventId: event.id };
  const [places, agenda, chairing, moves] = await Promise.all([
    pointsOf(db, asked),
    agendaOf(db, asked),
    chairsOf(db, asked),
    movesOf(db, asked),
  ]);
  return {
    event,
    points: places.map(({ id, name, isMain, address, way }) => ({ id, name, isMain, address, way })),
    agenda,
    chairs: chairing,
    moves,
  };
}

/** The public events of a campaign by their start, each with its main venue: for its page and its feed. */
export async function eventsOfCampaignPublic(
  db: Reader,
  { campaignId }: { campaignId: string },
): Promise<ListedEvent[]> {
  const rows = await eventsWithNames(db)
    .where(and(eq(events.campaignId, campaignId), shownToAll))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(500);
  return withPlaces(db, rows.map(joined));
}

interface Asked {
  slug: string;
  locale: Locale;
  /** Scheme and host of the links inside. */
  origin: string;
}

/** The iCalendar file of a public event, or null when there is none. */
export async function eventCalendarFile(db: Reader, { slug, locale, origin }: Asked): Promise<string | null> {
  const found = await findPublicEvent(db, { slug });
  if (!found) return null;
  const main = found.points.find((point) => point.isMain);
  const entry = entryOf(found.event, [main?.name, main?.address], locale, origin);
  return calendarFeed({ name: entry.title, zone: found.event.zone, events: [entry] });
}

/** All public events of a public campaign, to subscribe to; null when there is no such campaign. */
export async function campaignCalendarFile(
  db: Reader,
  { slug, locale, origin, zone }: Asked & { zone: string },
): Promise<string | null> {
  const campaign = await findPublicCampaign(db, { slug });
  if (!campaign) return null;
  const events = await eventsOfCampaignPublic(db, { campaignId: campaign.id });
  return calendarFeed({
    name: inLanguage(campaign.title, locale),
    zone,
    events: events.map((event) => entryOf(event, [event.mainPlace, event.mainAddress], locale, origin)),
  });
}

function entryOf(
  event: EventFacts,
  place: (string | null | undefined)[],
  locale: Locale,
  origin: string,
): CalendarEvent {
  const words = (text: Localized | null) => (text ? inLanguage(text, locale) : "");
  return {
    uid: eventUid(event.id, origin),
    sequence: event.calendarSequence,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    title: words(event.title),
    description: [words(event.description), event.hostUnit.name].filter(Boolean).join("\n\n"),
    location: place.filter(Boolean).join(", "),
    url: `${origin}${paths.publicEvent(event.slug)}`,
    // A date to be announced is no date: calendars drop the old one and take the new one with the next sequence.
    status: event.state === "cancelled" || event.dateOpen ? "CANCELLED" : "CONFIRMED",
    // Not the clock: the same event must give the same file, or every fetch would look like a change.
    stampedAt: event.updatedAt,
  };
}
