import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import {
  awardCategories,
  awardCriteria,
  councilMembers,
  declaredConflicts,
  scoreAssignments,
  scoreRecounts,
  scores,
  scoreSheets,
} from "#db/schema.server";
import type { Actor, Doer } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { findPanel } from "../conflicts/reads.server";
import { isOpen } from "../rounds/phases.rules";
import { type CategoryRow, findCategory, findRound, phasesOf } from "../rounds/reads.server";
import { weightSum } from "../rounds/rules";
import { roundToManage } from "../rounds/act.writes.server";
import { sightOf } from "../sight.reads.server";
import { modeOf } from "./adjustment.rules";
import { assign } from "./assignment.rules";
import { scoreRefusal, unanswered } from "./ballot.rules";
import { assignmentsOf, criteriaOf, findRanking, findSheet, judgedIn, judgesOf } from "./reads.server";

const refuse = <R extends string>(reason: R) => ({ ok: false, reason }) as const;

interface MemberAct {
  roundId: string;
  actor: Actor;
  now: Date;
}
export interface SheetAct extends MemberAct {
  nominationId: string;
}

const noted = (
  tx: Tx,
  { roundId, actor, now }: { roundId: string; actor: Doer; now: Date },
  what: string,
  detail: Detail,
) => record(tx, { actor, verb: `scoring.${what}`, subject: `award-round:${roundId}`, detail, now });

/** The seat of the member in a round that was called and has not ended. */
async function seated(tx: Tx, { roundId, actor, now }: MemberAct) {
  const round = await findRound(tx, { roundId });
  const panel = round?.state === "published" ? await findPanel(tx, { roundId, now }) : null;
  const seat = panel?.seats.find(({ userId }) => userId === actor.userId);
  return panel && seat ? ({ ok: true, panel, seat } as const) : refuse("not-allowed");
}

/**
 * A member says of which nominations a conflict is known that nobody else can know, each with a reason; of all others
 * there is none. What an organizer pinned stays. Refused: "not-allowed", "no-reason" with the nomination.
 */
export async function declareConflicts(
  tx: Tx,
  { conflicts, ...act }: MemberAct & { conflicts: ReadonlyMap<string, string> },
) {
  const asked = await seated(tx, act);
  if (!asked.ok) return asked;
  const { seat, panel } = asked;
  const known = new Set(panel.dossiers.map(({ nominationId }) => nominationId));
  for (const [nominationId, reason] of conflicts)
    if (known.has(nominationId) && reason === "") return { ok: false, reason: "no-reason", nominationId } as const;
  const { memberId } = seat;
  await tx
    .update(declaredConflicts)
    .set({ withdrawnAt: act.now })
    .where(
      and(
        eq(declaredConflicts.memberId, memberId),
        eq(declaredConflicts.source, "member"),
        isNull(declaredConflicts.withdrawnAt),
      ),
    );
  const pinned = await tx
    .select({ nominationId: declaredConflicts.nominationId })
    .from(declaredConflicts)
    .where(and(eq(declaredConflicts.memberId, memberId), isNull(declaredConflicts.withdrawnAt)));
  // A pinned pair stays the organizer's: declaring it as well would hand it to the member, who could then withdraw it.
  for (const { nominationId } of pinned) known.delete(nominationId as string);
  for (const [nominationId, reason] of conflicts)
    if (known.has(nominationId)) await declare(tx, { memberId, nominationId, reason, source: "member", now: act.now });
  await tx.update(councilMembers).set({ declaredAt: act.now }).where(eq(councilMembers.id, memberId));
  await noted(tx, act, "declared", { conflicts: conflicts.size });
  return { ok: true } as const;
}

interface Declared {
  memberId: string;
  nominationId: string;
  reason: string;
  source: "member" | "organizer";
  now: Date;
}

const declare = (tx: Tx, { now, ...pair }: Declared) =>
  tx
    .insert(declaredConflicts)
    .values({ ...pair, at: now })
    .onConflictDoUpdate({
      target: [declaredConflicts.memberId, declaredConflicts.nominationId],
      set: { reason: pair.reason, source: pair.source, at: now, withdrawnAt: null },
    });

/** An organizer sets a conflict that the member cannot take back. Refused: "not-allowed", "no-member", "no-nomination", "no-reason". */
export async function pinConflict(
  tx: Tx,
  pin: { roundId: string; memberId: string; nominationId: string; reason: string; actor: Doer; now: Date },
) {
  const asked = await roundToManage(tx, pin);
  if (!asked.ok) return asked;
  const panel = await findPanel(tx, pin);
  if (!panel?.seats.some(({ memberId }) => memberId === pin.memberId)) return refuse("no-member");
  if (!panel.dossiers.some(({ nominationId }) => nominationId === pin.nominationId)) return refuse("no-nomination");
  if (pin.reason === "") return refuse("no-reason");
  const { memberId, nominationId, reason, now } = pin;
  await declare(tx, { memberId, nominationId, reason, source: "organizer", now });
  await noted(tx, pin, "pinned", { memberId, nominationId });
  return { ok: true } as const;
}

