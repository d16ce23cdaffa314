import { afterEach, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { letters } from "#db/schema.server";
import { openTransport } from "#emails/transport.server";
import { openPostman } from "~/features/outbox/jobs.server";
import { findLetter, letterCounts, listLetters, queueFacts, refusedRecipients } from "~/features/outbox/reads.server";
import { everyLetter } from "~/features/outbox/rules";
import {
  cancelLetter,
  cancelLetters,
  enqueue,
  pauseLetters,
  resendLetter,
  resumeLetters,
} from "~/features/outbox/writes.server";
import { useDatabase } from "../../kit/database";
import { startSmtpSink, type SinkOptions } from "../../kit/smtp";

useDatabase();
const now = new Date("2025-09-01T01:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const letter = (name: string, address = `${name}@lamgiang.example`) => ({
  to: { name, address },
  subject: `Giấy mời ${name}`,
  html: `<p>Kính gửi ${name}</p>`,
  text: `Kính gửi ${name}`,
});
const reason = (name: string, over: { topic?: string; sendBy?: Date; dueAt?: Date } = {}) => ({
  key: `invitation:${name}`,
  kind: "invitation",
  topic: "event:1",
  recipient: `participant:${name}`,
  locale: "vi" as const,
  now,
  ...over,
});
const write = (...names: string[]) =>
  transact(async (tx) => {
    for (const name of names) await enqueue(tx, letter(name), reason(name));
  });

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function postOffice(options: SinkOptions = {}, atOnce = 1) {
  const sink = await startSmtpSink(options);
  const carrier = openTransport({ smtpUrl: sink.url, from: "TenTen <tenten@lamgiang.example>", connections: atOnce });
  const postman = await openPostman({ carrier, atOnce });
  open.push(
    () => sink.close(),
    () => postman.stop(),
  );
  return { sink, postman };
}
const states = async () =>
  Object.fromEntries(
    (await listLetters(read, { limit: 500 })).rows.map((row) => [row.toName, row.state] as const).sort(),
  );

test("a letter exists if and only if the fact that caused it was committed", async () => {
  await expect(
    transact(async (tx) => {
      await enqueue(tx, letter("an"), reason("an"));
      throw new Error("the fact failed");
    }),
  ).rejects.toThrow("the fact failed");
  await write("binh");
  expect(await states()).toEqual({ binh: "queued" });
});

test("one reason has one letter, also when two ask at once", async () => {
  const asked = await Promise.all([1, 2, 3].map(() => transact((tx) => enqueue(tx, letter("an"), reason("an")))));
  expect(asked.filter((one) => one.queued)).toHaveLength(1);
  expect(await letterCounts(read)).toEqual({ queued: 1, claimed: 0, sent: 0, failed: 0, cancelled: 0, expired: 0 });
});

test("a letter at rest gives away neither its words nor its link", async () => {
  await transact((tx) =>
    enqueue(tx, { ...letter("an"), text: "https://tenten.example/rsvp/secret-token" }, reason("an")),
  );
  const [row] = await read.select().from(letters);
  expect(JSON.stringify(row)).not.toContain("secret-token");
  expect((await findLetter(read, { letterId: row?.id ?? "" }))?.content?.text).toBe(
    "https://tenten.example/rsvp/secret-token",
  );
});

test("what is due leaves once, with the server's answer noted", async () => {
  const { sink, postman } = await postOffice();
  await write("an", "binh");
  await postman.deliverDue(now);
  await postman.deliverDue(later(1));
  expect(sink.messages.map((message) => [message.envelope.to, message.subject])).toEqual([
    [["an@lamgiang.example"], "Giấy mời an"],
    [["binh@lamgiang.example"], "Giấy mời binh"],
  ]);
  const { rows } = await listLetters(read, {});
  expect(
    rows.map(({ state, attempts, responseCode, response }) => ({
      state,
      attempts,
      responseCode,
      kept: response.includes("kept as"),
    })),
  ).toEqual([
    { state: "sent", attempts: 1, responseCode: 250, kept: true },
    { state: "sent", attempts: 1, responseCode: 250, kept: true },
  ]);
  expect(await queueFacts(read)).toEqual({ queued: 0, oldestDueAt: null });
});

