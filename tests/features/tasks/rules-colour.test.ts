import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf } from "~/features/holidays/rules";
import { type Circumstances, colourOf, overdueDays, silentDays } from "~/features/tasks/colour.rules";
import { coloursOf, type PlanCircumstances } from "~/features/tasks/plan-colour.rules";
import { isDone, type TreeTask } from "~/features/tasks/rules";
import { anyDay, anyPlan, everyDay, makeGroup, makeTask, provincePlan } from "./plan";

const today = "2025-08-21";
const around: Circumstances = {
  today,
  calendar: everyDay,
  blocked: null,
  predecessorRed: false,
  campaignMode: false,
};
/** A task of the drive with a word of the same day. */
const colour = (task: Partial<TreeTask>, circumstances: Partial<Circumstances> = {}) => {
  const all = { ...around, ...circumstances };
  return colourOf(makeTask({ updatedOn: all.today, ...task }), all);
};
const plain = (name: string) => ({ colour: name, reasons: [], charged: null });

describe("a task without parts", () => {
  test("is measured against what its dates let expect", () => {
    const behind = (points: number) => [{ why: "behind", points }];
    expect(colour({ progress: 35 })).toEqual(plain("green"));
    expect(colour({ progress: 34 })).toEqual({ colour: "amber", reasons: behind(10.44), charged: "doer" });
    expect(colour({ progress: 20 })).toEqual({ colour: "amber", reasons: behind(24.44), charged: "doer" });
    expect(colour({ progress: 19 })).toEqual({ colour: "red", reasons: behind(25.44), charged: "doer" });
  });

  test("changes colour exactly at ten and at twenty-five points", () => {
    const on = (progress: number) => colour({ startsOn: "2025-08-01", dueOn: "2025-09-09", progress }).colour; // day 21 of 40: 50 is expected
    expect([41, 40, 26, 25].map(on)).toEqual(["green", "amber", "amber", "red"]);
    // Tuesday 19 to Friday 29 are nine working days, two have passed: 22.22.
    const working = { startsOn: "2025-08-19", dueOn: "2025-08-30", calendar: "working" } as const;
    expect(colour({ ...working, progress: 13 }).colour).toBe("green"); // 2 of 9: 22.22
    expect(colour({ ...working, progress: 12 }).colour).toBe("amber");
  });

  test("is amber from three days before the deadline to its evening, and red the day after", () => {
    const on = (day: string) => colour({ progress: 99 }, { today: day });
    expect(on("2025-09-10")).toEqual(plain("green"));
    expect(on("2025-09-11")).toEqual({ colour: "amber", reasons: [{ why: "due-soon", days: 3 }], charged: "doer" });
    expect(on("2025-09-14")).toEqual({ colour: "amber", reasons: [{ why: "due-soon", days: 0 }], charged: "doer" });
    expect(on("2025-09-15")).toEqual({ colour: "red", reasons: [{ why: "overdue", days: 1 }], charged: "doer" });
  });

  test("is out of every count when it was cancelled, carried over or never assigned, however late", () => {
    for (const state of ["draft", "cancelled", "carried-over"] as const)
      expect(colour({ state }, { today: "2025-12-01" })).toEqual(plain("none"));
  });

  test("is done on time by the day it was handed in, not the day it was accepted", () => {
    const accepted = { state: "completed", acceptedOn: "2025-09-20" } as const;
    const on = { today: "2025-10-01" };
    expect(colour({ ...accepted, submittedOn: "2025-09-14" }, on)).toEqual(plain("done-on-time"));
    expect(colour({ ...accepted, state: "basically-completed", submittedOn: "2025-09-17" }, on)).toEqual({
      colour: "done-late",
      reasons: [{ why: "handed-in-late", days: 3 }],
      charged: "doer",
    });
    expect(colour({ ...accepted, submittedOn: "2025-12-30", dueOn: null }, on)).toEqual(plain("done-on-time"));
  });

  test("that was handed in stops its own clock and starts the appraiser's", () => {
    const submitted = { state: "submitted", progress: 99, submittedOn: "2025-09-12" } as const; // a Friday
    const on = (day: string) => colour(submitted, { today: day, calendar: everyDay });
    expect(on("2025-09-12")).toEqual(plain("green"));
    expect(on("2025-09-17")).toEqual(plain("green")); // the third working day, past the deadline
    expect(on("2025-09-18")).toEqual({
      colour: "amber",
      reasons: [{ why: "waiting", workingDays: 4 }],
      charged: "appraiser",
    });
    const calendar = calendarOf([{ day: "2025-09-16", kind: "off" }]);
    expect(colour(submitted, { today: "2025-09-18", calendar })).toEqual(plain("green"));
    expect(colour({ ...submitted, submittedOn: "2025-09-15" }, { today: "2025-10-20" })).toEqual({
      colour: "red",
      reasons: [{ why: "handed-in-late", days: 1 }],
      charged: "doer",
    });
  });

  test("without a deadline is unplanned, also when it is blocked", () => {
    expect(colour({ dueOn: null }, { blocked: { resolver: false } })).toEqual(plain("unplanned"));
    expect(colour({ dueOn: null, state: "submitted", submittedOn: today })).toEqual(plain("green"));
  });

  test("that is blocked is red until a resolver is named", () => {
    const blocked = (resolver: boolean) => colour({ progress: 60 }, { blocked: { resolver } });
    expect(blocked(false)).toEqual({ colour: "red", reasons: [{ why: "blocked-unresolved" }], charged: "doer" });
    expect(blocked(true)).toEqual({ colour: "amber", reasons: [{ why: "blocked" }], charged: null });
  });

  test("that starts behind a red one is amber and nobody is charged", () => {
    expect(colour({ progress: 60 }, { predecessorRed: true })).toEqual({
      colour: "amber",
      reasons: [{ why: "predecessor-red" }],
      charged: null,
    });
  });

  test("is amber after more than seven silent days, in a drive after more than two", () => {
    const silent = (updatedOn: string, campaignMode = false) => colour({ progress: 60, updatedOn }, { campaignMode });
    const amber = (days: number) => ({ colour: "amber", reasons: [{ why: "silent", days }], charged: "doer" });
    expect(silent("2025-08-14")).toEqual(plain("green"));
    expect(silent("2025-08-13")).toEqual(amber(8));
    expect(silent("2025-08-19", true)).toEqual(plain("green"));
    expect(silent("2025-08-18", true)).toEqual(amber(3));
  });

  test("is silent from its start on when nobody took it up, and never before the start", () => {
    const task = makeTask({ state: "assigned", updatedOn: "2025-07-01" });
    expect(silentDays(task, "2025-07-31")).toBe(0);
    expect(silentDays(task, "2025-08-09")).toBe(8);
    expect(silentDays({ ...task, startsOn: null }, "2025-08-09")).toBe(0);
    expect(silentDays({ ...task, state: "submitted" }, "2025-08-09")).toBe(0);
  });

  test("tells all reasons of its colour, the deciding one first", () => {
    expect(colour({ progress: 50 }, { today: "2025-09-20", blocked: { resolver: false } }).reasons).toEqual([
      { why: "overdue", days: 6 },
      { why: "blocked-unresolved" },
      { why: "behind", points: 50 },
    ]);
  });

  test("counts its days of delay while the doer has it, and no further", () => {
    const late = (task: Partial<TreeTask>) => overdueDays(makeTask(task), "2025-09-20");
    expect(late({})).toBe(6);
    expect(late({ state: "returned", submittedOn: "2025-09-10" })).toBe(6);
    expect(late({ state: "submitted", submittedOn: "2025-09-16" })).toBe(2);
    expect(late({ state: "submitted", submittedOn: "2025-09-14" })).toBe(0);
    expect(late({ state: "completed", submittedOn: "2025-09-15", acceptedOn: "2025-09-19" })).toBe(1);
    expect(late({ state: "cancelled" })).toBe(0);
    expect(late({ dueOn: null })).toBe(0);
    expect(late({ dueOn: "2025-09-20" })).toBe(0);
  });
});

