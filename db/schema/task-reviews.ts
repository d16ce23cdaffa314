import { day, id, index, moment, oneOf, ref, table, text, uniqueIndex } from "../dialect/kit";
import { users } from "./accounts";
import { campaigns } from "./campaigns";
import { units } from "./units";
import { duePrecisions, tasks } from "./tasks";

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
