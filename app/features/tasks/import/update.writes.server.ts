import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { isOfUnit } from "../place.writes.server";
import type { TaskRow } from "../reads.server";
import { changeAndTell } from "../row.writes.server";
import { assignTask } from "../step.writes.server";
import { changeTask, contentOf, searchOf, type TaskContent } from "../writes.server";
import type { ChangedField } from "./changes.rules";
import type { Decisions } from "./choices.rules";
import { clauseText } from "./clause.rules";
import type { PlannedTask, TaskPlan } from "./rules";

interface Updating {
  /** Made with this transaction's facts. */
  plan: TaskPlan;
  /** The task of every row. */
  ids: Map<number, string>;
  decisions: Decisions;
  actor: Actor;
  now: Date;
}

/** Changes what a plan says and nothing else. `refused`: what the rules of a task that is under way do not allow. */
export async function updateTasks(tx: Tx, { plan, ids, decisions, actor, now }: Updating) {
  let [count, refused, assigned] = [0, 0, 0];
  for (const row of plan.rows) {
    if (row.act !== "update" || row.knownId === null) continue;
    const act = { taskId: row.knownId, actor, now };
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, row.knownId));
    if (!task) continue;
    if (task.isGroup) {
      await changeGroup(tx, row, task, act);
      count += 1;
      continue;
    }
    const content = await changed(tx, row, task, ids);
    const done = await changeTask(tx, { ...content, ...act, seen: task.updatedAt });
    if (!done.ok) refused += 1;
    else {
      count += 1;
      if (decisions.assign && task.state === "draft" && (await assignTask(tx, act)).ok) assigned += 1;
    }
  }
  return { count, refused, assigned };
}

async function changeGroup(tx: Tx, { draft }: PlannedTask, task: TaskRow, act: { actor: Actor; now: Date }) {
  const set = {
    title: draft.title,
    code: draft.code || task.code,
    clause: clauseText(draft.clause) || task.clause,
  };
  const changes = (["title", "code", "clause"] as const)
    .map((field) => ({ field, from: task[field], to: set[field] }))
    .filter(({ from, to }) => from !== to);
  const search = searchOf(set);
  await changeAndTell(tx, task.id, { ...set, search }, { kind: "changed", actor: act.actor, now: act.now, changes });
}

async function changed(tx: Tx, row: PlannedTask, task: TaskRow, ids: Map<number, string>): Promise<TaskContent> {
  const was = await contentOf(tx, task);
  const { draft } = row;
  const says = (field: ChangedField) => row.changes.some((change) => change.field === field);
  const before = row.before.flatMap((one) => ("id" in one ? one.id : (ids.get(one.row) ?? [])));
  const more: string[] = [];
  for (const predecessorId of says("predecessors") ? before : [])
    if (!was.predecessorIds.includes(predecessorId)) more.push(predecessorId);
  const leads = says("lead") && draft.leadUnitId ? draft.leadUnitId : was.leadUnitId;
  const person = says("responsible") ? draft.responsibleId : was.responsibleId;
  // A draft goes to its new lead unit without the old one's person; a task under way is refused instead.
  const keeps = task.state !== "draft" || (person && (await isOfUnit(tx, { personId: person, unitId: leads })));
  return {
    ...was,
    title: draft.title,
    ...(says("code") && { code: draft.code }),
    ...(says("clause") && { clause: clauseText(draft.clause) }),
    leadUnitId: leads,
    // Nobody appraises their own work.
    appraiserUnitId: was.appraiserUnitId === leads ? null : was.appraiserUnitId,
    ...(says("coordinating") && {
      coordinatingUnitIds: draft.coordinatingUnitIds,
      coordinatingGroups: draft.coordinatingGroups,
    }),
    responsibleId: keeps ? person : null,
    ...(says("start") && { startsOn: draft.startsOn }),
    ...(says("due") && { dueOn: draft.dueOn, duePrecision: draft.duePrecision }),
    ...(says("product") && { product: draft.product }),
    ...(says("priority") && draft.priority && { priority: draft.priority }),
    ...(says("weight") && draft.weight !== null && { weight: draft.weight }),
    ...(says("note") && { description: [was.description, draft.description].filter(Boolean).join("\n") }),
    predecessorIds: [...was.predecessorIds, ...more],
  };
}
