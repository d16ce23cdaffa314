import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { scoreAssignments } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { roundToChange } from "../rounds/act.writes.server";
import { sightOf } from "../sight.reads.server";
import { judgesIn } from "./reads.server";
import { assign, whyNotShared } from "./rules";
import { noted } from "../scoring/writes.server";

/**
 * Gives the dossiers of a category to its judges, evenly and without the recused; what was given before is replaced. It
 * reaches every dossier, for it chooses by no one's wish; `nominations` counts those that the actor may see. Refused:
 * "not-allowed", "no-category", "ended", "no-dossiers" (none that the actor may see), "no-council", "whole" (the whole
 * council scores everything already), "scored" (ballots are in; the panel stays as it is).
 */
export async function assignJudges(
  tx: Tx,
  { roundId, categoryId, actor, now }: { roundId: string; categoryId: string; actor: Actor; now: Date },
) {
  const asked = await roundToChange(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const category = asked.round.categories.find(({ id }) => id === categoryId);
  const sight = await sightOf(tx, { actor, roundId, now });
  if (!category || !sight) return refuse("no-category");
  const dossiers = await judgesIn(tx, { panel: sight.panel, category });
  const seen = dossiers.filter(({ nominationId }) => sight.sees(nominationId)).length;
  const each = category.judgesPerNomination;
  const not = whyNotShared({
    ...{ ended: false, dossiers: seen, members: sight.panel.seats.length, each },
    ...{ scored: category.adjustmentFixedAt !== null, given: dossiers.some(({ given }) => given) },
  });
  if (not) return refuse(not);
  const { given, connected } = assign(dossiers, each);
  const ids = dossiers.map(({ nominationId }) => nominationId);
  await tx.delete(scoreAssignments).where(inArray(scoreAssignments.nominationId, ids));
  // Of the whole council nothing is written down: who joins it later scores with it.
  if (each !== null)
    for (const [nominationId, members] of given)
      for (const memberId of members) await tx.insert(scoreAssignments).values({ nominationId, memberId });
  await noted(tx, { roundId, actor, now }, "assigned", { category: category.title.vi, nominations: ids.length });
  return { ok: true, connected, nominations: seen } as const;
}
