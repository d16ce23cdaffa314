import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardCategories, scores, scoreSheets } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { notedAs } from "../rounds/act.writes.server";
import { isOpen } from "../rounds/phases.rules";
import { type CategoryRow, findCategory, phasesOf } from "../rounds/reads.server";
import { hasEnded } from "../rounds/rules";
import { sightOf } from "../sight.reads.server";
import { modeOf } from "./adjustment.rules";
import { scoreRefusal, unanswered } from "./ballot.rules";
import { assignmentsOf, criteriaOf, findSheet, judgedIn, judgesOf } from "./reads.server";

export interface SheetAct {
  roundId: string;
  nominationId: string;
  actor: Actor;
  now: Date;
}

/** Writes into the log what was done to the scores of a round. */
export const noted = notedAs("scoring");

/** Everything a member needs to score one dossier now; otherwise why not. A conflict looks like nothing at all. */
async function toScore(tx: Tx, { roundId, nominationId, actor, now }: SheetAct) {
  const sight = await sightOf(tx, { actor, roundId, now });
  const dossier = sight?.panel.dossiers.find((one) => one.nominationId === nominationId);
  if (!sight?.seat || !dossier) return refuse("not-allowed");
  // Asked first, and alike of every dossier: it tells nothing of any conflict.
  if (sight.seat.declaredAt === null) return refuse("not-declared");
  if (!sight.sees(nominationId)) return refuse("not-allowed");
  if (!judgedIn(sight).includes(nominationId)) return refuse("not-before-council");
  const { memberId } = sight.seat;
  const given = await assignmentsOf(tx, { nominationIds: [nominationId] });
  if (!judgesOf(sight, given, nominationId).some((judge) => judge.memberId === memberId)) return refuse("not-yours");
  if (hasEnded(sight.panel.state)) return refuse("ended");
  if (!isOpen(await phasesOf(tx, { roundId }), "scoring", now)) return refuse("scoring-closed");
  const category = (await findCategory(tx, { categoryId: dossier.categoryId })) as CategoryRow;
  return { ok: true, sight, memberId, category, sheet: await findSheet(tx, { memberId, nominationId }) } as const;
}

/**
 * Saves what a member has filled in so far. A value of null takes the score of its criterion back. Refused:
 * "not-allowed", "not-declared", "not-before-council", "not-yours", "ended", "scoring-closed", "changed-meanwhile" (another tab
 * has saved; with its version), "submitted" (take it back first), and for a score "above-maximum", "below-zero",
 * "off-step", "no-criterion" with the criterion. Gives the version.
 */
export async function saveScores(
  tx: Tx,
  {
    values,
    comment,
    version,
    ...act
  }: SheetAct & { values: ReadonlyMap<string, number | null>; comment?: string; version: number },
) {
  const asked = await toScore(tx, act);
  if (!asked.ok) return asked;
  const { sheet, category, memberId } = asked;
  if ((sheet?.row.version ?? 0) !== version)
    return { ok: false, reason: "changed-meanwhile", version: sheet?.row.version ?? 0 } as const;
  if (sheet?.row.submittedAt || sheet?.row.abstainedAt) return refuse("submitted");
  const criteria = new Map(criteriaOf(category).map((criterion) => [criterion.id, criterion]));
  for (const [criterionId, value] of values) {
    const criterion = criteria.get(criterionId);
    const reason = criterion ? value !== null && scoreRefusal(criterion, value) : ("no-criterion" as const);
    if (reason) return { ok: false, reason, criterionId } as const;
  }
  const next = version + 1;
  const sheetId = await writeSheet(tx, act, memberId, { version: next, ...(comment !== undefined && { comment }) });
  for (const [criterionId, value] of values) {
    if (value === null)
      await tx.delete(scores).where(and(eq(scores.sheetId, sheetId), eq(scores.criterionId, criterionId)));
    else
      await tx
        .insert(scores)
        .values({ sheetId, criterionId, value })
        .onConflictDoUpdate({ target: [scores.sheetId, scores.criterionId], set: { value } });
  }
  if (!category.adjustmentFixedAt) await fixMode(tx, act, asked);
  return { ok: true, version: next } as const;
}

