import { and, eq, inArray, ne, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { people, tasks, taskUnits, units } from "#db/schema.server";
import { type Act, type Actor, covers, reachOf } from "~/features/accounts/rules";
import { within } from "~/features/units/reads.server";

/** What one person may do to one task. `manage`: it is their plan; `do`: their unit leads it; `accept`: their unit appraises it. */
export interface TaskAccess {
  manage: boolean;
  do: boolean;
  accept: boolean;
}

const unitsIn = (db: Reader, actor: Actor, act: Act) =>
  db
    .select({ id: units.id })
    .from(units)
    .where(within(units.path, reachOf(actor, act)));

/**
 * The condition that a task is this person's to see: of their plans, or led, coordinated or appraised by their units, or
 * on themselves. Drafts are seen by those who manage or oversee the plan. Undefined where everything is.
 */
export function taskSight(db: Reader, actor: Actor): SQL | undefined {
  if (reachOf(actor, "everything.read").all || reachOf(actor, "tasks.manage").all) return undefined;
  const doing = unitsIn(db, actor, "tasks.do");
  const own = db.select({ id: people.id }).from(people).where(eq(people.email, actor.email));
  const coordinating = db.select({ id: taskUnits.taskId }).from(taskUnits).where(inArray(taskUnits.unitId, doing));
  return or(
    inArray(tasks.ownerUnitId, unitsIn(db, actor, "tasks.manage")),
    inArray(tasks.ownerUnitId, unitsIn(db, actor, "everything.read")),
    and(
      ne(tasks.state, "draft"),
      or(
        inArray(tasks.leadUnitId, doing),
        inArray(tasks.appraiserUnitId, unitsIn(db, actor, "tasks.accept")),
        inArray(tasks.id, coordinating),
        inArray(tasks.responsibleId, own),
      ),
    ),
  );
}

interface Placed {
  ownerPath: string;
  leadPath: string | null;
  appraiserPath: string | null;
  responsibleEmail: string | null;
}

/** What the actor may do to a task whose units stand at these paths. */
export const accessTo = (
  actor: Actor,
  { ownerPath, leadPath, appraiserPath, responsibleEmail }: Placed,
): TaskAccess => ({
  manage: covers(reachOf(actor, "tasks.manage"), ownerPath),
  do:
    (leadPath !== null && covers(reachOf(actor, "tasks.do"), leadPath)) ||
    (responsibleEmail !== null && responsibleEmail === actor.email),
  accept: appraiserPath !== null && covers(reachOf(actor, "tasks.accept"), appraiserPath),
});
