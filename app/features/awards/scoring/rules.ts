import {
  type AdjustmentMode,
  adjusted,
  type Ballot,
  componentsOf,
  listed,
  meanOf,
  modeOf,
  spreadOf,
  type WishedAdjustment,
} from "./adjustment.rules";
import { type Criterion, isValid, rawScore, type Sheet, units } from "./ballot.rules";
import { apart, type Comparing, criterionMeans, heaviestFirst, splitBy } from "./ties.rules";

export const scoreAggregates = ["mean", "median", "trimmed"] as const;
export type ScoreAggregate = (typeof scoreAggregates)[number];

export interface CategoryTerms {
  criteria: readonly Criterion[];
  aggregate: ScoreAggregate;
  adjustment: WishedAdjustment;
  /** Of 100; null: none. */
  minimumScore: number | null;
}

export interface Entry {
  nominationId: string;
  /** Members who may judge it: the panel, or those it was given to, without the recused (E_n). */
  eligible: readonly string[];
}

/** What decided between nominations of the same score, in the order in which it is asked. */
export type Decider = "score" | "criterion" | "head-to-head" | "spread" | "run-off" | "shared";

export interface Ranked {
  nominationId: string;
  /** Valid ballots, and how many there have to be. */
  ballots: number;
  needed: number;
  /** Of 100, unrounded; null without a valid ballot. */
  raw: number | null;
  score: number | null;
  rawRank: number | null;
  /** null: not enough ballots; it stands after the ranked ones. */
  rank: number | null;
  /** Population standard deviation of the adjusted ballots: how far the members differ. */
  spread: number | null;
  /** What set it apart from the one of the same score beside it. */
  decidedBy: Decider | null;
  /** By id what decided: the criterion, or those of one weight together; empty where none did. */
  criteria: string[];
  belowMinimum: boolean;
}

export interface Ranking {
  rows: Ranked[];
  mode: AdjustmentMode;
  /** Severity was asked for, and ballots fall into groups that nothing compares. */
  disconnected: string[][] | null;
}

/** formulas.md 1: "trimmed" drops one highest and one lowest of five and more. Values must not be empty. */
export function aggregateOf(values: readonly number[], by: ScoreAggregate): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (by === "median") {
    const half = Math.floor(sorted.length / 2);
    return sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
  }
  return meanOf(by === "trimmed" && sorted.length >= 5 ? sorted.slice(1, -1) : sorted);
}

/** The valid ballots that a nomination needs, of `eligible` members: max(3, ⌈2E/3⌉). */
export const ballotsNeeded = (eligible: number): number => Math.max(3, Math.ceil((2 * eligible) / 3));

const clamp = (value: number): number => Math.min(100, Math.max(0, value));

/**
 * Ranks the nominations of one category (formulas.md 1): raw and adjusted scores, validity, floor, tie-breaks. Takes every
 * sheet that is kept; what is not valid counts nowhere. `runOff`: winners of a run-off vote, the first is the best; of
 * equals not in it the rank is shared (1, 2, 2, 4). Never decides by id, code or time.
 */
export function rankCategory(
  terms: CategoryTerms,
  entries: readonly Entry[],
  sheets: readonly Sheet[],
  runOff: readonly string[] = [],
): Ranking {
  const may = new Map(entries.map(({ nominationId, eligible }) => [nominationId, new Set(eligible)]));
  const valid = sheets.filter(
    (sheet) => may.get(sheet.nominationId)?.has(sheet.memberId) && isValid(terms.criteria, sheet),
  );
  const ballots = valid.flatMap((sheet): Ballot[] => {
    const raw = rawScore(terms.criteria, sheet.scores);
    return raw === null ? [] : [{ memberId: sheet.memberId, nominationId: sheet.nominationId, raw }];
  });
  const before = listed(ballots, "nominationId");
  const complete = entries.every(
    ({ nominationId, eligible }) => (before.get(nominationId)?.length ?? 0) === eligible.length,
  );
  const wished = modeOf(terms.adjustment, complete);
  const components = wished === "severity" ? componentsOf(ballots) : [];
  const mode = components.length > 1 ? "none" : wished;
  const after = listed(adjusted(ballots, mode), "nominationId");
  const means = criterionMeans(terms.criteria, valid);

  const rows = entries.map(({ nominationId, eligible }): Ranked => {
    const raws = (before.get(nominationId) ?? []).map(({ raw }) => raw);
    const own = (after.get(nominationId) ?? []).map(({ raw }) => raw);
    const needed = ballotsNeeded(eligible.length);
    const score = own.length ? clamp(aggregateOf(own, terms.aggregate)) : null;
    const floor = terms.minimumScore;
    return {
      ...{ nominationId, needed, score, ballots: own.length },
      raw: raws.length ? aggregateOf(raws, terms.aggregate) : null,
      ...{ rank: null, rawRank: null, decidedBy: null, criteria: [] },
      spread: own.length ? spreadOf(own) : null,
      belowMinimum: score !== null && floor !== null && units(score) < units(floor),
    };
  });
  const enough = rows.filter(({ ballots: cast, needed }) => cast >= needed);
  rankRaw(enough);
  const compare = { after, means, order: heaviestFirst(terms.criteria), runOff };
  return {
    rows: [...rankAdjusted(enough, compare), ...rows.filter((row) => !enough.includes(row))],
    mode,
    disconnected: components.length > 1 ? components : null,
  };
}

function rankRaw(rows: readonly Ranked[]): void {
  for (const row of rows)
    row.rawRank = 1 + rows.filter((other) => units(other.raw as number) > units(row.raw as number)).length;
}

function rankAdjusted(rows: readonly Ranked[], how: Comparing): Ranked[] {
  const blocks = splitBy(rows, ({ score }) => units(score as number)).flatMap((tied) =>
    apart({ rows: tied, decidedBy: "score", criteria: [] }, how),
  );
  let rank = 1;
  return blocks.flatMap((block) => {
    const shared = block.rows.length > 1;
    for (const row of block.rows) {
      row.rank = rank;
      row.decidedBy = shared ? "shared" : block.decidedBy;
      row.criteria = shared ? [] : block.criteria;
    }
    rank += block.rows.length;
    return block.rows;
  });
}
