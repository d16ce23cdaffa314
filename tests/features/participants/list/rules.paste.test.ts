import { expect, test } from "vitest";
import { pickList } from "~/features/participants/list/header.rules";
import { parsePasted } from "~/features/participants/list/paste.rules";
import { planImport } from "~/features/participants/list/rules";
import { points } from "./kit";

const people = (text: string) => parsePasted(text).slice(1);

test.each([
  [
    "Lê Thị An; Bí thư; Phường Bến Lam; an@x.vn; 0914 501 701",
    ["Lê Thị An", "Bí thư", "Phường Bến Lam", "an@x.vn", "0914 501 701", ""],
  ],
  [
    "an@x.vn, 0914501701, Lê Thị An, Phường Bến Lam, Phó Chủ tịch",
    ["Lê Thị An", "Phó Chủ tịch", "Phường Bến Lam", "an@x.vn", "0914501701", ""],
  ],
  [
    "1\tLê Thị An\tBí thư\tPhường Bến Lam\tan@x.vn; b@x.vn\t0914501701\tăn chay",
    ["Lê Thị An", "Bí thư", "Phường Bến Lam", "an@x.vn; b@x.vn", "0914501701", "ăn chay"],
  ],
  ["Lê Thị An <an@x.vn>", ["Lê Thị An", "", "", "an@x.vn", "", ""]],
  ['"Lê Thị An" <an@x.vn>', ["Lê Thị An", "", "", "an@x.vn", "", ""]],
  ["Lê Thị An an@x.vn 0914501701", ["Lê Thị An", "", "", "an@x.vn", "0914501701", ""]],
  ["Ông Lê Bá - Chủ tịch UBND - Xã Gia Lộc - ba@x.vn", ["Ông Lê Bá", "Chủ tịch UBND", "Xã Gia Lộc", "ba@x.vn", "", ""]],
  ["Lê Bá; Email: ba@x.vn; ĐT: 0914501701", ["Lê Bá", "", "", "ba@x.vn", "0914501701", ""]],
  ["Lê Bá", ["Lê Bá", "", "", "", "", ""]],
  ["Lê Bá; ba@@x.vn", ["Lê Bá", "", "", "ba@@x.vn", "", ""]],
  ["", ["", "", "", "", "", ""]],
])("%j", (line, cells) => {
  expect(people(line)).toEqual([cells]);
});

test("several people in one line of a letter's head are several people", () => {
  expect(
    people("Lê An <an@x.vn>; Trần Ba <ba@x.vn>, Vũ Cao <cao@x.vn>").map(([name, , , email]) => [name, email]),
  ).toEqual([
    ["Lê An", "an@x.vn"],
    ["Trần Ba", "ba@x.vn"],
    ["Vũ Cao", "cao@x.vn"],
  ]);
});

test("rows carry the numbers of their lines, and blank lines cost nothing", () => {
  const rows = parsePasted("Lê An; an@x.vn; Phường Bến Lam\r\n\r\nTrần Ba; ba@@x.vn; Gia Lộc\r\n");
  const guess = pickList([{ name: "", rows }]);
  const plan = planImport({ rows, mapping: guess?.mapping ?? {}, known: [], points });
  expect(plan.rows.map(({ row, fate, person }) => [row, fate, person.name, person.pointId])).toEqual([
    [1, "new", "Lê An", "ben-lam"],
    [3, "bad-address", "Trần Ba", "gia-loc"],
  ]);
});

test("a piece of a spreadsheet with its header is read by its header", () => {
  const text = "STT\tHọ và tên\tEmail\tĐiểm cầu\n1\tLê An\tan@x.vn\tPhường Bến Lam\n2\tTrần Ba\tba@x.vn\tGia Lộc";
  expect(parsePasted(text)).toEqual(text.split("\n").map((line) => line.split("\t")));
});
