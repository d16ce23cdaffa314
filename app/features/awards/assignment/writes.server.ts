import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { scoreAssignments } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { roundToChange } from "../rounds/act.writes.server";
import { sightOf } from "../sight.reads.server";
import { judgesInRound, proposalIn } from "./reads.server";
import { whyNotShared } from "./rules";
import { noted } from "../scoring/writes.server";

/**
 * Gives the dossiers of a category to its judges, evenly and without the recused; what was given before is replaced. It
 * reaches every dossier, for it chooses by no one's wish; `nominations` counts those that the actor may see; `each`
 * is null where they went back to the whole council. Refused:
 * "not-allowed", "no-category", "ended", "no-dossiers" (none that the actor may see), "no-council", "whole" (the whole
 * council scores everything already), "scored" (ballots are in; the panel stays as it is), "changed" (not as it was shown).
 */
export async function assignJudges(
  tx: Tx,
  {
    categoryId,
    version,
    ...act
  }: {
    roundId: string;
    categoryId: string;
    /** Of the proposal that was shown, see `proposalIn`. */
    version: string;
    actor: Actor;
    now: Date;
  },
) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const category = asked.round.categories.find(({ id }) => id === categoryId);
  const sight = await sightOf(tx, act);
  if (!category || !sight) return refuse("no-category");
  const all = await judgesInRound(tx, { panel: sight.panel, categories: asked.round.categories });
  const dossiers = all.find((one) => one.categoryId === categoryId)?.dossiers ?? [];
  const seen = dossiers.filter(({ nominationId }) => sight.sees(nominationId)).length;
  const each = category.judgesPerNomination;
  const not = whyNotShared({
    ...{ ended: false, dossiers: seen, members: sight.panel.seats.length, each },
    ...{ scored: category.adjustmentFixedAt !== null, given: dossiers.some(({ given }) => given) },
  });
  if (not) return refuse(not);
  const proposal = proposalIn(all, category);
  if (proposal.version !== version) return refuse("changed");
  const ids = dossiers.map(({ nominationId }) => nominationId);
  await tx.delete(scoreAssignments).where(inArray(scoreAssignments.nominationId, ids));
  // Of the whole council nothing is written down: who joins it later scores with it.
  if (each !== null)
    for (const [nominationId, members] of proposal.given)
      for (const memberId of members) await tx.insert(scoreAssignments).values({ nominationId, memberId });
  await noted(tx, act, "assigned", { category: category.title.vi, nominations: ids.length });
  return { ok: true, each, nominations: seen } as const;
}
