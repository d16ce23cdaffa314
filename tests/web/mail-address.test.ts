import { expect, test } from "vitest";
import { isPlainAddress } from "~/web/mail-address";

test.each([
  "thuy.vt@lamgiang.example",
  "a+b_c-d@x-y.gov.vn",
  "o'brien@x.ie",
  "A@X.VN",
  "a@xn--80ak6aa92e.com",
  "a@b.xn--p1ai",
])("%s is one address", (text) => {
  expect(isPlainAddress(text)).toBe(true);
});

test.each([
  "",
  "a",
  "a@x",
  "a@@x.vn",
  "a b@x.vn",
  "a@x.vn,b@x.vn",
  "a,b@x.vn",
  "<a@x.vn>",
  '"a b"@x.vn',
  "a@x.vn\r\nBcc: b@x.vn",
  "a(comment)@x.vn",
  "thủy@x.vn",
  "а@x.vn", // Cyrillic а
  "a@[127.0.0.1]",
  "a@127.0.0.1",
  ".a@x.vn",
  "a.@x.vn",
  "a..b@x.vn",
  "a@-x.vn",
  "a@x..vn",
  "a%b@x.vn",
  `${"a".repeat(65)}@x.vn`,
  `a@${"x".repeat(250)}.vn`,
  `a@${"x.".repeat(150)}vn`,
])("%j is none", (text) => {
  expect(isPlainAddress(text)).toBe(false);
});
