import { describe, expect, test } from "vitest";
import { calendarOf } from "../../../app/features/holidays/rules";
import { arrowsOf } from "../../../app/features/tasks/views/arrows.rules";
import {
  barOf,
  daysDragged,
  daysOfKey,
  movedBy,
  openRows,
  restOf,
  scaleOf,
  spanOf,
  spansBelow,
  ticksOf,
} from "../../../app/features/tasks/views/timeline.rules";

const today = "2025-09-17"; // a Wednesday
const months = scaleOf("months", ["2025-08-01", "2025-10-10", null], today);
const weeks = scaleOf("weeks", ["2025-09-10", "2025-09-20"], today);
const day = { duePrecision: "day" as const };

describe("the scale", () => {
  test("runs from the start of a period to the end of the one after the last day", () => {
    expect([months.from, months.to, months.perDay, months.length]).toEqual(["2025-08-01", "2025-11-30", 5, 122 * 5]);
    expect([weeks.from, weeks.to, weeks.perDay]).toEqual(["2025-09-08", "2025-09-28", 20]);
    expect(scaleOf("quarters", [], today)).toMatchObject({ from: "2025-07-01", to: "2025-12-31" });
  });
  test("is not stretched by one wrong year", () => {
    const { from, to } = scaleOf("months", ["1925-09-01", "2205-09-01"], today);
    expect([from, to]).toEqual(["2023-09-01", "2028-10-31"]);
  });
  test("shows of a span only what lies within", () => {
    expect(spanOf(months, "2025-07-01", "2025-08-10")).toEqual({ start: 0, length: 50 });
    expect(spanOf(months, "2025-11-30", "2026-03-01")).toEqual({ start: 121 * 5, length: 5 });
    expect(spanOf(months, "2025-06-01", "2025-07-31")).toBeNull();
    expect(spanOf(months, "2025-09-02", "2025-09-01")).toBeNull();
  });
  test("has two lines of periods", () => {
    const { major, minor } = ticksOf(months);
    expect(major.map((tick) => [tick.period, tick.day, tick.start, tick.length])).toEqual([
      ["quarter", "2025-07-01", 0, 61 * 5],
      ["quarter", "2025-10-01", 61 * 5, 61 * 5],
    ]);
    expect(minor.map((tick) => tick.day)).toEqual(["2025-08-01", "2025-09-01", "2025-10-01", "2025-11-01"]);
    expect(ticksOf(weeks).minor.map((tick) => [tick.day, tick.start])).toEqual([
      ["2025-09-08", 0],
      ["2025-09-15", 140],
      ["2025-09-22", 280],
    ]);
  });
  test("marks runs of days off, and not a weekend day that is worked", () => {
    const calendar = calendarOf([
      { day: "2025-09-15", kind: "off" },
      { day: "2025-09-20", kind: "worked" },
    ]);
    expect(restOf(weeks, calendar)).toEqual([
      { start: 5 * 20, length: 60 },
      { start: 13 * 20, length: 20 },
      { start: 19 * 20, length: 40 },
    ]);
  });
});

