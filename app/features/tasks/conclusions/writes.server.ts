import { and, asc, eq } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { conclusions } from "#db/schema.server";
import { record } from "~/features/audit/writes.server";
import { type EventAct, eventToManage } from "~/features/events/writes.server";
import { newPress, idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { tidy } from "~/web/text";
import { dayOf } from "~/web/time";
import { giveTask } from "../give.writes.server";
import type { LineTask } from "./forms";
import { type Line, planOf, unitsToName } from "./reads.server";
import { mayConclude, moved, mostLines, readLine, titleOf } from "./rules";

/** The event when this person may write its conclusions now; otherwise why not: "not-allowed", "wrong-state". */
async function meeting(tx: Tx, act: EventAct) {
  const event = await eventToManage(tx, act);
  if (!event) return refuse("not-allowed");
  return mayConclude(event.state) ? ({ ok: true, event } as const) : refuse("wrong-state");
}

const inOrder = (tx: Tx, eventId: string): Promise<Line[]> =>
  tx
    .select()
    .from(conclusions)
    .where(eq(conclusions.eventId, eventId))
    .orderBy(asc(conclusions.sort), asc(conclusions.id));

const noted = (tx: Tx, { eventId, actor, now }: EventAct, what: string, detail = {}) =>
  record(tx, { actor, verb: `conclusion.${what}`, subject: `conclusions:${eventId}`, detail, now });

/**
 * Adds lines at the end. The first takes its id from `press`, so that the same press adds once and is `again` the second
 * time. Refused: "not-allowed", "wrong-state" (the meeting has not begun), "too-many".
 */
export async function addConclusions(tx: Tx, { texts, press, ...act }: EventAct & { texts: string[]; press?: string }) {
  const found = await meeting(tx, act);
  if (!found.ok) return found;
  const lines = await inOrder(tx, act.eventId);
  const id = idOfPress(press);
  if (lines.some((line) => line.id === id)) return { ok: true, added: 0, again: true } as const;
  if (lines.length + texts.length > mostLines) return refuse("too-many");
  const last = lines.at(-1)?.sort ?? -1;
  const rows = texts.map((text, n) => ({
    id: n === 0 ? id : newPress(),
    eventId: act.eventId,
    ...{ text, sort: last + 1 + n, byUserId: act.actor.userId, createdAt: act.now, updatedAt: act.now },
  }));
  await insertMany(tx, conclusions, rows);
  await noted(tx, act, "added", { n: texts.length, name: texts[0] ?? "" });
  return { ok: true, added: texts.length, again: false } as const;
}

type LineAct = EventAct & { lineId: string };

async function lineOf(tx: Tx, act: LineAct) {
  const found = await meeting(tx, act);
  if (!found.ok) return found;
  const [line] = await tx
    .select()
    .from(conclusions)
    .where(and(eq(conclusions.id, act.lineId), eq(conclusions.eventId, act.eventId)));
  return line ? ({ ok: true, event: found.event, line } as const) : refuse("gone");
}

/** Words a line anew. Refused: as adding, "gone", and "changed-meanwhile" where it is no longer as the form showed it. */
export async function changeConclusion(tx: Tx, { text, seen, ...act }: LineAct & { text: string; seen: Date }) {
  const found = await lineOf(tx, act);
  if (!found.ok) return found;
  if (found.line.updatedAt.getTime() !== seen.getTime()) return refuse("changed-meanwhile");
  if (tidy(found.line.text) === text) return { ok: true } as const;
  await tx.update(conclusions).set({ text, updatedAt: act.now }).where(eq(conclusions.id, act.lineId));
  await noted(tx, act, "changed", { name: text });
  return { ok: true } as const;
}

/** Moves a line one step. */
export async function moveConclusion(tx: Tx, { step, ...act }: LineAct & { step: "up" | "down" }) {
  const found = await lineOf(tx, act);
  if (!found.ok) return found;
  const lines = await inOrder(tx, act.eventId);
  for (const [sort, line] of moved(lines, act.lineId, step).entries())
    if (line.sort !== sort) await tx.update(conclusions).set({ sort }).where(eq(conclusions.id, line.id));
  return { ok: true } as const;
}

/** Takes a line out; one that became a task stays, as the source of that task. Refused: as changing, and "has-task". */
export async function removeConclusion(tx: Tx, act: LineAct) {
  const found = await lineOf(tx, act);
  if (!found.ok) return found;
  if (found.line.taskId) return refuse("has-task");
  await tx.delete(conclusions).where(eq(conclusions.id, act.lineId));
  await noted(tx, act, "removed", { name: found.line.text });
  return { ok: true } as const;
}

/**
 * Makes a line a task, in one step: it goes into the plan of the meeting's campaign as an additional task that names the
 * meeting; the units that the line names beside the lead help. Assigned at once when lead, person, appraiser and deadline
 * are known, else a draft. A line becomes one task, however often it is pressed. Refused: as adding, "gone", and as
 * `createTask` says.
 */
export async function makeTaskOfLine(tx: Tx, { task, ...act }: LineAct & { task: LineTask }) {
  const found = await lineOf(tx, act);
  if (!found.ok) return found;
  const { line, event } = found;
  if (line.taskId) return { ok: true, taskId: line.taskId, assigned: false, again: true } as const;
  const { actor, now } = act;
  const { ownerUnitId } = await planOf(tx, { event, actor });
  const named = readLine(line.text, {
    units: await unitsToName(tx, { ownerUnitId }),
    on: dayOf(event.startsAt, event.zone),
  });
  const made = await giveTask(tx, {
    title: titleOf(line.text),
    description: line.text.length > 500 ? line.text : "",
    ...{ ownerUnitId, campaignId: event.campaignId, hostUnitId: event.hostUnitId, eventId: event.id },
    helpingUnitIds: [...(named.leadUnitId ? [named.leadUnitId] : []), ...named.coordinatingUnitIds],
    press: `conclusion:${line.id}`,
    ...{ task, actor, now },
  });
  if (!made.ok) return made;
  await tx.update(conclusions).set({ taskId: made.taskId, updatedAt: now }).where(eq(conclusions.id, line.id));
  await noted(tx, act, "task", { taskId: made.taskId });
  return made;
}
