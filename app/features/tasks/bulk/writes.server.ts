import type { Tx } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import type { Day } from "~/web/time";
import { peopleToDo } from "../conclusions/reads.server";
import type { FieldChange } from "../content.rules";
import { mostRows } from "../query.rules";
import { isOfUnit } from "../place.writes.server";
import { findTaskFor, type Task } from "../reads.server";
import { dayIn } from "../row.writes.server";
import { cancelTask } from "../end.writes.server";
import { assignTask } from "../step.writes.server";
import { changeTask, type TaskContent } from "../writes.server";
import { contentAlone, fillBatch, type KeptRow, openBatch } from "./batches.writes.server";
import { type BulkAct, type BulkChange, changedContent, keptOf, type SeenRow } from "./rules";

interface Pressing {
  /** Names the press: sent twice, it changes once. */
  press: string;
  act: BulkAct;
  change: BulkChange;
  rows: readonly SeenRow[];
  actor: Actor;
  now: Date;
}

/** What became of one row. */
export interface BulkRow {
  taskId: string;
  code: string;
  title: string;
  /** From what to what, raw, in the words of the form; empty where nothing differs or it is refused. */
  changes: FieldChange[];
  /** Why it stays as it is, or null. */
  refused: string | null;
}

/**
 * Changes one thing of many tasks, each by its own write, so that rights, rules and story hold; the good rows are changed,
 * the others say why not. Rows the actor may not see are left out. What the changed ones were is kept under `press`, for
 * undoing. `again`: this press was made before, and nothing is changed. Refused: "too-many" (over 1,000).
 */
export async function changeMany(tx: Tx, { press, act, rows, ...given }: Pressing) {
  if (rows.length > mostRows) return refuse("too-many");
  const { actor, now } = given;
  if (!(await openBatch(tx, { id: press, what: act, actor, now }))) return { ok: true, again: true, rows: [] } as const;
  const today = await dayIn(tx, now);
  const before: KeptRow[] = [];
  const told: BulkRow[] = [];
  for (const { taskId, seen } of rows) {
    const task = await findTaskFor(tx, { taskId, actor });
    if (!task || task.isGroup) continue;
    const done = await changeOne(tx, task, { ...given, seen, today });
    if (done.was) before.push({ taskId, updatedAt: now.getTime(), was: done.was });
    const { code, title } = task;
    told.push({ taskId, code, title, changes: done.changes, refused: done.refused });
  }
  await fillBatch(tx, { id: press, before });
  return { ok: true, again: false, rows: told } as const;
}

type One = Omit<Pressing, "press" | "act" | "rows"> & { seen: Date; today: Day };
const refusedBy = (refused: string) => ({ changes: [], refused, was: null });

async function changeOne(tx: Tx, task: Task, { change, seen, today, actor, now }: One) {
  const taskId = task.id;
  if (!task.access.manage) return refusedBy("not-allowed");
  if (task.updatedAt.getTime() !== seen.getTime()) return refusedBy("changed-meanwhile");
  if (change.kind === "assign" || change.kind === "cancel") {
    const done =
      change.kind === "assign"
        ? await assignTask(tx, { taskId, actor, now })
        : await cancelTask(tx, { taskId, actor, now, reason: change.reason });
    if (!done.ok) return refusedBy(done.reason);
    const to = change.kind === "assign" ? "assigned" : "cancelled";
    const { baselineStartsOn, baselineDueOn } = task;
    return {
      changes: [{ field: "state", from: task.state, to }],
      refused: null,
      was: { state: task.state, baselineStartsOn, baselineDueOn },
    };
  }
  const was = await contentAlone(tx, task);
  const to = await withDoer(tx, changedContent(was, change), { was, today });
  const done = await changeTask(tx, { ...to, taskId, seen, actor, now });
  if (!done.ok) return refusedBy(done.reason);
  const fields = done.changes.map(({ field }) => field);
  return { changes: done.changes, refused: null, was: fields.length > 0 ? keptOf(was, fields) : null };
}

/** A responsible person belongs to the lead unit: another unit that leads brings its own, as when a task is given. */
async function withDoer(tx: Tx, to: TaskContent, { was, today }: { was: TaskContent; today: Day }) {
  const { leadUnitId: unitId, responsibleId: personId } = to;
  if (unitId === was.leadUnitId || !unitId || !personId) return to;
  if (personId !== was.responsibleId || (await isOfUnit(tx, { personId, unitId }))) return to;
  const { proposed } = await peopleToDo(tx, { unitId, on: today });
  return { ...to, responsibleId: proposed?.personId ?? null };
}
