import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { participants } from "#db/schema.server";
import { invitation } from "#emails/invitation";
import type { Actor } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { cancelLetters, enqueue } from "~/features/outbox/writes.server";
import { refuse } from "~/web/refuse";
import { tellConfirmed } from "../answer/letters.server";
import { linksLive, type Wish } from "../answer/rules";
import { answerInvitation } from "../answer/writes.server";
import {
  addressing,
  calendarOfGuest,
  eventInLetters,
  gatherOccasion,
  type Occasion,
  pointInLetters,
  renewLink,
} from "../invitation/letters.server";
import type { Participant } from "../reads.server";
import { findKept } from "./reads.server";

interface OnGuest {
  participantId: string;
  actor: Actor;
  now: Date;
}

/** Notes an answer given by telephone, for guests this person may act for. */
export async function answerForGuest(tx: Tx, { participantId, wish, actor, now }: OnGuest & { wish: Wish }) {
  if (!(await findKept(tx, { participantId, actor }))) return refuse("not-found");
  return answerInvitation(tx, { participantId, wish, via: "staff", byUserId: actor.userId, now });
}

/**
 * A new personal link; the old one is dead, and letters that still wait with it are taken back. With an address the new
 * one goes there: the confirmation to those who come, else the invitation. `link` is for those without, to be passed on
 * another way, and is null for everybody else.
 */
export async function renewGuestLink(tx: Tx, { participantId, actor, now }: OnGuest) {
  const row = await findKept(tx, { participantId, actor });
  if (!row) return refuse("not-found");
  if (row.answer === "substitute") return refuse("sent-substitute");
  const occasion = await gatherOccasion(tx, { eventId: row.eventId });
  if (!occasion || !linksLive(occasion.event, now)) return refuse("over");
  await cancelLetters(tx, { recipient: recipientOf.participant(row.id), by: "link-renewed" });
  const writes = row.email !== null && row.bouncedAt === null && occasion.event.startsAt > now;
  const change = {
    calendarSequence: row.calendarSequence + 1,
    invitedAt: row.invitedAt ?? now,
    updatedAt: now,
  };
  await tx.update(participants).set(change).where(eq(participants.id, row.id));
  const { guest, link } = await renewLink(tx, { ...row, ...change });
  const fresh = { ...row, ...change, ...guest };
  if (writes) await sendAgain(tx, { occasion, guest: fresh, link, actor, now });
  const detail = { participantId };
  await record(tx, { actor, verb: "guest.link-renewed", subject: topicOf.event(row.eventId), detail, now });
  return { ok: true, sent: writes, link: writes ? null : link } as const;
}

interface Again {
  occasion: Occasion;
  guest: Participant;
  link: string;
  actor: Actor;
  now: Date;
}

async function sendAgain(tx: Tx, { occasion, guest, link, actor, now }: Again): Promise<void> {
  const point = occasion.points.get(guest.pointId);
  if (!point) return;
  if (guest.answer === "yes") {
    const given = { occasion, guest, via: "staff", byUserId: actor.userId, token: null, now } as const;
    return tellConfirmed(tx, given, guest, point);
  }
  const { event } = occasion;
  const letter = invitation({
    ...addressing(occasion, guest),
    event: eventInLetters(occasion, guest.locale),
    point: pointInLetters(point),
    replyBy: event.replyBy,
    link,
    note: event.note || null,
    canChoosePoint: event.guestsChoosePoint && occasion.points.size > 1,
    calendar: calendarOfGuest(occasion, guest, now),
  });
  await enqueue(tx, letter, {
    key: `invitation:${guest.id}:${guest.calendarSequence}`,
    kind: "invitation",
    topic: topicOf.event(event.id),
    recipient: recipientOf.participant(guest.id),
    locale: guest.locale,
    sendBy: event.startsAt,
    priority: 3,
    now,
  });
}
