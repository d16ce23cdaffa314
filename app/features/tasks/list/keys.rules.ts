export type ListAct = "next" | "previous" | "select" | "open" | "search" | "help";

const letterKeys: Record<string, ListAct> = { j: "next", k: "previous", x: "select", "/": "search", "?": "help" };
const listKeys: Record<string, ListAct> = { ArrowDown: "next", ArrowUp: "previous", Enter: "open" };

/**
 * What a key does on the list. Keys of a single letter can be switched off (WCAG 2.1.4); arrows and Enter act only while
 * the focus stands in the list, so that the page scrolls as everywhere else.
 */
export function actOf(key: string, { letters, inList }: { letters: boolean; inList: boolean }): ListAct | null {
  const act = (letters && letterKeys[key.toLowerCase()]) || (inList && listKeys[key]);
  return act || null;
}

/** Where the focus goes from the nth of `count` rows (-1: none of them); it stays at either end. */
export const rowAfter = (at: number, count: number, step: "next" | "previous"): number =>
  at < 0 ? 0 : Math.max(0, Math.min(count - 1, at + (step === "next" ? 1 : -1)));
