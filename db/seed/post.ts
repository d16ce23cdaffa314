import { addMinutes } from "date-fns";
import { and, asc, eq, lte } from "drizzle-orm";
import { openPostman } from "../../app/features/outbox/jobs.server";
import { read } from "../client.server";
import { letters } from "../schema.server";

/** Who carries the story's letters, into the built-in mailbox. */
export const openPost = () =>
  openPostman({
    atOnce: 50,
    carrier: { send: async () => ({ ok: true, response: "250 kept in the built-in mailbox" }), close: () => undefined },
  });

/** Carries what waits at `now`, each letter on its own day of the story. */
export async function carryOnTheirDays(now: Date): Promise<void> {
  const days = await read
    .selectDistinct({ dueAt: letters.dueAt })
    .from(letters)
    .where(and(eq(letters.state, "queued"), lte(letters.dueAt, now)))
    .orderBy(asc(letters.dueAt));
  const postman = await openPost();
  try {
    for (const { dueAt } of days) await postman.deliverDue(addMinutes(dueAt, 5));
  } finally {
    await postman.stop();
  }
}
