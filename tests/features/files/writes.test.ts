import { existsSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { dropStored, filesFolder, incomingFile, storedAt, storeFile } from "#db/file-store.server";
import { writeFile } from "node:fs/promises";
import { sweepOrphanFiles } from "~/features/files/jobs.server";
import { findFile } from "~/features/files/reads.server";
import { keepFile } from "~/features/files/writes.server";
import { useDatabase } from "../../kit/database";
import { makeActor, now } from "../../kit/makers";

useDatabase();

const hash = (letter: string) => letter.repeat(64);
const facts = (letter: string, name = "Báo cáo.pdf") => ({
  sha256: hash(letter),
  name,
  type: "application/pdf",
  size: 5,
});
const day = 24 * 3_600_000;

async function store(letter: string, storedOn: Date): Promise<string> {
  const path = await incomingFile();
  await writeFile(path, "bytes");
  utimesSync(path, storedOn, storedOn);
  await storeFile(path, hash(letter));
  return storedAt(hash(letter));
}

test("the same bytes under the same name are the same file; under another name another", async () => {
  const [userId, ...ids] = await transact(async (tx) => {
    const { userId } = await makeActor(tx, "organizer");
    const keep = async (file: ReturnType<typeof facts>) =>
      (await keepFile(tx, { file, uploadedBy: userId, now })).fileId;
    return [
      userId,
      await keep(facts("a")),
      await keep(facts("a")),
      await keep(facts("a", "x.pdf")),
      await keep(facts("b")),
    ];
  });
  expect(ids.map((id) => ids.indexOf(id))).toEqual([0, 0, 2, 3]);
  expect(await findFile(read, { fileId: ids[0] as string })).toEqual({
    ...{ id: ids[0], ...facts("a"), uploadedBy: userId, uploadedAt: now },
  });
  expect(await findFile(read, { fileId: "nothing" })).toBe(null);
});

test("two people who hand in the same file at one moment both have it", async () => {
  const keep = () => transact((tx) => keepFile(tx, { file: facts("c"), uploadedBy: null, now }));
  const ids = (await Promise.all([keep(), keep(), keep(), keep()])).map(({ fileId }) => fileId);
  expect(new Set(ids).size).toBe(1);
});

test("the sweep takes what no row needs after a day, and nothing else", async () => {
  const old = new Date(now.getTime() - day - 1000);
  const young = new Date(now.getTime() - day + 1000);
  const [needed, orphan, fresh] = [await store("a", old), await store("b", old), await store("c", young)];
  const [broken, arriving] = [await incomingFile(), await incomingFile()];
  for (const path of [broken, arriving]) await writeFile(path, "half");
  utimesSync(broken, old, old);
  utimesSync(arriving, young, young);
  const stranger = join(filesFolder(), "aa", "notes.txt");
  await writeFile(stranger, "not ours");
  utimesSync(stranger, old, old);
  await transact((tx) => keepFile(tx, { file: facts("a"), uploadedBy: null, now }));
  await sweepOrphanFiles(now);
  expect([needed, orphan, fresh, broken, arriving, stranger].map((path) => existsSync(path))).toEqual([
    ...[true, false, true, false, true, true],
  ]);
});

test("bytes that come again while the sweep looks at them stay", async () => {
  const before = new Date(now.getTime() - day);
  const place = await store("d", now);
  await dropStored(hash("d"), before);
  expect(existsSync(place)).toBe(true);
  await dropStored(hash("e"), before);
  expect(readdirSync(join(filesFolder(), "incoming")).filter((name) => name.startsWith("e"))).toEqual([]);
});
