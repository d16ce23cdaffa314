import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks } from "#db/schema.server";
import { reachOf } from "~/features/accounts/rules";
import { type Asking, inCircle, inState, notLeft } from "../condition.reads.server";
import type { TaskCircle } from "../query.rules";
import { taskSight } from "../sight.reads.server";
import { countTasks } from "./reads.server";

/** How many tasks stand in each circle of the actor (of theirs and their units': the open ones), and in all. */
export async function countCircles(db: Reader, asking: Asking): Promise<Record<TaskCircle | "all", number>> {
  const sight = taskSight(db, asking.actor);
  // Each by itself: its index then finds the few that are meant, where one sum for all would read every task.
  const count = (circle: TaskCircle | null, state: "open" | null = null) =>
    countTasks(
      db,
      and(
        eq(tasks.isGroup, false),
        notLeft,
        sight,
        state ? inState(state) : undefined,
        circle ? inCircle(db, circle, asking) : undefined,
      ),
    );
  return {
    all: await count(null),
    mine: await count("mine", "open"),
    // Who acts for everybody has no units of their own.
    "own-units": reachOf(asking.actor, "tasks.do").all ? 0 : await count("own-units", "open"),
    late: await count("late"),
    waiting: await count("waiting"),
    silent: await count("silent"),
  };
}
