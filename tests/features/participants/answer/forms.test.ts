import { expect, test } from "vitest";
import { parseAnswer } from "~/features/participants/answer/forms";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};
const binh = { answer: "substitute", name: "Trần Thị Bình", email: "binh@lamgiang.example" };
const errorsOf = (fields: Record<string, string>) => {
  const parsed = parseAnswer(form(fields));
  return parsed.ok ? {} : parsed.errors;
};

test("yes and no need nothing more", () => {
  expect(parseAnswer(form({ answer: "yes" }))).toEqual({ ok: true, value: { answer: "yes" } });
  expect(parseAnswer(form({ answer: "yes", point: "0199" }))).toEqual({
    ok: true,
    value: { answer: "yes", pointId: "0199" },
  });
  expect(parseAnswer(form({ answer: "no" }))).toEqual({ ok: true, value: { answer: "no", reason: "" } });
  expect(parseAnswer(form({ answer: "no", reason: " Bận\r\nhọp " }))).toEqual({
    ok: true,
    value: { answer: "no", reason: "Bận\nhọp" },
  });
});

test("only what is asked for is taken; nothing else gets in with it", () => {
  expect(parseAnswer(form({ answer: "yes", withdrawnAt: "1", doorCode: "X" }))).toEqual({
    ok: true,
    value: { answer: "yes" },
  });
});

test("no answer, or an unknown one, is said on the answer", () => {
  for (const fields of [{}, { answer: "" }, { answer: "maybe" }, { answer: "yes\u0000" }])
    expect(parseAnswer(form(fields as Record<string, string>))).toMatchObject({
      ok: false,
      errors: { answer: "required" },
    });
});

test("a substitute has a name and a way to be reached", () => {
  expect(parseAnswer(form({ ...binh, position: " Phó  Giám đốc ", email: " Binh@LamGiang.example " }))).toEqual({
    ok: true,
    value: {
      answer: "substitute",
      substitute: { name: "Trần Thị Bình", position: "Phó Giám đốc", email: "binh@lamgiang.example", phone: "" },
    },
  });
  expect(parseAnswer(form({ answer: "substitute", name: "Bình", phone: "0914 501 701" }))).toMatchObject({
    value: { substitute: { email: null, phone: "+84914501701" } },
  });
  expect(errorsOf({ answer: "substitute", name: "Bình" })).toEqual({ email: "no-contact" });
  expect(errorsOf({ answer: "substitute" })).toEqual({ name: "required" });
});

test("an address that would divert a letter is refused, and what was typed stays", () => {
  for (const email of [
    "binh@lamgiang.example,thief@evil.example",
    "binh@lamgiang.example; thief@evil.example",
    "Bình <binh@lamgiang.example>",
    '"a b"@lamgiang.example',
    "binh@lamgiang",
    "bình@lamgiang.example",
    `${"a".repeat(65)}@lamgiang.example`,
    "binh@lamgiang.example%0aBcc:thief@evil.example",
    "mailto:binh@lamgiang.example",
  ])
    expect(parseAnswer(form({ ...binh, email }))).toMatchObject({
      ok: false,
      errors: { email: "bad-email" },
      values: { name: binh.name, email },
    });
});

test("a line break in a name or an address becomes a space or is refused, never a header", () => {
  expect(parseAnswer(form({ ...binh, name: "Bình\r\nBcc: thief@evil.example" }))).toMatchObject({
    value: { substitute: { name: "Bình Bcc: thief@evil.example" } },
  });
  expect(errorsOf({ ...binh, email: "binh@lamgiang.example\r\nBcc: thief@evil.example" })).toEqual({
    email: "bad-email",
  });
});

test("names may hold emoji and lose marks that turn the reading direction; signs alone are no name", () => {
  expect(parseAnswer(form({ ...binh, name: "\u202EBình\u200F 🎉" }))).toMatchObject({
    value: { substitute: { name: "Bình 🎉" } },
  });
  for (const name of ["🎉🎉", "---", "\u202E\u200B"])
    expect(Object.keys(errorsOf({ ...binh, name }))).toEqual(["name"]);
});

test("10,000 signs are too long everywhere, and are given back to be mended", () => {
  const long = "ă".repeat(10_000);
  expect(parseAnswer(form({ ...binh, name: long, position: long }))).toMatchObject({
    ok: false,
    errors: { name: "too-long", position: "too-long" },
    values: { name: long },
  });
  expect(errorsOf({ answer: "no", reason: long })).toEqual({ reason: "too-long" });
  expect(errorsOf({ answer: "yes", point: long })).toEqual({ point: "too-long" });
  expect(errorsOf({ ...binh, phone: "9".repeat(10_000) })).toMatchObject({ phone: "too-long" });
});

test("a telephone number that nobody can call is said", () => {
  for (const phone of ["12345", "không có", "0914 501 70"])
    expect(errorsOf({ ...binh, phone })).toEqual({ phone: "bad-phone" });
});
