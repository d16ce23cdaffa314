import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { participants } from "#db/schema.server";
import { invitationWithdrawn } from "#emails/invitation-withdrawn";
import type { Actor } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { cancelLetters, enqueue } from "~/features/outbox/writes.server";
import { refuse } from "~/web/refuse";
import { findKept } from "./guests/reads.server";
import {
  addressing,
  calendarOfGuest,
  eventInLetters,
  gatherOccasion,
  type Occasion,
} from "./invitation/letters.server";
import type { Participant } from "./reads.server";

interface Withdrawal {
  participantId: string;
  actor: Actor;
  now: Date;
  /** Gathered before, when many are taken off. */
  occasion?: Occasion | null;
}

/**
 * Takes a person off the list: deleted when no letter has left, else kept as withdrawn. The link dies, the seat is free,
 * a substitute goes too, and whoever still counts on coming is told.
 */
export async function withdrawGuest(tx: Tx, { participantId, actor, now, ...given }: Withdrawal) {
  const row = await findKept(tx, { participantId, actor });
  if (!row || row.standsInForId) return refuse("not-found");
  const detail = { participantId };
  await record(tx, { actor, verb: "guest.withdrawn", subject: topicOf.event(row.eventId), detail, now });
  await cancelLetters(tx, { recipient: recipientOf.participant(row.id), by: "withdrawn" });
  if (!row.invitedAt && row.answer === "none") {
    await tx.delete(participants).where(eq(participants.id, participantId));
    return { ok: true, told: 0 } as const;
  }
  const occasion =
    given.occasion?.event.id === row.eventId ? given.occasion : await gatherOccasion(tx, { eventId: row.eventId });
  const standIns = await tx
    .select()
    .from(participants)
    .where(and(eq(participants.standsInForId, row.id), isNull(participants.withdrawnAt)));
  let told = 0;
  for (const one of [row, ...standIns]) if (await takeOff(tx, { occasion, one, now })) told += 1;
  return { ok: true, told } as const;
}

/** Returns whether a letter says so. */
async function takeOff(
  tx: Tx,
  { occasion, one, now }: { occasion: Occasion | null; one: Participant; now: Date },
): Promise<boolean> {
  const last = { ...one, calendarSequence: one.calendarSequence + 1 };
  await tx
    .update(participants)
    .set({
      withdrawnAt: now,
      tokenHash: null,
      updatedAt: now,
      calendarSequence: last.calendarSequence,
      // Freed, so that the same person can be put on the list again.
      identity: `withdrawn:${one.id}`,
    })
    .where(eq(participants.id, one.id));
  const recipient = recipientOf.participant(one.id);
  await cancelLetters(tx, { recipient, by: "withdrawn" });
  const expects = one.email && one.invitedAt && !one.bouncedAt && (one.answer === "none" || one.answer === "yes");
  if (!occasion || !expects || occasion.event.startsAt <= now) return false;
  const letter = invitationWithdrawn({
    ...addressing(occasion, last),
    event: eventInLetters(occasion, one.locale),
    because: "list-corrected",
    calendar: calendarOfGuest(occasion, last, now),
  });
  const sent = await enqueue(tx, letter, {
    key: `invitation-withdrawn:${one.id}:${last.calendarSequence}`,
    kind: "invitation-withdrawn",
    topic: topicOf.event(one.eventId),
    recipient,
    locale: one.locale,
    sendBy: occasion.event.startsAt,
    priority: 3,
    now,
  });
  return sent.queued;
}
