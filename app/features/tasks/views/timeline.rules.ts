import type { Calendar } from "~/features/holidays/rules";
import { addDays, type Day, daysBetween } from "~/web/time";
import { dueEnd } from "../dates.rules";
import type { DuePrecision } from "../rules";

export const zooms = ["weeks", "months", "quarters"] as const;
export type Zoom = (typeof zooms)[number];

const pixelsPerDay: Record<Zoom, number> = { weeks: 20, months: 5, quarters: 1.8 };
/** A line of the picture, in pixels: arrows are drawn over all of them at once. */
export const rowHeight = 44;
/** Longer plans are cut here, around today: one wrong year would make every bar a dot. */
const longest = { before: 730, after: 1100 };

/** The days of the picture, both included, and how wide one is. Positions are pixels from the start of the line of reading. */
export interface Scale {
  zoom: Zoom;
  from: Day;
  to: Day;
  perDay: number;
  /** The whole width. */
  length: number;
}
export interface Span {
  start: number;
  length: number;
}

type Period = "week" | "month" | "quarter" | "year";
const tiers: Record<Zoom, { minor: Period; major: Period }> = {
  weeks: { minor: "week", major: "month" },
  months: { minor: "month", major: "quarter" },
  quarters: { minor: "quarter", major: "year" },
};

/** A scale that holds all these days and today, from the start of a period to the end of one, with room for words behind. */
export function scaleOf(zoom: Zoom, days: readonly (Day | null)[], today: Day): Scale {
  const near = (day: Day) => within(day, addDays(today, -longest.before), addDays(today, longest.after));
  const known = [...days.filter((day) => day !== null), today].sort();
  const { minor } = tiers[zoom];
  const from = startOf(minor, near(known[0] as Day));
  const to = addDays(nextStart(minor, nextStart(minor, near(known.at(-1) as Day))), -1);
  const perDay = pixelsPerDay[zoom];
  return { zoom, from, to, perDay, length: (daysBetween(from, to) + 1) * perDay };
}

/** The day itself, or the edge it lies beyond. */
const within = (day: Day, first: Day, last: Day): Day => [first, day, last].sort()[1] as Day;

/** Where a day begins; before the picture is negative. */
export const startAt = (scale: Scale, day: Day): number => daysBetween(scale.from, day) * scale.perDay;

/** The part of these days, both included, that the picture shows; null when it shows none. */
export function spanOf(scale: Scale, first: Day, last: Day): Span | null {
  if (last < first || last < scale.from || first > scale.to) return null;
  const start = startAt(scale, within(first, scale.from, scale.to));
  const end = startAt(scale, addDays(within(last, scale.from, scale.to), 1));
  return { start, length: end - start };
}

export interface Dated {
  startsOn: Day | null;
  dueOn: Day | null;
  duePrecision: DuePrecision;
}

export interface Bar extends Span {
  /** The period in which the deadline falls, where it is no day: drawn softly. Counted from the start of the picture. */
  soft: Span | null;
  /** It has a start and no deadline. */
  open: boolean;
}

/** The bar of a task; null without dates or outside the picture. Without a start it is as long as its deadline is wide. */
export function barOf(scale: Scale, { startsOn, dueOn, duePrecision }: Dated): Bar | null {
  if (dueOn === null) {
    if (startsOn === null) return null;
    const span = spanOf(scale, startsOn, scale.to);
    return span && { ...span, soft: null, open: true };
  }
  const period = duePrecision === "day" ? null : periodBefore(dueOn, duePrecision);
  const first = startsOn ?? period ?? dueOn;
  const span = spanOf(scale, first, dueOn);
  if (!span) return null;
  const soft = period === null ? null : spanOf(scale, within(first, period, dueOn), dueOn);
  return { ...span, soft, open: false };
}

/** The first day of the month, quarter or half-year that ends on `dueOn`. */
export function periodBefore(dueOn: Day, precision: DuePrecision): Day {
  if (precision === "day") return dueOn;
  const back = { month: 0, quarter: 2, "half-year": 5 }[precision];
  return addMonths(startOf("month", dueOn), -back);
}

