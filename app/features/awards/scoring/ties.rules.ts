import type { Ballot } from "./adjustment.rules";
import { type Criterion, type Sheet, units } from "./ballot.rules";
import type { Decider, Ranked } from "./rules";

/** What ties are broken with. */
export interface Comparing {
  /** Ballots by nomination, adjusted. */
  after: ReadonlyMap<string, Ballot[]>;
  /** See `criterionMeans`. */
  means: ReadonlyMap<string, number>;
  /** See `heaviestFirst`. */
  order: readonly Criterion[][];
  /** Winners of a run-off vote, the best first. */
  runOff: readonly string[];
}

/** Nominations that nothing told apart, and what told them from those before and after. */
export interface Block {
  rows: Ranked[];
  decidedBy: Decider;
  criteria: string[];
}

/**
 * Criteria in groups of one weight, the heaviest group first. The weights alone decide what is asked first (formulas.md 1):
 * among criteria that weigh the same, the order in which somebody typed them in would.
 */
export function heaviestFirst(criteria: readonly Criterion[]): Criterion[][] {
  const weights = [...new Set(criteria.map(({ weight }) => weight))].sort((a, b) => b - a);
  return weights.map((weight) => criteria.filter((criterion) => criterion.weight === weight));
}

/** The mean share of each criterion's maximum over the valid sheets of a nomination: "<nomination> <criterion>". */
export function criterionMeans(criteria: readonly Criterion[], valid: readonly Sheet[]): Map<string, number> {
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

/** Rows in groups of one value, the highest first. */
export function splitBy(rows: readonly Ranked[], value: (row: Ranked) => number): Ranked[][] {
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
export function apart(block: Block, how: Comparing): Block[] {
  if (block.rows.length === 1) return [block];
  const tests: { decidedBy: Decider; criteria: string[]; value: (row: Ranked) => number }[] = [
    ...how.order.map((group) => ({
      ...{ decidedBy: "criterion" as const, criteria: group.map(({ id }) => id) },
      value: ({ nominationId }: Ranked) =>
        units(group.reduce((sum, { id }) => sum + (how.means.get(`${nominationId} ${id}`) ?? 0), 0) / group.length),
    })),
    { decidedBy: "head-to-head", criteria: [], value: copelandAmong(block.rows, how.after) },
    { decidedBy: "spread", criteria: [], value: ({ spread }) => -units(spread ?? 0, 6) },
    {
      ...{ decidedBy: "run-off" as const, criteria: [] },
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
