import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { scoreAssignments } from "#db/schema.server";
import type { Doer } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { findPanel } from "../conflicts/reads.server";
import { roundToManage } from "../rounds/act.writes.server";
import { assign } from "./assignment.rules";
import { judgedIn } from "./reads.server";
import { noted } from "./writes.server";

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
