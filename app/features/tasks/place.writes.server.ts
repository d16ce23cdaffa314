import { and, eq, inArray, isNull, like, ne, sql } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { documents, holdings, people, taskPredecessors, tasks, taskUnits, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { findCampaignFor } from "~/features/campaigns/reads.server";
import { type UnitKind, unitKinds } from "~/features/units/rules";
import { standsInCircle, wouldCycle } from "./graph.rules";
import type { Edge } from "./plan-colour.rules";
import { findTaskFor, type TaskRow } from "./reads.server";
import { hasLeft, type UnitGroup } from "./rules";
import { taskSight } from "./sight.reads.server";

/** Where a task hangs and who has to do with it. */
export interface TaskPlace {
  parentId: string | null;
  ownerUnitId: string;
  campaignId: string | null;
  documentId: string | null;
  leadUnitId: string | null;
  accountableUnitId: string | null;
  appraiserUnitId: string | null;
  responsibleId: string | null;
  coordinatingUnitIds: string[];
  predecessorIds: string[];
}

/** Which units a group of units means. */
export const kindsOfGroup: Record<UnitGroup, readonly UnitKind[]> = {
  departments: ["department", "sector", "office"],
  communes: ["commune", "ward", "special-zone"],
  unions: ["front", "union"],
};

/**
 * Why a task cannot stand there, on fresh facts, or null: "no-such-unit", "unit-closed", "not-allowed" (the plan is
 * another's), "no-such-campaign", "no-such-document", "no-such-group", "group-ended" (nothing new is hung under what was
 * cancelled or carried over; `hangs` is the parent it has already), "own-appraiser", "no-such-person".
 */
export async function placeRefused(
  tx: Tx,
  place: TaskPlace,
  { actor, hangs = null }: { actor: Actor; hangs?: string | null },
) {
  const named = [place.ownerUnitId, place.leadUnitId, place.accountableUnitId, place.appraiserUnitId];
  const wanted = [...new Set([...named, ...place.coordinatingUnitIds].filter((id) => id !== null))];
  const found = await tx
    .select({ id: units.id, path: units.path, activeTo: units.activeTo })
    .from(units)
    .where(inArray(units.id, wanted));
  if (found.length !== wanted.length) return "no-such-unit";
  if (found.some((unit) => unit.activeTo !== null && unit.id !== place.ownerUnitId)) return "unit-closed";
  const owner = found.find((unit) => unit.id === place.ownerUnitId);
  if (!owner || !may(actor, "tasks.manage", owner.path)) return "not-allowed";
  if (place.leadUnitId !== null && place.appraiserUnitId === place.leadUnitId) return "own-appraiser";
  if (place.campaignId && !(await findCampaignFor(tx, { campaignId: place.campaignId, actor })))
    return "no-such-campaign";
  if (place.documentId) {
    const [document] = await tx.select({ id: documents.id }).from(documents).where(eq(documents.id, place.documentId));
    if (!document) return "no-such-document";
  }
  if (place.parentId) {
    const parent = await findTaskFor(tx, { taskId: place.parentId, actor });
    if (!parent?.access.manage) return "no-such-group";
    if (hasLeft(parent.state) && parent.id !== hangs) return "group-ended";
  }
  if (place.responsibleId && !(await isOfUnit(tx, { personId: place.responsibleId, unitId: place.leadUnitId })))
    return "no-such-person";
  return null;
}

/** A responsible person holds a position in the lead unit or below it. */
export async function isOfUnit(tx: Tx, { personId, unitId }: { personId: string; unitId: string | null }) {
  if (!unitId) return false;
  const [unit] = await tx.select({ path: units.path }).from(units).where(eq(units.id, unitId));
  if (!unit) return false;
  const [held] = await tx
    .select({ id: holdings.id })
    .from(holdings)
    .innerJoin(people, eq(people.id, holdings.personId))
    .innerJoin(units, eq(units.id, holdings.unitId))
    .where(and(eq(holdings.personId, personId), isNull(holdings.heldTo), like(units.path, `${unit.path}%`)))
    .limit(1);
  return Boolean(held);
}

/** The coordinating units anew: those named, and those of the groups that live now and do not lead. */
export async function setCoordinating(
  tx: Tx,
  {
    taskId,
    leadUnitId,
    unitIds,
    groups,
  }: { taskId: string; leadUnitId: string | null; unitIds: string[]; groups: UnitGroup[] },
): Promise<void> {
  await tx.delete(taskUnits).where(eq(taskUnits.taskId, taskId));
  const named = [...new Set(unitIds)].filter((id) => id !== leadUnitId);
  await insertMany(
    tx,
    taskUnits,
    named.map((unitId) => ({ taskId, unitId, viaGroup: null })),
  );
  for (const group of groups) {
    const kinds = unitKinds.filter((kind) => kindsOfGroup[group].includes(kind));
    const members = await tx
      .select({ id: units.id })
      .from(units)
      .where(and(inArray(units.kind, kinds), isNull(units.activeTo)));
    const rows = members
      .filter(({ id }) => id !== leadUnitId)
      .map(({ id }) => ({ taskId, unitId: id, viaGroup: group }));
    await insertMany(tx, taskUnits, rows, { ignoreTaken: true });
  }
}

/**
 * Why a task under `parentId` (`taskId` null: not written yet) cannot wait for these, or null: "no-such-predecessor", or
 * "cycle" where one of them ends only after it, through other tasks or because one holds the other. `moved`: it hangs
 * under another parent than before, so that what waits for it, and what is below it, is looked at too. `unseen`: those that
 * stood there before and the actor may not see.
 */
export async function predecessorsRefused(
  tx: Tx,
  place: {
    taskId: string | null;
    parentId: string | null;
    predecessorIds: string[];
    moved?: boolean;
    unseen?: readonly string[];
    actor: Actor;
  },
) {
  const { parentId, predecessorIds, moved = false, unseen = [], actor } = place;
  if (predecessorIds.length === 0 && !moved) return null;
  const taskId = place.taskId ?? "new";
  const others = await tx.select({ id: tasks.id, parentId: tasks.parentId }).from(tasks).where(ne(tasks.id, taskId));
  const edges = (await tx.select().from(taskPredecessors).where(ne(taskPredecessors.taskId, taskId))) as Edge[];
  const placed = [...others, { id: taskId, parentId }];
  for (const predecessorId of new Set(predecessorIds)) {
    const before = unseen.includes(predecessorId) || (await findTaskFor(tx, { taskId: predecessorId, actor }));
    if (!before || (before !== true && before.isGroup)) return "no-such-predecessor";
    if (wouldCycle(placed, edges, taskId, predecessorId)) return "cycle";
    edges.push({ taskId, predecessorId });
  }
  return moved && standsInCircle(placed, edges, taskId) ? "cycle" : null;
}

/** Which of these tasks the actor may not see. */
export async function unseenBy(tx: Tx, { taskIds, actor }: { taskIds: string[]; actor: Actor }): Promise<string[]> {
  if (taskIds.length === 0) return [];
  const rows = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(inArray(tasks.id, taskIds), taskSight(tx, actor)));
  const seen = new Set(rows.map(({ id }) => id));
  return taskIds.filter((id) => !seen.has(id));
}

