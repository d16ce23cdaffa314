import { and, asc, eq, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { people, tasks, taskUnits, units } from "#db/schema.server";
import type { Plan, PlanTask } from "../plan.reads.server";
import type { UnitGroup } from "../rules";
import { unitNames } from "./reads.server";

/** A task as a sheet of paper names it. */
export interface DetailedTask extends PlanTask {
  clause: string;
  lead: string;
  /** Groups first, then units named themselves. */
  coordinatingGroups: UnitGroup[];
  coordinating: string[];
  responsible: string;
  product: string;
  description: string;
  predecessorIds: string[];
}

/** The tasks of a plan with all their names, in its order. Three queries whatever the size. */
export async function detailedTasks(db: Reader, plan: Plan): Promise<DetailedTask[]> {
  const rows = await db
    .select({
      id: tasks.id,
      clause: tasks.clause,
      product: tasks.product,
      description: tasks.description,
      coordinatingGroups: tasks.coordinatingGroups,
      responsible: people.fullName,
    })
    .from(tasks)
    .leftJoin(people, eq(people.id, tasks.responsibleId));
  const known = new Map(rows.map((row) => [row.id, row]));
  const others = await db
    .select({ taskId: taskUnits.taskId, name: units.name })
    .from(taskUnits)
    .innerJoin(units, eq(units.id, taskUnits.unitId))
    .where(and(isNull(taskUnits.viaGroup)))
    .orderBy(asc(units.search));
  const takingPart = new Map<string, string[]>();
  for (const { taskId, name } of others)
    takingPart.set(taskId as string, [...(takingPart.get(taskId as string) ?? []), name]);
  const leads = await unitNames(
    db,
    plan.tasks.flatMap(({ leadUnitId }) => leadUnitId ?? []),
  );
  const nameOf = new Map(leads.map(({ id, name }) => [id, name]));
  const before = new Map<string, string[]>();
  for (const { taskId, predecessorId } of plan.predecessors)
    before.set(taskId, [...(before.get(taskId) ?? []), predecessorId]);
  return plan.tasks.map((task) => {
    const row = known.get(task.id);
    return {
      ...task,
      clause: row?.clause ?? "",
      lead: (task.leadUnitId && nameOf.get(task.leadUnitId)) || "",
      coordinatingGroups: row?.coordinatingGroups ?? [],
      coordinating: takingPart.get(task.id) ?? [],
      responsible: row?.responsible ?? "",
      product: row?.product ?? "",
      description: row?.description ?? "",
      predecessorIds: before.get(task.id) ?? [],
    };
  });
}
