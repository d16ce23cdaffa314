import { describe, expect, test } from "vitest";
import { parseHolidayLines } from "~/features/holidays/forms";
import { solarDayOf } from "~/features/holidays/lunar.rules";
import { proposeHolidays } from "~/features/holidays/proposals.rules";

describe("the lunar calendar", () => {
  test("knows Tết as it was and will be, also where Viet Nam and China differ", () => {
    const tet = (year: number) => solarDayOf(1, 1, year);
    expect([1968, 1985, 2004, 2007, 2023, 2024, 2025, 2026, 2027, 2030].map(tet)).toEqual([
      ...["1968-01-29", "1985-01-21", "2004-01-22", "2007-02-17", "2023-01-22"],
      ...["2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2030-02-02"],
    ]);
  });

  test("knows the day of the Hùng Kings, also after a leap month", () => {
    expect([2004, 2023, 2024, 2025, 2026].map((year) => solarDayOf(10, 3, year))).toEqual([
      ...["2004-04-28", "2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26"],
    ]);
  });
});

test("the proposal for 2026: the holidays of the law, and a working day for each that falls on a weekend", () => {
  expect(proposeHolidays(2026).map(({ day, key, instead }) => `${day} ${key}${instead ? " instead" : ""}`)).toEqual([
    "2026-01-01 new-year",
    "2026-02-16 tet-eve",
    "2026-02-17 tet",
    "2026-02-18 tet",
    "2026-02-19 tet",
    "2026-02-20 tet",
    "2026-04-26 hung-kings",
    "2026-04-27 hung-kings instead",
    "2026-04-30 reunification",
    "2026-05-01 labour",
    "2026-09-02 national",
  ]);
  expect(
    proposeHolidays(2027)
      .filter(({ instead }) => instead)
      .map(({ day }) => day),
  ).toEqual([...["2027-02-10", "2027-02-11", "2027-05-03"]]);
});

describe("days as people write them", () => {
  test("one a line, with a name, or from one day to another", () => {
    expect(
      parseHolidayLines("01/01/2026 Tết Dương lịch\r\n\n  2.9.2026:  Quốc khánh\n30/04/2026 - 1/5/2026 Nghỉ lễ", "off"),
    ).toEqual({
      ok: true,
      holidays: [
        { day: "2026-01-01", name: "Tết Dương lịch", kind: "off" },
        { day: "2026-09-02", name: "Quốc khánh", kind: "off" },
        { day: "2026-04-30", name: "Nghỉ lễ", kind: "off" },
        { day: "2026-05-01", name: "Nghỉ lễ", kind: "off" },
      ],
    });
  });

  test("the first line that is wrong is named, with what is wrong", () => {
    const wrong = (text: string) => {
      const found = parseHolidayLines(text, "off");
      return found.ok ? "fine" : `${found.line} ${found.reason}`;
    };
    expect(
      [
        "  \n ",
        "01/01/2026 x\n30/02/2026 y",
        "Tết",
        "\n01/01/2026",
        "02/01/2026 - 01/01/2026 x",
        "01/01/2026 - 01/01/2027 x",
        `01/01/2026 ${"x".repeat(201)}`,
        "01/01/2026 - 31/01/2026 x\n".repeat(20),
      ].map(wrong),
    ).toEqual([
      ...["0 required", "2 bad-day", "1 bad-day", "2 no-name", "1 bad-range", "1 bad-range", "1 too-long"],
      "13 too-many",
    ]);
  });
});
