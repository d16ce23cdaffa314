import type { Reader } from "#db/client.server";
import type { Localized } from "~/web/localized";
import { namesOf } from "../nominations/names.reads.server";
import type { CategoryRow, Round } from "../rounds/reads.server";
import { hasEnded } from "../rounds/rules";
import type { RoundSight } from "../sight.reads.server";
import { type CategoryJudges, judgesInRound, proposalIn } from "./reads.server";
import {
  byHand,
  type DossierJudges,
  isConnected,
  lackOf,
  leastJudges,
  loadsOf,
  type NotShared,
  whyNotShared,
} from "./rules";

/** Why a category is not shared out, as told; "none-seen" to a member, from whom a conflict may hide what there is. */
export type ShownNot = NotShared | "none-seen";

export interface ShownCategory {
  id: string;
  title: Localized;
  /** Members for each dossier; null: all of them. */
  each: number | null;
  dossiers: number;
  /** How many of them are with chosen members. */
  given: number;
  /** Dossiers that lack members. */
  lacking: number;
  /** Null: it can be shared out. */
  not: ShownNot | null;
}

export interface ShownMember {
  memberId: string;
  name: string;
  declared: boolean;
  /** Dossiers before the council that the member leaves alone. */
  recused: number;
  /** Dossiers to score in each category shown, in their order, and in the whole round. */
  loads: number[];
  total: number;
}

interface Asked {
  sight: RoundSight;
  round: Round;
}

/** `judgesInRound` without what a conflict closes to who asks. */
export const seenBy = (sight: RoundSight, all: readonly CategoryJudges[]): CategoryJudges[] =>
  all.map(({ categoryId, dossiers }) => ({
    categoryId,
    dossiers: dossiers.filter(({ nominationId }) => sight.sees(nominationId)),
  }));

const judgesOfAll = (all: readonly CategoryJudges[]) =>
  all.flatMap(({ dossiers }) => dossiers.map(({ judges }) => judges));

function shownCategory({ sight, round }: Asked, category: CategoryRow, dossiers: readonly DossierJudges[]) {
  const { id, title, judgesPerNomination: each } = category;
  const given = dossiers.filter((dossier) => dossier.given).length;
  const not = whyNotShared({
    ...{
      ended: hasEnded(round.state),
      dossiers: dossiers.length,
      given: given > 0,
      each,
    },
    ...{ members: sight.panel.seats.length, scored: category.adjustmentFixedAt !== null },
  });
  return {
    ...{ id, title, each, dossiers: dossiers.length, given },
    lacking: dossiers.filter((dossier) => lackOf(dossier, each) > 0).length,
    not: not === "no-dossiers" && sight.seat ? ("none-seen" as const) : not,
  } satisfies ShownCategory;
}

/** Every category of a round with how it is shared out, and how much each member has to score, as one organizer may see it. */
export async function shownAssignments(db: Reader, { sight, round }: Asked) {
  const all = seenBy(sight, await judgesInRound(db, { panel: sight.panel, categories: round.categories }));
  const loads = all.map(({ dossiers }) => loadsOf(dossiers.map(({ judges }) => judges)));
  const ids = all.flatMap(({ dossiers }) => dossiers.map(({ nominationId }) => nominationId));
  const members = sight.panel.seats.map(({ memberId, name, declaredAt }): ShownMember => {
    const own = loads.map((load) => load.get(memberId) ?? 0);
    return {
      ...{ memberId, name, declared: declaredAt !== null, loads: own, total: own.reduce((sum, n) => sum + n, 0) },
      recused: ids.filter((id) => sight.panel.conflict(memberId, id) !== null).length,
    };
  });
  const categories = round.categories.map((category, n) =>
    shownCategory({ sight, round }, category, all[n]?.dossiers ?? []),
  );
  return { categories, members };
}

export interface ShownDossier {
  nominationId: string;
  /** "" in a blind category, to who scores in it too. */
  name: string;
  unitName: string;
  receipt: number | null;
  /** Names of who scores it, and of who would after the sharing; null: the whole council. */
  judges: string[] | null;
  after: string[] | null;
  /** Sheets begun or handed in. */
  begun: number;
  lack: number;
  /** Who scores it can be changed by hand. */
  changeable: boolean;
}

