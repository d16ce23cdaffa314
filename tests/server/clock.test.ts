import { expect, test } from "vitest";
import { startClock } from "../../app/server/clock";

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

test("a slow job never overlaps itself and does not hold up the others", async () => {
  let inside = 0;
  let most = 0;
  let quick = 0;
  const slow = async () => {
    most = Math.max(most, ++inside);
    await pause(40);
    inside -= 1;
  };
  const clock = startClock([
    { name: "slow", everyMs: 1, run: slow },
    { name: "quick", everyMs: 1, run: async () => void quick++ },
  ]);
  await pause(150);
  await clock.stop();
  expect(most).toBe(1);
  expect(quick).toBeGreaterThan(10);
});

test("a job that fails has its next turn all the same", async () => {
  let turns = 0;
  const fail = async () => {
    turns += 1;
    throw new Error("no");
  };
  const clock = startClock([{ name: "failing", everyMs: 1, run: fail }]);
  await pause(50);
  await clock.stop();
  expect(turns).toBeGreaterThan(2);
});

test("stopping tells the jobs, waits for what runs, begins nothing new", async () => {
  const told: string[] = [];
  const clock = startClock([
    {
      name: "one",
      everyMs: 1,
      async run(_now, signal) {
        told.push("begun");
        signal.addEventListener("abort", () => told.push("told"));
        await pause(60);
        told.push("ended");
      },
    },
  ]);
  await pause(20);
  await clock.stop();
  told.push("stopped");
  await pause(30);
  expect(told).toEqual(["begun", "told", "ended", "stopped"]);
});

test("stopping has its patience", async () => {
  const clock = startClock([{ name: "stuck", everyMs: 1, run: () => new Promise(() => undefined) }]);
  await pause(5);
  const before = Date.now();
  await clock.stop(50);
  expect(Date.now() - before).toBeLessThan(1000);
});
