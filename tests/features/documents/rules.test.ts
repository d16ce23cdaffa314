import { describe, expect, test } from "vitest";
import { parseDocument } from "~/features/documents/forms";
import { documentWords } from "~/features/documents/messages";
import { documentTypes, isInForce, kindInWords, knownIssuer, numberKey, parseNumber } from "~/features/documents/rules";

const read = (text: string) => {
  const found = parseNumber(text);
  return found && [found.style, found.number, found.type, found.issuerCode, found.year];
};

describe("a document number", () => {
  test.each([
    ["634/KH-UBND", ["state", "634/KH-UBND", "KH", "UBND", null]],
    ["1982/QD-UBND", ["state", "1982/QĐ-UBND", "QĐ", "UBND", null]],
    ["505/QĐ-TTg", ["state", "505/QĐ-TTg", "QĐ", "TTg", null]],
    ["505/qd-ttg", ["state", "505/QĐ-TTg", "QĐ", "TTg", null]],
    ["Số: 9/QĐ-UBND", ["state", "09/QĐ-UBND", "QĐ", "UBND", null]],
    ["192/QĐ-SKHCN", ["state", "192/QĐ-SKHCN", "QĐ", "SKHCN", null]],
    ["04/QD-BCD", ["state", "04/QĐ-BCĐ", "QĐ", "BCĐ", null]],
    ["88/TTr-SKHCN", ["state", "88/TTr-SKHCN", "TTr", "SKHCN", null]],
    ["12 / HD – STC", ["state", "12/HD-STC", "HD", "STC", null]],
    ["12/HĐ-STC", ["state", "12/HĐ-STC", "HĐ", "STC", null]],
    ["5025/VPUBND", ["letter", "5025/VPUBND", "", "VPUBND", null]],
    ["793/BTTTT-THH", ["letter", "793/BTTTT-THH", "", "BTTTT", null]],
    ["356/2025/ND-CP", ["law", "356/2025/NĐ-CP", "NĐ", "CP", 2025]],
    ["91/2025/QH15", ["law", "91/2025/QH15", "QH", "QH15", 2025]],
    ["09-NQ/TU", ["party", "09-NQ/TU", "NQ", "TU", null]],
    ["9-nq/tu", ["party", "09-NQ/TU", "NQ", "TU", null]],
    ["57-NQ/TW", ["party", "57-NQ/TW", "NQ", "TW", null]],
    ["01-KH/BCDTW", ["party", "01-KH/BCĐTW", "KH", "BCĐTW", null]],
    ["12a/KH-UBND", ["state", "12a/KH-UBND", "KH", "UBND", null]],
  ])("%s is read", (text, expected) => expect(read(text)).toEqual(expected));

  test.each(["", "634", "KH-UBND", "634 KH UBND", "<script>/KH", "634/", "/KH-UBND", "1234567/KH-UBND", "09-NQ-TU"])(
    "%s is not one",
    (text) => expect(read(text)).toBeNull(),
  );

  test("is one document however it was typed, and HD is not HĐ", () => {
    const key = (text: string) => numberKey(parseNumber(text)?.number ?? "");
    expect(key("1982/qd-ubnd")).toBe(key("1982/QĐ-UBND"));
    expect(key("12/HD-STC")).not.toBe(key("12/HĐ-STC"));
  });

  test("names issuers everybody knows", () => {
    expect(["TTg", "CP", "QH15", "TW", "BTTTT-THH", "UBND"].map(knownIssuer)).toEqual([
      ...["Thủ tướng Chính phủ", "Chính phủ", "Quốc hội", "Ban Chấp hành Trung ương", "Bộ Thông tin và Truyền thông"],
      null,
    ]);
  });
});

test("a document is in force on its last day and not after", () => {
  const plan = { validFrom: "2022-08-22", validTo: "2025-12-31" };
  expect(["2022-08-21", "2022-08-22", "2025-12-31", "2026-01-01"].map((day) => isInForce(plan, day))).toEqual([
    ...[false, true, true, false],
  ]);
});

test("the kind of a document is said in every language", () => {
  for (const words of Object.values(documentWords)) {
    expect(Object.keys(words.types).sort()).toEqual([...documentTypes].sort());
    expect(Object.keys(words.errors)).toEqual(Object.keys(documentWords.vi.errors));
  }
  expect(kindInWords({ style: "letter", type: "" }, documentWords.vi)).toBe("Công văn");
  expect(kindInWords({ style: "state", type: "KH" }, documentWords.vi)).toBe("Kế hoạch");
});

test("a form tells each field what to mend and keeps what was typed", () => {
  const form = new FormData();
  const typed = {
    number: "số sáu",
    issuedOn: "31/02/2025",
    abstract: "x".repeat(10_000),
    url: "javascript:alert(1)",
    validFrom: "2025-02-01",
    validTo: "2025-01-01",
  };
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  const parsed = parseDocument(form);
  expect(parsed.ok ? {} : parsed.errors).toEqual({
    number: "bad-number",
    issuedOn: "bad-day",
    abstract: "too-long",
    url: "bad-url",
    validTo: "ends-before-start",
  });
  expect(parsed.ok ? {} : parsed.values).toEqual(typed);
});
