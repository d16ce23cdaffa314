import { TZDate } from "@date-fns/tz";
import { addDays as addDaysTo, parseISO } from "date-fns";
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
    const at = new TZDate(instant.getTime(), zone);
    wall = {
      day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
      clock: `${two(at.getHours())}:${two(at.getMinutes())}`,
      ahead: -at.getTimezoneOffset(),
    };
    if (walls.size >= 2000) walls.clear();
    walls.set(key, wall);
  }
  return wall;
}

/** The day an instant falls on in a zone. */
export const dayOf = (instant: Date, zone: string): Day => wallOf(instant, zone).day;

/** The wall clock of an instant in a zone, "HH:mm". */
export const clockOf = (instant: Date, zone: string): string => wallOf(instant, zone).clock;

/** The instant of a day and a wall clock ("08:00") in a zone. */
export function instantOf(day: Day, clock: string, zone: string): Date {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const [hours, minutes] = clock.split(":").map(Number) as [number, number];
  return new Date(new TZDate(year, month - 1, date, hours, minutes, zone).getTime());
}

/** True for a day that exists: "2025-02-31" does not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

export const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export const addDays = (day: Day, days: number): Day => {
  const at = addDaysTo(parseISO(day), days);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

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

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

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
