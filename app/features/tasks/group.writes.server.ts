import type { Tx } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { movePath, nextSort, placeRefused, predecessorsRefused } from "./place.writes.server";
import { changeAndTell, type TaskAct, taskTo, tellAll } from "./row.writes.server";
import { insertOnce, type Making, movedFrom, parentOf, searchOf, taskDefaults } from "./writes.server";

export interface GroupContent {
  title: string;
  code: string;
  parentId: string | null;
  ownerUnitId: string;
  campaignId: string | null;
  documentId: string | null;
  weight: number;
}

const noRelations = { coordinatingUnitIds: [], predecessorIds: [] };

/** Writes a group (a pillar) into a plan. Refused as `placeRefused` says. */
export async function createGroup(tx: Tx, { actor, now, press, ...content }: GroupContent & Making) {
  const refused = await placeRefused(tx, { ...taskDefaults, ...content, ...noRelations }, { actor });
  if (refused) return refuse(refused);
  const id = newId();
  const parent = await parentOf(tx, content.parentId);
  const row = await insertOnce(tx, {
    ...{ ...content, id, isGroup: true, coordinatingGroups: [], press: press ?? null },
    path: `${parent?.path ?? "/"}${id}/`,
    sort: await nextSort(tx, content),
    search: searchOf(content),
    createdAt: now,
    updatedAt: now,
  });
  if (!row.made) return { ok: true, taskId: row.id, again: true } as const;
  await tellAll(tx, [row.made], { kind: "created", actor, now });
  await record(tx, { actor, verb: "task.group-created", subject: `task:${id}`, detail: { title: content.title }, now });
  return { ok: true, taskId: id, again: false } as const;
}

/** Changes a group, or hangs it elsewhere. Refused: "not-allowed", "changed-meanwhile", "below-itself", "cycle", and as `placeRefused` says. */
export async function changeGroup(
  tx: Tx,
  { taskId, seen, actor, now, ...content }: TaskAct & GroupContent & { seen: Date },
) {
  const group = await taskTo(tx, { taskId, actor, now }, "manage");
  if (!group?.isGroup) return refuse("not-allowed");
  if (group.updatedAt.getTime() !== seen.getTime()) return refuse("changed-meanwhile");
  const parent = await parentOf(tx, content.parentId);
  if (parent?.path.startsWith(group.path)) return refuse("below-itself");
  const place = { ...taskDefaults, ...content, ...noRelations };
  const refused =
    (await placeRefused(tx, place, { actor, hangs: group.parentId })) ??
    (await predecessorsRefused(tx, { ...place, ...movedFrom(group, content), actor }));
  if (refused) return refuse(refused);
  const path = await movePath(tx, group, parent);
  await changeAndTell(tx, taskId, { ...content, path, search: searchOf(content) }, { kind: "changed", actor, now });
  await record(tx, {
    actor,
    verb: "task.group-changed",
    subject: `task:${taskId}`,
    detail: { title: content.title },
    now,
  });
  return { ok: true, taskId } as const;
}
