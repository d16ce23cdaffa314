import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { historyOf } from "~/features/audit/reads.server";
import { applyUnitImport, importUnits, keepUnitImport } from "~/features/units/import/writes.server";
import { appoint, endHolding } from "~/features/units/positions/writes.server";
import {
  findUnit,
  findUnitByCode,
  headOf,
  holdersOf,
  listUnits,
  searchUnits,
  unitOptions,
} from "~/features/units/reads.server";
import { successionsOf } from "~/features/units/succession/reads.server";
import { linkSuccessor, unlinkSuccessor } from "~/features/units/succession/writes.server";
import { changeUnit, createUnit, moveUnit, type UnitFacts } from "~/features/units/writes.server";
import { closeUnit, reopenUnit } from "~/features/units/close.writes.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeUnit, now } from "../../kit/makers";

useDatabase();

const blank: UnitFacts = {
  name: "",
  shortName: "",
  code: "",
  kind: "ward",
  parentId: "",
  activeFrom: "",
  rural: false,
  border: false,
};
const by = { actor: null, now };
const facts = (given: Partial<UnitFacts>): UnitFacts & typeof by => ({ ...blank, ...given, ...by });
const add = async (given: Partial<UnitFacts>) => {
  const done = await transact((tx) => createUnit(tx, facts(given)));
  if (!done.ok) throw new Error(done.reason);
  return done.unitId;
};

describe("a new unit", () => {
  test("stands under its parent and is found without diacritics, by short name and by code", async () => {
    const province = await add({ name: "Tỉnh Lam Giang", kind: "province", code: "LG" });
    await add({
      name: "Sở Khoa học và Công nghệ",
      kind: "department",
      code: "SKHCN",
      shortName: "Sở KH&CN",
      parentId: province,
    });
    await add({ name: "Phường Đông Thạch", parentId: province });
    expect(
      (await searchUnits(read, { term: "cong nghe khoa", limit: 5 })).map((unit) => [unit.name, unit.parentName]),
    ).toEqual([["Sở Khoa học và Công nghệ", "Tỉnh Lam Giang"]]);
    expect((await searchUnits(read, { term: "DONG thach", limit: 5 })).map((unit) => unit.name)).toEqual([
      "Phường Đông Thạch",
    ]);
    expect((await searchUnits(read, { term: "skhcn", limit: 5 })).length).toBe(1);
    expect(await searchUnits(read, { term: "  ", limit: 5 })).toEqual([]);
    expect(await searchUnits(read, { term: "100%_", limit: 5 })).toEqual([]);
  });

  test("is refused under a taken code, beside a sister of its name, and under nobody", async () => {
    const province = await add({ name: "Tỉnh Lam Giang", kind: "province", code: "LG" });
    await add({ name: "Phường Bến Lam", parentId: province });
    const refused = async (given: Partial<UnitFacts>) => await transact((tx) => createUnit(tx, facts(given)));
    expect(await refused({ name: "Khác", code: "LG" })).toEqual({ ok: false, reason: "code-taken" });
    expect(await refused({ name: "phường bến lam", parentId: province })).toEqual({ ok: false, reason: "name-taken" });
    expect(await refused({ name: "Phường", parentId: "nowhere" })).toEqual({ ok: false, reason: "no-parent" });
  });
});

describe("a unit that moves", () => {
  test("takes everything below along, and nothing else", async () => {
    const [a, b] = [await add({ name: "A", kind: "province" }), await add({ name: "B", kind: "province" })];
    const ward = await add({ name: "Phường", parentId: a });
    const group = await add({ name: "Tổ 1", kind: "residential-group", parentId: ward });
    const other = await add({ name: "Phường khác", parentId: a });
    expect(await transact((tx) => moveUnit(tx, { unitId: ward, parentId: b, ...by }))).toEqual({
      ok: true,
      path: `/${b}/${ward}/`,
    });
    expect((await findUnit(read, { unitId: group }))?.path).toBe(`/${b}/${ward}/${group}/`);
    expect((await findUnit(read, { unitId: other }))?.path).toBe(`/${a}/${other}/`);
    expect((await listUnits(read, { under: `/${b}/` })).map((unit) => unit.name)).toEqual(["B", "Phường", "Tổ 1"]);
  });

  test("cannot stand under itself or one of its own", async () => {
    const a = await add({ name: "A", kind: "province" });
    const ward = await add({ name: "Phường", parentId: a });
    for (const parentId of [a, ward])
      expect(await transact((tx) => moveUnit(tx, { unitId: a, parentId, ...by }))).toEqual({
        ok: false,
        reason: "circle",
      });
  });
});

