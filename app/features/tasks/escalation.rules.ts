import { type Day, daysBetween } from "~/web/time";
import { limits, overdueDays, silentDays } from "./colour.rules";
import { isOpen, isWithDoer, type TaskFacts } from "./rules";

export type Told = "doer" | "head" | "parent-head" | "committee";

/** Who hears of an overdue task from which day on, by the escalation formula of the plan; a level is told once. */
export const levels = [
  { days: 1, tells: ["doer", "head"] },
  { days: 3, tells: ["parent-head"] },
  { days: 7, tells: ["committee"] },
] as const satisfies readonly { days: number; tells: readonly Told[] }[];
export type Level = (typeof levels)[number];

/** The levels reached after so many days of delay, lowest first. */
export const levelsDue = (daysOverdue: number): Level[] => levels.filter(({ days }) => days <= daysOverdue);

/** The levels of one task without parts. Work that was handed in is the appraiser's: its doer is told nothing more. */
export const levelsOf = (task: TaskFacts, today: Day): Level[] =>
  isWithDoer(task.state) ? levelsDue(overdueDays(task, today)) : [];

/** The words under which a level is told once; a deadline that moves makes new ones. */
export const levelOccasion = ({ days }: Level, dueOn: Day): string => `level:${days}:${dueOn}`;

/** In the doer's hands with its deadline today or in the next three days. */
export function isDueSoon({ state, dueOn }: TaskFacts, today: Day): boolean {
  if (!isWithDoer(state) || dueOn === null) return false;
  const days = daysBetween(today, dueOn);
  return days >= 0 && days <= limits.dueSoonDays;
}

/** A unit that leads open tasks, some of them started, and has not said a word on any task for more than `days` days. */
export function isInactive(leads: readonly TaskFacts[], today: Day, days: number): boolean {
  const open = leads.filter((task) => isOpen(task.state));
  if (!open.some((task) => silentDays(task, today) > days)) return false;
  return leads.every(({ updatedOn }) => updatedOn === null || daysBetween(updatedOn, today) > days);
}
