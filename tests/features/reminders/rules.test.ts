import { expect, test } from "vitest";
import { getsReminder, type RemindedEvent, remindersDue, remindersOf } from "~/features/reminders/rules";

const event: RemindedEvent = {
  state: "open",
  startsAt: new Date("2025-09-22T07:00:00Z"), // 14:00 in Viet Nam
  dateOpen: false,
  replyBy: new Date("2025-09-19T10:00:00Z"), // 17:00
  zone: "Asia/Ho_Chi_Minh",
  reminders: { silentDaysBefore: [7, 3, 1], comingDaysBefore: [1], clock: "08:00" },
};
const at = (text: string) => new Date(text);
const short = (list: ReturnType<typeof remindersOf>) =>
  list.map((due) => `${due.kind} ${due.daysBefore} ${due.moment.toISOString()}`);

test("reminders follow from the dates, at 08:00 of the event's zone", () => {
  expect(short(remindersOf(event))).toEqual([
    "reply-reminder 7 2025-09-12T01:00:00.000Z",
    "reply-reminder 3 2025-09-16T01:00:00.000Z",
    "reply-reminder 1 2025-09-18T01:00:00.000Z",
    "event-reminder 1 2025-09-21T01:00:00.000Z",
  ]);
});

test("a moved event moves its reminders, a day to be announced has none", () => {
  const moved = { ...event, startsAt: at("2025-09-29T07:00:00Z"), replyBy: at("2025-09-26T10:00:00Z") };
  expect(short(remindersOf(moved)).at(-1)).toBe("event-reminder 1 2025-09-28T01:00:00.000Z");
  expect(remindersOf({ ...event, dateOpen: true })).toEqual([]);
});

test("a reminder that was slept through is not made up for beside the next one", () => {
  expect(short(remindersDue(event, at("2025-09-12T00:59:59Z")))).toEqual([]);
  expect(short(remindersDue(event, at("2025-09-12T01:00:00Z")))).toEqual(["reply-reminder 7 2025-09-12T01:00:00.000Z"]);
  expect(short(remindersDue(event, at("2025-09-18T03:00:00Z")))).toEqual(["reply-reminder 1 2025-09-18T01:00:00.000Z"]);
  expect(short(remindersDue(event, at("2025-09-19T10:00:00Z")))).toEqual([]);
});

test("a closed list is no longer asked for answers, but who comes is reminded; nobody is in any other state", () => {
  const evening = at("2025-09-21T12:00:00Z");
  expect(remindersDue({ ...event, state: "closed" }, evening).map((due) => due.kind)).toEqual(["event-reminder"]);
  expect(remindersDue({ ...event, state: "closed" }, at("2025-09-18T03:00:00Z"))).toEqual([]);
  for (const state of ["draft", "postponed", "cancelled", "running", "finished"] as const)
    expect(remindersDue({ ...event, state }, evening)).toEqual([]);
});

test("the silent are asked, and none of those who must not be", () => {
  const [week] = remindersOf(event);
  if (!week) throw new Error("no reminder");
  const silent = {
    email: "a@example.org",
    answer: "none" as const,
    invitedAt: at("2025-09-01T00:00:00Z"),
    answeredAt: null,
    withdrawnAt: null,
    bouncedAt: null,
  };
  const bait = {
    silent,
    answered: { ...silent, answer: "yes" as const },
    declined: { ...silent, answer: "no" as const },
    "invited after the moment": { ...silent, invitedAt: at("2025-09-12T01:00:00Z") },
    "not invited": { ...silent, invitedAt: null },
    bounced: { ...silent, bouncedAt: at("2025-09-02T00:00:00Z") },
    withdrawn: { ...silent, withdrawnAt: at("2025-09-02T00:00:00Z") },
    "no address": { ...silent, email: null },
  };
  expect(
    Object.entries(bait)
      .filter(([, who]) => getsReminder(week, who))
      .map(([name]) => name),
  ).toEqual(["silent"]);
});

test("who comes is reminded of the day, unless the confirmation has only just left", () => {
  const day = remindersOf(event).at(-1);
  if (!day) throw new Error("no reminder");
  const coming = {
    email: "a@example.org",
    answer: "yes" as const,
    invitedAt: at("2025-09-01T00:00:00Z"),
    answeredAt: at("2025-09-10T00:00:00Z"),
    withdrawnAt: null,
    bouncedAt: null,
  };
  expect(getsReminder(day, coming)).toBe(true);
  expect(getsReminder(day, { ...coming, answeredAt: at("2025-09-21T05:00:00Z") })).toBe(false);
  expect(getsReminder(day, { ...coming, answer: "none" })).toBe(false);
  expect(getsReminder(day, { ...coming, answer: "substitute" })).toBe(false);
});
