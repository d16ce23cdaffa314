import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startChild } from "../kit/child";
import { findPostgres } from "../kit/find-postgres";
import { query, startPostgres } from "../kit/postgres";
import { ledgerDdl } from "./ledger";

const CUTS = Number(process.env.CHAOS_CUTS) || 12;
const FIRST_SEED = Number(process.env.CHAOS_SEED) || Math.floor(Math.random() * 1e6);
const root = mkdtempSync(join(tmpdir(), "tenten-cut-"));
const shim = join(root, "power-cut.so");
const writers = "tests/chaos/children/write-forever.ts";

// The disk that forgets is a small C library for Linux. Without a compiler the tests are counted as skipped.
const hasCompiler = process.platform === "linux" && spawnSync("cc", ["--version"]).status === 0;
if (!hasCompiler) console.warn("!!  No C compiler (cc) or not Linux: the power cuts on SQLite are SKIPPED.");

beforeAll(() => {
  if (!hasCompiler) return;
  execFileSync("cc", ["-shared", "-fPIC", "-O1", "-o", shim, "tests/chaos/power-cut.c", "-ldl"], { stdio: "pipe" });
  console.log(`power cuts: ${CUTS}, first seed ${FIRST_SEED} (CHAOS_CUTS, CHAOS_SEED)`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Repeatable: the same seed cuts after the same number of disk operations, from the first page to past a checkpoint. */
const operationsFor = (seed: number) => 30 + (((seed * 2_654_435_761) % 4_000_000_000) % 5000);

/** One life and one power cut; then the disk as the cut left it is opened again. */
async function cutOnce(seed: number, synchronous: "FULL" | "NORMAL") {
  const folder = mkdtempSync(join(root, `${synchronous}-`));
  const live = join(folder, "live");
  const durable = join(folder, "durable");
  mkdirSync(live);
  const fresh = new Database(join(live, "tenten.sqlite"));
  fresh.pragma("journal_mode = WAL");
  fresh.exec(ledgerDdl);
  fresh.close();
  cpSync(live, durable, { recursive: true });
  const child = startChild(writers, [synchronous], {
    DATABASE_URL: `file:${join(live, "tenten.sqlite")}`,
    LD_PRELOAD: shim,
    CUT_LIVE: live,
    CUT_DURABLE: durable,
    CUT_AFTER: String(operationsFor(seed)),
    CUT_SEED: String(seed),
  });
  await child.gone;
  const db = new Database(join(durable, "tenten.sqlite"));
  const integrity = db.pragma("integrity_check", { simple: true });
  const kept = new Set(db.prepare("SELECT id FROM ledger").pluck().all());
  db.close();
  const acknowledged = child.lines.filter((line) => line !== "open");
  return { acknowledged: acknowledged.length, lost: acknowledged.filter((id) => !kept.has(id)).length, integrity };
}

async function cutMany(cuts: number, synchronous: "FULL" | "NORMAL") {
  const sum = { acknowledged: 0, lost: 0, damaged: 0 };
  for (let cut = 0; cut < cuts; cut += 1) {
    const one = await cutOnce(FIRST_SEED + cut, synchronous);
    sum.acknowledged += one.acknowledged;
    sum.lost += one.lost;
    sum.damaged += one.integrity === "ok" ? 0 : 1;
  }
  console.log(`${synchronous}: ${cuts} power cuts, ${sum.acknowledged} acknowledged, ${sum.lost} lost`);
  return sum;
}

describe.runIf(hasCompiler)("a power cut on SQLite", () => {
  test(`loses nothing that was acknowledged, in ${CUTS} cuts`, { timeout: 60_000 + CUTS * 10_000 }, async () => {
    const sum = await cutMany(CUTS, "FULL");
    expect(sum).toEqual({ acknowledged: expect.any(Number), lost: 0, damaged: 0 });
    expect(sum.acknowledged).toBeGreaterThan(CUTS * 20);
  });

  test("would lose answers under synchronous=NORMAL, so the test can see a loss", async () => {
    const sum = await cutMany(4, "NORMAL");
    expect(sum.damaged).toBe(0);
    expect(sum.lost).toBeGreaterThan(0);
  });
});

describe.runIf(findPostgres())("PostgreSQL stopped in the middle", () => {
  test("loses nothing that was acknowledged", async () => {
    const server = await startPostgres(findPostgres() ?? "", { durable: true });
    try {
      const url = `${server.url}/postgres`;
      await query(url, ledgerDdl);
      const acknowledged: string[] = [];
      for (let stop = 0; stop < 3; stop += 1) {
        const child = startChild(writers, [], { DATABASE_URL: url });
        await child.says("open");
        await new Promise((later) => setTimeout(later, 200 + 137 * stop));
        await server.stop("immediate");
        await child.kill();
        acknowledged.push(...child.lines.filter((line) => line !== "open"));
        await server.start();
      }
      const kept = new Set((await query(url, "SELECT id FROM ledger")).rows.map((row) => row.id));
      expect(acknowledged.length).toBeGreaterThan(50);
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    } finally {
      await server.remove();
    }
  });
});
