import { max } from "date-fns";
import { parseMailFrom } from "#emails/address";
import { eventCalendar, eventUid } from "#emails/calendar";
import { env } from "~/web/env.server";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { linkOf } from "../invitation/letters.server";
import type { findReply } from "./reads.server";

type Reply = NonNullable<Awaited<ReturnType<typeof findReply>>>;

/**
 * The event as a file for the guest's calendar: the name (UID) and number (SEQUENCE) of the letters, so that file and
 * letters move one entry. The same facts give the same bytes.
 */
export function calendarFile(
  { event, guest, point, host }: Reply,
  { token, locale }: { token: string; locale: Locale },
): string {
  const off = event.state === "cancelled" || event.dateOpen;
  return eventCalendar({
    method: "PUBLISH",
    uid: eventUid(event.id, env().publicOrigin),
    sequence: event.calendarSequence + guest.calendarSequence,
    stampedAt: max([event.updatedAt, guest.updatedAt]),
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    title: inLanguage(event.title, locale),
    description: [point.meetingUrl, point.way, linkOf(token)].filter(Boolean).join("\n"),
    location: [point.name, point.address || point.meetingUrl].filter(Boolean).join(", "),
    organizer: { name: host, address: event.contactEmail || (parseMailFrom(env().mailFrom)?.address ?? "") },
    status: off ? "CANCELLED" : "CONFIRMED",
  });
}
