import { read } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { clocksOf } from "~/features/tasks/clocks.rules";
import { overdueDays } from "~/features/tasks/colour.rules";
import { pushSuccessors } from "~/features/tasks/graph.rules";
import { figuresOf } from "~/features/tasks/list/part.reads.server";
import { askingOf } from "~/features/tasks/condition.reads.server";
import { actsOn, nextActOn } from "~/features/tasks/next.rules";
import { expectedProgress } from "~/features/tasks/progress.rules";
import {
  accountableOn,
  coordinatingUnits,
  evidenceOf,
  relationsOf,
  submissionsOf,
  type Task,
  tasksAbove,
  tasksBelow,
  updatesOf,
} from "~/features/tasks/reads.server";
import { isWithDoer } from "~/features/tasks/rules";
import { mayAssign } from "~/features/tasks/state.rules";
import { standingOf } from "~/features/tasks/standing.reads.server";
import {
  carriedLinks,
  conclusionsBehind,
  difficultiesOf,
  namesOf,
  officeCalendar,
} from "~/features/tasks/story.reads.server";
import { findUnit } from "~/features/units/reads.server";
import type { Locale } from "~/web/i18n";
import { dayOf, daysBetween } from "~/web/time";
import { zoneOf } from "~/web/zone.server";

interface Asked {
  task: Task;
  actor: Actor;
  now: Date;
  locale: Locale;
}

/** All that the page of a task or a group tells this person. */
export async function loadTask({ task, actor, now, locale }: Asked) {
  const asked = { taskId: task.id, actor };
  const [above, below, relations, standing, figures] = await Promise.all([
    tasksAbove(read, task),
    tasksBelow(read, asked),
    relationsOf(read, asked),
    standingOf(read, { task, actor }),
    figuresAround(task, actor, now),
  ]);
  const near = [task, ...relations.before, ...relations.after];
  const edges = [
    ...relations.before.map(({ id }) => ({ taskId: task.id, predecessorId: id })),
    ...relations.after.map(({ id }) => ({ taskId: id, predecessorId: task.id })),
  ];
  return {
    task: plain(task),
    above: above.map(({ id, code, title }) => ({ id, code, title })),
    parts: below.map((part) => ({ ...part, ...figures.of(part.id) })),
    figures: figures.own,
    today: figures.today,
    relations,
    tooEarly: pushSuccessors(near, edges).filter(({ taskId }) => taskId === task.id),
    next: nextActOn(standing),
    acts: actsOn(standing),
    ownWork: task.access.accept && standing.ownWork,
    gathered: standing.gathered,
    missing: task.access.manage && task.state === "draft" && !task.isGroup ? mayAssign(task) : null,
    who: await whoOf(task, figures.today),
    proof: await proofOf(task, figures.today),
    difficulties: await difficultiesOf(read, asked),
    carried: await carriedLinks(read, { task, actor }),
    conclusions: await conclusionsBehind(read, asked),
    ...(await historyOf(task, { actor, locale })),
  };
}

const plain = ({ search: _, press: __, path: ___, ...task }: Task) => task;

/** Progress and colour of the task and its parts, as every list shows them. */
async function figuresAround(task: Task, actor: Actor, now: Date) {
  const plan = await figuresOf(read, [task.id], await askingOf(read, { actor, now }));
  const rows = new Map(plan.tasks.map((row) => [row.id, row]));
  const of = (id: string) => ({
    rolled: plan.rolled.get(id) ?? null,
    coloured: plan.colours.get(id) ?? null,
    duePrecision: rows.get(id)?.duePrecision ?? "day",
  });
  const row = rows.get(task.id);
  return {
    today: plan.today,
    of,
    own: {
      ...of(task.id),
      expected: row ? expectedProgress(row, plan.today, await officeCalendar(read)) : null,
      left: task.dueOn && isWithDoer(task.state) ? daysBetween(plan.today, task.dueOn) : null,
      late: row ? overdueDays(row, plan.today) : 0,
    },
  };
}

/** The accountable head today and, where it was another, on the day of the assignment; and who helps. */
async function whoOf(task: Task, today: string) {
  const assignedOn = task.assignedAt ? dayOf(task.assignedAt, zoneOf()) : null;
  const unitId = task.accountableUnitId ?? task.leadUnitId;
  const [unit, head, then, coordinating] = await Promise.all([
    unitId ? findUnit(read, { unitId }) : null,
    accountableOn(read, { task, on: today }),
    assignedOn ? accountableOn(read, { task, on: assignedOn }) : null,
    coordinatingUnits(read, { taskId: task.id }),
  ]);
  const named = (one: typeof head) => one && { personId: one.personId, fullName: one.fullName, title: one.title };
  // Of the lead unit, the head's own title tells.
  const other = unit && unit.id !== task.leadUnitId ? unit.name : null;
  return { accountableUnit: other, head: named(head), headThen: named(then), assignedOn, coordinating };
}

/** Submissions, the newest first, each with its evidence and both clocks; and what is gathered for the next. */
async function proofOf(task: Task, today: string) {
  const [submissions, pieces, calendar] = await Promise.all([
    submissionsOf(read, { taskId: task.id }),
    evidenceOf(read, { taskId: task.id }),
    officeCalendar(read),
  ]);
  const zone = zoneOf();
  const oldestFirst = [...submissions].reverse();
  const clocks = clocksOf(
    oldestFirst.map(({ submittedOn, decidedAt }) => ({ submittedOn, decidedOn: decidedAt && dayOf(decidedAt, zone) })),
    { assignedOn: task.assignedAt && dayOf(task.assignedAt, zone), today, calendar },
  );
  const shown = pieces.map(({ evidence, file }) => ({
    ...evidence,
    file: file && { name: file.name, size: file.size },
  }));
  return {
    submissions: oldestFirst
      .map((one, at) => ({
        ...one,
        no: at + 1,
        clocks: clocks[at] ?? { doerDays: 0, appraiserDays: 0 },
        pieces: shown.filter(({ submissionId }) => submissionId === one.id),
      }))
      .reverse(),
    gathered: shown.filter(({ submissionId }) => submissionId === null),
  };
}

async function historyOf(task: Task, { actor, locale }: { actor: Actor; locale: Locale }) {
  const updates = await updatesOf(read, { taskId: task.id });
  const ids = updates.flatMap(({ changes }) =>
    changes.flatMap(({ from, to }) => [...from.split(", "), ...to.split(", ")]),
  );
  const names = await namesOf(read, { ids: ids.filter((id) => /^[\w-]{36}$/.test(id)), actor, locale });
  return {
    names,
    history: updates.map(({ id, at, kind, byName, note, health, changes, facts }) => ({
      ...{ id, at, kind, byName, note, health, changes },
      progress: kind === "reported" ? facts.progress : null,
    })),
  };
}
