import { describe, expect, test } from "vitest";
import { parseAccount, parseGrant, parseInvite, parseOrganization } from "~/features/accounts/forms";
import { parseAsk, parseCode } from "~/features/accounts/sign-in/forms";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const errorsOf = (parsed: { ok: boolean; errors?: Record<string, string> }) => parsed.errors ?? null;

describe("an address to sign in with", () => {
  test("is taken in lower case", () => {
    expect(parseAsk(form({ email: "  An.Nguyen@LamGiang.example " }))).toEqual({
      ok: true,
      value: { email: "an.nguyen@lamgiang.example" },
    });
  });
  test.each([
    ["", "required"],
    ["an", "bad-email"],
    ["an@lamgiang.example, binh@lamgiang.example", "bad-email"],
    ["An <an@lamgiang.example>", "bad-email"],
    ["an@lamgiang.example\r\nBcc: x@y.example", "bad-email"],
    [`${"a".repeat(300)}@lamgiang.example`, "bad-email"],
    ["😀@lamgiang.example", "bad-email"],
  ])("%j is refused as %s", (email, code) => {
    expect(errorsOf(parseAsk(form({ email })))).toEqual({ email: code });
  });
});

test("six digits are read with spaces and dashes, in any script, and nothing else is", () => {
  expect(parseCode(form({ code: " 123-456 " }))).toEqual({ ok: true, value: { code: "123456" } });
  expect(parseCode(form({ code: "１２３４５６" }))).toEqual({ ok: true, value: { code: "123456" } });
  expect(errorsOf(parseCode(form({ code: "12345" })))).toEqual({ code: "bad-code" });
  expect(errorsOf(parseCode(form({})))).toEqual({ code: "required" });
});

describe("an invitation", () => {
  const typed = { name: "Nguyễn Văn An", email: "an@lamgiang.example", locale: "vi", role: "organizer", unitId: "" };
  test("is read with what may stay empty", () => {
    expect(parseInvite(form(typed))).toEqual({
      ok: true,
      value: {
        name: "Nguyễn Văn An",
        position: "",
        phone: "",
        email: "an@lamgiang.example",
        locale: "vi",
        role: "organizer",
        unitId: null,
      },
    });
  });
  test("keeps what was typed and names each fault", () => {
    const refused = parseInvite(form({ ...typed, name: "x".repeat(10_000), phone: "gọi sau", role: "king" }));
    expect(refused).toMatchObject({
      ok: false,
      errors: { name: "too-long", phone: "bad-phone", role: "required" },
      values: { phone: "gọi sau" },
    });
  });
  test("does not bind an administrator to a unit, nor leave a head without one", () => {
    expect(errorsOf(parseInvite(form({ ...typed, role: "administrator", unitId: "u1" })))).toEqual({
      unitId: "unit-does-not-fit",
    });
    expect(errorsOf(parseGrant(form({ role: "head", unitId: "" })))).toEqual({ unitId: "unit-does-not-fit" });
    expect(parseGrant(form({ role: "head", unitId: "u1" }))).toEqual({
      ok: true,
      value: { role: "head", unitId: "u1" },
    });
  });
  test("carries no field that was not asked for", () => {
    const read = parseAccount(form({ ...typed, id: "x", disabledAt: "1", "roles[0]": "administrator" }));
    expect(read.ok && Object.keys(read.value).sort()).toEqual(["email", "locale", "name", "phone", "position"]);
  });
});

test("an organization needs a name and a zone that exists", () => {
  const typed = {
    name: "UBND tỉnh",
    zone: "Asia/Hanoi2",
    locale: "vi",
    contactPhone: "0912 345 678",
    contactEmail: "x",
  };
  expect(errorsOf(parseOrganization(form(typed)))).toEqual({ zone: "bad-zone", contactEmail: "bad-email" });
  expect(parseOrganization(form({ ...typed, zone: "Asia/Ho_Chi_Minh", contactEmail: "" }))).toMatchObject({
    ok: true,
    value: { unitId: null, contactPhone: "+84912345678" },
  });
});
