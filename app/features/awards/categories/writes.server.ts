import { count, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardCategories, awardCriteria, nominations } from "#db/schema.server";
import { refuse } from "~/web/refuse";
import { noted, type RoundAct, roundToChange } from "../rounds/act.writes.server";
import { findCategory } from "../rounds/reads.server";
import { type CategoryContent, categoryFault, weightSum } from "./rules";

/** Adds a category behind the others of its round; gives its id. No rights are asked, no fault is looked for. */
export async function insertCategory(tx: Tx, roundId: string, content: CategoryContent): Promise<string> {
  const [{ n } = { n: 0 }] = await tx
    .select({ n: count() })
    .from(awardCategories)
    .where(eq(awardCategories.roundId, roundId));
  const [row] = await tx
    .insert(awardCategories)
    .values({ ...columnsOf(content), roundId, sort: n + 1 })
    .returning({ id: awardCategories.id });
  const categoryId = row?.id as string;
  for (const [sort, { id: _, ...criterion }] of content.criteria.entries())
    await tx.insert(awardCriteria).values({ ...plain(criterion), categoryId, sort: sort + 1 });
  return categoryId;
}

const plain = ({ title, weight, maximum, step, required }: Omit<CategoryContent["criteria"][number], "id">) => ({
  ...{ title, weight, maximum, step, required },
});

const columnsOf = (content: CategoryContent) => ({
  title: content.title,
  forms: content.forms,
  nomineeKinds: content.nomineeKinds,
  requiredFiles: content.requiredFiles,
  quota: content.quota,
  quotaPerUnit: content.quotaPerUnit,
  minimumScore: content.minimumScore,
  aggregate: content.aggregate,
  adjustment: content.adjustment,
  blind: content.blind,
  rivalsLeave: content.rivalsLeave,
  judgesPerNomination: content.judgesPerNomination,
  secret: content.secret,
  thresholdPercent: content.thresholdPercent,
  overHalf: content.overHalf,
  voteBase: content.voteBase,
  writtenVotes: content.writtenVotes,
});

/**
 * Adds a category (`categoryId` null) or changes one. Once members have scored, whatever makes the ranks stays as it is: a
 * change of weights is a recount, see scoring. Refused: "not-allowed", "ended", "no-category", "scored", a fault of `categoryFault`
 * ("weights" with the sum they make).
 */
export async function saveCategory(
  tx: Tx,
  { categoryId, content, ...act }: RoundAct & { categoryId: string | null; content: CategoryContent },
) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const fault = categoryFault(content);
  if (fault) return { ok: false, reason: fault, sum: weightSum(content.criteria) } as const;
  if (categoryId === null) {
    const made = await insertCategory(tx, act.roundId, content);
    await noted(tx, act, "category-added", { title: content.title.vi });
    return { ok: true, categoryId: made } as const;
  }
  const category = await findCategory(tx, { categoryId });
  if (!category || category.roundId !== act.roundId) return refuse("no-category");
  const same = sameCriteria(category.criteria, content.criteria);
  if (category.adjustmentFixedAt && !(same && ranksAlike(category, content))) return refuse("scored");
  await tx.update(awardCategories).set(columnsOf(content)).where(eq(awardCategories.id, categoryId));
  if (!same) await replaceCriteria(tx, categoryId, category.criteria, content.criteria);
  await noted(tx, act, "category-changed", { title: content.title.vi });
  return { ok: true, categoryId } as const;
}

// Rivals who leave take their ballots along.
const rankingFields = ["adjustment", "aggregate", "minimumScore", "judgesPerNomination", "rivalsLeave"] as const;
const ranksAlike = (old: typeof awardCategories.$inferSelect, next: CategoryContent): boolean =>
  rankingFields.every((field) => old[field] === next[field]);

const sameCriteria = (
  old: readonly (typeof awardCriteria.$inferSelect)[],
  next: readonly CategoryContent["criteria"][number][],
): boolean =>
  old.length === next.length &&
  old.every((criterion, n) => {
    const other = next[n];
    return other?.id === criterion.id && JSON.stringify(plain(criterion)) === JSON.stringify(plain(other));
  });

async function replaceCriteria(
  tx: Tx,
  categoryId: string,
  old: readonly { id: string }[],
  next: CategoryContent["criteria"],
) {
  const kept = new Set(next.flatMap(({ id }) => id ?? []));
  const gone = old.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length) await tx.delete(awardCriteria).where(inArray(awardCriteria.id, gone));
  const known = new Set(old.map(({ id }) => id));
  for (const [n, { id, ...criterion }] of next.entries()) {
    const values = { ...plain(criterion), sort: n + 1 };
    // A row that names a criterion for the second time is one more, or the weights that were summed would not be those kept.
    if (id !== null && known.delete(id)) await tx.update(awardCriteria).set(values).where(eq(awardCriteria.id, id));
    else await tx.insert(awardCriteria).values({ ...values, categoryId });
  }
}

/** Takes a category out. Refused: "not-allowed", "ended", "no-category", "has-nominations". */
export async function removeCategory(tx: Tx, { categoryId, ...act }: RoundAct & { categoryId: string }) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const category = asked.round.categories.find(({ id }) => id === categoryId);
  if (!category) return refuse("no-category");
  const [used] = await tx
    .select({ id: nominations.id })
    .from(nominations)
    .where(eq(nominations.categoryId, categoryId))
    .limit(1);
  if (used) return refuse("has-nominations");
  await tx.delete(awardCategories).where(eq(awardCategories.id, categoryId));
  await noted(tx, act, "category-removed", { title: category.title.vi });
  return { ok: true } as const;
}
