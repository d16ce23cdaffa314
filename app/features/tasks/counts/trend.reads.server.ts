import { and, asc, gt, inArray, lte } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { taskUpdates } from "#db/schema.server";
import { calendarOf } from "~/features/holidays/reads.server";
import { addDays, type Day } from "~/web/time";
import { countsOf } from "../counts.rules";
import { coloursOf } from "../plan-colour.rules";
import { blockedOn, blocksOf, inDrives, type Plan, type PlanTask } from "../plan.reads.server";
import type { TaskFacts } from "../rules";

export interface TrendPoint {
  /** In the evening of this day; the last one is the plan's own. */
  on: Day;
  done: number;
  red: number;
  total: number;
}

/** A plan's figures at the end of each of the last weeks, oldest first; each is what `findPlan` says of that day. */
export async function findTrend(db: Reader, { plan, weeks }: { plan: Plan; weeks: number }): Promise<TrendPoint[]> {
  const days = Array.from({ length: weeks }, (_, n) => addDays(plan.today, -7 * (weeks - n)));
  const stood = await standingsSince(db, plan, days[0] as Day);
  const blocks = await blocksOf(db);
  const around = {
    calendar: await calendarOf(db),
    predecessors: plan.predecessors,
    campaignMode: await inDrives(db, plan.tasks),
  };
  const pointOf = (shown: Pick<Plan, "tasks" | "rolled" | "colours" | "today">): TrendPoint => {
    const { done, red, total } = countsOf(shown);
    return { on: shown.today, done, red, total };
  };
  const past = days.map((today) => {
    const tasks = plan.tasks.flatMap((task) => stood(task, today) ?? []);
    const colours = coloursOf(tasks, { ...around, today, blocked: blockedOn(blocks, today) });
    return pointOf({ tasks, colours, rolled: new Map(), today });
  });
  return [...past, pointOf(plan)];
}

interface Told {
  on: Day;
  facts: TaskFacts;
  /** The task with these facts, made once for all the days on which they were the last. */
  task?: PlanTask;
}

/** How each task stood on a day not before `first`; null: it was not written yet. What nobody touched since stands as it does. */
async function standingsSince(db: Reader, { tasks, today }: Plan, first: Day) {
  const ids = tasks.map(({ id }) => id);
  // A short list narrows the search; a long one would only be most of the table.
  const ours = ids.length <= 1000 ? inArray(taskUpdates.taskId, ids) : undefined;
  const told = { taskId: taskUpdates.taskId, on: taskUpdates.on, facts: taskUpdates.facts };
  const since = and(ours, gt(taskUpdates.on, first), lte(taskUpdates.on, today));
  const inOrder = [asc(taskUpdates.at), asc(taskUpdates.id)];
  const touched = db.select({ id: taskUpdates.taskId }).from(taskUpdates).where(since);
  const earlier = and(ours, lte(taskUpdates.on, first), inArray(taskUpdates.taskId, touched));
  const stories = new Map<string, Told[]>();
  for (const when of [earlier, since])
    for (const { taskId, on, facts } of await db
      .select(told)
      .from(taskUpdates)
      .where(when)
      .orderBy(...inOrder)) {
      const story = stories.get(taskId as string) ?? [];
      story.push({ on, facts });
      stories.set(taskId as string, story);
    }
  return (task: PlanTask, day: Day): PlanTask | null => {
    const story = stories.get(task.id);
    if (!story) return task;
    const last = story.findLast(({ on }) => on <= day);
    if (!last) return null;
    last.task ??= { ...task, ...last.facts };
    return last.task;
  };
}
