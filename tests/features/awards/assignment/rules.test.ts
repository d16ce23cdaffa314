import { describe, expect, test } from "vitest";
import { type Assignable, assign, isConnected } from "../../../../app/features/awards/assignment/rules";

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
});