describe("a name", () => {
  test("that was a slip is mended and leaves nothing behind", async () => {
    const unitId = await add({ name: "Phường Bến Lan", code: "1" });
    await transact((tx) => changeUnit(tx, { ...facts({ name: "Phường Bến Lam", code: "1" }), unitId }));
    expect((await listUnits(read)).map((unit) => unit.name)).toEqual(["Phường Bến Lam"]);
    expect((await historyOf(read, { subject: `unit:${unitId}` })).map((entry) => [entry.verb, entry.detail])).toEqual([
      ["unit.changed", { name: "Phường Bến Lan → Phường Bến Lam" }],
      ["unit.created", { name: "Phường Bến Lan" }],
    ]);
  });

  test("that was really given up stays readable, with its day", async () => {
    const unitId = await add({ name: "Sở Thông tin và Truyền thông", kind: "department", code: "STTTT" });
    const change = {
      ...facts({ name: "Sở Khoa học và Công nghệ", kind: "department", code: "SKHCN" }),
      unitId,
      renamedOn: "2025-03-01",
    };
    expect(await transact((tx) => changeUnit(tx, change))).toEqual({ ok: true, unitId });
    expect((await findUnit(read, { unitId }))?.name).toBe("Sở Khoa học và Công nghệ");
    const { before } = await successionsOf(read, { unitId });
    expect(before.map(({ kind, on, unit }) => [kind, on, unit.name, unit.activeTo])).toEqual([
      ["renamed", "2025-03-01", "Sở Thông tin và Truyền thông", "2025-02-28"],
    ]);
    expect((await listUnits(read, { activeOn: "2024-10-10" })).map((unit) => unit.name)).toEqual([
      "Sở Thông tin và Truyền thông",
    ]);
    expect((await unitOptions(read)).map((option) => option.name)).toEqual(["Sở Khoa học và Công nghệ"]);
  });

  test("given up before the unit began is refused, and the move asked for with it is not made either", async () => {
    const [a, b] = [await add({ name: "A", kind: "province" }), await add({ name: "B", kind: "province" })];
    const unitId = await add({ name: "Phường", parentId: a, activeFrom: "2025-07-01" });
    const change = { ...facts({ name: "Xã", parentId: b, activeFrom: "2025-07-01" }), unitId, renamedOn: "2025-07-01" };
    expect(await transact((tx) => changeUnit(tx, change))).toEqual({ ok: false, reason: "ends-before-start" });
    expect((await findUnit(read, { unitId }))?.parentId).toBe(a);
  });
});

