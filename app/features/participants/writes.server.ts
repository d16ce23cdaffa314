import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { participants, points, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { cancelLetters } from "~/features/outbox/writes.server";
import { refuse } from "~/web/refuse";
import { isListedAt } from "./answer/reads.server";
import { columnsOf, dataOf, type GuestData, markOfGuest } from "./data.rules";
import { findKept } from "./guests/reads.server";
import { hostPathOf } from "./guests/sight.reads.server";
import { forgottenAddress, newGuestRow } from "./row.writes.server";
import { mayKeepGuest } from "./rules";

export { takeOverList } from "./list/writes.server";
export { moveGuest } from "./move.writes.server";
export type { GuestData } from "./data.rules";
export { withdrawGuest } from "./withdraw.writes.server";

/** Whether this person may put somebody of that unit on the event's list. */
async function mayPutThere(tx: Tx, actor: Actor, eventId: string, unitId: string | null): Promise<boolean> {
  const hostPath = await hostPathOf(tx, { eventId });
  if (hostPath === null) return false;
  const [unit] = unitId ? await tx.select({ path: units.path }).from(units).where(eq(units.id, unitId)) : [];
  return mayKeepGuest(actor, { hostPath, unitPath: unit?.path ?? null });
}

/** Puts one person on the list, without a letter yet. */
export async function addGuest(
  tx: Tx,
  { eventId, guest, actor, now }: { eventId: string; guest: GuestData; actor: Actor; now: Date },
) {
  if (!(await mayPutThere(tx, actor, eventId, guest.unitId))) return refuse("not-allowed");
  if ((await tx.$count(points, and(eq(points.id, guest.pointId), eq(points.eventId, eventId)))) === 0)
    return refuse("unknown-point");
  const [row] = await tx
    .insert(participants)
    .values(newGuestRow(eventId, guest, { now }))
    .onConflictDoNothing()
    .returning({ id: participants.id });
  if (!row) return refuse("already-on-list");
  await record(tx, {
    actor,
    verb: "guest.added",
    subject: topicOf.event(eventId),
    detail: { participantId: row.id },
    now,
  });
  return { ok: true, participantId: row.id } as const;
}

interface Correction {
  participantId: string;
  /** `pointId` is left as it is: moving is a matter of its own. */
  guest: Omit<GuestData, "pointId">;
  /** `markOfGuest` of the data as the form showed it. */
  seen: string;
  actor: Actor;
  now: Date;
}

/**
 * Corrects a person's data. When somebody else was faster, the data as they are now come back instead. Another address
 * gets a new link, and the invitation can be sent again.
 */
export async function changeGuest(tx: Tx, { participantId, guest, seen, actor, now }: Correction) {
  const row = await findKept(tx, { participantId, actor });
  if (!row) return refuse("not-found");
  const current = dataOf(row);
  const data = { ...guest, pointId: row.pointId };
  if (markOfGuest(current) === markOfGuest(data)) return { ok: true, changed: false } as const;
  if (markOfGuest(current) !== seen) return { ok: false, reason: "changed-meanwhile", current } as const;
  if (!(await mayPutThere(tx, actor, row.eventId, guest.unitId))) return refuse("not-allowed");
  const { identity, ...columns } = columnsOf(data);
  // A substitute stands on the list through the person they stand in for.
  const known = row.standsInForId ? row.identity : identity;
  if (known !== row.identity && (await isListedAt(tx, { ...row, identity: known }))) return refuse("already-on-list");
  const newAddress = data.email !== row.email;
  await tx
    .update(participants)
    .set({ ...columns, identity: known, updatedAt: now, ...(newAddress && forgottenAddress(row.answer)) })
    .where(eq(participants.id, participantId));
  if (newAddress) await cancelLetters(tx, { recipient: recipientOf.participant(participantId), by: "address-changed" });
  const detail = { participantId, newAddress };
  await record(tx, { actor, verb: "guest.changed", subject: topicOf.event(row.eventId), detail, now });
  return { ok: true, changed: true, newAddress } as const;
}

interface Bounce {
  participantId: string;
  reason: string;
  /** Who heard of it; left out when the mail server said so. */
  actor?: Actor;
  now: Date;
}

/** Notes that letters to this person come back; nobody writes there until it is taken back or another address is known. */
export async function markBounced(tx: Tx, { participantId, reason, actor, now }: Bounce) {
  const row = actor ? await findKept(tx, { participantId, actor }) : { eventId: null };
  if (!row) return refuse("not-found");
  const [marked] = await tx
    .update(participants)
    .set({ bouncedAt: now, bounceReason: reason.slice(0, 500), updatedAt: now })
    .where(and(eq(participants.id, participantId), isNull(participants.bouncedAt), isNotNull(participants.email)))
    .returning({ id: participants.id });
  if (marked && actor && row.eventId)
    await record(tx, {
      actor,
      verb: "guest.bounced",
      subject: topicOf.event(row.eventId),
      detail: { participantId },
      now,
    });
  return { ok: true, changed: Boolean(marked) } as const;
}

/** The address takes letters after all. */
export async function clearBounce(
  tx: Tx,
  { participantId, actor, now }: { participantId: string; actor: Actor; now: Date },
) {
  const row = await findKept(tx, { participantId, actor });
  if (!row) return refuse("not-found");
  if (!row.bouncedAt) return { ok: true, changed: false } as const;
  await tx
    .update(participants)
    .set({ bouncedAt: null, bounceReason: "", updatedAt: now })
    .where(eq(participants.id, participantId));
  await record(tx, {
    actor,
    verb: "guest.bounce-cleared",
    subject: topicOf.event(row.eventId),
    detail: { participantId },
    now,
  });
  return { ok: true, changed: true } as const;
}
