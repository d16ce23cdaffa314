/**
 * Where one who may be honoured stands against the awards there are to give. "equal": the last of them falls to equals,
 * and a run-off decides between these.
 */
export type Place = "within" | "equal" | "beyond";

export interface Contender {
  nominationId: string;
  /** The nominating unit, by anything that tells units apart. */
  unit: string;
}

/** How many are honoured in a category, of all units and of one; null: no limit. */
export interface Places {
  quota: number | null;
  quotaPerUnit: number | null;
}

/** Equals beside each other, the best first. */
function inGroups<T>(all: readonly T[], better: (a: T, b: T) => number): T[][] {
  const groups: T[][] = [];
  for (const one of [...all].sort(better)) {
    const last = groups.at(-1);
    if (last?.[0] && better(last[0], one) === 0) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function countByUnit(all: readonly Contender[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { unit } of all) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}

/**
 * The place of each contender in the order of `better` (negative: the first is ahead, 0: equals); empty where nothing is
 * limited. It only says where they stand and never cuts between equals: who is proposed, people decide.
 */
export function placesOf<T extends Contender>(
  contenders: readonly T[],
  better: (a: T, b: T) => number,
  { quota, quotaPerUnit }: Places,
): Map<string, Place> {
  const places = new Map<string, Place>();
  if (quota === null && quotaPerUnit === null) return places;
  let left = quota ?? Number.POSITIVE_INFINITY;
  const taken = new Map<string, number>();
  const leftOf = (unit: string) => (quotaPerUnit ?? Number.POSITIVE_INFINITY) - (taken.get(unit) ?? 0);
  for (const equals of inGroups(contenders, better)) {
    const asked = countByUnit(equals);
    // Of a unit no more can come than its own limit leaves.
    const given = new Map([...asked].map(([unit, count]) => [unit, Math.min(count, leftOf(unit))]));
    const all = [...given.values()].reduce((sum, count) => sum + count, 0);
    for (const { nominationId, unit } of equals) {
      const none = left <= 0 || leftOf(unit) <= 0;
      const fits = all <= left && (asked.get(unit) ?? 0) <= leftOf(unit);
      places.set(nominationId, none ? "beyond" : fits ? "within" : "equal");
    }
    left = Math.max(0, left - all);
    for (const [unit, count] of given) taken.set(unit, (taken.get(unit) ?? 0) + count);
  }
  return places;
}

/** Are more honoured than there are awards, in all or of one unit? */
export const exceeds = (honoured: readonly Contender[], { quota, quotaPerUnit }: Places): boolean =>
  (quota !== null && honoured.length > quota) ||
  (quotaPerUnit !== null && [...countByUnit(honoured).values()].some((count) => count > quotaPerUnit));
