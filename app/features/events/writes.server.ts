import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { eventMoves, events, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { findCampaignFor } from "~/features/campaigns/reads.server";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import { type EventFacts, findEventFor, freeSlug } from "./reads.server";
import {
  defaultReminders,
  type EventContent,
  type EventStep,
  eventTransitions,
  isAnnounced,
  mayStartFrom,
  mayStep,
  type ReminderPlan,
  same,
  tidyReminders,
  timesRefused,
} from "./rules";

export type { EventContent } from "./rules";

/** Who does it, to which event, when. */
export interface EventAct {
  eventId: string;
  actor: Actor;
  now: Date;
}

/** The event when this person may run it, read inside the transaction. */
export async function eventToManage(tx: Tx, { eventId, actor }: EventAct): Promise<EventFacts | null> {
  const event = await findEventFor(tx, { eventId, actor });
  return event?.access === "manage" ? event : null;
}

export const recordOf = (tx: Tx, { eventId, actor, now }: EventAct, verb: string, detail: Detail = {}): Promise<void> =>
  record(tx, { actor, verb, subject: `event:${eventId}`, detail, now });

const searchOf = (content: Pick<EventContent, "title" | "invitationNumber">): string =>
  fold([...Object.values(content.title), content.invitationNumber].filter(Boolean).join(" "));

/** Why the host, the campaign or the event before cannot be these; checked on fresh facts. */
async function placeRefused(tx: Tx, content: EventContent, actor: Actor, event: EventFacts | null) {
  const [host] = await tx.select({ path: units.path }).from(units).where(eq(units.id, content.hostUnitId));
  if (!host) return "no-such-unit";
  if (!may(actor, "events.manage", host.path)) return "not-allowed";
  // A draft of others is not there for this person, unless the event hangs on it already.
  const { campaignId } = content;
  if (campaignId && campaignId !== event?.campaignId && !(await findCampaignFor(tx, { campaignId, actor })))
    return "no-such-campaign";
  if (content.parentId) {
    const before = await findEventFor(tx, { eventId: content.parentId, actor });
    // One level only, so that no event can follow itself by a detour.
    if (!before || before.id === event?.id || before.parentId) return "no-such-parent";
  }
  return null;
}

/** Writes a draft that only its host's people see. The same `press`, sent twice, makes one event and is `again` the second time. */
export async function createEvent(
  tx: Tx,
  {
    actor,
    now,
    zone,
    press,
    reminders = defaultReminders,
    ...content
  }: EventContent & {
    zone: string;
    press?: string;
    reminders?: ReminderPlan;
    actor: Actor;
    now: Date;
  },
) {
  const refused = timesRefused({ ...content, replyBy: content.replyBy ?? null });
  if (refused) return refuse(refused);
  const misplaced = await placeRefused(tx, content, actor, null);
  if (misplaced) return refuse(misplaced);
  const id = idOfPress(press);
  const [made] = await tx
    .insert(events)
    .values({
      id,
      ...content,
      slug: await freeSlug(tx, { title: content.title.vi }),
      zone,
      reminders: tidyReminders(reminders),
      search: searchOf(content),
      createdAt: now,
      updatedAt: now,
      createdBy: actor.userId,
    })
    .onConflictDoNothing({ target: events.id })
    .returning({ slug: events.slug });
  const [row] = made ? [made] : await tx.select().from(events).where(eq(events.id, id));
  if (made) await recordOf(tx, { eventId: id, actor, now }, "event.created", { title: content.title.vi });
  return { ok: true, eventId: id, slug: row?.slug ?? "", again: !made } as const;
}

/**
 * Changes what is written of an event. `seen` is the `updatedAt` the person's form was made from. The date of an
 * announced event only moves through `postponeEvent`, so that the old one stays readable and everyone is told.
 */
export async function changeEvent(
  tx: Tx,
  { eventId, seen, actor, now, ...content }: EventAct & EventContent & { seen: Date },
) {
  const act = { eventId, actor, now };
  const event = await eventToManage(tx, act);
  if (!event) return refuse("not-allowed");
  if (event.state === "cancelled") return refuse("cancelled");
  if (event.updatedAt.getTime() !== seen.getTime()) return refuse("changed-meanwhile");
  if (isAnnounced(event) && !(same(event.startsAt, content.startsAt) && same(event.endsAt, content.endsAt)))
    return refuse("date-is-announced");
  const refused = timesRefused({ ...content, replyBy: content.replyBy ?? null });
  if (refused) return refuse(refused);
  const misplaced = await placeRefused(tx, content, actor, event);
  if (misplaced) return refuse(misplaced);
  const changed = (Object.keys(content) as (keyof EventContent)[]).filter((key) => !same(event[key], content[key]));
  if (changed.length === 0) return { ok: true, changed } as const;
  await tx
    .update(events)
    .set({
      ...content,
      search: searchOf(content),
      updatedAt: now,
      calendarSequence: event.calendarSequence + (isAnnounced(event) ? 1 : 0),
    })
    .where(eq(events.id, eventId));
  await recordOf(tx, act, "event.changed", { fields: changed.join(",") });
  return { ok: true, changed } as const;
}

async function step(tx: Tx, act: EventAct, name: EventStep, refusedWhen: (event: EventFacts) => string | null) {
  const event = await eventToManage(tx, act);
  if (!event) return refuse("not-allowed");
  if (!mayStep(event, name)) return refuse("wrong-state");
  const refused = refusedWhen(event) as "in-past" | "too-early" | "date-open" | null;
  if (refused) return refuse(refused);
  await tx
    .update(events)
    .set({ state: eventTransitions[name].to, updatedAt: act.now })
    .where(eq(events.id, act.eventId));
  await recordOf(tx, act, `event.${name}`);
  return { ok: true } as const;
}

const whenBegun = (now: Date) => (event: EventFacts) => (event.startsAt <= now ? "in-past" : null);

/** Opens registration: from here on the event is announced, and guests can be invited. */
export const openEvent = (tx: Tx, act: EventAct) => step(tx, act, "open", whenBegun(act.now));

/** Closes the list: answers can no longer be changed by guests. */
export const closeList = (tx: Tx, act: EventAct) => step(tx, act, "close", () => null);

export const reopenList = (tx: Tx, act: EventAct) => step(tx, act, "reopen", whenBegun(act.now));

export const startEvent = (tx: Tx, act: EventAct) =>
  step(tx, act, "start", (event) => (act.now < mayStartFrom(event) ? "too-early" : null));

export const finishEvent = (tx: Tx, act: EventAct) => step(tx, act, "finish", () => null);

/** Takes back a "finished" pressed too soon. */
export const resumeEvent = (tx: Tx, act: EventAct) => step(tx, act, "resume", () => null);

/**
 * Moves an announced event to a new date and opens its list again, or (with null) to a date to be announced. The old
 * date stays in the moves. The caller tells the guests in the same transaction.
 */
export async function postponeEvent(
  tx: Tx,
  asked: EventAct & { newStartsAt: Date | null; newEndsAt: Date | null; newReplyBy: Date | null; reason: string },
) {
  const { eventId, actor, now, newStartsAt, newEndsAt, newReplyBy, reason } = asked;
  const event = await eventToManage(tx, asked);
  if (!event) return refuse("not-allowed");
  if (!mayStep(event, "postpone")) return refuse("wrong-state");
  const to = newStartsAt && newEndsAt && { startsAt: newStartsAt, endsAt: newEndsAt, replyBy: newReplyBy };
  if (!to && event.dateOpen) return refuse("same-date");
  if (to) {
    const refused = timesRefused(to);
    if (refused) return refuse(refused);
    if (to.startsAt <= now) return refuse("in-past");
    if (!event.dateOpen && same(event.startsAt, to.startsAt) && same(event.endsAt, to.endsAt))
      return refuse("same-date");
  }
  const [move] = await tx
    .insert(eventMoves)
    .values({
      eventId,
      fromStartsAt: event.startsAt,
      fromEndsAt: event.endsAt,
      toStartsAt: to?.startsAt ?? null,
      toEndsAt: to?.endsAt ?? null,
      reason,
      movedAt: now,
      movedBy: actor.userId,
    })
    .returning({ id: eventMoves.id });
  await tx
    .update(events)
    .set({
      ...(to ?? { replyBy: null }),
      state: to ? "open" : "postponed",
      dateOpen: !to,
      calendarSequence: event.calendarSequence + 1,
      updatedAt: now,
    })
    .where(eq(events.id, eventId));
  await recordOf(tx, asked, "event.postpone", {
    from: event.startsAt.toISOString(),
    to: to ? to.startsAt.toISOString() : null,
    reason,
  });
  return { ok: true, moveId: (move as { id: string }).id } as const;
}

/** Calls the event off for good. The caller tells the guests in the same transaction. */
export async function cancelEvent(tx: Tx, { reason, ...act }: EventAct & { reason: string }) {
  const event = await eventToManage(tx, act);
  if (!event) return refuse("not-allowed");
  if (!mayStep(event, "cancel")) return refuse("wrong-state");
  await tx
    .update(events)
    .set({ state: "cancelled", dateOpen: false, calendarSequence: event.calendarSequence + 1, updatedAt: act.now })
    .where(eq(events.id, act.eventId));
  await recordOf(tx, act, "event.cancel", { reason, was: event.state });
  return { ok: true, was: event.state } as const;
}

/** Sets when reminders leave; they are derived at each tick, so the new plan holds at once. */
export async function planReminders(tx: Tx, { plan, ...act }: EventAct & { plan: ReminderPlan }) {
  if (!(await eventToManage(tx, act))) return refuse("not-allowed");
  const reminders = tidyReminders(plan);
  await tx.update(events).set({ reminders, updatedAt: act.now }).where(eq(events.id, act.eventId));
  await recordOf(tx, act, "event.reminders", {
    silent: reminders.silentDaysBefore.join(", "),
    coming: reminders.comingDaysBefore.join(", "),
    clock: reminders.clock,
  });
  return { ok: true } as const;
}
