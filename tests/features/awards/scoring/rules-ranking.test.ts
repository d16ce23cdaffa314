import { describe, expect, test } from "vitest";
import {
  type Criterion,
  isValid,
  rawScore,
  scoreRefusal,
  type Sheet,
  unanswered,
  units,
} from "../../../../app/features/awards/scoring/ballot.rules";
import {
  aggregateOf,
  ballotsNeeded,
  type CategoryTerms,
  type Entry,
  rankCategory,
} from "../../../../app/features/awards/scoring/rules";

const criterion = (id: string, weight: number, over: Partial<Criterion> = {}): Criterion => ({
  ...{ id, weight, maximum: 10, step: 0.5, required: true },
  ...over,
});
const four = [criterion("a", 40), criterion("b", 30), criterion("c", 20), criterion("d", 10)];
const scores = (...values: (number | null)[]) =>
  new Map(values.flatMap((value, n) => (value === null ? [] : [[(four[n] as Criterion).id, value] as const])));

describe("one ballot", () => {
  test("weighs its criteria: 8, 7, 9, 6 of 10 under 40, 30, 20, 10 is 77.00", () => {
    expect(rawScore(four, scores(8, 7, 9, 6))).toBeCloseTo(77, 10);
  });
  test("is not punished for an optional criterion left blank: 78.8889", () => {
    expect(rawScore(four, scores(8, 7, 9, null))).toBeCloseTo(78.8889, 4);
    expect(rawScore(four, scores())).toBe(null);
  });
  test("scales each criterion by its own maximum, and not with all weights together", () => {
    const other = [criterion("a", 60, { maximum: 5 }), criterion("b", 40, { maximum: 100 })];
    const given = new Map([
      ["a", 4],
      ["b", 50],
    ]);
    expect(rawScore(other, given)).toBeCloseTo(68, 10);
    expect(
      rawScore(
        other.map((one) => ({ ...one, weight: one.weight * 7 })),
        given,
      ),
    ).toBeCloseTo(68, 10);
  });
  test("refuses a score above the maximum, below nothing, or between the steps", () => {
    const one = criterion("a", 40);
    expect([10.5, -0.5, 7.25, 7.5, 0, 10].map((value) => scoreRefusal(one, value))).toEqual([
      "above-maximum",
      "below-zero",
      "off-step",
      null,
      null,
      null,
    ]);
    expect(scoreRefusal(criterion("a", 1, { step: 0.1 }), 0.3)).toBe(null);
  });

  const sheet: Sheet = {
    ...{ memberId: "m", nominationId: "n", submitted: true, abstained: false, recused: false },
    scores: scores(8, 7, 9, 6),
  };
  test("counts when it is submitted and whole, and its member neither recused nor abstained", () => {
    const counted = (over: Partial<Sheet>) => isValid(four, { ...sheet, ...over });
    expect([
      counted({}),
      counted({ submitted: false }),
      counted({ recused: true }),
      counted({ abstained: true }),
      counted({ scores: scores(8, 7, 9, null) }),
    ]).toEqual([true, false, false, false, false]);
    const optional = four.map((one) => (one.id === "d" ? { ...one, required: false } : one));
    expect(isValid(optional, { ...sheet, scores: scores(8, 7, 9, null) })).toBe(true);
    expect(unanswered(four, scores(8, null, 9, null)).map(({ id }) => id)).toEqual(["b", "d"]);
  });
});

describe("an aggregate", () => {
  test("trimmed drops one highest and one lowest of five, and is the mean of four", () => {
    expect(aggregateOf([70, 72, 74, 76, 20], "trimmed")).toBe(72);
    expect(aggregateOf([70, 72, 74, 76, 20], "mean")).toBeCloseTo(62.4, 10);
    expect(aggregateOf([70, 72, 74, 76], "trimmed")).toBe(73);
  });
  test("median stands in the middle, or between the two there", () => {
    expect([aggregateOf([90, 10, 50], "median"), aggregateOf([90, 10, 50, 60], "median")]).toEqual([50, 55]);
  });
});

test("the ballots needed are two thirds of those who may, rounded up, and three at least", () => {
  expect([1, 3, 4, 5, 7, 8, 9, 15].map(ballotsNeeded)).toEqual([3, 3, 3, 4, 5, 6, 6, 10]);
});

test("halves are rounded up on whole hundredths, also where floats fall short of them", () => {
  expect([units(78.885), units(78.884), units(1.005), units(70)]).toEqual([7889, 7888, 101, 7000]);
});

