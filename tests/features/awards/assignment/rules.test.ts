import { describe, expect, test } from "vitest";
import {
  type Assignable,
  assign,
  type DossierJudges,
  isConnected,
  lackOf,
  proposalFor,
  whyNotShared,
} from "../../../../app/features/awards/assignment/rules";

const members = (count: number) => Array.from({ length: count }, (_, n) => `m${String(n + 1).padStart(2, "0")}`);
const dossiers = (count: number, eligible: readonly string[]): Assignable[] =>
  Array.from({ length: count }, (_, n) => ({ nominationId: `n${String(n + 1).padStart(3, "0")}`, eligible }));
const loads = (given: ReadonlyMap<string, readonly string[]>, of: readonly string[]) =>
  of.map((id) => [...given.values()].filter((list) => list.includes(id)).length);
const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe("dossiers given to members", () => {
  test("all go to everybody who may judge them when no number is set", () => {
    const given = assign(
      [
        { nominationId: "a", eligible: ["x", "y", "z"] },
        { nominationId: "b", eligible: ["x", "z"] },
      ],
      null,
    );
    expect([...given.given].map(([id, list]) => [id, [...list].sort()]).sort()).toEqual([
      ["a", ["x", "y", "z"]],
      ["b", ["x", "z"]],
    ]);
    expect(given.connected).toBe(true);
  });

  test.each([
    [9, 3, 20],
    [7, 3, 15],
    [5, 3, 11],
    [15, 5, 40],
    [9, 3, 4],
  ])("%i members with %i ballots a dossier carry as many as each other, within one, of %i", (size, each, count) => {
    const panel = members(size);
    const { given, connected } = assign(dossiers(count, panel), each);
    expect([...given.values()].map((list) => new Set(list).size)).toEqual(Array(count).fill(each));
    expect(range(loads(given, panel))).toBeLessThanOrEqual(1);
    expect(connected).toBe(true);
  });

  test("never go to a member who may not judge them, and go to fewer where there are fewer", () => {
    const panel = members(6);
    const list = dossiers(12, panel).map((one, n) => ({
      ...one,
      eligible: n === 0 ? panel.slice(0, 2) : panel.filter((_, m) => m !== n % 6),
    }));
    const { given, connected } = assign(list, 3);
    for (const { nominationId, eligible } of list) {
      const chosen = given.get(nominationId) as string[];
      expect(chosen.every((id) => eligible.includes(id))).toBe(true);
      expect(chosen).toHaveLength(Math.min(3, eligible.length));
    }
    expect(range(loads(given, panel))).toBeLessThanOrEqual(1);
    expect(connected).toBe(true);
  });

  test("are tied together by a member of each group, where the least busy one would leave them apart", () => {
    const { given, connected } = assign(
      [
        { nominationId: "a", eligible: ["1", "2"] },
        { nominationId: "b", eligible: ["3", "4"] },
        { nominationId: "c", eligible: ["2", "3", "5"] },
      ],
      2,
    );
    expect(given.get("c")).toEqual(["2", "3"]);
    expect(connected).toBe(true);
  });

  test("say so when no plan can tie them together", () => {
    const apart = [
      { nominationId: "a", eligible: ["1", "2", "3"] },
      { nominationId: "b", eligible: ["4", "5", "6"] },
    ];
    expect(assign(apart, 3).connected).toBe(false);
    expect(isConnected(new Map([["a", ["1"]]]))).toBe(true);
    expect(isConnected(new Map())).toBe(true);
  });

  test("come out the same in whichever order they and the members stand", () => {
    const panel = members(7);
    const plain = (list: Assignable[]) =>
      [...assign(list, 3).given].map(([id, chosen]) => [id, [...chosen].sort()] as const).sort();
    const list = dossiers(20, panel).map((one, n) => ({ ...one, eligible: panel.filter((_, m) => m !== n % 7) }));
    const turned = list.toReversed().map((one) => ({ ...one, eligible: one.eligible.toReversed() }));
    expect(plain(turned)).toEqual(plain(list));
  });

  test("with nobody who may judge stay without a member, and break nothing", () => {
    const { given, connected } = assign([{ nominationId: "a", eligible: [] }, ...dossiers(2, members(3))], 3);
    expect(given.get("a")).toEqual([]);
    expect(connected).toBe(true);
  });

  test("go, of members with as many, to the one with less to do elsewhere", () => {
    const panel = members(4);
    const elsewhere = new Map([
      ["m01", 9],
      ["m02", 2],
      ["m03", 5],
      ["m04", 1],
    ]);
    const { given } = assign(dossiers(1, panel), 2, elsewhere);
    expect(given.get("n001")).toEqual(["m04", "m02"]);
    expect(range(loads(assign(dossiers(20, panel), 2, elsewhere).given, panel))).toBeLessThanOrEqual(1);
  });
});

describe("what is proposed", () => {
  const dossier = (given: Partial<DossierJudges>): DossierJudges => ({
    ...{ nominationId: "a", eligible: ["x", "y", "z", "u"], judges: ["x", "y", "z", "u"], abstained: [], begun: 0 },
    ...{ given: false, ...given },
  });

  test("leaves out who does not score a dossier, and tells whether anything changes", () => {
    const proposed = proposalFor([dossier({ abstained: ["x"] })], 3, new Map());
    expect([proposed.given.get("a")?.toSorted(), proposed.changes]).toEqual([["u", "y", "z"], true]);
    expect(
      proposalFor([dossier({ judges: ["z", "y", "u"], abstained: ["x"], given: true })], 3, new Map()).changes,
    ).toBe(false);
  });

  test("without a number gives back to the whole panel what was with chosen members", () => {
    expect(proposalFor([dossier({})], null, new Map()).changes).toBe(false);
    expect(proposalFor([dossier({ given: true })], null, new Map()).changes).toBe(true);
  });

  test.each([
    [["x", "y", "z"], [], null, 0],
    [["x", "y"], [], null, 1],
    [["x", "y", "z"], ["z"], 3, 1],
    [["x", "y", "z"], [], 5, 2],
    [["x", "y"], [], 1, 1],
    [["x", "y", "z", "u"], [], 3, 0],
  ])("%j with %j who do not score, of %j wished, lack %i", (judges, abstained, each, lack) => {
    expect(lackOf({ judges, abstained }, each)).toBe(lack);
  });

  test("is nothing where something stands in the way, which is said", () => {
    const free = { ended: false, dossiers: 2, members: 3, scored: false, each: 3, given: false };
    expect(whyNotShared(free)).toBe(null);
    expect(whyNotShared({ ...free, each: null, given: true })).toBe(null);
    expect(whyNotShared({ ...free, each: null })).toBe("whole");
    expect(whyNotShared({ ...free, each: null, scored: true })).toBe("scored");
    expect(whyNotShared({ ...free, members: 0, scored: true })).toBe("no-council");
    expect(whyNotShared({ ...free, members: 0, dossiers: 0 })).toBe("no-dossiers");
    expect(whyNotShared({ ...free, ended: true, dossiers: 0 })).toBe("ended");
  });
});