const plan: PlanCircumstances = {
  today,
  calendar: everyDay,
  blocked: new Map(),
  predecessors: [],
  campaignMode: new Set(),
};
const group = makeGroup({ id: "group" });
const leaf = (id: string, task: Partial<TreeTask> = {}) =>
  makeTask({ id, parentId: "group", progress: 60, updatedOn: today, ...task });
const red = (id: string, task: Partial<TreeTask> = {}) => leaf(id, { progress: 0, ...task });
const many = (count: number, make: (id: string) => TreeTask, name: string) =>
  Array.from({ length: count }, (_, n) => make(`${name}${n}`));
const groupColour = (tasks: TreeTask[], circumstances: Partial<PlanCircumstances> = {}) =>
  coloursOf([group, ...tasks], { ...plan, ...circumstances }).get("group");

describe("a parent", () => {
  test("is red from a fifth of its weight on, and amber with any red below that", () => {
    expect(groupColour([red("r"), ...many(4, leaf, "g")])).toEqual({
      colour: "red",
      reasons: [{ why: "red-share", tasks: 1, percent: 20 }],
      charged: null,
    });
    expect(groupColour([red("r"), ...many(5, leaf, "g")])).toEqual({
      colour: "amber",
      reasons: [{ why: "red-share", tasks: 1, percent: 16.67 }],
      charged: null,
    });
    expect(groupColour([red("r", { weight: 2 }), ...many(8, leaf, "g")])?.colour).toBe("red");
  });

  test("is amber from three tenths of amber weight on", () => {
    const amber = (id: string) => leaf(id, { progress: 30 });
    expect(groupColour([...many(3, amber, "a"), ...many(7, leaf, "g")])).toEqual({
      colour: "amber",
      reasons: [{ why: "amber-share", tasks: 3, percent: 30 }],
      charged: null,
    });
    expect(groupColour([...many(2, amber, "a"), ...many(5, leaf, "g")])).toEqual(plain("green"));
  });

  test("is red with one critical leaf that is red, and when its own deadline has passed", () => {
    expect(groupColour([red("r", { critical: true }), ...many(9, leaf, "g")])).toEqual({
      colour: "red",
      reasons: [{ why: "critical-red", tasks: 1 }],
      charged: null,
    });
    const due = { ...group, dueOn: "2025-08-20" };
    expect(coloursOf([due, leaf("g")], plan).get("group")).toEqual({
      colour: "red",
      reasons: [{ why: "overdue", days: 1 }],
      charged: null,
    });
    expect(coloursOf([{ ...due, dueOn: today }, leaf("g")], plan).get("group")).toEqual(plain("green"));
  });

  test("is done when all below it is, late when one was, whatever its own deadline", () => {
    const done = (id: string, submittedOn: string) => leaf(id, { state: "completed", submittedOn });
    const due = { ...group, dueOn: "2025-08-01" };
    const out = leaf("x", { state: "cancelled" });
    expect(coloursOf([due, done("a", "2025-08-02"), out], plan).get("group")).toEqual(plain("done-on-time"));
    expect(groupColour([done("a", "2025-08-02"), done("b", "2025-09-15")])).toEqual(plain("done-late"));
  });

  test("has no data when nothing below it counts", () => {
    expect(groupColour([])).toEqual(plain("no-data"));
    expect(groupColour([leaf("x", { state: "draft" }), makeGroup({ id: "y", parentId: "group" })])).toEqual(
      plain("no-data"),
    );
  });

  test("sees a split task with the weight it had before", () => {
    const parts = many(6, (id) => red(id, { parentId: "split" }), "part");
    const split = leaf("split", { state: "in-progress" });
    expect(groupColour([split, ...parts, ...many(5, leaf, "g")])?.colour).toBe("amber"); // one in six, not six in eleven
    expect(groupColour([split, ...parts, ...many(4, leaf, "g")])?.colour).toBe("red");
  });

  test("that was cancelled has no colour, and its parts do not colour what stands above", () => {
    const tasks = [
      leaf("split", { state: "cancelled" }),
      red("part", { parentId: "split", critical: true }),
      leaf("g"),
    ];
    expect(groupColour(tasks)).toEqual(plain("green"));
    expect(coloursOf(tasks, plan).get("split")).toEqual(plain("none"));
  });
});

