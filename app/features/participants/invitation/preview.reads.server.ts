import { eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { participants } from "#db/schema.server";
import type { Letter } from "#emails/letter";
import { previewInvitation } from "./mailing.letters.server";
import { sortAudience } from "./reads.server";
import { type Audience, countReasons, type Exclusion } from "./rules";

/** Names shown of a group of people before the list itself is pointed to. */
const namesShown = 60;

interface Asked {
  eventId: string;
  to: Audience;
  /** The ticked people, for "chosen". */
  only?: string[] | undefined;
  note: string;
  now: Date;
}

export interface Preview {
  to: Audience;
  only: string[];
  note: string;
  /** The name of the press that may follow; pressing twice sends once. */
  press: string;
  letters: number;
  names: string[];
  excluded: { reason: Exclusion; people: number; guests: { id: string; fullName: string; bounceReason: string }[] }[];
  /** The first letter as it would leave; null when there is none. */
  letter: (Pick<Letter, "subject" | "text"> & { guestId: string; name: string }) | null;
}

/** What a press on "send" would do now: who gets a letter, who does not and why, and the first letter itself. */
export async function previewOfInvitations(db: Reader, { eventId, to, only, note, now }: Asked): Promise<Preview> {
  const { included, excluded } = await sortAudience(db, { eventId, kind: "invitation", to, only });
  const [first] = included;
  const letter = first ? await invitationFor(db, { guestId: first.id, eventId, note, now }) : null;
  return {
    to,
    only: only ?? [],
    note,
    press: newId(),
    letters: included.length,
    names: included.slice(0, namesShown).map(({ fullName }) => fullName),
    excluded: countReasons(excluded).map((group) => ({
      ...group,
      guests: excluded
        .filter(({ reason }) => reason === group.reason)
        .slice(0, namesShown)
        .map(({ guest: { id, fullName, bounceReason } }) => ({ id, fullName, bounceReason })),
    })),
    letter:
      letter && first ? { subject: letter.subject, text: letter.text, guestId: first.id, name: first.fullName } : null,
  };
}

/** One guest's invitation as it would leave now; null for somebody who is not on this event's list or has no address. */
export async function invitationFor(
  db: Reader,
  { guestId, eventId, note, now }: { guestId: string; eventId: string; note: string; now: Date },
): Promise<Letter | null> {
  const [guest] = await db.select().from(participants).where(eq(participants.id, guestId));
  return guest && guest.eventId === eventId ? previewInvitation(db, { guest, note, now }) : null;
}
