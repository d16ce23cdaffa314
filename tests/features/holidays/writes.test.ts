import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { calendarOf, listHolidays } from "~/features/holidays/reads.server";
import { enterHolidays, removeHoliday } from "~/features/holidays/writes.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeUnit, now } from "../../kit/makers";

useDatabase();

const off = (day: string, name: string) => ({ day, name, kind: "off" as const });

test("days are entered, mended by entering them again, taken out and put back; the calendar follows", async () => {
  const actor = await transact((tx) => makeActor(tx, "administrator"));
  const enter = (...lines: Parameters<typeof enterHolidays>[1]["lines"]) =>
    transact((tx) => enterHolidays(tx, { lines, actor, now }));
  const saturday = { day: "2026-08-22", name: "Làm bù", kind: "worked" as const };
  expect(await enter(off("2026-09-02", "Quoc khanh"), off("2027-01-01", "Tết Dương lịch"), saturday)).toEqual({
    ok: true,
    entered: 3,
  });
  expect(await enter(off("2026-09-02", "Quốc khánh"), saturday)).toEqual({ ok: true, entered: 1 });
  expect(await enter(saturday)).toEqual({ ok: true, entered: 0 });
  expect(await listHolidays(read, { year: 2026 })).toEqual([saturday, off("2026-09-02", "Quốc khánh")]);
  expect((await listHolidays(read)).length).toBe(3);
  const works = async () => {
    const calendar = await calendarOf(read);
    return ["2026-08-22", "2026-09-01", "2026-09-02"].map((day) => calendar.isWorkingDay(day));
  };
  expect(await works()).toEqual([true, true, false]);
  const remove = () => transact((tx) => removeHoliday(tx, { day: "2026-09-02", actor, now }));
  expect(await remove()).toEqual({ ok: true, removed: off("2026-09-02", "Quốc khánh") });
  expect(await remove()).toEqual({ ok: true, removed: null });
  expect(await works()).toEqual([true, true, true]);
});

test("who manages the tasks of one unit only does not move everybody's calendar", async () => {
  const actor = await transact(async (tx) => makeActor(tx, "organizer", { unit: await makeUnit(tx) }));
  await expect(transact((tx) => enterHolidays(tx, { lines: [off("2026-09-02", "x")], actor, now }))).resolves.toEqual({
    ok: false,
    reason: "not-allowed",
  });
  expect(await transact((tx) => removeHoliday(tx, { day: "2026-09-02", actor, now }))).toEqual({
    ...{ ok: false, reason: "not-allowed" },
  });
  expect(await listHolidays(read)).toEqual([]);
});
