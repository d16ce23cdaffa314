import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks } from "#db/schema.server";
import { type Asking, countIf, inCircle, inState, notLeft } from "../condition.reads.server";
import type { TaskCircle } from "../query.rules";
import { taskSight } from "../sight.reads.server";

/** How many tasks stand in each circle of the actor (of theirs and their units': the open ones), and in all. One scan. */
export async function countCircles(db: Reader, asking: Asking): Promise<Record<TaskCircle | "all", number>> {
  const count = (circle: TaskCircle) => {
    const inside = inCircle(db, circle, asking);
    return countIf(circle === "mine" || circle === "own-units" ? and(inState("open"), inside) : inside);
  };
  const [row] = await db
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      ...{ mine: count("mine"), "own-units": count("own-units"), late: count("late") },
      ...{ waiting: count("waiting"), silent: count("silent") },
    })
    .from(tasks)
    .where(and(eq(tasks.isGroup, false), notLeft, taskSight(db, asking.actor)));
  return row ?? { all: 0, mine: 0, "own-units": 0, late: 0, waiting: 0, silent: 0 };
}
