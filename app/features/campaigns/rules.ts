import type { Localized } from "~/web/localized";
import { addressPart } from "~/web/text";
import { addDays, compareDays, type Day, daysBetween, isDay } from "~/web/time";

export const campaignKinds = ["national-day", "days-and-nights", "movement", "custom"] as const;
export type CampaignKind = (typeof campaignKinds)[number];
export const campaignStates = ["draft", "running", "closed"] as const;
export type CampaignState = (typeof campaignStates)[number];

/** What may be pressed in each state, and where it leads. */
export const campaignSteps = {
  start: ["draft", "running"],
  close: ["running", "closed"],
  reopen: ["closed", "running"],
} as const;
export type CampaignStep = keyof typeof campaignSteps;
export const stepFrom = (state: CampaignState): CampaignStep =>
  state === "draft" ? "start" : state === "running" ? "close" : "reopen";

interface Span {
  startsOn: Day;
  endsOn: Day | null;
}

/** The length of a drive, first and last day included; null without end. */
const lengthOf = ({ startsOn, endsOn }: Span): number | null => (endsOn ? daysBetween(startsOn, endsOn) + 1 : null);

/** "Day n of 45", counted from a unit's own start where it has one; null before, after, and in a movement without end. */
export function dayOfCampaign(
  campaign: Span,
  day: Day,
  ownStart: Day = campaign.startsOn,
): { n: number; of: number } | null {
  const of = lengthOf(campaign);
  if (of === null) return null;
  const n = daysBetween(ownStart, day) + 1;
  return n >= 1 && n <= of ? { n, of } : null;
}

/** The last day of a unit that began on a day of its own. */
export const ownEnd = (campaign: Span, ownStart: Day): Day | null => {
  const length = lengthOf(campaign);
  return length === null ? null : addDays(ownStart, length - 1);
};

export const phaseOn = <P extends Span>(phases: readonly P[], day: Day): P | null =>
  phases.find((phase) => phase.startsOn <= day && (!phase.endsOn || day <= phase.endsOn)) ?? null;

export type PhaseFault = "ends-before-start" | "overlap" | "open-not-last";

/** What is wrong with each phase of a list in any order: null where nothing is. Only the last one may be open. */
export function phaseFaults(phases: readonly Span[]): (PhaseFault | null)[] {
  const sorted = [...phases].sort((a, b) => compareDays(a.startsOn, b.startsOn));
  return phases.map((phase) => {
    if (phase.endsOn && phase.endsOn < phase.startsOn) return "ends-before-start";
    const at = sorted.indexOf(phase);
    if (!phase.endsOn && at < sorted.length - 1) return "open-not-last";
    const before = sorted[at - 1];
    return before?.endsOn && phase.startsOn <= before.endsOn ? "overlap" : null;
  });
}

export interface PlannedMilestone {
  id: string;
  dueOn: Day;
  offsetDays: number | null;
  doneOn: Day | null;
}

/** Why a milestone deserves a word of warning. Nothing is ever blocked by it. */
export type Warning =
  | { kind: "late"; days: number }
  /** The step before is open although its day has passed: so many days are left of so many planned. */
  | { kind: "squeezed"; left: number; planned: number; after: string }
  /** By the template it comes before `after`, by its date it comes later. */
  | { kind: "out-of-order"; after: string };

/** The warnings of a plan on a day, by milestone: what is late, what a late plan squeezes, what stands in the wrong order. */
export function squeezed(milestones: readonly PlannedMilestone[], today: Day): Map<string, Warning> {
  const open = milestones.filter((one) => !one.doneOn).sort((a, b) => compareDays(a.dueOn, b.dueOn));
  const found = new Map<string, Warning>();
  for (const [index, one] of open.entries()) {
    const late = daysBetween(one.dueOn, today);
    if (late > 0) {
      found.set(one.id, { kind: "late", days: late });
      continue;
    }
    const before = open[index - 1];
    const swapped = milestones.find((other) => comesLater(other, one) && other.dueOn < one.dueOn);
    if (before && before.dueOn < today)
      found.set(one.id, {
        kind: "squeezed",
        left: -late,
        planned: daysBetween(before.dueOn, one.dueOn),
        after: before.id,
      });
    else if (swapped) found.set(one.id, { kind: "out-of-order", after: swapped.id });
  }
  return found;
}

const comesLater = (other: PlannedMilestone, one: PlannedMilestone): boolean =>
  other.offsetDays !== null && one.offsetDays !== null && other.offsetDays > one.offsetDays;

/** "T−40", "T", "T+15". */
export const offsetName = (offset: number): string =>
  offset === 0 ? "T" : offset < 0 ? `T−${-offset}` : `T+${offset}`;

/** The day and month of `day` in another year; 29 February becomes the 28th where there is none. */
export function inYear(day: Day, year: number): Day {
  const moved = `${year}${day.slice(4)}`;
  return isDay(moved) ? moved : addDays(`${year}-03-01`, -1);
}

/** The day that the dates of a campaign hang on: 10/10, or its first day. */
export const anchorOf = (campaign: { anchorOn: Day | null; startsOn: Day }): Day =>
  campaign.anchorOn ?? campaign.startsOn;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

interface Shifted<P, M> {
  anchorOn: Day | null;
  startsOn: Day;
  endsOn: Day | null;
  phases: P[];
  milestones: M[];
}

/** The same campaign in another year: everything keeps its distance from the anchor, T-minus milestones go back to their T. */
export function inAnotherYear<P extends Span, M extends { dueOn: Day; offsetDays: number | null }>(
  campaign: Shifted<P, M>,
  year: number,
): Shifted<P, M> {
  const anchor = anchorOf(campaign);
  const newAnchor = inYear(anchor, year);
  const move = (day: Day): Day => addDays(newAnchor, daysBetween(anchor, day));
  return {
    anchorOn: campaign.anchorOn && newAnchor,
    startsOn: move(campaign.startsOn),
    endsOn: campaign.endsOn && move(campaign.endsOn),
    phases: campaign.phases.map((phase) => ({
      ...phase,
      startsOn: move(phase.startsOn),
      endsOn: phase.endsOn && move(phase.endsOn),
    })),
    milestones: campaign.milestones.map((one) => ({
      ...one,
      dueOn: one.offsetDays === null ? move(one.dueOn) : addDays(newAnchor, one.offsetDays),
    })),
  };
}

/** A title with every year from `from` to `to` moved by `by` years, in each language. */
export function retitled(title: Localized, { from, to, by }: { from: number; to: number; by: number }): Localized {
  const moved = (text: string) =>
    text.replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, (year) =>
      Number(year) >= from && Number(year) <= to ? String(Number(year) + by) : year,
    );
  return Object.fromEntries(
    Object.entries(title).map(([locale, text]) => [locale, moved(text)]),
  ) as unknown as Localized;
}

/** The name of a public page made from a title: "Ngày Chuyển đổi số 2025" → "ngay-chuyen-doi-so-2025". */
export const slugOf = (title: string): string => addressPart(title, 80) || "chien-dich";

/** Where a drive is on a day. */
export type Standing = { at: "before"; days: number } | { at: "during" } | { at: "after"; days: number };
export function standingOn({ startsOn, endsOn }: Span, day: Day): Standing {
  if (day < startsOn) return { at: "before", days: daysBetween(day, startsOn) };
  if (endsOn && day > endsOn) return { at: "after", days: daysBetween(endsOn, day) };
  return { at: "during" };
}
