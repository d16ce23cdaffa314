import { and, asc, eq, inArray, isNotNull, like, lte, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaigns, difficulties, holidays, taskPredecessors, tasks, taskUpdates, units } from "#db/schema.server";
import { type Actor, reachOf } from "~/features/accounts/rules";
import { calendarOf } from "~/features/holidays/rules";
import { within } from "~/features/units/reads.server";
import { dayOf, type Day, defaultZone } from "~/web/time";
import { findOrganization } from "~/features/accounts/reads.server";
import type { Coloured } from "./colour.rules";
import { coloursOf, type Edge } from "./plan-colour.rules";
import { type Rolled, rollUp } from "./progress.rules";
import type { DuePrecision, TaskPriority, TreeTask } from "./rules";
import { taskSight } from "./sight.reads.server";
import { inTreeOrder } from "./tree.rules";

/** A task as every count, list, board, timeline and export starts from it. */
export interface PlanTask extends TreeTask {
  code: string;
  title: string;
  path: string;
  sort: number;
  ownerUnitId: string;
  appraiserUnitId: string | null;
  responsibleId: string | null;
  campaignId: string | null;
  documentId: string | null;
  duePrecision: DuePrecision;
  priority: TaskPriority;
  baselineStartsOn: Day | null;
  baselineDueOn: Day | null;
}

export interface Plan {
  /** In the order of the plan: parents before their children. */
  tasks: PlanTask[];
  rolled: Map<string, Rolled>;
  colours: Map<string, Coloured>;
  predecessors: Edge[];
  today: Day;
}

export interface PlanScope {
  actor: Actor;
  now: Date;
  campaignId?: string;
  ownerUnitId?: string;
  documentId?: string;
  /** A task or group and all below it. */
  underPath?: string;
  /** The plan as it stood in the evening of a past day. */
  on?: Day;
}

/**
 * The tasks a person may see, with progress and colour: the one source of every figure. Groups stand with them, so that
 * the tree is whole; what the person may not see counts nowhere. Five queries whatever the size.
 */
export async function findPlan(db: Reader, scope: PlanScope): Promise<Plan> {
  const zone = (await findOrganization(db))?.zone ?? defaultZone;
  const today = scope.on ?? dayOf(scope.now, zone);
  const sight = taskSight(db, scope.actor);
  const found = await db
    .select(planColumns)
    .from(tasks)
    .where(and(inScope(scope), sight && or(eq(tasks.isGroup, true), sight)))
    .orderBy(asc(tasks.sort), asc(tasks.id));
  const rows = found.map((row) => asPlanTask(row, zone));
  const then = scope.on ? await asTheyStood(db, rows, scope.on) : rows;
  const ordered = inTreeOrder(sight ? withoutHollowGroups(then, await plansOf(db, scope.actor)) : then);
  const ids = new Set(ordered.map(({ id }) => id));
  const predecessors = (await db.select().from(taskPredecessors)).filter(
    (edge): edge is Edge => ids.has(edge.taskId as string) && ids.has(edge.predecessorId as string),
  );
  return await withFigures(db, ordered, { predecessors, today, on: scope.on });
}

/** Computes the figures of tasks and of all that stands below them among those given; `on`: a past day. */
export async function withFigures(
  db: Reader,
  ordered: PlanTask[],
  { predecessors, today, on }: { predecessors: Edge[]; today: Day; on?: Day },
): Promise<Plan> {
  const when = { today, calendar: calendarOf(await db.select().from(holidays)) };
  const around = {
    ...when,
    predecessors,
    blocked: blockedOn(await blocksOf(db), on),
    campaignMode: await inDrives(db, ordered),
  };
  return { tasks: ordered, rolled: rollUp(ordered, when), colours: coloursOf(ordered, around), predecessors, today };
}

/** A row of `planColumns`; `zone` tells on which day the doer last reported. */
export const asPlanTask = <R extends { reportedAt: Date | null }>({ reportedAt, ...row }: R, zone: string) => ({
  ...row,
  updatedOn: reportedAt ? dayOf(reportedAt, zone) : null,
});

