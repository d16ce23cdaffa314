import nodemailer from "nodemailer";
import { and, eq } from "drizzle-orm";
import { openPostman } from "../../app/features/outbox/jobs.server";
import { enqueue } from "../../app/features/outbox/writes.server";
import { read, transact } from "../../db/client.server";
import { letters as letterTable } from "../../db/schema.server";
import { invitation } from "../../emails/invitation";
import { openTransport } from "../../emails/transport.server";
import { calendar, event, frame, link, mainPoint } from "../emails/samples";
import { atLeast, cpuOf, type Figure, inTurn, micro, rate, secondsOf, size } from "./kit";
import { makeProvince } from "./province";
import { startSink } from "./servers";

const count = size(500, 200);
const rounds = size(4, 3);
const connections = 5;
const from = { name: "TenTen", address: "tenten@lamgiang.example" };
const replyBy = new Date("2025-09-19T10:00:00Z");

/** An invitation as guests get it, calendar and all: some 20 KB on the wire. */
const letterTo = (n: number) =>
  invitation({
    ...frame("vi", { name: `Đại biểu ${n}`, address: `guest${n}@lamgiang.example` }),
    event,
    point: mainPoint,
    replyBy,
    link,
    calendar,
  });

/** P6: letters a second through the outbox, beside bare pooled nodemailer with the same letters and connections. */
export async function letters(): Promise<Figure[]> {
  const province = await makeProvince();
  const sink = await startSink();
  const smtpUrl = `smtp://127.0.0.1:${sink.port}`;
  const postman = await openPostman({ carrier: openTransport({ smtpUrl, from, connections }), atOnce: connections });
  const pool = nodemailer.createTransport({
    host: "127.0.0.1",
    port: sink.port,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const papers = Array.from({ length: count }, (_, n) => letterTo(n));
  const cpu = { ours: [] as number[], theirs: [] as number[] };

  const carried = async (round: number) => {
    const now = new Date();
    await transact(async (tx) => {
      for (const [n, paper] of papers.entries()) {
        const why = { key: `bench:${round}:${n}`, kind: "invitation", topic: "bench", recipient: `bench:${n}`, now };
        await enqueue(tx, paper, { ...why, locale: "vi" });
      }
    });
    const seconds = await timed(cpu.ours, () => postman.deliverDue(new Date()));
    const sent = await read.$count(letterTable, and(eq(letterTable.state, "sent"), eq(letterTable.topic, "bench")));
    if (sent !== count * (round + 1)) throw new Error(`Only ${sent} of ${count * (round + 1)} letters left`);
    return count / seconds;
  };
  const bare = async (round: number) => {
    const mails = papers.map(({ to, subject, text, html, replyTo, calendar }, n) => ({
      ...{ from, to, subject, text, html, messageId: `<bare.${round}.${n}@lamgiang.example>` },
      ...(replyTo && { replyTo }),
      ...(calendar && { icalEvent: { method: calendar.method, content: calendar.content } }),
    }));
    return count / (await timed(cpu.theirs, () => Promise.all(mails.map((mail) => pool.sendMail(mail)))));
  };
  const timed = async (spent: number[], work: () => unknown) => {
    let seconds = 0;
    spent.push(
      await cpuOf(async () => {
        seconds = await secondsOf(work);
      }),
    );
    return seconds;
  };
  try {
    const got = await inTurn(rounds, carried, bare);
    const each = (spent: number[]) => [...spent].slice(1).reduce((sum, one) => sum + one, 0) / rounds / count;
    const what = `Letters a second through the outbox (${count * (rounds + 1)} sent), beside bare nodemailer, ${connections} connections each`;
    const used = { ours: each(cpu.ours), theirs: each(cpu.theirs) };
    return [
      { name: "P6", what, ours: rate(got.ours), reference: rate(got.theirs), ratio: got.ratio, target: atLeast(0.7) },
      {
        name: "P6",
        what: "CPU of one letter from the queue to the wire, beside bare nodemailer",
        ours: micro(used.ours),
        reference: micro(used.theirs),
        ratio: used.ours / used.theirs,
        target: null,
      },
    ];
  } finally {
    await postman.stop();
    pool.close();
    await sink.stop();
    await province.remove();
  }
}
