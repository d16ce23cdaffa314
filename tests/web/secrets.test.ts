import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetEnv } from "~/web/env.server";
import {
  deriveToken,
  hashToken,
  newCode,
  newToken,
  seal,
  sign,
  signingKeyId,
  unseal,
  verify,
} from "~/web/secrets.server";

const first = "first-secret-first-secret-first-secret";
const second = "second-secret-second-secret-second-secret";
const secretsAre = (...secrets: string[]) => {
  process.env.APP_SECRETS = secrets.join(",");
  forgetEnv();
};
const had = process.env.APP_SECRETS;
beforeEach(() => secretsAre(first));
afterEach(() => {
  if (had === undefined) delete process.env.APP_SECRETS;
  else process.env.APP_SECRETS = had;
  forgetEnv();
});

test("what was sealed opens again, also after the secrets were rotated, and not once the old one is gone", () => {
  const text = "Kính gửi: Ông Nguyễn Đức Trung 😀 https://tenten.example/rsvp/abc".repeat(50);
  const sealed = seal(text);
  expect(sealed).not.toContain("rsvp");
  secretsAre(second, first);
  expect(unseal(sealed)).toBe(text);
  secretsAre(second);
  expect(unseal(sealed)).toBeNull();
});

test("a sealed text that was touched anywhere does not open", () => {
  const sealed = seal("thư mời");
  const at = sealed.length - 4;
  expect(unseal(`${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`)).toBeNull();
  expect([unseal(""), unseal("x.y"), unseal(sealed.slice(0, 20))]).toEqual([null, null, null]);
});

test("the same words make the same token under the same secret and another under another", () => {
  const kid = signingKeyId();
  const token = deriveToken("participant:1", "rsvp");
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(deriveToken("participant:2", "rsvp")).not.toBe(token);
  expect(deriveToken("participant:1", "feed")).not.toBe(token);
  secretsAre(second, first);
  expect(deriveToken("participant:1", "rsvp", kid)).toBe(token);
  expect(deriveToken("participant:1", "rsvp")).not.toBe(token);
  secretsAre(second);
  expect(deriveToken("participant:1", "rsvp", kid)).toBeNull();
});

test("a signature holds for its words and its purpose only", () => {
  const signature = sign("hello", "cookie");
  expect([
    verify("hello", signature, "cookie"),
    verify("hallo", signature, "cookie"),
    verify("hello", signature, "feed"),
  ]).toEqual([true, false, false]);
  expect([verify("hello", "", "cookie"), verify("hello", `${signature}x`, "cookie")]).toEqual([false, false]);
});

test("tokens are 256 bits, codes are six digits, hashes hide them", () => {
  expect(new Set(Array.from({ length: 100 }, newToken)).size).toBe(100);
  expect(newCode()).toMatch(/^\d{6}$/);
  expect(hashToken("a")).not.toBe(hashToken("b"));
});