describe("closing a unit", () => {
  test("keeps it readable with its successors, and ends the positions in it", async () => {
    const district = await add({ name: "Huyện Lam Sơn", kind: "district" });
    const [one, two] = [await add({ name: "Xã Một", kind: "commune" }), await add({ name: "Xã Hai", kind: "commune" })];
    await transact((tx) =>
      appoint(tx, {
        unitId: district,
        fullName: "Lê Văn An",
        title: "Chủ tịch",
        duty: "head",
        email: "",
        phone: "",
        from: "2021-01-01",
        ...by,
      }),
    );
    const closing = {
      unitId: district,
      lastDay: "2025-06-30",
      successorId: one,
      kind: "split",
      moveBelow: false,
      ...by,
    } as const;
    expect(await transact((tx) => closeUnit(tx, closing))).toEqual({ ok: true });
    expect(
      await transact((tx) =>
        linkSuccessor(tx, { fromUnitId: district, toUnitId: two, kind: "split", on: "2025-07-01", ...by }),
      ),
    ).toEqual({ ok: true });
    expect((await successionsOf(read, { unitId: district })).after.map(({ unit, on }) => [unit.name, on])).toEqual([
      ["Xã Hai", "2025-07-01"],
      ["Xã Một", "2025-07-01"],
    ]);
    expect((await successionsOf(read, { unitId: one })).before.map(({ unit }) => unit.name)).toEqual(["Huyện Lam Sơn"]);
    expect((await holdersOf(read, { unitId: district })).map((holder) => holder.heldTo)).toEqual(["2025-06-30"]);
    const offered = async (filter: Parameters<typeof unitOptions>[1]) =>
      (await unitOptions(read, filter)).map((option) => option.name).sort();
    expect(await offered({})).toEqual(["Xã Hai", "Xã Một"]);
    expect(await offered({ small: true })).toEqual(["Xã Hai", "Xã Một"]);
    expect(await offered({ keep: district })).toEqual(["Huyện Lam Sơn", "Xã Hai", "Xã Một"]);
    expect(await transact((tx) => closeUnit(tx, closing))).toEqual({ ok: false, reason: "closed-already" });
    await transact((tx) => reopenUnit(tx, { unitId: district, ...by }));
    expect((await findUnit(read, { unitId: district }))?.activeTo).toBeNull();
  });

  test("asks what becomes of the units below", async () => {
    const district = await add({ name: "Huyện", kind: "district" });
    const ward = await add({ name: "Phường", parentId: district });
    const heir = await add({ name: "Xã", kind: "commune" });
    const closing = {
      unitId: district,
      lastDay: "2025-06-30",
      successorId: "",
      kind: "merged",
      moveBelow: false,
      ...by,
    } as const;
    expect(await transact((tx) => closeUnit(tx, closing))).toEqual({ ok: false, reason: "units-below" });
    expect(await transact((tx) => closeUnit(tx, { ...closing, successorId: heir, moveBelow: true }))).toEqual({
      ok: true,
    });
    expect((await findUnit(read, { unitId: ward }))?.path).toBe(`/${heir}/${ward}/`);
  });

  test("that is refused leaves nothing behind", async () => {
    const district = await add({ name: "Huyện", kind: "district" });
    const ward = await add({ name: "Phường", parentId: district });
    const heir = await add({ name: "Tổ", parentId: ward });
    const closing = { unitId: district, lastDay: "2025-06-30", kind: "merged", moveBelow: true, ...by } as const;
    expect(await transact((tx) => closeUnit(tx, { ...closing, successorId: heir }))).toEqual({
      ok: false,
      reason: "successor-below",
    });
    expect(await successionsOf(read, { unitId: district })).toEqual({ before: [], after: [] });
    expect((await findUnit(read, { unitId: ward }))?.parentId).toBe(district);
  });

  test("refuses to follow itself, to follow in a circle, and a successor that was closed before", async () => {
    const [a, b] = [await add({ name: "A" }), await add({ name: "B" })];
    const link = async (fromUnitId: string, toUnitId: string, on = "2025-07-01") =>
      await transact((tx) => linkSuccessor(tx, { fromUnitId, toUnitId, kind: "merged", on, ...by }));
    expect(await link(a, a)).toEqual({ ok: false, reason: "successor-itself" });
    expect(await link(a, b)).toEqual({ ok: true });
    expect(await link(b, a)).toEqual({ ok: false, reason: "successor-before" });
    await transact((tx) =>
      closeUnit(tx, { unitId: b, lastDay: "2025-08-01", successorId: "", kind: "merged", moveBelow: false, ...by }),
    );
    const c = await add({ name: "C" });
    expect(await link(c, b, "2025-09-01")).toEqual({ ok: false, reason: "successor-closed" });
  });
});

