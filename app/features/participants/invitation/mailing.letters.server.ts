import type { Reader } from "#db/client.server";
import type { eventMoves, mailings } from "#db/schema.server";
import { eventCancelled } from "#emails/event-cancelled";
import { eventMoved } from "#emails/event-moved";
import { invitation } from "#emails/invitation";
import { type ChangedFact, invitationChanged } from "#emails/invitation-changed";
import type { Letter } from "#emails/letter";
import { env } from "~/web/env.server";
import { paths } from "~/web/paths";
import type { Participant } from "../reads.server";
import {
  addressing,
  calendarOfGuest,
  eventInLetters,
  gatherOccasion,
  type Guest,
  type Occasion,
  pointInLetters,
} from "./letters.server";

type Mailing = typeof mailings.$inferSelect;

/** One letter of a mailing: to whom, with which link. */
export interface One {
  mailing: Pick<Mailing, "kind" | "about">;
  occasion: Occasion;
  guest: Guest;
  link: string;
  /** The move that a letter about a new day tells of. */
  move: typeof eventMoves.$inferSelect | null;
  now: Date;
}

/** The letter that a mailing writes to one guest, in their language. */
export function composeMailing({ mailing, occasion, guest, link, move, now }: One): Letter {
  const { event } = occasion;
  const point = occasion.points.get(guest.pointId);
  if (!point) throw new Error(`participant ${guest.id} has no point`);
  const common = {
    ...addressing(occasion, guest),
    event: eventInLetters(occasion, guest.locale),
    point: pointInLetters(point),
    link,
    calendar: calendarOfGuest(occasion, guest, now),
  };
  switch (mailing.kind) {
    case "invitation":
      return invitation({
        ...common,
        replyBy: event.replyBy,
        note: mailing.about.note || event.note || null,
        canChoosePoint: event.guestsChoosePoint && occasion.points.size > 1,
      });
    case "moved":
      return eventMoved({
        ...common,
        was: { startsAt: move?.fromStartsAt ?? event.startsAt, endsAt: move?.fromEndsAt ?? event.endsAt },
        now: move?.toStartsAt ? { startsAt: move.toStartsAt, endsAt: move.toEndsAt } : null,
        reason: move?.reason || null,
        replyBy: event.replyBy,
      });
    case "cancelled":
      return eventCancelled({ ...common, reason: mailing.about.reason || null });
    case "details": {
      const changes = (mailing.about.changes ?? ["other"]) as ChangedFact[];
      return invitationChanged({ ...common, changes: changes.map((what) => ({ what })) });
    }
  }
}

/** The invitation as it would reach this person, with a link that opens nothing; nothing is written. */
export async function previewInvitation(
  db: Reader,
  { guest, note, now }: { guest: Participant; note: string; now: Date },
): Promise<Letter | null> {
  const occasion = await gatherOccasion(db, { eventId: guest.eventId });
  if (!occasion?.points.has(guest.pointId) || !guest.email) return null;
  const link = `${env().publicOrigin}${paths.rsvp("…")}`;
  return composeMailing({ mailing: { kind: "invitation", about: { note } }, occasion, guest, link, move: null, now });
}
