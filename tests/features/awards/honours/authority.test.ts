import { expect, test } from "vitest";
import { authorityIn } from "../../../../app/features/awards/honours/authority.rules";

const chair = "Chủ tịch Ủy ban nhân dân tỉnh Lam Giang";

test("who awards is said in the certificate's language, the place in its own script", () => {
  expect([
    authorityIn("vi", chair),
    authorityIn("en", chair),
    authorityIn("hi", chair),
    authorityIn("ar", chair),
  ]).toEqual([
    chair,
    "Chairman of the People's Committee of Lam Giang Province",
    "Lam Giang प्रांतीय जन समिति के अध्यक्ष",
    "رئيس اللجنة الشعبية لمقاطعة \u2068Lam Giang\u2069",
  ]);
  expect(authorityIn("en", "UBND phường Bến Lam")).toBe("the People's Committee of Bến Lam Ward");
  expect([authorityIn("ar", "Chủ tịch"), authorityIn("hi", "PHÓ CHỦ TỊCH")]).toEqual(["الرئيس", "उपाध्यक्ष"]);
});

test("what has no words in that language stays as it was written", () => {
  for (const written of ["Bộ trưởng Bộ Khoa học và Công nghệ", "KT. Chủ tịch", "Ủy ban nhân dân tỉnh"]) {
    expect(authorityIn("hi", written)).toBe(written);
    expect(authorityIn("ar", written)).toBe(`\u2068${written}\u2069`);
  }
  expect(authorityIn("hi", "")).toBe("");
});
