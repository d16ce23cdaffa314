import { eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { people, tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { type Campaign, findCampaignFor } from "~/features/campaigns/reads.server";
import { unitsByIds } from "~/features/units/reads.server";
import { askingOf } from "../condition.reads.server";
import { tasksMeant } from "../meant.reads.server";
import { findPlan, type Plan, type PlanTask } from "../plan.reads.server";
import { isWhole, type TaskQuery } from "../query.rules";
import { accessTo, type TaskAccess } from "../sight.reads.server";
import { withAbove } from "../tree.rules";

/** A task with what the views show beside it. */
export interface ViewTask extends PlanTask {
  leadName: string;
  /** Tasks above it in the tree. */
  level: number;
  /** The query means it; what it does not mean stands here for what is below it. */
  meant: boolean;
  isParent: boolean;
  access: TaskAccess;
  updatedAt: Date;
}

export interface ViewPlan extends Omit<Plan, "tasks"> {
  /** What the query means, with the groups and tasks above it; figures are those of the whole. */
  tasks: ViewTask[];
  /** The campaign asked for, or the only one that all of these tasks are of. */
  campaign: Campaign | null;
}

/** The plan as one view shows it: what a query means of it, with names and rights. */
export async function findViewPlan(
  db: Reader,
  { actor, now, query }: { actor: Actor; now: Date; query: TaskQuery },
): Promise<ViewPlan> {
  const plan = await findPlan(db, { actor, now });
  const asking = await askingOf(db, { actor, now });
  const meant = await tasksMeant(db, { plan, query, asking });
  const shown = withAbove(plan.tasks, { meant, groups: isWhole(query) });
  const units = await unitsByIds(
    db,
    shown.flatMap(({ ownerUnitId, leadUnitId, appraiserUnitId }) =>
      [ownerUnitId, leadUnitId, appraiserUnitId].filter((id) => id !== null),
    ),
  );
  const beside = await besideTasks(db, shown);
  // A task is split here only by parts that are meant too: without them it stands for itself.
  const parents = new Set(shown.flatMap(({ id, path }) => path.split("/").filter((above) => above !== id)));
  const levels = new Map<string, number>();
  const path = (unitId: string | null) => (unitId ? (units.get(unitId)?.path ?? null) : null);
  const named = shown.map((task): ViewTask => {
    const level = task.parentId === null ? 0 : (levels.get(task.parentId) ?? -1) + 1;
    levels.set(task.id, level);
    const lead = task.leadUnitId ? units.get(task.leadUnitId) : undefined;
    const { email, updatedAt } = beside.get(task.id) ?? { email: null, updatedAt: now };
    return {
      ...task,
      leadName: lead ? lead.shortName || lead.name : "",
      level,
      meant: meant.has(task.id),
      isParent: task.isGroup || parents.has(task.id),
      access: accessTo(actor, {
        ownerPath: path(task.ownerUnitId) ?? "",
        leadPath: path(task.leadUnitId),
        appraiserPath: path(task.appraiserUnitId),
        responsibleEmail: email,
      }),
      updatedAt,
    };
  });
  return { ...plan, tasks: named, campaign: await campaignOf(db, { actor, query, tasks: named }) };
}

async function besideTasks(db: Reader, rows: readonly PlanTask[]) {
  const found = new Map<string, { email: string | null; updatedAt: Date }>();
  for (let at = 0; at < rows.length; at += 500) {
    const ids = rows.slice(at, at + 500).map(({ id }) => id);
    const some = await db
      .select({ id: tasks.id, updatedAt: tasks.updatedAt, email: people.email })
      .from(tasks)
      .leftJoin(people, eq(people.id, tasks.responsibleId))
      .where(inArray(tasks.id, ids));
    for (const { id, ...row } of some) found.set(id, row);
  }
  return found;
}

async function campaignOf(
  db: Reader,
  { actor, query, tasks }: { actor: Actor; query: TaskQuery; tasks: readonly ViewTask[] },
): Promise<Campaign | null> {
  const ids = new Set(tasks.filter(({ isGroup }) => !isGroup).map(({ campaignId }) => campaignId));
  const [only] = ids;
  const campaignId = query.campaignId || (ids.size === 1 ? (only ?? "") : "");
  return campaignId ? await findCampaignFor(db, { campaignId, actor }) : null;
}
