import type { Locale } from "~/web/i18n";
import { clockOf, dayOf, formatLongDay, zoneName } from "~/web/time";
import { ltr } from "./clean";
import type { Span } from "./facts";
import { frameWords } from "./words";

const vietNam = new Set(["Asia/Ho_Chi_Minh", "Asia/Saigon"]);

/** "Thứ Hai, 22/09/2025", on the zone's calendar. */
export const dayWords = (instant: Date, zone: string, locale: Locale): string =>
  formatLongDay(dayOf(instant, zone), locale);

/** "giờ Việt Nam, UTC+7": written out, because the reader may sit in another zone. */
export function zoneWords(instant: Date, zone: string, locale: Locale): string {
  const offset = ltr(zoneName(instant, zone));
  const comma = locale === "ar" ? "، " : ", ";
  return vietNam.has(zone) ? `${frameWords[locale]("").vietNamTime}${comma}${offset}` : `${ltr(zone)}${comma}${offset}`;
}

/** When something happens, in one line, or in two when it ends on another day. Without the zone. */
export function whenLines(span: Span, zone: string, locale: Locale): string[] {
  const clock = (instant: Date) => ltr(clockOf(instant, zone));
  const day = (instant: Date) => dayWords(instant, zone, locale);
  const comma = locale === "ar" ? "، " : ", ";
  const { startsAt, endsAt } = span;
  const starts = `${clock(startsAt)}${comma}${day(startsAt)}`;
  if (!endsAt) return [starts];
  if (dayOf(startsAt, zone) === dayOf(endsAt, zone))
    return [`${clock(startsAt)} – ${clock(endsAt)}${comma}${day(startsAt)}`];
  return [`${starts} –`, `${clock(endsAt)}${comma}${day(endsAt)}`];
}

/** One moment, such as a deadline: "17:00, Thứ Sáu, 19/09/2025". */
export const momentWords = (instant: Date, zone: string, locale: Locale): string =>
  `${ltr(clockOf(instant, zone))}${locale === "ar" ? "، " : ", "}${dayWords(instant, zone, locale)}`;
