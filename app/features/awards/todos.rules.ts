import type { Localized } from "~/web/localized";

export const awardMatters = [
  ...(["call", "returned", "too-late", "to-sign", "to-hand-in", "drafts"] as const), // of a unit
  ...(["to-receive", "to-appraise"] as const), // of who runs the round
  ...(["to-declare", "to-score", "to-vote", "to-meet"] as const), // of a member of the council
] as const;
export type AwardMatter = (typeof awardMatters)[number];

/** What waits for one person in a round of awards, with the page where it is done. */
export interface AwardTodo {
  matter: AwardMatter;
  roundId: string;
  round: Localized;
  /** Dossiers or votes; 0 where there is nothing to count. */
  count: number;
  path: string;
  /** After this moment it cannot be done any more, a meeting begins at it; null: no moment is set. */
  until: Date | null;
}

/** The earliest of some moments; null among them: no moment. */
export const earliest = (moments: readonly (Date | null)[]): Date | null =>
  moments.reduce((first, moment) => (moment && (!first || moment < first) ? moment : first), null);