test("a lasting refusal fails exactly that letter, after one attempt", async () => {
  const { sink, postman } = await postOffice({
    onRcpt: (address) => (address.startsWith("b") ? { code: 550, text: "no such user" } : undefined),
  });
  await write("an", "binh", "chi");
  await postman.deliverDue(now);
  expect(await states()).toEqual({ an: "sent", binh: "failed", chi: "sent" });
  expect(sink.messages).toHaveLength(2);
  const refused = await refusedRecipients(read, { topic: "event:1" });
  expect([...refused.keys()]).toEqual(["participant:binh"]);
  expect(refused.get("participant:binh")).toContain("no such user");
});

test("a passing refusal is tried again later and then arrives once", async () => {
  const { sink, postman } = await postOffice({
    onRcpt: (_, nth) => (nth === 1 ? { code: 451, text: "try later" } : undefined),
  });
  await write("an");
  await postman.deliverDue(now);
  const [waiting] = (await listLetters(read, {})).rows;
  expect({
    state: waiting?.state,
    attempts: waiting?.attempts,
    failure: waiting?.failure,
    code: waiting?.responseCode,
  }).toEqual({
    state: "queued",
    attempts: 1,
    failure: "temporary",
    code: 451,
  });
  await postman.deliverDue(now);
  expect(sink.messages).toHaveLength(0);
  await postman.deliverDue(later(2));
  expect([sink.messages.length, await states()]).toEqual([1, { an: "sent" }]);
});

test("when the server's yes is lost on the wire the copy has the same bytes and the same name", async () => {
  const { sink, postman } = await postOffice({ onData: (_, nth) => (nth === 1 ? "drop-before-250" : undefined) });
  await write("an");
  await postman.deliverDue(now);
  await postman.deliverDue(later(10));
  const [first, second, ...more] = sink.messages;
  expect(more).toEqual([]);
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.raw.toString("latin1")).toBe(first?.raw.toString("latin1"));
});

test("a wrong password holds everything and costs no letter an attempt", async () => {
  const sink = await startSmtpSink({ auth: { user: "tenten", pass: "right" } });
  const carrier = openTransport({
    smtpUrl: sink.url.replace("smtp://", "smtp://tenten:wrong@"),
    from: "TenTen <t@lamgiang.example>",
  });
  const postman = await openPostman({ carrier, atOnce: 1 });
  open.push(
    () => sink.close(),
    () => postman.stop(),
  );
  await write("an", "binh");
  await postman.deliverDue(now);
  const { rows } = await listLetters(read, {});
  expect(rows.map(({ state, attempts }) => ({ state, attempts }))).toEqual([
    { state: "queued", attempts: 0 },
    { state: "queued", attempts: 0 },
  ]);
  await transact((tx) => resumeLetters(tx, { scope: everyLetter }));
  expect((await listLetters(read, {})).total).toBe(2);
});

test("paused letters wait and leave after they are resumed; others are not held", async () => {
  const { postman } = await postOffice();
  await transact(async (tx) => {
    await enqueue(tx, letter("an"), reason("an", { topic: "event:1" }));
    await enqueue(tx, letter("binh"), reason("binh", { topic: "event:2" }));
    await pauseLetters(tx, { scope: "event:1", by: "user:1", now });
  });
  await postman.deliverDue(now);
  expect(await states()).toEqual({ an: "queued", binh: "sent" });
  await transact((tx) => resumeLetters(tx, { scope: "event:1" }));
  await postman.deliverDue(later(1));
  expect(await states()).toEqual({ an: "sent", binh: "sent" });
});

test("a letter taken back while it is claimed but not begun does not leave", async () => {
  const { sink, postman } = await postOffice({
    onData: () => undefined,
    delayMs: 150,
  });
  await write("an", "binh");
  const delivering = postman.deliverDue(now);
  await new Promise((wait) => setTimeout(wait, 80)); // "an" is at the server, "binh" is claimed
  expect(await transact((tx) => cancelLetters(tx, { recipient: "participant:binh", by: "answered" }))).toBe(1);
  await delivering;
  expect(await states()).toEqual({ an: "sent", binh: "cancelled" });
  expect(sink.messages.map((message) => message.subject)).toEqual(["Giấy mời an"]);
});

