import { eq } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { tasks, taskUpdates } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { findOrganization } from "~/features/accounts/reads.server";
import { type Day, dayOf, defaultZone } from "~/web/time";
import { findTaskFor, type Task, type TaskRow, type TaskUpdate } from "./reads.server";
import type { Health, TaskFacts } from "./rules";
import type { TaskAccess } from "./sight.reads.server";

/** Who does it, to which task, when. */
export interface TaskAct {
  taskId: string;
  actor: Actor;
  now: Date;
}

/** What a write answers when it does nothing, and why. */
/** The task when this person may do one of these things to it, read inside the transaction; null otherwise. */
export async function taskTo(
  tx: Tx,
  { taskId, actor }: TaskAct,
  ...rights: (keyof TaskAccess)[]
): Promise<Task | null> {
  const task = await findTaskFor(tx, { taskId, actor });
  return task && rights.some((right) => task.access[right]) ? task : null;
}

/** A row's facts as they stand; `zone` tells on which day the doer last reported. */
export const factsOf = (row: TaskRow, zone: string): TaskFacts => ({
  state: row.state,
  progress: row.progress,
  startsOn: row.startsOn,
  dueOn: row.dueOn,
  calendar: row.calendar,
  weight: row.weight,
  critical: row.critical,
  parentId: row.parentId,
  leadUnitId: row.leadUnitId,
  submittedOn: row.submittedOn,
  acceptedOn: row.acceptedOn,
  updatedOn: row.reportedAt ? dayOf(row.reportedAt, zone) : null,
});

export interface Telling {
  kind: TaskUpdate["kind"];
  actor: Pick<Actor, "userId" | "name">;
  now: Date;
  note?: string;
  health?: Health | null;
  changes?: TaskUpdate["changes"];
}

/** The time zone of the organization, by which its days begin and end. */
export const zoneOf = async (tx: Tx): Promise<string> => (await findOrganization(tx))?.zone ?? defaultZone;

/** Adds lines to the stories of tasks, with their facts as they stand after the change. */
export async function tellAll(tx: Tx, rows: readonly TaskRow[], telling: Telling): Promise<void> {
  const zone = await zoneOf(tx);
  const { kind, actor, now, note = "", health = null, changes = [] } = telling;
  await insertMany(
    tx,
    taskUpdates,
    rows.map((row) => ({
      taskId: row.id,
      at: now,
      on: dayOf(now, zone),
      kind,
      byUserId: actor.userId,
      byName: actor.name,
      note,
      health,
      changes,
      facts: factsOf(row, zone),
    })),
  );
}

/** Sets columns of a task and adds one line to its story. */
export async function changeAndTell(
  tx: Tx,
  taskId: string,
  set: Partial<typeof tasks.$inferInsert>,
  telling: Telling,
): Promise<TaskRow> {
  const [row] = await tx
    .update(tasks)
    .set({ ...set, updatedAt: telling.now })
    .where(eq(tasks.id, taskId))
    .returning();
  await tellAll(tx, [row as TaskRow], telling);
  return row as TaskRow;
}

/** The day it is in the organization. */
export const dayIn = async (tx: Tx, now: Date): Promise<Day> => dayOf(now, await zoneOf(tx));
