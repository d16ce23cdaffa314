import { and, asc, desc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaigns, reviewRounds, reviewVerdicts, tasks, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { joined, lead, type Task, tasksWithNames } from "../reads.server";
import { isOpen, taskStates } from "../rules";
import { taskSight } from "../sight.reads.server";

export type Verdicts = typeof reviewVerdicts.$inferSelect;

const withNames = (db: Reader) =>
  db
    .select({
      round: reviewRounds,
      owner: { id: units.id, name: units.name, path: units.path },
      campaign: { id: campaigns.id, title: campaigns.title },
    })
    .from(reviewRounds)
    .innerJoin(units, eq(units.id, reviewRounds.ownerUnitId))
    .leftJoin(campaigns, eq(campaigns.id, reviewRounds.campaignId));

const named = ({ round, ...names }: Awaited<ReturnType<typeof withNames>>[number], actor: Actor) => ({
  ...round,
  ...names,
  mayManage: may(actor, "tasks.manage", names.owner.path),
});
export type Round = ReturnType<typeof named>;

const openStates = taskStates.filter(isOpen);

export interface ReviewedTask extends Task {
  verdict: Verdicts | null;
}

/** The tasks of a round as far as this person sees them: those that run, and those that were judged, in the plan's order. */
export async function tasksOfRound(
  db: Reader,
  { round, actor }: { round: Pick<Round, "id" | "ownerUnitId" | "campaignId">; actor: Actor },
): Promise<ReviewedTask[]> {
  const given = await db.select().from(reviewVerdicts).where(eq(reviewVerdicts.roundId, round.id));
  const byTask = new Map(given.map((one) => [one.taskId as string, one]));
  const judged = byTask.size > 0 ? inArray(tasks.id, [...byTask.keys()]) : undefined;
  const rows = await tasksWithNames(db)
    .where(
      and(
        eq(tasks.isGroup, false),
        eq(tasks.ownerUnitId, round.ownerUnitId),
        round.campaignId ? eq(tasks.campaignId, round.campaignId) : undefined,
        isNotNull(lead.id),
        or(inArray(tasks.state, openStates), judged),
        taskSight(db, actor),
      ),
    )
    .orderBy(asc(tasks.code), asc(tasks.sort), asc(tasks.id));
  return rows.map((row) => ({ ...joined(row, actor), verdict: byTask.get(row.task.id) ?? null }));
}

/** A round, when it is of a plan that this person keeps or oversees, or holds a task of theirs; null otherwise. */
export async function findRoundFor(
  db: Reader,
  { roundId, actor }: { roundId: string; actor: Actor },
): Promise<Round | null> {
  const [row] = await withNames(db).where(eq(reviewRounds.id, roundId));
  if (!row) return null;
  const round = named(row, actor);
  return (await isSeen(db, round, actor)) ? round : null;
}

async function isSeen(db: Reader, round: Round, actor: Actor): Promise<boolean> {
  if (round.mayManage || may(actor, "everything.read", round.owner.path)) return true;
  return (await tasksOfRound(db, { round, actor })).some((task) => task.access.do);
}

/** The rounds a person sees, open ones first, each with how far it is in what they see. */
export async function listRounds(db: Reader, { actor }: { actor: Actor }) {
  const rows = await withNames(db).orderBy(desc(reviewRounds.createdAt), asc(reviewRounds.id)).limit(100);
  const found = [];
  for (const row of rows) {
    const round = named(row, actor);
    const inRound = await tasksOfRound(db, { round, actor });
    const seen =
      round.mayManage || may(actor, "everything.read", round.owner.path) || inRound.some((task) => task.access.do);
    const reviewed = inRound.filter(({ verdict }) => verdict).length;
    if (seen) found.push({ ...round, reviewed, total: inRound.length });
  }
  return found.sort((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null));
}
