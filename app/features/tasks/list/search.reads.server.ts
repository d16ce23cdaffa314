import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { hasWords } from "~/features/units/reads.server";
import { taskSight } from "../sight.reads.server";

export interface FoundTask {
  id: string;
  code: string;
  title: string;
  lead: string | null;
}

/** Tasks that hold every word, as far as the actor sees them; those with the nearest deadline first. */
export async function searchTasks(
  db: Reader,
  { actor, term, limit }: { actor: Actor; term: string; limit: number },
): Promise<FoundTask[]> {
  const words = hasWords(tasks.search, term);
  if (!words) return [];
  return await db
    .select({ id: tasks.id, code: tasks.code, title: tasks.title, lead: units.name })
    .from(tasks)
    .leftJoin(units, eq(units.id, tasks.leadUnitId))
    .where(and(words, eq(tasks.isGroup, false), taskSight(db, actor)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(limit);
}
