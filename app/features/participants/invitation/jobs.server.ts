import { read, transact } from "#db/client.server";
import { markBounced } from "../writes.server";
import { refusedGuests } from "./bounces.reads.server";
import { openMailings } from "./reads.server";
import { portion } from "./rules";
import { continueMailing } from "./writes.server";

/**
 * Writes a mailing's letters portion by portion until none is left or `patience` milliseconds have gone; what remains
 * is the clock's. Returns how many are left.
 */
export async function writeMailing({
  mailingId,
  now,
  patience,
}: {
  mailingId: string;
  now: Date;
  patience: number;
}): Promise<number> {
  const until = performance.now() + patience;
  for (;;) {
    const { left } = await transact((tx) => continueMailing(tx, { mailingId, limit: portion, now }));
    if (left === 0 || performance.now() > until) return left;
    // Guests' answers that came in meanwhile go first.
    await new Promise((next) => setImmediate(next));
  }
}

/** The clock's job: takes up mailings that were broken off. */
export async function writeOpenMailings(now: Date): Promise<void> {
  for (const mailingId of await openMailings(read)) await writeMailing({ mailingId, now, patience: 60_000 });
}

/** The clock's job: notes on the list whose address a mail server has refused for good. */
export async function noteBounces(now: Date): Promise<void> {
  const refused = await refusedGuests(read);
  for (let at = 0; at < refused.length; at += portion)
    await transact(async (tx) => {
      for (const one of refused.slice(at, at + portion)) await markBounced(tx, { ...one, now });
    });
}
