import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { closeDatabase, type OpenOptions, openDatabase } from "../../db/client.server";
import { dialect } from "../../db/dialect/index";
import { query, TEMPLATE } from "./postgres";

export interface TestDatabase {
  /** What another process needs to open the same database; throws before beforeAll. */
  env(): { DATABASE_URL: string; DATA_DIR: string };
}

/**
 * A fresh, migrated database for this test file on the project's engine, open behind `read` and `transact`.
 * Emptied before each test, unless `keep` says that the file's tests build on each other. DATA_DIR is its own too.
 */
export function useDatabase({ keep = false, ...options }: OpenOptions & { keep?: boolean } = {}): TestDatabase {
  let folder = "";
  let url = "";
  let used = false;
  const hadDataDir = process.env.DATA_DIR;
  const server = () => inject("postgresServer");
  const open = async () => {
    if (dialect === "sqlite") {
      const file = join(folder, "tenten.sqlite");
      for (const ending of ["-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
      copyFileSync(inject("sqliteTemplate"), file);
      url = `file:${file}`;
      await openDatabase({ ...options, file });
    } else await openDatabase({ ...options, url });
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tenten-test-"));
    process.env.DATA_DIR = folder;
    if (dialect === "postgres") {
      const name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
      await query(`${server()}/postgres`, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      url = `${server()}/${name}`;
    }
    await open();
  });
  beforeEach(async () => {
    if (used && !keep) {
      if (dialect === "postgres") await truncateAll(url);
      else {
        await closeDatabase();
        await open();
      }
    }
    used = true;
  });
  afterAll(async () => {
    await closeDatabase();
    if (dialect === "postgres")
      await query(`${server()}/postgres`, `DROP DATABASE ${url.split("/").at(-1)} WITH (FORCE)`);
    rmSync(folder, { recursive: true, force: true });
    if (hadDataDir === undefined) delete process.env.DATA_DIR;
    else process.env.DATA_DIR = hadDataDir;
  });
  return {
    env() {
      if (!url) throw new Error("The test database opens in beforeAll: ask inside a test.");
      return { DATABASE_URL: url, DATA_DIR: folder };
    },
  };
}

/** TRUNCATE, because the rows of an append-only table refuse DELETE. */
async function truncateAll(url: string): Promise<void> {
  await query(
    url,
    `DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' CASCADE'
      FROM pg_tables WHERE schemaname = 'public'); END $$`,
  );
}
