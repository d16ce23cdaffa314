import { inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { scoreSheets } from "#db/schema.server";
import type { CategoryRow } from "../rounds/reads.server";
import type { RoundSight } from "../sight.reads.server";
import { assignmentsOf, judgedIn, judgesOf } from "../scoring/reads.server";

/** Who is to score one dossier; members by their ids, in the order of the seats. */
export interface DossierJudges {
  nominationId: string;
  /** The panel without the recused. */
  eligible: string[];
  /** Who scores it as things stand. */
  judges: string[];
  /** Of the eligible: who has said that they do not score it. */
  abstained: string[];
  /** Sheets begun or handed in, by whomever. */
  begun: number;
  /** It was given to chosen members; otherwise it is the whole panel's. */
  given: boolean;
}

/**
 * Who scores what in a category, for every dossier before the council: also for those that a conflict closes to who asks.
 * What is shown of it is asked of `sight.sees` by the caller.
 */
export async function judgesIn(
  db: Reader,
  { panel, category }: { panel: RoundSight["panel"]; category: Pick<CategoryRow, "id"> },
): Promise<DossierJudges[]> {
  const ids = judgedIn({ panel }, category.id);
  const given = await assignmentsOf(db, { nominationIds: ids });
  const sheets = await sheetsBegun(db, ids);
  return ids.map((nominationId) => {
    const eligible = panel.judgesOf(nominationId).map(({ memberId }) => memberId);
    const own = sheets.filter((sheet) => sheet.nominationId === nominationId);
    const abstaining = own.flatMap(({ memberId, abstainedAt }) => (abstainedAt ? [memberId] : []));
    return {
      ...{ nominationId, eligible, given: given.has(nominationId) },
      judges: judgesOf({ panel }, given, nominationId).map(({ memberId }) => memberId),
      abstained: eligible.filter((id) => abstaining.includes(id)),
      begun: own.length - abstaining.length,
    };
  });
}

async function sheetsBegun(db: Reader, ids: readonly string[]) {
  const { memberId, nominationId, abstainedAt } = scoreSheets;
  const found: { memberId: string; nominationId: string; abstainedAt: Date | null }[] = [];
  for (let at = 0; at < ids.length; at += 500)
    found.push(
      ...(await db
        .select({ memberId, nominationId, abstainedAt })
        .from(scoreSheets)
        .where(inArray(nominationId, ids.slice(at, at + 500)))),
    );
  return found;
}
