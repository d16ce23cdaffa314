import { createHash } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { scores, scoreSheets } from "#db/schema.server";
import type { CategoryRow } from "../rounds/reads.server";
import type { RoundSight } from "../sight.reads.server";
import { assignmentsOf, judgedIn, judgesOf } from "../scoring/reads.server";
import { type DossierJudges, loadsOf, type Proposal, proposalFor } from "./rules";

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
      begun: own.filter(({ abstainedAt, filled }) => !abstainedAt && filled).length,
    };
  });
}

/** `filled`: something stands in it; whoever declined and took that back has an empty one. */
async function sheetsBegun(db: Reader, ids: readonly string[]) {
  const { id, memberId, nominationId, abstainedAt, comment } = scoreSheets;
  const found: { memberId: string; nominationId: string; abstainedAt: Date | null; filled: boolean }[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const those = inArray(nominationId, ids.slice(at, at + 500));
    const sheets = await db.select({ id, memberId, nominationId, abstainedAt, comment }).from(scoreSheets).where(those);
    const scored = await db
      .selectDistinct({ id })
      .from(scoreSheets)
      .innerJoin(scores, eq(scores.sheetId, id))
      .where(those);
    const full = new Set(scored.map((sheet) => sheet.id as string));
    found.push(...sheets.map((sheet) => ({ ...sheet, filled: full.has(sheet.id) || sheet.comment !== "" })));
  }
  return found;
}

/** Tells one state of things from another: what was confirmed is what was shown as long as it is the same. */
const versionOf = (facts: unknown): string =>
  createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 22);

const sorted = (ids: Iterable<string>) => [...ids].sort();

/** One dossier as it stood when its judges were chosen on a page. */
export const versionOfJudges = ({ nominationId, eligible, judges, abstained }: DossierJudges): string =>
  versionOf([nominationId, sorted(eligible), sorted(judges), sorted(abstained)]);

export interface CategoryJudges {
  categoryId: string;
  dossiers: DossierJudges[];
}

/** `judgesIn` for every category of a round, in their order. */
export async function judgesInRound(
  db: Reader,
  { panel, categories }: { panel: RoundSight["panel"]; categories: readonly Pick<CategoryRow, "id">[] },
): Promise<CategoryJudges[]> {
  const found: CategoryJudges[] = [];
  for (const category of categories)
    found.push({ categoryId: category.id, dossiers: await judgesIn(db, { panel, category }) });
  return found;
}

/**
 * What sharing out a category would come to now, over all its dossiers, with the version that a confirmation names: it
 * changes with the dossiers, the conflicts, what is given, and what members have to do elsewhere in the round.
 */
export function proposalIn(
  all: readonly CategoryJudges[],
  { id: categoryId, judgesPerNomination: each }: Pick<CategoryRow, "id" | "judgesPerNomination">,
): Proposal & { version: string } {
  const dossiers = all.find((one) => one.categoryId === categoryId)?.dossiers ?? [];
  const others = all.filter((one) => one.categoryId !== categoryId).flatMap((one) => one.dossiers);
  const elsewhere = loadsOf(others.map(({ judges }) => judges));
  const facts = dossiers.map((dossier) => [versionOfJudges(dossier), dossier.given]).sort();
  const version = versionOf([categoryId, each, facts, [...elsewhere].sort()]);
  return { ...proposalFor(dossiers, each, elsewhere), version };
}
