import { insertMany, type Tx } from "#db/client.server";
import { digestWishes, taskNotices } from "#db/schema.server";
import type { Organization } from "~/features/accounts/reads.server";
import type { Actor } from "~/features/accounts/rules";
import { topicOf } from "~/features/outbox/rules";
import { enqueue } from "~/features/outbox/writes.server";
import { digestLetter } from "./letters.server";
import { type Offices, tiesOf } from "./offices.rules";
import { recipientsOf, toldTo, wishesOf } from "./reads.server";
import { type DigestDay, digestKey, digestSendBy, inOrder, isDigestDue, type Item, itemOf, usualWish } from "./rules";
import { digestTasks } from "./tasks.reads.server";

/** A person says at which hour the digest shall come, or that only escalations shall. */
export async function wishDigest(
  tx: Tx,
  { actor, hour, off }: { actor: Pick<Actor, "email">; hour: number; off: boolean },
): Promise<void> {
  await tx
    .insert(digestWishes)
    .values({ email: actor.email, hour, off })
    .onConflictDoUpdate({ target: digestWishes.email, set: { hour, off } });
}

interface Portion {
  /** Whom, and which tasks were found to be theirs a moment ago. */
  people: { email: string; taskIds: string[] }[];
  day: DigestDay & { organization: Organization };
  /** Who holds which office; read in the same run. */
  offices: Offices;
  now: Date;
}

/**
 * Writes the digest of a day to these people, and notes what is told with it. Tasks, wishes and what was told are looked
 * at again, so that a change since the look that found them counts. Returns how many letters were written; who has the
 * day's digest already gets none.
 */
export async function writeDigests(tx: Tx, { people, day, offices, now }: Portion): Promise<number> {
  const { today, organization } = day;
  const emails = people.map(({ email }) => email);
  const ids = [...new Set(people.flatMap(({ taskIds }) => taskIds))];
  const fresh = await digestTasks(tx, { ...day, ids });
  const known = new Map(fresh.map((task) => [task.id, { task, ties: tiesOf(task, offices) }]));
  const wishes = await wishesOf(tx, emails);
  const told = await toldTo(tx, { emails });
  const recipients = await recipientsOf(tx, { emails, today, organization });
  let written = 0;
  for (const { email, taskIds } of people) {
    const recipient = recipients.get(email);
    const wish = wishes.get(email) ?? usualWish;
    if (!recipient || !isDigestDue(day, wish, now)) continue;
    const items = taskIds.flatMap((id): Item[] => {
      const one = known.get(id);
      const ties = one?.ties.get(email);
      if (!one || !ties) return [];
      const item = itemOf(one.task, { day, wish, ties, told: (occasion) => told(email, id, occasion) });
      return item ? [item] : [];
    });
    if (items.length === 0) continue;
    const done = await enqueue(tx, digestLetter({ recipient, items: inOrder(items), day, offices }), {
      key: digestKey(email, today),
      kind: "task-digest",
      topic: topicOf.tasks,
      recipient: recipient.id,
      locale: recipient.locale,
      sendBy: digestSendBy(day),
      now,
    });
    if (!done.queued) continue;
    written += 1;
    const notices = items.flatMap(({ task, occasions }) =>
      occasions.map((occasion) => ({ taskId: task.id, email, occasion, on: today })),
    );
    await insertMany(tx, taskNotices, notices, { ignoreTaken: true });
  }
  return written;
}