/**
 * Gives the dossiers of a category to its judges, evenly and without the recused; what was given before is replaced.
 * Refused: "not-allowed", "no-category", "scored" (ballots are in; the panel stays as it is).
 */
export async function assignJudges(
  tx: Tx,
  { roundId, categoryId, actor, now }: { roundId: string; categoryId: string; actor: Doer; now: Date },
) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const category = asked.round.categories.find(({ id }) => id === categoryId);
  const panel = await findPanel(tx, { roundId, now });
  if (!category || !panel) return refuse("no-category");
  if (category.adjustmentFixedAt) return refuse("scored");
  const ids = judgedIn({ panel }, categoryId);
  const nominations = ids.map((nominationId) => ({
    nominationId,
    eligible: panel.judgesOf(nominationId).map(({ memberId }) => memberId),
  }));
  const { given, connected } = assign(nominations, category.judgesPerNomination);
  if (ids.length) await tx.delete(scoreAssignments).where(inArray(scoreAssignments.nominationId, ids));
  for (const [nominationId, members] of given)
    for (const memberId of members) await tx.insert(scoreAssignments).values({ nominationId, memberId });
  await noted(tx, { roundId, actor, now }, "assigned", { category: category.title.vi, nominations: ids.length });
  return { ok: true, connected, nominations: ids.length } as const;
}

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
  if (!isOpen(await phasesOf(tx, { roundId }), "scoring", now)) return refuse("scoring-closed");
  const category = (await findCategory(tx, { categoryId: dossier.categoryId })) as CategoryRow;
  return { ok: true, sight, memberId, category, sheet: await findSheet(tx, { memberId, nominationId }) } as const;
}

/**
 * Saves what a member has filled in so far. A value of null takes the score of its criterion back. Refused:
 * "not-allowed", "not-declared", "not-before-council", "not-yours", "scoring-closed", "changed-meanwhile" (another tab
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

/** A member does not score this dossier, and says why; what was filled in stays and does not count. Refused: as saving, "no-reason". */
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

/** Takes a ballot or an abstention back while scoring runs. Refused: as saving. */
export async function reopenSheet(tx: Tx, act: SheetAct) {
  const asked = await toScore(tx, act);
  if (!asked.ok) return asked;
  if (!asked.sheet) return { ok: true, version: 0 } as const;
  const version = asked.sheet.row.version + 1;
  await writeSheet(tx, act, asked.memberId, { submittedAt: null, abstainedAt: null, abstainReason: "", version });
  await noted(tx, act, "reopened", { nominationId: act.nominationId });
  return { ok: true, version } as const;
}

const shownRanks = ({ rows }: Awaited<ReturnType<typeof findRanking>>) =>
  rows.map(({ nominationId, score, rank }) => ({ nominationId, score: score && Math.round(score * 100) / 100, rank }));

/**
 * Changes the weights of a category after members have scored: it is counted anew, and who, why, from what to what and
 * the ranks before and after are kept. Refused: "not-allowed", "no-category", "no-reason", "weights" with the sum, "bad-weight".
 */
export async function changeWeights(
  tx: Tx,
  {
    categoryId,
    weights,
    reason,
    ...act
  }: {
    roundId: string;
    categoryId: string;
    /** Whole percent by criterion, for all of them. */
    weights: ReadonlyMap<string, number>;
    reason: string;
    actor: Doer;
    now: Date;
  },
) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  const category = asked.round.categories.find(({ id }) => id === categoryId);
  const panel = await findPanel(tx, act);
  if (!category || !panel) return refuse("no-category");
  if (reason === "") return refuse("no-reason");
  const next = category.criteria.map((criterion) => ({
    ...criterion,
    weight: weights.get(criterion.id) ?? criterion.weight,
  }));
  if (next.some(({ weight }) => !Number.isInteger(weight) || weight < 1)) return refuse("bad-weight");
  if (weightSum(next) !== 100) return { ok: false, reason: "weights", sum: weightSum(next) } as const;
  const changes = category.criteria.flatMap((criterion, n) => {
    const to = next[n]?.weight ?? criterion.weight;
    return to === criterion.weight
      ? []
      : [{ field: criterion.title.vi, from: String(criterion.weight), to: String(to) }];
  });
  if (changes.length === 0) return { ok: true, changed: false } as const;
  const before = shownRanks(await findRanking(tx, { sight: { panel }, category }));
  for (const { id, weight } of next) await tx.update(awardCriteria).set({ weight }).where(eq(awardCriteria.id, id));
  const after = shownRanks(await findRanking(tx, { sight: { panel }, category: { ...category, criteria: next } }));
  await tx.insert(scoreRecounts).values({
    ...{ categoryId, at: act.now, byUserId: act.actor?.userId ?? null, byName: act.actor?.name ?? "TenTen" },
    ...{ reason, changes, before, after },
  });
  await noted(tx, act, "recounted", { category: category.title.vi, reason: reason.slice(0, 300) });
  return { ok: true, changed: true } as const;
}
