import type { Reader } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { countsBy, headline, pillarOf, pillarsOf } from "../counts.rules";
import { findPlan } from "../plan.reads.server";

/** The figure of a document's or a campaign's tasks and of each group, as far as this person sees them; null without any. */
export async function taskSummary(
  db: Reader,
  scope: { actor: Actor; now: Date; campaignId?: string; documentId?: string },
) {
  const plan = await findPlan(db, scope);
  const { done, total } = headline(plan);
  if (total === 0) return null;
  const groupOf = pillarOf(plan);
  const counts = countsBy(plan, ({ id }) => groupOf.get(id) ?? "");
  const groups = pillarsOf(plan).flatMap(({ id, title }) => {
    const found = counts.get(id);
    return found ? [{ id, title, done: found.done, total: found.total }] : [];
  });
  return { done, total, groups };
}
export type TaskSummary = NonNullable<Awaited<ReturnType<typeof taskSummary>>>;
