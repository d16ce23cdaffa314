import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dialect } from "#db/dialect/index";
import { openSqlite } from "#db/dialect/open-sqlite.server";
import type { Store } from "#db/dialect/store";

const first = `CREATE TABLE campaigns (id text PRIMARY KEY, title text NOT NULL);
--> statement-breakpoint
CREATE TABLE tasks (id text PRIMARY KEY, campaign_id text NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE);`;
// What drizzle-kit writes when one default changes.
const rebuild = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_campaigns (id text PRIMARY KEY, title text DEFAULT 'x' NOT NULL);
--> statement-breakpoint
INSERT INTO __new_campaigns SELECT id, title FROM campaigns;--> statement-breakpoint
DROP TABLE campaigns;--> statement-breakpoint
ALTER TABLE __new_campaigns RENAME TO campaigns;--> statement-breakpoint
PRAGMA foreign_keys=ON;`;
const forgetful = rebuild.replace(
  "SELECT id, title FROM campaigns",
  "SELECT id, title FROM campaigns WHERE id <> 'c1'",
);

describe.runIf(dialect === "sqlite")("migrate", () => {
  let folder: string;
  let store: Store;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tenten-migrate-"));
    store = openSqlite({ file: join(folder, "test.sqlite") });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(...steps: string[]): string {
    const to = join(folder, `tree-${steps.length}`);
    mkdirSync(join(to, "meta"), { recursive: true });
    for (const [at, text] of steps.entries()) writeFileSync(join(to, `${at}.sql`), text);
    const entries = steps.map((_, idx) => ({
      idx,
      version: "6",
      when: 1000 + idx,
      tag: String(idx),
      breakpoints: true,
    }));
    writeFileSync(join(to, "meta/_journal.json"), JSON.stringify({ version: "7", dialect: "sqlite", entries }));
    return to;
  }
  function look<T>(statement: string): T[] {
    const db = new Database(join(folder, "test.sqlite"));
    try {
      return db.prepare(statement).pluck().all() as T[];
    } finally {
      db.close();
    }
  }
  async function layBait() {
    await store.migrate(write(first));
    const db = new Database(join(folder, "test.sqlite"));
    db.exec(
      "INSERT INTO campaigns VALUES ('c1', 'one'), ('c2', 'two'); INSERT INTO tasks VALUES ('t1', 'c1'), ('t2', 'c2')",
    );
    db.close();
  }

  test("child rows survive the rebuild of their parents' table", async () => {
    await layBait();
    await store.migrate(write(first, rebuild));
    expect(look("SELECT id FROM tasks ORDER BY id")).toEqual(["t1", "t2"]);
    expect(look("SELECT dflt_value FROM pragma_table_info('campaigns') WHERE name = 'title'")).toEqual(["'x'"]);
    const orphan = store.transact(async () => undefined);
    await expect(orphan).resolves.toBeUndefined();
  });

  test("a migration that would lose parents is refused and leaves everything as it was", async () => {
    await layBait();
    await expect(store.migrate(write(first, forgetful))).rejects.toThrow("without their parents");
    expect(look("SELECT id FROM campaigns ORDER BY id")).toEqual(["c1", "c2"]);
    expect(look("SELECT count(*) FROM __drizzle_migrations")).toEqual([1]);
  });

  test("a migration that fails half way is taken back, and each runs once however many processes start", async () => {
    await layBait();
    await expect(
      store.migrate(write(first, "CREATE TABLE notes (id text);--> statement-breakpoint\nBROKEN")),
    ).rejects.toThrow();
    expect(look("SELECT name FROM sqlite_schema WHERE name = 'notes'")).toEqual([]);
    const other = openSqlite({ file: join(folder, "test.sqlite") });
    const tree = write(first, rebuild);
    await Promise.all([store.migrate(tree), other.migrate(tree), store.migrate(tree)]);
    await other.close();
    expect(look("SELECT count(*) FROM __drizzle_migrations")).toEqual([2]);
  });
});
