import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type KnownHonour, planPast, toLookAt } from "../../../../app/features/awards/past/rules";
import { parsePast } from "../../../../app/features/awards/past/forms";
import { addPastAwards } from "../../../../app/features/awards/past/writes.server";
import { honourRoll } from "../../../../app/features/awards/honours/reads.server";
import { read, transact } from "../../../../db/client.server";
import { auditLog, honours } from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { makeActor, makeUnit, now } from "../../../kit/makers";

useDatabase();

const head = [
  "STT",
  "Họ và tên",
  "Chức vụ",
  "Đơn vị",
  "Hạng mục",
  "Hình thức",
  "Năm",
  "Thành tích",
  "Số QĐ",
  "Ngày ký",
];
const line = (n: number, name: string, over: Partial<Record<number, string>> = {}) =>
  [
    `${n}`,
    name,
    "Chuyên viên",
    "Sở Y tế",
    "Cá nhân tiêu biểu",
    "Bằng khen",
    "2023",
    "Số hóa",
    "12/QĐ-UBND",
    "05/10/2023",
  ].map((cell, at) => over[at] ?? cell);
const plan = (rows: string[][], known: KnownHonour[] = []) =>
  planPast({ rows, known, units: new Map([["so y te", "u1"]]), today: "2025-09-01" });

