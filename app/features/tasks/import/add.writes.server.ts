import { and, inArray, isNull } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { taskPredecessors, tasks, taskUnits, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { kindsOfGroup } from "../place.writes.server";
import type { TaskRow } from "../reads.server";
import { tellAll } from "../row.writes.server";
import { type UnitGroup, unitGroups } from "../rules";
import { searchOf, taskDefaults } from "../writes.server";
import type { Decisions } from "./choices.rules";
import { clauseText } from "./clause.rules";
import type { PlannedTask, TaskPlan } from "./rules";

export interface Place {
  ownerUnitId: string;
  campaignId: string | null;
  documentId: string | null;
}

interface Adding {
  /** Made with this transaction's facts. */
  plan: TaskPlan;
  place: Place;
  decisions: Decisions;
  actor: Actor;
  now: Date;
}

/** Adds the new groups and tasks of a plan, a thousand at a time; answers the id of every row that stands in the plan then. */
export async function addTasks(tx: Tx, { plan, place, decisions, actor, now }: Adding) {
  const ids = new Map<number, string>();
  for (const row of plan.rows)
    if (row.act === "add") ids.set(row.row, newId());
    else if (row.knownId) ids.set(row.row, row.knownId);
  const fresh = plan.rows.filter(({ act }) => act === "add");
  const where = await placesOf(tx, { fresh, ids, place });
  const rows = fresh.map((row) => rowOf(row, { ...where.next(row), place, decisions, now }));
  await insertMany(tx, tasks, rows);
  await insertMany(tx, taskUnits, await coordinatingOf(tx, fresh, ids), { ignoreTaken: true });
  await insertMany(tx, taskPredecessors, predecessorsOf(fresh, ids));
  const drafts = rows.map((row) => ({ ...row, state: "draft" as const }));
  await tellAll(tx, drafts, { kind: "created", actor, now });
  const assigned = rows.filter(({ state }) => state === "assigned");
  await tellAll(tx, assigned, { kind: "assigned", actor, now });
  return { ids, count: rows.length, assigned: assigned.length };
}

/** Paths and places in the order of the file, behind what a group holds already. */
async function placesOf(
  tx: Tx,
  { fresh, ids, place }: { fresh: PlannedTask[]; ids: Map<number, string>; place: Place },
) {
  const wanted = [...new Set(fresh.flatMap((row) => (row.parentRow === null ? [] : (ids.get(row.parentRow) ?? []))))];
  const paths = new Map<string, string>();
  const last = new Map<string, number>();
  const note = (parentId: string | null, sort: number) =>
    last.set(parentId ?? "", Math.max(last.get(parentId ?? "") ?? 0, sort));
  for (let at = 0; at < wanted.length; at += 500) {
    const some = wanted.slice(at, at + 500);
    const parents = await tx.select({ id: tasks.id, path: tasks.path }).from(tasks).where(inArray(tasks.id, some));
    for (const parent of parents) paths.set(parent.id, parent.path);
    const beside = await tx
      .select({ parentId: tasks.parentId, sort: tasks.sort })
      .from(tasks)
      .where(inArray(tasks.parentId, some));
    for (const one of beside) note(one.parentId, one.sort);
  }
  const top = await tx
    .select({ sort: tasks.sort })
    .from(tasks)
    .where(and(isNull(tasks.parentId), inArray(tasks.ownerUnitId, [place.ownerUnitId])));
  for (const one of top) note(null, one.sort);
  return {
    next(row: PlannedTask) {
      const id = ids.get(row.row) as string;
      const parentId = row.parentRow === null ? null : (ids.get(row.parentRow) ?? null);
      const path = `${(parentId && paths.get(parentId)) || "/"}${id}/`;
      paths.set(id, path);
      const sort = (last.get(parentId ?? "") ?? 0) + 1;
      note(parentId, sort);
      return { id, parentId, path, sort };
    },
  };
}

interface Standing {
  id: string;
  parentId: string | null;
  path: string;
  sort: number;
  place: Place;
  decisions: Decisions;
  now: Date;
}

function rowOf(
  { draft, isGroup }: PlannedTask,
  { place, decisions, now, ...standing }: Standing,
): typeof tasks.$inferInsert & TaskRow {
  const { coordinatingUnitIds: _named, predecessorIds: _before, ...defaults } = taskDefaults;
  // Who issued the plan accepts its work, but nobody their own.
  const appraiserUnitId = isGroup || draft.leadUnitId === place.ownerUnitId ? null : place.ownerUnitId;
  const ready = decisions.assign && !isGroup && draft.leadUnitId && draft.responsibleId && appraiserUnitId;
  const clause = clauseText(draft.clause);
  return {
    ...defaults,
    ...standing,
    ...place,
    ...{ isGroup, clause, appraiserUnitId },
    ...{ code: draft.code, title: draft.title, description: draft.description, product: draft.product },
    ...{ leadUnitId: draft.leadUnitId, responsibleId: draft.responsibleId },
    coordinatingGroups: draft.coordinatingGroups,
    priority: draft.priority ?? defaults.priority,
    weight: draft.weight ?? defaults.weight,
    ...{ startsOn: draft.startsOn, dueOn: draft.dueOn, duePrecision: draft.duePrecision },
    ...(ready
      ? { state: "assigned", assignedAt: now, baselineStartsOn: draft.startsOn, baselineDueOn: draft.dueOn }
      : { state: "draft", assignedAt: null, baselineStartsOn: null, baselineDueOn: null }),
    ...{ progress: null, health: null, healthNote: "", healthAt: null, eventId: null, carriedFromId: null },
    ...{ submittedOn: null, acceptedOn: null, reportedAt: null, press: null },
    search: searchOf({ code: draft.code, title: draft.title, product: draft.product, clause }),
    createdAt: now,
    updatedAt: now,
  };
}

/** The units named, then those of the groups that live now and do not lead. */
async function coordinatingOf(tx: Tx, fresh: PlannedTask[], ids: Map<number, string>) {
  const members = new Map<UnitGroup, string[]>();
  for (const group of unitGroups) {
    if (!fresh.some(({ draft }) => draft.coordinatingGroups.includes(group))) continue;
    const found = await tx
      .select({ id: units.id })
      .from(units)
      .where(and(inArray(units.kind, [...kindsOfGroup[group]]), isNull(units.activeTo)));
    members.set(
      group,
      found.map(({ id }) => id),
    );
  }
  function* rows() {
    for (const { row, draft } of fresh) {
      const taskId = ids.get(row) as string;
      for (const unitId of draft.coordinatingUnitIds) yield { taskId, unitId, viaGroup: null };
      for (const viaGroup of draft.coordinatingGroups)
        for (const unitId of members.get(viaGroup) ?? [])
          if (unitId !== draft.leadUnitId) yield { taskId, unitId, viaGroup };
    }
  }
  return rows();
}

function* predecessorsOf(fresh: PlannedTask[], ids: Map<number, string>) {
  for (const { row, before } of fresh) {
    const taskId = ids.get(row) as string;
    const found = before.map((one) => ("id" in one ? one.id : ids.get(one.row)));
    for (const predecessorId of new Set(found)) if (predecessorId) yield { taskId, predecessorId };
  }
}
