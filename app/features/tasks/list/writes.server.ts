import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { taskFilters } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { mostFilters, type NamedFilter } from "./forms";

interface Keeping {
  actor: Actor;
  now: Date;
}

/**
 * Keeps a filter of the list under a name for this person. Refused: "taken" (another filter has this name; `replace` puts
 * this one in its place), "too-many" (30 are kept).
 */
export async function saveFilter(
  tx: Tx,
  { name, query, replace, actor, now }: NamedFilter & Keeping & { replace: boolean },
) {
  const own = eq(taskFilters.userId, actor.userId);
  const [taken] = await tx
    .select()
    .from(taskFilters)
    .where(and(own, eq(taskFilters.name, name)));
  if (taken && taken.query !== query && !replace) return refuse("taken");
  if (taken) {
    await tx.update(taskFilters).set({ query }).where(eq(taskFilters.id, taken.id));
    return { ok: true } as const;
  }
  if ((await tx.$count(taskFilters, own)) >= mostFilters) return refuse("too-many");
  await tx.insert(taskFilters).values({ userId: actor.userId, name, query, createdAt: now });
  return { ok: true } as const;
}

/** Takes a kept filter away; its name, or null where this person keeps none of this id. */
export async function removeFilter(tx: Tx, { filterId, actor }: { filterId: string; actor: Actor }) {
  const [gone] = await tx
    .delete(taskFilters)
    .where(and(eq(taskFilters.id, filterId), eq(taskFilters.userId, actor.userId)))
    .returning({ name: taskFilters.name });
  return gone?.name ?? null;
}
