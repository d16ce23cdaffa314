/** In this order; the call has no window of its own, it is the moment of publication. */
export const phaseKinds = ["nomination", "appraisal", "scoring", "vote", "decision", "ceremony"] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** A part of a round's calendar, [startsAt, endsAt); null: without end, which only the last may be. */
export interface Phase {
  kind: PhaseKind;
  startsAt: Date;
  endsAt: Date | null;
}

const placeOf = (kind: PhaseKind) => phaseKinds.indexOf(kind);
/** In the order of `phaseKinds`, whenever they are. */
export const inOrder = (phases: readonly Phase[]): Phase[] =>
  [...phases].sort((a, b) => placeOf(a.kind) - placeOf(b.kind));

const runs = ({ startsAt, endsAt }: Phase, now: Date) => startsAt <= now && (endsAt === null || now < endsAt);

/** The phase that runs at a moment; null between two, before the first and after the last. They switch by themselves. */
export const phaseAt = (phases: readonly Phase[], now: Date): PhaseKind | null =>
  phases.find((phase) => runs(phase, now))?.kind ?? null;

/** Does this phase run at a moment? */
export const isOpen = (phases: readonly Phase[], kind: PhaseKind, now: Date): boolean => phaseAt(phases, now) === kind;

/** The phase of this kind; null: the calendar has none. */
export const windowOf = (phases: readonly Phase[], kind: PhaseKind): Phase | null =>
  phases.find((phase) => phase.kind === kind) ?? null;

export type Standing = "none" | "ahead" | "open" | "over";

/** Where a moment stands to a step; "none": the calendar has no such step. */
export function standingOf(phases: readonly Phase[], kind: PhaseKind, now: Date): Standing {
  const step = windowOf(phases, kind);
  if (!step) return "none";
  return runs(step, now) ? "open" : now < step.startsAt ? "ahead" : "over";
}

/** Has the phase, or one after it, begun? What belongs to it may be shown from then on. */
export const hasReached = (phases: readonly Phase[], kind: PhaseKind, now: Date): boolean =>
  phases.some((phase) => placeOf(phase.kind) >= placeOf(kind) && phase.startsAt <= now);

export type CalendarFault = "ends-before-start" | "overlaps" | "without-end";

/** The first fault of a calendar with the phase it lies in: windows follow each other, and only the last may be open. */
export function calendarFault(phases: readonly Phase[]): { kind: PhaseKind; fault: CalendarFault } | null {
  const ordered = inOrder(phases);
  for (const [n, phase] of ordered.entries()) {
    const { kind, startsAt, endsAt } = phase;
    if (endsAt !== null && endsAt <= startsAt) return { kind, fault: "ends-before-start" };
    const next = ordered[n + 1];
    if (!next) continue;
    if (endsAt === null) return { kind, fault: "without-end" };
    if (next.startsAt < endsAt) return { kind: next.kind, fault: "overlaps" };
  }
  return null;
}