/**
 * One category: its dossiers with their judges, what each member has, and, where it can be shared out, what would come of
 * it, with the version that its confirmation names. Null: there is no such category.
 */
export async function shownAssignment(db: Reader, { sight, round, categoryId }: Asked & { categoryId: string }) {
  const category = round.categories.find(({ id }) => id === categoryId);
  if (!category) return null;
  const all = await judgesInRound(db, { panel: sight.panel, categories: round.categories });
  const seen = seenBy(sight, all);
  const dossiers = seen.find((one) => one.categoryId === categoryId)?.dossiers ?? [];
  const shown = shownCategory({ sight, round }, category, dossiers);
  const proposal = shown.not === null ? proposalIn(all, category) : null;
  const afterOf = (dossier: DossierJudges) => proposal?.given.get(dossier.nominationId) ?? dossier.judges;
  const [now, total] = [loadsOf(dossiers.map(({ judges }) => judges)), loadsOf(judgesOfAll(seen))];
  const after = loadsOf(dossiers.map(afterOf));
  const members = sight.panel.seats.map(({ memberId, name, declaredAt }) => {
    const [has, gets] = [now.get(memberId) ?? 0, after.get(memberId) ?? 0];
    const sum = total.get(memberId) ?? 0;
    return {
      ...{ memberId, name, declared: declaredAt !== null, now: has, after: gets },
      ...{ total: sum, totalAfter: sum - has + gets },
      recused: dossiers.filter(({ nominationId }) => sight.panel.conflict(memberId, nominationId) !== null).length,
    };
  });
  return {
    ...{
      category: shown,
      members,
      dossiers: await dossierLines(db, { sight, category, dossiers, afterOf, ended: hasEnded(round.state) }),
    },
    connected: isConnected(new Map(dossiers.map(({ nominationId, judges }) => [nominationId, judges]))),
    plan: proposal && {
      ...{ version: proposal.version, changes: proposal.changes, connected: proposal.connected },
      tooFew: dossiers.filter((dossier) => afterOf(dossier).length < leastJudges).length,
    },
  };
}

async function dossierLines(
  db: Reader,
  {
    sight,
    category,
    dossiers,
    afterOf,
    ended,
  }: {
    sight: RoundSight;
    category: CategoryRow;
    dossiers: readonly DossierJudges[];
    afterOf: (dossier: DossierJudges) => readonly string[];
    ended: boolean;
  },
): Promise<ShownDossier[]> {
  const names = await namesOf(db, { ids: dossiers.map(({ nominationId }) => nominationId) });
  const hidden = isBlindTo(sight, category);
  const inWords = (ids: readonly string[]) =>
    sight.panel.seats.filter(({ memberId }) => ids.includes(memberId)).map(({ name }) => name);
  const { judgesPerNomination: each, adjustmentFixed: fixed } = category;
  const lines = [...names.values()].flatMap((name) => {
    const dossier = dossiers.find(({ nominationId }) => nominationId === name.id);
    if (!dossier) return [];
    return {
      ...{ nominationId: name.id, receipt: name.receipt, begun: dossier.begun, lack: lackOf(dossier, each) },
      ...{ name: hidden ? "" : name.nomineeName, unitName: hidden ? "" : name.unitName },
      changeable: !ended && byHand(dossier, { fixed, each }).may !== "nothing",
      judges: dossier.given ? inWords(dossier.judges) : null,
      after: each === null ? null : inWords(afterOf(dossier)),
    };
  });
  // In the order of names their numbers would tell them.
  return hidden ? lines.sort((a, b) => (a.receipt ?? 0) - (b.receipt ?? 0)) : lines;
}

/** Who scores in a blind category meets its dossiers by their numbers here too. */
export const isBlindTo = (sight: RoundSight, category: Pick<CategoryRow, "blind">): boolean =>
  category.blind && sight.seat !== null;
