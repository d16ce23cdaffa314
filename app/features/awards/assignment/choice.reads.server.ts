import type { Reader } from "#db/client.server";
import { namesOf } from "../nominations/names.reads.server";
import type { Round } from "../rounds/reads.server";
import { hasEnded } from "../rounds/rules";
import type { RoundSight } from "../sight.reads.server";
import { judgesInRound, versionOfJudges } from "./reads.server";
import { byHand, loadsOf } from "./rules";
import { isBlindTo, seenBy } from "./shown.reads.server";

/**
 * One dossier with every member who might score it: what may be changed by hand, and how much each has to score. Null where
 * it is not before the council, or not for who asks.
 */
export async function shownChoice(
  db: Reader,
  { sight, round, nominationId }: { sight: RoundSight; round: Round; nominationId: string },
) {
  const all = seenBy(sight, await judgesInRound(db, { panel: sight.panel, categories: round.categories }));
  const place = all.findIndex(({ dossiers }) => dossiers.some((one) => one.nominationId === nominationId));
  const category = round.categories[place];
  const dossiers = all[place]?.dossiers ?? [];
  const dossier = dossiers.find((one) => one.nominationId === nominationId);
  if (!category || !dossier) return null;
  const name = (await namesOf(db, { ids: [nominationId] })).get(nominationId);
  const blind = isBlindTo(sight, category);
  const { judgesPerNomination: each, adjustmentFixed: fixed } = category;
  const loads = loadsOf(dossiers.map(({ judges }) => judges));
  const totals = loadsOf(all.flatMap((one) => one.dossiers.map(({ judges }) => judges)));
  return {
    category: { id: category.id, title: category.title, each },
    dossier: {
      ...{ nominationId, version: versionOfJudges(dossier), receipt: name?.receipt ?? null },
      name: blind ? "" : (name?.nomineeName ?? ""),
      unitName: blind ? "" : (name?.unitName ?? ""),
    },
    hand: hasEnded(round.state) ? ({ may: "nothing", why: "ended" } as const) : byHand(dossier, { fixed, each }),
    members: sight.panel.seats.map(({ memberId, name: called, declaredAt }) => ({
      ...{ memberId, name: called, declared: declaredAt !== null },
      ...{ load: loads.get(memberId) ?? 0, total: totals.get(memberId) ?? 0 },
      recused: !dossier.eligible.includes(memberId),
      abstained: dossier.abstained.includes(memberId),
      judges: dossier.judges.includes(memberId),
    })),
  };
}
