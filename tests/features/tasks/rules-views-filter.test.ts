import { describe, expect, test } from "vitest";
import { filtered, filterOf, isFiltered, queryOf } from "../../../app/features/tasks/views/filter.rules";

const task = (id: string, path: string, over: object = {}) => ({
  ...{ id, path, isGroup: false, code: id, title: "Học bạ số", leadUnitId: "edu", documentId: null },
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
