import type { Calendar } from "~/features/holidays/rules";
import { compareVi } from "~/web/text";
import { addDays, type Day, daysBetween, instantOf } from "~/web/time";
import { overdueDays, waitingDays } from "../colour.rules";
import { isDueSoon, levelOccasion, levelsOf, type Told } from "../escalation.rules";
import type { TaskQuery } from "../query.rules";
import { type DuePrecision, isWithDoer, type TaskFacts } from "../rules";
import type { Tie } from "./offices.rules";

/** The parts of a digest, what is late first. A task stands in one of them. */
export const sections = ["escalated", "overdue", "returned", "waiting", "due-soon", "assigned"] as const;
export type Section = (typeof sections)[number];

/** What each part of the letter asks of the list of tasks. */
export const queryOf: Record<Section, Partial<TaskQuery>> = {
  escalated: { only: "late" },
  overdue: { only: "late" },
  returned: { state: "returned", only: "waiting" },
  waiting: { state: "submitted", only: "waiting" },
  "due-soon": { state: "open", sort: "due" },
  assigned: { state: "assigned" },
};

/** Tasks written out in one part; the rest is counted and linked. */
export const mostInSection = 30;

/** The hour of those who wished nothing. */
export const usualHour = 7;

/** The hours that may be wished. */
export const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** "07:00" */
export const hourText = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** When a person wants the digest. `off`: nothing but escalations. */
export interface DigestWish {
  hour: number;
  off: boolean;
}
export const usualWish: DigestWish = { hour: usualHour, off: false };

/** Something that befell a task; its id makes the words under which it is told once. */
export interface Happening {
  id: string;
  at: Date;
}

export interface DigestTask extends TaskFacts {
  id: string;
  code: string;
  title: string;
  duePrecision: DuePrecision;
  accountableUnitId: string | null;
  appraiserUnitId: string | null;
  responsibleEmail: string | null;
  /** Parts that count stand below: their delays escalate, not the whole's. */
  hasParts: boolean;
  /** Lately given to its unit; lately put on the responsible person. */
  assigned: Happening | null;
  named: Happening | null;
  returned: (Happening & { reason: string }) | null;
  submittedAt: Date | null;
}

export interface Item {
  task: DigestTask;
  section: Section;
  /** Days late, working days that it waits, or days left, as the section has it. */
  days: number;
  /** Why it came back, when that is news; else "". */
  reason: string;
  /** What is told with this letter once and for all. */
  occasions: string[];
}

export interface DigestDay {
  today: Day;
  zone: string;
  calendar: Calendar;
}

/** The instant from which the digest of a day is due. */
export const digestMoment = ({ today, zone }: DigestDay, { hour }: DigestWish): Date =>
  instantOf(today, hourText(hour), zone);

/** A letter of a day says nothing true on the next. */
export const digestSendBy = ({ today, zone }: DigestDay): Date => instantOf(addDays(today, 1), "00:00", zone);

/** On working days, from the hour wished. */
export const isDigestDue = (day: DigestDay, wish: DigestWish, now: Date): boolean =>
  day.calendar.isWorkingDay(day.today) && digestMoment(day, wish) <= now;

/** The worded key under which a person gets one digest a day. */
export const digestKey = (email: string, today: Day): string => `task-digest:${email}:${today}`;

interface Asking {
  day: DigestDay;
  wish: DigestWish;
  ties: ReadonlySet<Tie>;
  /** Whether this person was told of this occasion of this task. */
  told: (occasion: string) => boolean;
}

/** What one person's digest says of a task, or null. What happened after the hour of the digest waits for the next. */
export function itemOf(task: DigestTask, { day, wish, ties, told }: Asking): Item | null {
  const moment = digestMoment(day, wish);
  const mine = ties.has("doer") || ties.has("head");
  const fresh = <H extends Happening>(happened: H | null, occasion: string): H | null =>
    happened && happened.at < moment && !told(occasion) ? happened : null;
  const levels = newLevels(task, day.today, ties, told);
  const returned = mine && !wish.off ? fresh(task.returned, returnedOccasion(task)) : null;
  const given = mine && !wish.off ? givenTo(task, ties) : null;
  const assigned = given && fresh(given, assignedOccasion(given));
  const late = overdueDays(task, day.today);

  const section = ((): Section | null => {
    if (levels.length > 0 && (wish.off || !mine)) return "escalated";
    if (wish.off) return null;
    if (mine && isWithDoer(task.state) && late > 0) return "overdue";
    if (returned) return "returned";
    if (ties.has("appraiser") && task.submittedAt && task.submittedAt < moment) return "waiting";
    if (mine && isDueSoon(task, day.today)) return "due-soon";
    return assigned ? "assigned" : null;
  })();
  if (!section) return null;
  return {
    task,
    section,
    days: section === "waiting" ? waitingDays(task, day) : late || daysLeft(task, day.today),
    reason: returned?.reason ?? "",
    occasions: [
      ...levels,
      ...(returned ? [returnedOccasion(task)] : []),
      ...(assigned ? [assignedOccasion(assigned)] : []),
    ],
  };
}

function newLevels(task: DigestTask, today: Day, ties: ReadonlySet<Tie>, told: (occasion: string) => boolean) {
  const { dueOn, hasParts } = task;
  if (hasParts || dueOn === null) return [];
  return levelsOf(task, today)
    .filter(({ tells }) => (tells as readonly Told[]).some((tie) => ties.has(tie)))
    .map((level) => levelOccasion(level, dueOn))
    .filter((occasion) => !told(occasion));
}

/** A unit hears of a task that it has not received; the responsible person also of one that is under way. */
function givenTo(task: DigestTask, ties: ReadonlySet<Tie>): Happening | null {
  if (!isWithDoer(task.state)) return null;
  if (ties.has("responsible")) return later(task.named, task.assigned);
  return task.state === "assigned" ? task.assigned : null;
}

const later = (a: Happening | null, b: Happening | null) => (a && b ? (a.at > b.at ? a : b) : (a ?? b));

const assignedOccasion = ({ id }: Happening) => `assigned:${id}`;
const returnedOccasion = ({ returned }: DigestTask) => `returned:${returned?.id ?? ""}`;
const daysLeft = ({ dueOn }: DigestTask, today: Day) => (dueOn === null ? 0 : daysBetween(today, dueOn));

/** The items as the letter has them: by section, the latest first, then by code. */
export const inOrder = (items: readonly Item[]): Item[] =>
  [...items].sort(
    (a, b) =>
      sections.indexOf(a.section) - sections.indexOf(b.section) ||
      (a.section === "due-soon" ? a.days - b.days : b.days - a.days) ||
      compareVi(a.task.code, b.task.code) ||
      (a.task.id < b.task.id ? -1 : 1),
  );