describe("a position", () => {
  const person = { email: "", phone: "", title: "Giám đốc Sở", duty: "head" as const, ...by };

  test("of head passes from one person to the next, the day before the new term", async () => {
    const unitId = await add({ name: "Sở", kind: "department" });
    await transact((tx) => appoint(tx, { unitId, fullName: "Lê Văn An", from: "2021-01-01", ...person }));
    const next = await transact((tx) =>
      appoint(tx, { unitId, fullName: "Trần Thị Bình", from: "2025-03-01", ...person }),
    );
    expect(next).toMatchObject({ ok: true, replaced: "Lê Văn An" });
    const head = async (on: string) => (await headOf(read, { unitId, on }))?.fullName ?? null;
    expect([await head("2020-12-31"), await head("2025-02-28"), await head("2025-03-01")]).toEqual([
      null,
      "Lê Văn An",
      "Trần Thị Bình",
    ]);
    const again = await transact((tx) =>
      appoint(tx, { unitId, fullName: "Trần Thị Bình", from: "2025-03-02", ...person }),
    );
    expect(again).toEqual({ ok: false, reason: "already" });
    const earlier = await transact((tx) =>
      appoint(tx, { unitId, fullName: "Phạm Cường", from: "2025-03-01", ...person }),
    );
    expect(earlier).toEqual({ ok: false, reason: "head-later" });
  });

  test("one person may hold several; two people may share one address", async () => {
    const [a, b] = [await add({ name: "A" }), await add({ name: "B" })];
    const email = "van.thu@lamgiang.example";
    await transact((tx) => appoint(tx, { unitId: a, fullName: "Lê Văn An", from: "2025-01-01", ...person, email }));
    await transact((tx) => appoint(tx, { unitId: b, fullName: "lê văn an", from: "2025-01-01", ...person, email }));
    await transact((tx) =>
      appoint(tx, { unitId: b, fullName: "Vũ Duy", from: "2025-01-01", ...person, email, duty: "focal-point" }),
    );
    const [inA] = await holdersOf(read, { unitId: a });
    const inB = await holdersOf(read, { unitId: b });
    expect(inB.map((holder) => holder.personId === inA?.personId).sort()).toEqual([false, true]);
  });

  test("ends on a day that is not before its first", async () => {
    const unitId = await add({ name: "Sở", kind: "department" });
    const made = await transact((tx) => appoint(tx, { unitId, fullName: "Lê Văn An", from: "2025-01-10", ...person }));
    const end = async (until: string) =>
      await transact((tx) => endHolding(tx, { unitId, holdingId: made.ok ? made.holdingId : "", until, ...by }));
    expect(await end("2025-01-09")).toEqual({ ok: false, reason: "ends-before-start" });
    expect(await end("2025-09-01")).toEqual({ ok: true });
    expect(await headOf(read, { unitId, on: "2025-09-02" })).toBeNull();
  });
});

