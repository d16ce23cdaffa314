import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { backupTo } from "#db/backup.server";
import { closeDatabase, databaseFile, openDatabase, read, transact } from "#db/client.server";
import { dialect } from "#db/dialect/index";
import { guests, makePlace, places, useProbe } from "./probe";

const database = useProbe({ patience: 400, limit: 500 });
const ask = (name: string) => sql<string>`current_setting(${name})`;
const pragma = (name: string) => sql<number | string>`(select * from ${sql.raw(`pragma_${name}`)})`;

describe.runIf(dialect === "sqlite")("SQLite", () => {
  test("keeps its promises on both connections, after the first query too", async () => {
    const names = [
      "synchronous",
      "journal_mode",
      "foreign_keys",
      "trusted_schema",
      "temp_store",
      "cell_size_check",
    ] as const;
    const wish = Object.fromEntries(names.map((name) => [name, pragma(name)]));
    const expected = {
      synchronous: 2,
      journal_mode: "wal",
      foreign_keys: 1,
      trusted_schema: 0,
      temp_store: 2,
      cell_size_check: 1,
    };
    await makePlace();
    expect(await read.select(wish).from(places)).toEqual([expected]);
    expect(await transact((tx) => tx.select(wish).from(places))).toEqual([expected]);
  });

  test("waits for another process without stopping the event loop, and gives up after its patience", async () => {
    const placeId = await makePlace();
    const other = new Database(databaseFile() ?? "", { timeout: 0 });
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    const give = (email: string) => transact((tx) => tx.insert(guests).values({ placeId, email }));
    other.exec("BEGIN IMMEDIATE");
    setTimeout(() => other.exec("COMMIT"), 150);
    await give("patient");
    expect(turns).toBeGreaterThan(10);
    other.exec("BEGIN IMMEDIATE");
    await expect(give("too long")).rejects.toThrow("locked");
    other.exec("COMMIT");
    await give("after");
    clearInterval(ticking);
    other.close();
    expect((await read.select({ email: guests.email }).from(guests)).map((g) => g.email).sort()).toEqual([
      "after",
      "patient",
    ]);
  });

  test("a work that never ends is taken back and the next one goes on", async () => {
    const placeId = await makePlace();
    const stuck = transact(async (tx) => {
      await tx.insert(guests).values({ placeId, email: "stuck" });
      await new Promise(() => undefined);
    });
    await expect(stuck).rejects.toThrow("longer than 500 ms");
    await transact((tx) => tx.insert(guests).values({ placeId, email: "next" }));
    expect((await read.select({ email: guests.email }).from(guests)).map((g) => g.email)).toEqual(["next"]);
  });

  test("a backup is whole, checked, and leaves no half file", async () => {
    const id = await makePlace();
    const folder = mkdtempSync(join(tmpdir(), "tenten-backup-"));
    const file = join(folder, "copies", "tenten.sqlite");
    const copy = backupTo(file, databaseFile() ?? "");
    expect(copy).toEqual({ file, bytes: statSync(file).size });
    const db = new Database(file, { readonly: true });
    expect(db.prepare("SELECT id FROM probe_places").pluck().all()).toEqual([id]);
    db.close();
    expect(() => backupTo(file, join(folder, "missing.sqlite"))).toThrow("no database");
    rmSync(folder, { recursive: true });
  });
});

describe.runIf(dialect === "postgres")("PostgreSQL", () => {
  test("reads in read-only transactions and writes in serializable, durable ones", async () => {
    await makePlace();
    const wish = {
      isolation: ask("transaction_isolation"),
      readOnly: ask("transaction_read_only"),
      durable: ask("synchronous_commit"),
    };
    expect(await transact((tx) => tx.select(wish).from(places))).toEqual([
      { isolation: "serializable", readOnly: "off", durable: "on" },
    ]);
    expect(await read.select({ readOnly: wish.readOnly }).from(places)).toEqual([{ readOnly: "on" }]);
    expect(() => backupTo("x")).toThrow("pg_dump");
  });
});

test("nothing works while no database is open, and only one opens at a time", async () => {
  const placeId = await makePlace();
  const { DATABASE_URL: url } = database.env();
  await expect(openDatabase({ url })).rejects.toThrow("already");
  await closeDatabase();
  expect(() => read.select()).toThrow("not open");
  await expect(transact(async () => 1)).rejects.toThrow("not open");
  await openDatabase({ url });
  expect(await read.select({ id: places.id }).from(places).where(eq(places.id, placeId))).toEqual([{ id: placeId }]);
  await expect(openDatabase({ url: dialect === "sqlite" ? "postgres://x" : "file:x" })).rejects.toThrow();
});
