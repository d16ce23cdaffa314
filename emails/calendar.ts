import { isMailAddress } from "./address";
import { cleanLine, cleanText } from "./clean";
import { component, escaped, type Property, utc } from "./icalendar";
import type { Party } from "./letter";

export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

export interface CalendarEvent {
  /** Stable for the life of the event: a new one would stand beside the old. */
  uid: string;
  /** Grows with each change that moves or cancels; programs ignore a change whose number did not grow. */
  sequence: number;
  startsAt: Date;
  endsAt?: Date | null;
  title: string;
  description?: string | null;
  location?: string | null;
  url?: string | null;
  organizer?: Party | null;
  attendee?: Party | null;
  status?: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  /** When this state of the event was made (DTSTAMP). */
  stampedAt: Date;
  /** The answer the office knows of; only beside an attendee. */
  partstat?: "NEEDS-ACTION" | "ACCEPTED" | "DECLINED";
}

/** The UID of an event in all calendars of all readers. */
export const eventUid = (eventId: string, publicOrigin: string): string =>
  `event-${eventId}@${new URL(publicOrigin).hostname}`;

/**
 * One event as an iCalendar object: REQUEST asks the attendee, CANCEL takes the event away, PUBLISH is a plain file.
 * Times are UTC instants: a generated time zone rule for Viet Nam starts in 1975 and breaks updates in Outlook.
 */
export function eventCalendar({ method, ...event }: CalendarEvent & { method: CalendarMethod }): string {
  return component("VCALENDAR", head(method), [eventPart(event, method)]);
}

/** Many events to download or to subscribe to. `zone` is a hint for programs that show the calendar's own zone. */
export function calendarFeed({ name, zone, events }: { name: string; zone: string; events: CalendarEvent[] }): string {
  const own: Property[] = [
    ["REFRESH-INTERVAL;VALUE=DURATION", "PT1H"],
    ["X-PUBLISHED-TTL", "PT1H"],
    ["X-WR-CALNAME", escaped(calendarLine(name))],
    ["X-WR-TIMEZONE", escaped(calendarLine(zone))],
  ];
  return component(
    "VCALENDAR",
    [...head("PUBLISH"), ...own],
    events.map((event) => eventPart(event, "PUBLISH")),
  );
}

const head = (method: CalendarMethod): Property[] => [
  ["VERSION", "2.0"],
  ["PRODID", "-//TenTen//Events//EN"],
  ["METHOD", method],
];

const calendarLine = (text: string): string => cleanLine(text, 20_000);
// Quotes and backslashes cannot be written inside a quoted parameter (RFC 5545, 3.1).
const parameter = (name: string, address: string): string => cleanLine(name.replace(/["\\^]/g, "'"), 200) || address;

function eventPart(event: CalendarEvent, method: CalendarMethod): string {
  const { endsAt, description, location, url } = event;
  const properties: (Property | null | false | undefined | "")[] = [
    ["UID", calendarLine(event.uid)],
    ["SEQUENCE", event.sequence],
    ["DTSTAMP", utc(event.stampedAt)],
    ["DTSTART", utc(event.startsAt)],
    endsAt && ["DTEND", utc(endsAt)],
    ["SUMMARY", escaped(calendarLine(event.title))],
    location && ["LOCATION", escaped(calendarLine(location))],
    description && ["DESCRIPTION", escaped(cleanText(description, 8000))],
    organizerOf(event),
    attendeeOf(event, method),
    url && ["URL;VALUE=URI", calendarLine(url)],
    ["STATUS", event.status ?? (method === "CANCEL" ? "CANCELLED" : "CONFIRMED")],
  ];
  return component(
    "VEVENT",
    properties.filter((property): property is Property => Boolean(property)),
  );
}

const organizerOf = ({ organizer }: CalendarEvent): Property | null =>
  organizer && isMailAddress(organizer.address)
    ? [`ORGANIZER;CN="${parameter(organizer.name, organizer.address)}"`, `mailto:${organizer.address}`]
    : null;

function attendeeOf({ attendee, partstat = "NEEDS-ACTION" }: CalendarEvent, method: CalendarMethod): Property | null {
  if (!attendee || !isMailAddress(attendee.address)) return null;
  const asked = method === "REQUEST" && partstat !== "ACCEPTED";
  const name = parameter(attendee.name, attendee.address);
  return [
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};RSVP=${asked ? "TRUE" : "FALSE"};CN="${name}"`,
    `MAILTO:${attendee.address}`,
  ];
}
