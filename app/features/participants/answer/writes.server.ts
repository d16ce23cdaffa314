import { eq, sql } from "drizzle-orm";
import { given as incoming, insertMany, preparedWrite, type Tx } from "#db/client.server";
import { answerLog, participants, users } from "#db/schema.server";
import { record } from "~/features/audit/writes.server";
import type { EventPoint } from "~/features/events/reads.server";
import { canAnswer } from "~/features/events/rules";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { gatherOccasion } from "../invitation/letters.server";
import { findInvitation } from "../invitation/reads.server";
import { countSeatsTaken, type Participant } from "../reads.server";
import { canStaffAnswer, holdsSeat, isFull } from "../rules";
import {
  type Given,
  takeBackOvertaken,
  tellConfirmed,
  tellDeclined,
  tellFull,
  tellHandedOver,
  tellSubstitute,
} from "./letters.server";
import { findJustEnded, findStandIn, isInvited, isListedAt, pointsWithSeats } from "./reads.server";
import { type Answered, type AnswerRefused, isSameSubstitute, linksLive, type Substitute, type Wish } from "./rules";
import { addStandIn, returnToPrincipal, takeOffStandIn, withdrawStandIn } from "./stand-in.writes.server";

export type { Answered, AnswerRefused, Substitute, Wish } from "./rules";

export interface Answering {
  participantId: string;
  wish: Wish;
  via: "link" | "staff";
  /** Who noted it, when staff did. */
  byUserId?: string | null;
  now: Date;
}

/**
 * Takes the answer that came by a personal link. The link is looked up in this transaction, so one that was replaced a
 * moment ago is dead. The same press a second time on a link that its own answer has ended is recognized.
 */
export async function answerByLink(
  tx: Tx,
  { token, wish, now }: { token: string; wish: Wish; now: Date },
): Promise<Answered | AnswerRefused> {
  const found = await findInvitation(tx, { token });
  if (found) return take(tx, found.guest, wish, { via: "link", byUserId: null, token, now });
  const ended = await findJustEnded(tx, { token, now });
  if (
    ended &&
    wish.answer === "substitute" &&
    ended.by === "principal" &&
    isSameSubstitute(ended.standIn, wish.substitute)
  )
    return { ...unchanged("substitute", ended.principalId), linkEnded: true, substituteId: ended.standIn.id };
  if (ended && wish.answer === "no" && ended.by === "substitute")
    return { ...unchanged("no", ended.standIn.id), linkEnded: true };
  return refuse("not-found");
}

/**
 * Takes a guest's answer: yes (at the own point or, where guests may choose, another), no, or a substitute. The seat is
 * counted in this transaction. The same answer again changes nothing and writes no second letter.
 */
export async function answerInvitation(tx: Tx, answering: Answering): Promise<Answered | AnswerRefused> {
  const { participantId, wish, via, byUserId = null, now } = answering;
  const [guest] = await tx.select().from(participants).where(eq(participants.id, participantId));
  if (!guest || guest.withdrawnAt) return refuse("not-found");
  return take(tx, guest, wish, { via, byUserId, token: null, now });
}

async function take(tx: Tx, guest: Participant, wish: Wish, how: Omit<Given, "occasion" | "guest">) {
  const { via, now } = how;
  const wished = (wish.answer === "yes" && wish.pointId) || guest.pointId;
  // A substitute's answer may concern the principal's point too, and an invitation that tells of all.
  const only = guest.standsInForId ? undefined : ([guest.pointId, wished] as const);
  const occasion = await gatherOccasion(tx, { eventId: guest.eventId, only });
  if (!occasion || (via === "link" && !linksLive(occasion.event, now))) return refuse("not-found");
  const allowed = via === "staff" ? canStaffAnswer(occasion.event, now) : canAnswer(occasion.event, now);
  if (allowed !== true) return refuse(allowed);
  const given: Given = { occasion, guest, ...how };
  if (wish.answer === "yes") return sayYes(tx, given, wish.pointId ?? guest.pointId);
  if (wish.answer === "no") return sayNo(tx, given, wish.reason ?? "");
  return sendSubstitute(tx, given, wish.substitute);
}

const refuse = (reason: AnswerRefused["reason"]): AnswerRefused => ({ ok: false, reason });

const unchanged = (answer: Wish["answer"], participantId: string): Answered => ({
  ok: true,
  answer,
  changed: false,
  participantId,
  linkEnded: false,
});

async function sayYes(tx: Tx, given: Given, pointId: string): Promise<Answered | AnswerRefused> {
  const { occasion, guest, via } = given;
  const { event } = occasion;
  const point = occasion.points.get(pointId);
  const mayMove = event.guestsChoosePoint || via === "staff";
  if (!point || (pointId !== guest.pointId && !mayMove)) return refuse("point-not-offered");
  if (holdsSeat(guest) && guest.pointId === pointId) return unchanged("yes", guest.id);
  if (pointId !== guest.pointId && (await isListedAt(tx, { ...guest, pointId }))) return refuse("already-at-point");
  const standIn = await standInOf(tx, guest);
  if (!(await hasSeat(tx, point, [guest, standIn]))) {
    const offers = event.guestsChoosePoint ? await pointsWithSeats(tx, { eventId: event.id }) : [];
    await tellFull(tx, given, point, offers);
    return { ok: false, reason: "full", point: point.name, offers };
  }
  if (standIn) await withdrawStandIn(tx, given, standIn, "principal-attends");
  await takeBackOvertaken(tx, guest);
  const now = await keep(tx, given, { answer: "yes", pointId });
  await tellConfirmed(tx, given, now, point);
  return { ...unchanged("yes", guest.id), changed: true };
}

