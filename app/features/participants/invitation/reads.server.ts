import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/client.server";
import { mailings, participants, points, users } from "#db/schema.server";
import { takenKeys } from "~/features/outbox/reads.server";
import { hashToken } from "~/web/secrets.server";
import { type Audience, type Exclusion, getsLetter, type MailingKind } from "./rules";

/** The person a link belongs to, with the place; null for a link that never was, was replaced or taken back. */
export async function findInvitation(db: Reader, { token }: { token: string }) {
  // Tokens are 43 characters of base64url; anything else is not worth a look into the table.
  if (!/^[\w-]{43}$/.test(token)) return null;
  const [row] = await invitationByToken(db, { hash: hashToken(token) });
  return row ?? null;
}

const invitationByToken = prepared("invitation_by_token", (db: Reader) =>
  db
    .select({ guest: participants, point: points })
    .from(participants)
    .innerJoin(points, eq(points.id, participants.pointId))
    .where(and(eq(participants.tokenHash, sql.placeholder("hash")), isNull(participants.withdrawnAt))),
);

export interface Asked {
  eventId: string;
  kind: MailingKind;
  to?: Audience;
  /** Nobody else is looked at. */
  only?: string[];
  pointId?: string;
}

const addressee = {
  id: participants.id,
  fullName: participants.fullName,
  position: participants.position,
  pointId: participants.pointId,
  standsInForId: participants.standsInForId,
  email: participants.email,
  answer: participants.answer,
  invitedAt: participants.invitedAt,
  withdrawnAt: participants.withdrawnAt,
  bouncedAt: participants.bouncedAt,
  bounceReason: participants.bounceReason,
};

/** Who on an event's list gets a letter of this kind, and who does not, and why: the preview and the sending alike. */
export async function sortAudience(db: Reader, { eventId, kind, to, only, pointId }: Asked) {
  const rows = await db
    .select(addressee)
    .from(participants)
    .where(
      and(
        eq(participants.eventId, eventId),
        isNull(participants.withdrawnAt),
        // Substitutes are invited by whoever names them.
        kind === "invitation" ? isNull(participants.standsInForId) : undefined,
        pointId ? eq(participants.pointId, pointId) : undefined,
      ),
    )
    .orderBy(asc(participants.sortKey), asc(participants.id));
  const wanted = only ? new Set(only) : null;
  const included: typeof rows = [];
  const excluded: { guest: (typeof rows)[number]; reason: Exclusion }[] = [];
  for (const guest of rows) {
    if (wanted && !wanted.has(guest.id)) continue;
    const gets = getsLetter(kind, guest, to);
    if (gets === true) included.push(guest);
    else excluded.push({ guest, reason: gets });
  }
  return { included, excluded };
}

/** Mailings that were broken off or have more to write, the oldest first. */
export async function openMailings(db: Reader): Promise<string[]> {
  const rows = await db
    .select({ id: mailings.id })
    .from(mailings)
    .where(isNull(mailings.doneAt))
    .orderBy(asc(mailings.at))
    .limit(50);
  return rows.map((row) => row.id);
}

/** The mailings of an event, the newest first, with who pressed the button. */
export async function mailingsOf(db: Reader, { eventId }: { eventId: string }) {
  const rows = await db
    .select({ mailing: mailings, byName: users.name })
    .from(mailings)
    .leftJoin(users, eq(users.id, mailings.byUserId))
    .where(eq(mailings.eventId, eventId))
    .orderBy(desc(mailings.at), desc(mailings.id));
  return rows.map(({ mailing: { audience, excluded, ...mailing }, byName }) => ({
    ...mailing,
    byName: byName ?? "",
    audience: audience.length,
    excluded: excluded.length,
  }));
}

/** The kind of letter, in the outbox's word, that a mailing writes. */
export const letterKind: Record<MailingKind, string> = {
  invitation: "invitation",
  moved: "event-moved",
  cancelled: "event-cancelled",
  details: "invitation-changed",
};

export const mailingKey = (mailing: { id: string; kind: MailingKind }, participantId: string): string =>
  `${letterKind[mailing.kind]}:${mailing.id}:${participantId}`;

/**
 * One mailing of an event: how far it is, how many letters it has written, and who was left out and why, as it was
 * decided when the button was pressed. Null when there is none.
 */
export async function findMailing(db: Reader, { mailingId, eventId }: { mailingId: string; eventId: string }) {
  const [row] = await db
    .select({ mailing: mailings, byName: users.name })
    .from(mailings)
    .leftJoin(users, eq(users.id, mailings.byUserId))
    .where(and(eq(mailings.id, mailingId), eq(mailings.eventId, eventId)));
  if (!row) return null;
  const { audience, excluded, ...mailing } = row.mailing;
  const keys = audience.slice(0, mailing.written).map((id) => mailingKey(mailing, id));
  const letters = (await takenKeys(db, { keys })).size;
  const names = await namesOf(
    db,
    excluded.map(({ participantId }) => participantId),
  );
  const left = excluded.flatMap(({ participantId, reason }) => {
    const guest = names.get(participantId);
    return guest ? [{ ...guest, reason: reason as Exclusion }] : [];
  });
  return { ...mailing, byName: row.byName ?? "", audience: audience.length, excluded: left, letters };
}

async function namesOf(db: Reader, ids: string[]) {
  const names = new Map<string, { id: string; fullName: string; position: string }>();
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await db
      .select({ id: participants.id, fullName: participants.fullName, position: participants.position })
      .from(participants)
      .where(inArray(participants.id, ids.slice(at, at + 500)));
    for (const row of rows) names.set(row.id, row);
  }
  return names;
}
