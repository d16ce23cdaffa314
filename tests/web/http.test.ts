import { expect, test } from "vitest";
import { localPath, seeOther } from "~/web/http.server";

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "/\tevil.example",
  "/\r\nSet-Cookie: a=b",
  "/%5cevil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/x/..//evil.example",
  "/%2e%2e//evil.example",
  "/./%2E//evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  " //evil.example",
  "evil.example",
  "",
  null,
])("%j leads nowhere outside", (wished) => {
  expect(localPath(wished, "/home")).toBe("/home");
});

test.each([
  ["/", "/"],
  ["/events?when=past&q=a%20b#list", "/events?when=past&q=a%20b#list"],
  ["/events/../units", "/units"],
  ["/search?q=hội nghị", "/search?q=h%E1%BB%99i%20ngh%E1%BB%8B"],
  ["/．．//evil", "/%EF%BC%8E%EF%BC%8E//evil"],
])("%s is a path of ours, written so that a header takes it", (wished, path) => {
  expect(localPath(wished, "/home")).toBe(path);
  expect(seeOther(localPath(wished, "/home")).headers.get("Location")).toBe(path);
});
