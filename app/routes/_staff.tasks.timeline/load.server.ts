import { read } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { listHolidays } from "~/features/holidays/reads.server";
import { calendarOf } from "~/features/holidays/rules";
import { findMove, tooEarlyAround } from "~/features/tasks/dates.reads.server";
import { pushSuccessors } from "~/features/tasks/graph.rules";
import { shownPercent } from "~/features/tasks/progress.rules";
import type { TaskQuery } from "~/features/tasks/query.rules";
import { isOpen } from "~/features/tasks/rules";
import { findViewPlan } from "~/features/tasks/views/reads.server";
import { restOf, scaleOf, spansBelow, type Zoom } from "~/features/tasks/views/timeline.rules";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";

interface Asked {
  actor: Actor;
  now: Date;
  query: TaskQuery;
  zoom: Zoom;
  locale: Locale;
  /** The press that has just moved something, or "". */
  moved: string;
}

/** All that the picture is drawn from. */
export async function loadTimeline({ actor, now, query, zoom, locale, moved }: Asked) {
  const plan = await findViewPlan(read, { actor, now, query });
  const { tasks, campaign, today } = plan;
  const spans = spansBelow(tasks);
  const rows = tasks.map((task) => {
    const { id, code, title, isGroup, isParent, level, leadName, state, access, updatedAt } = task;
    const { startsOn, dueOn, duePrecision, baselineStartsOn, baselineDueOn } = task;
    const rolled = plan.rolled.get(id);
    const coloured = plan.colours.get(id);
    return {
      ...{ id, code, title, isGroup, isParent, level, leadName },
      ...{ startsOn, dueOn, duePrecision, baselineStartsOn, baselineDueOn },
      below: spans.get(id) ?? null,
      percent: shownPercent(rolled?.progress ?? null),
      done: rolled?.done ?? 0,
      total: rolled?.total ?? 0,
      colour: coloured?.colour ?? ("none" as const),
      reason: coloured?.reasons[0] ?? null,
      movable: access.manage && !isGroup && (isOpen(state) || state === "draft"),
      seen: updatedAt.getTime(),
    };
  });
  const phases = (campaign?.phases ?? []).map(({ id, title, startsOn, endsOn }) => ({
    id,
    title: inLanguage(title, locale),
    startsOn,
    endsOn: endsOn ?? campaign?.endsOn ?? startsOn,
  }));
  const milestones = (campaign?.milestones ?? []).map(({ id, title, dueOn, doneOn }) => ({
    id,
    title: inLanguage(title, locale),
    dueOn,
    done: doneOn !== null,
  }));
  const dates = tasks.flatMap((task) => [task.startsOn, task.dueOn, task.baselineStartsOn, task.baselineDueOn]);
  const framed = phases.flatMap((phase) => [phase.startsOn, phase.endsOn]);
  const scale = scaleOf(zoom, [...dates, ...framed, ...milestones.map(({ dueOn }) => dueOn)], today);
  const shown = new Set(tasks.map(({ id }) => id));
  const edges = plan.predecessors.filter(({ taskId, predecessorId }) => shown.has(taskId) && shown.has(predecessorId));
  return {
    ...{ rows, phases, milestones, scale, today, edges },
    early: pushSuccessors(tasks, edges).map(({ taskId, predecessorId }) => ({ taskId, predecessorId })),
    rest: zoom === "weeks" ? restOf(scale, calendarOf(await listHolidays(read))) : [],
    told: moved ? await lastMove({ batchId: moved, actor, now }) : null,
  };
}

/** What a press has moved, while it can be taken back. */
async function lastMove({ batchId, actor, now }: { batchId: string; actor: Actor; now: Date }) {
  const batch = await findMove(read, { batchId, actor });
  if (!batch || batch.undoneAt) return null;
  const taskIds = batch.before.map(({ taskId }) => taskId);
  const early = await tooEarlyAround(read, { taskIds, actor, now });
  return {
    batchId,
    taskIds,
    early: early.slice(0, 5),
    mayPush: early.some((pair) => taskIds.includes(pair.predecessorId)),
  };
}

export type Timeline = Awaited<ReturnType<typeof loadTimeline>>;
export type GanttRow = Timeline["rows"][number];
