import { and, eq, sql } from "drizzle-orm";
import { given, preparedWrite, type Tx, transact } from "#db/client.server";
import { letters } from "#db/schema.server";
import type { Delivery } from "#emails/transport.server";

// The one write of every letter that arrives; drizzle would take longer to build it than the disk to keep it.
const noteSent = preparedWrite("letter_sent", (tx: Tx) =>
  tx
    .update(letters)
    .set({
      state: "sent",
      claimedBy: null,
      failure: "",
      responseCode: 250,
      sentAt: given("sentAt", letters.sentAt),
      attempts: given("attempts", letters.attempts),
      response: given("response", letters.response),
    })
    .where(and(eq(letters.id, sql.placeholder("id")), eq(letters.claimedBy, sql.placeholder("workerId")))),
);

interface Sent {
  id: string;
  sentAt: Date;
  attempts: number;
  response: string;
}

/** How long the note of a letter waits for those of its neighbours, in ms: about what a commit costs. */
const noteWait = 5;

/**
 * Notes letters that arrive at about the same time in one commit. Whoever carries a letter still takes no other before
 * its note is kept, so that no more letters than are carried at once can ever arrive twice.
 */
export function noteTogether(workerId: string) {
  let waiting: { sent: Sent; kept: () => void }[] = [];
  let carried = 0;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const notes = waiting;
    waiting = [];
    if (notes.length === 0) return;
    const write = () =>
      transact(async (tx) => {
        for (const { sent } of notes) await noteSent(tx, { ...sent, workerId });
      });
    // After the server's yes our own trouble must never lead to a second copy: the write is tried until it holds.
    keepTrying(write).then(() => {
      for (const { kept } of notes) kept();
    });
  }

  return {
    async onTheWire(sending: Promise<Delivery>): Promise<Delivery> {
      carried += 1;
      try {
        return await sending;
      } finally {
        carried -= 1;
        // The last one back may have nothing to note itself.
        if (carried === 0) setImmediate(flush);
      }
    },
    note: (sent: Sent) =>
      new Promise<void>((kept) => {
        waiting.push({ sent, kept });
        timer ??= setTimeout(flush, noteWait);
      }),
  };
}

/** Tries a write until it holds, with longer and longer waits. */
export async function keepTrying<T>(work: () => Promise<T>): Promise<T> {
  for (let wait = 50; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      return await work();
    } catch {
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}
