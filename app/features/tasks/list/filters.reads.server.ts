import { asc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { taskFilters } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";

/** The filters that this person keeps, in the order they were kept. */
export const keptFilters = async (db: Reader, { actor }: { actor: Actor }) =>
  await db
    .select({ id: taskFilters.id, name: taskFilters.name, query: taskFilters.query })
    .from(taskFilters)
    .where(eq(taskFilters.userId, actor.userId))
    .orderBy(asc(taskFilters.createdAt), asc(taskFilters.id));
