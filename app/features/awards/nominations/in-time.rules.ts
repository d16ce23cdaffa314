import { isOpen, type Phase, windowOf } from "../rounds/phases.rules";

/**
 * Until when a dossier can be handed in: a moment, null for a window without end, undefined when it cannot be now. By the
 * window of nominations, for what was in before (`again`) also that of the appraisal, or else by exceptions of its unit,
 * of which the longest holds; those are over when `now` has reached them.
 */
export function handInUntil(
  phases: readonly Phase[],
  exceptions: readonly Date[],
  { again, now }: { again: boolean; now: Date },
): Date | null | undefined {
  const kinds = again ? (["nomination", "appraisal"] as const) : (["nomination"] as const);
  const open = kinds.find((kind) => isOpen(phases, kind, now));
  if (open) return windowOf(phases, open)?.endsAt ?? null;
  return exceptions.filter((until) => until > now).sort((a, b) => b.getTime() - a.getTime())[0];
}
