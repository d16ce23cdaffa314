import { addDays, type Day, daysBetween } from "~/web/time";
import { expectedProgress, hundredths, leafProgress, type When } from "./progress.rules";
import { isDone, isExcluded, type TaskFacts } from "./rules";

/** "unplanned": no deadline; "no-data": a parent with nothing below it that counts; "none": out of every count. */
export type Colour = "done-on-time" | "done-late" | "red" | "amber" | "green" | "unplanned" | "no-data" | "none";

/** From where on the colours change: points of percentage, days, working days, percent of the weight. */
export const limits = {
  behind: { red: 25, amber: 10 },
  dueSoonDays: 3,
  silentDays: 7,
  silentDaysInCampaign: 2,
  waitingWorkingDays: 3,
  share: { red: 20, amber: 30 },
} as const;

/** Why a task has its colour, the deciding reason first. The last three are those of parents. */
export type Reason =
  | { why: "overdue"; days: number }
  | { why: "handed-in-late"; days: number }
  | { why: "waiting"; workingDays: number }
  | { why: "blocked-unresolved" }
  | { why: "blocked" }
  | { why: "behind"; points: number }
  | { why: "due-soon"; days: number }
  | { why: "silent"; days: number }
  | { why: "predecessor-red" }
  | { why: "critical-red"; tasks: number }
  | { why: "red-share"; tasks: number; percent: number }
  | { why: "amber-share"; tasks: number; percent: number };

export interface Coloured {
  colour: Colour;
  reasons: Reason[];
  /** Whose delay it is; null: nobody's, or another task's. */
  charged: "doer" | "appraiser" | null;
}

/** What stands around a task on the day of asking. */
export interface Circumstances extends When {
  /** An open difficulty, and whether somebody is named who resolves it. */
  blocked: { resolver: boolean } | null;
  predecessorRed: boolean;
  /** In a drive of days and nights two silent days are long. */
  campaignMode: boolean;
}

/**
 * The colour of a task without parts, by the colour formula of the plan: the first rule that holds decides.
 * The doer's clock stops when the work is handed in; from there on the appraiser's runs.
 */
export function colourOf(task: TaskFacts, around: Circumstances): Coloured {
  if (isExcluded(task.state)) return { colour: "none", reasons: [], charged: null };
  const late = overdueDays(task, around.today);
  if (isDone(task.state)) return late > 0 ? charge("done-late", [{ why: "handed-in-late", days: late }]) : onTime;
  if (task.state === "submitted") {
    if (late > 0) return charge("red", [{ why: "handed-in-late", days: late }]);
    const workingDays = waitingDays(task, around);
    return workingDays > limits.waitingWorkingDays ? charge("amber", [{ why: "waiting", workingDays }]) : green;
  }
  if (task.dueOn === null) return { colour: "unplanned", reasons: [], charged: null };
  const points = pointsBehind(task, around);
  const red = redReasons(around, late, points);
  if (red.length) return charge("red", red);
  const amber = amberReasons(task, around, points);
  return amber.length ? charge("amber", amber) : green;
}

const onTime: Coloured = { colour: "done-on-time", reasons: [], charged: null };
const green: Coloured = { colour: "green", reasons: [], charged: null };

function charge(colour: Colour, reasons: Reason[]): Coloured {
  const whys = reasons.map(({ why }) => why);
  if (whys.includes("waiting")) return { colour, reasons, charged: "appraiser" };
  // Who waits for another's task, or for a named resolver, is not the one who delays.
  const others = whys.every((why) => why === "predecessor-red" || why === "blocked");
  return { colour, reasons, charged: others ? null : "doer" };
}

function redReasons(around: Circumstances, late: number, points: number): Reason[] {
  const reasons: Reason[] = [];
  if (late > 0) reasons.push({ why: "overdue", days: late });
  if (around.blocked && !around.blocked.resolver) reasons.push({ why: "blocked-unresolved" });
  if (points >= limits.behind.red) reasons.push({ why: "behind", points });
  return reasons;
}

function amberReasons(task: TaskFacts, around: Circumstances, points: number): Reason[] {
  const reasons: Reason[] = [];
  if (points >= limits.behind.amber) reasons.push({ why: "behind", points });
  if (around.blocked) reasons.push({ why: "blocked" });
  const days = task.dueOn === null ? null : daysBetween(around.today, task.dueOn);
  if (days !== null && days <= limits.dueSoonDays) reasons.push({ why: "due-soon", days });
  if (isSilent(task, around.today, around)) reasons.push({ why: "silent", days: silentDays(task, around.today) });
  if (around.predecessorRed) reasons.push({ why: "predecessor-red" });
  return reasons;
}

/** How far progress stays behind what the dates let expect, to two decimals; negative when ahead. */
const pointsBehind = (task: TaskFacts, { today, calendar }: When) =>
  hundredths((expectedProgress(task, today, calendar) ?? 0) - (leafProgress(task) ?? 0)) / 100;

/**
 * Days past the deadline: running while the doer has the task, standing still from the day the work was handed in.
 * 0 when it is not late, has no deadline, or is out of every count.
 */
export function overdueDays(task: TaskFacts, today: Day): number {
  if (task.dueOn === null || isExcluded(task.state)) return 0;
  const handedIn = isDone(task.state) ? (task.submittedOn ?? task.acceptedOn ?? task.dueOn) : task.submittedOn;
  const until = isDone(task.state) || task.state === "submitted" ? (handedIn ?? task.dueOn) : today;
  return Math.max(0, daysBetween(task.dueOn, until));
}

/** Working days that handed-in work has lain with the appraiser, the day of handing in not counted. */
export function waitingDays({ state, submittedOn }: TaskFacts, { today, calendar }: When): number {
  if (state !== "submitted" || submittedOn === null) return 0;
  return calendar.workingDaysIn(addDays(submittedOn, 1), today);
}

/** Started, in the doer's hands, and no word for more than seven days; in a drive for more than two. */
export const isSilent = (task: TaskFacts, today: Day, { campaignMode }: { campaignMode: boolean }): boolean =>
  silentDays(task, today) > (campaignMode ? limits.silentDaysInCampaign : limits.silentDays);

/** Days without a word on a task that has started, by its dates or by its state; 0 when it has not, or is not in the doer's hands. */
export function silentDays({ state, startsOn, updatedOn }: TaskFacts, today: Day): number {
  const begun = state === "in-progress" || state === "returned";
  if (!begun && !(startsOn !== null && startsOn <= today && (state === "assigned" || state === "received"))) return 0;
  // Nobody owes a word before the start.
  const since = startsOn !== null && (updatedOn === null || updatedOn < startsOn) ? startsOn : updatedOn;
  return since === null ? 0 : Math.max(0, daysBetween(since, today));
}
