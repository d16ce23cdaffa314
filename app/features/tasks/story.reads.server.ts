import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  campaigns,
  conclusions,
  difficulties,
  documents,
  events,
  holidays,
  people,
  tasks,
  units,
} from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { calendarOf } from "~/features/holidays/rules";
import { inLanguage } from "~/web/localized";
import type { Locale } from "~/web/i18n";
import type { TaskRow } from "./reads.server";
import { taskSight } from "./sight.reads.server";

/** What stands in the way of a task: the open first, then the newest. */
export async function difficultiesOf(db: Reader, { taskId }: { taskId: string }) {
  const rows = await db
    .select({
      id: difficulties.id,
      title: difficulties.title,
      state: difficulties.state,
      blocks: difficulties.blocks,
      openedOn: difficulties.openedOn,
      closedOn: difficulties.closedOn,
      dueOn: difficulties.dueOn,
      solution: difficulties.solution,
      resolver: units.name,
    })
    .from(difficulties)
    .leftJoin(units, eq(units.id, difficulties.resolverUnitId))
    .where(eq(difficulties.taskId, taskId))
    .orderBy(desc(difficulties.openedAt), desc(difficulties.id));
  return [...rows.filter(({ state }) => state === "open"), ...rows.filter(({ state }) => state !== "open")];
}

/** The lines of meetings that became this task. */
export const conclusionsBehind = async (db: Reader, { taskId }: { taskId: string }) =>
  await db
    .select({ id: conclusions.id, text: conclusions.text, eventId: events.id, eventTitle: events.title })
    .from(conclusions)
    .innerJoin(events, eq(events.id, conclusions.eventId))
    .where(eq(conclusions.taskId, taskId))
    .orderBy(asc(conclusions.createdAt), asc(conclusions.id));

const linked = { id: tasks.id, title: tasks.title, dueOn: tasks.dueOn, duePrecision: tasks.duePrecision };

/** The task this one goes on with, and the one that goes on with it, as far as the actor may see them. */
export async function carriedLinks(
  db: Reader,
  { task, actor }: { task: Pick<TaskRow, "id" | "carriedFromId">; actor: Actor },
) {
  const sight = taskSight(db, actor);
  const [from] = task.carriedFromId
    ? await db
        .select(linked)
        .from(tasks)
        .where(and(eq(tasks.id, task.carriedFromId), sight))
    : [];
  const [to] = await db
    .select(linked)
    .from(tasks)
    .where(and(eq(tasks.carriedFromId, task.id), sight));
  return { from: from ?? null, to: to ?? null };
}

/** The office's calendar of working days. */
export const officeCalendar = async (db: Reader) => calendarOf(await db.select().from(holidays));

/** What the ids in a task's story are called; those that are not found, and tasks that the actor may not see, are left out. */
export async function namesOf(
  db: Reader,
  { ids, actor, locale }: { ids: readonly string[]; actor: Actor; locale: Locale },
): Promise<Record<string, string>> {
  const wanted = [...new Set(ids)].slice(0, 2000);
  if (wanted.length === 0) return {};
  const [ofUnits, ofPeople, ofDocuments, ofCampaigns, ofTasks] = await Promise.all([
    db.select({ id: units.id, name: units.name }).from(units).where(inArray(units.id, wanted)),
    db.select({ id: people.id, name: people.fullName }).from(people).where(inArray(people.id, wanted)),
    db.select({ id: documents.id, name: documents.number }).from(documents).where(inArray(documents.id, wanted)),
    db.select({ id: campaigns.id, name: campaigns.title }).from(campaigns).where(inArray(campaigns.id, wanted)),
    db
      .select({ id: tasks.id, name: tasks.title })
      .from(tasks)
      .where(and(inArray(tasks.id, wanted), taskSight(db, actor))),
  ]);
  const named = ofCampaigns.map(({ id, name }) => ({ id, name: inLanguage(name, locale) }));
  return Object.fromEntries(
    [...ofUnits, ...ofPeople, ...ofDocuments, ...named, ...ofTasks].map(({ id, name }) => [id, name]),
  );
}
