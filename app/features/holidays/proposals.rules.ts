import { addDays, compareDays, type Day, dayNumber } from "~/web/time";
import { solarDayOf } from "./lunar.rules";

export const holidayKeys = ["new-year", "tet-eve", "tet", "hung-kings", "reunification", "labour", "national"] as const;
export type HolidayKey = (typeof holidayKeys)[number];

export interface Proposal {
  day: Day;
  key: HolidayKey;
  /** A working day off in place of a holiday that falls on a weekend. */
  instead: boolean;
}

const isWeekend = (day: Day) => [2, 3].includes(((dayNumber(day) % 7) + 7) % 7);

/**
 * The public holidays of a year to start from (Labour Code 2019, articles 111 and 112), in order, with the next working
 * day for those on a weekend. The second day of the National Day and exchanged days are decided anew each year: they
 * are left to people, who confirm everything.
 */
export function proposeHolidays(year: number): Proposal[] {
  const tet = solarDayOf(1, 1, year);
  const fixed: [Day, HolidayKey][] = [
    [`${year}-01-01`, "new-year"],
    [addDays(tet, -1), "tet-eve"],
    ...[0, 1, 2, 3].map((n): [Day, HolidayKey] => [addDays(tet, n), "tet"]),
    [solarDayOf(10, 3, year), "hung-kings"],
    [`${year}-04-30`, "reunification"],
    [`${year}-05-01`, "labour"],
    [`${year}-09-02`, "national"],
  ];
  const proposals: Proposal[] = fixed.map(([day, key]) => ({ day, key, instead: false }));
  const taken = new Set(fixed.map(([day]) => day));
  for (const [day, key] of fixed) {
    if (!isWeekend(day)) continue;
    let next = addDays(day, 1);
    while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
    taken.add(next);
    proposals.push({ day: next, key, instead: true });
  }
  return proposals.sort((a, b) => compareDays(a.day, b.day));
}
