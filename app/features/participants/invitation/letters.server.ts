import { eq } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/client.server";
import { organization, participants } from "#db/schema.server";
import { eventUid } from "#emails/calendar";
import type { CalendarFacts, DatedEvent, EventFacts as LetterEvent, LetterProps, PointFacts } from "#emails/facts";
import { eventWords } from "~/features/events/messages";
import {
  agendaOf,
  chairsOf,
  type EventFacts,
  type EventPoint,
  findEvent,
  pointsOf,
} from "~/features/events/reads.server";
import { agendaClock } from "~/features/events/rules";
import { env } from "~/web/env.server";
import { type Locale, wordsFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import { deriveToken, hashToken, signingKeyId } from "~/web/secrets.server";
import type { Participant } from "../reads.server";

/** All that letters about one event have in common, gathered once for many of them. */
export interface Occasion {
  event: EventFacts;
  office: string;
  points: Map<string, EventPoint>;
  main: EventPoint | null;
  chairs: string[];
  agenda: { title: string; startsAt: Date; minutes: number }[];
}

const officeName = prepared("office_name", (db: Reader) => db.select({ name: organization.name }).from(organization));

/**
 * Gathers an event for its letters; null when it does not exist. `only` names the two points that matter, where there
 * are no more: a province has dozens, and an answer is given for one.
 */
export async function gatherOccasion(
  db: Reader,
  { eventId, only }: { eventId: string; only?: readonly [string, string] },
): Promise<Occasion | null> {
  const event = await findEvent(db, { eventId });
  if (!event) return null;
  const [office] = await officeName(db, {});
  const places = await pointsOf(db, { eventId, only });
  const items = await agendaOf(db, { eventId });
  const chairing = await chairsOf(db, { eventId });
  return {
    event,
    office: office?.name ?? event.hostUnit.name,
    points: new Map(places.map((point) => [point.id, point])),
    main: places.find((point) => point.isMain) ?? null,
    chairs: chairing.map((chair) => [chair.fullName, chair.position].filter(Boolean).join(", ")),
    agenda: agendaClock(items, event.startsAt).map(({ title, from, minutes }) => ({ title, startsAt: from, minutes })),
  };
}

/** The event's title in a language, Vietnamese where it was not written in it. */
export const titleIn = (event: Pick<EventFacts, "title">, locale: Locale): string =>
  event.title[locale] || event.title.vi;

export type Guest = Pick<
  Participant,
  | "id"
  | "fullName"
  | "position"
  | "organization"
  | "email"
  | "locale"
  | "pointId"
  | "tokenVersion"
  | "tokenKid"
  | "tokenHash"
  | "doorCode"
  | "calendarSequence"
>;

/** Who writes to whom; the guest must have an address. */
export function addressing(occasion: Occasion, guest: Guest): LetterProps {
  const { event } = occasion;
  return {
    to: {
      name: guest.fullName,
      address: guest.email ?? "",
      locale: guest.locale,
      position: guest.position || null,
      unit: guest.organization || null,
    },
    office: occasion.office,
    contact:
      event.contactName || event.contactEmail || event.contactPhone
        ? {
            name: event.contactName || event.hostUnit.name,
            phone: event.contactPhone || null,
            email: event.contactEmail || null,
          }
        : null,
  };
}

/** The event as its letters tell it, in the reader's language. */
export function eventInLetters(occasion: Occasion, locale: Locale): DatedEvent {
  const { event } = occasion;
  const told: LetterEvent = {
    title: titleIn(event, locale),
    zone: event.zone,
    kind: wordsFor(eventWords, locale).kinds[event.kind],
    campaign: event.campaign ? event.campaign.title[locale] || event.campaign.title.vi : null,
    host: event.hostUnit.name,
    chairs: occasion.chairs,
    documentNumber: event.invitationNumber || null,
    composition: event.composition || null,
    mainVenue: occasion.main?.name ?? null,
    agenda: occasion.agenda,
  };
  return { ...told, startsAt: event.startsAt, endsAt: event.endsAt };
}

/** The place in a letter to someone who attends there. */
export function pointInLetters(point: EventPoint): PointFacts {
  return {
    name: point.name,
    main: point.isMain,
    address: point.address || null,
    meetingUrl: point.meetingUrl || null,
    way: point.way || null,
  };
}

/** What moves the guest's calendar. The number grows with the event's changes and with the guest's own. */
export function calendarOfGuest(occasion: Occasion, guest: Guest, now: Date): CalendarFacts {
  const { event } = occasion;
  const origin = env().publicOrigin;
  return {
    uid: eventUid(event.id, origin),
    sequence: event.calendarSequence + guest.calendarSequence,
    stampedAt: now,
    organizer: { name: event.hostUnit.name, address: event.contactEmail || addressOf(env().mailFrom) },
    url: event.isPublic ? `${origin}${paths.publicEvent(event.slug)}` : null,
  };
}

const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

const secretText = (guest: Pick<Guest, "id" | "tokenVersion">) => `${guest.id}:${guest.tokenVersion}`;

/** The token of a guest's living link; null when it has none or its secret has been retired. */
export const tokenOf = (guest: Guest): string | null =>
  guest.tokenHash ? deriveToken(secretText(guest), "rsvp", guest.tokenKid) : null;

export const linkOf = (token: string): string => `${env().publicOrigin}${paths.rsvp(token)}`;

/** The guest's living link; a guest without one gets one, and whatever link was before is dead. */
export async function ensureLink(tx: Tx, guest: Guest): Promise<{ guest: Guest; link: string }> {
  const token = tokenOf(guest);
  if (token) return { guest, link: linkOf(token) };
  return renewLink(tx, guest);
}

/** A new link for a guest; the old one is dead from this moment. */
export async function renewLink(tx: Tx, guest: Guest): Promise<{ guest: Guest; link: string }> {
  const next = { tokenVersion: guest.tokenVersion + 1, tokenKid: signingKeyId() };
  const token = deriveToken(secretText({ id: guest.id, ...next }), "rsvp") as string;
  const change = { ...next, tokenHash: hashToken(token) };
  await tx.update(participants).set(change).where(eq(participants.id, guest.id));
  return { guest: { ...guest, ...change }, link: linkOf(token) };
}
