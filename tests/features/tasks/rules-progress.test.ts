import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf } from "~/features/holidays/rules";
import {
  equalShare,
  expectedProgress,
  leafProgress,
  type Rolled,
  rollUp,
  shareOf,
  shownPercent,
} from "~/features/tasks/progress.rules";
import type { TaskState, TreeTask } from "~/features/tasks/rules";
import { anyPlan, everyDay, makeGroup, makeTask, provincePlan } from "./plan";

const when = { today: "2025-08-21", calendar: everyDay };
const rolled = (tasks: TreeTask[], id: string) => rollUp(tasks, when).get(id);

describe("a task without parts", () => {
  test("has what its doer declared, 99 at most, until it is accepted", () => {
    const of = (state: TaskState, progress: number | null) => leafProgress({ state, progress });
    expect(of("assigned", null)).toBe(0);
    expect(of("received", null)).toBe(0);
    expect(of("in-progress", 40)).toBe(40);
    expect(of("in-progress", 100)).toBe(99);
    expect(of("submitted", 99)).toBe(99);
    expect(of("submitted", 100)).toBe(99);
    expect(of("returned", 80)).toBe(80);
    expect(of("completed", 40)).toBe(100);
    expect(of("basically-completed", null)).toBe(100);
  });

  test("is out of every count as a draft, cancelled or carried over", () => {
    for (const state of ["draft", "cancelled", "carried-over"] as const)
      expect(leafProgress({ state, progress: 70 })).toBeNull();
  });
});

describe("expected progress", () => {
  const expected = (today: string, task: Partial<TreeTask> = {}, calendar = everyDay) => {
    const value = expectedProgress(makeTask(task), today, calendar);
    return value === null ? null : Math.round(value * 100) / 100;
  };

  test("follows the 45 days of the drive", () => {
    expect(expected("2025-07-20")).toBe(0);
    expect(expected("2025-08-01")).toBe(0); // day 1
    expect(expected("2025-08-15")).toBe(31.11); // day 15
    expect(expected("2025-08-21")).toBe(44.44);
    expect(expected("2025-08-23")).toBe(48.89); // day 23
    expect(expected("2025-09-14")).toBe(97.78); // day 45
    expect(expected("2025-09-15")).toBe(100); // day 46
  });

  test("of a task by working days stands still on weekends and holidays", () => {
    const week = { startsOn: "2025-08-25", dueOn: "2025-09-05", calendar: "working" } as const;
    const calendar = calendarOf([
      { day: "2025-09-01", kind: "off" },
      { day: "2025-09-02", kind: "off" },
    ]);
    const days = ["2025-08-29", "2025-08-30", "2025-08-31", "2025-09-03", "2025-09-04", "2025-09-05", "2025-09-06"];
    expect(days.map((day) => expected(day, week, calendar))).toEqual([50, 62.5, 62.5, 62.5, 75, 87.5, 100]);
  });

  test("is nothing until the deadline when no day of the calendar lies in the span", () => {
    const weekend = { startsOn: "2025-08-30", dueOn: "2025-08-31", calendar: "working" } as const;
    expect(["2025-08-31", "2025-09-01"].map((day) => expected(day, weekend))).toEqual([0, 100]);
  });

  test("is nothing until the deadline without a start, and unknown without a deadline", () => {
    expect(["2025-09-14", "2025-09-15"].map((day) => expected(day, { startsOn: null }))).toEqual([0, 100]);
    expect(expected("2025-09-15", { dueOn: null })).toBeNull();
  });
});

describe("a parent", () => {
  const leaf = (id: string, task: Partial<TreeTask>) => makeTask({ id, parentId: "group", ...task });

  test("has the weighted mean of its direct children", () => {
    const tasks = [
      makeGroup({ id: "group" }),
      leaf("a", { weight: 3, state: "completed" }),
      leaf("b", { progress: 40 }),
      leaf("c", { progress: 0 }),
    ];
    expect(rolled(tasks, "group")).toEqual({ progress: 68, expected: (100 * 20) / 45, done: 1, total: 3 });
  });

  test("does not count what is cancelled, carried over or a draft, and is empty when nothing else is there", () => {
    const out = [
      leaf("x", { state: "cancelled", progress: 90 }),
      leaf("y", { state: "carried-over", progress: 90 }),
      leaf("z", { state: "draft", progress: 90 }),
    ];
    const none = { progress: null, expected: null, done: 0, total: 0 };
    expect(rolled([makeGroup({ id: "group" }), ...out], "group")).toEqual(none);
    expect(rolled([makeGroup({ id: "group" })], "group")).toEqual(none);
    expect(rolled([makeGroup({ id: "group" }), ...out, leaf("a", { progress: 10 })], "group")).toMatchObject({
      progress: 10,
      total: 1,
    });
  });

  test("passes over an empty group beside it", () => {
    const tasks = [
      makeGroup({ id: "plan" }),
      makeGroup({ id: "empty", parentId: "plan", weight: 9 }),
      makeTask({ id: "a", parentId: "plan", progress: 30 }),
    ];
    expect(rolled(tasks, "plan")).toMatchObject({ progress: 30, done: 0, total: 1 });
  });

  test("that was split has no percentage and no state of its own", () => {
    const split = makeTask({ id: "group", state: "completed", progress: 80 });
    const parts = [leaf("a", { progress: 20 }), leaf("b", { progress: 40 })];
    expect(rolled([split, ...parts], "group")).toMatchObject({ progress: 30, done: 0, total: 2 });
    // Accepting it alters no part.
    expect(rolled([split, ...parts], "a")).toMatchObject({ progress: 20, done: 0, total: 1 });
  });

  test("that was split and then cancelled takes its parts out of the counts above", () => {
    const tasks = [
      makeGroup({ id: "plan" }),
      makeTask({ id: "group", parentId: "plan", state: "cancelled" }),
      leaf("a", { progress: 20 }),
      makeTask({ id: "b", parentId: "plan", progress: 50 }),
    ];
    expect(rolled(tasks, "plan")).toMatchObject({ progress: 50, total: 1 });
  });

  test("that moves changes what stands above it, before and after", () => {
    const tasks = [
      makeGroup({ id: "old" }),
      makeGroup({ id: "new" }),
      makeGroup({ id: "group", parentId: "old" }),
      leaf("a", { state: "completed" }),
      makeTask({ id: "b", parentId: "old", progress: 20 }),
      makeTask({ id: "c", parentId: "new", progress: 0 }),
    ];
    const both = (list: TreeTask[]) => ["old", "new"].map((id) => rolled(list, id));
    expect(both(tasks)).toMatchObject([
      { progress: 60, done: 1, total: 2 },
      { progress: 0, done: 0, total: 1 },
    ]);
    const moved = tasks.map((task) => (task.id === "group" ? { ...task, parentId: "new" } : task));
    expect(both(moved)).toMatchObject([
      { progress: 20, done: 0, total: 1 },
      { progress: 50, done: 1, total: 2 },
    ]);
  });
});

