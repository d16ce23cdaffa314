import { asc, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks } from "#db/schema.server";
import { type Asking, taskCondition } from "./condition.reads.server";
import type { Plan } from "./plan.reads.server";
import type { TaskQuery } from "./query.rules";

/** The tasks of a plan that a query means, whatever view shows them; the colour is the one that the plan computed. */
export async function tasksMeant(
  db: Reader,
  { plan, query, asking }: { plan: Pick<Plan, "tasks" | "colours">; query: TaskQuery; asking: Asking },
): Promise<Set<string>> {
  const found = new Set(await idsWhere(db, taskCondition(db, query, asking)));
  const fits = (id: string) => found.has(id) && (!query.colour || plan.colours.get(id)?.colour === query.colour);
  return new Set(plan.tasks.filter(({ id }) => fits(id)).map(({ id }) => id));
}

/** The ids that a condition holds for, sisters in the order of the plan. */
export const idsWhere = async (db: Reader, condition: SQL | undefined): Promise<string[]> =>
  (await db.select({ id: tasks.id }).from(tasks).where(condition).orderBy(asc(tasks.sort), asc(tasks.id))).map(
    ({ id }) => id,
  );
