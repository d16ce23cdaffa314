import { id, index, int, json, moment, oneOf, primaryKey, real, ref, table, text, uniqueIndex } from "../dialect/kit";
import { users } from "./accounts";
import { awardCategories, awardCriteria, councilMembers } from "./award-rounds";
import { nominations } from "./nominations";

/** Who is to score what; without rows for a nomination, the whole panel is. */
export const scoreAssignments = table(
  "score_assignments",
  {
    memberId: ref()
      .notNull()
      .references(() => councilMembers.id, { onDelete: "cascade" }),
    nominationId: ref()
      .notNull()
      .references(() => nominations.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.nominationId] }),
    index("score_assignments_nomination").on(t.nominationId),
  ],
);

/** A conflict that the organization's graph cannot know; a pinned one was set by an organizer and stays. */
export const declaredConflicts = table(
  "declared_conflicts",
  {
    id: id(),
    memberId: ref()
      .notNull()
      .references(() => councilMembers.id, { onDelete: "cascade" }),
    nominationId: ref()
      .notNull()
      .references(() => nominations.id, { onDelete: "cascade" }),
    reason: text().notNull(),
    source: oneOf(["member", "organizer"]).notNull(),
    at: moment().notNull(),
    withdrawnAt: moment(),
  },
  (t) => [uniqueIndex("declared_conflicts_pair").on(t.memberId, t.nominationId)],
);

/** One member's scores of one nomination: saved while they are filled in, valid when submitted. */
export const scoreSheets = table(
  "score_sheets",
  {
    id: id(),
    memberId: ref()
      .notNull()
      .references(() => councilMembers.id, { onDelete: "cascade" }),
    nominationId: ref()
      .notNull()
      .references(() => nominations.id, { onDelete: "cascade" }),
    comment: text().notNull().default(""),
    version: int().notNull().default(1),
    submittedAt: moment(),
    abstainedAt: moment(),
    abstainReason: text().notNull().default(""),
    updatedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("score_sheets_pair").on(t.memberId, t.nominationId),
    index("score_sheets_nomination").on(t.nominationId),
  ],
);

export const scores = table(
  "scores",
  {
    sheetId: ref()
      .notNull()
      .references(() => scoreSheets.id, { onDelete: "cascade" }),
    criterionId: ref()
      .notNull()
      .references(() => awardCriteria.id, { onDelete: "cascade" }),
    value: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sheetId, t.criterionId] })],
);

/** Why a category was counted anew: who changed which weight or mode, and the ranks before and after. */
export const scoreRecounts = table(
  "score_recounts",
  {
    id: id(),
    categoryId: ref()
      .notNull()
      .references(() => awardCategories.id, { onDelete: "cascade" }),
    at: moment().notNull(),
    byUserId: ref().references(() => users.id),
    byName: text().notNull(),
    reason: text().notNull(),
    changes: json<{ field: string; from: string; to: string }[]>().notNull(),
    before: json<{ nominationId: string; score: number | null; rank: number | null }[]>().notNull(),
    after: json<{ nominationId: string; score: number | null; rank: number | null }[]>().notNull(),
  },
  (t) => [index("score_recounts_category").on(t.categoryId, t.at)],
);
