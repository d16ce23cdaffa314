import { id, index, json, moment, ref, table, text, uniqueIndex } from "../dialect/kit";
import { users } from "./accounts";

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
