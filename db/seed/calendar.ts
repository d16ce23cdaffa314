import { addDays, type Day, daysBetween, instantOf } from "../../app/web/time";

/** The demo's zone: the province is fictional, its clock is not. */
export const zone = "Asia/Ho_Chi_Minh";

/** The story is told in the dates of this week, Monday 6 October 2025, and moved by whole weeks so that it is always now. */
const storyWeek: Day = "2025-10-06";

export interface StoryCalendar {
  /** A day of the story in the calendar of today. */
  day(told: Day): Day;
  /** An instant of the story, given as a day and a wall clock of the province. */
  at(told: Day, clock: string): Date;
  /** The year in which the story's 2025 falls. */
  year: number;
}

/** Whole weeks, so that what was told of a Monday stays on a Monday. */
export function storyCalendar(today: Day): StoryCalendar {
  const weeks = Math.floor(daysBetween(storyWeek, today) / 7);
  const day = (told: Day) => addDays(told, weeks * 7);
  return { day, at: (told, clock) => instantOf(day(told), clock, zone), year: Number(day("2025-10-10").slice(0, 4)) };
}
