import type { EventState, ReminderPlan } from "~/features/events/rules";
import { addDays, dayOf, instantOf } from "~/web/time";

export type ReminderKind = "reply-reminder" | "event-reminder";

export interface RemindedEvent {
  state: EventState;
  startsAt: Date;
  dateOpen: boolean;
  replyBy: Date | null;
  zone: string;
  reminders: ReminderPlan;
}

/** One reminder: which one, since when it is due, and after when it is of no use. */
export interface Due {
  kind: ReminderKind;
  daysBefore: number;
  moment: Date;
  sendBy: Date;
}

/** All reminders of an event in the order of time, as its plan and dates stand now. Nothing is scheduled ahead. */
export function remindersOf(event: RemindedEvent): Due[] {
  if (event.dateOpen) return [];
  const at = (until: Date, days: number) =>
    instantOf(addDays(dayOf(until, event.zone), -days), event.reminders.clock, event.zone);
  const { replyBy, startsAt } = event;
  const silent = replyBy
    ? event.reminders.silentDaysBefore.map(
        (daysBefore): Due => ({
          kind: "reply-reminder",
          daysBefore,
          moment: at(replyBy, daysBefore),
          sendBy: replyBy,
        }),
      )
    : [];
  const coming = event.reminders.comingDaysBefore.map(
    (daysBefore): Due => ({
      kind: "event-reminder",
      daysBefore,
      moment: at(startsAt, daysBefore),
      sendBy: startsAt,
    }),
  );
  return [...silent, ...coming]
    .filter((due) => due.moment < due.sendBy)
    .sort((a, b) => a.moment.getTime() - b.moment.getTime());
}

const states: Record<ReminderKind, EventState[]> = { "reply-reminder": ["open"], "event-reminder": ["open", "closed"] };

/** The reminders to write at `now`: of each kind the last one whose moment has come. One that was slept through is not made up for. */
export function remindersDue(event: RemindedEvent, now: Date): Due[] {
  const come = remindersOf(event).filter(
    (due) => due.moment <= now && now < due.sendBy && states[due.kind].includes(event.state),
  );
  return (["reply-reminder", "event-reminder"] as const).flatMap((kind) =>
    come.filter((due) => due.kind === kind).slice(-1),
  );
}

export interface Reminded {
  email: string | null;
  answer: "none" | "yes" | "no" | "substitute";
  invitedAt: Date | null;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
  bouncedAt: Date | null;
}

/** Whether this person gets this reminder: never who has answered, was invited after the moment, or whose address refuses letters. */
export function getsReminder(due: Due, who: Reminded): boolean {
  if (!who.email || who.withdrawnAt || who.bouncedAt || !who.invitedAt) return false;
  if (due.kind === "reply-reminder") return who.answer === "none" && who.invitedAt < due.moment;
  // Whoever said yes after the moment has just got place, link and code with the confirmation.
  return who.answer === "yes" && who.answeredAt !== null && who.answeredAt < due.moment;
}

/** The worded key under which one person gets one reminder once. A moved date makes a new key. */
export const reminderKey = (due: Due, participantId: string): string =>
  `${due.kind}:${due.daysBefore}d:${participantId}:${due.sendBy.toISOString()}`;
