import { expect, test } from "vitest";
import { isSilent } from "~/features/tasks/colour.rules";
import { isDueSoon, isInactive, levelOccasion, levels, levelsDue, levelsOf } from "~/features/tasks/escalation.rules";
import { makeTask } from "./plan";

test("doer and head hear of it on the first day, the head above on the third, the committee on the seventh", () => {
  const told = (days: number) => levelsDue(days).flatMap(({ tells }) => [...tells]);
  expect([0, 1, 2, 3, 6, 7, 40].map((days) => told(days).length)).toEqual([0, 2, 2, 3, 3, 4, 4]);
  expect(told(1)).toEqual(["doer", "head"]);
  expect(told(3)).toEqual(["doer", "head", "parent-head"]);
  expect(told(7)).toEqual(["doer", "head", "parent-head", "committee"]);
});

test("a task escalates only while its doer has it", () => {
  const reached = (task: Parameters<typeof makeTask>[0], today: string) =>
    levelsOf(makeTask(task), today).map(({ days }) => days);
  expect(["2025-09-14", "2025-09-15", "2025-09-17", "2025-09-21"].map((day) => reached({}, day))).toEqual([
    [],
    [1],
    [1, 3],
    [1, 3, 7],
  ]);
  for (const state of ["draft", "submitted", "completed", "cancelled", "carried-over"] as const)
    expect(reached({ state, submittedOn: "2025-09-20" }, "2025-09-21")).toEqual([]);
  expect(reached({ dueOn: null }, "2025-09-21")).toEqual([]);
});

test("each level is told under words of its own, and again when the deadline moved", () => {
  expect(levels.map((level) => levelOccasion(level, "2025-09-14"))).toEqual([
    "level:1:2025-09-14",
    "level:3:2025-09-14",
    "level:7:2025-09-14",
  ]);
});

test("a deadline is near from three days before to its evening", () => {
  const on = ["2025-09-10", "2025-09-11", "2025-09-14", "2025-09-15"];
  expect(on.map((day) => isDueSoon(makeTask(), day))).toEqual([false, true, true, false]);
  for (const task of [{ state: "submitted" }, { state: "completed" }, { dueOn: null }] as const)
    expect(isDueSoon(makeTask(task), "2025-09-11")).toBe(false);
});

test("a task is silent after more than seven days without a word, in a drive after more than two", () => {
  const task = makeTask({ updatedOn: "2025-08-10" });
  const silent = (day: string, campaignMode: boolean) => isSilent(task, day, { campaignMode });
  expect([silent("2025-08-17", false), silent("2025-08-18", false)]).toEqual([false, true]);
  expect([silent("2025-08-12", true), silent("2025-08-13", true)]).toEqual([false, true]);
});

test("a unit is inactive when work waits and it has said nothing on any task for long", () => {
  const quiet = makeTask({ updatedOn: "2025-08-05" });
  const on = "2025-08-20"; // the fifteenth day
  expect(isInactive([quiet], on, 14)).toBe(true);
  expect(isInactive([quiet], on, 15)).toBe(false);
  expect(isInactive([quiet, makeTask({ updatedOn: "2025-08-18" })], on, 14)).toBe(false);
  expect(isInactive([quiet, makeTask({ state: "completed", updatedOn: "2025-08-18" })], on, 14)).toBe(false);
  expect(isInactive([], on, 14)).toBe(false);
  for (const task of [{ state: "completed" }, { state: "submitted" }, { startsOn: "2025-09-01" }] as const)
    expect(isInactive([makeTask({ ...quiet, ...task })], on, 14)).toBe(false);
});
