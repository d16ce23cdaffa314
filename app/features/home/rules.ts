import { type Actor, may } from "~/features/accounts/rules";
import type { AwardTodo } from "~/features/awards/todos.rules";
import type { Counts } from "~/features/participants/rules";
import { type EventTimes, isListOpen } from "~/features/events/rules";
import { type Day, dayOf, daysBetween } from "~/web/time";

/** How far ahead a milestone is shown as near. */
export const nearDays = 14;
/** How long before the reply-by date silence is worth a look. */
const replyNearDays = 7;

export interface AheadEvent extends EventTimes {
  id: string;
  title: string;
  /** The actor runs it, so that sending and moving are theirs to do. */
  manages: boolean;
  counts: Counts;
  /** Linked points of the actor's whose line nobody has tried yet. */
  untested: number;
}

export interface DueMilestone {
  id: string;
  campaignId: string;
  campaign: string;
  title: string;
  dueOn: Day;
}

export interface AwardMatterHere extends Omit<AwardTodo, "round"> {
  /** In the reader's language. */
  round: string;
}

/** One thing this person should see to; the words are the page's. */
export type Todo =
  | { what: "difficulties"; count: number }
  | { what: "letters-failed"; count: number }
  | { what: "letters-wait"; count: number }
  | { what: "award"; award: AwardMatterHere; days: number | null }
  | { what: "tasks-waiting"; count: number }
  | { what: "tasks-late"; count: number }
  | { what: "milestone"; milestone: DueMilestone; days: number }
  | { what: "late-milestones"; milestone: DueMilestone; count: number; days: number }
  | { what: "silent"; event: AheadEvent; days: number }
  | { what: "not-invited"; event: AheadEvent }
  | { what: "no-date"; event: AheadEvent }
  | { what: "untested"; event: AheadEvent; days: number };

interface Facts {
  events: AheadEvent[];
  milestones: DueMilestone[];
  lettersFailed: number;
  /** Letters that cannot leave because no mail server is set. */
  lettersHeld: number;
  /** Open difficulties that wait for the actor's own units. */
  difficulties?: number;
  /** What waits in rounds of awards. */
  awards?: AwardMatterHere[];
  /** Tasks whose next step is this person's, and those in their sight that are late. */
  tasks?: { waiting: number; late: number };
  now: Date;
  zone: string;
}

/** What is wrong comes first, then what is near, the nearest first. `milestones` stand in the order of their days. */
export function todosOf({
  events,
  milestones,
  lettersFailed,
  lettersHeld,
  difficulties = 0,
  awards = [],
  tasks = { waiting: 0, late: 0 },
  now,
  zone,
}: Facts): Todo[] {
  const today = dayOf(now, zone);
  const until = (instant: Date) => daysBetween(today, dayOf(instant, zone));
  const todos: { todo: Todo; rank: number }[] = [];
  if (lettersFailed > 0) todos.push({ todo: { what: "letters-failed", count: lettersFailed }, rank: -1000 });
  if (lettersHeld > 0) todos.push({ todo: { what: "letters-wait", count: lettersHeld }, rank: -999 });
  if (tasks.waiting > 0) todos.push({ todo: { what: "tasks-waiting", count: tasks.waiting }, rank: -998 });
  if (tasks.late > 0) todos.push({ todo: { what: "tasks-late", count: tasks.late }, rank: -997 });
  if (difficulties > 0) todos.push({ todo: { what: "difficulties", count: difficulties }, rank: -1 });
  for (const award of awards) {
    const days = award.until && until(award.until);
    // The council sits in its room and waits.
    todos.push({ todo: { what: "award", award, days }, rank: award.matter === "to-vote" ? -2 : (days ?? 0) });
  }
  const late = milestones.filter((one) => one.dueOn < today);
  for (const milestone of milestones) {
    const days = daysBetween(today, milestone.dueOn);
    const sisters = late.filter((one) => one.campaignId === milestone.campaignId);
    if (days > nearDays) continue;
    if (days >= 0 || sisters.length === 1) todos.push({ todo: { what: "milestone", milestone, days }, rank: days });
    // A plan that nobody ticks off must not push everything else out of sight: one line for all of it.
    else if (sisters[0] === milestone)
      todos.push({ todo: { what: "late-milestones", milestone, count: sisters.length, days }, rank: days });
  }
  for (const event of events) {
    const start = until(event.startsAt);
    const { counts } = event;
    if (event.dateOpen && event.manages) todos.push({ todo: { what: "no-date", event }, rank: 0 });
    // The lines are tried in the last week, also while late answers still come in.
    const stands = !event.dateOpen && (event.state === "open" || event.state === "closed");
    if (event.untested > 0 && stands && start >= 0 && start <= replyNearDays)
      todos.push({ todo: { what: "untested", event, days: start }, rank: start });
    if (!isListOpen(event, now)) continue;
    if (counts.notInvited > 0 && event.manages) todos.push({ todo: { what: "not-invited", event }, rank: start });
    const days = event.replyBy ? until(event.replyBy) : start;
    if (counts.silent > 0 && days <= replyNearDays) todos.push({ todo: { what: "silent", event, days }, rank: days });
  }
  return todos.sort((a, b) => a.rank - b.rank).map(({ todo }) => todo);
}

/** The first step that an installation still lacks; null once it has an event. */
export function firstStep({ units, campaigns, events }: { units: number; campaigns: number; events: number }) {
  if (events > 0) return null;
  if (campaigns > 0) return "event" as const;
  return units > 1 ? ("campaign" as const) : ("units" as const);
}

/** Whether tasks are anything to this person. */
export const seesTasks = (actor: Actor): boolean =>
  (["tasks.manage", "tasks.do", "tasks.accept", "everything.read"] as const).some((act) => may(actor, act));

/** What the frame around every page says of the person and offers them; a seat in a council needs no role. */
export const summaryOf = (actor: Actor, seats: readonly { roundId: string; state: string }[] = []) => ({
  name: actor.name,
  position: actor.position,
  roles: [...new Set(actor.grants.map((grant) => grant.role))],
  sees: {
    letters: may(actor, "letters.read", null),
    tasks: seesTasks(actor),
    awards:
      (["awards.manage", "awards.nominate", "everything.read"] as const).some((act) => may(actor, act)) ||
      actor.grants.some(({ role }) => role === "council-member") ||
      seats.length > 0,
    /** The round whose dossiers this person scores. */
    scoring: seats.find(({ state }) => state === "published")?.roundId ?? null,
    accounts: may(actor, "accounts.manage"),
    organization: may(actor, "organization.manage"),
  },
});
export type Summary = ReturnType<typeof summaryOf>;

/** Two letters or figures at least: signs alone would find everything. */
export const isSearchable = (term: string): boolean => term.replace(/[^\p{L}\p{N}]/gu, "").length >= 2;
