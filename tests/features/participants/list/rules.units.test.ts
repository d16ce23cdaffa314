import { expect, test } from "vitest";
import { decide, decisionsIn } from "~/features/participants/list/choices.rules";
import { unitFinder, unitOfPerson } from "~/features/participants/list/units.rules";
import { person } from "./kit";

const units = [
  { id: "so", name: "Sở Khoa học và Công nghệ", shortName: "Sở KHCN", code: "SKHCN" },
  { id: "tc", name: "Sở Tài chính", shortName: "STC", code: null },
  { id: "bl", name: "Phường Bến Lam", shortName: "", code: "LG01" },
  { id: "t1", name: "Tổ dân phố 1", shortName: "", code: null },
  { id: "t2", name: "Tổ dân phố 1", shortName: "", code: null },
  { id: "tinh", name: "UBND tỉnh Lam Giang", shortName: "", code: "UBND" },
];

test("a unit is found by its name, short name or code, however an office writes it", () => {
  const find = unitFinder(units);
  const found = [
    "Sở Khoa học và Công nghệ",
    "SỞ KH&CN",
    "skhcn",
    "UBND phường Bến Lam",
    "Phòng Kế hoạch, Sở Tài chính",
    "UBND Phường Bến Lam, tỉnh Lam Giang",
  ];
  expect(found.map(find)).toEqual(["so", "so", "so", "bl", "tc", "bl"]);
});

test("what is no unit, or could be two, is none", () => {
  expect(["", "Báo Nhân Dân", "Tổ dân phố 1", "UBND", "Phường"].map(unitFinder(units))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("without words the unit of the point is taken", () => {
  const unitOf = unitOfPerson(units, [
    { id: "ben-lam", unitId: "bl" },
    { id: "main", unitId: null },
  ]);
  expect(unitOf(person({ unit: "" }))).toBe("bl");
  expect(unitOf(person({ unit: "Sở Tài chính" }))).toBe("tc");
  expect(unitOf(person({ unit: "Báo Nhân Dân", pointId: "main" }))).toBeNull();
});

test("decisions are kept as one flat record and can be taken back", () => {
  const kept = decide(
    {},
    { rows: { "12": "move", "13": "nonsense", __proto__: "x" }, points: { "P. Bến Lam": "p1" }, defaultPointId: "p2" },
  );
  expect(decisionsIn(kept)).toEqual({
    choices: { "12": "move" },
    pointOf: { "p. ben lam": "p1" },
    defaultPointId: "p2",
  });
  expect(decisionsIn(decide(kept, { rows: { "12": "" }, points: { "P. BẾN LAM": "" }, defaultPointId: "" }))).toEqual({
    choices: {},
    pointOf: {},
    defaultPointId: null,
  });
});
