import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardCriteria, scoreRecounts } from "#db/schema.server";
import type { Doer } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { findPanel } from "../conflicts/reads.server";
import { weightSum } from "../categories/rules";
import { nameOf } from "../nominations/story.writes.server";
import { roundToChange } from "../rounds/act.writes.server";
import { findRanking } from "./reads.server";
import { noted } from "./writes.server";

const shownRanks = ({ rows }: Awaited<ReturnType<typeof findRanking>>) =>
  rows.map(({ nominationId, score, rank }) => ({ nominationId, score: score && Math.round(score * 100) / 100, rank }));

/**
 * Changes the weights of a category after members have scored: it is counted anew, and who, why, from what to what and
 * the ranks before and after are kept. Refused: "not-allowed", "ended", "no-category", "no-reason", "weights" with the sum, "bad-weight".
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
  const asked = await roundToChange(tx, act);
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
    ...{ categoryId, at: act.now, byUserId: act.actor?.userId ?? null, byName: nameOf(act.actor) },
    ...{ reason, changes, before, after },
  });
  await noted(tx, act, "recounted", { category: category.title.vi, reason });
  return { ok: true, changed: true } as const;
}