describe("a file of units", () => {
  const rows = [
    ["Mã", "Tên đơn vị", "Loại", "Mã cấp trên", "Tên tắt"],
    ["TDP1", "Tổ dân phố 1", "Tổ dân phố", "BL", ""],
    ["BL", "Phường Bến Lam", "Phường", "LG", "Bến Lam"],
    ["LG", "Tỉnh Lam Giang", "Tỉnh", "", ""],
    ["??", "Lãnh địa", "Lãnh địa", "LG", ""],
  ];

  test("is taken over from the bottom up, and a second time changes nothing", async () => {
    const first = await transact((tx) => importUnits(tx, { rows, ...by }));
    expect(first?.counts).toMatchObject({ new: 3, "bad-kind": 1 });
    const group = await findUnitByCode(read, { code: "TDP1" });
    const names = (await listUnits(read, { under: `/${group?.path.split("/")[1]}/` })).map((unit) => unit.name);
    expect(names).toEqual(["Tỉnh Lam Giang", "Phường Bến Lam", "Tổ dân phố 1"]);
    const before = await listUnits(read);
    expect((await transact((tx) => importUnits(tx, { rows, ...by })))?.counts).toMatchObject({
      new: 0,
      updated: 0,
      unchanged: 3,
    });
    expect(await listUnits(read)).toEqual(before);
  });

  test("changes names and places of units that are here", async () => {
    await transact((tx) => importUnits(tx, { rows, ...by }));
    const changed = [
      rows[0] as string[],
      ["HL", "Đặc khu Hòn Lam", "Đặc khu", "LG", ""],
      ["TDP1", "Tổ dân phố số 1", "TDP", "HL", ""],
    ];
    expect((await transact((tx) => importUnits(tx, { rows: changed, ...by })))?.counts).toMatchObject({
      new: 1,
      updated: 1,
    });
    const [zone, group] = [await findUnitByCode(read, { code: "HL" }), await findUnitByCode(read, { code: "TDP1" })];
    expect([group?.name, group?.path]).toEqual(["Tổ dân phố số 1", `${zone?.path}${group?.id}/`]);
  });

  test("waits for its owner, judged by what that person may write", async () => {
    const [mine, theirs] = await transact(async (tx) => [
      await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward", code: "BL" }),
      await makeUnit(tx, { name: "Phường Cửa Giang", kind: "ward", code: "CG" }),
    ]);
    const [actor, other] = await transact(async (tx) => [
      await makeActor(tx, "organizer", { unit: mine }),
      await makeActor(tx, "organizer", { unit: theirs }),
    ]);
    const own = [
      ["Tên", "Loại", "Trực thuộc"],
      ["Tổ dân phố 1", "TDP", "BL"],
      ["Tổ dân phố 1", "TDP", "CG"],
    ];
    const { importId } = await transact((tx) =>
      keepUnitImport(tx, { rows: own, fileName: "to.csv", underId: null, actor: actor!, now }),
    );
    expect(await transact((tx) => applyUnitImport(tx, { importId, actor: other!, now }))).toEqual({
      ok: false,
      reason: "gone",
    });
    const done = await transact((tx) => applyUnitImport(tx, { importId, actor: actor!, now }));
    expect(done.ok && done.counts).toMatchObject({ new: 1, "out-of-reach": 1 });
    expect(
      (await listUnits(read, { kinds: ["residential-group"] })).map((unit) => unit.path.startsWith(mine!.path)),
    ).toEqual([true]);
  });

  const nation = "../shared/data/vn-units.csv";
  test.skipIf(!existsSync(nation))(
    "of the whole country holds 34 provinces and 3,321 communes, wards and special zones",
    async () => {
      const country = readFileSync(nation, "utf8")
        .replace(/^\uFEFF/, "")
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(","));
      const plan = await transact((tx) => importUnits(tx, { rows: country, ...by }));
      expect(plan?.counts).toMatchObject({ new: 34 + 3321, above: 1, unchanged: 0 });
      expect((await listUnits(read, { kinds: ["province"] })).length).toBe(34);
      expect((await listUnits(read, { kinds: ["commune", "ward", "special-zone"] })).length).toBe(3321);
      expect(
        (await searchUnits(read, { term: "ba dinh", limit: 3 })).map((unit) => [unit.name, unit.parentName]),
      ).toContainEqual(["Phường Ba Đình", "Thành phố Hà Nội"]);
      expect((await transact((tx) => importUnits(tx, { rows: country, ...by })))?.counts).toMatchObject({
        new: 0,
        updated: 0,
        unchanged: 3355,
      });
    },
  );
});

