import { and, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { newId } from "#db/dialect/ids";
import { prepared, type Reader, read, type Tx, transact } from "#db/client.server";
import { letters } from "#db/schema.server";
import { holdWorkerLock, isWorkerDead, type WorkerLock } from "#db/worker-lock.server";
import type { StoredLetter } from "#emails/letter";
import { type Delivery, openTransport } from "#emails/transport.server";
import { env } from "~/web/env.server";
import { unseal } from "~/web/secrets.server";
import { keepTrying, noteTogether } from "./notes.jobs.server";
import { dueLetters } from "./reads.server";
import { afterFailure, everyLetter, nextConcurrency, relayRest } from "./rules";
import { pauseLetters } from "./writes.server";

/** What carries a letter out of the house. */
export interface Carrier {
  send(letter: StoredLetter): Promise<Delivery>;
  close(): void;
}

type Claimed = Awaited<ReturnType<typeof claim>>[number];
type Outcome = Partial<typeof letters.$inferInsert>;

/** Letters under way at once: with 5 connections a modest relay is busy and not overrun. */
const mostAtOnce = 5;
const batchSize = 100;

/** Takes due letters for one worker, so that no other carries them. */
async function claim(tx: Tx, { workerId, now, limit }: { workerId: string; now: Date; limit: number }) {
  const due = await dueLetters(tx, { now, limit });
  if (due.length === 0) return [];
  return await tx
    .update(letters)
    .set({ state: "claimed", claimedBy: workerId, claimedAt: now })
    .where(and(inArray(letters.id, due), eq(letters.state, "queued")))
    .returning();
}

const stillOurs = prepared("letter_still_ours", (db: Reader) =>
  db
    .select({ state: letters.state, claimedBy: letters.claimedBy })
    .from(letters)
    .where(eq(letters.id, sql.placeholder("id"))),
);

/**
 * A worker that carries letters. It claims before it sends and looks again right before it speaks to the server; what
 * it had in its hands when it dies is taken over once its lock shows that it is dead.
 */
export async function openPostman({
  carrier,
  workerId = newId(),
  atOnce = mostAtOnce,
}: {
  carrier: Carrier;
  workerId?: string;
  atOnce?: number;
}) {
  const lock: WorkerLock = await holdWorkerLock(workerId);
  let stopping = false;
  let concurrency = atOnce;
  let unreachable = 0;
  let restUntil = 0;
  let busy: Promise<void> = Promise.resolve();
  const sentTogether = noteTogether(workerId);

  const release = (ids: string[]) =>
    keepTrying(() =>
      transact(async (tx) => {
        await tx
          .update(letters)
          .set({ state: "queued", claimedBy: null, claimedAt: null })
          .where(and(inArray(letters.id, ids), eq(letters.state, "claimed"), eq(letters.claimedBy, workerId)));
      }),
    );

  // After the server's answer our own trouble must never lead to a second copy: the write is tried until it holds.
  const note = (letter: Claimed, outcome: Outcome) =>
    keepTrying(() =>
      transact(async (tx) => {
        await tx
          .update(letters)
          .set({ ...outcome, claimedBy: null })
          .where(and(eq(letters.id, letter.id), eq(letters.claimedBy, workerId)));
      }),
    );

  async function carry(letter: Claimed, now: Date): Promise<"sent" | "stop" | "other"> {
    const [fresh] = await stillOurs(read, { id: letter.id });
    if (fresh?.state !== "claimed" || fresh.claimedBy !== workerId) return "other";
    if (letter.sendBy && letter.sendBy <= now) {
      await note(letter, { state: "expired" });
      return "other";
    }
    const stored = openLetter(letter);
    if (!stored) {
      await note(letter, { state: "failed", failure: "unreadable", response: "" });
      return "other";
    }
    const sent = await sentTogether.onTheWire(carrier.send(stored));
    const attempts = letter.attempts + 1;
    if (sent.ok) {
      unreachable = 0;
      await sentTogether.note({ id: letter.id, sentAt: now, attempts, response: sent.response.slice(0, 1000) });
      return "sent";
    }
    const said = { failure: sent.kind, responseCode: sent.code, response: sent.response.slice(0, 1000) };
    if (sent.kind === "auth") {
      // A wrong password is the house's trouble, not the letter's: nothing is lost, nothing is tried until someone mends it.
      await keepTrying(() =>
        transact((tx) => pauseLetters(tx, { scope: everyLetter, by: "system", reason: said.response, now })),
      );
      await note(letter, { ...said, state: "queued" });
      return "stop";
    }
    if (sent.kind === "connection") {
      unreachable += 1;
      restUntil = now.getTime() + relayRest(unreachable);
    }
    if (sent.kind === "throttled") concurrency = nextConcurrency(concurrency, atOnce, true);
    const next = afterFailure({ ...letter, ...said, attempts, now, chance: Math.random() });
    await note(letter, { ...said, ...next, attempts });
    return sent.kind === "connection" || sent.kind === "throttled" ? "stop" : "other";
  }

  async function carryBatch(batch: Claimed[], clock: () => Date): Promise<void> {
    const waiting = [...batch];
    let stop = false;
    const hand = async () => {
      for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
        if (stop || stopping) {
          waiting.unshift(letter);
          return;
        }
        if ((await carry(letter, clock())) === "stop") stop = true;
      }
    };
    await Promise.all(Array.from({ length: concurrency }, hand));
    if (waiting.length > 0) await release(waiting.map((letter) => letter.id));
    if (!stop) concurrency = nextConcurrency(concurrency, atOnce, false);
  }

  async function deliverAll(now: Date): Promise<void> {
    // The given moment moves on with the real clock while a long queue is carried.
    const started = performance.now();
    const clock = () => new Date(now.getTime() + performance.now() - started);
    while (!stopping && lock.held() && clock().getTime() >= restUntil) {
      const batch = await transact((tx) => claim(tx, { workerId, now: clock(), limit: batchSize }));
      if (batch.length === 0) return;
      await carryBatch(batch, clock);
    }
  }

  return {
    workerId,
    /** Carries all letters that are due at `now`; resolves when none is left or the relay rests. */
    deliverDue(now: Date): Promise<void> {
      busy = busy.then(() => deliverAll(now));
      return busy;
    },
    /** Gives back what dead workers held. */
    takeOverFromDead: () => takeOver(workerId),
    /** Ends after the letters under way; what was only claimed goes back uncounted. */
    async stop(): Promise<void> {
      stopping = true;
      await busy.catch(() => undefined);
      carrier.close();
      await lock.release();
    },
  };
}

