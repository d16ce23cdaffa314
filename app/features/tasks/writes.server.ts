import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { taskPredecessors, tasks, taskUnits } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import type { Day } from "~/web/time";
import { changedFields, datesRefused } from "./content.rules";
import {
  movePath,
  nextSort,
  placeRefused,
  predecessorsRefused,
  setCoordinating,
  setPredecessors,
  type TaskPlace,
  unseenBy,
} from "./place.writes.server";
import type { Task, TaskRow } from "./reads.server";
import { changeAndTell, type TaskAct, taskTo, tellAll } from "./row.writes.server";
import { type Beneficiary, type DuePrecision, isOpen, type TaskPriority, type UnitGroup } from "./rules";

/** What is written of a task, whoever leads it. */
export interface TaskContent extends TaskPlace {
  code: string;
  title: string;
  description: string;
  clause: string;
  coordinatingGroups: UnitGroup[];
  product: string;
  beneficiary: Beneficiary | null;
  indicator: string;
  priority: TaskPriority;
  critical: boolean;
  /** The task's share of its group; 1 unless somebody says otherwise. */
  weight: number;
  calendar: "all" | "working";
  startsOn: Day | null;
  /** The last day of the period that `duePrecision` names; null: unplanned. */
  dueOn: Day | null;
  duePrecision: DuePrecision;
  additional: boolean;
}

export const taskDefaults = {
  code: "",
  description: "",
  clause: "",
  coordinatingGroups: [],
  coordinatingUnitIds: [],
  predecessorIds: [],
  product: "",
  beneficiary: null,
  indicator: "",
  priority: "normal",
  critical: false,
  weight: 1,
  calendar: "all",
  startsOn: null,
  dueOn: null,
  duePrecision: "day",
  additional: false,
  parentId: null,
  campaignId: null,
  documentId: null,
  leadUnitId: null,
  accountableUnitId: null,
  appraiserUnitId: null,
  responsibleId: null,
} as const;

export const searchOf = (content: { code: string; title: string; product?: string; clause?: string }): string =>
  fold([content.code, content.title, content.product, content.clause].filter(Boolean).join(" "));

const columnsOf = ({ coordinatingUnitIds, predecessorIds, ...columns }: TaskContent) => columns;

/** The group that a task is to hang in; null: none, or it is gone. */
export const parentOf = async (tx: Tx, parentId: string | null): Promise<TaskRow | null> => {
  if (!parentId) return null;
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, parentId));
  return row ?? null;
};

export interface Making {
  actor: Actor;
  now: Date;
  /** Names the press of a form: sent twice, it makes one task and is `again` the second time. */
  press?: string;
}

/** Writes a draft into a plan. Refused: what `datesRefused`, `placeRefused` and `predecessorsRefused` say. */
export async function createTask(
  tx: Tx,
  { actor, now, press, eventId = null, ...content }: TaskContent & Making & { eventId?: string | null },
) {
  const id = newId();
  const parent = await parentOf(tx, content.parentId);
  const path = `${parent?.path ?? "/"}${id}/`;
  const refused =
    datesRefused(content) ??
    (await placeRefused(tx, content, { actor })) ??
    (await predecessorsRefused(tx, { ...content, taskId: null, actor }));
  if (refused) return refuse(refused);
  const row = await insertOnce(tx, {
    ...{ ...columnsOf(content), id, path, eventId, press: press ?? null },
    sort: await nextSort(tx, content),
    search: searchOf(content),
    createdAt: now,
    updatedAt: now,
  });
  if (!row.made) return { ok: true, taskId: row.id, again: true } as const;
  await relate(tx, id, content);
  await tellAll(tx, [row.made], { kind: "created", actor, now });
  await record(tx, { actor, verb: "task.created", subject: `task:${id}`, detail: { title: content.title }, now });
  return { ok: true, taskId: id, again: false } as const;
}

/** Inserts a task; where the same press has made one already, `made` is null and `id` is that one's. */
export async function insertOnce(tx: Tx, values: typeof tasks.$inferInsert & { id: string; press: string | null }) {
  const [made] = await tx.insert(tasks).values(values).onConflictDoNothing({ target: tasks.press }).returning();
  if (made) return { made, id: made.id };
  const [first] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(eq(tasks.press, values.press ?? ""));
  return { made: null, id: first?.id ?? "" };
}

