import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { scoreAssignments } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { roundToChange } from "../rounds/act.writes.server";
import { noted } from "../scoring/writes.server";
import { sightOf } from "../sight.reads.server";
import { judgesIn, versionOfJudges } from "./reads.server";
import { byHand, choiceRefusal, isConnected } from "./rules";

/**
 * Chooses by hand who scores one dossier. Gives how many they are, how many the category wishes (null: all), and whether its
 * ballots still hang together. Refused: "not-allowed", "ended", "no-dossier" (not before the council, or closed to the actor),
 * "changed" (not as it was shown), "no-member", "in-conflict", "too-few", and once it has been begun "ballots-in",
 * "whole-panel", "too-many"; see `byHand`.
 */
export async function chooseJudges(
  tx: Tx,
  {
    nominationId,
    memberIds,
    version,
    ...act
  }: {
    roundId: string;
    nominationId: string;
    memberIds: readonly string[];
    /** Of the dossier as it was shown, see `versionOfJudges`. */
    version: string;
    actor: Actor;
    now: Date;
  },
) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const sight = await sightOf(tx, act);
  const found = sight?.panel.dossiers.find((one) => one.nominationId === nominationId);
  const category = asked.round.categories.find(({ id }) => id === found?.categoryId);
  if (!sight?.sees(nominationId) || !category) return refuse("no-dossier");
  const dossiers = await judgesIn(tx, { panel: sight.panel, category });
  const dossier = dossiers.find((one) => one.nominationId === nominationId);
  if (!dossier) return refuse("no-dossier");
  if (versionOfJudges(dossier) !== version) return refuse("changed");
  const chosen = [...new Set(memberIds)];
  const names = new Map(sight.panel.seats.map(({ memberId, name }) => [memberId, name]));
  if (!chosen.every((id) => names.has(id))) return refuse("no-member");
  if (!chosen.every((id) => dossier.eligible.includes(id))) return refuse("in-conflict");
  const { judgesPerNomination: each, adjustmentFixed: fixed } = category;
  const not = choiceRefusal(dossier, chosen, byHand(dossier, { fixed, each }));
  if (not) return refuse(not);
  const added = chosen.filter((id) => !dossier.judges.includes(id));
  const removed = dossier.judges.filter((id) => !chosen.includes(id));
  if (added.length + removed.length > 0) {
    const whole = each === null && chosen.length === dossier.eligible.length;
    await giveTo(tx, nominationId, { chosen: whole ? [] : chosen, dropped: whole ? null : removed });
    const called = (ids: readonly string[]) => ids.map((id) => names.get(id)).join(", ");
    await noted(tx, act, "judges-chosen", { nominationId, added: called(added), removed: called(removed) });
  }
  const given = dossiers.map((one) => [one.nominationId, one === dossier ? chosen : one.judges] as const);
  return { ok: true, judges: chosen.length, each, connected: isConnected(new Map(given)) } as const;
}

/** `dropped` null: everybody. The row of a recused member stays, so that they are back when the conflict is lifted. */
async function giveTo(
  tx: Tx,
  nominationId: string,
  { chosen, dropped }: { chosen: readonly string[]; dropped: readonly string[] | null },
) {
  const ofIt = eq(scoreAssignments.nominationId, nominationId);
  if (dropped === null) await tx.delete(scoreAssignments).where(ofIt);
  else if (dropped.length > 0)
    await tx.delete(scoreAssignments).where(and(ofIt, inArray(scoreAssignments.memberId, dropped)));
  for (const memberId of chosen)
    await tx.insert(scoreAssignments).values({ nominationId, memberId }).onConflictDoNothing();
}
