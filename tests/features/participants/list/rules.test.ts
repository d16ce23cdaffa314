import fc from "fast-check";
import { expect, test } from "vitest";
import { identityOf, planImport } from "~/features/participants/list/rules";
import { header, mapping, person, plan, points, takenOver } from "./kit";

const an = ["Nguyễn Văn An", "Chuyên viên", "an@x.vn", "0914 501 701", "Phường Bến Lam"];
const swap = (row: string[], changes: Record<number, string>) => row.map((cell, n) => changes[n] ?? cell);
const brief = (result: ReturnType<typeof plan>) =>
  result.rows.map(({ row, fate, act, otherRows }) => [row, fate, act, ...otherRows]);

test("a person nobody knows is new", () => {
  expect(plan([an])).toEqual({
    rows: [
      {
        row: 2,
        fate: "new",
        act: "add",
        person: person({ phone: "+84914501701" }),
        raw: { name: "Nguyễn Văn An", email: "an@x.vn", phone: "0914 501 701", point: "Phường Bến Lam" },
        flags: [],
        knownId: null,
        changes: [],
        otherRows: [],
        otherPointId: null,
      },
    ],
    counts: { new: 1 },
    acts: { add: 1 },
    people: 1,
    unknownPoints: [],
    header,
    headerRow: 1,
    skipped: [{ row: 1, why: "header" }],
  });
});

test("each row has one fate, and the fate says why", () => {
  const result = plan([
    an,
    swap(an, { 0: "NGUYỄN VĂN AN", 2: " AN@X.VN ", 4: "P. Bến Lam" }),
    swap(an, { 4: "Gia Lộc" }),
    ["Lê Thị Bình", "Kế toán", "", "", "Xã Gia Lộc"],
    ["Trần Cao", "Bí thư", "cao@@x.vn", "", "Xã Gia Lộc"],
    ["", "Bí thư", "ai@x.vn", "", "Xã Gia Lộc"],
    ["Phan Dũng", "Bí thư", "dung@x.vn", "", "Xã Không Có"],
    ["Phan Em", "Bí thư", "em@x.vn", "", ""],
    ["Vũ Giang", "Văn thư", "vanthu@x.vn", "", "Xã Gia Lộc"],
    ["Vũ Hà", "Văn thư", "vanthu@x.vn", "", "Xã Gia Lộc"],
    [`Lý ${"a".repeat(10_000)}`, "Bí thư", "dai@x.vn", "", "Xã Gia Lộc"],
  ]);
  expect(brief(result)).toEqual([
    [2, "new", "add"],
    [3, "same-person-at-point", "none", 2],
    [4, "at-two-points", "ask", 2],
    [5, "no-address", "add"],
    [6, "bad-address", "mend"],
    [7, "no-name", "mend"],
    [8, "unknown-point", "mend"],
    [9, "no-point", "mend"],
    [10, "shared-address", "add", 11],
    [11, "shared-address", "add", 10],
    [12, "too-long", "mend"],
  ]);
  expect(result.people).toBe(8);
  expect(result.unknownPoints).toEqual([{ text: "Xã Không Có", rows: [8] }]);
});

test("a correction updates what differs, and an empty cell wipes nothing", () => {
  const known = [{ ...person({ phone: "+84914501701", unit: "UBND phường", note: "ghế đầu" }), id: "k1" }];
  const { rows } = plan([["Nguyễn Văn An", "Phó Trưởng phòng", "an@x.vn", "", "Phường Bến Lam"]], known);
  expect(rows).toMatchObject([
    {
      fate: "updated",
      act: "update",
      knownId: "k1",
      changes: [{ field: "position", from: "Chuyên viên", to: "Phó Trưởng phòng" }],
    },
  ]);
});

test("notes of the file join those of the list, once", () => {
  const rows = [
    [...header, "Ghi chú"],
    [...an, "ăn chay"],
  ];
  const input = { rows, mapping: { ...mapping, note: 5 }, points };
  const known = [{ ...person({ phone: "+84914501701", note: "ghế đầu" }), id: "k1" }];
  const first = planImport({ ...input, known });
  expect(first.rows[0]?.changes).toEqual([{ field: "note", from: "ghế đầu", to: "ghế đầu; ăn chay" }]);
  expect(planImport({ ...input, known: takenOver(known, first) }).counts).toEqual({ unchanged: 1 });
});

