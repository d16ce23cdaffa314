import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { groupCommit } from "#db/dialect/group-commit.server";
import { dialect } from "#db/dialect/index";

// What drizzle could not express: a full disk and a commit that fails, on a bare connection.
describe.runIf(dialect === "sqlite")("groupCommit", () => {
  let writer: Database.Database;
  let group: ReturnType<typeof groupCommit>;
  beforeEach(() => {
    writer = new Database(":memory:");
    writer.pragma("foreign_keys = ON");
    writer.exec("CREATE TABLE parents (id PRIMARY KEY); CREATE TABLE notes (text, parent REFERENCES parents(id))");
    group = groupCommit({ writer, makeTx: () => undefined as never, patience: 100, limit: 1000 });
  });
  afterEach(() => writer.close());

  const add = (text: string, parent: string | null = null) =>
    group.transact(async () => {
      writer.prepare("INSERT INTO notes VALUES (?, ?)").run(text, parent);
      return text.slice(0, 10);
    });
  const outcomes = async (works: Promise<string>[]) =>
    (await Promise.allSettled(works)).map((one) => (one.status === "fulfilled" ? one.value : one.reason.code));
  const kept = () => writer.prepare("SELECT substr(text, 1, 10) FROM notes").pluck().all();

  test("a full disk refuses the work that met it, keeps the others, and is over when there is room", async () => {
    writer.pragma("max_page_count = 20");
    const large = "x".repeat(200_000);
    expect(await outcomes([add("an"), add(large), add("binh")])).toEqual(["an", "SQLITE_FULL", "binh"]);
    writer.pragma("max_page_count = 1000");
    expect(await outcomes([add(large)])).toEqual(["xxxxxxxxxx"]);
    expect(kept()).toEqual(["an", "binh", "xxxxxxxxxx"]);
  });

  test("when the commit fails nobody is told that their work was kept", async () => {
    const orphan = group.transact(async () => {
      writer.pragma("defer_foreign_keys = ON"); // so that only COMMIT finds the missing parent
      writer.prepare("INSERT INTO notes VALUES ('orphan', 'nobody')").run();
      return "orphan";
    });
    expect(await outcomes([add("an"), orphan, add("binh")])).toEqual(Array(3).fill("SQLITE_CONSTRAINT_FOREIGNKEY"));
    expect(kept()).toEqual([]);
    expect(await outcomes([add("after")])).toEqual(["after"]);
    expect(kept()).toEqual(["after"]);
  });

  test("works that come while the group runs join it; those of one caller keep their order", async () => {
    const joined: Promise<string>[] = [];
    const first = group.transact(async () => {
      joined.push(add("second"), add("third"));
      return "first";
    });
    await first;
    await Promise.all(joined);
    expect([kept(), group.load()]).toEqual([["second", "third"], { waiting: 0, works: 3, commits: 1 }]);
    await group.settled();
  });
});
