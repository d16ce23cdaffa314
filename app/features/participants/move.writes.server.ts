import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { participants } from "#db/schema.server";
import { pointChanged } from "#emails/point-changed";
import type { Actor } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import type { EventPoint } from "~/features/events/reads.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { cancelLetters, enqueue } from "~/features/outbox/writes.server";
import { refuse } from "~/web/refuse";
import { isListedAt } from "./answer/reads.server";
import { findKept } from "./guests/reads.server";
import {
  addressing,
  calendarOfGuest,
  ensureLink,
  eventInLetters,
  gatherOccasion,
  type Occasion,
  pointInLetters,
} from "./invitation/letters.server";
import { countSeatsTaken, type Participant } from "./reads.server";
import { holdsSeat, isFull } from "./rules";

interface Move {
  participantId: string;
  pointId: string;
  actor: Actor;
  now: Date;
  /** Gathered before, when many are moved. */
  occasion?: Occasion | null;
}

/** Moves a person to another point with answer, link, history and substitute; who knows of the old place is told. */
export async function moveGuest(tx: Tx, { participantId, pointId, actor, now, ...given }: Move) {
  const row = await findKept(tx, { participantId, actor });
  if (!row || row.standsInForId) return refuse("not-found");
  if (row.pointId === pointId) return { ok: true, changed: false } as const;
  const occasion =
    given.occasion?.event.id === row.eventId ? given.occasion : await gatherOccasion(tx, { eventId: row.eventId });
  const [was, to] = [occasion?.points.get(row.pointId), occasion?.points.get(pointId)];
  if (!occasion || !was || !to) return refuse("unknown-point");
  const movers = [row, ...(await standInsOf(tx, row.id))];
  if (movers.some(holdsSeat) && isFull(to.capacity, await countSeatsTaken(tx, { pointId }))) return refuse("full");
  if (await isListedAt(tx, { ...row, pointId })) return refuse("already-on-list");
  for (const mover of movers) await moveOne(tx, { occasion, mover, was, to, now });
  const detail = { participantId, pointId };
  await record(tx, { actor, verb: "guest.moved", subject: topicOf.event(row.eventId), detail, now });
  return { ok: true, changed: true } as const;
}

const standInsOf = async (tx: Tx, id: string): Promise<Participant[]> =>
  await tx
    .select()
    .from(participants)
    .where(and(eq(participants.standsInForId, id), isNull(participants.withdrawnAt)));

interface One {
  occasion: Occasion;
  mover: Participant;
  was: EventPoint;
  to: EventPoint;
  now: Date;
}

async function moveOne(tx: Tx, { occasion, mover, was, to, now }: One): Promise<void> {
  const change = { pointId: to.id, calendarSequence: mover.calendarSequence + 1, updatedAt: now };
  await tx.update(participants).set(change).where(eq(participants.id, mover.id));
  if (!knowsOfPlace(mover) || occasion.event.startsAt <= now) return;
  // Reminders and confirmations that still wait name the old place.
  const recipient = recipientOf.participant(mover.id);
  await cancelLetters(tx, { recipient, kinds: ["event-reminder", "reply-reminder", "rsvp-confirmed"], by: "moved" });
  const { guest, link } = await ensureLink(tx, { ...mover, ...change });
  const letter = pointChanged({
    ...addressing(occasion, guest),
    event: eventInLetters(occasion, mover.locale),
    was: pointInLetters(was),
    now: pointInLetters(to),
    link,
    calendar: calendarOfGuest(occasion, guest, now),
  });
  await enqueue(tx, letter, {
    key: `point-changed:${mover.id}:${change.calendarSequence}`,
    kind: "point-changed",
    topic: topicOf.event(occasion.event.id),
    recipient,
    locale: mover.locale,
    sendBy: occasion.event.startsAt,
    priority: 3,
    now,
  });
}

/** Somebody a letter has told where to go, and who may still go there. */
const knowsOfPlace = (row: Participant): boolean =>
  row.invitedAt !== null &&
  row.email !== null &&
  row.bouncedAt === null &&
  (row.answer === "none" || row.answer === "yes");
