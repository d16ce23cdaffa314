import fc from "fast-check";
import { expect, test } from "vitest";
import { dueEnd, parseDue } from "~/features/tasks/dates.rules";
import { duePrecisions } from "~/features/tasks/rules";
import { formatDay } from "~/web/time";
import { anyDay } from "./plan";

const read = (text: string, year?: number) => {
  const found = parseDue(text, { year });
  return found.ok ? (found.due ? `${found.due.precision} ${found.due.dueOn}` : "none") : found.reason;
};

test.each([
  ["30/06/2025", "day 2025-06-30"],
  ["30-6-2025", "day 2025-06-30"],
  ["30.6.2025", "day 2025-06-30"],
  ["30/6/25", "day 2025-06-30"],
  ["2025-06-30", "day 2025-06-30"],
  ["2025/6/30", "day 2025-06-30"],
  ["ngày 30 tháng 6 năm 2025", "day 2025-06-30"],
  ["trước ngày 15/12/2025", "day 2025-12-15"],
  ["Trước 15/12/2025", "day 2025-12-15"],
  ["Chậm nhất là ngày 15/12/2025.", "day 2025-12-15"],
  ["Hoàn thành trước ngày 15/12/2025", "day 2025-12-15"],
  ["17 giờ 00 ngày 15/12/2025", "day 2025-12-15"],
  ["17h00 ngày 15/12/2025", "day 2025-12-15"],
  ["15/12/2025 17:00", "day 2025-12-15"],
  ["29/02/2024", "day 2024-02-29"],
  ["Tháng 6/2025", "month 2025-06-30"],
  ["tháng 12/2025", "month 2025-12-31"],
  ["tháng 2 năm 2024", "month 2024-02-29"],
  ["T6/2025", "month 2025-06-30"],
  ["06/2025", "month 2025-06-30"],
  ["6-2025", "month 2025-06-30"],
  ["trong tháng 9/2025", "month 2025-09-30"],
  ["Cuối tháng 9/2025", "month 2025-09-30"],
  ["Quý III/2025", "quarter 2025-09-30"],
  ["QUÝ IV/2025", "quarter 2025-12-31"],
  ["Quý 3 năm 2025", "quarter 2025-09-30"],
  ["Q1/2025", "quarter 2025-03-31"],
  ["6 tháng đầu năm 2025", "half-year 2025-06-30"],
  ["6 tháng cuối năm 2025", "half-year 2025-12-31"],
  ["Sáu tháng cuối năm 2025", "half-year 2025-12-31"],
  ["Năm 2025", "day 2025-12-31"],
  ["trong năm 2025", "day 2025-12-31"],
  ["2025", "day 2025-12-31"],
  ["45838", "day 2025-06-30"],
  ["45838.7083", "day 2025-06-30"],
  ["2025-06-30T00:00:00.000Z", "day 2025-06-30"],
  ["2025-06-29T17:00:00Z", "day 2025-06-30"],
  ["2025-06-30T23:30:00+07:00", "day 2025-06-30"],
  ["2025-06-30T23:30", "day 2025-06-30"],
  ["", "none"],
  ["  ", "none"],
])("%j is read as %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ...["31/02/2025", "29/02/2025", "12/30/2025", "0/6/2025", "2025-13-01", "2025-02-31T08:00:00Z"],
  ...["13/2025", "Tháng 13/2025", "Quý 5/2025"],
])("%j names no day there is", (text) => {
  expect(read(text)).toBe("no-such-day");
});

test.each([
  ...["Thường xuyên", "hằng tháng", "sớm", "30/06", "tháng 9", "Quý III", "6 tháng đầu năm"],
  ...["30/06/2025 - 15/07/2025", "Quý V/2025", "123456", "1", "30/06/1925", "tháng", "30/06/2025 hoặc sớm hơn"],
])("%j cannot be read as a deadline", (text) => {
  expect(read(text)).toBe("unreadable");
});

test("where the text names no year, that of the plan is taken, and never instead of a named one", () => {
  expect(
    ["30/06", "30/6", "ngày 30 tháng 6", "Tháng 9", "Quý III", "6 tháng đầu năm"].map((text) => read(text, 2025)),
  ).toEqual([
    "day 2025-06-30",
    "day 2025-06-30",
    "day 2025-06-30",
    "month 2025-09-30",
    "quarter 2025-09-30",
    "half-year 2025-06-30",
  ]);
  expect(["30/06/2026", "31/02"].map((text) => read(text, 2025))).toEqual(["day 2026-06-30", "no-such-day"]);
});

test("a month, quarter or half-year ends with its last day", () => {
  expect(duePrecisions.map((precision) => dueEnd(precision, "2024-02-10"))).toEqual([
    "2024-02-10",
    "2024-02-29",
    "2024-03-31",
    "2024-06-30",
  ]);
  expect(duePrecisions.map((precision) => dueEnd(precision, "2025-12-31"))).toEqual(Array(4).fill("2025-12-31"));
});

test("every day is read as it is written, and no text at all breaks the reading", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(read(formatDay(day))).toBe(`day ${day}`);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const found = parseDue(text, { year: 2025 });
      if (!found.ok) expect(["no-such-day", "unreadable"]).toContain(found.reason);
    }),
  );
});
