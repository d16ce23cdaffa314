import { describe, expect, test } from "vitest";
import { type BoardTask, columnOf, columnsOf, stepInto, stepsOf } from "../../../app/features/tasks/views/board.rules";

const card = (id: string, over: Partial<BoardTask> = {}): BoardTask => ({
  ...{ id, state: "in-progress", isParent: false, leadUnitId: "health", groupId: "A", colour: "green" },
  ...over,
});
const plan = [
  card("A", { isParent: true, state: "draft", leadUnitId: null, groupId: "A", colour: "no-data" }),
  card("late", { colour: "red" }),
  card("new", { state: "assigned", leadUnitId: "land" }),
  card("got", { state: "received", groupId: null }),
  card("done", { state: "basically-completed", colour: "done-late" }),
  card("draft", { state: "draft", leadUnitId: null, colour: "none" }),
  card("gone", { state: "cancelled", colour: "none" }),
  card("next", { state: "carried-over", colour: "none" }),
];
const shown = (by: Parameters<typeof columnsOf>[1], of = plan) =>
  columnsOf(of, by).map(({ key, done, total, cards }) => [key, done, total, cards.map(({ id }) => id).join(" ")]);
const underWay = plan.filter(({ id }) => !["draft", "gone", "next"].includes(id));

describe("the board", () => {
  test("has a column for every state of the work, and for drafts and what has ended when there are some", () => {
    const work = [
      ["assigned", 0, 1, "new"],
      ["doing", 0, 2, "late got"],
      ["submitted", 0, 0, ""],
      ["returned", 0, 0, ""],
      ["done", 1, 1, "done"],
    ];
    expect(shown("state", underWay)).toEqual(work);
    expect(shown("state")).toEqual([["draft", 0, 1, "draft"], ...work, ["ended", 0, 2, "gone next"]]);
    expect([columnOf("cancelled"), columnOf("carried-over"), columnOf("completed")]).toEqual([
      "ended",
      "ended",
      "done",
    ]);
  });
  test("has columns of units and groups that hold something, and of every colour", () => {
    expect(shown("unit")).toEqual([
      ["health", 1, 5, "late got done gone next"],
      ["land", 0, 1, "new"],
      ["", 0, 1, "draft"],
    ]);
    expect(shown("group", underWay).map(([key, , total]) => [key, total])).toEqual([
      ["A", 3],
      ["", 1],
    ]);
    const colours = ["red 1", "amber 0", "green 2", "unplanned 0", "done-late 1", "done-on-time 0"];
    expect(shown("colour", underWay).map(([key, , total]) => `${key} ${total}`)).toEqual(colours);
    expect(shown("colour").map(([key, , total]) => `${key} ${total}`)).toEqual([...colours, "none 3"]);
  });
});

describe("a card", () => {
  const doer = { manage: false, do: true, accept: false };
  const appraiser = { manage: true, do: false, accept: true };
  test("offers what its reader may do in its state, and no more", () => {
    expect(stepsOf("assigned", doer)).toEqual(["receive", "start", "submit"]);
    expect(stepsOf("received", doer)).toEqual(["start", "submit"]);
    expect(stepsOf("submitted", doer)).toEqual([]);
    expect(stepsOf("submitted", appraiser)).toEqual(["decide"]);
    expect(stepsOf("assigned", appraiser)).toEqual([]);
    expect(stepsOf("draft", { manage: true, do: true, accept: true })).toEqual([]);
  });
  test("may be dropped only where one of its steps leads", () => {
    const columns = ["draft", "assigned", "doing", "submitted", "returned", "done"];
    const into = (state: BoardTask["state"], access: typeof doer) =>
      columns.map((column) => stepInto(column, { state, steps: stepsOf(state, access) }));
    expect(into("assigned", doer)).toEqual([null, null, "receive", "submit", null, null]);
    expect(into("received", doer)).toEqual([null, null, null, "submit", null, null]);
    expect(into("submitted", appraiser)).toEqual([null, null, null, null, "decide", "decide"]);
    expect(into("assigned", appraiser)).toEqual([null, null, null, null, null, null]);
  });
});
