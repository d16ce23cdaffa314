import { and, desc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { scoreAssignments, scoreRecounts, scores, scoreSheets } from "#db/schema.server";
import type { Seat } from "../conflicts/reads.server";
import { pairOf } from "../conflicts/rules";
import type { CategoryRow } from "../rounds/reads.server";
import type { RoundSight } from "../sight.reads.server";
import { isBeforeCouncil } from "../nominations/rules";
import { type Criterion, isValid, type Sheet } from "./ballot.rules";
import { type Entry, type Ranking, rankCategory } from "./rules";

export type SheetRow = typeof scoreSheets.$inferSelect;

/** The dossiers of a round, or of one category, that the council judges or has judged; by id. */
export const judgedIn = ({ panel }: Pick<RoundSight, "panel">, categoryId?: string): string[] =>
  panel.dossiers
    .filter((one) => isBeforeCouncil(one.state) && (!categoryId || one.categoryId === categoryId))
    .map(({ nominationId }) => nominationId);

/** To whom dossiers were given: members by nomination; without rows a nomination is everybody's. */
export async function assignmentsOf(
  db: Reader,
  { nominationIds }: { nominationIds: readonly string[] },
): Promise<Map<string, Set<string>>> {
  const given = new Map<string, Set<string>>();
  for (let at = 0; at < nominationIds.length; at += 500) {
    const rows = await db
      .select()
      .from(scoreAssignments)
      .where(inArray(scoreAssignments.nominationId, nominationIds.slice(at, at + 500)));
    for (const { nominationId, memberId } of rows) {
      const members = given.get(nominationId as string) ?? new Set<string>();
      members.add(memberId as string);
      given.set(nominationId as string, members);
    }
  }
  return given;
}

/** Who judges a nomination: to whom it was given, or the whole panel, in both cases without the recused. */
export function judgesOf(
  { panel }: Pick<RoundSight, "panel">,
  given: ReadonlyMap<string, ReadonlySet<string>>,
  nominationId: string,
): Seat[] {
  const asked = given.get(nominationId);
  return panel.judgesOf(nominationId).filter(({ memberId }) => !asked || asked.has(memberId));
}

/**
 * Of some dossiers those that each member, or the one of `memberId`, still has to score: given to them, and neither handed
 * in nor declined. By member.
 */
export async function leftToScore(
  db: Reader,
  {
    panel,
    nominationIds,
    memberId,
  }: { panel: RoundSight["panel"]; nominationIds: readonly string[]; memberId?: string },
): Promise<Map<string, string[]>> {
  const given = await assignmentsOf(db, { nominationIds });
  const done = new Set<string>();
  for (let at = 0; at < nominationIds.length; at += 500) {
    const rows = await db
      .select({ by: scoreSheets.memberId, of: scoreSheets.nominationId })
      .from(scoreSheets)
      .where(
        and(
          inArray(scoreSheets.nominationId, nominationIds.slice(at, at + 500)),
          memberId ? eq(scoreSheets.memberId, memberId) : undefined,
          or(isNotNull(scoreSheets.submittedAt), isNotNull(scoreSheets.abstainedAt)),
        ),
      );
    for (const { by, of } of rows) done.add(pairOf(by, of));
  }
  const left = new Map<string, string[]>();
  for (const id of nominationIds)
    for (const judge of judgesOf({ panel }, given, id))
      if ((!memberId || judge.memberId === memberId) && !done.has(pairOf(judge.memberId, id)))
        left.set(judge.memberId, [...(left.get(judge.memberId) ?? []), id]);
  return left;
}

/** All sheets of some nominations with their scores; `recused` as the conflict predicate says now. */
export async function sheetsOf(
  db: Reader,
  { panel, nominationIds }: { panel: RoundSight["panel"]; nominationIds: readonly string[] },
): Promise<(Sheet & { row: SheetRow })[]> {
  const found: (Sheet & { row: SheetRow })[] = [];
  for (let at = 0; at < nominationIds.length; at += 500) {
    const some = nominationIds.slice(at, at + 500);
    const rows = await db.select().from(scoreSheets).where(inArray(scoreSheets.nominationId, some));
    const values = await db
      .select({ sheetId: scores.sheetId, criterionId: scores.criterionId, value: scores.value })
      .from(scores)
      .innerJoin(scoreSheets, eq(scoreSheets.id, scores.sheetId))
      .where(inArray(scoreSheets.nominationId, some));
    const bySheet = new Map<string, Map<string, number>>();
    for (const { sheetId, criterionId, value } of values) {
      const map = bySheet.get(sheetId as string) ?? new Map<string, number>();
      map.set(criterionId as string, value);
      bySheet.set(sheetId as string, map);
    }
    for (const row of rows)
      found.push({
        ...{ row, memberId: row.memberId, nominationId: row.nominationId },
        ...{ submitted: row.submittedAt !== null, abstained: row.abstainedAt !== null },
        recused: panel.conflict(row.memberId, row.nominationId) !== null,
        scores: bySheet.get(row.id) ?? new Map(),
      });
  }
  return found;
}

/** The one sheet of a member for a nomination, with its scores; null: not begun. */
export async function findSheet(
  db: Reader,
  { memberId, nominationId }: { memberId: string; nominationId: string },
): Promise<{ row: SheetRow; scores: Map<string, number> } | null> {
  const [row] = await db
    .select()
    .from(scoreSheets)
    .where(and(eq(scoreSheets.memberId, memberId), eq(scoreSheets.nominationId, nominationId)));
  if (!row) return null;
  const values = await db.select().from(scores).where(eq(scores.sheetId, row.id));
  return { row, scores: new Map(values.map(({ criterionId, value }) => [criterionId as string, value])) };
}

/** The criteria of a category as scores are counted with them. */
export const criteriaOf = (category: Pick<CategoryRow, "criteria">): Criterion[] =>
  category.criteria.map(({ id, weight, maximum, step, required }) => ({ id, weight, maximum, step, required }));

export interface CategoryRanking extends Ranking {
  entries: Entry[];
  sheets: (Sheet & { row: SheetRow })[];
  /** Sheets of members who are recused by now: kept, not counted. */
  stray: number;
}

/**
 * The ranking of one category as it stands: the same for page, export, minutes and test. Who may see which row is asked
 * by the caller through `sightOf`. `runOff`: winners of run-off votes, the best first.
 */
export async function findRanking(
  db: Reader,
  { sight, category, runOff }: { sight: Pick<RoundSight, "panel">; category: CategoryRow; runOff?: readonly string[] },
): Promise<CategoryRanking> {
  const nominationIds = judgedIn(sight, category.id);
  const given = await assignmentsOf(db, { nominationIds });
  const entries = nominationIds.map((nominationId) => ({
    nominationId,
    eligible: judgesOf(sight, given, nominationId).map(({ memberId }) => memberId),
  }));
  const sheets = await sheetsOf(db, { panel: sight.panel, nominationIds });
  const terms = {
    criteria: criteriaOf(category),
    aggregate: category.aggregate,
    adjustment: category.adjustmentFixed ?? category.adjustment,
    minimumScore: category.minimumScore,
  };
  const ranking = rankCategory(terms, entries, sheets, runOff);
  return { ...ranking, entries, sheets, stray: sheets.filter((sheet) => sheet.recused && sheet.submitted).length };
}

export interface QueueLine {
  nominationId: string;
  categoryId: string;
  /** Of the member: nothing yet, begun, handed in, abstained. */
  state: "open" | "begun" | "submitted" | "abstained";
  /** Valid ballots of all members. */
  ballots: number;
}

/**
 * What a member has to score, the fewest ballots first, what is done at the end; never in the order of ranks. Dossiers
 * in conflict are not there, and count in nothing.
 */
export async function queueOf(
  db: Reader,
  { sight, seat, categories }: { sight: RoundSight; seat: Seat; categories: readonly CategoryRow[] },
): Promise<QueueLine[]> {
  const ids = judgedIn(sight).filter((id) => sight.sees(id));
  const given = await assignmentsOf(db, { nominationIds: ids });
  const mine = ids.filter((id) => judgesOf(sight, given, id).some(({ memberId }) => memberId === seat.memberId));
  const sheets = await sheetsOf(db, { panel: sight.panel, nominationIds: mine });
  const categoryOf = new Map(sight.panel.dossiers.map((one) => [one.nominationId, one.categoryId]));
  const criteria = new Map(categories.map((category) => [category.id, criteriaOf(category)]));
  const lines = mine.map((nominationId): QueueLine => {
    const categoryId = categoryOf.get(nominationId) ?? "";
    const all = sheets.filter((sheet) => sheet.nominationId === nominationId);
    const own = all.find(({ memberId }) => memberId === seat.memberId);
    const state = !own ? "open" : own.abstained ? "abstained" : own.submitted ? "submitted" : "begun";
    const ballots = all.filter((sheet) => isValid(criteria.get(categoryId) ?? [], sheet)).length;
    return { nominationId, categoryId, state, ballots };
  });
  const rank = { begun: 0, open: 1, submitted: 2, abstained: 3 };
  return lines.sort((a, b) => rank[a.state] - rank[b.state] || a.ballots - b.ballots);
}

/** The journal of recounts of a category, the newest first. */
export const recountsOf = async (db: Reader, { categoryId }: { categoryId: string }) =>
  await db
    .select()
    .from(scoreRecounts)
    .where(eq(scoreRecounts.categoryId, categoryId))
    .orderBy(desc(scoreRecounts.at), desc(scoreRecounts.id));
