import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrderOfWork, pushSuccessors, standsInCircle, wouldCycle } from "~/features/tasks/graph.rules";
import { makeTask } from "./plan";

const edge = (text: string) => {
  const [predecessorId = "", taskId = ""] = text.split(" < ");
  return { taskId, predecessorId };
};
const edges = (...list: string[]) => list.map(edge);
const tree = Object.entries({ P: null, p1: "P", p2: "P", p11: "p1", Q: null, q1: "Q", a: null, b: null, c: null }).map(
  ([id, parentId]) => ({ id, parentId }),
);
const cycles = (known: string[], asked: string) => {
  const { taskId, predecessorId } = edge(asked);
  return wouldCycle(tree, edges(...known), taskId, predecessorId);
};

test("a task in a new place stands in a circle when what holds it waits for what waits for it", () => {
  const stands = (known: string[], moved: string, parent: string) =>
    standsInCircle(
      tree.map((one) => (one.id === moved ? { ...one, parentId: parent } : one)),
      edges(...known),
      moved,
    );
  expect(stands(["a < b", "b < c"], "a", "c")).toBe(true);
  expect(stands(["a < P"], "a", "P")).toBe(true);
  expect(stands(["p11 < b", "b < Q"], "p1", "Q")).toBe(true);
  expect(stands(["b < p11", "Q < b"], "p1", "Q")).toBe(true);
  expect(stands(["a < b", "b < c"], "c", "a")).toBe(true);
  expect(stands(["a < b", "b < Q"], "c", "Q")).toBe(false);
  expect(stands(["p11 < b", "b < Q"], "p2", "Q")).toBe(false);
});

describe("a new predecessor", () => {
  test("is refused when it waits for the task itself, directly or through others", () => {
    expect(cycles([], "a < a")).toBe(true);
    expect(cycles(["a < b"], "b < a")).toBe(true);
    expect(cycles(["a < b", "b < c"], "c < a")).toBe(true);
    expect(cycles(["a < b", "b < c"], "a < c")).toBe(false);
    expect(cycles(["a < b"], "c < a")).toBe(false);
  });

  test("is refused above and below the task, but not beside it", () => {
    expect(["P < p11", "p11 < P", "p1 < p11"].map((asked) => cycles([], asked))).toEqual([true, true, true]);
    expect(["p1 < p2", "p11 < p2", "P < Q", "p11 < Q"].map((asked) => cycles([], asked))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("is refused when the circle closes through a parent", () => {
    expect(cycles(["a < P"], "p11 < a")).toBe(true); // p11 waits for what P waits for
    expect(cycles(["p11 < a"], "a < P")).toBe(true);
    expect(cycles(["P < a"], "a < p11")).toBe(true); // P ends with p11
    expect(cycles(["P < Q"], "q1 < p11")).toBe(true);
    expect(cycles(["P < Q"], "p11 < q1")).toBe(false);
    expect(cycles(["p1 < a"], "a < p2")).toBe(false);
  });

  test("does not hang on a circle that is there already", () => {
    expect(cycles(["a < b", "b < a"], "b < c")).toBe(false);
  });
});

describe("the order of work", () => {
  test("has predecessors first and keeps the rest as it was", () => {
    expect(inOrderOfWork(["c", "b", "a", "d"], edges("a < b", "b < c", "gone < d"))).toEqual(["a", "d", "b", "c"]);
    expect(inOrderOfWork(["x", "y", "z"], [])).toEqual(["x", "y", "z"]);
    expect(inOrderOfWork(["x", "y", "z"], edges("x < y", "y < x"))).toEqual(["z", "x", "y"]);
  });

  test("exists exactly as long as every edge was asked for first", () => {
    const ids = ["0", "1", "2", "3", "4", "5", "6"];
    const flat = ids.map((id) => ({ id, parentId: null }));
    const pair = fc.record({ taskId: fc.constantFrom(...ids), predecessorId: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 25 }), (wished) => {
        const kept: typeof wished = [];
        for (const one of wished) if (!wouldCycle(flat, kept, one.taskId, one.predecessorId)) kept.push(one);
        const order = inOrderOfWork(ids, kept);
        expect([...order].sort()).toEqual(ids);
        for (const { taskId, predecessorId } of kept)
          expect(order.indexOf(predecessorId)).toBeLessThan(order.indexOf(taskId));
      }),
    );
  });
});

describe("moving a date", () => {
  const first = makeTask({ id: "first", startsOn: "2025-08-01", dueOn: "2025-08-10" });
  const second = makeTask({ id: "second", startsOn: "2025-08-10", dueOn: "2025-08-20" });
  const third = makeTask({ id: "third", startsOn: null, dueOn: "2025-08-20" });
  const known = edges("first < second", "second < third");
  const moved = (id: string, startsOn: string | null, dueOn: string | null) => new Map([[id, { startsOn, dueOn }]]);

  test("warns of every task that would begin before its predecessor's deadline", () => {
    const all = [first, second, third];
    expect(pushSuccessors(all, known)).toEqual([]);
    expect(pushSuccessors(all, known, moved("first", "2025-08-01", "2025-08-11"))).toEqual([
      { taskId: "second", predecessorId: "first", on: "2025-08-10", predecessorDueOn: "2025-08-11" },
    ]);
    expect(pushSuccessors(all, known, moved("second", "2025-08-09", "2025-08-21"))).toEqual([
      { taskId: "second", predecessorId: "first", on: "2025-08-09", predecessorDueOn: "2025-08-10" },
      { taskId: "third", predecessorId: "second", on: "2025-08-20", predecessorDueOn: "2025-08-21" },
    ]);
    expect(pushSuccessors(all, known, moved("first", null, null))).toEqual([]);
  });

  test("does not speak of what has ended or is not in the plan", () => {
    const late = moved("first", "2025-08-01", "2025-09-01");
    const other = edges("first < second", "first < gone");
    for (const state of ["completed", "cancelled", "carried-over"] as const) {
      expect(pushSuccessors([first, { ...second, state }], other, late)).toEqual([]);
      expect(pushSuccessors([{ ...first, state }, second], other, late)).toEqual([]);
    }
    expect(pushSuccessors([first, { ...second, state: "draft" }], other, late)).toHaveLength(1);
  });
});