describe("a sheet of earlier awards", () => {
  test("is read under its titles, by its heads, with the unit that bears the name", () => {
    expect(plan([["DANH SÁCH KHEN THƯỞNG"], [], head, line(1, "Nguyễn Thị Ẩn")])).toEqual([
      {
        ...{ row: 4, fate: "new", year: 2023, category: "Cá nhân tiêu biểu", form: "merit", kind: "individual" },
        ...{ name: "Nguyễn Thị Ẩn", position: "Chuyên viên", unitName: "Sở Y tế", achievement: "Số hóa" },
        ...{ decisionNumber: "12/QĐ-UBND", decidedOn: "2023-10-05", unitId: "u1", faults: [] },
        typed: { year: "2023", form: "Bằng khen", decidedOn: "05/10/2023" },
      },
    ]);
    expect(plan([["Danh sách"], ["Nguyễn Thị Ẩn", "2023"]])).toBe(null);
  });

  test("says of each row why it is not taken", () => {
    const known = { year: 2023, nomineeKey: "tran van binh", category: "Cá nhân tiêu biểu", achievementKey: "" };
    const rows = [
      ...[line(1, "Nguyễn Thị Ẩn"), line(2, "NGUYỄN THỊ ẨN"), line(3, "Ông Trần Văn Bình"), line(4, "")],
      ...[line(5, "A", { 6: "2026", 9: "" }), line(6, "B", { 5: "Huy chương" }), line(7, "C", { 9: "31/02/2023" })],
      ...[line(8, "D".repeat(301)), line(0, "E", { 9: "02/09/2025" }), line(9, "Nguyễn Thị Ẩn", { 6: "2022" })],
    ];
    expect(plan([head, ...rows], [known])?.map(({ fate, faults }) => [fate, ...faults].join(" "))).toEqual([
      ...["new", "twice", "known", "faulty no-name", "faulty bad-year", "faulty bad-form", "faulty bad-day"],
      ...["faulty too-long", "faulty bad-day", "new"],
    ]);
  });

  test("says all that is wrong with a row at once, with what could not be read as it was typed", () => {
    const cells = { 1: "", 5: "Huân chương", 6: "1900", 9: "31/02/2023" };
    expect(plan([head, line(1, "A", cells)])).toMatchObject([
      {
        ...{ fate: "faulty", faults: ["no-name", "bad-year", "bad-form", "bad-day"], decidedOn: null },
        typed: { year: "1900", form: "Huân chương", decidedOn: "31/02/2023" },
      },
    ]);
  });

  test("typed one by one is of a year and a day that have come, as in a table", () => {
    const typed = (decidedOn: string, year = "2025") => {
      const form = new FormData();
      const fields = { year, category: "Cá nhân tiêu biểu", form: "merit", kind: "individual", name: "Nguyễn Thị Ẩn" };
      for (const [name, value] of Object.entries({ ...fields, decidedOn })) form.set(name, value);
      const read = parsePast(form, "2025-09-01");
      return read.ok ? read.value.decidedOn : read.errors;
    };
    expect([typed("01/09/2025"), typed(""), typed("02/09/2025"), typed("31/02/2025"), typed("", "2026")]).toEqual([
      ...["2025-09-01", "", { decidedOn: "future" }, { decidedOn: "bad-day" }, { year: "out-of-range" }],
    ]);
  });

  test("of thousands of rows is shown in part, what is left out first", () => {
    const rows = Array.from({ length: 1000 }, (_, n) => line(n, n % 10 === 9 ? "" : `Người thứ ${n}`));
    const tried = toLookAt(plan([head, ...rows]) ?? []);
    const fates = tried.rows.map(({ fate }) => fate);
    expect([tried.fresh, tried.total, fates.length, fates.lastIndexOf("faulty"), fates.indexOf("new")]).toEqual([
      ...[900, 1000, 300, 99, 100],
    ]);
    const few = toLookAt(plan([head, line(1, "A"), line(2, ""), line(3, "B")]) ?? []);
    expect(few.rows.map(({ fate }) => fate)).toEqual(["new", "faulty", "new"]);
  });

  test("of thousands of rows is entered at once, with the keys by which twins are found and one note in the audit log", async () => {
    const actor = await transact((tx) => makeActor(tx, "organizer"));
    const rows = [head, ...Array.from({ length: 5000 }, (_, n) => line(n, `Người thứ ${n}`))];
    expect(await transact((tx) => addPastAwards(tx, { rows, actor, now }))).toEqual({
      ...{ ok: true, added: 5000, left: 0 },
    });
    const codes = await read.selectDistinct({ code: honours.verifyCode }).from(honours);
    const [entry] = await read.select().from(honours).where(eq(honours.nomineeKey, "nguoi thu 4999"));
    const [note] = await read.select().from(auditLog);
    expect([codes.length, entry?.name, entry?.published, entry?.locale]).toEqual([
      ...[5000, "Người thứ 4999", true, "vi"],
    ]);
    expect([note?.verb, note?.subject, note?.detail]).toEqual(["honour.imported", "honours", { entered: 5000 }]);
  });

  test("enters what is new into the roll, once however often it is pressed, and only for who runs awards", async () => {
    const actor = await transact(async (tx) => {
      await makeUnit(tx, { name: "Sở Y tế" });
      return await makeActor(tx, "organizer");
    });
    const rows = [head, line(1, "Nguyễn Thị Ẩn"), line(2, "Lê Văn Cường", { 5: "Giấy khen" })];
    const guest = await transact((tx) => makeActor(tx, "head"));
    expect(await transact((tx) => addPastAwards(tx, { rows, actor: guest, now }))).toMatchObject({
      reason: "not-allowed",
    });
    expect(await transact((tx) => addPastAwards(tx, { rows, actor, now }))).toEqual({ ok: true, added: 2, left: 0 });
    const again = [...rows, line(3, "Phạm Thị Dung")];
    expect(await transact((tx) => addPastAwards(tx, { rows, actor, now }))).toEqual({ ok: false, reason: "nothing" });
    expect(await transact((tx) => addPastAwards(tx, { rows: again, actor, now }))).toEqual({
      ok: true,
      added: 1,
      left: 2,
    });
    const { rows: roll } = await honourRoll(read, { year: 2023 });
    expect(roll.map(({ name, form, decidedOn }) => [name, form, decidedOn])).toEqual([
      ["Nguyễn Thị Ẩn", "merit", "2023-10-05"],
      ["Lê Văn Cường", "commendation", "2023-10-05"],
      ["Phạm Thị Dung", "merit", "2023-10-05"],
    ]);
  });
});
