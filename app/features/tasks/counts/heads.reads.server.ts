import { count, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { holdings, people, taskSubmissions, tasks, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { compareDays, dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import { countedTasks } from "../counts.rules";
import type { Plan, PlanTask } from "../plan.reads.server";
import type { AnsweredTask } from "./heads.rules";

/** The counted tasks of a plan with whose head answers for each, and how often each came back. Two queries. */
export async function answeredTasks(
  db: Reader,
  plan: Plan,
): Promise<(PlanTask & AnsweredTask & { returned: number })[]> {
  const rows = await db
    .select({ id: tasks.id, unitId: tasks.accountableUnitId, assignedAt: tasks.assignedAt })
    .from(tasks)
    .where(eq(tasks.isGroup, false));
  const known = new Map(rows.map((row) => [row.id, row]));
  const back = await db
    .select({ taskId: taskSubmissions.taskId, times: count() })
    .from(taskSubmissions)
    .where(eq(taskSubmissions.outcome, "returned"))
    .groupBy(taskSubmissions.taskId);
  const returned = new Map(back.map(({ taskId, times }) => [taskId as string, times]));
  return countedTasks(plan).map((task) => {
    const row = known.get(task.id);
    return {
      ...task,
      answersUnitId: row?.unitId ?? task.leadUnitId,
      assignedOn: row?.assignedAt ? dayOf(row.assignedAt, zoneOf()) : null,
      returned: returned.get(task.id) ?? 0,
    };
  });
}

const termColumns = {
  holdingId: holdings.id,
  personId: people.id,
  fullName: people.fullName,
  title: holdings.title,
  duty: holdings.duty,
  heldFrom: holdings.heldFrom,
  heldTo: holdings.heldTo,
  unitId: units.id,
  unitName: units.name,
  unitPath: units.path,
};

const termsWith = (db: Reader) =>
  db
    .select(termColumns)
    .from(holdings)
    .innerJoin(people, eq(people.id, holdings.personId))
    .innerJoin(units, eq(units.id, holdings.unitId));

/** Everyone who heads or headed a unit, with their terms. */
export const headTerms = (db: Reader) => termsWith(db).where(eq(holdings.duty, "head"));

/** Whether all that a unit leads is the actor's to see; of other units they see single tasks, or none. */
export const seesTasksOf = (actor: Actor, unitPath: string): boolean =>
  (["everything.read", "tasks.manage", "tasks.do"] as const).some((act) => may(actor, act, unitPath));

/**
 * A person with their positions in units whose tasks the actor may see, the newest first; `unitIds` are the units of the
 * single tasks that they see. Null when there is no such person, or no such position.
 */
export async function findHead(
  db: Reader,
  { personId, actor, unitIds }: { personId: string; actor: Actor; unitIds: ReadonlySet<string> },
) {
  const [person] = await db
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return null;
  const positions = (await termsWith(db).where(eq(people.id, personId)))
    .filter(({ unitId, unitPath }) => seesTasksOf(actor, unitPath) || unitIds.has(unitId))
    .sort((a, b) => compareDays(b.heldFrom, a.heldFrom));
  return positions.length > 0 ? { ...person, positions } : null;
}