describe("whoever may not change a unit", () => {
  const nobodys = { ok: false, reason: "not-allowed" };

  test("is refused by each write, and nothing is changed or noted", async () => {
    const [mine, theirs] = await transact(async (tx) => [
      await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward" }),
      await makeUnit(tx, { name: "Phường Cửa Giang", kind: "ward" }),
    ]);
    const below = await add({ name: "Tổ dân phố 1", kind: "residential-group", parentId: theirs!.id });
    const former = await add({ name: "Xã Cửa", kind: "commune", activeFrom: "2020-01-01" });
    const person = { title: "Chủ tịch", duty: "head" as const, email: "", phone: "" };
    const held = await transact((tx) =>
      appoint(tx, { unitId: theirs!.id, fullName: "Lê Văn An", from: "2025-01-01", ...person, ...by }),
    );
    const link = { fromUnitId: former, toUnitId: theirs!.id, kind: "merged" as const, on: "2025-07-01" };
    await transact((tx) => linkSuccessor(tx, { ...link, ...by }));
    const [noted] = (await successionsOf(read, { unitId: theirs!.id })).before;
    const before = [await listUnits(read), await historyOf(read, { subject: `unit:${theirs!.id}` })];

    const actor = await transact((tx) => makeActor(tx, "organizer", { unit: mine }));
    const act = { actor, now, unitId: theirs!.id };
    const closing = { lastDay: "2025-09-30", successorId: mine!.id, kind: "merged" as const, moveBelow: true };
    const refused = await transact(async (tx) => [
      await createUnit(tx, { ...facts({ name: "Tổ dân phố 2", parentId: theirs!.id }), actor }),
      await createUnit(tx, { ...facts({ name: "Tỉnh khác" }), actor }),
      await changeUnit(tx, { ...facts({ name: "Tên khác" }), ...act }),
      await changeUnit(tx, {
        ...facts({ ...mine!, code: "", activeFrom: "", parentId: theirs!.id }),
        actor,
        unitId: mine!.id,
      }),
      await moveUnit(tx, { ...act, unitId: below, parentId: mine!.id }),
      await closeUnit(tx, { ...act, ...closing }),
      await reopenUnit(tx, act),
      await appoint(tx, { ...act, fullName: "Trần Thị Bình", from: "2025-09-01", ...person }),
      await endHolding(tx, { ...act, holdingId: held.ok ? held.holdingId : "", until: "2025-09-01" }),
      await linkSuccessor(tx, { ...link, fromUnitId: theirs!.id, toUnitId: mine!.id, actor, now }),
      await unlinkSuccessor(tx, { successionId: noted!.successionId, actor, now }),
    ]);
    expect(refused).toEqual(refused.map(() => nobodys));
    expect([await listUnits(read), await historyOf(read, { subject: `unit:${theirs!.id}` })]).toEqual(before);
  });

  test("cannot close their own into another's, because the units below would go there", async () => {
    const [mine, theirs] = await transact(async (tx) => [
      await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward" }),
      await makeUnit(tx, { name: "Phường Cửa Giang", kind: "ward" }),
    ]);
    await add({ name: "Tổ dân phố 1", kind: "residential-group", parentId: mine!.id });
    const actor = await transact((tx) => makeActor(tx, "organizer", { unit: mine }));
    const closing = { lastDay: "2025-09-30", successorId: theirs!.id, kind: "merged" as const, moveBelow: true };
    expect(await transact((tx) => closeUnit(tx, { ...closing, unitId: mine!.id, actor, now }))).toEqual(nobodys);
    expect((await findUnit(read, { unitId: mine!.id }))?.activeTo).toBeNull();
  });
});

test("a new unit's form sent twice makes one, and another form with the same name is refused", async () => {
  const press = "0199a0b0-0000-7000-8000-000000000001";
  const asked = { ...facts({ name: "Phường Bến Lam" }), press };
  const [once, twice] = [await transact((tx) => createUnit(tx, asked)), await transact((tx) => createUnit(tx, asked))];
  expect(once).toEqual({ ok: true, unitId: press, path: `/${press}/` });
  expect(twice).toEqual(once);
  expect(await transact((tx) => createUnit(tx, { ...asked, press: "not an id" }))).toEqual({
    ok: false,
    reason: "name-taken",
  });
  expect((await listUnits(read)).length).toBe(1);
  expect((await historyOf(read, { subject: `unit:${press}` })).map(({ verb }) => verb)).toEqual(["unit.created"]);
});
