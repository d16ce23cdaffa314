import { day, id, index, json, moment, oneOf, real, ref, table, text } from "../dialect/kit";
import { users } from "./accounts";
import { files } from "./files";
import { healths, type TaskFacts, tasks } from "./tasks";

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
