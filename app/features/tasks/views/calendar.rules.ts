import { addDays, type Day } from "~/web/time";
import type { DuePrecision } from "../rules";
import { addMonths, nextStart, periodBefore, startOf } from "./timeline.rules";

export const calendarSpans = ["month", "week"] as const;
export type CalendarSpan = (typeof calendarSpans)[number];
/** So many entries of a day are shown in a month; the rest is a link to its week. */
export const entriesPerDay = 4;

export interface Page {
  /** What the page is about: the month or the week of the day asked for, both days included. */
  first: Day;
  last: Day;
  /** Whole weeks from Monday to Sunday; of a month also the days around it that fill them. */
  days: Day[];
  previous: Day;
  next: Day;
}

/** The page of a calendar that holds a day. */
export function pageOf(span: CalendarSpan, day: Day): Page {
  const first = startOf(span, day);
  const following = nextStart(span, day);
  const last = addDays(following, -1);
  const days: Day[] = [];
  for (let at = startOf("week", first); at <= last || days.length % 7 !== 0; at = addDays(at, 1)) days.push(at);
  const previous = span === "week" ? addDays(first, -7) : addMonths(first, -1);
  return { first, last, days, previous, next: following };
}

interface Due {
  dueOn: Day | null;
  duePrecision: DuePrecision;
}

/** The tasks due on each day, and those whose deadline is a period that the page touches. */
export function duesOf<T extends Due>(tasks: readonly T[], { days, first, last }: Page) {
  const onDay = new Map<Day, T[]>();
  const inPeriod: T[] = [];
  const shown = new Set(days);
  for (const task of tasks) {
    const { dueOn, duePrecision } = task;
    if (dueOn === null) continue;
    if (duePrecision !== "day") {
      if (periodBefore(dueOn, duePrecision) <= last && dueOn >= first) inPeriod.push(task);
    } else if (shown.has(dueOn)) onDay.set(dueOn, [...(onDay.get(dueOn) ?? []), task]);
  }
  return { onDay, inPeriod };
}