test("somebody without an address gets one, and is not doubled", () => {
  const known = [{ ...person({ email: null }), id: "k1" }];
  expect(plan([an], known).rows).toMatchObject([
    { fate: "updated", knownId: "k1", changes: [{ field: "email", to: "an@x.vn" }, { field: "phone" }] },
  ]);
});

test("a new address for the same phone is a correction; for another phone it is a namesake", () => {
  const known = [{ ...person({ email: "cu@x.vn", phone: "+84914501701" }), id: "k1" }];
  expect(plan([an], known).rows).toMatchObject([
    { fate: "updated", changes: [{ field: "email", from: "cu@x.vn", to: "an@x.vn" }] },
  ]);
  expect(plan([swap(an, { 3: "0914 999 999" })], known).rows).toMatchObject([
    { fate: "new", act: "add", flags: ["namesake"] },
  ]);
});

test("another name on a known mailbox is another person, never a merge", () => {
  const known = [{ ...person({ name: "Lê Thị Bình" }), id: "k1" }];
  expect(plan([an], known).rows).toMatchObject([{ fate: "shared-address", act: "add", knownId: null }]);
});

test("tone marks placed the old way are the same name", () => {
  const known = [{ ...person({ name: "Võ Thế Thuỷ", phone: "+84914501701" }), id: "k1" }];
  expect(plan([swap(an, { 0: "Võ Thế Thủy" })], known).rows).toMatchObject([
    { fate: "updated", knownId: "k1", changes: [{ field: "name" }] },
  ]);
});

test("at two points: stay writes nothing, both adds, move takes the person along", () => {
  const rows = [an, swap(an, { 4: "Xã Gia Lộc" })];
  expect(brief(plan(rows, [], { 3: "stay" }))).toEqual([
    [2, "new", "add"],
    [3, "at-two-points", "none", 2],
  ]);
  expect(brief(plan(rows, [], { 3: "both" }))).toEqual([
    [2, "new", "add"],
    [3, "at-two-points", "add", 2],
  ]);
  expect(brief(plan(rows, [], { 3: "move" }))).toEqual([
    [2, "at-two-points", "none", 3],
    [3, "new", "add"],
  ]);
});

test("somebody known at another point is asked about, and moves when the organizer says so", () => {
  const known = [{ ...person({ pointId: "gia-loc", phone: "+84914501701" }), id: "k1" }];
  expect(plan([an], known).rows).toMatchObject([
    { fate: "at-two-points", act: "ask", otherPointId: "gia-loc", otherRows: [] },
  ]);
  const moved = plan([an], known, { 2: "move" });
  expect(moved.rows).toMatchObject([
    { act: "update", knownId: "k1", changes: [{ field: "point", from: "gia-loc", to: "ben-lam" }] },
  ]);
  expect(plan([an], takenOver(known, moved)).counts).toEqual({ unchanged: 1 });
});

test("a row whose address was mended in the product meanwhile is left alone", () => {
  const known = [{ ...person({ phone: "+84914501701" }), id: "k1" }];
  expect(plan([swap(an, { 2: "an x.vn" })], known).rows).toMatchObject([
    { fate: "unchanged", act: "none", flags: ["address-unread"] },
  ]);
});

test("a point's own column goes before the heading, the heading before the unit, the unit before the default", () => {
  const rows = [
    ["STT", "Họ và tên", "Đơn vị", "Điểm cầu", "Email"],
    ["I", "XÃ GIA LỘC"],
    ["1", "Lê An", "Phường Bến Lam", "Đặc khu Hòn Lam", "a@x.vn"],
    ["2", "Lê Ba", "Phường Bến Lam", "", "b@x.vn"],
    ["II", "LÃNH ĐẠO TỈNH"],
    ["3", "Lê Cao", "UBND phường Bến Lam", "", "c@x.vn"],
    ["4", "Lê Dũng", "Sở Nội vụ", "", "d@x.vn"],
  ];
  const input = { rows, mapping: { name: 1, unit: 2, point: 3, email: 4 }, known: [], points };
  expect(planImport(input).rows.map(({ person: { pointId }, fate }) => [pointId, fate])).toEqual([
    ["hon-lam", "new"],
    ["gia-loc", "new"],
    ["ben-lam", "new"],
    ["", "unknown-point"],
  ]);
  expect(planImport({ ...input, defaultPointId: "main" }).rows.at(-1)).toMatchObject({
    fate: "new",
    person: { pointId: "main" },
  });
  expect(planImport({ ...input, pointOf: { "LÃNH ĐẠO TỈNH": "main" } }).rows.at(-1)).toMatchObject({
    fate: "new",
    person: { pointId: "main" },
  });
});

