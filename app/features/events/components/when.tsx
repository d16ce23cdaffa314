import { Ltr, Time } from "~/ui/text";
import type { Locale } from "~/web/i18n";
import { clockOf, dayOf, defaultZone, formatDay, formatLongDay, formatMoment, zoneName } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import { eventWords } from "../messages";

interface Span {
  startsAt: Date;
  endsAt: Date;
  zone: string;
}

/** "Thứ Hai, 22/09/2025, 14:00–16:40", or from one day to another. */
export function spanText({ startsAt, endsAt, zone }: Span, locale: Locale): string {
  const [from, to] = [dayOf(startsAt, zone), dayOf(endsAt, zone)];
  const comma = locale === "ar" ? "،" : ",";
  if (from === to) return `${formatLongDay(from, locale)}${comma} ${clockOf(startsAt, zone)}–${clockOf(endsAt, zone)}`;
  return `${formatLongDay(from, locale)}${comma} ${clockOf(startsAt, zone)} – ${formatLongDay(to, locale)}${comma} ${clockOf(endsAt, zone)}`;
}

/** The hours and the day in as few signs as a table allows. */
export function ShortWhen({ event }: { event: Span & { dateOpen: boolean } }) {
  const t = useWords(eventWords);
  const { startsAt, endsAt, zone } = event;
  const [from, to] = [dayOf(startsAt, zone), dayOf(endsAt, zone)];
  if (event.dateOpen) return <span className="soft">{t.dateOpen}</span>;
  return (
    <Time at={startsAt}>
      <Ltr>{from === to ? formatDay(from) : `${formatDay(from).slice(0, 5)}–${formatDay(to)}`}</Ltr>{" "}
      <span className="soft">
        <Ltr>{from === to ? `${clockOf(startsAt, zone)}–${clockOf(endsAt, zone)}` : clockOf(startsAt, zone)}</Ltr>
      </span>
    </Time>
  );
}

/** "UTC+7" beside the hours, with the country where it is our own zone. */
function useZoneNote({ startsAt, zone }: { startsAt: Date; zone: string }): string {
  const t = useWords(eventWords);
  const name = zoneName(startsAt, zone);
  return zone === defaultZone ? t.zoneNote(name) : t.zoneOther(name);
}

/** Weekday, date, hours and zone; or that the new day is still to be announced. */
export function EventWhen({ event }: { event: Span & { dateOpen?: boolean } }) {
  const locale = useLocale();
  const t = useWords(eventWords);
  const note = useZoneNote(event);
  if (event.dateOpen) return <>{t.dateOpen}</>;
  return (
    <>
      <Time at={event.startsAt}>{spanText(event, locale)}</Time> <span className="soft nowrap">({note})</span>
    </>
  );
}

/** One instant on the event's wall clock. */
export const At = ({ at, zone }: { at: Date; zone: string }) => (
  <Time at={at}>
    <Ltr>{formatMoment(at, zone)}</Ltr>
  </Time>
);
