import { describe, expect, test } from "vitest";
import type { TaskState } from "../../../app/features/tasks/rules";
import { filtered, filterOf, isFiltered, queryOf } from "../../../app/features/tasks/views/filter.rules";

const task = (id: string, path: string, over: object = {}) => ({
  ...{
    id,
    path,
    isGroup: false,
    code: id,
    title: "Học bạ số",
    state: "assigned" as TaskState,
    leadUnitId: "edu",
    documentId: null,
  },
  ...over,
});
const plan = [
  task("A", "/A/", { isGroup: true, title: "Xã hội số", leadUnitId: null }),
  task("A1", "/A/A1/"),
  task("A2", "/A/A2/", { title: "Sổ sức khỏe điện tử", leadUnitId: "health", documentId: "plan" }),
  task("B", "/B/", { isGroup: true, title: "Học", leadUnitId: null }),
  task("B1", "/B/B1/", { title: "Đất đai", leadUnitId: "land" }),
];
const none = filterOf(new URLSearchParams());
const left = (over: Partial<typeof none>) => filtered(plan, { ...none, ...over }).map(({ id }) => id);

describe("the filter of the views", () => {
  test("leaves what fits, with the groups above it and no others", () => {
    expect(left({})).toEqual(["A", "A1", "A2", "B", "B1"]);
    expect(left({ unit: "health" })).toEqual(["A", "A2"]);
    expect(left({ document: "plan" })).toEqual(["A", "A2"]);
    expect(left({ group: "B" })).toEqual(["B", "B1"]);
    expect(left({ group: "B", unit: "health" })).toEqual([]);
  });
  test("hides what was cancelled or carried over, unless something under it goes on; empty groups stay", () => {
    const gone = [
      task("C", "/C/", { isGroup: true, title: "Kinh tế số" }),
      task("C1", "/C/C1/", { state: "carried-over" }),
      task("C2", "/C/C2/", { state: "cancelled" }),
      task("C2a", "/C/C2/C2a/", { state: "draft" }),
      task("D", "/D/", { isGroup: true, title: "Năm trước" }),
      task("D4", "/D/D4/", { state: "carried-over" }),
    ];
    const ids = (over: Partial<typeof none>) => filtered(gone, { ...none, ...over }).map(({ id }) => id);
    expect([ids({}), ids({ unit: "edu" }), ids({ group: "D" })]).toEqual([
      ["C", "C2", "C2a", "D"],
      ["C", "C2", "C2a"],
      [],
    ]);
  });
  test("finds words without their signs, in code and title of tasks", () => {
    expect(left({ q: "dat dai" })).toEqual(["B", "B1"]);
    expect(left({ q: "hoc a1" })).toEqual(["A", "A1"]);
  });
  test("goes into the address and back", () => {
    const asked = { ...none, campaign: "c", q: "học bạ" };
    expect(filterOf(new URLSearchParams(queryOf(asked)))).toEqual(asked);
    expect(queryOf(asked, { zoom: "weeks", moved: "" })).toBe("?campaign=c&q=h%E1%BB%8Dc+b%E1%BA%A1&zoom=weeks");
    expect([queryOf(none), isFiltered(none), isFiltered(asked)]).toEqual(["", false, true]);
  });
});
