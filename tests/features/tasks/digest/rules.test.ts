import { expect, test } from "vitest";
import { headsAbove, officesOf, tiesOf } from "~/features/tasks/digest/offices.rules";
import {
  type DigestDay,
  type DigestTask,
  inOrder,
  isDigestDue,
  itemOf,
  usualWish,
} from "~/features/tasks/digest/rules";
import type { Tie } from "~/features/tasks/digest/offices.rules";
import { calendarOf } from "~/features/holidays/rules";
import { makeTask as factsOf } from "../plan";

const day = (today: string): DigestDay => ({
  today,
  zone: "Asia/Ho_Chi_Minh",
  calendar: calendarOf([{ day: "2025-09-16", kind: "off" }]),
});
const task = (given: Partial<DigestTask> = {}): DigestTask => ({
  ...factsOf(),
  code: "B1",
  title: "Sổ sức khỏe điện tử",
  duePrecision: "day",
  accountableUnitId: null,
  appraiserUnitId: "office",
  responsibleEmail: null,
  hasParts: false,
  assigned: null,
  named: null,
  returned: null,
  submittedAt: null,
  ...given,
});
const tells = (given: Partial<DigestTask>, tie: Tie, today: string, { off = false, told = [] as string[] } = {}) => {
  const ties = new Set([tie]);
  const item = itemOf(task(given), {
    day: day(today),
    wish: { ...usualWish, off },
    ties,
    told: (occasion) => told.includes(occasion),
  });
  return item && [item.section, item.days, item.occasions];
};

test("what one person hears of a task follows from how they are tied to it", () => {
  expect(tells({}, "doer", "2025-09-17")).toEqual(["overdue", 3, ["level:1:2025-09-14"]]);
  expect(tells({}, "head", "2025-09-17", { told: ["level:1:2025-09-14"] })).toEqual(["overdue", 3, []]);
  expect(tells({}, "parent-head", "2025-09-17")).toEqual(["escalated", 3, ["level:3:2025-09-14"]]);
  expect(tells({}, "parent-head", "2025-09-17", { told: ["level:3:2025-09-14"] })).toBeNull();
  expect(tells({}, "parent-head", "2025-09-15")).toBeNull();
  expect(tells({}, "committee", "2025-09-17")).toBeNull();
  expect(tells({}, "committee", "2025-09-22")).toEqual(["escalated", 8, ["level:7:2025-09-14"]]);
  expect(tells({}, "appraiser", "2025-09-22")).toBeNull();
});

test("who wants nothing hears of new levels only", () => {
  expect(tells({}, "doer", "2025-09-15", { off: true })).toEqual(["escalated", 1, ["level:1:2025-09-14"]]);
  expect(tells({}, "doer", "2025-09-15", { off: true, told: ["level:1:2025-09-14"] })).toBeNull();
  expect(tells({}, "doer", "2025-09-12", { off: true })).toBeNull();
});

test("a digest is due on working days from the hour wished", () => {
  const at = (today: string, clock: string) =>
    isDigestDue(day(today), usualWish, new Date(`${today}T${clock}:00+07:00`));
  expect([at("2025-09-15", "06:59"), at("2025-09-15", "07:00"), at("2025-09-15", "23:59")]).toEqual([
    false,
    true,
    true,
  ]);
  expect([at("2025-09-13", "08:00"), at("2025-09-16", "08:00")]).toEqual([false, false]);
});

test("the latest stands first in its part", () => {
  const item = (code: string, section: "overdue" | "escalated" | "due-soon", days: number) => ({
    task: task({ id: code, code }),
    section,
    days,
    reason: "",
    occasions: [],
  });
  const items = [
    item("B10", "overdue", 2),
    item("B2", "overdue", 2),
    item("C1", "due-soon", 3),
    item("C2", "due-soon", 1),
  ];
  const order = inOrder([...items, item("A1", "escalated", 1), item("B3", "overdue", 9)]).map((one) => one.task.code);
  expect(order).toEqual(["A1", "B3", "B2", "B10", "C2", "C1"]);
});

const unit = (
  id: string,
  parentId: string | null,
  kind: "province" | "committee" | "department" | "ward" | "team",
) => ({
  id,
  parentId,
  kind,
  name: id,
});
const register = {
  units: [
    unit("province", null, "province"),
    unit("committee", "province", "committee"),
    unit("steering", "province", "committee"),
    unit("health", "province", "department"),
    unit("ward", "province", "ward"),
    unit("team", "ward", "team"),
  ],
  holders: ["committee", "steering", "health", "ward"].map((unitId) => ({
    unitId,
    duty: "head" as const,
    email: unitId === "ward" ? null : `${unitId}@x.example`,
  })),
  ownUnitId: null,
  steeringUnitId: "steering",
};

test("the head above is that of the nearest unit with one; a province is spoken for by its committee", () => {
  const above = (unitId: string, more = {}) =>
    headsAbove(unitId, officesOf({ ...register, ...more })).map(({ unitId: id }) => id);
  expect(above("health")).toEqual(["committee"]);
  expect(above("team")).toEqual(["ward"]);
  expect(above("province")).toEqual([]);
  expect(above("committee")).toEqual([]);
  expect(above("health", { steeringUnitId: null, ownUnitId: "committee" })).toEqual(["committee"]);
  const vacant = { holders: register.holders.filter(({ unitId }) => unitId !== "ward") };
  expect(above("team", vacant)).toEqual(["committee"]);
});

test("who has no address is tied to nothing, and nobody is put in their place", () => {
  const ties = tiesOf(
    { leadUnitId: "team", accountableUnitId: null, appraiserUnitId: null, responsibleEmail: null },
    officesOf(register),
  );
  expect(Object.fromEntries([...ties].map(([email, set]) => [email, [...set]]))).toEqual({
    "steering@x.example": ["committee"],
  });
});
