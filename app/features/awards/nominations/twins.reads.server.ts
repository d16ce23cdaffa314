import { eq, or } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { awardCategories, awardRounds, honours, nominations, units } from "#db/schema.server";
import { likeEnough, likeness } from "../keys.rules";
import type { NominationRow } from "./reads.server";
import { isIn } from "./rules";

export interface Twin {
  /** A dossier of this round, or an award of an earlier year. */
  of: "round" | "honour";
  id: string;
  name: string;
  unitName: string;
  year: number;
  category: string;
  /** The same name, the same achievement (or one much like it), or both. */
  same: "name" | "achievement" | "both";
}

/**
 * Whom a dossier may be a twin of: the same folded name in the round or among those awarded before, or an achievement
 * that is (nearly) the same in words. Shown to who judges it, never acted upon by itself. Of the round only what was handed
 * in and what the asker `sees`: a conflict of theirs is not told by a twin either. What earlier rounds honoured is public.
 */
export async function twinsOf(
  db: Reader,
  {
    nomination,
    sees,
  }: {
    nomination: Pick<NominationRow, "id" | "roundId" | "nomineeKey" | "achievementKey" | "nomineeUnitId">;
    sees: (nominationId: string) => boolean;
  },
): Promise<Twin[]> {
  const { id, roundId, nomineeKey: name, achievementKey: deed, nomineeUnitId } = nomination;
  const sameOf = (other: { nomineeKey: string; achievementKey: string }): Twin["same"] | null => {
    const names = other.nomineeKey === name;
    const deeds = deed !== "" && likeness(other.achievementKey, deed) >= likeEnough;
    return names && deeds ? "both" : names ? "name" : deeds ? "achievement" : null;
  };
  const inRound = await db
    .select({ row: nominations, unitName: units.name, category: awardCategories.title, year: awardRounds.year })
    .from(nominations)
    .innerJoin(units, eq(units.id, nominations.unitId))
    .innerJoin(awardCategories, eq(awardCategories.id, nominations.categoryId))
    .innerJoin(awardRounds, eq(awardRounds.id, nominations.roundId))
    .where(eq(nominations.roundId, roundId));
  const before = await db
    .select()
    .from(honours)
    .where(
      or(
        eq(honours.nomineeKey, name),
        deed ? eq(honours.achievementKey, deed) : undefined,
        nomineeUnitId ? eq(honours.unitId, nomineeUnitId) : undefined,
      ),
    );
  return [
    ...inRound.flatMap(({ row, unitName, category, year }): Twin[] => {
      const shown = row.id !== id && (isIn(row.state) || row.state === "returned") && sees(row.id);
      const same = shown ? sameOf(row) : null;
      return same
        ? [{ ...{ of: "round", id: row.id, name: row.nomineeName, unitName, year, category: category.vi, same } }]
        : [];
    }),
    ...before.flatMap((row): Twin[] => {
      const ofRound = row.roundId === roundId && row.nominationId !== null;
      const shown = !ofRound || (row.nominationId !== id && sees(row.nominationId as string));
      const same = shown ? sameOf(row) : null;
      const { id: honourId, name: told, unitName, year, category } = row;
      return same ? [{ ...{ of: "honour", id: honourId, name: told, unitName, year, category, same } }] : [];
    }),
  ];
}
