import type { Locale } from "~/web/i18n";
import { ar } from "./ar";
import { en } from "./en";
import { hi } from "./hi";
import { vi } from "./vi";

export type Words = typeof vi;
export const fileWords = { vi, en, ar, hi } satisfies Record<Locale, Words>;

/** The sentence for a refusal of `receiveFiles`; `file` is what it returned as `refused`. */
export function refusalText(words: Words, reason: string, file = ""): string {
  const said = Object.hasOwn(words.refused, reason)
    ? words.refused[reason as keyof Words["refused"]]
    : words.refused.broken;
  return said(file || words.aFile);
}
