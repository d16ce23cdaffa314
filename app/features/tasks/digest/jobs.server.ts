import { read, transact } from "#db/client.server";
import { takenKeys } from "~/features/outbox/reads.server";
import { isPlainAddress } from "~/web/mail-address";
import { type Tie, tiesOf } from "./offices.rules";
import { digestDay, officesOn, toldTo, wishesOf } from "./reads.server";
import { type DigestTask, type DigestWish, digestKey, isDigestDue, itemOf, usualWish } from "./rules";
import { digestTasks } from "./tasks.reads.server";
import { writeDigests } from "./writes.server";

/** Letters written in one transaction. */
const portion = 25;

/**
 * The clock's job: one digest a person on a working day, from the hour they chose. What it says follows from the tasks
 * as they are and from what was told; a second run finds the day's keys taken and writes nothing. Returns how many
 * letters were written.
 */
export async function enqueueDueDigests(now: Date, signal?: AbortSignal): Promise<number> {
  const day = await digestDay(read, { now });
  if (!day?.calendar.isWorkingDay(day.today)) return 0;
  const wishes = await wishesOf(read);
  const wishOf = (email: string): DigestWish => wishes.get(email) ?? usualWish;
  if (![usualWish, ...wishes.values()].some((wish) => isDigestDue(day, wish, now))) return 0;

  const offices = await officesOn(read, day);
  const tied = new Map<string, { task: DigestTask; ties: Set<Tie> }[]>();
  for (const task of await digestTasks(read, day)) {
    for (const [email, ties] of tiesOf(task, offices)) {
      const theirs = tied.get(email);
      if (theirs) theirs.push({ task, ties });
      else tied.set(email, [{ task, ties }]);
    }
  }
  const due = [...tied.keys()].filter((email) => isPlainAddress(email) && isDigestDue(day, wishOf(email), now)).sort();
  const taken = await takenKeys(read, { keys: due.map((email) => digestKey(email, day.today)) });
  const emails = due.filter((email) => !taken.has(digestKey(email, day.today)));
  const told = await toldTo(read, { emails });

  const people = emails.flatMap((email) => {
    const taskIds = (tied.get(email) ?? []).flatMap(({ task, ties }) => {
      const asking = { day, wish: wishOf(email), ties, told: (occasion: string) => told(email, task.id, occasion) };
      return itemOf(task, asking) ? [task.id] : [];
    });
    return taskIds.length > 0 ? [{ email, taskIds }] : [];
  });
  let written = 0;
  for (let at = 0; at < people.length && !signal?.aborted; at += portion) {
    const some = people.slice(at, at + portion);
    written += await transact((tx) => writeDigests(tx, { people: some, day, offices, now }));
  }
  return written;
}