/** Dates moved by whole days: both ends, or one. A deadline that no longer ends its period becomes that of a day. */
export function movedBy(dates: Dated, end: "both" | "start" | "due", days: number): Dated {
  const move = (day: Day | null) => (day === null ? null : addDays(day, days));
  const startsOn = end === "due" ? dates.startsOn : move(dates.startsOn);
  const dueOn = end === "start" ? dates.dueOn : move(dates.dueOn);
  const keeps = dueOn === null || dueEnd(dates.duePrecision, dueOn) === dueOn;
  return { startsOn, dueOn, duePrecision: keeps ? dates.duePrecision : "day" };
}

/** Whole days that a pointer went, forward in time: in pages that run from right to left that is leftwards. */
export const daysDragged = (scale: Scale, pixels: number, dir: "ltr" | "rtl"): number =>
  Math.round((dir === "rtl" ? -pixels : pixels) / scale.perDay) || 0;

/** Days that an arrow key moves by; 0 for any other key. */
export const daysOfKey = (key: string, dir: "ltr" | "rtl"): number => {
  const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  return dir === "rtl" ? 0 - way : way;
};

export interface Tick extends Span {
  period: Period;
  day: Day;
}

/** The periods of the picture's two head lines; the first and last may be cut. */
export function ticksOf(scale: Scale): { major: Tick[]; minor: Tick[] } {
  const { major, minor } = tiers[scale.zoom];
  return { major: periodsOf(scale, major), minor: periodsOf(scale, minor) };
}

function periodsOf(scale: Scale, period: Period): Tick[] {
  const ticks: Tick[] = [];
  for (let day = startOf(period, scale.from); day <= scale.to; day = nextStart(period, day)) {
    const span = spanOf(scale, day, addDays(nextStart(period, day), -1));
    if (span) ticks.push({ period, day, ...span });
  }
  return ticks;
}

/** Runs of days on which nobody works. */
export function restOf(scale: Scale, calendar: Calendar): Span[] {
  const runs: Span[] = [];
  for (let day = scale.from; day <= scale.to; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) continue;
    const start = startAt(scale, day);
    const last = runs.at(-1);
    if (last && last.start + last.length === start) last.length += scale.perDay;
    else runs.push({ start, length: scale.perDay });
  }
  return runs;
}

/** Rows whose groups are all open. Rows stand in the order of the tree. */
export function openRows<R extends { id: string; level: number }>(
  rows: readonly R[],
  closed: ReadonlySet<string>,
): R[] {
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return rows.filter((row) => {
    if (row.level > hiddenBelow) return false;
    hiddenBelow = closed.has(row.id) ? row.level : Number.POSITIVE_INFINITY;
    return true;
  });
}

/** The first day and the last of all that stands below each row, from leaves with dates; rows in the order of the tree. */
export function spansBelow<R extends { id: string; level: number; startsOn: Day | null; dueOn: Day | null }>(
  rows: readonly R[],
): Map<string, { first: Day; last: Day }> {
  const spans = new Map<string, { first: Day; last: Day }>();
  const above: R[] = [];
  for (const row of rows) {
    while ((above.at(-1)?.level ?? -1) >= row.level) above.pop();
    const days = [row.startsOn, row.dueOn].filter((day) => day !== null);
    for (const { id } of above)
      for (const day of days) {
        const span = spans.get(id);
        spans.set(id, {
          first: !span || day < span.first ? day : span.first,
          last: !span || day > span.last ? day : span.last,
        });
      }
    above.push(row);
  }
  return spans;
}

/** The first day of the period that holds a day; weeks begin on Monday. */
export function startOf(period: Period, day: Day): Day {
  if (period === "week") return addDays(day, -(((daysBetween("1970-01-05", day) % 7) + 7) % 7 || 0));
  const month = Number(day.slice(5, 7));
  if (period === "month") return `${day.slice(0, 7)}-01`;
  if (period === "year") return `${day.slice(0, 4)}-01-01`;
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
}

/** The first day of the next period. */
export function nextStart(period: Period, day: Day): Day {
  const start = startOf(period, day);
  return period === "week" ? addDays(start, 7) : addMonths(start, { month: 1, quarter: 3, year: 12 }[period]);
}

/** The first day of the month so many months on. */
export function addMonths(first: Day, count: number): Day {
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}
