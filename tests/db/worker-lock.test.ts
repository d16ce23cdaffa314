import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { dialect } from "#db/dialect/index";
import { holdWorkerLock, isWorkerDead } from "#db/worker-lock.server";
import { type Child, startChild } from "../kit/child";
import { useDatabase } from "../kit/database";

const database = useDatabase();
const children: Child[] = [];
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()));
});

test("a worker lives as long as it holds its lock, seen from its own process too", async () => {
  const lock = await holdWorkerLock("worker-1");
  expect([lock.held(), await isWorkerDead("worker-1"), await isWorkerDead("worker-2")]).toEqual([true, false, true]);
  await expect(holdWorkerLock("worker-1")).rejects.toThrow("worker-1");
  expect(await isWorkerDead("worker-1")).toBe(false);
  await lock.release();
  expect([lock.held(), await isWorkerDead("worker-1")]).toEqual([false, true]);
});

test("a killed worker is dead at once; its neighbour is not", async () => {
  const victim = startChild("tests/db/children/hold-lock.ts", ["victim"], database.env());
  const neighbour = startChild("tests/db/children/hold-lock.ts", ["neighbour"], database.env());
  children.push(victim, neighbour);
  await Promise.all([victim.says("held"), neighbour.says("held")]);
  expect([await isWorkerDead("victim"), await isWorkerDead("neighbour")]).toEqual([false, false]);
  await victim.kill();
  // PostgreSQL's server needs a moment to read the closed socket; the kernel none.
  await expect
    .poll(() => isWorkerDead("victim"), { timeout: dialect === "sqlite" ? 50 : 1000, interval: 10 })
    .toBe(true);
  expect(await isWorkerDead("neighbour")).toBe(false);
});

test.runIf(dialect === "sqlite")("dead workers leave no files, and an id cannot name a file elsewhere", async () => {
  expect(readdirSync(join(database.env().DATA_DIR, "workers"))).toEqual(["neighbour.lock"]);
  expect(await isWorkerDead("neighbour")).toBe(true);
  expect(readdirSync(join(database.env().DATA_DIR, "workers"))).toEqual([]);
  await expect(holdWorkerLock("../elsewhere")).rejects.toThrow("letters");
});