const one: CategoryTerms = {
  criteria: [criterion("a", 100, { maximum: 100, step: 1 })],
  ...{ aggregate: "mean", adjustment: "auto", minimumScore: null },
};
/** Scores of J1, J2, … by nomination; null: no ballot. */
function panel(given: Record<string, (number | null)[]>, terms: CategoryTerms = one) {
  const width = Math.max(...Object.values(given).map(({ length }) => length));
  const eligible = Array.from({ length: width }, (_, n) => `J${n + 1}`);
  const entries: Entry[] = Object.keys(given).map((nominationId) => ({ nominationId, eligible }));
  const sheets = Object.entries(given).flatMap(([nominationId, values]) =>
    values.flatMap((value, n): Sheet[] =>
      value === null
        ? []
        : [
            {
              ...{ memberId: `J${n + 1}`, nominationId, submitted: true, abstained: false, recused: false },
              scores: new Map([[terms.criteria[0]?.id as string, value]]),
            },
          ],
    ),
  );
  return { terms, entries, sheets };
}
const ranked = ({ terms, entries, sheets }: ReturnType<typeof panel>, runOff: string[] = []) =>
  rankCategory(terms, entries, sheets, runOff).rows.map(
    ({ nominationId, rank, score, decidedBy }) =>
      `${rank ?? "–"} ${nominationId} ${score?.toFixed(2) ?? "–"}${decidedBy && decidedBy !== "score" ? ` ${decidedBy}` : ""}`,
  );

