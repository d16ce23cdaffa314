import { type Locale, tagOf } from "./i18n";

/** A calendar day, "YYYY-MM-DD", with no zone of its own. */
export type Day = string;

export const defaultZone = "Asia/Ho_Chi_Minh";

interface Wall {
  day: Day;
  clock: string;
  /** Minutes that the zone is ahead of UTC. */
  ahead: number;
}
// Asking for a zone's offset is dear, and every guest's page asks for the same few instants of one event.
const walls = new Map<string, Wall>();

function wallOf(instant: Date, zone: string): Wall {
  const key = `${instant.getTime()} ${zone}`;
  let wall = walls.get(key);
  if (!wall) {
    const ahead = minutesAhead(instant.getTime(), zone);
    const at = new Date(instant.getTime() + ahead * minute).toISOString();
    wall = { day: at.slice(0, 10), clock: at.slice(11, 16), ahead };
    if (walls.size >= 2000) walls.clear();
    walls.set(key, wall);
  }
  return wall;
}

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at an instant, by the platform's own time zone data. */
function minutesAhead(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" },
    });
    formats.set(zone, format);
  }
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(at)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute: minutes = 0, second = 0 } = shown;
  return Math.round((Date.UTC(year, month - 1, day, hour, minutes, second) - at) / minute);
}

/** The day an instant falls on in a zone. */
export const dayOf = (instant: Date, zone: string): Day => wallOf(instant, zone).day;

/** The wall clock of an instant in a zone, "HH:mm". */
export const clockOf = (instant: Date, zone: string): string => wallOf(instant, zone).clock;

/** The instant of a day and a wall clock ("08:00") in a zone. A clock that a change to summer time skips is read as the hour after. */
export function instantOf(day: Day, clock: string, zone: string): Date {
  const wished = Date.parse(`${day}T${clock}:00Z`);
  const before = minutesAhead(wished - 86_400_000, zone);
  const first = wished - before * minute;
  const ahead = minutesAhead(first, zone);
  if (ahead === before) return new Date(first);
  const second = wished - ahead * minute;
  return new Date(minutesAhead(second, zone) === ahead ? second : first);
}

/**
 * True for a day that exists: "2025-02-31" does not. Nor do the years before 1000 and 9999, which nobody means and whose
 * instants PostgreSQL cannot keep in every zone.
 */
export function isDay(text: string): text is Day {
  if (!/^(?!9999)[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

export const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const dayNumbers = new Map<Day, number>();
/** Days since 1 January 1970. Remembered: thousands of tasks share a few hundred dates. */
export function dayNumber(day: Day): number {
  let number = dayNumbers.get(day);
  if (number === undefined) {
    number = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;
    if (dayNumbers.size >= 2000) dayNumbers.clear();
    dayNumbers.set(day, number);
  }
  return number;
}

export const dayOfNumber = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Orders days, the earlier first; no day ("") comes before all. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** dd/MM/yyyy in every language: the form of Vietnamese offices, and unambiguous beside it. */
export const formatDay = (day: Day): string => day.split("-").reverse().join("/");

const weekdays = new Map<Locale, Intl.DateTimeFormat>();
// A letter names the same few days several times, and hundreds of letters the same.
const longDays = new Map<string, string>();
/** "thứ Hai", "Monday" … */
export function weekdayOf(day: Day, locale: Locale): string {
  let format = weekdays.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(tagOf(locale), { weekday: "long", timeZone: "UTC" });
    weekdays.set(locale, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** "Thứ Hai, 22/09/2025" */
export function formatLongDay(day: Day, locale: Locale): string {
  const key = `${day} ${locale}`;
  let long = longDays.get(key);
  if (!long) {
    const weekday = weekdayOf(day, locale);
    const comma = locale === "ar" ? "،" : ",";
    long = `${weekday.charAt(0).toLocaleUpperCase(tagOf(locale))}${weekday.slice(1)}${comma} ${formatDay(day)}`;
    if (longDays.size >= 2000) longDays.clear();
    longDays.set(key, long);
  }
  return long;
}

/** "14:00 · 22/09/2025", on the zone's wall clock. */
export const formatMoment = (instant: Date, zone: string): string =>
  `${clockOf(instant, zone)} · ${formatDay(dayOf(instant, zone))}`;

/** "UTC+7", to be written beside times that people in other zones may read. */
export function zoneName(instant: Date, zone: string): string {
  const minutes = wallOf(instant, zone).ahead;
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest ? `:${two(rest)}` : ""}`;
}

const two = (n: number): string => String(n).padStart(2, "0");
