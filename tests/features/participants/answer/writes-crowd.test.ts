import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { letters } from "#db/schema.server";
import type { Wish } from "~/features/participants/answer/rules";
import { answerByLink } from "~/features/participants/answer/writes.server";
import { countAnswers, countSeatsTaken } from "~/features/participants/reads.server";
import { useDatabase } from "../../../kit/database";
import { makeEvent, makeInvited, makeOrganization, makePoint, now } from "../../../kit/makers";

useDatabase();

const names = (n: number) => Array.from({ length: n }, (_, i) => `Đại biểu ${i + 1}`);
const press = (token: string, wish: Wish) => transact((tx) => answerByLink(tx, { token, wish, now }));

async function crowd(people: number, seats: number, over = {}) {
  return await transact(async (tx) => {
    await makeOrganization(tx);
    const event = await makeEvent(tx, { capacity: seats, ...over });
    return { event, guests: await makeInvited(tx, event, names(people)) };
  });
}

const lettersOf = (kind: string) => read.$count(letters, eq(letters.kind, kind));

function sum(answers: { ok: boolean; reason?: string }[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { ok, reason } of answers) {
    const word = ok ? "yes" : (reason ?? "");
    all[word] = (all[word] ?? 0) + 1;
  }
  return all;
}

test("200 people at once for 50 seats: exactly 50 come, 150 are told that it is full", {
  timeout: 120_000,
}, async () => {
  const { event, guests } = await crowd(200, 50);
  const answers = await Promise.all(guests.map(({ token }) => press(token, { answer: "yes" })));
  expect(sum(answers)).toEqual({ yes: 50, full: 150 });
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(50);
  expect(await countAnswers(read, { eventId: event.id })).toMatchObject({ invited: 200, confirmed: 50, silent: 150 });
  expect([await lettersOf("rsvp-confirmed"), await lettersOf("rsvp-too-late")]).toEqual([50, 150]);
});

test("one person's ten presses at once, yes and no, leave one answer and as many seats as it says", {
  timeout: 60_000,
}, async () => {
  const { event, guests } = await crowd(1, 1);
  const { token } = guests[0]!;
  const wishes: Wish[] = Array.from({ length: 10 }, (_, i) => ({ answer: i % 2 ? "no" : "yes" }));
  const answers = await Promise.all(wishes.map((wish) => press(token, wish)));
  expect(sum(answers)).toEqual({ yes: 10 });
  const { confirmed, declined } = await countAnswers(read, { eventId: event.id });
  expect(confirmed + declined).toBe(1);
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(confirmed);
});

test("ten presses at once on one substitute make one substitute with one letter", { timeout: 60_000 }, async () => {
  const { event, guests } = await crowd(1, 1);
  const { token } = guests[0]!;
  const substitute = { name: "Trần Thị Bình", position: "", email: "binh@lamgiang.example", phone: "" };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => press(token, { answer: "substitute", substitute })),
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(1);
  expect(await lettersOf("substitute-invitation")).toBe(1);
});

test("people who change places at once never fill a point beyond its seats", { timeout: 60_000 }, async () => {
  const { event, guests } = await crowd(12, 12, { guestsChoosePoint: true });
  const other = await transact((tx) => makePoint(tx, event, { name: "Xã Kỳ Lâm", capacity: 4 }));
  for (const { token } of guests) await press(token, { answer: "yes" });
  const answers = await Promise.all(guests.map(({ token }) => press(token, { answer: "yes", pointId: other.id })));
  expect(sum(answers)).toEqual({ yes: 4, full: 8 });
  expect([
    await countSeatsTaken(read, { pointId: other.id }),
    await countSeatsTaken(read, { pointId: event.main.id }),
  ]).toEqual([4, 8]);
});
