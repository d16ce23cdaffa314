import { describe, expect, test } from "vitest";
import { duesOf, pageOf } from "../../../app/features/tasks/views/calendar.rules";

describe("a page of the calendar", () => {
  test("of a month holds its days and those that fill its weeks, from Monday to Sunday", () => {
    const { days, ...page } = pageOf("month", "2025-09-17");
    expect(page).toEqual({ first: "2025-09-01", last: "2025-09-30", previous: "2025-08-01", next: "2025-10-01" });
    expect([days[0], days.at(-1), days.length]).toEqual(["2025-09-01", "2025-10-05", 35]);
    expect(pageOf("month", "2026-02-28").days).toHaveLength(35); // begins on a Sunday
    expect(pageOf("month", "2027-02-01").days).toHaveLength(28);
    expect(pageOf("month", "2025-12-31")).toMatchObject({ previous: "2025-11-01", next: "2026-01-01" });
  });
  test("of a week holds seven days, across months and years", () => {
    const { days, ...page } = pageOf("week", "2026-01-01");
    expect(page).toEqual({ first: "2025-12-29", last: "2026-01-04", previous: "2025-12-22", next: "2026-01-05" });
    expect(days).toHaveLength(7);
  });
});

test("a deadline of a day stands on its day; one of a period on every page that its period touches", () => {
  const due = (id: string, dueOn: string | null, duePrecision: "day" | "month" | "quarter" | "half-year" = "day") => ({
    ...{ id, dueOn, duePrecision },
  });
  const tasks = [
    due("on the 30th", "2025-09-30"),
    due("in the same weeks", "2025-10-05"),
    due("after", "2025-10-06"),
    due("never", null),
    due("in September", "2025-09-30", "month"),
    due("in October", "2025-10-31", "month"),
    due("in the third quarter", "2025-09-30", "quarter"),
    due("in the second half", "2025-12-31", "half-year"),
  ];
  const ids = (found: { id: string }[] = []) => found.map(({ id }) => id);
  const { onDay, inPeriod } = duesOf(tasks, pageOf("month", "2025-09-01"));
  expect([...onDay].map(([day, found]) => [day, ids(found)])).toEqual([
    ["2025-09-30", ["on the 30th"]],
    ["2025-10-05", ["in the same weeks"]],
  ]);
  expect(ids(inPeriod)).toEqual(["in September", "in the third quarter", "in the second half"]);
  expect(ids(duesOf(tasks, pageOf("month", "2025-10-01")).inPeriod)).toEqual(["in October", "in the second half"]);
});
