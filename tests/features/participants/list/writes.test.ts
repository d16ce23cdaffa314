import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { pickLists } from "~/features/participants/list/header.rules";
import { parsePasted } from "~/features/participants/list/paste.rules";
import { findImport, planOf, siblingsOf } from "~/features/participants/list/reads.server";
import { applyImport, decideRows, keepImport, mapColumns } from "~/features/participants/list/writes.server";
import { historyOf } from "~/features/audit/reads.server";
import { withdrawGuest } from "~/features/participants/writes.server";
import { readSheet } from "~/web/sheet.server";
import { useDatabase } from "../../../kit/database";
import { makePoint, now } from "../../../kit/makers";
import { lettersOut, makeStage, rowsOf, type Stage } from "../kit";

useDatabase();

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const head = ["Họ và tên", "Chức vụ", "Đơn vị", "Email", "Điện thoại", "Điểm cầu", "Ghi chú"];
const an = ["Nguyễn Đức An", "Chuyên viên", "Sở KHCN", "an@x.vn", "0914 501 701", "Điểm cầu chính", ""];
const binh = ["Trần Bình", "Chủ tịch UBND", "UBND phường Bến Lam", "binh@x.vn", "", "P. Bến Lam", ""];

async function kept(stage: Stage, rows: string[][], at = now): Promise<string> {
  const sheets = pickLists([{ name: "DS", rows }]);
  const { importId } = await transact((tx) =>
    keepImport(tx, { eventId: stage.event.id, fileName: "ds.xlsx", sheets, actor: stage.organizer, now: at }),
  );
  return importId;
}
const mine = (stage: Stage, importId: string) => ({ importId, eventId: stage.event.id, actor: stage.organizer });
const apply = (stage: Stage, importId: string, at = now) =>
  transact((tx) => applyImport(tx, { ...mine(stage, importId), now: at }));

async function taken(stage: Stage, rows: string[][], at = now) {
  return apply(stage, await kept(stage, rows, at), at);
}

async function plan(stage: Stage, importId: string) {
  const found = await findImport(read, mine(stage, importId));
  if (!found) throw new Error("gone");
  return planOf(read, found);
}

test("the good rows go in, the others are held, and the same file again changes nothing", async () => {
  const stage = await makeStage();
  const rows = [
    head,
    an,
    binh,
    ["Lê Cam", "", "", "cam@@x.vn", "", "Xã Gia Lộc", ""],
    ["", "", "", "ai@x.vn", "", "Xã Gia Lộc", ""],
  ];
  const importId = await kept(stage, rows);
  expect(await apply(stage, importId)).toEqual({ ok: true, added: 2, updated: 0, refused: 0, left: 2 });
  const list = await rowsOf(stage);
  expect(
    list.map(({ fullName, email, phone, organization, unitId, pointId, importId: from }) => [
      fullName,
      email,
      phone,
      organization,
      unitId,
      pointId,
      from,
    ]),
  ).toEqual([
    ["Nguyễn Đức An", "an@x.vn", "+84914501701", "Sở KHCN", stage.department.id, stage.event.main.id, importId],
    ["Trần Bình", "binh@x.vn", "", "UBND phường Bến Lam", stage.benLam.id, stage.ward.id, importId],
  ]);
  expect(await apply(stage, importId, later(1))).toEqual({ ok: true, added: 0, updated: 0, refused: 0, left: 2 });
  expect(await taken(stage, rows, later(2))).toEqual({ ok: true, added: 0, updated: 0, refused: 0, left: 2 });
  expect(await rowsOf(stage)).toEqual(list);
  expect(await lettersOut()).toEqual([]);
  expect((await historyOf(read, { subject: `event:${stage.event.id}` })).map(({ verb }) => verb)).toEqual([
    "list.imported",
  ]);
});

test("a correction changes what it says and wipes nothing", async () => {
  const stage = await makeStage();
  await taken(stage, [head, [...an.slice(0, 6), "ăn chay"], binh]);
  const again = [
    ["Họ và tên", "Chức vụ", "Email", "Điểm cầu"],
    ["Nguyễn Đức An", "Trưởng phòng", "an@x.vn", "Điểm cầu chính"],
  ];
  expect(await taken(stage, again, later(5))).toMatchObject({ ok: true, added: 0, updated: 1 });
  const [row] = await rowsOf(stage);
  expect(row).toMatchObject({
    position: "Trưởng phòng",
    phone: "+84914501701",
    note: "ăn chay",
    organization: "Sở KHCN",
    unitId: stage.department.id,
    updatedAt: later(5),
  });
});

