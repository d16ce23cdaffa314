import { and, asc, desc, eq, inArray, like } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  alias,
  campaigns,
  documents,
  evidence,
  events,
  files,
  people,
  taskPredecessors,
  taskSubmissions,
  tasks,
  taskUnits,
  taskUpdates,
  units,
} from "#db/schema.server";
import { findOrganization } from "~/features/accounts/reads.server";
import type { Actor } from "~/features/accounts/rules";
import { type Holder, headOf } from "~/features/units/reads.server";
import type { Localized } from "~/web/localized";
import { type Day, dayOf, defaultZone } from "~/web/time";
import { accessTo, type TaskAccess, taskSight } from "./sight.reads.server";

export type TaskRow = typeof tasks.$inferSelect;
export type TaskUpdate = typeof taskUpdates.$inferSelect;
export type Submission = typeof taskSubmissions.$inferSelect;

export interface UnitRef {
  id: string;
  name: string;
  shortName: string;
  path: string;
}
/** Another task as a link shows it. */
export interface TaskRef {
  id: string;
  code: string;
  title: string;
  isGroup: boolean;
  state: TaskRow["state"];
  startsOn: Day | null;
  dueOn: Day | null;
}

/** A task or a group with all its names, and what the actor may do to it. */
export interface Task extends TaskRow {
  owner: UnitRef;
  lead: UnitRef | null;
  appraiser: UnitRef | null;
  responsible: { id: string; fullName: string; email: string | null } | null;
  document: { id: string; number: string; issuer: string; issuedOn: Day | null } | null;
  campaign: { id: string; title: Localized; kind: (typeof campaigns.$inferSelect)["kind"] } | null;
  event: { id: string; title: Localized } | null;
  access: TaskAccess;
}

/** A task's units under names of their own, to join all three in one query. */
export const lead = alias(units, "lead");
export const owner = alias(units, "owner");
export const appraiser = alias(units, "appraiser");

/** Tasks joined with the names around them; add a condition, then `joined` each row. */
export const tasksWithNames = (db: Reader) =>
  db
    .select({
      task: tasks,
      owner: { id: owner.id, name: owner.name, shortName: owner.shortName, path: owner.path },
      lead: { id: lead.id, name: lead.name, shortName: lead.shortName, path: lead.path },
      appraiser: { id: appraiser.id, name: appraiser.name, shortName: appraiser.shortName, path: appraiser.path },
      responsible: { id: people.id, fullName: people.fullName, email: people.email },
      document: {
        id: documents.id,
        number: documents.number,
        issuer: documents.issuer,
        issuedOn: documents.issuedOn,
      },
      campaign: { id: campaigns.id, title: campaigns.title, kind: campaigns.kind },
      event: { id: events.id, title: events.title },
    })
    .from(tasks)
    .innerJoin(owner, eq(owner.id, tasks.ownerUnitId))
    .leftJoin(lead, eq(lead.id, tasks.leadUnitId))
    .leftJoin(appraiser, eq(appraiser.id, tasks.appraiserUnitId))
    .leftJoin(people, eq(people.id, tasks.responsibleId))
    .leftJoin(documents, eq(documents.id, tasks.documentId))
    .leftJoin(campaigns, eq(campaigns.id, tasks.campaignId))
    .leftJoin(events, eq(events.id, tasks.eventId));

type Named = Awaited<ReturnType<typeof tasksWithNames>>[number];

/** One row of `tasksWithNames` as a task, with the actor's rights. */
export const joined = (row: Named, actor: Actor): Task => ({
  ...row.task,
  owner: row.owner,
  lead: row.lead,
  appraiser: row.appraiser,
  responsible: row.responsible,
  document: row.document,
  campaign: row.campaign,
  event: row.event,
  access: accessTo(actor, {
    ownerPath: row.owner.path,
    leadPath: row.lead?.path ?? null,
    appraiserPath: row.appraiser?.path ?? null,
    responsibleEmail: row.responsible?.email ?? null,
  }),
});

/** Today in the organization's zone; everything about tasks is counted in its days. */
export async function todayAt(db: Reader, now: Date): Promise<Day> {
  return dayOf(now, (await findOrganization(db))?.zone ?? defaultZone);
}

/** A task as far as this person may see it, or null. */
export async function findTaskFor(
  db: Reader,
  { taskId, actor }: { taskId: string; actor: Actor },
): Promise<Task | null> {
  const sight = taskSight(db, actor);
  const [row] = await tasksWithNames(db).where(and(eq(tasks.id, taskId), sight));
  if (row) return joined(row, actor);
  // A group's name stands over every task below it: who sees one of them sees the group.
  const [group] = await tasksWithNames(db).where(and(eq(tasks.id, taskId), eq(tasks.isGroup, true)));
  if (!group) return null;
  const below = and(like(tasks.path, `${group.task.path}%`), eq(tasks.isGroup, false), sight);
  const [seen] = await db.select({ id: tasks.id }).from(tasks).where(below).limit(1);
  return seen ? joined(group, actor) : null;
}

