import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { events, letters, participants } from "#db/schema.server";
import { recipientOf, topicOf } from "~/features/outbox/rules";

const alive = ["open", "closed", "running", "postponed"] as const;

/**
 * Guests whose address a mail server has refused for good and whose row does not say so yet. What was written to the
 * row after the refusal stands: an organizer who takes the mark back knows better than an old letter.
 */
export async function refusedGuests(db: Reader): Promise<{ participantId: string; reason: string }[]> {
  const current = await db
    .select({ id: events.id })
    .from(events)
    .where(inArray(events.state, [...alive]));
  if (current.length === 0) return [];
  const refused = await db
    .select({
      recipient: letters.recipient,
      address: letters.toAddress,
      reason: letters.response,
      at: letters.claimedAt,
    })
    .from(letters)
    .where(
      and(
        inArray(
          letters.topic,
          current.map(({ id }) => topicOf.event(id)),
        ),
        eq(letters.state, "failed"),
        eq(letters.failure, "permanent"),
      ),
    );
  const byRecipient = new Map(refused.map((letter) => [letter.recipient, letter]));
  const ids = [...byRecipient.keys()].flatMap((recipient) =>
    recipient.startsWith("participant:") ? recipient.slice("participant:".length) : [],
  );
  const marked: { participantId: string; reason: string }[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const guests = await db
      .select({ id: participants.id, email: participants.email, updatedAt: participants.updatedAt })
      .from(participants)
      .where(
        and(
          inArray(participants.id, ids.slice(at, at + 500)),
          isNull(participants.bouncedAt),
          isNotNull(participants.email),
        ),
      );
    for (const guest of guests) {
      const letter = byRecipient.get(recipientOf.participant(guest.id));
      if (letter?.at && letter.address === guest.email && letter.at >= guest.updatedAt)
        marked.push({ participantId: guest.id, reason: letter.reason });
    }
  }
  return marked;
}