describe("a ranking", () => {
  test("orders by score; the one with too few ballots stands after all, without a rank", () => {
    const given = panel({ A: [60, 70, 80], B: [90, 90, 90], C: [99, 99, null] });
    expect(ranked({ ...given, terms: { ...one, adjustment: "none" } })).toEqual([
      "1 B 90.00",
      "2 A 70.00",
      "– C 99.00",
    ]);
  });

  test("counts neither the ballot of a recused member, nor of one to whom it was not given", () => {
    const given = panel({ A: [60, 60, 60, 60], B: [50, 50, 50, 50] });
    const stray = given.sheets.map((sheet) =>
      sheet.nominationId === "B" && sheet.memberId === "J1"
        ? { ...sheet, recused: true, scores: new Map([["a", 100]]) }
        : sheet,
    );
    const entries = given.entries.map((entry) => ({ ...entry, eligible: ["J2", "J3", "J4"] }));
    expect(ranked({ ...given, sheets: stray, entries })).toEqual(["1 A 60.00", "2 B 50.00"]);
  });

  test("compares the floor with the score as it is shown: 69.995 is 70.00", () => {
    const given = panel({ A: [69.99, 69.99, 70.005], B: [69.98, 69.98, 69.98] });
    const terms = { ...one, minimumScore: 70 };
    expect(
      rankCategory(terms, given.entries, given.sheets).rows.map((row) => [row.nominationId, row.belowMinimum]),
    ).toEqual([
      ["A", false],
      ["B", true],
    ]);
  });

  test("takes equals apart by the heaviest criterion first", () => {
    const two = [criterion("light", 40), criterion("heavy", 60)];
    const terms: CategoryTerms = { ...one, criteria: two };
    const sheet = (nominationId: string, memberId: string, light: number, heavy: number): Sheet => ({
      ...{ memberId, nominationId, submitted: true, abstained: false, recused: false },
      scores: new Map([
        ["light", light],
        ["heavy", heavy],
      ]),
    });
    const members = ["J1", "J2", "J3"];
    const sheets = members.flatMap((id) => [sheet("A", id, 9.5, 5), sheet("B", id, 5, 8)]);
    const entries = ["A", "B"].map((nominationId) => ({ nominationId, eligible: members }));
    const { rows } = rankCategory(terms, entries, sheets);
    expect(
      rows.map(({ nominationId, rank, score, decidedBy, criteria: by }) => [nominationId, rank, score, decidedBy, by]),
    ).toEqual([
      ["B", 1, 68, "criterion", ["heavy"]],
      ["A", 2, 68, "criterion", ["heavy"]],
    ]);
  });

  test("never tells equals apart by which of two criteria of one weight was typed in first", () => {
    const three = [criterion("first", 30), criterion("light", 40), criterion("second", 30)];
    const sheet = (nominationId: string, memberId: string, ...values: number[]): Sheet => ({
      ...{ memberId, nominationId, submitted: true, abstained: false, recused: false },
      scores: new Map(three.map(({ id }, n) => [id, values[n] as number])),
    });
    const members = ["J1", "J2", "J3"];
    const entries = ["A", "B"].map((nominationId) => ({ nominationId, eligible: members }));
    const ranks = (criteria: Criterion[], sheets: Sheet[]) =>
      rankCategory({ ...one, criteria }, entries, sheets).rows.map((row) => [row.nominationId, row.rank, row.criteria]);
    const equal = members.flatMap((id) => [sheet("A", id, 9, 7, 5), sheet("B", id, 5, 7, 9)]);
    const shared = [
      ["A", 1, []],
      ["B", 1, []],
    ];
    expect([ranks(three, equal), ranks(three.toReversed(), equal)]).toEqual([shared, shared]);
    // Their mean decides, and not the one above the other.
    const heavier = three.map((one) => (one.id === "light" ? { ...one, weight: 20 } : { ...one, weight: 40 }));
    const apart = members.flatMap((id) => [sheet("A", id, 9, 7, 5), sheet("B", id, 5, 5, 10)]);
    expect(ranks(heavier, apart)).toEqual([
      ["B", 1, ["first", "second"]],
      ["A", 2, ["first", "second"]],
    ]);
  });

  test("then by who is ahead with more members, then by who divides them less", () => {
    expect(ranked(panel({ A: [80, 80, 50], B: [70, 70, 70] }))).toEqual([
      "1 A 70.00 head-to-head",
      "2 B 70.00 head-to-head",
    ]);
    expect(ranked(panel({ A: [80, 60, 70, 70], B: [60, 80, 71, 69] }))).toEqual([
      "1 A 70.00 spread",
      "2 B 70.00 spread",
    ]);
  });

  test("then by the run-off, and else shares the rank and leaves the next one out", () => {
    const equal = panel({ B: [70, 80, 90], A: [90, 80, 70], C: [10, 10, 10], D: [95, 95, 95] });
    expect(ranked(equal).map((line) => line.slice(0, 3))).toEqual(["1 D", "2 B", "2 A", "4 C"]);
    expect(ranked(equal)[1]).toBe("2 B 80.00 shared");
    expect(ranked(equal, ["A", "B"])).toEqual(["1 D 95.00", "2 A 80.00 run-off", "3 B 80.00 run-off", "4 C 10.00"]);
  });

  test("is the same whichever way members and nominations are given", () => {
    const given = panel({ A: [60, 50, null, 75], B: [50, 55, 60, null], C: [70, null, 90, 80], D: [null, 85, 80, 70] });
    const plain = ranked(given);
    const turned = { ...given, entries: [...given.entries].reverse(), sheets: [...given.sheets].reverse() };
    expect(ranked(turned)).toEqual(plain);
    expect(plain).toHaveLength(4);
  });

  test("adjusts for severity only when ballots tie all nominations together, and says so when not", () => {
    const apart = panel({ A: [60, 62, 64, null, null, null], B: [null, null, null, 70, 72, 74] });
    const entries = apart.entries.map((entry, n) => ({
      ...entry,
      eligible: n === 0 ? ["J1", "J2", "J3"] : ["J4", "J5", "J6"],
    }));
    const terms: CategoryTerms = { ...one, adjustment: "severity" };
    const { mode, disconnected, rows } = rankCategory(terms, entries, apart.sheets);
    expect([mode, disconnected, rows.map(({ score }) => score)]).toEqual(["none", [["A"], ["B"]], [72, 62]]);
    const tied = panel({ A: [60, 62, 64, 70], B: [null, 70, 72, 74] });
    const given = rankCategory({ ...one, adjustment: "auto" }, tied.entries, tied.sheets);
    expect([given.mode, given.disconnected]).toEqual(["severity", null]);
  });

  test("does not move when all weights are taken ten times", () => {
    const terms = (times: number): CategoryTerms => ({
      ...one,
      criteria: four.map((c) => ({ ...c, weight: c.weight * times })),
    });
    const members = ["J1", "J2", "J3"];
    const entries = ["A", "B", "C"].map((nominationId) => ({ nominationId, eligible: members }));
    const sheets = entries.flatMap(({ nominationId }, n) =>
      members.map((memberId, m) => ({
        ...{ memberId, nominationId, submitted: true, abstained: false, recused: false },
        scores: scores(((n * 3 + m) % 9) + 1, ((n + m * 2) % 8) + 1, ((n * 5 + m) % 7) + 1, ((n + m) % 9) + 1),
      })),
    );
    expect(rankCategory(terms(10), entries, sheets)).toEqual(rankCategory(terms(1), entries, sheets));
  });
});
