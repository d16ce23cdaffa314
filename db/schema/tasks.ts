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
import { users } from "./accounts";
import { campaigns } from "./campaigns";
import { documents } from "./documents";
import { events } from "./events";
import { files } from "./files";
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

export const taskUpdateKinds = [
  "created",
  "changed",
  "assigned",
  "received",
  "reported",
  "submitted",
  "returned",
  "completed",
  "basically-completed",
  "reopened",
  "carried-over",
  "cancelled",
] as const;

/** The story of a task: one row for each change, never changed itself. */
export const taskUpdates = table(
  "task_updates",
  {
    id: id(),
    taskId: ref()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    at: moment().notNull(),
    on: day().notNull(), // in the organization's zone
    kind: oneOf(taskUpdateKinds).notNull(),
    byUserId: ref().references(() => users.id),
    byName: text().notNull(),
    note: text().notNull().default(""),
    health: oneOf(healths),
    /** Which fields changed, from what to what, in the words of the form. */
    changes: json<{ field: string; from: string; to: string }[]>().notNull(),
    facts: json<TaskFacts>().notNull(), // after this change
  },
  (t) => [index("task_updates_task").on(t.taskId, t.at), index("task_updates_on").on(t.on)],
);

/** Work handed in and what became of it: the doer's clock ends where the appraiser's begins. */
export const taskSubmissions = table(
  "task_submissions",
  {
    id: id(),
    taskId: ref()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    statement: text().notNull(),
    submittedAt: moment().notNull(),
    submittedOn: day().notNull(),
    submittedBy: ref().references(() => users.id),
    submittedByName: text().notNull(),
    decidedAt: moment(),
    decidedBy: ref().references(() => users.id),
    decidedByName: text().notNull().default(""),
    outcome: oneOf(["completed", "basically-completed", "returned", "withdrawn"]),
    reason: text().notNull().default(""),
  },
  (t) => [index("task_submissions_task").on(t.taskId, t.submittedAt), index("task_submissions_open").on(t.decidedAt)],
);

/** What proves progress. `submissionId` null: gathered, not yet handed in. */
export const evidence = table(
  "evidence",
  {
    id: id(),
    taskId: ref()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    submissionId: ref().references(() => taskSubmissions.id, { onDelete: "cascade" }),
    kind: oneOf(["file", "link", "figure", "note"]).notNull(),
    fileId: ref().references(() => files.id),
    url: text().notNull().default(""),
    label: text().notNull().default(""), // the figure's name, the link's title, the sentence
    figure: real(),
    measure: text().notNull().default(""), // "hồ sơ", "%"
    addedBy: ref().references(() => users.id),
    addedByName: text().notNull(),
    addedAt: moment().notNull(),
    withdrawnAt: moment(),
  },
  (t) => [
    index("evidence_task").on(t.taskId, t.addedAt),
    index("evidence_file").on(t.fileId),
    index("evidence_submission").on(t.submissionId),
  ],
);

/** A look over the plan in mid-period: every task is kept, changed, merged or dropped, with a reason that stays. */
export const reviewRounds = table(
  "review_rounds",
  {
    id: id(),
    title: text().notNull(),
    campaignId: ref().references(() => campaigns.id),
    ownerUnitId: ref()
      .notNull()
      .references(() => units.id),
    closesOn: day(),
    closedAt: moment(),
    createdAt: moment().notNull(),
    createdBy: ref().references(() => users.id),
  },
  (t) => [index("review_rounds_owner").on(t.ownerUnitId)],
);

export const reviewVerdicts = table(
  "review_verdicts",
  {
    id: id(),
    roundId: ref()
      .notNull()
      .references(() => reviewRounds.id, { onDelete: "cascade" }),
    taskId: ref()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    verdict: oneOf(["keep", "change", "merge", "drop"]).notNull(),
    reason: text().notNull().default(""),
    /** What the change is to be: the new deadline and its precision, or the task it is merged into. */
    newDueOn: day(),
    newDuePrecision: oneOf(duePrecisions),
    intoTaskId: ref().references(() => tasks.id),
    byUserId: ref().references(() => users.id),
    byName: text().notNull(),
    at: moment().notNull(),
    appliedAt: moment(),
  },
  (t) => [uniqueIndex("review_verdicts_task").on(t.roundId, t.taskId), index("review_verdicts_task_at").on(t.taskId)],
);

/** A view that a person keeps under a name; `query` is the list's own query string. */
export const taskFilters = table(
  "task_filters",
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    query: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex("task_filters_name").on(t.userId, t.name)],
);

/** One press that changed many tasks, with what they were before, so that it can be taken back. */
export const taskBatches = table(
  "task_batches",
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    at: moment().notNull(),
    what: text().notNull(), // the field, or "move" for a drag
    before:
      json<{ taskId: string; updatedAt: number; was: Record<string, string | number | boolean | null> }[]>().notNull(),
    undoneAt: moment(),
  },
  (t) => [index("task_batches_user").on(t.userId, t.at)],
);

/** A plan's file on its way in: read once, mapped, tried, then taken over. */
export const taskImports = table(
  "task_imports",
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    fileName: text().notNull(),
    sheetName: text().notNull().default(""),
    rows: json<string[][]>().notNull(),
    mapping: json<Record<string, number | null>>().notNull(),
    /** What the organizer said: owner, campaign, document, and what a text means. */
    choices: json<Record<string, string>>().notNull(),
    counts: json<Record<string, number>>().notNull(),
    createdAt: moment().notNull(),
    appliedAt: moment(),
  },
  (t) => [index("task_imports_user").on(t.userId, t.createdAt)],
);

/** When a person wants the daily digest, by e-mail address: a head may have no account. No row: 07:00. */
export const digestWishes = table("digest_wishes", {
  email: text().primaryKey(),
  hour: int().notNull(),
  off: bool().notNull().default(false),
});

/** What a digest has already told whom; escalation tells each level once. */
export const taskNotices = table(
  "task_notices",
  {
    id: id(),
    taskId: ref()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    email: text().notNull(),
    /** In words: "assigned:<update>", "returned:<submission>", "level:3:<dueOn>". */
    occasion: text().notNull(),
    on: day().notNull(),
  },
  (t) => [
    uniqueIndex("task_notices_once").on(t.taskId, t.email, t.occasion),
    index("task_notices_email").on(t.email, t.on),
  ],
);