export const planColumns = {
  id: tasks.id,
  code: tasks.code,
  title: tasks.title,
  isGroup: tasks.isGroup,
  parentId: tasks.parentId,
  path: tasks.path,
  sort: tasks.sort,
  state: tasks.state,
  progress: tasks.progress,
  startsOn: tasks.startsOn,
  dueOn: tasks.dueOn,
  duePrecision: tasks.duePrecision,
  calendar: tasks.calendar,
  weight: tasks.weight,
  critical: tasks.critical,
  leadUnitId: tasks.leadUnitId,
  appraiserUnitId: tasks.appraiserUnitId,
  ownerUnitId: tasks.ownerUnitId,
  responsibleId: tasks.responsibleId,
  campaignId: tasks.campaignId,
  documentId: tasks.documentId,
  priority: tasks.priority,
  submittedOn: tasks.submittedOn,
  acceptedOn: tasks.acceptedOn,
  reportedAt: tasks.reportedAt,
  baselineStartsOn: tasks.baselineStartsOn,
  baselineDueOn: tasks.baselineDueOn,
};

const inScope = ({ campaignId, ownerUnitId, documentId, underPath }: PlanScope): SQL | undefined =>
  and(
    campaignId ? eq(tasks.campaignId, campaignId) : undefined,
    ownerUnitId ? eq(tasks.ownerUnitId, ownerUnitId) : undefined,
    documentId ? eq(tasks.documentId, documentId) : undefined,
    underPath ? like(tasks.path, `${underPath}%`) : undefined,
  );

/** Each task with the facts of its last update on or before a day; those that were not written yet are left out. */
async function asTheyStood(db: Reader, rows: PlanTask[], on: Day): Promise<PlanTask[]> {
  const updates = await db
    .select({ taskId: taskUpdates.taskId, facts: taskUpdates.facts })
    .from(taskUpdates)
    .where(lte(taskUpdates.on, on))
    .orderBy(asc(taskUpdates.at), asc(taskUpdates.id));
  const last = new Map(updates.map((update) => [update.taskId as string, update.facts]));
  return rows.flatMap((row) => {
    const facts = last.get(row.id);
    return facts ? [{ ...row, ...facts }] : [];
  });
}

/** A group stands on the page when something that the person sees stands below it, or when it is of a plan they keep. */
function withoutHollowGroups(rows: PlanTask[], kept: ReadonlySet<string>): PlanTask[] {
  const above = new Set<string>();
  for (const row of rows) if (!row.isGroup) for (const id of row.path.split("/")) above.add(id);
  return rows.filter((row) => !row.isGroup || above.has(row.id) || kept.has(row.ownerUnitId));
}

/** The units whose plans a person keeps. */
async function plansOf(db: Reader, actor: Actor): Promise<Set<string>> {
  const reach = reachOf(actor, "tasks.manage");
  if (!reach.all && reach.paths.length === 0) return new Set();
  const rows = await db.select({ id: units.id }).from(units).where(within(units.path, reach));
  return new Set(rows.map(({ id }) => id));
}

/** The difficulties that hold up a task, open or closed. */
export const blocksOf = async (db: Reader) =>
  await db
    .select({
      taskId: difficulties.taskId,
      resolverUnitId: difficulties.resolverUnitId,
      openedOn: difficulties.openedOn,
      closedOn: difficulties.closedOn,
    })
    .from(difficulties)
    .where(and(eq(difficulties.blocks, true), isNotNull(difficulties.taskId)));

/** Tasks that an open difficulty holds up (on that day), and whether somebody is named who resolves it. */
export function blockedOn(
  blocks: Awaited<ReturnType<typeof blocksOf>>,
  on: Day | undefined,
): Map<string, { resolver: boolean }> {
  const blocked = new Map<string, { resolver: boolean }>();
  for (const { taskId, resolverUnitId, openedOn, closedOn } of blocks) {
    const holds = on ? openedOn <= on && (closedOn === null || closedOn > on) : closedOn === null;
    if (!taskId || !holds) continue;
    // One difficulty that nobody resolves is enough.
    blocked.set(taskId, { resolver: resolverUnitId !== null && blocked.get(taskId)?.resolver !== false });
  }
  return blocked;
}

/** The tasks of drives of days and nights, in which two silent days are long. */
export async function inDrives(db: Reader, rows: readonly PlanTask[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap(({ campaignId }) => campaignId ?? []))];
  if (ids.length === 0) return new Set();
  const drives = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(inArray(campaigns.id, ids), eq(campaigns.kind, "days-and-nights")));
  const known = new Set(drives.map(({ id }) => id));
  return new Set(rows.filter(({ campaignId }) => campaignId !== null && known.has(campaignId)).map(({ id }) => id));
}
