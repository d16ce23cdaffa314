import { and, asc, eq, gte, inArray, isNotNull, lte, notInArray, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { people, taskSubmissions, tasks, taskUpdates } from "#db/schema.server";
import { addDays, type Day, dayOf } from "~/web/time";
import { limits } from "../colour.rules";
import type { DigestDay, DigestTask, Happening } from "./rules";

// Enough for a week in which the machine stood still; free days do not count.
const newsWorkingDays = 5;
const inPieces = 500;

/**
 * Open tasks of which a digest may speak: handed in, given back, given lately, or with a deadline that is near or past.
 * `ids` looks again at some of them.
 */
export async function digestTasks(
  db: Reader,
  { today, zone, calendar, ids }: DigestDay & { ids?: readonly string[] },
): Promise<DigestTask[]> {
  const since = calendar.addWorkingDays(today, -newsWorkingDays);
  if (!ids) return await tasksWhere(db, { zone, since, until: addDays(today, limits.dueSoonDays) });
  const found: DigestTask[] = [];
  for (let at = 0; at < ids.length; at += inPieces)
    found.push(...(await tasksWhere(db, { zone, since, among: ids.slice(at, at + inPieces) })));
  return found;
}

async function tasksWhere(
  db: Reader,
  { zone, since, until, among }: { zone: string; since: Day; until?: Day; among?: string[] },
): Promise<DigestTask[]> {
  const lately = and(gte(taskUpdates.on, since), inArray(taskUpdates.kind, ["assigned", "changed"]));
  const chosen: SQL | undefined = among
    ? inArray(tasks.id, among)
    : or(
        lte(tasks.dueOn, until as Day),
        inArray(tasks.state, ["assigned", "returned", "submitted"]),
        inArray(tasks.id, db.select({ id: taskUpdates.taskId }).from(taskUpdates).where(lately)),
      );
  const open = inArray(tasks.state, ["assigned", "received", "in-progress", "returned", "submitted"]);
  const rows = await db
    .select({ ...columns, responsibleEmail: people.email })
    .from(tasks)
    .leftJoin(people, eq(people.id, tasks.responsibleId))
    .where(and(eq(tasks.isGroup, false), open, chosen))
    .orderBy(asc(tasks.id));
  const only = (column: typeof taskUpdates.taskId | typeof taskSubmissions.taskId | typeof tasks.parentId) =>
    among && inArray(column, among);
  const updates = await db
    .select({
      id: taskUpdates.id,
      taskId: taskUpdates.taskId,
      at: taskUpdates.at,
      kind: taskUpdates.kind,
      changes: taskUpdates.changes,
    })
    .from(taskUpdates)
    .where(and(lately, only(taskUpdates.taskId)))
    .orderBy(asc(taskUpdates.at), asc(taskUpdates.id));
  const handed = await db
    .select({
      id: taskSubmissions.id,
      taskId: taskSubmissions.taskId,
      outcome: taskSubmissions.outcome,
      submittedAt: taskSubmissions.submittedAt,
      decidedAt: taskSubmissions.decidedAt,
      reason: taskSubmissions.reason,
    })
    .from(taskSubmissions)
    .innerJoin(tasks, eq(tasks.id, taskSubmissions.taskId))
    .where(and(inArray(tasks.state, ["returned", "submitted"]), only(taskSubmissions.taskId)))
    .orderBy(asc(taskSubmissions.submittedAt), asc(taskSubmissions.id));
  const parents = await db
    .selectDistinct({ id: tasks.parentId })
    .from(tasks)
    .where(
      and(
        isNotNull(tasks.parentId),
        notInArray(tasks.state, ["draft", "cancelled", "carried-over"]),
        only(tasks.parentId),
      ),
    );
  // The last one of each kind stays.
  const assigned = new Map<string, Happening>();
  const named = new Map<string, Happening>();
  for (const { id, taskId, at, kind, changes } of updates) {
    if (kind === "assigned") assigned.set(taskId, { id, at });
    if (changes.some(({ field }) => field === "responsibleId")) named.set(taskId, { id, at });
  }
  const lastHanded = new Map(handed.map((one) => [one.taskId as string, one]));
  const withParts = new Set(parents.map(({ id }) => id));
  return rows.map(({ reportedAt, responsibleEmail, ...row }) => {
    const last = lastHanded.get(row.id);
    return {
      ...row,
      responsibleEmail: responsibleEmail?.toLowerCase() ?? null,
      updatedOn: reportedAt ? dayOf(reportedAt, zone) : null,
      hasParts: withParts.has(row.id),
      assigned: assigned.get(row.id) ?? null,
      named: named.get(row.id) ?? null,
      returned:
        row.state === "returned" && last?.outcome === "returned" && last.decidedAt
          ? { id: last.id, at: last.decidedAt, reason: last.reason }
          : null,
      submittedAt: row.state === "submitted" && last ? last.submittedAt : null,
    };
  });
}

const columns = {
  id: tasks.id,
  code: tasks.code,
  title: tasks.title,
  state: tasks.state,
  progress: tasks.progress,
  startsOn: tasks.startsOn,
  dueOn: tasks.dueOn,
  duePrecision: tasks.duePrecision,
  calendar: tasks.calendar,
  weight: tasks.weight,
  critical: tasks.critical,
  parentId: tasks.parentId,
  leadUnitId: tasks.leadUnitId,
  accountableUnitId: tasks.accountableUnitId,
  appraiserUnitId: tasks.appraiserUnitId,
  submittedOn: tasks.submittedOn,
  acceptedOn: tasks.acceptedOn,
  reportedAt: tasks.reportedAt,
};
