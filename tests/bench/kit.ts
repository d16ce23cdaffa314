/** One line of the closing table. */
export interface Figure {
  name: string;
  what: string;
  ours: string;
  reference: string;
  ratio: number;
  /** The target of the ratio, and on which side of it we must stay; null for a figure that only explains another. */
  target: { at: "most" | "least"; ratio: number } | null;
}

export const secret = "the-secret-of-the-bench-and-of-nothing-else";
export const quick = process.env.BENCH_QUICK === "1";
/** How much is measured: fewer with --quick. */
export const size = (whole: number, short: number): number => (quick ? short : whole);

export const atMost = (ratio: number) => ({ at: "most", ratio }) as const;
export const atLeast = (ratio: number) => ({ at: "least", ratio }) as const;

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

type Measure = (round: number) => Promise<number>;

/**
 * Measures two things in turn, so that a neighbour's load falls on both: some rounds to warm up, then `rounds` pairs.
 * The ratio is the median of the pairs' own ratios.
 */
export async function inTurn(rounds: number, ours: Measure, theirs: Measure, warmUps = 1) {
  for (let warm = 0; warm < warmUps; warm += 1) {
    await ours(0);
    await theirs(0);
  }
  const pairs: { ours: number; theirs: number }[] = [];
  for (let round = 1; round <= rounds; round += 1) pairs.push({ ours: await ours(round), theirs: await theirs(round) });
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(pairs.map((pair) => pair.ours / pair.theirs)),
  };
}

/** CPU that this process spends on the work, in seconds. */
export async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export async function secondsOf(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export const micro = (seconds: number): string => `${Math.round(seconds * 1e6)} µs`;
export const shown = (seconds: number): string => `${seconds.toFixed(2)} s`;
export const rate = (perSecond: number): string => `${Math.round(perSecond)}/s`;
