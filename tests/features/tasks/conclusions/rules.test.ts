import { describe, expect, test } from "vitest";
import { parseLineTask } from "~/features/tasks/conclusions/forms";
import { parseLines } from "~/features/tasks/conclusions/forms";
import { dueIn, linesOf, moved, readLine, titleOf } from "~/features/tasks/conclusions/rules";

const on = "2025-09-22";
const units = [
  { id: "syt", name: "Sở Y tế", shortName: "", code: "SYT" },
  { id: "skhcn", name: "Sở Khoa học và Công nghệ", shortName: "Sở KH&CN", code: "SKHCN" },
  { id: "cat", name: "Công an tỉnh", shortName: "", code: "CAT" },
  { id: "benlam", name: "Phường Bến Lam", shortName: "", code: "LG01" },
];

describe("a line's deadline", () => {
  test.each([
    ["Sở Y tế hoàn thành trước ngày 15/12/2025.", { dueOn: "2025-12-15", precision: "day" }],
    ["Hoàn thành trong tháng 12/2025", { dueOn: "2025-12-31", precision: "month" }],
    ["Xong trong quý IV/2025, báo cáo UBND tỉnh", { dueOn: "2025-12-31", precision: "quarter" }],
    ["báo cáo trước ngày 5 tháng 10 năm 2025", { dueOn: "2025-10-05", precision: "day" }],
    ["báo cáo trước ngày 05/10", { dueOn: "2025-10-05", precision: "day" }],
    ["triển khai trong năm 2026", { dueOn: "2026-12-31", precision: "day" }],
    ["6 tháng đầu năm 2026 phải xong", { dueOn: "2026-06-30", precision: "half-year" }],
    // Dates of documents and of the past are no deadlines, and 31/02 is no day.
    ["Thực hiện Kế hoạch 634/KH-UBND ngày 29/08/2025", null],
    ["Quyết định ngày 01/10/2025, xong trước 20/11/2025", { dueOn: "2025-11-20", precision: "day" }],
    ["trước ngày 31/02/2026", null],
    ["đạt 25/30 xã, chỉ tiêu năm 2025", null],
    ["", null],
  ])("%s", (text, due) => expect(dueIn(text, on)).toEqual(due));
});

describe("a line's units", () => {
  const named = (text: string) => {
    const { leadUnitId, coordinatingUnitIds } = readLine(text, { units, on });
    return [leadUnitId, coordinatingUnitIds];
  };
  test.each([
    ["Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh", ["syt", ["cat"]]],
    ["so khoa hoc va cong nghe báo cáo", ["skhcn", []]],
    ["SKHCN rà soát; SYT phối hợp", ["skhcn", ["syt"]]],
    ["Sở KH&CN rà soát", ["skhcn", []]],
    // A code inside a word is not a unit's name.
    ["Thay CATALOG cũ, hệ thống NASYTA", [null, []]],
  ])("%s", (text, expected) => expect(named(text)).toEqual(expected));
});

test("pasted lines lose their bullets, and empty ones are left out", () => {
  expect(linesOf("1. Một\r\n\n- Hai\n  • Ba \na) Bốn\n2025 là năm quyết định\n\u200b")).toEqual([
    "Một",
    "Hai",
    "Ba",
    "Bốn",
    "2025 là năm quyết định",
  ]);
});

test("a pasted line that is too long is refused whole, not cut", () => {
  const pasted = (length: number) => {
    const form = new FormData();
    form.set("lines", `- ${"x".repeat(length)}\nHai`);
    const read = parseLines(form);
    return read.ok ? read.value.texts.map((text) => text.length) : read.errors;
  };
  expect([pasted(1000), pasted(1001)]).toEqual([[1000, 3], { lines: "too-long" }]);
});

test("a line moves one step and no further than the ends", () => {
  const lines = ["a", "b", "c"].map((id) => ({ id }));
  const order = (id: string, step: "up" | "down") =>
    moved(lines, id, step)
      .map((line) => line.id)
      .join("");
  expect([order("b", "up"), order("b", "down"), order("a", "up"), order("c", "down"), order("x", "up")]).toEqual([
    "bac",
    "acb",
    "abc",
    "abc",
    "abc",
  ]);
});

test("a title is never longer than a title may be", () => {
  expect([titleOf("ngắn"), titleOf("x".repeat(900)).length]).toEqual(["ngắn", 500]);
});

test("the form of a line's task keeps a person only with the unit that led before, and says what it did not understand", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return parseLineTask(data, { year: 2025 });
  };
  expect([
    form({ leadUnitId: "syt", leadWas: "syt", responsibleId: "mai", due: "tháng 12" }),
    form({ leadUnitId: "cat", leadWas: "syt", responsibleId: "mai" }),
    form({ leadUnitId: "syt", due: "sớm nhất có thể" }),
    form({ leadUnitId: "syt", due: "31/02/2026" }),
  ]).toMatchObject([
    { ok: true, value: { responsibleId: "mai", due: { dueOn: "2025-12-31", precision: "month" } } },
    { ok: true, value: { responsibleId: null, due: null } },
    { ok: false, errors: { due: "unreadable" } },
    { ok: false, errors: { due: "no-such-day" } },
  ]);
});
