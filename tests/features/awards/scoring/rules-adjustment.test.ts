import { describe, expect, test } from "vitest";
import {
  adjusted,
  type Ballot,
  componentsOf,
  modeOf,
  severities,
  zscored,
} from "../../../../app/features/awards/scoring/adjustment.rules";

/** formulas.md 1: a panel in which nobody scored everything. */
const partial: Ballot[] = Object.entries({
  J1: { A: 60, B: 50, C: 70 },
  J2: { C: 90, D: 85, E: 80 },
  J3: { A: 75, D: 80, E: 70 },
}).flatMap(([memberId, given]) =>
  Object.entries(given).map(([nominationId, raw]) => ({ memberId, nominationId, raw })),
);

const meansOf = (ballots: Ballot[]) => {
  const means: Record<string, string> = {};
  for (const id of new Set(ballots.map(({ nominationId }) => nominationId))) {
    const own = ballots.filter(({ nominationId }) => nominationId === id);
    means[id] = (own.reduce((sum, { raw }) => sum + raw, 0) / own.length).toFixed(2);
  }
  return means;
};
const orderOf = (means: Record<string, string>) =>
  Object.keys(means)
    .sort((a, b) => Number(means[b]) - Number(means[a]))
    .join(" ");

describe("the partial panel of the formulas", () => {
  test("raw means", () => {
    const means = meansOf(adjusted(partial, "none"));
    expect(means).toEqual({ A: "67.50", B: "50.00", C: "80.00", D: "82.50", E: "75.00" });
    expect(orderOf(means)).toBe("D C E A B");
  });
  test("severity with λ = 1 takes 7 from the strict and the mild alike", () => {
    const beta = severities(partial);
    expect([...beta].map(([id, value]) => [id, value.toFixed(4)])).toEqual([
      ["J1", "-7.0000"],
      ["J2", "6.0000"],
      ["J3", "1.0000"],
    ]);
    const means = meansOf(adjusted(partial, "severity"));
    expect(means).toEqual({ A: "70.50", B: "57.00", C: "80.50", D: "79.00", E: "71.50" });
    expect(orderOf(means)).toBe("C D E A B");
  });
  test("severity with λ = 0, centred", () => {
    const beta = severities(partial, 0);
    expect([...beta.values()].map((value) => value.toFixed(4))).toEqual(["-11.6667", "9.3333", "2.3333"]);
    const means = meansOf(adjusted(partial, "severity", 0));
    expect(means).toEqual({ A: "72.17", B: "61.67", C: "81.17", D: "76.67", E: "69.17" });
    expect(orderOf(means)).toBe("C D A E B");
  });
  test("z-scores without their gate; with it nobody's three ballots are touched", () => {
    expect(meansOf(zscored(partial, 1))).toEqual({ A: "73.33", B: "58.90", C: "87.77", D: "80.55", E: "58.90" });
    expect(adjusted(partial, "zscore")).toEqual(partial);
  });
});

test("a member whose five scores are all the same is brought to the mean of all", () => {
  const flat = ["A", "B", "C", "D", "E"].flatMap((nominationId, n) => [
    { memberId: "flat", nominationId, raw: 70 },
    { memberId: "other", nominationId, raw: 50 + 10 * n },
  ]);
  const after = zscored(flat).filter(({ memberId }) => memberId === "flat");
  expect(after.map(({ raw }) => raw)).toEqual([70, 70, 70, 70, 70]);
});

/** Numbers that look random and are the same every time. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

describe("whatever the scores", () => {
  test("on a complete panel severity gives the raw means, for every λ", () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const next = numbers(seed);
      const draw = () => (next.next().value as number) * 100;
      const complete = ["J1", "J2", "J3", "J4", "J5"].flatMap((memberId) =>
        ["A", "B", "C", "D"].map((nominationId) => ({ memberId, nominationId, raw: draw() })),
      );
      const raw = meansOf(complete);
      for (const lambda of [0, 0.5, 1, 7])
        for (const [id, mean] of Object.entries(meansOf(adjusted(complete, "severity", lambda))))
          expect(Number(mean)).toBeCloseTo(Number(raw[id]), 1);
    }
  });
  test("the order in which members and nominations are given changes nothing", () => {
    const turned = [...partial].reverse();
    expect(meansOf(adjusted(turned, "severity"))).toEqual({
      E: "71.50",
      D: "79.00",
      A: "70.50",
      C: "80.50",
      B: "57.00",
    });
  });
});

test("ballots that nothing ties together are told as groups, the largest first", () => {
  expect(componentsOf(partial).map((ids) => [...ids].sort())).toEqual([["A", "B", "C", "D", "E"]]);
  const apart: Ballot[] = [
    { memberId: "J1", nominationId: "A", raw: 1 },
    { memberId: "J1", nominationId: "B", raw: 1 },
    { memberId: "J2", nominationId: "C", raw: 1 },
  ];
  expect(componentsOf(apart)).toEqual([["A", "B"], ["C"]]);
});

test("auto means none on a complete panel and severity on another; a wish stays a wish", () => {
  expect([modeOf("auto", true), modeOf("auto", false), modeOf("none", false), modeOf("zscore", true)]).toEqual([
    "none",
    "severity",
    "none",
    "zscore",
  ]);
});
