import { plural } from "~/web/i18n";
import type { Words } from "./index";

const days = (n: number) => plural("en", n, { one: `${n} day`, other: `${n} days` });

export const en: Words = {
  title: "Reminders",
  about:
    "Reminders follow from the event's dates: a moved event moves them. Nobody is reminded who has answered, was invited after the moment, or whose address returns letters.",
  silent: "Remind the silent, days before the reply-by date",
  silentHint: "For example 7, 3, 1. Leave empty for none.",
  coming: "Remind those who come, days before the event",
  comingHint: "The letter has the place, the link and the code for the door. For example 1.",
  clock: "Time of day",
  clockHint: "On the event's clock, for example 08:00.",
  save: "Save reminders",
  saved: "Reminders saved.",
  mend: "Please mend before saving",
  errors: {
    "bad-days": "Write numbers of days from 0 to 60, separated by commas.",
    required: "Write a time of day, for example 08:00.",
    "bad-clock": "Write hours and minutes, for example 08:00.",
  },
  plan: "Reminders as planned now",
  when: "When",
  whom: "Whom",
  state: "State",
  kinds: { "reply-reminder": "The silent", "event-reminder": "Those who come" },
  daysBefore: (n, kind) =>
    kind === "reply-reminder"
      ? n === 0
        ? "on the reply-by date"
        : `${days(n)} before the reply-by date`
      : n === 0
        ? "on the day"
        : `${days(n)} before the event`,
  sent: (n) => plural("en", n, { one: `${n} letter written`, other: `${n} letters written` }),
  next: (n) => plural("en", n, { one: `Ahead, now ${n} person`, other: `Ahead, now ${n} people` }),
  passed: "Past, not made up for",
  stopped: "Stopped by the state of the event",
  none: "No reminders",
  noReplyBy: "The event has no reply-by date, so the silent cannot be reminded yet.",
  dateOpen: "The event is postponed without a new date: no reminder is sent.",
};