test("somebody at two points waits for a choice: stay, move or both", async () => {
  for (const [choice, done, places] of [
    ["stay", { added: 0, updated: 0 }, ["main"]],
    ["move", { added: 0, updated: 1 }, ["ward"]],
    ["both", { added: 1, updated: 0 }, ["main", "ward"]],
  ] as const) {
    const stage = await makeStageOnce();
    await taken(stage, [head, an]);
    const importId = await kept(stage, [head, [...an.slice(0, 5), "Phường Bến Lam", ""]], later(1));
    expect(await apply(stage, importId, later(1))).toMatchObject({ added: 0, updated: 0, left: 1 });
    await transact((tx) => decideRows(tx, { ...mine(stage, importId), rows: { "2": choice } }));
    expect(await apply(stage, importId, later(2))).toMatchObject(done);
    const name = new Map([
      [stage.event.main.id, "main"],
      [stage.ward.id, "ward"],
    ]);
    const people = (await rowsOf(stage)).filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(people.map(({ pointId }) => name.get(pointId)).sort()).toEqual([...places]);
    for (const { id } of people)
      await transact((tx) => withdrawGuest(tx, { participantId: id, actor: stage.organizer, now: later(3) }));
  }
});

let once: Stage | null = null;
const makeStageOnce = async () => (once ??= await makeStage());

test("a point the event does not know is mapped once, for all its rows", async () => {
  const stage = await makeStage();
  const importId = await kept(stage, [
    head,
    [...an.slice(0, 5), "Hội trường B", ""],
    [...binh.slice(0, 5), "hội trường b", ""],
  ]);
  expect((await plan(stage, importId)).unknownPoints).toEqual([{ text: "Hội trường B", rows: [2, 3] }]);
  await transact((tx) => decideRows(tx, { ...mine(stage, importId), points: { "Hội trường B": stage.ward.id } }));
  expect((await plan(stage, importId)).acts).toEqual({ add: 2 });
  await transact((tx) =>
    decideRows(tx, { ...mine(stage, importId), points: { "Hội trường B": "a point of another event" } }),
  );
  expect((await plan(stage, importId)).acts).toEqual({ mend: 2 });
});

test("columns are what the organizer says they are, and rows without a point go where they are told", async () => {
  const stage = await makeStage();
  const importId = await kept(stage, [
    ["Họ và tên", "Email", "Cột lạ"],
    ["Nguyễn Đức An", "an@x.vn", "Phó Giám đốc"],
  ]);
  expect((await plan(stage, importId)).counts).toEqual({ "no-point": 1 });
  await transact((tx) =>
    mapColumns(tx, {
      ...mine(stage, importId),
      mapping: { name: 0, email: 1, position: 2 },
      defaultPointId: stage.ward.id,
    }),
  );
  expect(await apply(stage, importId)).toMatchObject({ added: 1, left: 0 });
  expect(await rowsOf(stage)).toMatchObject([
    { position: "Phó Giám đốc", pointId: stage.ward.id, unitId: stage.benLam.id },
  ]);
});

test("an import is its owner's, and only whoever keeps the whole list takes it over", async () => {
  const stage = await makeStage();
  const importId = await kept(stage, [head, an]);
  expect(await findImport(read, { ...mine(stage, importId), actor: stage.focal })).toBeNull();
  expect(await findImport(read, { ...mine(stage, importId), eventId: "another" })).toBeNull();
  expect(await transact((tx) => applyImport(tx, { ...mine(stage, importId), actor: stage.focal, now }))).toEqual({
    ok: false,
    reason: "gone",
  });
  const theirs = await transact((tx) =>
    keepImport(tx, {
      eventId: stage.event.id,
      fileName: "x",
      sheets: pickLists([{ name: "", rows: [head, an] }]),
      actor: stage.focal,
      now,
    }),
  );
  expect(
    await transact((tx) => applyImport(tx, { ...theirs, eventId: stage.event.id, actor: stage.focal, now })),
  ).toEqual({ ok: false, reason: "not-allowed" });
  expect(await rowsOf(stage)).toEqual([]);
  await kept(stage, [head, binh], later(1));
  expect(await findImport(read, mine(stage, importId))).toBeNull();
});

