/** One valid ballot, as a number of 100. */
export interface Ballot {
  memberId: string;
  nominationId: string;
  raw: number;
}

export const adjustmentModes = ["none", "severity", "zscore"] as const;
export type AdjustmentMode = (typeof adjustmentModes)[number];
export const wishedAdjustments = ["auto", ...adjustmentModes] as const;
export type WishedAdjustment = (typeof wishedAdjustments)[number];

/** "auto" is none on a complete panel, and severity where members scored different nominations. */
export const modeOf = (wished: WishedAdjustment, complete: boolean): AdjustmentMode =>
  wished === "auto" ? (complete ? "none" : "severity") : wished;

/** Groups of members and nominations that ballots tie together; ids of nominations, the largest group first. */
export function componentsOf(ballots: readonly Ballot[]): string[][] {
  const above = new Map<string, string>();
  const rootOf = (node: string): string => {
    let at = node;
    for (let up = above.get(at); up !== undefined && up !== at; up = above.get(at)) at = up;
    return at;
  };
  for (const { memberId, nominationId } of ballots) {
    const [judge, entry] = [`j:${memberId}`, `n:${nominationId}`];
    for (const node of [judge, entry]) if (!above.has(node)) above.set(node, node);
    above.set(rootOf(judge), rootOf(entry));
  }
  const groups = new Map<string, string[]>();
  for (const node of above.keys()) {
    const root = rootOf(node);
    const group = groups.get(root) ?? [];
    if (node.startsWith("n:")) group.push(node.slice(2));
    groups.set(root, group);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** The mean; values must not be empty. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The population standard deviation; values must not be empty. */
export const spreadOf = (values: readonly number[]): number => {
  const middle = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - middle) ** 2)));
};

/** Ballots by member or by nomination, each list in the order given. */
export function listed(ballots: readonly Ballot[], key: "memberId" | "nominationId"): Map<string, Ballot[]> {
  const lists = new Map<string, Ballot[]>();
  for (const ballot of ballots) {
    const list = lists.get(ballot[key]);
    if (list) list.push(ballot);
    else lists.set(ballot[key], [ballot]);
  }
  return lists;
}

const mostRounds = 100_000;

/**
 * How much each member scores above (+) or below (−) what the nominations deserve: minimises Σ(r − θ − β)² + λΣβ²
 * (formulas.md 1). With λ = 0 the βs are centred on 0, for they are known only up to a constant.
 */
export function severities(ballots: readonly Ballot[], lambda = 1): Map<string, number> {
  const ofMember = listed(ballots, "memberId");
  const ofNomination = listed(ballots, "nominationId");
  const beta = new Map([...ofMember.keys()].map((id) => [id, 0]));
  const theta = new Map<string, number>();
  for (let round = 0; round < mostRounds; round += 1) {
    for (const [id, list] of ofNomination)
      theta.set(id, meanOf(list.map(({ memberId, raw }) => raw - (beta.get(memberId) as number))));
    let change = 0;
    for (const [id, list] of ofMember) {
      const rest = list.reduce((sum, { nominationId, raw }) => sum + raw - (theta.get(nominationId) as number), 0);
      const next = rest / (list.length + lambda);
      change = Math.max(change, Math.abs(next - (beta.get(id) as number)));
      beta.set(id, next);
    }
    if (change < 1e-9) break;
  }
  if (lambda === 0) {
    const centre = meanOf([...beta.values()]);
    for (const [id, value] of beta) beta.set(id, value - centre);
  }
  return beta;
}

/** Least number of ballots of one member that a z-score rests on. */
export const zscoreBallots = 5;

/** Each ballot brought to the mean and spread of all: for comparison only (formulas.md 1). `gate`: for tests. */
export function zscored(ballots: readonly Ballot[], gate = zscoreBallots): Ballot[] {
  const shapeOf = (list: readonly Ballot[]) => {
    const raws = list.map(({ raw }) => raw);
    return { mu: meanOf(raws), sigma: spreadOf(raws), m: raws.length };
  };
  if (ballots.length === 0) return [];
  const all = shapeOf(ballots);
  const own = new Map([...listed(ballots, "memberId")].map(([id, list]) => [id, shapeOf(list)]));
  return ballots.map((ballot) => {
    const { mu, sigma, m } = own.get(ballot.memberId) as { mu: number; sigma: number; m: number };
    if (m < gate) return ballot;
    return { ...ballot, raw: sigma < 1e-9 ? all.mu : all.mu + (all.sigma * (ballot.raw - mu)) / sigma };
  });
}

/** The ballots after the adjustment, in the order given; `lambda` belongs to severity. */
export function adjusted(ballots: readonly Ballot[], mode: AdjustmentMode, lambda = 1): Ballot[] {
  if (mode === "none") return [...ballots];
  if (mode === "zscore") return zscored(ballots);
  const beta = severities(ballots, lambda);
  return ballots.map((ballot) => ({ ...ballot, raw: ballot.raw - (beta.get(ballot.memberId) as number) }));
}
