import type { Day } from "~/web/time";
import type { DuePrecision, TaskPriority, TaskState, UnitGroup } from "../rules";
import { groupValue } from "./choices.rules";
import type { Draft } from "./draft.rules";

/** A task of the plan already, as far as an import compares it. */
export interface KnownTask {
  id: string;
  code: string;
  title: string;
  clause: string;
  isGroup: boolean;
  parentId: string | null;
  path: string;
  state: TaskState;
  leadUnitId: string | null;
  /** Named themselves, without those that came with a group. */
  coordinatingUnitIds: string[];
  coordinatingGroups: UnitGroup[];
  responsibleId: string | null;
  startsOn: Day | null;
  dueOn: Day | null;
  duePrecision: DuePrecision;
  product: string;
  description: string;
  priority: TaskPriority;
  weight: number;
  predecessorIds: string[];
}

export type ChangedField =
  | "title"
  | "code"
  | "clause"
  | "lead"
  | "coordinating"
  | "responsible"
  | "start"
  | "due"
  | "product"
  | "predecessors"
  | "priority"
  | "weight"
  | "note";

/** Units as ids, groups of units as `group:<name>`, deadlines as "2025-06-30/day": named where they are shown. */
export interface Change {
  field: ChangedField;
  from: string;
  to: string;
}

type Side = Pick<KnownTask | Draft, "coordinatingUnitIds" | "coordinatingGroups">;
const takingPart = (side: Side): string =>
  [...[...side.coordinatingGroups].sort().map(groupValue), ...[...side.coordinatingUnitIds].sort()].join(",");
const deadline = (side: Pick<KnownTask, "dueOn" | "duePrecision">) =>
  side.dueOn ? `${side.dueOn}/${side.duePrecision}` : "";

/** What a row changes in a known task. An empty cell wipes nothing; notes are joined, because both sides write them. */
export function changedBy(known: KnownTask, draft: Draft): Change[] {
  const changes: Change[] = [];
  const put = (field: ChangedField, from: string | number | null, to: string | number | null) => {
    if (to !== null && to !== "" && from !== to) changes.push({ field, from: String(from ?? ""), to: String(to) });
  };
  put("title", known.title, draft.title);
  put("code", known.code, draft.code);
  put("clause", known.clause, draft.clause);
  if (known.isGroup) return changes;
  put("lead", known.leadUnitId, draft.leadUnitId);
  put("coordinating", takingPart(known), takingPart(draft));
  put("responsible", known.responsibleId, draft.responsibleId);
  // A start that only the choice "period starts on" gives changes no task that is there already.
  if (draft.startGiven) put("start", known.startsOn, draft.startsOn);
  put("due", deadline(known), deadline(draft));
  put("product", known.product, draft.product);
  put("priority", known.priority, draft.priority);
  put("weight", known.weight, draft.weight);
  if (!known.description.includes(draft.description)) put("note", known.description, draft.description);
  return changes;
}
