import type { Locale } from "~/web/i18n";
import { ar } from "./award-letter-words/ar";
import { en } from "./award-letter-words/en";
import { hi } from "./award-letter-words/hi";
import { vi } from "./award-letter-words/vi";

/** What a letter of an award round is about. */
export const awardMatters = [
  "call",
  "silent",
  "drafts",
  "received",
  "returned",
  "refused",
  "won",
  "score",
  "meeting",
  "written",
  "thanks",
] as const;
export type AwardMatter = (typeof awardMatters)[number];

interface MatterWords {
  /** `about`: the round, the nominee or the meeting. */
  subject: (about: string) => string;
  title: string;
  /** `n`: how many the letter is about. */
  say: (about: string, n: number) => string;
  button: string;
}

export interface AwardWords {
  kicker: string;
  because: string;
  labels: Record<
    "round" | "category" | "nominee" | "unit" | "receipt" | "until" | "form" | "decision" | "when" | "place",
    string
  >;
  reason: string;
  matters: Record<AwardMatter, MatterWords>;
}

/** The words in each language; `you` is how Vietnamese addresses the reader. */
export const awardWords: Record<Locale, (you: string) => AwardWords> = { vi, en, ar, hi };