describe("predecessors", () => {
  test("that are red turn the next task amber, and no further", () => {
    const tasks = [red("first"), leaf("second"), leaf("third"), leaf("other")];
    const predecessors = [
      { taskId: "second", predecessorId: "first" },
      { taskId: "third", predecessorId: "second" },
      { taskId: "first", predecessorId: "gone" },
    ];
    const found = coloursOf(tasks, { ...plan, predecessors });
    expect([...found].map(([id, { colour }]) => `${id} ${colour}`).sort()).toEqual([
      "first red",
      "other green",
      "second amber",
      "third green",
    ]);
    expect(found.get("second")?.reasons).toEqual([{ why: "predecessor-red" }]);
  });

  test("may be parents, count in the shares above, and do not hang in a circle", () => {
    const tasks = [group, red("r", { critical: true }), ...many(3, leaf, "g"), makeGroup({ id: "next" })];
    const waiting = makeTask({ id: "w", parentId: "next", progress: 60, updatedOn: today });
    const predecessors = [
      { taskId: "w", predecessorId: "group" },
      { taskId: "group", predecessorId: "w" },
      { taskId: "w", predecessorId: "w" },
    ];
    const found = coloursOf([...tasks, waiting], { ...plan, predecessors });
    expect([found.get("group")?.colour, found.get("w")?.colour, found.get("next")?.colour]).toEqual([
      "red",
      "amber",
      "amber",
    ]);
  });
});

