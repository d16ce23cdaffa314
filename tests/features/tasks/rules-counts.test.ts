import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountedPlan,
  countedTasks,
  countsBy,
  countsOf,
  dueCounts,
  headline,
  periodAround,
  pillarOf,
  pillarsOf,
  wholeProgress,
  worseFirst,
} from "~/features/tasks/counts.rules";
import { coloursOf } from "~/features/tasks/plan-colour.rules";
import { rollUp } from "~/features/tasks/progress.rules";
import { isDone, isExcluded, type TreeTask } from "~/features/tasks/rules";
import { anyDay, anyPlan, everyDay, makeGroup, makeTask, provincePlan } from "./plan";

function planOf(tasks: TreeTask[], today = "2025-09-10"): CountedPlan {
  const when = { today, calendar: everyDay };
  const around = { ...when, predecessors: [], blocked: new Map(), campaignMode: new Set<string>() };
  return { tasks, today, rolled: rollUp(tasks, when), colours: coloursOf(tasks, around) };
}

describe("the plan of the province", () => {
  const plan = planOf(provincePlan());

  test("is 28 of 47, and 56.15 % when its groups weigh equally", () => {
    expect(headline(plan)).toEqual({ done: 28, total: 47, share: 59.57, equal: 56.15 });
  });

  test("is read by its four groups, because one group holds them all", () => {
    expect(pillarsOf(plan).map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
    const groups = pillarOf(plan);
    const by = countsBy(plan, ({ id }) => groups.get(id) ?? null);
    expect([...by].map(([id, { done, total }]) => `${id} ${done}/${total}`)).toEqual([
      "A 11/11",
      "B 11/21",
      "C 5/9",
      "D 1/6",
    ]);
  });

  test("counts what is done basically as done, and each state by itself", () => {
    expect(countsOf(plan)).toEqual({
      ...{ done: 28, total: 47, onTime: 28, late: 0, red: 19, amber: 0, waiting: 0 },
      states: { "basically-completed": 3, completed: 25, "in-progress": 19 },
    });
  });

  test("progresses as its groups do", () => {
    expect(wholeProgress(plan)).toEqual({
      progress: plan.rolled.get("plan")?.progress,
      expected: plan.rolled.get("plan")?.expected,
    });
  });
});

test("a task below something cancelled counts nowhere, a draft neither", () => {
  const plan = planOf([
    makeGroup({ id: "g" }),
    makeTask({ id: "whole", parentId: "g", state: "cancelled" }),
    makeTask({ id: "part", parentId: "whole", state: "completed" }),
    makeTask({ id: "draft", parentId: "g", state: "draft" }),
    makeTask({ id: "one", parentId: "g" }),
  ]);
  expect(countedTasks(plan).map(({ id }) => id)).toEqual(["one"]);
});

test("one group alone is no mean of groups", () => {
  const plan = planOf([makeGroup({ id: "g" }), makeTask({ id: "one", parentId: "g", state: "completed" })]);
  expect(headline(plan)).toEqual({ done: 1, total: 1, share: 100, equal: null });
  expect(headline(planOf([]))).toEqual({ done: 0, total: 0, share: null, equal: null });
});

describe("what is due in a period", () => {
  test("lies between its first and its last day", () => {
    const around = (day: string) =>
      (["month", "quarter", "half-year", "year"] as const).map((one) =>
        Object.values(periodAround(one, day)).join("–"),
      );
    expect(around("2024-02-10")).toEqual([
      "2024-02-01–2024-02-29",
      "2024-01-01–2024-03-31",
      "2024-01-01–2024-06-30",
      "2024-01-01–2024-12-31",
    ]);
    expect(around("2025-12-31")).toEqual([
      "2025-12-01–2025-12-31",
      "2025-10-01–2025-12-31",
      "2025-07-01–2025-12-31",
      "2025-01-01–2025-12-31",
    ]);
  });

  test("is written done / due / total, with what has no deadline in the total only", () => {
    const plan = planOf([
      makeTask({ id: "a", dueOn: "2025-09-30", state: "completed" }),
      makeTask({ id: "b", dueOn: "2025-09-01" }),
      makeTask({ id: "c", dueOn: "2025-10-01", state: "completed" }),
      makeTask({ id: "d", dueOn: null }),
      makeTask({ id: "e", dueOn: "2025-09-15", state: "cancelled" }),
    ]);
    expect(dueCounts(plan, "month")).toEqual({ from: "2025-09-01", to: "2025-09-30", done: 1, due: 2, total: 4 });
    expect(dueCounts(plan, "half-year")).toMatchObject({ done: 2, due: 3, total: 4 });
  });
});

test("units stand worst first: most red, then least done, then most tasks", () => {
  const counts = (red: number, done: number, total: number) => ({ ...countsOf(planOf([])), red, done, total });
  const list = [counts(0, 5, 10), counts(1, 1, 4), counts(0, 1, 2), counts(3, 0, 10), counts(0, 0, 1)];
  expect([...list].sort(worseFirst).map(({ red, done, total }) => `${red} ${done}/${total}`)).toEqual([
    "3 0/10",
    "1 1/4",
    "0 0/1",
    "0 5/10",
    "0 1/2",
  ]);
});

describe("whatever the plan", () => {
  const anywhere = fc.tuple(anyPlan, anyDay).map(([tasks, today]) => planOf(tasks, today));
  const under = (plan: CountedPlan, top: TreeTask, id: string): boolean => {
    let at = plan.tasks.find((task) => task.id === id);
    while (at && at.id !== top.id) at = plan.tasks.find((task) => task.id === at?.parentId);
    return at !== undefined;
  };

  test("the counts of the tasks are the figures of the tree", () => {
    fc.assert(
      fc.property(anywhere, (plan) => {
        const tops = plan.tasks.filter(({ parentId }) => parentId === null);
        const sum = (figure: "done" | "total") =>
          tops.reduce((all, { id }) => all + (plan.rolled.get(id)?.[figure] ?? 0), 0);
        const { done, total } = countsOf(plan);
        expect([done, total]).toEqual([sum("done"), sum("total")]);
      }),
    );
  });

  test("each group counts what stands below it, and nothing else", () => {
    fc.assert(
      fc.property(anywhere, (plan) => {
        const counted = countedTasks(plan);
        for (const group of pillarsOf(plan)) {
          const below = counted.filter(({ id }) => under(plan, group, id));
          expect(plan.rolled.get(group.id)).toMatchObject({
            done: below.filter(({ state }) => isDone(state)).length,
            total: below.length,
          });
        }
      }),
    );
  });

  test("states, colours and keys add up to the total, and no excluded task is among them", () => {
    fc.assert(
      fc.property(anywhere, (plan) => {
        const all = countsOf(plan);
        const parts = countsBy(plan, ({ leadUnitId, dueOn }) => `${leadUnitId} ${dueOn}`);
        const total = (figures: number[]) => figures.reduce((sum, one) => sum + one, 0);
        expect(total(Object.values(all.states))).toBe(all.total);
        expect(all.onTime + all.late).toBe(all.done);
        expect(total([...parts.values()].map((one) => one.total))).toBe(all.total);
        expect(total([...parts.values()].map((one) => one.red))).toBe(all.red);
        expect(countedTasks(plan).some(({ state }) => isExcluded(state))).toBe(false);
        expect(dueCounts(plan, "year").due).toBeLessThanOrEqual(all.total);
      }),
    );
  });
});
