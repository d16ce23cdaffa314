import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { councilMembers, honours, letters } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { topicOf } from "~/features/outbox/rules";
import { sightOf } from "./sight.reads.server";

/**
 * The ids of letters about dossiers that a conflict of an own seat closes to this person. Whoever reads the letters of the
 * whole installation does not read these: they tell what became of the dossier, and why.
 */
export async function lettersHidden(db: Reader, { actor, now }: { actor: Actor; now: Date }): Promise<string[]> {
  const seats = await db
    .select({ roundId: councilMembers.roundId })
    .from(councilMembers)
    .where(and(eq(councilMembers.userId, actor.userId), isNull(councilMembers.leftAt)));
  const hidden: string[] = [];
  for (const { roundId } of seats) {
    const sight = await sightOf(db, { actor, roundId, now });
    const closed = sight?.panel.dossiers.filter(({ nominationId }) => !sight.sees(nominationId)) ?? [];
    const about = new Set(closed.map(({ nominationId }) => nominationId));
    if (about.size === 0) continue;
    const awarded = await db
      .select({ id: honours.id })
      .from(honours)
      .where(and(eq(honours.roundId, roundId), inArray(honours.nominationId, [...about])));
    for (const { id } of awarded) about.add(id);
    const written = await db
      .select({ id: letters.id, key: letters.key })
      .from(letters)
      .where(eq(letters.topic, topicOf.awards(roundId)));
    // The key says in words what a letter is about: "award-returned:<dossier>:…", "award-won:<award>:…".
    for (const { id, key } of written) if (key.split(":").some((part) => about.has(part))) hidden.push(id);
  }
  return hidden;
}
