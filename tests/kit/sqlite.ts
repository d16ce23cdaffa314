import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openSqlite } from "../../db/dialect/open-sqlite.server";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty SQLite file that each test file copies. */
    sqliteTemplate: string;
  }
}

/** Global set-up: migrates one file, once. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "tenten-tests-"));
  const file = join(folder, "template.sqlite");
  const store = openSqlite({ file });
  await store.migrate("db/migrations/sqlite");
  await store.close();
  project.provide("sqliteTemplate", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
