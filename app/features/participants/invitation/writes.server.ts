import { and, eq, inArray, isNull } from "drizzle-orm";
import { newId } from "#db/dialect/ids";
import type { Reader, Tx } from "#db/client.server";
import { eventMoves, mailings, participants } from "#db/schema.server";
import type { ChangedFact } from "#emails/invitation-changed";
import { type Actor, may } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";
import { cancelLetters, enqueue } from "~/features/outbox/writes.server";
import { refuse } from "~/web/refuse";
import { ensureLink, gatherOccasion, type Occasion } from "./letters.server";
import { composeMailing } from "./mailing.letters.server";
import { letterKind, mailingKey, sortAudience } from "./reads.server";
import { type Audience, canInvite, type Exclusion, getsLetter, type MailingKind } from "./rules";

type Mailing = typeof mailings.$inferSelect;
type About = Mailing["about"];
type By = Pick<Actor, "userId" | "name"> | null;

interface Press {
  eventId: string;
  /** Left out: everybody who has no letter yet; with `only`: those people, whether invited before or not. */
  to?: Audience;
  only?: string[];
  /** Printed in the letters in place of the event's own note. */
  note?: string;
  /** Made with the preview: a second press of the same button is the same mailing. */
  mailingId?: string;
  actor: Actor;
  now: Date;
}

/**
 * The press on "send": keeps who gets an invitation and who does not. The letters follow in portions by
 * `continueMailing`.
 */
export async function startInvitations(
  tx: Tx,
  { eventId, only, to = only ? "chosen" : "new", note, mailingId, actor, now }: Press,
) {
  const occasion = await gatherOccasion(tx, { eventId });
  if (!occasion || !may(actor, "guests.manage", occasion.event.hostUnit.path)) return refuse("not-found");
  const [pressed] = mailingId ? await tx.select().from(mailings).where(eq(mailings.id, mailingId)) : [];
  if (pressed) return pressed.eventId === eventId ? started(pressed) : refuse("not-found");
  const allowed = canInvite(occasion.event, now);
  if (allowed !== true) return refuse(allowed);
  // Whoever is still being written to would count as not invited and get a second letter.
  const open = and(eq(mailings.eventId, eventId), eq(mailings.kind, "invitation"), isNull(mailings.doneAt));
  if ((await tx.$count(mailings, open)) > 0) return refuse("under-way");
  const { included, excluded } = await sortAudience(tx, { eventId, kind: "invitation", to, only });
  if (included.length === 0) return refuse("nobody");
  const about: About = { note, to };
  const mailing = await startMailing(tx, {
    id: mailingId,
    eventId,
    kind: "invitation",
    about,
    included,
    excluded,
    actor,
    now,
  });
  const detail = { letters: included.length };
  await record(tx, { actor, verb: "invitation.sent", subject: topicOf.event(eventId), detail, now });
  return started(mailing);
}

const started = (mailing: Mailing) => ({ ok: true, mailingId: mailing.id, letters: mailing.audience.length }) as const;

interface Starting {
  id?: string;
  eventId: string;
  kind: MailingKind;
  about: About;
  included: { id: string }[];
  excluded: { guest: { id: string }; reason: Exclusion }[];
  actor: By;
  now: Date;
}

async function startMailing(tx: Tx, given: Starting): Promise<Mailing> {
  const [mailing] = await tx
    .insert(mailings)
    .values({
      id: given.id ?? newId(),
      eventId: given.eventId,
      kind: given.kind,
      byUserId: given.actor?.userId ?? null,
      at: given.now,
      audience: given.included.map((guest) => guest.id),
      excluded: given.excluded.map(({ guest, reason }) => ({ participantId: guest.id, reason })),
      about: given.about,
      doneAt: given.included.length === 0 ? given.now : null,
    })
    .returning();
  return mailing as Mailing;
}

interface Telling {
  eventId: string;
  actor: By;
  now: Date;
}

