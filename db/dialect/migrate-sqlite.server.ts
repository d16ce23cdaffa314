import type Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";

/**
 * Applies what is missing, all or nothing, in drizzle's own journal table.
 * drizzle-kit rebuilds a table by DROP. With foreign keys on, that deletes every child row in silence, and the PRAGMA
 * in its files does nothing inside a transaction: so they are off before it begins, and checked before it commits.
 */
export function migrateSqlite(writer: Database.Database, folder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  writer.pragma("busy_timeout = 10000");
  writer.pragma("foreign_keys = OFF");
  try {
    writer.exec("BEGIN IMMEDIATE");
    writer.exec(
      "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)",
    );
    const last = writer.prepare("SELECT max(created_at) AS at FROM __drizzle_migrations").pluck().get() as
      | number
      | null;
    const note = writer.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)");
    const missing = migrations.filter((migration) => last === null || migration.folderMillis > last);
    for (const migration of missing) {
      for (const statement of migration.sql) writer.exec(statement);
      note.run(migration.hash, migration.folderMillis);
    }
    const broken = missing.length > 0 ? (writer.pragma("foreign_key_check") as unknown[]) : [];
    if (broken.length > 0) {
      throw new Error(`The migration would leave rows without their parents: ${JSON.stringify(broken.slice(0, 3))}`);
    }
    writer.exec("COMMIT");
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  } finally {
    writer.pragma("foreign_keys = ON");
    writer.pragma("busy_timeout = 0");
  }
}
