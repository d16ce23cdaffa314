import { and, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { events, letters, participants } from "#db/schema.server";
import { refusedRecipients } from "~/features/outbox/reads.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { type Due, getsReminder } from "./rules";

/** Events that may have reminders due: announced, with their day ahead. */
export async function eventsAhead(db: Reader, { now }: { now: Date }) {
  return await db
    .select()
    .from(events)
    .where(and(inArray(events.state, ["open", "closed"]), eq(events.dateOpen, false), gt(events.startsAt, now)));
}

/** The people of an event who get this reminder, as the facts stand now. */
export async function peopleToRemind(db: Reader, { eventId, due }: { eventId: string; due: Due }) {
  const rows = await db
    .select()
    .from(participants)
    .where(
      and(
        eq(participants.eventId, eventId),
        eq(participants.answer, due.kind === "reply-reminder" ? "none" : "yes"),
        isNull(participants.withdrawnAt),
        isNotNull(participants.email),
      ),
    );
  const refused = await refusedRecipients(db, { topic: topicOf.event(eventId) });
  return rows.filter((row) => getsReminder(due, row) && !refused.has(recipientOf.participant(row.id)));
}

/** How many letters each planned reminder has written, by kind, days and the date it counts from. */
export async function writtenReminders(db: Reader, { eventId }: { eventId: string }): Promise<Map<string, number>> {
  const rows = await db
    .select({ key: letters.key })
    .from(letters)
    .where(and(eq(letters.topic, topicOf.event(eventId)), inArray(letters.kind, ["reply-reminder", "event-reminder"])));
  const counts = new Map<string, number>();
  for (const { key } of rows) {
    const [kind, days, , ...until] = key.split(":");
    const name = `${kind}:${days}:${until.join(":").slice(0, 24)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
