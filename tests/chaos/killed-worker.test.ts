import { afterAll, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { enqueue } from "~/features/outbox/writes.server";
import { letterCounts } from "~/features/outbox/reads.server";
import { startChild } from "../kit/child";
import { useDatabase } from "../kit/database";
import { startSmtpSink } from "../kit/smtp";

const database = useDatabase();
const letters = 2_000;
const kills = Number(process.env.CHAOS_KILLS) || 30;
const atOnce = 5;
const seed = Number(process.env.CHAOS_SEED) || Math.floor(Math.random() * 2 ** 31);

/** A small repeatable source of chance (mulberry32), so that a failing run can be run again. */
function chanceFrom(start: number) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sinkReady = startSmtpSink();
afterAll(async () => (await sinkReady).close());

test(
  `a worker killed ${kills} times during ${letters} letters loses none and doubles few, always under the same name`,
  async () => {
    const sink = await sinkReady;
    const chance = chanceFrom(seed);
    const now = new Date();
    await transact(async (tx) => {
      for (let i = 0; i < letters; i += 1) {
        const address = `khach${i}@lamgiang.example`;
        await enqueue(
          tx,
          { to: { name: `Khách ${i}`, address }, subject: `Giấy mời ${i}`, html: "<p>Kính mời</p>", text: "Kính mời" },
          {
            key: `invitation:${i}`,
            kind: "invitation",
            topic: "event:1",
            recipient: `participant:${i}`,
            locale: "vi",
            now,
          },
        );
      }
    });
    let killed = 0;
    while (killed < kills) {
      const worker = startChild("tests/chaos/children/deliver.ts", [sink.url, String(atOnce)], database.env());
      await worker.says("open");
      const share = Math.floor((letters / kills) * 0.9);
      const until = sink.messages.length + 1 + Math.floor(chance() * share);
      // Killed while letters are under way, at a random one of them, a random moment after.
      while (sink.messages.length < until && sink.messages.length < letters)
        await new Promise((wait) => setTimeout(wait, 1));
      await new Promise((wait) => setTimeout(wait, chance() * 15));
      await worker.kill();
      killed += 1;
    }
    const last = startChild("tests/chaos/children/deliver.ts", [sink.url, String(atOnce)], database.env());
    await last.says("open");
    const died = performance.now();
    while ((await letterCounts(read)).sent < letters) {
      if (performance.now() - died > 120_000) break;
      await new Promise((wait) => setTimeout(wait, 50));
    }
    await last.kill();

    const copies = new Map<string, Set<string>>();
    for (const message of sink.messages) {
      const to = message.envelope.to[0] as string;
      copies.set(to, (copies.get(to) ?? new Set()).add(message.messageId));
    }
    const doubles = sink.messages.length - copies.size;
    console.log(
      `seed ${seed}: ${kills} kills, ${letters} letters, lost ${letters - copies.size}, doubles ${doubles} (bound ${kills * atOnce})`,
    );
    expect(copies.size).toBe(letters);
    expect([...copies.values()].every((names) => names.size === 1)).toBe(true);
    expect(doubles).toBeLessThanOrEqual(kills * atOnce);
    expect(await letterCounts(read)).toEqual({
      queued: 0,
      claimed: 0,
      sent: letters,
      failed: 0,
      cancelled: 0,
      expired: 0,
    });
  },
  60_000 + kills * 20_000,
);