const refColumns = {
  id: tasks.id,
  code: tasks.code,
  title: tasks.title,
  isGroup: tasks.isGroup,
  state: tasks.state,
  startsOn: tasks.startsOn,
  dueOn: tasks.dueOn,
};

/** The groups and tasks above one, the highest first. Their names stand over every task below them. */
export async function tasksAbove(db: Reader, { path }: { path: string }): Promise<TaskRef[]> {
  const ids = path.split("/").filter(Boolean).slice(0, -1);
  if (ids.length === 0) return [];
  const rows = await db.select(refColumns).from(tasks).where(inArray(tasks.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What stands directly below, in the order of the plan, as far as the actor may see it. */
export const tasksBelow = async (db: Reader, { taskId, actor }: { taskId: string; actor: Actor }): Promise<TaskRef[]> =>
  await db
    .select(refColumns)
    .from(tasks)
    .where(and(eq(tasks.parentId, taskId), taskSight(db, actor)))
    .orderBy(asc(tasks.sort), asc(tasks.id));

/** What must end before a task starts, and what waits for it. Those the actor may not see are left out. */
export async function relationsOf(db: Reader, { taskId, actor }: { taskId: string; actor: Actor }) {
  const before = await db
    .select(refColumns)
    .from(taskPredecessors)
    .innerJoin(tasks, eq(tasks.id, taskPredecessors.predecessorId))
    .where(and(eq(taskPredecessors.taskId, taskId), taskSight(db, actor)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id));
  const after = await db
    .select(refColumns)
    .from(taskPredecessors)
    .innerJoin(tasks, eq(tasks.id, taskPredecessors.taskId))
    .where(and(eq(taskPredecessors.predecessorId, taskId), taskSight(db, actor)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id));
  return { before, after };
}

export interface CoordinatingUnit extends UnitRef {
  /** The group it came with; null: named itself. */
  viaGroup: (typeof taskUnits.$inferSelect)["viaGroup"];
}

/** The units that help with a task, those that came with a group included, in the order of their names. */
export const coordinatingUnits = async (db: Reader, { taskId }: { taskId: string }): Promise<CoordinatingUnit[]> =>
  await db
    .select({
      id: units.id,
      name: units.name,
      shortName: units.shortName,
      path: units.path,
      viaGroup: taskUnits.viaGroup,
    })
    .from(taskUnits)
    .innerJoin(units, eq(units.id, taskUnits.unitId))
    .where(eq(taskUnits.taskId, taskId))
    .orderBy(asc(units.search));

/** Who answers for a task on a day: the head, on that day, of the accountable unit (the lead unit where none is named). */
export async function accountableOn(
  db: Reader,
  { task, on }: { task: Pick<TaskRow, "accountableUnitId" | "leadUnitId">; on: Day },
): Promise<Holder | null> {
  const unitId = task.accountableUnitId ?? task.leadUnitId;
  return unitId ? await headOf(db, { unitId, on }) : null;
}

/** The whole story of a task, the newest first. */
export const updatesOf = async (db: Reader, { taskId }: { taskId: string }): Promise<TaskUpdate[]> =>
  await db
    .select()
    .from(taskUpdates)
    .where(eq(taskUpdates.taskId, taskId))
    .orderBy(desc(taskUpdates.at), desc(taskUpdates.id));

/** Every time it was handed in, the newest first. */
export const submissionsOf = async (db: Reader, { taskId }: { taskId: string }): Promise<Submission[]> =>
  await db
    .select()
    .from(taskSubmissions)
    .where(eq(taskSubmissions.taskId, taskId))
    .orderBy(desc(taskSubmissions.submittedAt), desc(taskSubmissions.id));

/** The submission that waits for a decision, or null. */
export const openSubmission = async (db: Reader, { taskId }: { taskId: string }): Promise<Submission | null> =>
  (await submissionsOf(db, { taskId })).find((one) => one.outcome === null) ?? null;

/** What proves progress, oldest first, with the file behind it. Withdrawn pieces keep their place and say so. */
export const evidenceOf = async (db: Reader, { taskId }: { taskId: string }) =>
  await db
    .select({ evidence, file: files })
    .from(evidence)
    .leftJoin(files, eq(files.id, evidence.fileId))
    .where(eq(evidence.taskId, taskId))
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