test("what could not be used of a cell is kept in the note", () => {
  const { rows } = plan([
    swap(an, { 2: "an@x.vn; rieng@x.vn", 3: "máy lẻ 12" }),
    ["Lê Ba", "", "b@x.vn", "0914501702 / 0238 3844 123", "Gia Lộc"],
  ]);
  expect(rows.map(({ person: { email, phone, note }, flags }) => ({ email, phone, note, flags }))).toEqual([
    { email: "an@x.vn", phone: "", note: "rieng@x.vn; máy lẻ 12", flags: ["two-addresses", "phone-unread"] },
    { email: "b@x.vn", phone: "+84914501702", note: "0238 3844 123", flags: ["two-phones"] },
  ]);
});

test("no two people to add have the same identity at one point", () => {
  expect(identityOf(person({}))).toBe("an@x.vn nguyen van an");
  expect(identityOf(person({ email: null, name: "Võ Thế Thuỷ" }))).toBe(
    identityOf(person({ email: null, name: "VÕ THẾ THỦY" })),
  );
});

// Few different values, so that people meet: the same names, mailboxes, phones and points in every mixture.
const row = fc.tuple(
  fc.constantFrom("Lê An", "LÊ AN", "Lê Ân", "Lê Bá", "Ông Lê Bá", ""),
  fc.constantFrom("Bí thư", "Kế toán", ""),
  fc.constantFrom("a@x.vn", "A@x.vn", "b@x.vn", "a@x.vn; b@x.vn", "", "hỏng@", "không"),
  fc.constantFrom("0914501701", "0914501702", "", "?"),
  fc.constantFrom("Phường Bến Lam", "Gia Lộc", "Điểm cầu chính", "Sao Hỏa", ""),
);
const someone = fc.record({
  name: fc.constantFrom("Lê An", "Lê Ân", "Lê Bá"),
  position: fc.constantFrom("Bí thư", ""),
  unit: fc.constant(""),
  pointId: fc.constantFrom("main", "ben-lam", "gia-loc"),
  email: fc.constantFrom("a@x.vn", "b@x.vn", null),
  phone: fc.constantFrom("+84914501701", ""),
  note: fc.constantFrom("", "b@x.vn"),
  language: fc.constant(null),
});
const wishes = fc.array(fc.constantFrom("stay", "move", "both", ""), { minLength: 12, maxLength: 12 });
const list = fc.uniqueArray(someone, { maxLength: 5, selector: (one) => one.pointId + identityOf(one) });

test("the same file again changes nothing, whatever is in it and whatever was chosen", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), list, wishes, (people, before, wished) => {
      const known = before.map((one, n) => ({ ...one, id: `k${n}` }));
      const asked = plan(people, known).rows.filter(({ act }) => act === "ask");
      const chosen = Object.fromEntries(asked.map(({ row: number }, n) => [number, wished[n] ?? ""]));
      const after = takenOver(known, plan(people, known, chosen));
      const again = plan(people, after);
      expect([again.acts.add, again.acts.update]).toEqual([undefined, undefined]);
      const standing = after.map((one) => `${one.pointId} ${identityOf(one)}`);
      expect(standing).toEqual([...new Set(standing)]);
    }),
    { numRuns: 1500 },
  );
}, 60_000);

test("20,000 rows are planned within a second of the processor", () => {
  const people = Array.from({ length: 20_000 }, (_, n) => [
    `Nguyễn Văn ${n}`,
    "Chuyên viên",
    `n${n}@x.vn`,
    `0914${100_000 + n}`,
    "Phường Bến Lam",
  ]);
  const began = process.cpuUsage();
  const first = plan(people);
  expect((process.cpuUsage(began).user + process.cpuUsage(began).system) / 1e6).toBeLessThan(1.5);
  expect(first.counts).toEqual({ new: 20_000 });
}, 30_000);
