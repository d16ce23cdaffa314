import { expect, test } from "vitest";
import { afterFailure, nextConcurrency, relayRest } from "~/features/outbox/rules";

const now = new Date("2025-09-01T01:00:00Z");
const attempt = { failure: "temporary" as const, attempts: 1, writtenAt: now, sendBy: null, now, chance: 0.5 };
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);

test("the next try comes after 1, 2, 5, 15, 30, 60 minutes and then hourly", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 30].map((attempts) => afterFailure({ ...attempt, attempts }));
  expect(waits).toEqual([1, 2, 5, 15, 30, 60, 60, 60].map((n) => ({ state: "queued", dueAt: minutes(n) })));
});

test("tries are spread by a quarter to both sides, never sooner than a minute", () => {
  expect(afterFailure({ ...attempt, attempts: 6, chance: 0 })).toEqual({ state: "queued", dueAt: minutes(45) });
  expect(afterFailure({ ...attempt, attempts: 6, chance: 1 })).toEqual({ state: "queued", dueAt: minutes(75) });
  expect(afterFailure({ ...attempt, attempts: 1, chance: 0 })).toEqual({ state: "queued", dueAt: minutes(1) });
});

test("a lasting refusal ends the letter, five days of trouble end it, its last useful moment ends it", () => {
  expect(afterFailure({ ...attempt, failure: "permanent" })).toEqual({ state: "failed" });
  expect(afterFailure({ ...attempt, attempts: 100, writtenAt: minutes(-5 * 24 * 60 + 60) })).toEqual({
    state: "queued",
    dueAt: minutes(60),
  });
  expect(afterFailure({ ...attempt, attempts: 100, writtenAt: minutes(-5 * 24 * 60 + 59) })).toEqual({
    state: "failed",
  });
  expect(afterFailure({ ...attempt, sendBy: minutes(1) })).toEqual({ state: "expired" });
});

test("a relay that says too many gets half, and one more after each quiet batch", () => {
  expect([
    nextConcurrency(5, 5, true),
    nextConcurrency(1, 5, true),
    nextConcurrency(2, 5, false),
    nextConcurrency(5, 5, false),
  ]).toEqual([2, 1, 3, 5]);
});

test("a relay out of reach rests longer each time, a minute at most", () => {
  expect([1, 2, 3, 5, 50].map(relayRest)).toEqual([4_000, 8_000, 16_000, 60_000, 60_000]);
});
