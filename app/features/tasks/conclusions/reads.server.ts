import { and, asc, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaigns, conclusions, tasks, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import type { EventFacts } from "~/features/events/reads.server";
import { type Holder, holdersOf, unitOptions } from "~/features/units/reads.server";
import { isHeld, smallKinds } from "~/features/units/rules";
import type { Day } from "~/web/time";
import type { TaskRow } from "../reads.server";
import { taskSight } from "../sight.reads.server";
import { type NamedUnit, readLine } from "./rules";

export type Line = typeof conclusions.$inferSelect;
export interface ListedLine {
  id: string;
  text: string;
  updatedAt: Date;
  /** It became a task; `seen` false where this person may not open it. */
  task: { id: string; code: string; state: TaskRow["state"]; seen: boolean } | null;
}

/** The lines of an event in their order, each with the task it became. */
export async function conclusionsOf(
  db: Reader,
  { eventId, actor }: { eventId: string; actor: Actor },
): Promise<ListedLine[]> {
  const rows = await db
    .select({ line: conclusions, task: { id: tasks.id, code: tasks.code, state: tasks.state } })
    .from(conclusions)
    .leftJoin(tasks, eq(tasks.id, conclusions.taskId))
    .where(eq(conclusions.eventId, eventId))
    .orderBy(asc(conclusions.sort), asc(conclusions.id));
  const linked = db
    .select({ id: conclusions.taskId })
    .from(conclusions)
    .innerJoin(tasks, eq(tasks.id, conclusions.taskId))
    .where(and(eq(conclusions.eventId, eventId), taskSight(db, actor)));
  const seen = new Set((await linked).map(({ id }) => id));
  return rows.map(({ line: { id, text, updatedAt }, task }) => ({
    ...{ id, text, updatedAt },
    task: task && { ...task, seen: seen.has(task.id) },
  }));
}

/** The units that a line may name: those that live and are big enough to lead. The owner of the plan gives, and does not lead. */
export async function unitsToName(db: Reader, { ownerUnitId }: { ownerUnitId: string }): Promise<NamedUnit[]> {
  const rows = await db
    .select({ id: units.id, name: units.name, shortName: units.shortName, code: units.code, kind: units.kind })
    .from(units)
    .where(isNull(units.activeTo));
  return rows.filter(({ id, kind }) => id !== ownerUnitId && !smallKinds.includes(kind));
}

type Meeting = Pick<EventFacts, "id" | "campaignId" | "hostUnitId">;

/** Into whose plan a meeting's tasks go: that of the campaign's other tasks, else the campaign's own unit, else the host. */
export async function planOf(
  db: Reader,
  { event, actor }: { event: Meeting; actor: Actor },
): Promise<{ ownerUnitId: string; mayGive: boolean }> {
  const ownerUnitId = (event.campaignId && (await ownerIn(db, event.campaignId))) || event.hostUnitId;
  const [owner] = await db.select({ path: units.path }).from(units).where(eq(units.id, ownerUnitId));
  return { ownerUnitId, mayGive: owner !== undefined && may(actor, "tasks.manage", owner.path) };
}

async function ownerIn(db: Reader, campaignId: string): Promise<string | undefined> {
  const [most] = await db
    .select({ id: tasks.ownerUnitId, n: count() })
    .from(tasks)
    .where(eq(tasks.campaignId, campaignId))
    .groupBy(tasks.ownerUnitId)
    .orderBy(desc(count()), asc(tasks.ownerUnitId))
    .limit(1);
  if (most) return most.id;
  const [campaign] = await db.select({ id: campaigns.ownerUnitId }).from(campaigns).where(eq(campaigns.id, campaignId));
  return campaign?.id;
}

/** Who could do the work of a unit today, and its head: the focal point is proposed, else the head. */
export async function peopleToDo(db: Reader, { unitId, on }: { unitId: string; on: Day }) {
  const holders = (await holdersOf(db, { unitId })).filter((one) => isHeld(one, on));
  const of = (duty: Holder["duty"]) => holders.find((one) => one.duty === duty) ?? null;
  const head = of("head");
  return { holders, head, proposed: of("focal-point") ?? head ?? of("deputy") };
}

/** Who accepts results in a plan most often, other than the lead unit; null where nobody does yet. */
export async function appraiserFor(
  db: Reader,
  { ownerUnitId, leadUnitId, hostUnitId }: { ownerUnitId: string; leadUnitId: string | null; hostUnitId: string },
): Promise<string | null> {
  const rows = await db
    .select({ id: tasks.appraiserUnitId, n: count() })
    .from(tasks)
    .where(and(eq(tasks.ownerUnitId, ownerUnitId), isNotNull(tasks.appraiserUnitId)))
    .groupBy(tasks.appraiserUnitId)
    .orderBy(desc(count()), asc(tasks.appraiserUnitId));
  const wished = [...rows.map(({ id }) => id), hostUnitId, ownerUnitId];
  return wished.find((id) => id !== null && id !== leadUnitId) ?? null;
}

/** What a line proposes for its task, as far as the line and the plan say it. */
export async function proposalFor(
  db: Reader,
  given: {
    text: string;
    units: readonly NamedUnit[];
    ownerUnitId: string;
    hostUnitId: string;
    heldOn: Day;
    today: Day;
  },
) {
  const { text, units: named, ownerUnitId, hostUnitId, heldOn, today } = given;
  const { leadUnitId, coordinatingUnitIds, due } = readLine(text, { units: named, on: heldOn });
  const people = leadUnitId ? await peopleToDo(db, { unitId: leadUnitId, on: today }) : null;
  return {
    ...{ leadUnitId, coordinatingUnitIds, due },
    head: people?.head ?? null,
    responsible: people?.proposed ?? null,
    appraiserUnitId: await appraiserFor(db, { ownerUnitId, leadUnitId, hostUnitId }),
  };
}

/** Whom the lines of an event were given to and until when, as far as this person sees the tasks. */
export const tasksOfLines = async (db: Reader, { eventId, actor }: { eventId: string; actor: Actor }) =>
  await db
    .select({ lineId: conclusions.id, lead: units.name, dueOn: tasks.dueOn, duePrecision: tasks.duePrecision })
    .from(conclusions)
    .innerJoin(tasks, eq(tasks.id, conclusions.taskId))
    .leftJoin(units, eq(units.id, tasks.leadUnitId))
    .where(and(eq(conclusions.eventId, eventId), taskSight(db, actor)));

/** What the form that gives a task offers: all units, and those who hold a position in the proposed lead unit. */
export async function giveChoices(db: Reader, { leadUnitId, on }: { leadUnitId: string | null; on: Day }) {
  const people = leadUnitId ? (await peopleToDo(db, { unitId: leadUnitId, on })).holders : [];
  return {
    units: (await unitOptions(db)).map(({ value, label }) => ({ value, label })),
    people: people.map(({ personId, fullName, title }) => ({
      value: personId,
      label: title ? `${fullName}, ${title}` : fullName,
    })),
  };
}
