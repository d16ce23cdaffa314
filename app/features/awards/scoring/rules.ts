import {
  type AdjustmentMode,
  adjusted,
  type Ballot,
  componentsOf,
  modeOf,
  type WishedAdjustment,
} from "./adjustment.rules";
import { type Criterion, isValid, rawScore, type Sheet } from "./ballot.rules";

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
  /** The index of the criterion that decided, of `criteria` as given. */
  criterion: string | null;
  belowMinimum: boolean;
}

export interface Ranking {
  rows: Ranked[];
  mode: AdjustmentMode;
  /** Severity was asked for, and ballots fall into groups that nothing compares. */
  disconnected: string[][] | null;
}

/** round_half_up(x · 10^k), an integer: what is compared and stored. */
export const units = (value: number, places = 2): number => Math.floor(value * 10 ** places + 0.5 + 1e-9);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** formulas.md 1: "trimmed" drops one highest and one lowest of five and more. Values must not be empty. */
export function aggregateOf(values: readonly number[], by: ScoreAggregate): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (by === "median") {
    const half = Math.floor(sorted.length / 2);
    return sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
  }
  return mean(by === "trimmed" && sorted.length >= 5 ? sorted.slice(1, -1) : sorted);
}

export const spreadOf = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

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
  const before = byNomination(ballots);
  const complete = entries.every(
    ({ nominationId, eligible }) => (before.get(nominationId)?.length ?? 0) === eligible.length,
  );
  const wished = modeOf(terms.adjustment, complete);
  const components = wished === "severity" ? componentsOf(ballots) : [];
  const mode = components.length > 1 ? "none" : wished;
  const after = byNomination(adjusted(ballots, mode));
  const criteria = criterionMeans(terms.criteria, valid);

  const rows = entries.map(({ nominationId, eligible }): Ranked => {
    const raws = (before.get(nominationId) ?? []).map(({ raw }) => raw);
    const own = (after.get(nominationId) ?? []).map(({ raw }) => raw);
    const needed = ballotsNeeded(eligible.length);
    const score = own.length ? clamp(aggregateOf(own, terms.aggregate)) : null;
    const floor = terms.minimumScore;
    return {
      ...{ nominationId, needed, score, ballots: own.length },
      raw: raws.length ? aggregateOf(raws, terms.aggregate) : null,
      ...{ rank: null, rawRank: null, decidedBy: null, criterion: null },
      spread: own.length ? spreadOf(own) : null,
      belowMinimum: score !== null && floor !== null && units(score) < units(floor),
    };
  });
  const enough = rows.filter(({ ballots: cast, needed }) => cast >= needed);
  rankRaw(enough);
  const compare = { after, criteria, order: heaviestFirst(terms.criteria), runOff };
  return {
    rows: [...rankAdjusted(enough, compare), ...rows.filter((row) => !enough.includes(row))],
    mode,
    disconnected: components.length > 1 ? components : null,
  };
}

function byNomination(ballots: readonly Ballot[]): Map<string, Ballot[]> {
  const lists = new Map<string, Ballot[]>();
  for (const ballot of ballots) {
    const list = lists.get(ballot.nominationId);
    if (list) list.push(ballot);
    else lists.set(ballot.nominationId, [ballot]);
  }
  return lists;
}

/** Criteria in groups of one weight, the heaviest group first. */
function heaviestFirst(criteria: readonly Criterion[]): Criterion[] {
  return [...criteria].sort((a, b) => b.weight - a.weight);
}

/** The mean share of each criterion's maximum over the valid sheets of a nomination: "<nomination> <criterion>". */
function criterionMeans(criteria: readonly Criterion[], valid: readonly Sheet[]): Map<string, number> {
  const sums = new Map<string, { sum: number; of: number }>();
  for (const { nominationId, scores } of valid)
    for (const { id, maximum } of criteria) {
      const score = scores.get(id);
      if (score === undefined) continue;
      const key = `${nominationId} ${id}`;
      const old = sums.get(key) ?? { sum: 0, of: 0 };
      sums.set(key, { sum: old.sum + (100 * score) / maximum, of: old.of + 1 });
    }
  return new Map([...sums].map(([key, { sum, of }]) => [key, sum / of]));
}