async function relate(tx: Tx, taskId: string, content: TaskContent): Promise<void> {
  const { leadUnitId, coordinatingUnitIds: unitIds, coordinatingGroups: groups, predecessorIds } = content;
  await setCoordinating(tx, { taskId, leadUnitId, unitIds, groups });
  await setPredecessors(tx, { taskId, predecessorIds });
}

/** Takes a draft, or a group that holds nothing, out of the plan. Refused: "not-allowed", "not-empty", "wrong-state". */
export async function removeTask(tx: Tx, { taskId, actor, now }: TaskAct) {
  const task = await taskTo(tx, { taskId, actor, now }, "manage");
  if (!task) return refuse("not-allowed");
  if (!task.isGroup && task.state !== "draft") return refuse("wrong-state");
  const [below] = await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.parentId, taskId)).limit(1);
  if (below) return refuse("not-empty");
  await tx.delete(tasks).where(eq(tasks.id, taskId));
  await record(tx, { actor, verb: "task.removed", subject: `task:${taskId}`, detail: { title: task.title }, now });
  return { ok: true } as const;
}

/** Which task it is and whether it hangs elsewhere now, as `predecessorsRefused` asks it. */
export const movedFrom = ({ id, parentId }: TaskRow, to: { parentId: string | null }) => ({
  taskId: id,
  moved: parentId !== to.parentId,
});

/** What a task's form was made from: the columns and the relations beside them. */
export async function contentOf(tx: Tx, task: TaskRow): Promise<TaskContent> {
  const named = await tx.select().from(taskUnits).where(eq(taskUnits.taskId, task.id));
  const before = await tx.select().from(taskPredecessors).where(eq(taskPredecessors.taskId, task.id));
  return {
    ...task,
    coordinatingUnitIds: named.filter((one) => one.viaGroup === null).map((one) => one.unitId as string),
    predecessorIds: before.map((one) => one.predecessorId as string),
  };
}

/**
 * Changes what is written of a task. `seen` is the `updatedAt` the form was made from; when somebody changed the task
 * meanwhile the answer carries it as it is now, so that both versions can be shown side by side. Refused: "not-allowed",
 * "changed-meanwhile", "needs-responsible" (an assigned task keeps a lead unit and a responsible person), "below-itself", "starts-after-due",
 * and what `placeRefused` and `predecessorsRefused` say.
 */
export async function changeTask(
  tx: Tx,
  { taskId, seen, actor, now, ...given }: TaskAct & TaskContent & { seen: Date },
) {
  const task = await taskTo(tx, { taskId, actor, now }, "manage");
  if (!task || task.isGroup) return refuse("not-allowed");
  const was = await contentOf(tx, task);
  if (task.updatedAt.getTime() !== seen.getTime())
    return { ok: false, reason: "changed-meanwhile", now: was, updatedAt: task.updatedAt } as const;
  // Whoever made the form was not shown these, so that leaving them out says nothing.
  const unseen = await unseenBy(tx, { taskIds: was.predecessorIds, actor });
  const content = { ...given, predecessorIds: [...new Set([...given.predecessorIds, ...unseen])] };
  const refused = await contentRefused(tx, task, content, unseen, actor);
  if (refused) return refuse(refused);
  const changes = changedFields(was, content);
  if (changes.length === 0) return { ok: true, changes, taskId } as const;
  const path = await movePath(tx, task, await parentOf(tx, content.parentId));
  await relate(tx, taskId, content);
  const columns = { ...columnsOf(content), path, search: searchOf(content) };
  await changeAndTell(tx, taskId, columns, { kind: "changed", actor, now, changes });
  const fields = changes.map(({ field }) => field).join(",");
  await record(tx, { actor, verb: "task.changed", subject: `task:${taskId}`, detail: { fields }, now });
  return { ok: true, changes, taskId } as const;
}

async function contentRefused(tx: Tx, task: Task, content: TaskContent, unseen: string[], actor: Actor) {
  const dates = datesRefused(content);
  if (dates) return dates;
  if (isOpen(task.state) && !(content.leadUnitId && content.responsibleId)) return "needs-responsible";
  const parent = await parentOf(tx, content.parentId);
  if (parent?.path.startsWith(task.path)) return "below-itself";
  return (
    (await placeRefused(tx, content, { actor, hangs: task.parentId })) ??
    (await predecessorsRefused(tx, { ...content, ...movedFrom(task, content), unseen, actor }))
  );
}
