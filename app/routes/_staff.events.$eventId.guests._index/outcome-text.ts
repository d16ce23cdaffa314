import type { Words } from "~/features/participants/guests/messages";
import type { ManyAct, Outcome } from "~/features/participants/guests/rules";

/** What became of many people, in a few sentences. */
export function outcomeText(t: Words, act: ManyAct, { done, unchanged, refused }: Outcome): string {
  const why: Record<string, string> = t.refusals;
  return [
    done > 0 && t.many.done[act](done),
    unchanged > 0 && t.many.unchanged(unchanged),
    ...Object.entries(refused).map(([reason, people]) => t.many.refused(people, why[reason] ?? t.refusals.other)),
  ]
    .filter(Boolean)
    .join(" ");
}
