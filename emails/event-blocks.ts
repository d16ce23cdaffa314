import type { Locale } from "~/web/i18n";
import { clockOf } from "~/web/time";
import { isWebAddress } from "~/web/web-address";
import type { Block, Row } from "./blocks";
import { type CalendarMethod, eventCalendar } from "./calendar";
import { bare, cleanLine, fact, ltr } from "./clean";
import type { CalendarFacts, DatedEvent, EventFacts, PointFacts, Reader, Span } from "./facts";
import type { Letter } from "./letter";
import { whenLines, zoneWords } from "./when";
import { frameWords } from "./words";

const present = (text: string | null | undefined): text is string => Boolean(text?.trim());

export const titleOf = (event: EventFacts): string => cleanLine(event.title, 300);

/** The title for a subject line, where a long one would drown the news. */
export const shortTitle = (event: EventFacts): string => cleanLine(event.title, 110);

export const whenRow = (span: Span, zone: string, locale: Locale): Row => ({
  label: frameWords[locale]("").when,
  lines: whenLines(span, zone, locale),
  aside: `(${zoneWords(span.startsAt, zone, locale)})`,
  strong: true,
});

export const oldTimeRow = (span: Span, zone: string, locale: Locale): Row => ({
  label: frameWords[locale]("").before,
  lines: whenLines(span, zone, locale),
  struck: true,
});

/** Where the reader goes: the point, its address, the meeting room, the way. */
export function pointRows(point: PointFacts, locale: Locale): Row[] {
  const t = frameWords[locale]("");
  const found: Row[] = [
    { label: point.main ? t.mainPoint : t.point, lines: [fact(point.name)], strong: true },
    ...(present(point.address) ? [{ label: t.place, lines: [fact(point.address)] }] : []),
  ];
  if (isWebAddress(point.meetingUrl))
    found.push({ label: t.meeting, lines: [ltr(point.meetingUrl)], href: point.meetingUrl });
  else if (present(point.meetingUrl)) found.push({ label: t.meeting, lines: [fact(point.meetingUrl)] });
  if (present(point.way)) found.push({ label: t.way, lines: [fact(point.way, 600)] });
  if (isWebAddress(point.mapUrl)) found.push({ label: t.map, lines: [t.openMap], href: point.mapUrl });
  return found;
}

/** Who holds the event and under which paper. */
export function eventRows(event: EventFacts, point: PointFacts | null, locale: Locale): (Row | false)[] {
  const t = frameWords[locale]("");
  const row = (label: string, value: string | null | undefined): Row | false =>
    present(value) && { label, lines: [fact(value, 600)] };
  const chairs = event.chairs?.filter(present) ?? [];
  return [
    !point?.main && row(t.mainPoint, event.mainVenue),
    chairs.length > 0 && { label: t.chair, lines: chairs.slice(0, 8).map((chair) => fact(chair)) },
    row(t.composition, event.composition),
    row(t.host, event.host),
    row(t.kind, event.kind),
    row(t.campaign, event.campaign),
    present(event.documentNumber) && { label: t.documentNumber, lines: [ltr(event.documentNumber)] },
  ];
}

/** The agenda in brief: at most twelve lines, so that a letter stays a letter. */
export function agendaBlocks(event: EventFacts, locale: Locale): Block[] {
  const items = event.agenda ?? [];
  if (items.length === 0) return [];
  const t = frameWords[locale]("");
  const mark = (item: (typeof items)[number]): string => {
    if (item.startsAt) return ltr(clockOf(item.startsAt, event.zone));
    return item.minutes ? t.minutes(item.minutes) : "–";
  };
  const shown = items.slice(0, 12).map((item) => ({ mark: mark(item), text: fact(item.title, 200) }));
  return [{ kind: "list", label: t.agenda, items: items.length > 12 ? [...shown, { mark: "", text: "…" }] : shown }];
}

interface CalendarOf {
  event: DatedEvent;
  to: Reader;
  method: Exclude<CalendarMethod, "PUBLISH">;
  point?: PointFacts | null;
  link?: string | null;
  accepted?: boolean;
}

/** The calendar part of a letter; nothing when the caller keeps no calendar for this event. */
export function calendarOf(
  facts: CalendarFacts | null | undefined,
  { event, to, method, point, link, accepted }: CalendarOf,
): Letter["calendar"] {
  if (!facts) return undefined;
  const t = frameWords[to.locale]("");
  const room = point?.meetingUrl?.trim();
  const lines = [
    `${whenLines(event, event.zone, to.locale).join(" ")} (${zoneWords(event.startsAt, event.zone, to.locale)})`,
    point && `${point.main ? t.mainPoint : t.point}: ${cleanLine(point.name)}`,
    room && `${t.meeting}: ${cleanLine(room)}`,
    event.chairs?.length && `${t.chair}: ${event.chairs.map((chair) => cleanLine(chair)).join("; ")}`,
    link && method === "REQUEST" && link,
  ];
  const content = eventCalendar({
    ...facts,
    method,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    title: event.title,
    description: lines
      .filter(Boolean)
      .map((line) => bare(String(line)))
      .join("\n"),
    location: [point?.name, point?.address || room]
      .filter(present)
      .map((part) => cleanLine(part))
      .join(", "),
    attendee: { name: to.name, address: to.address },
    partstat: accepted ? "ACCEPTED" : "NEEDS-ACTION",
  });
  return { method, content };
}
