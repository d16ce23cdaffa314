import { type Day, dayNumber, dayOfNumber } from "~/web/time";

/** A day that differs from its week: a holiday, or a weekend day that is worked in exchange. */
export interface Exception {
  day: Day;
  kind: "off" | "worked";
}

/** Working days as the office keeps them: Monday to Friday, but for the exceptions. */
export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** Working days from `first` to `last`, both included; 0 when `last` is earlier. */
  workingDaysIn(first: Day, last: Day): number;
  /** The `count`-th working day after `day`, or before it when negative; 0 gives `day` itself. */
  addWorkingDays(day: Day, count: number): Day;
}

/** The calendar of an office from its exceptions, in any order. A rest day declared on a Sunday changes nothing. */
export function calendarOf(exceptions: readonly Exception[]): Calendar {
  const changes = [...new Map(exceptions.map(({ day, kind }) => [dayNumber(day), kind]))]
    .filter(([day, kind]) => isWeekday(day) === (kind === "off"))
    .sort(([a], [b]) => a - b);
  const days = changes.map(([day]) => day);
  /** How far the exceptions up to each one move the count of weekdays. */
  const moved: number[] = [0];
  for (const [, kind] of changes) moved.push((moved.at(-1) ?? 0) + (kind === "off" ? -1 : 1));

  const upTo = (day: number) => weekdaysUpTo(day) + (moved[countUpTo(days, day)] ?? 0);
  const countIn = (first: number, last: number) => (last < first ? 0 : upTo(last) - upTo(first - 1));

  return {
    isWorkingDay: (day) => countIn(dayNumber(day), dayNumber(day)) === 1,
    workingDaysIn: (first, last) => countIn(dayNumber(first), dayNumber(last)),
    addWorkingDays(day, count) {
      let at = dayNumber(day);
      let left = Math.abs(count);
      // As many days as are left hold at most that many working days: the leap never goes too far.
      while (left > 0) {
        const to = count > 0 ? at + left : at - left;
        left -= count > 0 ? countIn(at + 1, to) : countIn(to, at - 1);
        at = to;
      }
      return dayOfNumber(at);
    },
  };
}

// 1 January 1970 was a Thursday; Monday is 0.
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;
const isWeekday = (day: number) => weekdayOf(day) < 5;

/** Weekdays up to a day, counted from a Monday far enough back to matter only in differences. */
const weekdaysUpTo = (day: number) => Math.floor((day + 3) / 7) * 5 + Math.min(weekdayOf(day) + 1, 5);

/** How many of the sorted days are not after `day`. */
function countUpTo(sorted: readonly number[], day: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
