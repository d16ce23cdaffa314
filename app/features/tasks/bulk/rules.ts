import type { TaskContent } from "../writes.server";

/** What one press changes of many tasks: a field of what is written, a unit that helps, or a step. */
export const bulkActs = [
  ...(["due", "start", "lead", "responsible", "appraiser", "priority", "group", "campaign", "document"] as const),
  ...(["weight", "critical", "additional", "add-helper", "remove-helper", "assign", "cancel"] as const),
] as const;
export type BulkAct = (typeof bulkActs)[number];

/** The fields of a task that are set to one value for all. */
type Settable = Pick<
  TaskContent,
  | ("dueOn" | "duePrecision" | "startsOn" | "leadUnitId" | "responsibleId" | "appraiserUnitId" | "priority")
  | ("parentId" | "campaignId" | "documentId" | "weight" | "critical" | "additional")
>;

export type BulkChange =
  | { kind: "set"; set: Partial<Settable> }
  | { kind: "helper"; unitId: string; helps: boolean }
  | { kind: "assign" }
  | { kind: "cancel"; reason: string };

/** What is written of a task after a change; a unit that leads does not help as well. */
export function changedContent(content: TaskContent, change: BulkChange): TaskContent {
  if (change.kind === "set") {
    const to = { ...content, ...change.set };
    return { ...to, coordinatingUnitIds: to.coordinatingUnitIds.filter((id) => id !== to.leadUnitId) };
  }
  if (change.kind !== "helper") return content;
  const others = content.coordinatingUnitIds.filter((id) => id !== change.unitId);
  const helps = change.helps && change.unitId !== content.leadUnitId;
  return { ...content, coordinatingUnitIds: helps ? [...others, change.unitId] : others };
}

/** Columns of a task as a batch keeps them. */
export type Kept = Record<string, string | number | boolean | null>;

/** What a task was, in the fields that differ; lists as words with commas between them. */
export function keptOf(was: TaskContent, fields: readonly string[]): Kept {
  return Object.fromEntries(
    fields.map((field) => {
      const value = was[field as keyof TaskContent];
      return [field, Array.isArray(value) ? value.join(",") : value];
    }),
  );
}

/** What is written of a task with the fields of a batch as they were. */
export function asItWas(content: TaskContent, { coordinatingUnitIds, ...was }: Kept): TaskContent {
  const helpers = coordinatingUnitIds === undefined ? content.coordinatingUnitIds : listOf(coordinatingUnitIds);
  return { ...content, ...was, coordinatingUnitIds: helpers };
}

const listOf = (kept: Kept[string]) =>
  String(kept ?? "")
    .split(",")
    .filter(Boolean);

/** A row as it was seen: its id and the moment of its last change. */
export interface SeenRow {
  taskId: string;
  seen: Date;
}

/** Rows on their way through a form, "<id>:<milliseconds>"; what is not one is left out, and no row stands twice. */
export function readSeen(texts: readonly string[]): SeenRow[] {
  const rows = texts.flatMap((text) => {
    const [, taskId, at] = /^([\w-]{1,64}):(\d{1,15})$/.exec(text) ?? [];
    return taskId ? [[taskId, { taskId, seen: new Date(Number(at)) }] as const] : [];
  });
  return [...new Map(rows).values()];
}

export const writeSeen = ({ taskId, seen }: SeenRow): string => `${taskId}:${seen.getTime()}`;