async function sayNo(tx: Tx, given: Given, reason: string): Promise<Answered> {
  const { guest } = given;
  if (guest.answer === "no" && guest.declineReason === reason) return unchanged("no", guest.id);
  if (guest.standsInForId) {
    await takeBackOvertaken(tx, guest);
    const gone = await takeOffStandIn(tx, given, reason);
    await note(tx, given, { answer: "no", reason });
    await tellDeclined(tx, given, gone);
    await returnToPrincipal(tx, given, guest.standsInForId);
    return { ...unchanged("no", guest.id), changed: true, linkEnded: true };
  }
  const standIn = await standInOf(tx, guest);
  if (standIn) await withdrawStandIn(tx, given, standIn, "list-corrected");
  const now = await keep(tx, given, { answer: "no", declineReason: reason }, { answer: "no", reason });
  // Another reason for the same no is kept, and is no news to the one who gives it.
  if (guest.answer !== "no") {
    await takeBackOvertaken(tx, guest);
    await tellDeclined(tx, given, now);
  }
  return { ...unchanged("no", guest.id), changed: true };
}

async function sendSubstitute(tx: Tx, given: Given, named: Substitute): Promise<Answered | AnswerRefused> {
  const { occasion, guest } = given;
  if (guest.standsInForId) return refuse("already-a-substitute");
  const point = occasion.points.get(guest.pointId);
  if (!point) return refuse("not-found");
  const standIn = await standInOf(tx, guest);
  if (standIn && isSameSubstitute(standIn, named))
    return { ...unchanged("substitute", guest.id), linkEnded: true, substituteId: standIn.id };
  if (named.email && (await isInvited(tx, { eventId: guest.eventId, email: named.email, besides: standIn?.id })))
    return refuse("already-invited");
  if (!(await hasSeat(tx, point, [guest, standIn])))
    return { ok: false, reason: "full", point: point.name, offers: [] };
  if (standIn) await withdrawStandIn(tx, given, standIn, "list-corrected");
  await takeBackOvertaken(tx, guest);
  const added = await addStandIn(tx, given, named);
  // The old link dies with the handing over: only one person may act for one seat.
  const now = await keep(
    tx,
    given,
    { answer: "substitute", tokenHash: null },
    { answer: "substitute", substituteId: added.id },
  );
  await tellSubstitute(tx, given, added, point);
  await tellHandedOver(tx, given, now, named, point);
  return { ...unchanged("substitute", guest.id), changed: true, linkEnded: true, substituteId: added.id };
}

// Only who has handed over has somebody in their place: most answers need no look.
const standInOf = async (tx: Tx, guest: Participant): Promise<Participant | null> =>
  guest.answer === "substitute" ? findStandIn(tx, { principalId: guest.id }) : null;

/** A free seat at the point, or one that these rows hold there already and would pass on. */
const hasSeat = async (tx: Tx, point: EventPoint, mine: (Participant | null)[]): Promise<boolean> =>
  point.capacity === null ||
  mine.some((row) => row !== null && holdsSeat(row) && row.pointId === point.id) ||
  !isFull(point.capacity, await countSeatsTaken(tx, { pointId: point.id }));

type Entry = Pick<typeof answerLog.$inferInsert, "answer" | "reason" | "pointId" | "substituteId">;
type Kept = Pick<Participant, "answer"> & Partial<Pick<Participant, "pointId" | "declineReason" | "tokenHash">>;

const keepAnswer = preparedWrite("keep_answer", (tx: Tx) =>
  tx
    .update(participants)
    .set({
      answer: incoming("answer", participants.answer),
      pointId: incoming("pointId", participants.pointId),
      declineReason: incoming("declineReason", participants.declineReason),
      tokenHash: incoming("tokenHash", participants.tokenHash),
      answeredAt: incoming("answeredAt", participants.answeredAt),
      answeredVia: incoming("answeredVia", participants.answeredVia),
      updatedAt: incoming("updatedAt", participants.updatedAt),
      calendarSequence: incoming("calendarSequence", participants.calendarSequence),
    })
    .where(eq(participants.id, sql.placeholder("id"))),
);

/** Keeps the answer on the guest's row, in the log of answers and in the audit. Returns the row as it is now. */
async function keep(tx: Tx, given: Given, answer: Kept, entry: Entry = answer): Promise<Participant> {
  const { guest, via, now } = given;
  const kept = {
    ...guest,
    declineReason: "",
    ...answer,
    answeredAt: now,
    answeredVia: via,
    updatedAt: now,
    calendarSequence: guest.calendarSequence + 1,
  };
  await keepAnswer(tx, kept);
  await note(tx, given, entry);
  return kept;
}

async function note(tx: Tx, { guest, via, byUserId, now }: Given, entry: Entry): Promise<void> {
  const given = { answer: entry.answer, reason: entry.reason ?? "" };
  const where = { pointId: entry.pointId ?? null, substituteId: entry.substituteId ?? null };
  await insertMany(tx, answerLog, [{ participantId: guest.id, via, byUserId, at: now, ...given, ...where }]);
  const detail = { participantId: guest.id, answer: entry.answer };
  if (via === "link") {
    // Under the guest: hundreds of answers would bury what the organizers did to the event.
    const subject = recipientOf.participant(guest.id);
    return record(tx, { actor: null, actorName: guest.fullName, verb: "guest.answered", subject, detail, now });
  }
  const [user] = byUserId ? await tx.select({ name: users.name }).from(users).where(eq(users.id, byUserId)) : [];
  const actor = byUserId && user ? { userId: byUserId, name: user.name } : null;
  await record(tx, { actor, verb: "guest.answer-noted", subject: topicOf.event(guest.eventId), detail, now });
}