describe("a bar", () => {
  test("runs from the start to the end of the deadline's day", () => {
    expect(barOf(months, { startsOn: "2025-08-02", dueOn: "2025-08-03", ...day })).toEqual({
      start: 5,
      length: 10,
      soft: null,
      open: false,
    });
  });
  test("is soft over the month or quarter in which it ends, but not before its start", () => {
    const dueOn = "2025-09-30";
    expect(barOf(months, { startsOn: "2025-08-11", dueOn, duePrecision: "month" })).toEqual({
      ...{ start: 50, length: 51 * 5, open: false },
      soft: { start: 31 * 5, length: 150 },
    });
    expect(barOf(months, { startsOn: "2025-09-11", dueOn, duePrecision: "quarter" })?.soft).toEqual({
      start: 41 * 5,
      length: 100,
    });
    expect(barOf(months, { startsOn: null, dueOn, duePrecision: "month" })).toMatchObject({ start: 155, length: 150 });
  });
  test("is a day without a start, open without a deadline, and none without dates", () => {
    expect(barOf(months, { startsOn: null, dueOn: "2025-08-05", ...day })).toMatchObject({ start: 20, length: 5 });
    expect(barOf(months, { startsOn: "2025-11-21", dueOn: null, ...day })).toEqual({
      ...{ start: 112 * 5, length: 50 },
      soft: null,
      open: true,
    });
    expect(barOf(months, { startsOn: null, dueOn: null, ...day })).toBeNull();
    expect(barOf(months, { startsOn: null, dueOn: "2024-01-01", ...day })).toBeNull();
  });
  test("moves whole or by one end, and keeps its period only while it ends one", () => {
    const dates = { startsOn: "2025-09-01", dueOn: "2025-09-30", duePrecision: "month" as const };
    expect(movedBy(dates, "both", 1)).toEqual({ startsOn: "2025-09-02", dueOn: "2025-10-01", duePrecision: "day" });
    expect(movedBy(dates, "due", 31)).toEqual({ ...dates, dueOn: "2025-10-31" });
    expect(movedBy(dates, "start", -1)).toEqual({ ...dates, startsOn: "2025-08-31" });
    expect(movedBy({ ...dates, startsOn: null }, "both", 0)).toEqual({ ...dates, startsOn: null });
  });
  test("follows the pointer and the arrows of a page that runs the other way", () => {
    expect([daysDragged(months, 13, "ltr"), daysDragged(months, 13, "rtl"), daysDragged(months, 2, "rtl")]).toEqual([
      3, -3, 0,
    ]);
    expect(["ArrowRight", "ArrowLeft", "a"].map((key) => daysOfKey(key, "ltr"))).toEqual([1, -1, 0]);
    expect(["ArrowRight", "ArrowLeft", "a"].map((key) => daysOfKey(key, "rtl"))).toEqual([-1, 1, 0]);
  });
});

describe("lines", () => {
  const row = (id: string, level: number, startsOn: string | null = null, dueOn: string | null = null) => ({
    ...{ id, level, startsOn, dueOn },
  });
  const rows = [
    row("A", 0),
    row("A1", 1, "2025-09-03", "2025-09-09"),
    row("A2", 1),
    row("A21", 2, null, "2025-10-01"),
    row("B", 0),
    row("B1", 1, "2025-08-01"),
  ];
  test("below a closed group are away, with all that stands below them", () => {
    const ids = (closed: string[]) => openRows(rows, new Set(closed)).map(({ id }) => id);
    expect(ids([])).toEqual(["A", "A1", "A2", "A21", "B", "B1"]);
    expect(ids(["A"])).toEqual(["A", "B", "B1"]);
    expect(ids(["A2", "B"])).toEqual(["A", "A1", "A2", "B"]);
    expect(ids(["A", "A2"])).toEqual(["A", "B", "B1"]);
  });
  test("of a group reach from the first day below it to the last", () => {
    expect(Object.fromEntries(spansBelow(rows))).toEqual({
      A: { first: "2025-09-03", last: "2025-10-01" },
      A2: { first: "2025-10-01", last: "2025-10-01" },
      B: { first: "2025-08-01", last: "2025-08-01" },
    });
  });
  test("are joined by arrows; one whose end is not drawn has none", () => {
    const boxes = new Map([
      ["A1", { start: 0, length: 50, line: 0 }],
      ["A2", { start: 100, length: 50, line: 1 }],
    ]);
    expect(arrowsOf([{ taskId: "A2", predecessorId: "A1" }], boxes)).toBe("M50 22h9V66H100M96 62L100 66L96 70");
    expect(arrowsOf([{ taskId: "A1", predecessorId: "A2" }], boxes)).toBe("M150 66h9V44H-9V22H0M-4 18L0 22L-4 26");
    expect(arrowsOf([{ taskId: "A1", predecessorId: "hidden" }], boxes)).toBe("");
  });
});
