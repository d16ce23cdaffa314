import { fold } from "~/web/text";

const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// What an office writes before a name says nothing about whose it is.
const titles = new Set(["ong", "ba", "dong", "chi", "dc", "anh", "co", "mr", "ms", "mrs"]);

/** The name of a nominee as twins are looked for: folded, without courtesies and signs, one space between words. */
export function nomineeKey(name: string): string {
  const all = words(name);
  const first = all.findIndex((word) => !titles.has(word));
  return all.slice(Math.max(0, first)).join(" ").slice(0, 300);
}

/** What was achieved, as twins are looked for; "" for a text too short to tell anything. */
export function achievementKey(text: string): string {
  const all = words(text);
  return all.length < 4 ? "" : all.join(" ").slice(0, 500);
}

/** How alike two achievements are, 0 to 1: the share of words they have in common. */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(a.split(" ").filter(Boolean)), new Set(b.split(" ").filter(Boolean))];
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return common / (left.size + right.size - common);
}

/** From here on two achievements are shown as perhaps the same. */
export const likeEnough = 0.7;
