import {
  type AnyColumn,
  bool,
  day,
  id,
  index,
  int,
  json,
  moment,
  oneOf,
  primaryKey,
  real,
  ref,
  table,
  text,
  uniqueIndex,
} from "../dialect/kit";
import { campaigns } from "./campaigns";
import { documents } from "./documents";
import { events } from "./events";
import { people, units } from "./units";

export const taskStates = [
  "draft",
  "assigned",
  "received",
  "in-progress",
  "submitted",
  "returned",
  "completed",
  "basically-completed",
  "carried-over",
  "cancelled",
] as const;
export const duePrecisions = ["day", "month", "quarter", "half-year"] as const;
export const taskPriorities = ["normal", "high", "urgent"] as const;
export const beneficiaries = ["citizens", "enterprises", "government", "internal"] as const;
export const unitGroups = ["departments", "communes", "unions"] as const;
export const healths = ["on-track", "at-risk", "off-track"] as const;

/** What progress and colour are computed from; kept with every update, so that any past day can be shown again. */
export interface TaskFacts {
  state: (typeof taskStates)[number];
  /** 0–99, as the doer declared it; null: never. */
  progress: number | null;
  startsOn: string | null;
  dueOn: string | null;
  calendar: "all" | "working";
  weight: number;
  critical: boolean;
  parentId: string | null;
  leadUnitId: string | null;
  /** The day on which the submission that waits, or that was accepted, was handed in. */
  submittedOn: string | null;
  /** A submission that waits or was accepted covers this. */
  acceptedOn: string | null;
  updatedOn: string | null;
}

/** Tasks and the groups (pillars) above them, one tree of any depth. A group has no lead unit and no state of its own. */
export const tasks = table(
  "tasks",
  {
    id: id(),
    code: text().notNull().default(""), // "B12"
    title: text().notNull(),
    description: text().notNull().default(""),
    isGroup: bool().notNull().default(false),
    parentId: ref().references((): AnyColumn => tasks.id),
    /** "/<root>/<parent>/<own id>/": all tasks below one share its path as a prefix. */
    path: text().notNull(),
    sort: int().notNull(),
    campaignId: ref().references(() => campaigns.id),
    /** Whose plan it is: it assigns, edits, cancels. */
    ownerUnitId: ref()
      .notNull()
      .references(() => units.id),
    documentId: ref().references(() => documents.id),
    clause: text().notNull().default(""), // "Mục II.3, Phụ lục"
    leadUnitId: ref().references(() => units.id),
    /** Whose head answers for it; null: the lead unit's. The person follows from the date. */
    accountableUnitId: ref().references(() => units.id),
    responsibleId: ref().references(() => people.id),
    /** Accepts what the lead unit hands in; never the lead unit itself. */
    appraiserUnitId: ref().references(() => units.id),
    /** "Các sở, ban, ngành": as it was written; the units themselves stand in task_units. */
    coordinatingGroups: json<(typeof unitGroups)[number][]>().notNull(),
    product: text().notNull().default(""),
    beneficiary: oneOf(beneficiaries),
    indicator: text().notNull().default(""),
    priority: oneOf(taskPriorities).notNull().default("normal"),
    critical: bool().notNull().default(false),
    weight: real().notNull().default(1),
    calendar: oneOf(["all", "working"]).notNull().default("all"),
    startsOn: day(),
    dueOn: day(), // the last day of the month, quarter or half-year; null: unplanned
    duePrecision: oneOf(duePrecisions).notNull().default("day"),
    /** The dates as they stood when the task was assigned. */
    baselineStartsOn: day(),
    baselineDueOn: day(),
    state: oneOf(taskStates).notNull().default("draft"),
    progress: int(), // 0–99, declared
    health: oneOf(healths),
    healthNote: text().notNull().default(""),
    healthAt: moment(),
    /** Given after the plan was issued. */
    additional: bool().notNull().default(false),
    eventId: ref().references(() => events.id), // the meeting it came from
    carriedFromId: ref().references((): AnyColumn => tasks.id),
    assignedAt: moment(),
    submittedOn: day(),
    acceptedOn: day(),
    /** The doer's last word on it, for "no update for more than seven days". */
    reportedAt: moment(),
    press: text(), // the same form, sent twice, makes one task
    search: text().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    // What follows the first columns of these lets the sums of a plan be read off the index alone.
    index("tasks_parent").on(t.parentId, t.sort, t.state, t.isGroup),
    index("tasks_path").on(t.path),
    index("tasks_campaign").on(t.campaignId, t.documentId, t.ownerUnitId, t.isGroup),
    index("tasks_owner").on(t.ownerUnitId),
    index("tasks_lead").on(t.leadUnitId, t.state),
    index("tasks_appraiser").on(t.appraiserUnitId, t.state),
    index("tasks_responsible").on(t.responsibleId),
    index("tasks_document").on(t.documentId),
    index("tasks_due").on(t.dueOn, t.id),
    index("tasks_reported").on(t.reportedAt, t.state, t.startsOn, t.campaignId, t.isGroup),
    index("tasks_event").on(t.eventId),
    uniqueIndex("tasks_press").on(t.press),
  ],
);

export const taskUnits = table(
  "task_units",
  {
    taskId: ref()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    unitId: ref()
      .notNull()
      .references(() => units.id),
    /** The group of units it came with; null: named itself. */
    viaGroup: oneOf(unitGroups),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.unitId] }), index("task_units_unit").on(t.unitId)],
);

/** A task that starts only when another has ended. */
export const taskPredecessors = table(
  "task_predecessors",
  {
    taskId: ref()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    predecessorId: ref()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.predecessorId] }),
    index("task_predecessors_predecessor").on(t.predecessorId),
  ],
);
