import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import { isMailAddress } from "./address";
import { cleanLine, cleanText } from "./clean";
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
  return print([event], ical({ prodId: product, method: ICalCalendarMethod[method] }), method);
}

/** Many events to download or to subscribe to. `zone` is a hint for programs that show the calendar's own zone. */
export function calendarFeed({ name, zone, events }: { name: string; zone: string; events: CalendarEvent[] }): string {
  const feed = ical({ prodId: product, method: ICalCalendarMethod.PUBLISH, ttl: 60 * 60 });
  // The library prints a calendar's own name unescaped; its X attributes are escaped.
  feed.x([
    { key: "X-WR-CALNAME", value: calendarLine(name) },
    { key: "X-WR-TIMEZONE", value: calendarLine(zone) },
  ]);
  return print(events, feed, "PUBLISH");
}

const product = { company: "TenTen", product: "Events", language: "EN" };

const calendarLine = (text: string): string => cleanLine(text, 20_000);
// Quotes and backslashes cannot be written inside a quoted parameter (RFC 5545, 3.1).
const parameter = (name: string, address: string): string => cleanLine(name.replace(/["\\^]/g, "'"), 200) || address;

function print(events: CalendarEvent[], calendar: ICalCalendar, method: CalendarMethod): string {
  for (const event of events) add(calendar, event, method);
  return `${calendar.toString()}\r\n`;
}

function add(calendar: ICalCalendar, event: CalendarEvent, method: CalendarMethod): void {
  const status = event.status ?? (method === "CANCEL" ? "CANCELLED" : "CONFIRMED");
  const made = calendar.createEvent({
    id: calendarLine(event.uid),
    sequence: event.sequence,
    stamp: event.stampedAt,
    start: event.startsAt,
    end: event.endsAt ?? null,
    summary: calendarLine(event.title),
    description: event.description ? cleanText(event.description, 8000) : null,
    location: event.location ? calendarLine(event.location) : null,
    url: event.url ? calendarLine(event.url) : null,
    status: ICalEventStatus[status],
  });
  const { organizer, attendee } = event;
  if (organizer && isMailAddress(organizer.address))
    made.organizer({ name: parameter(organizer.name, organizer.address), email: organizer.address });
  if (attendee && isMailAddress(attendee.address))
    made.createAttendee({
      name: parameter(attendee.name, attendee.address),
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      status: partstats[event.partstat ?? "NEEDS-ACTION"],
      rsvp: method === "REQUEST" && event.partstat !== "ACCEPTED",
    });
}

const partstats = {
  "NEEDS-ACTION": ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  DECLINED: ICalAttendeeStatus.DECLINED,
};
