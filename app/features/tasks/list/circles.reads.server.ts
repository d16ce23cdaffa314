import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks } from "#db/schema.server";
import { reachOf } from "~/features/accounts/rules";
import { type Asking, inCircle, inState, notLeft } from "../condition.reads.server";
import type { TaskCircle } from "../query.rules";
import { taskSight } from "../sight.reads.server";
import { countTasks } from "./reads.server";

// Of a person and of own units only what is still to be done is counted.
const openOnly: readonly TaskCircle[] = ["mine", "own-units"];

/** How many tasks stand in one circle of the actor (of theirs and their units': the open ones); null: in all. */
export async function countCircle(db: Reader, circle: TaskCircle | null, asking: Asking): Promise<number> {
  // Who acts for everybody has no units of their own.
  if (circle === "own-units" && reachOf(asking.actor, "tasks.do").all) return 0;
  return await countTasks(
    db,
    and(
      eq(tasks.isGroup, false),
      notLeft,
      taskSight(db, asking.actor),
      circle && openOnly.includes(circle) ? inState("open") : undefined,
      circle ? inCircle(db, circle, asking) : undefined,
    ),
  );
}

/**
 * How many tasks stand in each circle of the actor, and in all. Each is counted by itself: its index then finds the few that
 * are meant, where one sum for all would read every task.
 */
export const countCircles = async (db: Reader, asking: Asking): Promise<Record<TaskCircle | "all", number>> => ({
  all: await countCircle(db, null, asking),
  mine: await countCircle(db, "mine", asking),
  "own-units": await countCircle(db, "own-units", asking),
  late: await countCircle(db, "late", asking),
  waiting: await countCircle(db, "waiting", asking),
  silent: await countCircle(db, "silent", asking),
});
