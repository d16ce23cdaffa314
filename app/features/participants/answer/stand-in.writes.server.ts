import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { answerLog, participants } from "#db/schema.server";
import { canAnswer } from "~/features/events/rules";
import { recipientOf } from "~/features/outbox/rules";
import { cancelLetters } from "~/features/outbox/writes.server";
import { fold, nameSortKey } from "~/web/text";
import type { Participant } from "../reads.server";
import { canAskAgain, type Given, tellAskedAgain, tellWithdrawn } from "./letters.server";
import { newDoorCode, type Substitute } from "./rules";

/** Puts the named person in the guest's place: a row of its own, coming, at the same point. */
export async function addStandIn(tx: Tx, { guest, via, now }: Given, named: Substitute): Promise<Participant> {
  const id = newId();
  const [standIn] = await tx
    .insert(participants)
    .values({
      id,
      eventId: guest.eventId,
      pointId: guest.pointId,
      fullName: named.name,
      position: named.position,
      organization: guest.organization,
      unitId: guest.unitId,
      email: named.email,
      phone: named.phone,
      locale: guest.locale,
      identity: `stand-in:${id}`,
      standsInForId: guest.id,
      answer: "yes",
      answeredAt: now,
      answeredVia: via,
      invitedAt: now,
      doorCode: newDoorCode(id),
      search: fold(`${named.name} ${named.position} ${guest.organization} ${named.email ?? ""} ${named.phone}`),
      sortKey: nameSortKey(named.name),
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  return standIn as Participant;
}

/** Takes back the substitute of someone who answers anew; the substitute is told and the link dies. */
export async function withdrawStandIn(
  tx: Tx,
  given: Given,
  standIn: Participant,
  because: "principal-attends" | "list-corrected",
): Promise<void> {
  const gone = await take(tx, given, standIn, {});
  await cancelLetters(tx, { recipient: recipientOf.participant(standIn.id), by: "withdrawn" });
  await tellWithdrawn(tx, given, gone, because);
}

/** Takes a substitute off the list who has said no. Returns the row as it is now. */
export const takeOffStandIn = (tx: Tx, given: Given, reason: string): Promise<Participant> =>
  take(tx, given, given.guest, {
    answer: "no",
    answeredAt: given.now,
    answeredVia: given.via,
    declineReason: reason,
  });

async function take(tx: Tx, { now }: Given, standIn: Participant, answer: Partial<Participant>): Promise<Participant> {
  const change = {
    ...answer,
    withdrawnAt: now,
    tokenHash: null,
    updatedAt: now,
    calendarSequence: standIn.calendarSequence + 1,
  };
  await tx.update(participants).set(change).where(eq(participants.id, standIn.id));
  return { ...standIn, ...change };
}

/**
 * A substitute who cannot come gives the matter back: the invited person counts as silent again, and is asked by a new
 * link while guests may still answer.
 */
export async function returnToPrincipal(tx: Tx, given: Given, principalId: string): Promise<void> {
  const { occasion, guest: standIn, via, byUserId, now } = given;
  const [principal] = await tx.select().from(participants).where(eq(participants.id, principalId));
  if (principal?.answer !== "substitute" || principal.withdrawnAt) return;
  const point = occasion.points.get(principal.pointId);
  const asks = point && canAnswer(occasion.event, now) === true && canAskAgain(given, principal) ? point : null;
  const change = {
    answer: "none",
    answeredAt: null,
    answeredVia: null,
    invitedAt: principal.invitedAt ?? (asks ? now : null),
    updatedAt: now,
    calendarSequence: principal.calendarSequence + 1,
  } as const;
  await tx.update(participants).set(change).where(eq(participants.id, principal.id));
  await tx.insert(answerLog).values({
    participantId: principal.id,
    answer: "none",
    via,
    reason: "substitute-declined",
    substituteId: standIn.id,
    byUserId,
    at: now,
  });
  if (asks) await tellAskedAgain(tx, given, { ...principal, ...change }, asks);
}