test("the other sheets of a file can be chosen", async () => {
  const stage = await makeStage();
  const sheets = pickLists([
    { name: "Bìa", rows: [["Kế hoạch"]] },
    { name: "Ít", rows: [head, an] },
    { name: "Nhiều", rows: [head, an, binh] },
  ]);
  const { importId } = await transact((tx) =>
    keepImport(tx, { eventId: stage.event.id, fileName: "ds.xlsx", sheets, actor: stage.organizer, now }),
  );
  const found = await findImport(read, mine(stage, importId));
  expect(found?.sheetName).toBe("Nhiều");
  expect((await siblingsOf(read, found as NonNullable<typeof found>)).map(({ sheetName }) => sheetName)).toEqual([
    "Ít",
  ]);
});

test("a pasted list goes the same way", async () => {
  const stage = await makeStage();
  const [sheet] = pickLists([
    { name: "", rows: parsePasted("Nguyễn Đức An <an@x.vn>; Chuyên viên\nTrần Bình; Chủ tịch; binh@x.vn; 0914501701") },
  ]);
  const importId = await kept(stage, sheet?.rows ?? []);
  await transact((tx) =>
    mapColumns(tx, { ...mine(stage, importId), mapping: sheet?.mapping ?? {}, defaultPointId: stage.event.main.id }),
  );
  expect(await apply(stage, importId)).toMatchObject({ added: 2, left: 0 });
});

test("a point that filled up meanwhile keeps its seats: who cannot move stays where they were", async () => {
  const stage = await makeStage();
  const full = await transact((tx) => makePoint(tx, stage.event, { name: "Phòng nhỏ", capacity: 0, sort: 9 }));
  await taken(stage, [head, an]);
  const [guest] = await rowsOf(stage);
  const { answerForGuest } = await import("~/features/participants/guests/writes.server");
  await transact((tx) =>
    answerForGuest(tx, { participantId: guest?.id ?? "", wish: { answer: "yes" }, actor: stage.organizer, now }),
  );
  const importId = await kept(stage, [head, [...an.slice(0, 5), "Phòng nhỏ", ""]], later(1));
  await transact((tx) => decideRows(tx, { ...mine(stage, importId), rows: { "2": "move" } }));
  expect(await apply(stage, importId, later(2))).toMatchObject({ updated: 0, refused: 1 });
  expect((await rowsOf(stage))[0]?.pointId).not.toBe(full.id);
});

const data = join(process.cwd(), "../shared/data/lists");
const office = join(data, "delegates-office.xlsx");

test.skipIf(!existsSync(office))(
  "the list of an office goes in: 486 people, every fault with its fate, and again changes nothing",
  async () => {
    const stage = await makeStage();
    const facts = JSON.parse(readFileSync(join(data, "delegates-facts.json"), "utf8")) as {
      people: number;
      office_rows: number;
      faults: Record<string, number>;
    };
    const sheet = await readSheet(readFileSync(office), "delegates-office.xlsx");
    if (!sheet.ok) throw new Error(sheet.reason);
    const [found] = pickLists(sheet.sheets);
    const { attendance } = await import("../../../../db/seed/attendance");
    await transact(async (tx) => {
      for (const [n, [name]] of attendance.entries())
        if (n > 1 && name !== "Xã Gia Lộc") await makePoint(tx, stage.event, { name, sort: n + 2 });
    });
    const importId = await kept(stage, found?.rows ?? []);
    const first = await plan(stage, importId);
    const count = (fate: keyof typeof first.counts) => first.counts[fate] ?? 0;
    expect(first.rows).toHaveLength(facts.office_rows);
    expect(first.people).toBe(facts.people);
    expect({
      none: count("no-address"),
      bad: count("bad-address"),
      same: count("same-person-at-point"),
      two: count("at-two-points"),
    }).toEqual({
      none: facts.faults.blank_email,
      bad: facts.faults.bad_email,
      same: facts.faults.dup_same_point,
      two: facts.faults.dup_two_points,
    });
    const good = facts.people - (facts.faults.bad_email ?? 0);
    expect(await apply(stage, importId)).toMatchObject({ ok: true, added: good, updated: 0, refused: 0 });
    const list = await rowsOf(stage);
    expect(list).toHaveLength(good);
    expect(await taken(stage, found?.rows ?? [], later(1))).toMatchObject({
      ok: true,
      added: 0,
      updated: 0,
      refused: 0,
    });
    expect(await rowsOf(stage)).toEqual(list);
  },
);