test("only the named letters are taken back", async () => {
  await write("an", "binh");
  await transact((tx) =>
    enqueue(tx, letter("an"), { ...reason("an"), key: "reply-reminder:an", kind: "reply-reminder" }),
  );
  expect(
    await transact((tx) =>
      cancelLetters(tx, { recipient: "participant:an", kinds: ["reply-reminder"], by: "answered" }),
    ),
  ).toBe(1);
  expect(await letterCounts(read)).toMatchObject({ queued: 2, cancelled: 1 });
});

test("a letter whose moment has passed is given up as expired", async () => {
  const { sink, postman } = await postOffice();
  await transact((tx) => enqueue(tx, letter("an"), reason("an", { sendBy: later(5) })));
  await postman.deliverDue(later(6));
  expect([sink.messages.length, await states()]).toEqual([0, { an: "expired" }]);
});

test("sending again makes a new letter with a name of its own; one that still waits is not doubled", async () => {
  const { sink, postman } = await postOffice();
  await write("an");
  const [first] = (await listLetters(read, {})).rows;
  const letterId = first?.id ?? "";
  expect(await transact((tx) => resendLetter(tx, { letterId, now }))).toEqual({ ok: false, reason: "still-waiting" });
  await postman.deliverDue(now);
  expect(await transact((tx) => resendLetter(tx, { letterId, now: later(1) }))).toMatchObject({ ok: true });
  await postman.deliverDue(later(1));
  expect(sink.messages).toHaveLength(2);
  expect(new Set(sink.messages.map((message) => message.messageId)).size).toBe(2);
  expect(await transact((tx) => cancelLetter(tx, { letterId, by: "user:1" }))).toEqual({
    ok: false,
    reason: "too-late",
  });
});

test("two workers never carry one letter twice", async () => {
  const sink = await startSmtpSink();
  open.push(() => sink.close());
  const names = Array.from({ length: 120 }, (_, i) => `khach${i}`);
  await write(...names);
  const workers = await Promise.all(
    [1, 2, 3].map(() => openPostman({ carrier: openTransport({ smtpUrl: sink.url, from: "t@lamgiang.example" }) })),
  );
  open.push(...workers.map((worker) => () => worker.stop()));
  await Promise.all(workers.map((worker) => worker.deliverDue(now)));
  expect(sink.messages.map((message) => message.envelope.to[0]).sort()).toEqual(
    names.map((name) => `${name}@lamgiang.example`).sort(),
  );
});

test("letters of a dead worker go back to the queue; those of a living one stay", async () => {
  const { postman } = await postOffice();
  await write("an", "binh");
  const alive = await openPostman({
    carrier: { send: async () => ({ ok: true, response: "250" }), close: () => undefined },
  });
  open.push(() => alive.stop());
  await transact(async (tx) => {
    const [an, binh] = await tx.select({ id: letters.id }).from(letters).orderBy(letters.toName);
    const { eq } = await import("drizzle-orm");
    await tx
      .update(letters)
      .set({ state: "claimed", claimedBy: "dead-worker", claimedAt: now })
      .where(eq(letters.id, an?.id ?? ""));
    await tx
      .update(letters)
      .set({ state: "claimed", claimedBy: alive.workerId, claimedAt: now })
      .where(eq(letters.id, binh?.id ?? ""));
  });
  expect(await postman.takeOverFromDead()).toBe(1);
  expect(await states()).toEqual({ an: "queued", binh: "claimed" });
});

test("letters are found by words of name, address or subject, without diacritics and in any order", async () => {
  await transact((tx) =>
    enqueue(
      tx,
      { ...letter("Nguyễn Đức Trung", "trung.nd@lamgiang.example"), subject: "Giấy mời: Lễ kỷ niệm" },
      reason("trung"),
    ),
  );
  await write("binh");
  const found = async (term: string) => (await listLetters(read, { term })).rows.map((row) => row.toName);
  expect(await found("duc nguyen")).toEqual(["Nguyễn Đức Trung"]);
  expect(await found("GIAY MOI ky niem")).toEqual(["Nguyễn Đức Trung"]);
  expect(await found("trung.nd@")).toEqual(["Nguyễn Đức Trung"]);
  expect(await found("100%")).toEqual([]);
});
