import { eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks } from "#db/schema.server";
import { isSilent } from "~/features/tasks/colour.rules";
import { countedTasks, countsOf } from "~/features/tasks/counts.rules";
import { asPlanTask, planColumns, withFigures } from "~/features/tasks/plan.reads.server";
import { inTreeOrder } from "~/features/tasks/tree.rules";
import { dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import { type EligibilityRule, type Finding, findingsOf, type UnitStanding } from "./eligibility.rules";

/** How a unit stands with the tasks it leads on the day of `now`, counted as the plan's own pages count them. */
export async function standingOf(db: Reader, { unitId, now }: { unitId: string; now: Date }): Promise<UnitStanding> {
  const zone = zoneOf();
  const today = dayOf(now, zone);
  const rows = await db.select(planColumns).from(tasks).where(eq(tasks.leadUnitId, unitId));
  const ordered = inTreeOrder(rows.map((row) => asPlanTask(row, zone)));
  const plan = await withFigures(db, ordered, { predecessors: [], today });
  const { done, total } = countsOf(plan);
  const counted = countedTasks(plan);
  return {
    ...{ done, total },
    overdue: counted.filter(({ id }) => plan.colours.get(id)?.reasons.some(({ why }) => why === "overdue")).length,
    silent: counted.filter((task) => isSilent(task, today, { campaignMode: false })).length,
  };
}

/** The rules of a round that the nominee's unit does not meet now; a nominee outside the tree meets all. */
export async function findingsFor(
  db: Reader,
  { rules, unitId, now }: { rules: readonly EligibilityRule[]; unitId: string | null; now: Date },
): Promise<Finding[]> {
  if (rules.length === 0 || unitId === null) return [];
  return findingsOf(rules, await standingOf(db, { unitId, now }));
}
