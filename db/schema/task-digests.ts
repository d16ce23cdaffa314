import { bool, day, id, index, int, ref, table, text, uniqueIndex } from "../dialect/kit";
import { tasks } from "./tasks";

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
