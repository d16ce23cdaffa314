import { expect, test } from "vitest";
import { compareVi, fold, likePattern, nameSortKey, sortKey, tidy, xmlText } from "~/web/text";

test("search keys know neither diacritics, nor the two ways to place a tone, nor đ", () => {
  const names = ["Nguyễn Đức Trung", "THỦY", "thuỷ", "Đông Ngạc", "Nguyễn  Ức".normalize("NFD")];
  expect(names.map(fold)).toEqual(["nguyen duc trung", "thuy", "thuy", "dong ngac", "nguyen uc"]);
});

test("a search pattern takes the wildcards of SQL as plain signs", () => {
  expect([likePattern("100%"), likePattern("Đ_c"), likePattern("a\\b")]).toEqual(["%100%", "%dc%", "%ab%"]);
});

test("tidy text has no control signs, no hidden direction marks and single spaces", () => {
  expect(tidy("  Lê\u202E Văn\r\nBcc:\tx\u0000 ")).toBe("Lê Văn Bcc: x");
});

test("the sort key orders words as the Vietnamese collation does", () => {
  const words = [
    "anh",
    "áo",
    "ba",
    "cả",
    "cá",
    "cắt",
    "đi",
    "dì",
    "em",
    "ăn",
    "ân",
    "ơn",
    "ôn",
    "on",
    "ưng",
    "ung",
    "Hòa",
    "Hoà",
    "hoa",
  ];
  const byKey = [...words].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));
  const groups = ["hoa", "Hòa", "Hoà"];
  expect(byKey.filter((w) => !groups.includes(w))).toEqual(
    [...words].sort(compareVi).filter((w) => !groups.includes(w)),
  );
  expect(byKey.filter((w) => groups.includes(w))[0]).toBe("hoa");
});

test("people are sorted by given name, then by the whole name", () => {
  const people = ["Trần Văn An", "Nguyễn Thị Ánh", "Lê An", "Đỗ Đạt", "Phạm Dũng"];
  expect([...people].sort((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))).toEqual([
    "Lê An",
    "Trần Văn An",
    "Nguyễn Thị Ánh",
    "Phạm Dũng",
    "Đỗ Đạt",
  ]);
});

test("text for an XML file keeps letters, tabs and line breaks, and loses what would damage the file", () => {
  expect(xmlText("Sổ\tsức\r\nkhỏe \0\u0001\u000B<&>\uD800 \uFFFE\uFFFF 𝑥")).toBe(
    "Sổ\tsức\nkhỏe <&>\uFFFD \uFFFD\uFFFD 𝑥",
  );
});
