import type { Reader } from "#db/client.server";
import type { Localized } from "~/web/localized";
import { namesOf } from "../nominations/names.reads.server";
import { type Place, placesOf } from "../places.rules";
import { hasReached, isOpen } from "../rounds/phases.rules";
import type { CategoryRow, Round } from "../rounds/reads.server";
import type { RoundSight } from "../sight.reads.server";
import { runOffsOf } from "../voting/reads.server";
import type { AdjustmentMode } from "./adjustment.rules";
import { type CategoryRanking, findRanking, recountsOf } from "./reads.server";
import type { Ranked } from "./rules";

export interface ShownRow extends Ranked {
  /** "" in a blind category. */
  name: string;
  unitName: string;
  receipt: number | null;
  /** Against the awards of the category; null: not ranked, below the floor, nothing limited, or not to be told. */
  place: Place | null;
}

export interface ShownRanking {
  id: string;
  title: Localized;
  /** Awards to give; null: no limit. */
  quota: number | null;
  /** The person is a member who may still score in it: nothing of others is shown. */
  hidden: boolean;
  rows: ShownRow[];
  mode: AdjustmentMode;
  disconnected: boolean;
  stray: number;
  /** Of 100; null: none. */
  minimumScore: number | null;
  criteria: { id: string; title: Localized; weight: number }[];
  journal: Awaited<ReturnType<typeof recountsOf>>;
}

/**
 * The rankings of a round as one person may see them. A member sees a category only when every own ballot in it is in, without a
 * ballot to give only once scoring is over, and so does whoever runs the round besides; a dossier in conflict is left out of what is shown, its place in the ranks stays.
 */
export async function shownRankings(
  db: Reader,
  { sight, round, now }: { sight: RoundSight; round: Round; now: Date },
): Promise<ShownRanking[]> {
  // Who runs the round has to see it once nobody can score any more, with an own ballot or without.
  const over = hasReached(round.phases, "scoring", now) && !isOpen(round.phases, "scoring", now);
  const shown: ShownRanking[] = [];
  for (const category of round.categories) {
    const runOff = await runOffsOf(db, { categoryId: category.id });
    const ranking = await findRanking(db, { sight, category, runOff });
    const left = ballotsLeft(sight, ranking);
    // Whom no dossier was given to may be given one by hand as long as scoring runs.
    const hidden = left === "some" ? !(sight.manages && over) : left === "none" && !over;
    shown.push(await shownOf(db, { sight, category, ranking, hidden }));
  }
  return shown;
}

/** How a member stands with the own ballots of a category: has "some" left, is "done", has "none" to give; null: no member. */
function ballotsLeft({ seat }: RoundSight, ranking: CategoryRanking): "some" | "done" | "none" | null {
  const memberId = seat?.memberId;
  if (!memberId) return null;
  const own = ranking.entries.filter(({ eligible }) => eligible.includes(memberId));
  if (own.length === 0) return "none";
  const done = new Set(
    ranking.sheets
      .filter((sheet) => sheet.memberId === memberId && (sheet.submitted || sheet.abstained))
      .map(({ nominationId }) => nominationId),
  );
  return own.every(({ nominationId }) => done.has(nominationId)) ? "done" : "some";
}

async function shownOf(
  db: Reader,
  {
    sight,
    category,
    ranking,
    hidden,
  }: { sight: RoundSight; category: CategoryRow; ranking: CategoryRanking; hidden: boolean },
): Promise<ShownRanking> {
  const rows = hidden ? [] : ranking.rows.filter(({ nominationId }) => sight.sees(nominationId));
  const names = await namesOf(db, { ids: rows.map(({ nominationId }) => nominationId) });
  const whole = rows.length === ranking.rows.length;
  const places = whole ? placesByRank(ranking, category, sight) : new Map<string, Place>();
  const blind = category.blind && !sight.manages;
  return {
    ...{ id: category.id, title: category.title, quota: category.quota, hidden, mode: ranking.mode },
    minimumScore: category.minimumScore,
    disconnected: ranking.disconnected !== null,
    stray: hidden ? 0 : ranking.stray,
    criteria: category.criteria.map(({ id, title, weight }) => ({ id, title, weight })),
    rows: rows.map((row) => {
      const name = names.get(row.nominationId);
      return {
        ...{ ...row, receipt: name?.receipt ?? null, place: places.get(row.nominationId) ?? null },
        name: blind ? "" : (name?.nomineeName ?? ""),
        unitName: blind ? "" : (name?.unitName ?? ""),
      };
    }),
    // The journal names ranks of every dossier before and after: it is for who runs the round and has no conflict in it.
    journal: sight.manages && !hidden && whole ? await recountsOf(db, { categoryId: category.id }) : [],
  };
}

/** Who would have an award if the ranks alone decided; what is not ranked or below the floor takes none. */
function placesByRank({ rows }: CategoryRanking, category: CategoryRow, { panel }: RoundSight): Map<string, Place> {
  const units = new Map(panel.dossiers.map(({ nominationId, unitPaths }) => [nominationId, unitPaths[0] ?? ""]));
  const contenders = rows.flatMap(({ nominationId, rank, belowMinimum }) =>
    rank === null || belowMinimum ? [] : [{ nominationId, rank, unit: units.get(nominationId) ?? "" }],
  );
  return placesOf(contenders, (a, b) => a.rank - b.rank, category);
}