function rankRaw(rows: readonly Ranked[]): void {
  for (const row of rows)
    row.rawRank = 1 + rows.filter((other) => units(other.raw as number) > units(row.raw as number)).length;
}

interface Comparing {
  after: ReadonlyMap<string, Ballot[]>;
  criteria: ReadonlyMap<string, number>;
  order: readonly Criterion[];
  runOff: readonly string[];
}

interface Block {
  rows: Ranked[];
  decidedBy: Decider;
  criterion: string | null;
}

function rankAdjusted(rows: readonly Ranked[], how: Comparing): Ranked[] {
  const blocks = splitBy(rows, ({ score }) => units(score as number)).flatMap((tied) =>
    apart({ rows: tied, decidedBy: "score", criterion: null }, how),
  );
  let rank = 1;
  return blocks.flatMap((block) => {
    const shared = block.rows.length > 1;
    for (const row of block.rows) {
      row.rank = rank;
      row.decidedBy = shared ? "shared" : block.decidedBy;
      row.criterion = shared ? null : block.criterion;
    }
    rank += block.rows.length;
    return block.rows;
  });
}

/** Rows in groups of one value, the highest first. */
function splitBy(rows: readonly Ranked[], value: (row: Ranked) => number): Ranked[][] {
  const groups = new Map<number, Ranked[]>();
  for (const row of rows) {
    const key = value(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/** Takes equals apart by the tie-breaks in their order; what stays together after the last one shares its rank. */
function apart(block: Block, how: Comparing): Block[] {
  if (block.rows.length === 1) return [block];
  const tests: { decidedBy: Decider; criterion: string | null; value: (row: Ranked) => number }[] = [
    ...how.order.map(({ id }) => ({
      ...{ decidedBy: "criterion" as const, criterion: id },
      value: ({ nominationId }: Ranked) => units(how.criteria.get(`${nominationId} ${id}`) ?? 0),
    })),
    { decidedBy: "head-to-head", criterion: null, value: copelandAmong(block.rows, how.after) },
    { decidedBy: "spread", criterion: null, value: ({ spread }) => -units(spread ?? 0, 6) },
    {
      ...{ decidedBy: "run-off" as const, criterion: null },
      value: ({ nominationId }) => (how.runOff.includes(nominationId) ? -how.runOff.indexOf(nominationId) : -1e6),
    },
  ];
  for (const { value, ...decider } of tests) {
    const groups = splitBy(block.rows, value);
    if (groups.length > 1) return groups.flatMap((rows) => apart({ rows, ...decider }, how));
  }
  return [block];
}

/** Wins less defeats against each of the others, among the members who scored all the tied ones. */
function copelandAmong(tied: readonly Ranked[], after: ReadonlyMap<string, Ballot[]>) {
  const of = new Map(
    tied.map(({ nominationId }) => [
      nominationId,
      new Map((after.get(nominationId) ?? []).map(({ memberId, raw }) => [memberId, raw])),
    ]),
  );
  const maps = [...of.values()];
  const common = [...(maps[0]?.keys() ?? [])].filter((memberId) => maps.every((map) => map.has(memberId)));
  return ({ nominationId }: Ranked): number => {
    let standing = 0;
    const own = of.get(nominationId) as Map<string, number>;
    for (const [otherId, other] of of) {
      if (otherId === nominationId) continue;
      let ahead = 0;
      for (const memberId of common)
        ahead += Math.sign(units(own.get(memberId) as number, 6) - units(other.get(memberId) as number, 6));
      standing += Math.sign(ahead);
    }
    return standing;
  };
}
