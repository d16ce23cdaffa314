import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSealedFile, sealFile } from "../../app/server/sealed-file";

const folder = mkdtempSync(join(tmpdir(), "tenten-sealed-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

test("a backup opens with any secret in force, with no other, and not when a byte was changed", async () => {
  const words = Buffer.from("Nguyễn Đức An ".repeat(20_000));
  writeFileSync(at("plain"), words);
  await sealFile(at("plain"), at("sealed"), "old secret");
  await openSealedFile(at("sealed"), at("opened"), ["new secret", "old secret"]);
  expect(readFileSync(at("opened")).equals(words)).toBe(true);
  expect(readFileSync(at("sealed")).includes("Nguyễn")).toBe(false);

  await expect(openSealedFile(at("sealed"), at("other"), ["new secret"])).rejects.toThrow("None of the secrets");
  const changed = readFileSync(at("sealed"));
  changed[1000] = (changed[1000] ?? 0) ^ 1;
  writeFileSync(at("changed"), changed);
  await expect(openSealedFile(at("changed"), at("other"), ["old secret"])).rejects.toThrow("None of the secrets");
  await expect(openSealedFile(at("plain"), at("other"), ["old secret"])).rejects.toThrow("is not a backup");
});
