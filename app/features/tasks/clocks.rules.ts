import type { Calendar } from "~/features/holidays/rules";
import { addDays, type Day, daysBetween } from "~/web/time";

interface HandedIn {
  submittedOn: Day;
  /** Null: it waits. */
  decidedOn: Day | null;
}

/** How long the doer had the work before a submission, in days, and how long the appraiser had it, in working days. */
export interface Clocks {
  doerDays: number;
  appraiserDays: number;
}

/**
 * The two clocks of each submission, given oldest first. The doer's runs from the assignment, or from the decision
 * before, to the day of handing in; the appraiser's from the day after it to the decision, or to today.
 */
export function clocksOf(
  submissions: readonly HandedIn[],
  { assignedOn, today, calendar }: { assignedOn: Day | null; today: Day; calendar: Calendar },
): Clocks[] {
  let since = assignedOn;
  return submissions.map(({ submittedOn, decidedOn }) => {
    const doerDays = since === null ? 0 : Math.max(0, daysBetween(since, submittedOn));
    since = decidedOn;
    return { doerDays, appraiserDays: calendar.workingDaysIn(addDays(submittedOn, 1), decidedOn ?? today) };
  });
}
