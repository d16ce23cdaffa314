import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { dialect } from "#db/dialect/index";

const engine = dialect === "postgres" ? "postgresql" : "sqlite";
const sqlFiles = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".sql"));

/** What drizzle-kit would add to the tree in `folder`. A rename question finds no terminal here and throws. */
function missingFrom(folder: string): string[] {
  const before = sqlFiles(folder);
  // drizzle-kit takes the folder from the working directory on.
  const options = ["--dialect", engine, "--schema", "db/schema.server.ts", "--casing", "snake_case"];
  const args = ["node_modules/drizzle-kit/bin.cjs", "generate", ...options, "--out", relative(process.cwd(), folder)];
  execFileSync(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], timeout: 50_000 });
  const added = sqlFiles(folder).filter((name) => !before.includes(name));
  return added.map((name) => readFileSync(join(folder, name), "utf8"));
}

// Each project checks its own engine's tree.
test(`db/migrations/${engine} is what the schema says (npm run db:generate)`, { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tenten-drift-"));
  const bait = mkdtempSync(join(tmpdir(), "tenten-drift-"));
  try {
    cpSync(join("db/migrations", engine), folder, { recursive: true });
    expect(missingFrom(folder)).toEqual([]);
    expect(missingFrom(bait).length).toBe(1);
  } finally {
    for (const each of [folder, bait]) rmSync(each, { recursive: true, force: true });
  }
});

test("both engines have the same number of migrations", () => {
  expect(sqlFiles("db/migrations/sqlite").length).toBe(sqlFiles("db/migrations/postgresql").length);
});
