/** What may be done with many people of the list at once. Sending invitations is a matter of its own, with a preview. */
export const manyActs = ["move", "yes", "no", "withdraw"] as const;
export type ManyAct = (typeof manyActs)[number];

/** People done with, people for whom nothing was to be done, and the others by reason. */
export interface Outcome {
  done: number;
  unchanged: number;
  refused: Record<string, number>;
}

export const noOutcome: Outcome = { done: 0, unchanged: 0, refused: {} };

/** Adds what one write answered. */
export function addOutcome(
  sum: Outcome,
  one: { ok: true; changed?: boolean } | { ok: false; reason: string },
): Outcome {
  if (!one.ok) return { ...sum, refused: { ...sum.refused, [one.reason]: (sum.refused[one.reason] ?? 0) + 1 } };
  return one.changed === false ? { ...sum, unchanged: sum.unchanged + 1 } : { ...sum, done: sum.done + 1 };
}

/** Guests on one page of the list. */
export const pageSize = 100;

/** People acted upon in one transaction, so that nobody's answer waits noticeably for them. */
export const actPortion = 20;
