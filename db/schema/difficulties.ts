import { bool, day, id, index, int, moment, oneOf, ref, table, text } from "../dialect/kit";
import { users } from "./accounts";
import { campaigns } from "./campaigns";
import { events } from "./events";
import { tasks } from "./tasks";
import { units } from "./units";

export const difficultyCategories = [
  "institutions",
  "people",
  "infrastructure",
  "data",
  "money",
  "coordination",
  "awareness",
  "enterprises",
  "other",
] as const;
export const difficultyStates = ["open", "resolved", "dropped"] as const;

/** What stands in the way: who says so, who is to solve it, until when, and what it blocks. */
export const difficulties = table(
  "difficulties",
  {
    id: id(),
    title: text().notNull(),
    detail: text().notNull().default(""),
    category: oneOf(difficultyCategories).notNull(),
    state: oneOf(difficultyStates).notNull().default("open"),
    proposerUnitId: ref()
      .notNull()
      .references(() => units.id),
    proposedBy: ref().references(() => users.id),
    resolverUnitId: ref().references(() => units.id),
    dueOn: day(),
    taskId: ref().references(() => tasks.id),
    gap: text().notNull().default(""), // the figure that is missed, in words
    campaignId: ref().references(() => campaigns.id),
    /** The task it blocks cannot go on before it is solved. */
    blocks: bool().notNull().default(false),
    solution: text().notNull().default(""),
    /** The conference whose agenda it is on. */
    eventId: ref().references(() => events.id),
    openedAt: moment().notNull(),
    openedOn: day().notNull(),
    closedAt: moment(),
    closedOn: day(),
    updatedAt: moment().notNull(),
    search: text().notNull(),
  },
  (t) => [
    index("difficulties_state").on(t.state, t.openedAt),
    index("difficulties_task").on(t.taskId),
    index("difficulties_proposer").on(t.proposerUnitId),
    index("difficulties_resolver").on(t.resolverUnitId),
    index("difficulties_event").on(t.eventId),
  ],
);

/** What was concluded at an event, line by line; a line may have become a task. */
export const conclusions = table(
  "conclusions",
  {
    id: id(),
    eventId: ref()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    text: text().notNull(),
    sort: int().notNull(),
    taskId: ref().references(() => tasks.id),
    difficultyId: ref().references(() => difficulties.id),
    byUserId: ref().references(() => users.id),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index("conclusions_event").on(t.eventId, t.sort), index("conclusions_task").on(t.taskId)],
);