/** In the transaction that moves an event: everyone concerned will be told. `moveId` names the row of event_moves. */
export async function tellGuestsEventMoved(tx: Tx, { moveId, ...telling }: Telling & { moveId: string }) {
  // Letters written for the old day would be wrong now; the clock writes new reminders for the new day.
  const kinds = [
    "invitation",
    "substitute-invitation",
    "reply-reminder",
    "event-reminder",
    "rsvp-confirmed",
    "event-moved",
  ];
  await cancelLetters(tx, { topic: topicOf.event(telling.eventId), kinds, by: "event-moved" });
  return tell(tx, { ...telling, kind: "moved", about: { moveId } });
}

/** In the transaction that cancels an event: letters that have not left are taken back, everyone who knows of it is told. */
export async function tellGuestsEventCancelled(tx: Tx, { reason, ...telling }: Telling & { reason: string }) {
  await cancelLetters(tx, { topic: topicOf.event(telling.eventId), by: "event-cancelled" });
  return tell(tx, { ...telling, kind: "cancelled", about: { reason } });
}

/** In the transaction that changes what guests were told, of the event or of one of its points. */
export async function tellGuestsDetailsChanged(
  tx: Tx,
  { pointId, changes, ...telling }: Telling & { pointId?: string; changes: ChangedFact[] },
) {
  return tell(tx, { ...telling, kind: "details", about: { pointId, changes } });
}

async function tell(tx: Tx, { eventId, kind, about, actor, now }: Telling & { kind: MailingKind; about: About }) {
  const { included, excluded } = await sortAudience(tx, { eventId, kind, pointId: about.pointId });
  const mailing = await startMailing(tx, { eventId, kind, about, included, excluded, actor, now });
  return { mailingId: mailing.id, letters: included.length };
}

/**
 * Writes the next letters of a mailing, at most `limit`, in the audience's order. Each person is looked at again: who
 * has answered or left the list meanwhile gets none. Safe to repeat at any time. `left` is how many are still to come.
 */
export async function continueMailing(
  tx: Tx,
  { mailingId, limit, now }: { mailingId: string; limit: number; now: Date },
): Promise<{ left: number }> {
  const [mailing] = await tx.select().from(mailings).where(eq(mailings.id, mailingId));
  if (!mailing || mailing.doneAt) return { left: 0 };
  const next = mailing.audience.slice(mailing.written, mailing.written + limit);
  const occasion = await gatherOccasion(tx, { eventId: mailing.eventId });
  if (occasion && (mailing.kind !== "invitation" || canInvite(occasion.event, now) === true))
    await writePortion(tx, { mailing, occasion, ids: next, now });
  const written = mailing.written + next.length;
  const left = mailing.audience.length - written;
  await tx
    .update(mailings)
    .set({ written, doneAt: left === 0 ? now : null })
    .where(eq(mailings.id, mailingId));
  return { left };
}

async function writePortion(
  tx: Tx,
  { mailing, occasion, ids, now }: { mailing: Mailing; occasion: Occasion; ids: string[]; now: Date },
): Promise<void> {
  const rows = ids.length > 0 ? await tx.select().from(participants).where(inArray(participants.id, ids)) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const move = mailing.about.moveId ? await findMove(tx, mailing.about.moveId) : null;
  for (const id of ids) {
    const row = byId.get(id);
    if (!row || getsLetter(mailing.kind, row, mailing.about.to) !== true) continue;
    const { guest, link } = await ensureLink(tx, row);
    if (mailing.kind === "invitation" && !row.invitedAt)
      await tx.update(participants).set({ invitedAt: now, updatedAt: now }).where(eq(participants.id, guest.id));
    await enqueue(tx, composeMailing({ mailing, occasion, guest, link, move, now }), {
      key: mailingKey(mailing, guest.id),
      kind: letterKind[mailing.kind],
      topic: topicOf.event(occasion.event.id),
      recipient: recipientOf.participant(guest.id),
      locale: guest.locale,
      // A cancellation is worth knowing even late; the others are of no use once the event has begun.
      sendBy: mailing.kind === "cancelled" || occasion.event.dateOpen ? undefined : occasion.event.startsAt,
      priority: mailing.kind === "invitation" ? 5 : 3,
      now,
    });
  }
}

async function findMove(db: Reader, moveId: string) {
  const [move] = await db.select().from(eventMoves).where(eq(eventMoves.id, moveId));
  return move ?? null;
}
