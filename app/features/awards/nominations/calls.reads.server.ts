import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { awardRounds, nominations, roundPhases, units } from "#db/schema.server";
import { type Actor, reachOf } from "~/features/accounts/rules";
import { paths } from "~/web/paths";
import { isOpen, windowOf } from "../rounds/phases.rules";
import type { AwardTodo } from "../todos.rules";

/** The rounds that take nominations now and in which an own unit of the actor has begun none; withdrawn is begun too. */
export async function openCalls(db: Reader, { actor, now }: { actor: Actor; now: Date }): Promise<AwardTodo[]> {
  const reach = reachOf(actor, "awards.nominate");
  if (reach.all || reach.paths.length === 0) return [];
  const rounds = await db.select().from(awardRounds).where(eq(awardRounds.state, "published"));
  const roundIds = rounds.map(({ id }) => id);
  const phases = await db.select().from(roundPhases).where(inArray(roundPhases.roundId, roundIds));
  const rows = await db
    .selectDistinct({ roundId: nominations.roundId, unitPath: units.path })
    .from(nominations)
    .innerJoin(units, eq(units.id, nominations.unitId))
    .where(and(inArray(nominations.roundId, roundIds), inArray(units.path, reach.paths)));
  const begun = new Set(rows.map(({ roundId, unitPath }) => `${roundId} ${unitPath}`));
  return rounds.flatMap(({ id, title }): AwardTodo[] => {
    const calendar = phases.filter(({ roundId }) => roundId === id);
    if (!isOpen(calendar, "nomination", now)) return [];
    if (reach.paths.every((path) => begun.has(`${id} ${path}`))) return [];
    const until = windowOf(calendar, "nomination")?.endsAt ?? null;
    return [{ matter: "call", roundId: id, round: title, count: 0, path: paths.nominationNew(id), until }];
  });
}
