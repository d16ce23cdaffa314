import { describe, expect, test } from "vitest";
import {
  ballotRefusal,
  baseOf,
  type Choice,
  foremost,
  hasQuorum,
  neededForQuorum,
  neededVotes,
  numbersSaid,
  passes,
  resultText,
  runOffWinner,
} from "../../../../app/features/awards/voting/rules";

const twoThirds = { of: 2, in: 3 };
const at = (thresholdPercent: number) => ({ thresholdPercent, overHalf: false });
const overHalf = { thresholdPercent: 80, overHalf: true };
const turnout = { members: 9, recused: 0, present: 8, written: 0, valid: 8 };

describe("votes needed", () => {
  test("are the table of the rules, base by base", () => {
    const rows = [5, 7, 9, 11, 13, 15].map((base) => [
      base,
      neededForQuorum(base, twoThirds),
      ...[50, 67, 75, 80, 90].map((percent) => neededVotes(base, at(percent))),
    ]);
    expect(rows).toEqual([
      [5, 4, 3, 4, 4, 4, 5],
      [7, 5, 4, 5, 6, 6, 7],
      [9, 6, 5, 7, 7, 8, 9],
      [11, 8, 6, 8, 9, 9, 10],
      [13, 9, 7, 9, 10, 11, 12],
      [15, 10, 8, 11, 12, 12, 14],
    ]);
  });

  test("are the fewest that pass, at every base and bar", () => {
    for (let base = 1; base <= 40; base += 1)
      for (const bar of [...Array.from({ length: 100 }, (_, n) => at(n + 1)), overHalf]) {
        const needed = neededVotes(base, bar);
        expect([passes(needed, base, bar), passes(needed - 1, base, bar)]).toEqual([true, false]);
      }
  });

  test("over half is more than half: 4 of 8 is not enough, though it is 50 %", () => {
    expect([passes(4, 8, overHalf), passes(5, 8, overHalf), passes(4, 8, at(50))]).toEqual([false, true, true]);
  });

  test("nothing passes on a base of nobody", () => {
    expect([passes(0, 0, at(80)), passes(0, 0, overHalf)]).toEqual([false, false]);
  });
});

test("the quorum is a fraction: 6 of 9 are two thirds, 5 are not", () => {
  expect([6, 5].map((present) => hasQuorum(present, 9, twoThirds))).toEqual([true, false]);
});

describe("the base", () => {
  test("decides: 7 of 9 fail at 80 % of all members, the same 7 of the 8 in the room pass", () => {
    const bases = (["all", "present"] as const).map((base) => baseOf(base, turnout));
    expect(bases.map((base) => [base, passes(7, base, at(80))])).toEqual([
      [9, false],
      [8, true],
    ]);
  });

  test("counts members, those without conflict, the room with written votes, or papers that say something", () => {
    const given = { members: 11, recused: 2, present: 7, written: 1, valid: 6 };
    expect((["all", "eligible", "present", "valid"] as const).map((base) => baseOf(base, given))).toEqual([
      11, 9, 8, 6,
    ]);
  });
});

test("a run-off is won by most votes; among equals by the casting vote, and never by an id", () => {
  const tally = (nominationId: string, yes: number) => ({ nominationId, yes });
  expect(runOffWinner([tally("a", 3), tally("b", 5)], null)).toBe("b");
  const equal = [tally("a", 4), tally("b", 4), tally("c", 1)];
  expect([null, "b", "c"].map((casting) => runOffWinner(equal, casting))).toEqual([null, "b", null]);
});

test("a result reads the same in whatever order its rows come, and otherwise when anything of it differs", () => {
  const line = (nominationId: string, yes: number) => ({
    ...{ nominationId, yes, no: 1, blank: 0, base: 9, passed: yes > 7, ...turnout },
  });
  const poll = { id: "p", kind: "approval", base: "all" as const, castingNominationId: null, ...at(80) };
  const text = resultText(poll, [line("a", 8), line("b", 7)]);
  expect(resultText(poll, [line("b", 7), line("a", 8)])).toBe(text);
  const others = [
    resultText(poll, [line("a", 7), line("b", 7)]),
    resultText({ ...poll, castingNominationId: "a" }, [line("a", 8), line("b", 7)]),
    resultText({ ...poll, thresholdPercent: 81 }, [line("a", 8), line("b", 7)]),
  ];
  expect(others).not.toContain(text);
});

test("a result is said with its share and what was needed", () => {
  expect(numbersSaid({ yes: 7, base: 9 }, at(80))).toBe("7/9 phiếu đồng ý, đạt 77,78 %; cần 8 phiếu");
});

describe("a paper", () => {
  const paper = (...marks: [string, Choice][]) => new Map(marks);
  const refusals = (kind: "approval" | "run-off", ...papers: Map<string, Choice>[]) =>
    papers.map((ballot) => ballotRefusal(kind, ["a", "b"], ballot));

  test("says something of each nomination on it, and of no other", () =>
    expect(
      refusals(
        "approval",
        paper(["a", "yes"], ["b", "yes"]),
        paper(["a", "blank"], ["b", "no"]),
        paper(["a", "yes"]),
        paper(),
        paper(["a", "yes"], ["b", "no"], ["c", "yes"]),
      ),
    ).toEqual([null, null, "incomplete", "incomplete", "not-on-paper"]));
  test("of a run-off says yes to one at most", () =>
    expect(
      refusals(
        "run-off",
        paper(["a", "yes"], ["b", "yes"]),
        paper(["a", "yes"], ["b", "no"]),
        paper(["a", "no"], ["b", "blank"]),
      ),
    ).toEqual(["one-only", null, null]));
});

test("the foremost are all who share the most votes", () => {
  const tally = (nominationId: string, yes: number) => ({ nominationId, yes });
  expect([foremost([tally("a", 3), tally("b", 4), tally("c", 4)]), foremost([])]).toEqual([
    [tally("b", 4), tally("c", 4)],
    [],
  ]);
});