/** The predecessors anew; ask `predecessorsRefused` before. */
export async function setPredecessors(
  tx: Tx,
  { taskId, predecessorIds }: { taskId: string; predecessorIds: string[] },
): Promise<void> {
  await tx.delete(taskPredecessors).where(eq(taskPredecessors.taskId, taskId));
  const rows = [...new Set(predecessorIds)].map((predecessorId) => ({ taskId, predecessorId }));
  await insertMany(tx, taskPredecessors, rows);
}

/** The next place among the children of a group (or at the top of an owner's plan). */
export async function nextSort(tx: Tx, { parentId, ownerUnitId }: { parentId: string | null; ownerUnitId: string }) {
  const beside = parentId
    ? eq(tasks.parentId, parentId)
    : and(isNull(tasks.parentId), eq(tasks.ownerUnitId, ownerUnitId));
  const [last] = await tx
    .select({ sort: sql<number | null>`max(${tasks.sort})` })
    .from(tasks)
    .where(beside);
  return (last?.sort ?? 0) + 1;
}

/** Hangs a task and all below it under another parent; both lines of ancestors count anew by themselves, being derived. */
export async function movePath(tx: Tx, row: TaskRow, parent: { path: string } | null): Promise<string> {
  const path = `${parent?.path ?? "/"}${row.id}/`;
  if (path === row.path) return path;
  await tx
    .update(tasks)
    .set({ path: sql`${path} || substr(${tasks.path}, ${row.path.length + 1})` })
    .where(and(like(tasks.path, `${row.path}%`), ne(tasks.id, row.id)));
  return path;
}
