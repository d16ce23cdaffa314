import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { events, participants } from "#db/schema.server";
import { eventReminder } from "#emails/event-reminder";
import { replyReminder } from "#emails/reply-reminder";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { enqueue } from "~/features/outbox/writes.server";
import {
  addressing,
  calendarOfGuest,
  ensureLink,
  eventInLetters,
  gatherOccasion,
  pointInLetters,
} from "~/features/participants/invitation/letters.server";
import { dayOf, daysBetween } from "~/web/time";
import { type Due, getsReminder, reminderKey, remindersDue } from "./rules";

/**
 * Writes one reminder to these people. Event and people are looked at again, so that a change since the look that found
 * them counts. Returns how many letters were written; who has this reminder already gets none.
 */
export async function remind(
  tx: Tx,
  { eventId, due, participantIds, now }: { eventId: string; due: Due; participantIds: string[]; now: Date },
): Promise<number> {
  const [event] = await tx.select().from(events).where(eq(events.id, eventId));
  const still =
    event &&
    remindersDue(event, now).some((one) => one.kind === due.kind && one.sendBy.getTime() === due.sendBy.getTime());
  const occasion = still ? await gatherOccasion(tx, { eventId }) : null;
  if (!occasion) return 0;
  const people = await tx.select().from(participants).where(inArray(participants.id, participantIds));
  let written = 0;
  for (const person of people) {
    const point = occasion.points.get(person.pointId);
    if (!point || !getsReminder(due, person)) continue;
    const { guest, link } = await ensureLink(tx, person);
    const common = {
      ...addressing(occasion, guest),
      event: eventInLetters(occasion, guest.locale),
      point: pointInLetters(point),
      link,
    };
    const letter =
      due.kind === "reply-reminder"
        ? replyReminder({
            ...common,
            replyBy: due.sendBy,
            daysLeft: daysBetween(dayOf(now, occasion.event.zone), dayOf(due.sendBy, occasion.event.zone)),
          })
        : eventReminder({
            ...common,
            doorUrl: `${link}#door`,
            doorCode: guest.doorCode,
            calendar: calendarOfGuest(occasion, guest, now),
          });
    const done = await enqueue(tx, letter, {
      key: reminderKey(due, guest.id),
      kind: due.kind,
      topic: topicOf.event(eventId),
      recipient: recipientOf.participant(guest.id),
      locale: guest.locale,
      sendBy: due.sendBy,
      priority: 4,
      now,
    });
    if (done.queued) written += 1;
  }
  return written;
}