async function writeSheet(
  tx: Tx,
  { nominationId, now }: SheetAct,
  memberId: string,
  values: Partial<typeof scoreSheets.$inferInsert>,
): Promise<string> {
  const [row] = await tx
    .insert(scoreSheets)
    .values({ memberId, nominationId, version: 1, updatedAt: now, ...values })
    .onConflictDoUpdate({
      target: [scoreSheets.memberId, scoreSheets.nominationId],
      set: { ...values, updatedAt: now },
    })
    .returning({ id: scoreSheets.id });
  return row?.id as string;
}

/** The mode is fixed and written down before the first ballot of a category is in: nobody can choose it by its result. */
async function fixMode(
  tx: Tx,
  act: SheetAct,
  { sight, category }: { sight: Parameters<typeof judgesOf>[0]; category: CategoryRow },
) {
  const ids = judgedIn(sight, category.id);
  const given = await assignmentsOf(tx, { nominationIds: ids });
  const whole = ids.every((id) => judgesOf(sight, given, id).length === sight.panel.seats.length);
  // "auto" stays open to what comes in where everybody is asked to score everything; a partial panel adjusts.
  const fixed = category.adjustment === "auto" && whole ? "auto" : modeOf(category.adjustment, whole);
  await tx
    .update(awardCategories)
    .set({ adjustmentFixed: fixed, adjustmentFixedAt: act.now })
    .where(eq(awardCategories.id, category.id));
  await noted(tx, act, "mode-fixed", { category: category.title.vi, mode: fixed });
}

/** Hands a ballot in. Refused: as saving, and "incomplete" with the criteria that are missing. */
export async function submitSheet(tx: Tx, { version, ...act }: SheetAct & { version: number }) {
  const asked = await toScore(tx, act);
  if (!asked.ok) return asked;
  const { sheet, category, memberId } = asked;
  if (!sheet) return { ok: false, reason: "incomplete", missing: criteriaOf(category).map(({ id }) => id) } as const;
  if (sheet.row.version !== version)
    return { ok: false, reason: "changed-meanwhile", version: sheet.row.version } as const;
  if (sheet.row.submittedAt) return { ok: true, version } as const;
  const missing = unanswered(criteriaOf(category), sheet.scores).map(({ id }) => id);
  if (missing.length > 0 || sheet.scores.size === 0) return { ok: false, reason: "incomplete", missing } as const;
  await writeSheet(tx, act, memberId, { submittedAt: act.now, abstainedAt: null, version: version + 1 });
  await noted(tx, act, "submitted", { nominationId: act.nominationId });
  return { ok: true, version: version + 1 } as const;
}

/**
 * A member does not score this dossier, and says why; what was filled in stays and does not count. Refused:
 * "no-reason", and as saving, apart from "changed-meanwhile" and "submitted".
 */
export async function abstain(tx: Tx, { reason, ...act }: SheetAct & { reason: string }) {
  const asked = await toScore(tx, act);
  if (!asked.ok) return asked;
  if (reason === "") return refuse("no-reason");
  const version = (asked.sheet?.row.version ?? 0) + 1;
  await writeSheet(tx, act, asked.memberId, {
    abstainedAt: act.now,
    abstainReason: reason,
    submittedAt: null,
    version,
  });
  await noted(tx, act, "abstained", { nominationId: act.nominationId });
  return { ok: true, version } as const;
}

/** Takes a ballot or an abstention back while scoring runs. Refused: as saving, apart from "changed-meanwhile" and "submitted". */
export async function reopenSheet(tx: Tx, act: SheetAct) {
  const asked = await toScore(tx, act);
  if (!asked.ok) return asked;
  if (!asked.sheet) return { ok: true, version: 0 } as const;
  const version = asked.sheet.row.version + 1;
  await writeSheet(tx, act, asked.memberId, { submittedAt: null, abstainedAt: null, abstainReason: "", version });
  await noted(tx, act, "reopened", { nominationId: act.nominationId });
  return { ok: true, version } as const;
}
