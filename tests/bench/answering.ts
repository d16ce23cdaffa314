import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { answerByLink } from "../../app/features/participants/answer/writes.server";
import { hashToken } from "../../app/web/secrets.server";
import { transact } from "../../db/client.server";
import { openBare } from "./bare-database";
import { atLeast, type Figure, inTurn, rate, secondsOf, size } from "./kit";
import { makeProvince, type Province } from "./province";
import { type Ask, expectOnly, load, type Served, startBare, startProduct } from "./servers";

const atOnce = 16;
const rounds = size(5, 3);

/** P2: answers a second, kept for good: over HTTP, as a write, and the bare cost of keeping them. */
export async function answering(): Promise<Figure[]> {
  const province = await makeProvince();
  // A file of its own for the reference: the same pages, but no lock to wait for.
  const other = join(province.folder, "bare.sqlite");
  const db = new Database(province.file);
  db.prepare("VACUUM INTO ?").run(other);
  db.close();
  try {
    return [await overHttp(province, other), await asWrites(province, other), await keptAlone(province, other)];
  } finally {
    await province.remove();
  }
}

let turn = 0;
/** What every guest answers next: never what they said before. */
const nextAnswer = () => (turn++ % 2 === 0 ? "yes" : "no");

async function overHttp({ folder, tokens }: Province, other: string): Promise<Figure> {
  const product = await startProduct(folder);
  const bare = await startBare(other, "NORMAL");
  const rateOf = (server: Served) => async () => {
    const answer = server === product ? nextAnswer() : "yes";
    const { seconds, statuses } = await load(server, {
      count: tokens.length,
      atOnce,
      ask: (n) => ({
        method: "POST",
        path: `/rsvp/${tokens[n]}`,
        body: `answer=${answer}`,
        headers: { origin: `http://127.0.0.1:${server.port}` },
      }),
    });
    expectOnly(statuses, [200, 302, 303], "An answer");
    return tokens.length / seconds;
  };
  try {
    const { ours, theirs, ratio } = await inTurn(rounds, rateOf(product), rateOf(bare));
    const what = `Answers over HTTP a second, FULL, with rules, letter and audit, ${atOnce} at once, beside bare NORMAL single commits`;
    return { name: "P2", what, ours: rate(ours), reference: rate(theirs), ratio, target: atLeast(1) };
  } finally {
    await product.stop();
    await bare.stop();
  }
}

/** Runs one work per guest, `atOnce` at a time. */
async function eachGuest(tokens: string[], work: (token: string) => Promise<unknown>): Promise<number> {
  let next = 0;
  const seconds = await secondsOf(() =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let token = tokens[next++]; token; token = tokens[next++]) await work(token);
      }),
    ),
  );
  return tokens.length / seconds;
}

async function asWrites({ tokens }: Province, other: string): Promise<Figure> {
  const bare = openBare(other, "NORMAL");
  const ours = () => {
    const wish = { answer: nextAnswer() } as const;
    return eachGuest(tokens, async (token) => {
      const done = await transact((tx) => answerByLink(tx, { token, wish, now: new Date() }));
      if (!done.ok || !done.changed) throw new Error(`An answer was not taken: ${JSON.stringify(done)}`);
    });
  };
  const theirs = () => eachGuest(tokens, async (token) => bare.confirm(hashToken(token), "yes"));
  const got = await inTurn(rounds, ours, theirs);
  bare.close();
  const what = "The same without HTTP: transact(answerByLink), with rules, letter and audit";
  return { name: "P2", what, ours: rate(got.ours), reference: rate(got.theirs), ratio: got.ratio, target: null };
}

/** Two bare servers, the same two statements: what keeping for good costs by itself, many answers to one commit. */
async function keptAlone({ tokens }: Province, other: string): Promise<Figure> {
  const [full, normal] = [`${other}.full`, `${other}.normal`];
  copyFileSync(other, full);
  copyFileSync(other, normal);
  const grouped = await startBare(full, "transact");
  const single = await startBare(normal, "NORMAL");
  const rateOf = (server: Served) => async () => {
    const count = tokens.length * 3;
    const ask = (n: number): Ask => ({
      method: "POST",
      path: `/rsvp/${tokens[n % tokens.length]}`,
      body: "answer=yes",
    });
    const { seconds, statuses } = await load(server, { count, atOnce, ask });
    expectOnly(statuses, [303], "A bare answer");
    return count / seconds;
  };
  try {
    const got = await inTurn(rounds, rateOf(grouped), rateOf(single));
    const what = "The bare update and its log line alone, over bare HTTP: transact (FULL) beside NORMAL single commits";
    return {
      name: "P2",
      what,
      ours: rate(got.ours),
      reference: rate(got.theirs),
      ratio: got.ratio,
      target: atLeast(1),
    };
  } finally {
    await grouped.stop();
    await single.stop();
  }
}