test("difficulties and drives reach the tasks they belong to and no other", () => {
  const tasks = [leaf("a"), leaf("b"), leaf("c", { updatedOn: "2025-08-18" }), leaf("d", { updatedOn: "2025-08-18" })];
  const found = coloursOf(tasks, {
    ...plan,
    blocked: new Map([["a", { resolver: false }]]),
    campaignMode: new Set("c"),
  });
  expect([...found].map(([id, { colour }]) => `${id} ${colour}`).sort()).toEqual([
    "a red",
    "b green",
    "c amber",
    "d green",
  ]);
});

test("the province's plan: what is done wholly is done, the others are red once they are overdue", () => {
  const found = coloursOf(provincePlan(), { ...plan, today: "2025-11-05" });
  expect(["plan", "A", "B", "C", "D"].map((id) => found.get(id)?.colour)).toEqual([
    "red",
    "done-on-time",
    "red",
    "red",
    "red",
  ]);
});

describe("in any plan", () => {
  const edges = fc.array(fc.record({ task: fc.nat({ max: 29 }), before: fc.nat({ max: 29 }) }), { maxLength: 20 });
  const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));

  test("the order of tasks and edges changes no colour", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, edges, dice, (tasks, day, drawn, throws) => {
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, at: throws.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const predecessors = drawn.map(({ task, before }) => ({ taskId: `t${task}`, predecessorId: `t${before}` }));
        const one = coloursOf(tasks, { ...plan, today: day, predecessors });
        const other = coloursOf(shuffle(tasks), { ...plan, today: day, predecessors: shuffle(predecessors) });
        expect(Object.fromEntries(other)).toEqual(Object.fromEntries(one));
      }),
    );
  });

  test("every task has a colour; what is done is never red, and who is charged is charged with something", () => {
    fc.assert(
      fc.property(anyPlan, anyDay, edges, (tasks, day, drawn) => {
        const predecessors = drawn.map(({ task, before }) => ({ taskId: `t${task}`, predecessorId: `t${before}` }));
        const found = coloursOf(tasks, { ...plan, today: day, predecessors });
        const parents = new Set(tasks.map((task) => task.parentId));
        expect(found.size).toBe(tasks.length);
        for (const task of tasks) {
          const { colour, reasons, charged } = found.get(task.id)!;
          if (charged) expect(reasons).not.toEqual([]);
          if (colour === "red" || colour === "amber") expect(reasons).not.toEqual([]);
          if (!task.isGroup && !parents.has(task.id)) expect(colour.startsWith("done-")).toBe(isDone(task.state));
        }
      }),
    );
  });
});
