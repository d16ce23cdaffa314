import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { honours, letters } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { topicOf } from "~/features/outbox/rules";
import { closedDossiers } from "./sight.reads.server";

/**
 * The ids of letters about dossiers that a conflict of an own seat closes to this person. Whoever reads the letters of the
 * whole installation does not read these: they tell what became of the dossier, and why.
 */
export async function lettersHidden(db: Reader, { actor, now }: { actor: Actor; now: Date }): Promise<string[]> {
  const hidden: string[] = [];
  for (const { roundId, nominationIds } of await closedDossiers(db, { actor, now })) {
    const about = new Set(nominationIds);
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
