import { read } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { silentDays } from "~/features/tasks/colour.rules";
import { seesTasksOf } from "~/features/tasks/counts/heads.reads.server";
import { tasksWithUnit } from "~/features/tasks/counts/reads.server";
import { lastWord } from "~/features/tasks/counts/rules";
import { countedTasks, countsOf } from "~/features/tasks/counts.rules";
import { findPlan, type PlanTask } from "~/features/tasks/plan.reads.server";
import { taskSight } from "~/features/tasks/sight.reads.server";
import { findUnit, holdersOf } from "~/features/units/reads.server";
import { isHeld } from "~/features/units/rules";

export const unitViews = ["led", "coordinated", "appraised"] as const;
export type UnitView = (typeof unitViews)[number];

/** A unit's tasks as far as this person sees them; null when there is no such unit. */
export async function loadUnitTasks({
  actor,
  unitId,
  view,
  now,
}: {
  actor: Actor;
  unitId: string;
  view: UnitView;
  now: Date;
}) {
  const unit = await findUnit(read, { unitId });
  if (!unit) return null;
  const plan = await findPlan(read, { actor, now });
  const counted = countedTasks(plan);
  const takesPart = await tasksWithUnit(read, { unitId });
  const lists: Record<UnitView, PlanTask[]> = {
    led: counted.filter(({ leadUnitId }) => leadUnitId === unitId),
    coordinated: counted.filter(({ id }) => takesPart.has(id)),
    appraised: counted.filter(({ appraiserUnitId }) => appraiserUnitId === unitId),
  };
  const led = lists.led;
  const counts = countsOf({ ...plan, tasks: led.map((task) => ({ ...task, parentId: null })) });
  const heads = (await holdersOf(read, { unitId })).filter(({ duty }) => duty === "head");
  const head = heads.find((one) => isHeld(one, plan.today)) ?? null;
  return {
    ...{ unit: { id: unit.id, name: unit.name }, view, counts },
    partial: taskSight(read, actor) !== undefined,
    toAccept: lists.appraised.filter(({ state }) => state === "submitted").length,
    sizes: { led: led.length, coordinated: lists.coordinated.length, appraised: lists.appraised.length },
    mayOpenHeads: seesTasksOf(actor, unit.path) || led.length > 0,
    lastWord: lastWord(led, plan.today),
    head: head && shown(head),
    earlier: heads.filter((one) => one.heldTo !== null && one.heldTo < plan.today).map(shown),
    rows: lists[view].map(({ id, code, title, state, dueOn, duePrecision, ...task }) => ({
      ...{ id, code, title, state, dueOn, duePrecision, coloured: plan.colours.get(id) ?? null },
      silent: silentDays({ ...task, state, dueOn }, plan.today),
    })),
  };
}

const shown = ({ personId, fullName, title, heldFrom, heldTo }: Awaited<ReturnType<typeof holdersOf>>[number]) => ({
  ...{ personId, fullName, title, heldFrom, heldTo },
});
