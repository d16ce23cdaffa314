import { read, transact } from "#db/client.server";
import { takenKeys } from "~/features/outbox/reads.server";
import { eventsAhead, peopleToRemind } from "./reads.server";
import { reminderKey, remindersDue } from "./rules";
import { remind } from "./writes.server";

/** Letters written in one transaction. */
const portion = 25;

/**
 * The clock's job: who is due a reminder follows from the events and answers as they are now, so a moved event moves
 * its reminders. A second run finds the keys taken and writes nothing. Returns how many letters were written.
 */
export async function enqueueDueReminders(now: Date): Promise<number> {
  let written = 0;
  for (const event of await eventsAhead(read, { now })) {
    for (const due of remindersDue(event, now)) {
      const people = await peopleToRemind(read, { eventId: event.id, due });
      const taken = await takenKeys(read, { keys: people.map((person) => reminderKey(due, person.id)) });
      const open = people.filter((person) => !taken.has(reminderKey(due, person.id))).map((person) => person.id);
      for (let at = 0; at < open.length; at += portion) {
        const participantIds = open.slice(at, at + portion);
        written += await transact((tx) => remind(tx, { eventId: event.id, due, participantIds, now }));
      }
    }
  }
  return written;
}