describe("the province's plan", () => {
  const plan = provincePlan();
  const groups = ["A", "B", "C", "D"].map((id) => rolled(plan, id) as Rolled);

  test("has done 28 of 47, those done basically among them", () => {
    const whole = rolled(plan, "plan") as Rolled;
    expect([whole.done, whole.total]).toEqual([28, 47]);
    expect(groups.map(({ done, total }) => shareOf(done, total))).toEqual([100, 52.38, 55.56, 16.67]);
    expect(shareOf(28, 47)).toBe(59.57);
  });

  test("has another figure when every group weighs the same, the one of the roll-up", () => {
    expect(equalShare(groups)).toBe(56.15);
    expect(rolled(plan, "plan")?.progress).toBeCloseTo(56.1508, 4);
  });
});

test("shares are rounded half up, and nothing of nothing is no share", () => {
  expect([shareOf(1, 800), shareOf(1, 3), shareOf(2, 3), shareOf(7, 7), shareOf(0, 5)]).toEqual([
    0.13, 33.33, 66.67, 100, 0,
  ]);
  expect([shareOf(0, 0), equalShare([]), equalShare([{ done: 0, total: 0 }])]).toEqual([null, null, null]);
});

test("the shown percentage is 0 only when nothing has begun and 100 only when all is accepted", () => {
  const values = [null, 0, 0.01, 0.6, 1, 1.4, 1.5, 68, 98.5, 98.99, 99, 99.99, 100];
  expect(values.map(shownPercent)).toEqual([null, 0, 1, 1, 1, 1, 2, 68, 99, 99, 99, 99, 100]);
});

describe("in any plan", () => {
  test("the order of the tasks changes no figure", () => {
    fc.assert(
      fc.property(anyPlan, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (tasks, dice) => {
        const shuffled = tasks
          .map((task) => ({ task, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ task }) => task);
        const [one, other] = [rollUp(tasks, when), rollUp(shuffled, when)];
        expect(other.size).toBe(one.size);
        for (const [id, figures] of one) {
          const again = other.get(id) as Rolled;
          expect([again.done, again.total]).toEqual([figures.done, figures.total]);
          expect(again.progress ?? -1).toBeCloseTo(figures.progress ?? -1, 9);
          expect(again.expected ?? -1).toBeCloseTo(figures.expected ?? -1, 9);
        }
      }),
    );
  });

  test("done is never more than the total, and 100 % means that all are done", () => {
    fc.assert(
      fc.property(anyPlan, (tasks) => {
        for (const { progress, done, total } of rollUp(tasks, when).values()) {
          expect(done).toBeLessThanOrEqual(total);
          expect(progress === null).toBe(total === 0);
          expect(shownPercent(progress) === 100).toBe(total > 0 && done === total);
        }
      }),
    );
  });

  test("splitting a task into parts of any weights leaves what stands above it as it was", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyPlan, fc.nat(), weights, (tasks, pick, parts) => {
        const before = rollUp(tasks, when);
        const parents = new Set(tasks.map((task) => task.parentId));
        const leaves = tasks.filter((task) => !task.isGroup && !parents.has(task.id) && before.get(task.id)?.total);
        const leaf = leaves[pick % leaves.length];
        if (!leaf) return;
        const after = rollUp(
          [...tasks, ...parts.map((weight, n) => ({ ...leaf, id: `part${n}`, parentId: leaf.id, weight }))],
          when,
        );
        for (const [id, figures] of before)
          expect(after.get(id)?.progress ?? -1).toBeCloseTo(figures.progress ?? -1, 9);
      }),
    );
  });
});