async function takeOver(workerId: string): Promise<number> {
  const owners = await read
    .selectDistinct({ id: letters.claimedBy })
    .from(letters)
    .where(and(eq(letters.state, "claimed"), isNotNull(letters.claimedBy), ne(letters.claimedBy, workerId)));
  let freed = 0;
  for (const owner of owners) {
    if (!owner.id || !(await isWorkerDead(owner.id))) continue;
    const dead = owner.id;
    const rows = await transact((tx) =>
      tx
        .update(letters)
        .set({ state: "queued", claimedBy: null, claimedAt: null })
        .where(and(eq(letters.claimedBy, dead), eq(letters.state, "claimed")))
        .returning({ id: letters.id }),
    );
    freed += rows.length;
  }
  return freed;
}

function openLetter(row: Claimed): StoredLetter | null {
  const content = unseal(row.sealed);
  if (content === null) return null;
  return {
    ...(JSON.parse(content) as Omit<StoredLetter, "to" | "subject" | "messageId" | "date">),
    to: { name: row.toName, address: row.toAddress },
    subject: row.subject,
    messageId: row.messageId,
    date: row.writtenAt,
  };
}

/** Where letters go without a mail server: the demo's own mailbox takes them at once. */
const builtInMailbox: Carrier = {
  send: async () => ({ ok: true, response: "250 kept in the built-in mailbox" }),
  close: () => undefined,
};

type Postman = Awaited<ReturnType<typeof openPostman>>;
const key = Symbol.for("tenten.postman");
const home = globalThis as unknown as Record<typeof key, Promise<Postman> | undefined>;

/** True when letters leave this installation (or its demo mailbox); false while no mail server is set. */
export const canDeliver = (): boolean => env().smtpUrl !== "" || env().demo;

function postman(): Promise<Postman> {
  home[key] ??= openPostman({
    carrier: env().smtpUrl
      ? openTransport({ smtpUrl: env().smtpUrl, from: env().mailFrom, connections: mostAtOnce })
      : builtInMailbox,
  });
  return home[key];
}

/** The clock's job: carries what is due. Without a mail server letters wait, and the pages say so. */
export async function deliverDue(now: Date): Promise<void> {
  if (canDeliver()) await (await postman()).deliverDue(now);
}

/** The clock's job: letters in the hands of a dead worker go back to the queue, within seconds of its death. */
export async function sweepDeadWorkers(): Promise<void> {
  if (canDeliver()) await (await postman()).takeOverFromDead();
}

/** For a graceful end of the process. */
export async function stopDelivery(): Promise<void> {
  const running = home[key];
  home[key] = undefined;
  if (running) await (await running).stop();
}
