import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuild } from "../../bin/setup.mjs";

const folder = mkdtempSync(join(tmpdir(), "tenten-backup-"));
const file = join(folder, "tenten.sqlite");
const backups = join(folder, "backups");
beforeAll(async () => {
  await ensureBuild();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(name: string, args: string[] = [], secrets = "the-newest-secret-of-this-installation") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`build/process/${name}.js`, ...args], {
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATA_DIR: folder,
      PUBLIC_ORIGIN: "http://localhost:3000",
      APP_SECRETS: secrets,
    },
  });
  return { status, said: stdout + stderr };
}

function names(): string[] {
  const db = new Database(file, { readonly: true });
  const found = db.prepare("select name from organization").pluck().all() as string[];
  db.close();
  return found;
}

function write(name: string): void {
  const db = new Database(file);
  db.prepare(
    "insert into organization (id, name, zone, locale, set_up_at) values ('organization', ?, 'UTC', 'vi', 0) on conflict (id) do update set name = excluded.name",
  ).run(name);
  db.close();
}

test("a backup brings yesterday back, and letters wait until somebody has looked at them", () => {
  expect(command("migrate")).toEqual({ status: 0, said: "The database has the newest schema.\n" });
  write("Yesterday");
  expect(command("backup").status).toBe(0);
  const [backup = ""] = readdirSync(backups);
  expect(readdirSync(backups)).toEqual([expect.stringMatching(/^tenten-\d{8}T\d{6}Z\.backup$/)]);
  expect(readFileSync(join(backups, backup)).includes("Yesterday")).toBe(false);

  write("Today");
  expect(command("restore", [join(backups, backup), "--check"]).said).toContain("is whole and opens");
  expect(names()).toEqual(["Today"]);

  const restored = command(
    "restore",
    [join(backups, backup)],
    "a-still-newer-secret-of-this-place-1,the-newest-secret-of-this-installation",
  );
  expect(restored.said).toContain("Letters are held");
  expect(names()).toEqual(["Yesterday"]);
  const db = new Database(file, { readonly: true });
  expect(db.prepare("select scope, paused_by from outbox_pauses").all()).toEqual([
    { scope: "all", paused_by: "restore" },
  ]);
  db.close();
  const aside = readdirSync(folder).find((name) => name.startsWith("tenten.sqlite.before-")) ?? "";
  const before = new Database(join(folder, aside), { readonly: true });
  expect(before.prepare("select name from organization").pluck().all()).toEqual(["Today"]);
  before.close();
});

test("an uploaded file comes back with the database that names it, and a damaged copy of it is told", () => {
  const bytes = Buffer.from("Biên bản nghiệm thu");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const stored = join(folder, "files", sha256.slice(0, 2), sha256);
  mkdirSync(dirname(stored), { recursive: true });
  writeFileSync(stored, bytes);
  const db = new Database(file);
  db.prepare(
    "insert into files (id, sha256, name, type, size, uploaded_at) values ('one', ?, 'bien-ban.txt', 'text/plain', ?, 0)",
  ).run(sha256, bytes.length);
  db.close();
  const apart = join(folder, "apart");
  expect(command("backup", [apart]).said).toContain("1 new uploaded files");
  expect(command("backup", [apart]).said).toContain("0 new uploaded files");
  const [backup = ""] = readdirSync(apart).filter((name) => name.endsWith(".backup"));
  const sealed = join(apart, "files", sha256.slice(0, 2), `${sha256}.sealed`);
  expect(readFileSync(sealed).includes("nghiệm thu")).toBe(false);

  rmSync(stored);
  expect(command("restore", [join(apart, backup), "--check"]).said).toContain("with 1 uploaded files");
  expect(existsSync(stored)).toBe(false);
  expect(command("restore", [join(apart, backup)]).said).toContain("Restored.");
  expect(readFileSync(stored).equals(bytes)).toBe(true);
  rmSync(stored);
  expect(command("restore", [apart]).said).toBe("1 uploaded files are back in place.\n");

  const damaged = readFileSync(sealed);
  damaged[damaged.length - 20] = (damaged.at(-20) as number) ^ 1;
  writeFileSync(sealed, damaged);
  expect(command("restore", [join(apart, backup), "--check"])).toEqual({
    status: 1,
    said: `None of the secrets in APP_SECRETS opens ${sealed}, or the file was changed.\n`,
  });
});

test("nothing is restored under a process that runs", () => {
  const [backup = ""] = readdirSync(backups);
  const running = new Database(file);
  running.prepare("select count(*) from organization").get();
  expect(command("restore", [join(backups, backup)])).toEqual({
    status: 1,
    said: "TenTen is running with this database. Stop it first, then restore.\n",
  });
  running.close();
  expect(names()).toEqual(["Yesterday"]);
});

test("a backup that cannot be opened changes nothing and says why", () => {
  write("Today");
  const [backup = ""] = readdirSync(backups);
  writeFileSync(join(folder, "nonsense"), "nonsense".repeat(100));
  expect(command("restore", [join(backups, backup)], "another-installation-has-another-secret").said).toContain(
    "None of the secrets",
  );
  expect(command("restore", [join(folder, "nonsense")]).said).toContain("is not a backup");
  expect(command("restore").said).toContain("Say which");
  expect(names()).toEqual(["Today"]);
});
