import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findHonourFor, honourRoll, honourYears } from "../../../../app/features/awards/honours/reads.server";
import { addPastHonour, honourRow } from "../../../../app/features/awards/honours/writes.server";
import { honoursPerPage } from "../../../../app/features/awards/honours/rules";
import { insertMany, read, transact } from "../../../../db/client.server";
import { honours, nominations } from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { bait, decided, entryOf, makeProposed, past, type Proposed } from "../../../kit/honours";
import { now } from "../../../kit/makers";
import { countingRows } from "../../../kit/rows";

useDatabase();

const enter = (actor: Proposed["organizer"] | null, over: Partial<typeof past> = {}) =>
  transact((tx) => addPastHonour(tx, { ...past, ...over, actor, now }));

describe("the public roll", () => {
  test("says name, position, unit, achievement and decision, and nothing that a dossier holds besides", async () => {
    const at = await makeProposed(["Sở Y tế"]);
    await decided(at);
    const [row, ...others] = (await honourRoll(read, { year: 2025 })).rows;
    expect(others).toEqual([]);
    expect(row).toEqual({
      ...{ id: (await entryOf(at, 0)).id, year: 2025, category: "Cơ quan cấp tỉnh tiêu biểu", form: "merit" },
      ...{ kind: "unit", name: "Sở Y tế", position: "", unitName: "", decisionNumber: "2150/QĐ-UBND" },
      ...{ achievement: "Số hóa hồ sơ của Sở Y tế trong cả năm", decidedOn: "2025-08-31" },
      ...{ revokedOn: null, revocationNumber: "" },
    });
    expect(JSON.stringify(await read.select().from(nominations))).toContain(bait.contactEmail);
  });

  test("is searched without diacritics, by year, and shows nothing that is not published", async () => {
    await enter(null);
    await enter(null, { name: "Nguyễn Văn Ẩn Danh" });
    await enter(null, { name: "Trần Ba", year: 2022 as 2023 });
    await transact((tx) => tx.update(honours).set({ published: false }).where(eq(honours.name, "Nguyễn Văn Ẩn Danh")));
    const namesOf = async (year: number, term?: string) =>
      (await honourRoll(read, { year, term })).rows.map(({ name }) => name);
    expect(await honourYears(read)).toEqual([2023, 2022]);
    expect(await namesOf(2023)).toEqual(["Đặng Thị Ngọc Ẩn"]);
    expect(await namesOf(2023, "dang an")).toEqual(["Đặng Thị Ngọc Ẩn"]);
    expect(await namesOf(2023, "Trần")).toEqual([]);
    expect(await namesOf(2022)).toEqual(["Trần Ba"]);
  });

  test("of thousands is asked for a page at a time, in the order of categories and of Vietnamese names", async () => {
    const team = (n: number) => ({
      ...{ name: `Tổ công nghệ số cộng đồng ${String(n).padStart(4, "0")}`, position: "", unitName: "Phường Bến Lam" },
      ...{ achievement: "Hướng dẫn người dân", year: 2024, category: "Tổ công nghệ số", form: "commendation" as const },
      ...{ kind: "group" as "group" | "individual" | "unit", decisionNumber: "7/QĐ-UBND", decidedOn: "2024-10-01" },
      ...{ unitId: null, now },
    });
    const others = [
      { name: "Đặng Văn Ba", category: "Cá nhân tiêu biểu", kind: "individual" as const },
      { name: "Ngô Thị Ánh", category: "Cá nhân tiêu biểu", kind: "individual" as const },
      { name: "Xã Ba Đình", category: "Xã, phường tiêu biểu", kind: "unit" as const },
      { name: "Xã Đại Nghĩa", category: "Xã, phường tiêu biểu", kind: "unit" as const },
      { name: "Xã Dương Hà", category: "Xã, phường tiêu biểu", kind: "unit" as const },
      { name: "Năm khác", category: "Cá nhân tiêu biểu", kind: "individual" as const, year: 2023 },
    ].map((over) => ({ ...team(0), ...over }));
    const all = [...Array.from({ length: 2000 }, (_, n) => team(1999 - n)), ...others];
    await transact((tx) => insertMany(tx, honours, all.map(honourRow)));
    const pageOf = async (page: number, term?: string) => {
      const asked = countingRows(read);
      const { total, rows } = await honourRoll(asked.db, { year: 2024, term, page });
      return { total, names: rows.map(({ name }) => name), asked: asked.rows() };
    };
    const first = await pageOf(1);
    expect([first.total, first.asked, first.names.length]).toEqual([2005, honoursPerPage + 1, honoursPerPage]);
    expect(first.names.slice(0, 3)).toEqual(["Ngô Thị Ánh", "Đặng Văn Ba", "Tổ công nghệ số cộng đồng 0000"]);
    const second = await pageOf(2);
    expect([second.names[0], second.asked]).toEqual(["Tổ công nghệ số cộng đồng 0048", honoursPerPage + 1]);
    expect(await pageOf(41)).toEqual({
      ...{ total: 2005, asked: 6 },
      names: [
        "Tổ công nghệ số cộng đồng 1998",
        "Tổ công nghệ số cộng đồng 1999",
        "Xã Ba Đình",
        "Xã Dương Hà",
        "Xã Đại Nghĩa",
      ],
    });
    expect(await pageOf(42)).toEqual({ total: 2005, names: [], asked: 1 });
    expect(await pageOf(1, "cong dong 1995")).toEqual({
      ...{ total: 1, asked: 2 },
      names: ["Tổ công nghệ số cộng đồng 1995"],
    });
  });

  test("opens an entry to who runs its round and to the unit that nominated, and to nobody else", async () => {
    const at = await makeProposed();
    await decided(at);
    const honourId = (await entryOf(at, 0)).id;
    const seen = async (actor?: Proposed["organizer"]) =>
      (await findHonourFor(read, { honourId, actor: actor as Proposed["organizer"], now }))?.manages ?? null;
    expect([await seen(at.organizer), await seen(at.focalPoints[0])]).toEqual([true, false]);
    expect([await seen(at.focalPoints[1]), await seen(at.members[0]?.actor)]).toEqual([null, null]);
  });
});
