import { expect, test } from "vitest";
import { cleanEmail, cleanLanguage, cleanName, cleanPhones } from "~/features/participants/list/clean.rules";

test.each([
  ["  NGUYỄN   VĂN\u00A0AN ", "Nguyễn Văn An"],
  ["nguyễn thị đào", "Nguyễn Thị Đào"],
  ["Vo\u0303 The\u0302\u0301 Thu\u0309y", "Võ Thế Thủy"],
  ["Ông Nguyễn Văn An", "Nguyễn Văn An"],
  ["Bà: Lò Thị Mai", "Lò Thị Mai"],
  ["Đ/c Lê Bá", "Lê Bá"],
  ["Đồng chí TRẦN CAO", "Trần Cao"],
  ["1. Phan Dũng", "Phan Dũng"],
  ["Ông Ích Khiêm", "Ông Ích Khiêm"],
  ["H'HEN NIÊ", "H'Hen Niê"],
  ["Nguyễn Thị Minh-Anh", "Nguyễn Thị Minh-Anh"],
  ["\u202ENguyễn\u200B Văn\0 An\u202C", "Nguyễn Văn An"],
  ["McDonald Anna", "McDonald Anna"],
  ["😀 An", "😀 An"],
])("%j is printed %j", (text, name) => {
  expect(cleanName(text)).toBe(name);
});

test.each([
  ["  Thuy.VT@LamGiang.example. ", "thuy.vt@lamgiang.example", []],
  ["mailto:a@x.vn", "a@x.vn", []],
  ["Nguyễn Văn A <a@x.vn>", "a@x.vn", []],
  ["a@x.vn; b@y.vn", "a@x.vn", ["b@y.vn"]],
  ["a@x.vn, a@x.vn / c@x.vn", "a@x.vn", ["c@x.vn"]],
  ["a@x.vn b@y.vn", "a@x.vn", ["b@y.vn"]],
  ["a@x.vn\nb@y.vn", "a@x.vn", ["b@y.vn"]],
  ["ａ＠ｘ．ｖｎ", "a@x.vn", []],
  ["a @ x.vn", "a@x.vn", []],
  ["a@x.vn (cơ quan)", "a@x.vn", []],
  ["\uFEFFa@x.vn", "a@x.vn", []],
  ["Email: a@x.vn", "a@x.vn", []],
])("%j holds %s", (text, email, others) => {
  expect(cleanEmail(text)).toEqual({ state: "good", email, others });
});

test.each([
  "dong.ha lamgiang.example",
  "duc.da@@lamgiang.example",
  "nguyen,an@x.vn",
  "nguyen an@x.vn",
  "a@x.vn; hỏi sau",
  "thủy@x.vn",
  "a@x",
  "@",
  "a@x.vn\0b@y.vn@",
])("%j is held back whole, because a part of it may be a stranger's", (text) => {
  expect(cleanEmail(text)).toEqual({ state: "bad" });
});

test.each(["", "  ", "-", "không có", "Ko có", "chưa có", "N/A", "...", "x"])(
  "%j says that there is no address and no number",
  (text) => {
    expect(cleanEmail(text)).toEqual({ state: "none" });
    expect(cleanPhones(text)).toEqual({ phone: "", rest: "" });
  },
);

test.each([
  ["0914 501 701", "+84914501701", ""],
  ["0914501701/0238 3844 123", "+84914501701", "0238 3844 123"],
  ["0238 3844 123 (máy lẻ 12)", "+842383844123", ""],
  ["DĐ: 0914.501.701; CQ: 0238 3844 123", "+84914501701", "CQ: 0238 3844 123"],
  ["gọi văn phòng", "", "gọi văn phòng"],
])("%j is %j, and %j is kept", (text, phone, rest) => {
  expect(cleanPhones(text)).toEqual({ phone, rest });
});

test("languages are known by their names", () => {
  expect(["Tiếng Việt", "EN", "العربية", "tiếng Ả Rập", "Hindi", ""].map(cleanLanguage)).toEqual([
    "vi",
    "en",
    null,
    "ar",
    "hi",
    null,
  ]);
});
