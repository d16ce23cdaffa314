import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMailAddress, parseMailFrom } from "#emails/address";
import { bare, cleanLine, cleanText, cut, fact, headerName, ltr, pieces } from "#emails/clean";

describe("one plain mail address", () => {
  test.each([
    "thuy.vt@lamgiang.gov.vn",
    "a@b.vn",
    "o'brien+10-10@mail.example.com",
    "so_tttt@xn--hni-8la.vn",
    "A1@1und1.de",
  ])("%s is one", (address) => expect(isMailAddress(address)).toBe(true));

  test.each([
    "",
    "@b.vn",
    "a@",
    "a@b",
    "a@b..vn",
    "a..b@c.vn",
    ".a@c.vn",
    "a.@c.vn",
    "a@-b.vn",
    "a@b.123",
    "a@[127.0.0.1]",
    "a@b.vn,thief@evil.example",
    "a@b.vn;c@d.vn",
    "a@b.vn thief@evil.example",
    "<a@b.vn>",
    "An <a@b.vn>",
    '"a b"@c.vn',
    "a(comment)@b.vn",
    "a@b.vn\r\nBcc: thief@evil.example",
    "a@b.vn\0",
    "a%thief@b.vn",
    "thủy@lamgiang.gov.vn",
    "a@hà-nội.vn",
    "a\u202E@b.vn",
    `${"a".repeat(65)}@b.vn`,
    `a@${"b".repeat(250)}.vn`,
  ])("%j is none", (address) => expect(isMailAddress(address)).toBe(false));

  test("what is accepted holds no sign that could make two of it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: "binary" }),
          fc.string().map((text) => `a@b.vn${text}`),
        ),
        (text) => {
          if (!isMailAddress(text)) return;
          expect(text.split("@")).toHaveLength(2);
          expect(text).toMatch(/^[\x21-\x7E]{3,254}$/);
          expect(text).not.toMatch(/[\s,;:<>()[\]"\\%!|]/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test("the sender is read from a name and an address, or from an address alone", () => {
  expect(parseMailFrom("TenTen <thu@lamgiang.gov.vn>")).toEqual({ name: "TenTen", address: "thu@lamgiang.gov.vn" });
  expect(parseMailFrom('"UBND tỉnh Lam Giang" <thu@lamgiang.gov.vn>')).toEqual({
    name: "UBND tỉnh Lam Giang",
    address: "thu@lamgiang.gov.vn",
  });
  expect(parseMailFrom(" thu@lamgiang.gov.vn ")).toEqual({ name: "", address: "thu@lamgiang.gov.vn" });
  for (const bad of ["", "TenTen", "a@b.vn, c@d.vn", "A <a@b.vn> <c@d.vn>", "A <a@b.vn,c@d.vn>"])
    expect(parseMailFrom(bad)).toBeNull();
});

describe("clean words", () => {
  test("a line loses breaks and marks that turn it, and keeps its letters", () => {
    expect(cleanLine(" Võ\r\nThế\tThủy\u202E\u0000 ")).toBe("Võ Thế Thủy");
    expect(cleanLine("Thủy")).toBe("Thủy");
    expect(cleanLine("क्\u200Dष 👩‍💻")).toBe("क्\u200Dष 👩‍💻");
    expect(cleanLine("a\uD800b")).toBe("a\uFFFDb");
  });

  test("own words keep their lines", () => {
    expect(cleanText("Một\r\nHai\n\n\n\nBa\u202E")).toBe("Một\nHai\n\nBa");
  });

  test("a cut never splits a sign in two", () => {
    expect(cut("😀😀😀😀", 3)).toBe("😀😀…");
    expect(cut("abc", 3)).toBe("abc");
  });

  test("a header name holds nothing that addresses are made of", () => {
    expect(headerName('Võ "Thế" <a@b.vn>, Thủy; x:y')).toBe("Võ Thế a b.vn Thủy x y");
  });

  test("facts stand apart from the sentence around them", () => {
    const sentence = `Kính mời ${fact("محمد\u202E")} số ${ltr("215/GM")}.`;
    expect(pieces(sentence)).toEqual([
      { text: "Kính mời ", isolate: "none" },
      { text: "محمد", isolate: "auto" },
      { text: " số ", isolate: "none" },
      { text: "215/GM", isolate: "ltr" },
      { text: ".", isolate: "none" },
    ]);
    expect(bare(sentence)).toBe("Kính mời محمد số 215/GM.");
  });
});
