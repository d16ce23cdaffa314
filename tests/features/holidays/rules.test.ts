import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarOf, type Exception } from "~/features/holidays/rules";
import { type Day, dayNumber, dayOfNumber } from "~/web/time";

const plain = calendarOf([]);
// 1 and 2 September 2025 are a Monday and a Tuesday; Monday is given free, Saturday the 30th is worked for it.
const national = calendarOf([
  { day: "2025-09-01", kind: "off" },
  { day: "2025-08-30", kind: "worked" },
  { day: "2025-09-02", kind: "off" },
  { day: "2025-09-07", kind: "off" }, // a Sunday is free anyhow
]);

test("Saturday and Sunday are free, unless they are worked in exchange for a holiday", () => {
  const week = ["2025-08-29", "2025-08-30", "2025-08-31", "2025-09-01", "2025-09-02", "2025-09-03", "2025-09-07"];
  expect(week.map(plain.isWorkingDay)).toEqual([true, false, false, true, true, true, false]);
  expect(week.map(national.isWorkingDay)).toEqual([true, true, false, false, false, true, false]);
});

test("working days are counted with both ends, and there are none when the end comes first", () => {
  expect(plain.workingDaysIn("2025-08-25", "2025-08-31")).toBe(5);
  expect(national.workingDaysIn("2025-08-29", "2025-09-03")).toBe(3);
  expect(national.workingDaysIn("2025-08-31", "2025-08-31")).toBe(0);
  expect(plain.workingDaysIn("2025-08-26", "2025-08-25")).toBe(0);
  expect(plain.workingDaysIn("1969-12-27", "1970-01-02")).toBe(5);
});

test("a number of working days leads over weekends and holidays, forth and back", () => {
  expect(plain.addWorkingDays("2025-08-29", 1)).toBe("2025-09-01");
  expect(national.addWorkingDays("2025-08-29", 1)).toBe("2025-08-30");
  expect(national.addWorkingDays("2025-08-29", 2)).toBe("2025-09-03");
  expect(national.addWorkingDays("2025-09-03", -2)).toBe("2025-08-29");
  expect(national.addWorkingDays("2025-08-31", 0)).toBe("2025-08-31");
});

const day = fc.integer({ min: dayNumber("2024-12-20"), max: dayNumber("2025-03-20") }).map(dayOfNumber);
const exceptions = fc.uniqueArray(fc.record({ day, kind: fc.constantFrom("off" as const, "worked" as const) }), {
  selector: (exception) => exception.day,
  maxLength: 40,
});
/** The same, day by day. */
const slowly = (list: readonly Exception[], first: Day, last: Day) => {
  let count = 0;
  for (let n = dayNumber(first); n <= dayNumber(last); n += 1) {
    const kind = list.find((exception) => exception.day === dayOfNumber(n))?.kind;
    const weekday = new Date(n * 86_400_000).getUTCDay();
    if (kind ? kind === "worked" : weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
};

test("counting by whole weeks and exceptions gives what counting day by day gives", () => {
  fc.assert(
    fc.property(exceptions, day, day, (list, first, last) => {
      expect(calendarOf(list).workingDaysIn(first, last)).toBe(slowly(list, first, last));
    }),
  );
});

test("the n-th working day is a working day, and n of them lie up to it", () => {
  fc.assert(
    fc.property(exceptions, day, fc.integer({ min: 1, max: 60 }), (list, from, count) => {
      const calendar = calendarOf(list);
      const reached = calendar.addWorkingDays(from, count);
      const next = dayOfNumber(dayNumber(from) + 1);
      expect([calendar.isWorkingDay(reached), slowly(list, next, reached)]).toEqual([true, count]);
      const back = calendar.addWorkingDays(from, -count);
      const before = dayOfNumber(dayNumber(from) - 1);
      expect([calendar.isWorkingDay(back), slowly(list, back, before)]).toEqual([true, count]);
    }),
  );
});
