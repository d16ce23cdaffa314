import { read } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { calendarOf } from "~/features/holidays/reads.server";
import { overdueDays, waitingDays } from "~/features/tasks/colour.rules";
import { planAsked } from "~/features/tasks/counts/asked.reads.server";
import { documentNames, unitNames } from "~/features/tasks/counts/reads.server";
import { rankUnits, unitSortAsked } from "~/features/tasks/counts/rules";
import { findTrend } from "~/features/tasks/counts/trend.reads.server";
import {
  countedTasks,
  countPeriods,
  countsBy,
  countsOf,
  dueCounts,
  headline,
  noCounts,
  pillarOf,
  pillarsOf,
  wholeProgress,
} from "~/features/tasks/counts.rules";
import type { Plan, PlanTask } from "~/features/tasks/plan.reads.server";
import { shareOf, shownPercent } from "~/features/tasks/progress.rules";
import { compareDays } from "~/web/time";

const most = { red: 10, waiting: 5, units: 20, weeks: 8 };

/** All that the dashboard shows of the scope and the day that an address asks for. */
export async function loadDashboard({ actor, params, now }: { actor: Actor; params: URLSearchParams; now: Date }) {
  const { choices, scope, asked, plan } = await planAsked(read, { actor, params, now });
  const sort = unitSortAsked(params);
  const units = await byUnit(plan);
  return {
    ...{ scope, asked, choices, sort },
    today: plan.today,
    headline: headline(plan),
    all: countsOf(plan),
    whole: percents(wholeProgress(plan)),
    groups: byGroup(plan),
    documents: await byDocument(plan),
    unitCount: units.length,
    units: rankUnits(units, sort).slice(0, most.units),
    periods: countPeriods.map((period) => ({ period, ...dueCounts(plan, period) })),
    ...(await wrongIn(plan)),
    trend: await findTrend(read, { plan, weeks: most.weeks }),
  };
}
export type DashboardData = Awaited<ReturnType<typeof loadDashboard>>;

const percents = ({ progress, expected }: { progress: number | null; expected: number | null }) => ({
  progress: shownPercent(progress),
  expected: shownPercent(expected),
});

/** The pillars in the order of the plan, and what stands outside them. */
function byGroup(plan: Plan) {
  const groupOf = pillarOf(plan);
  const counts = countsBy(plan, ({ id }) => groupOf.get(id) ?? "");
  const rows = pillarsOf(plan).map(({ id, code, title }) => ({
    ...{ id, code, title, counts: counts.get(id) ?? noCounts() },
    ...percents(plan.rolled.get(id) ?? { progress: null, expected: null }),
    coloured: plan.colours.get(id) ?? null,
  }));
  const loose = counts.get("");
  return rows.length && loose
    ? [...rows, { id: "", code: "", title: "", counts: loose, progress: null, expected: null, coloured: null }]
    : rows;
}

async function byDocument(plan: Plan) {
  const counts = countsBy(plan, ({ documentId }) => documentId ?? "");
  const named = await documentNames(read, [...counts.keys()].filter(Boolean));
  return [...named, { id: "", number: "", abstract: "" }].flatMap(({ id, number, abstract }) => {
    const found = counts.get(id);
    return found ? [{ id, number, abstract, counts: found }] : [];
  });
}

async function byUnit(plan: Plan) {
  const counts = countsBy(plan, ({ leadUnitId }) => leadUnitId ?? "");
  const named = await unitNames(read, [...counts.keys()].filter(Boolean));
  return [...named, { id: "", name: "", shortName: "" }].flatMap(({ id, name }) => {
    const found = counts.get(id);
    return found ? [{ id, name, counts: found, share: shareOf(found.done, found.total) }] : [];
  });
}

/** The red tasks, the longest overdue first, and what has lain longest with its appraiser. */
async function wrongIn(plan: Plan) {
  const when = { today: plan.today, calendar: await calendarOf(read) };
  const counted = countedTasks(plan);
  const red = counted
    .filter(({ id }) => plan.colours.get(id)?.colour === "red")
    .sort((a, b) => overdueDays(b, plan.today) - overdueDays(a, plan.today) || a.sort - b.sort);
  const waiting = counted
    .filter(({ state }) => state === "submitted")
    .map((task) => ({ task, days: waitingDays(task, when) }))
    .sort((a, b) => b.days - a.days || compareDays(a.task.submittedOn ?? "", b.task.submittedOn ?? ""));
  const shownRed = red.slice(0, most.red);
  const shownWaiting = waiting.slice(0, most.waiting);
  const ids = [...shownRed.map((task) => task.leadUnitId), ...shownWaiting.map(({ task }) => task.appraiserUnitId)];
  const names = new Map(
    (
      await unitNames(
        read,
        ids.flatMap((id) => id ?? []),
      )
    ).map((unit) => [unit.id, unit.name]),
  );
  const line = ({ id, code, title, dueOn, duePrecision }: PlanTask, unitId: string | null) => ({
    ...{ id, code, title, dueOn, duePrecision, coloured: plan.colours.get(id) ?? null },
    unit: (unitId && names.get(unitId)) || "",
  });
  return {
    red: { count: red.length, rows: shownRed.map((task) => line(task, task.leadUnitId)) },
    waiting: shownWaiting.map(({ task, days }) => ({ ...line(task, task.appraiserUnitId), days })),
  };
}
