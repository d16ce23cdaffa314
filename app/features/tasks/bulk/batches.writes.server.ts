import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { taskBatches, taskSubmissions } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { findTaskFor, type Task } from "../reads.server";
import { changeAndTell } from "../row.writes.server";
import type { TaskState } from "../rules";
import { changeTask, contentOf, type TaskContent, taskDefaults } from "../writes.server";
import { findBatch, type TaskBatch } from "./reads.server";
import { asItWas, type Kept } from "./rules";

export interface KeptRow {
  taskId: string;
  /** The moment of the press, in ms: while the task still carries it, nobody else has changed it. */
  updatedAt: number;
  was: Kept;
}
interface Doing {
  actor: Actor;
  now: Date;
}

/** Opens the note of a press; false where a press of this name was made before. */
export async function openBatch(tx: Tx, { id, what, actor, now }: Doing & { id: string; what: string }) {
  const [batch] = await tx
    .insert(taskBatches)
    .values({ id, what, userId: actor.userId, at: now, before: [] })
    .onConflictDoNothing()
    .returning({ id: taskBatches.id });
  return batch !== undefined;
}

/** Keeps what the rows of a press were. */
export const fillBatch = (tx: Tx, { id, before }: { id: string; before: KeptRow[] }) =>
  tx.update(taskBatches).set({ before }).where(eq(taskBatches.id, id));

/** Marks a press as taken back: it is not taken back twice. */
export const closeBatch = (tx: Tx, { id, now }: { id: string; now: Date }) =>
  tx.update(taskBatches).set({ undoneAt: now }).where(eq(taskBatches.id, id));

const contentFields = [...Object.keys(taskDefaults), "title", "ownerUnitId"] as (keyof TaskContent)[];

/** What is written of a task, without the columns that its steps set. */
export async function contentAlone(tx: Tx, task: Task): Promise<TaskContent> {
  const content = await contentOf(tx, task);
  return Object.fromEntries(contentFields.map((field) => [field, content[field]])) as unknown as TaskContent;
}

/**
 * The rows of a press as they stand now, each with why it cannot be put back, or null: "not-allowed", "changed-meanwhile".
 * Rows that are gone, or that the actor no longer sees, are left out.
 */
export async function rowsToPutBack(tx: Tx, { batch, actor }: { batch: TaskBatch; actor: Actor }) {
  const rows: { task: Task; was: Kept; refused: "not-allowed" | "changed-meanwhile" | null }[] = [];
  for (const { taskId, updatedAt, was } of batch.before) {
    const task = await findTaskFor(tx, { taskId, actor });
    if (!task) continue;
    const untouched = task.updatedAt.getTime() === updatedAt;
    rows.push({ task, was, refused: !task.access.manage ? "not-allowed" : untouched ? null : "changed-meanwhile" });
  }
  return rows;
}

export interface LeftRow {
  taskId: string;
  code: string;
  title: string;
  refused: string;
}

/**
 * Takes a press on many tasks back: exactly what it changed is as it was, where nobody changed the task since; the others
 * are named in `left`. Its stories tell it. Refused: "gone" (another's press, or taken back already).
 */
export async function undoBatch(tx: Tx, { batchId, ...by }: Doing & { batchId: string }) {
  const batch = await findBatch(tx, { batchId, actor: by.actor });
  if (!batch || batch.undoneAt) return refuse("gone");
  const left: LeftRow[] = [];
  let undone = 0;
  for (const { task, was, refused } of await rowsToPutBack(tx, { batch, actor: by.actor })) {
    const why = refused ?? (await putBack(tx, task, { was, at: batch.at, ...by }));
    if (why === null) undone += 1;
    else left.push({ taskId: task.id, code: task.code, title: task.title, refused: why });
  }
  await closeBatch(tx, { id: batchId, now: by.now });
  return { ok: true, undone, left } as const;
}

type Putting = Doing & { was: Kept; at: Date };

async function putBack(tx: Tx, task: Task, { was, at, actor, now }: Putting): Promise<string | null> {
  if ("state" in was) return await putStateBack(tx, task, { was, at, actor, now });
  const content = asItWas(await contentAlone(tx, task), was);
  const done = await changeTask(tx, { ...content, taskId: task.id, seen: task.updatedAt, actor, now });
  return done.ok ? null : done.reason;
}

/** An assignment goes back to a draft; a cancelled task to where it stood, and what was handed in waits again. */
async function putStateBack(tx: Tx, task: Task, { was, at, actor, now }: Putting): Promise<null> {
  const state = was.state as TaskState;
  const dates = { baselineStartsOn: was.baselineStartsOn, baselineDueOn: was.baselineDueOn } as Partial<Task>;
  const set = state === "draft" && task.state === "assigned" ? { state, assignedAt: null, ...dates } : { state };
  const changes = [{ field: "state", from: task.state, to: state }];
  await changeAndTell(tx, task.id, set, { kind: "changed", actor, now, changes });
  if (state === "submitted") await waitAgain(tx, { taskId: task.id, closedAt: at });
  await record(tx, { actor, verb: "task.undone", subject: `task:${task.id}`, detail: { state }, now });
  return null;
}

const waitAgain = (tx: Tx, { taskId, closedAt }: { taskId: string; closedAt: Date }) =>
  tx
    .update(taskSubmissions)
    .set({ outcome: null, reason: "", decidedAt: null, decidedBy: null, decidedByName: "" })
    .where(and(eq(taskSubmissions.taskId, taskId), eq(taskSubmissions.decidedAt, closedAt)));
