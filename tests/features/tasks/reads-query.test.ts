import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { paperAsked } from "~/features/tasks/counts/paper.reads.server";
import { keptFilters } from "~/features/tasks/list/filters.reads.server";
import { taskIds } from "~/features/tasks/list/ids.reads.server";
import { builtInViews, parseTaskQuery, taskAddress } from "~/features/tasks/query.rules";
import { listTasks } from "~/features/tasks/list/reads.server";
import { saveFilter } from "~/features/tasks/list/writes.server";
import { cancelTask, carryOver } from "~/features/tasks/end.writes.server";
import { submitTask } from "~/features/tasks/hand-in.writes.server";
import { receiveTask } from "~/features/tasks/step.writes.server";
import { columnsOf } from "~/features/tasks/views/board.rules";
import { findViewPlan } from "~/features/tasks/views/reads.server";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";
import { makeGroup, makeProvince, makeTask, prove } from "../../kit/tasks";

useDatabase();

/** Two groups, a split task, a late one, one that waits, a draft without a unit, one cancelled and one carried over. */
async function plan() {
  const at = await makeProvince();
  const [first, second] = [await makeGroup(at, "Hạ tầng số"), await makeGroup(at, "Xã hội số")];
  await makeGroup(at, "Kinh tế số");
  const whole = await makeTask(at, { title: "Việc lớn", parentId: first, dueOn: "2025-12-31", startsOn: "2025-08-31" });
  const part = await makeTask(at, { title: "Việc nhỏ", parentId: whole, dueOn: "2025-11-30", startsOn: "2025-08-31" });
  const late = await makeTask(at, { title: "Việc quá hạn", parentId: second, dueOn: "2025-08-20" });
  const waiting = await makeTask(at, { title: "Việc chờ duyệt", parentId: first, dueOn: "2025-10-10" });
  const draft = await makeTask(at, { title: "Việc nháp", draft: true, leadUnitId: null, responsibleId: null });
  const dropped = await makeTask(at, { title: "Việc hủy", parentId: second });
  const later = await makeTask(at, { title: "Việc chuyển kỳ", parentId: second });
  await transact((tx) => receiveTask(tx, { taskId: part, actor: at.doer, now }));
  await prove(at, waiting);
  await transact((tx) => submitTask(tx, { taskId: waiting, actor: at.doer, now, statement: "Đã xong" }));
  const act = { actor: at.organizer, now, reason: "Chờ vốn" };
  await transact((tx) => cancelTask(tx, { ...act, taskId: dropped }));
  await transact((tx) => carryOver(tx, { ...act, taskId: later, dueOn: "2026-03-31", duePrecision: "quarter" }));
  return { at, first, second, whole, part, late, waiting, draft, dropped, later };
}

const queryOf = (address: string) => parseTaskQuery(new URLSearchParams(address));

const above = (path: string) => path.split("/").filter(Boolean).slice(0, -1);

/** Without what stands there only for the sake of a task of the list below it. */
function standing(rows: { id: string; path: string; isGroup: boolean }[], list: readonly string[]): string[] {
  const carriers = new Set(rows.filter(({ id }) => list.includes(id)).flatMap(({ path }) => above(path)));
  const own = rows.filter(({ id, isGroup }) => !isGroup && (list.includes(id) || !carriers.has(id)));
  return own.map(({ id }) => id).sort();
}

/** The ids that each view shows for one address. */
async function shown(actor: Actor, address: string) {
  const query = queryOf(address);
  const params = new URLSearchParams(address);
  const list = (await taskIds(read, { query, actor, now })).sort();
  const printed = (await listTasks(read, { query, actor, now, size: 1000 })).rows.map(({ id }) => id).sort();
  const { tasks, colours } = await findViewPlan(read, { actor, now, query });
  const meant = tasks.filter((task) => task.meant);
  const paper = await paperAsked(read, { actor, params, now, locale: "vi" });
  const cards = tasks.map((task) => ({ ...task, groupId: null, colour: colours.get(task.id)?.colour ?? "none" }));
  const onBoard = columnsOf(cards, "state").flatMap((column) => column.cards.map(({ id }) => id));
  // A whole is shown by its parts.
  const wholes = new Set(meant.flatMap(({ path }) => above(path)));
  return {
    list,
    printed,
    views: meant.map(({ id }) => id).sort(),
    board: [...onBoard, ...list.filter((id) => wholes.has(id))].sort(),
    timeline: standing(tasks, list),
    paper: standing(paper.tasks, list),
  };
}

test("the same address gives the same tasks on list, paper, board, timeline, calendar and in the exports", async () => {
  const made = await plan();
  const { at, first, second } = made;
  const views = builtInViews(true).map((view) => taskAddress(view).slice(1));
  const addresses = [
    ...["", "state=open", "state=doing", "state=done", "state=ended", "state=any", "state=draft", "state=cancelled"],
    ...["colour=red", "colour=green", "colour=none", "q=viec+nho", "due=2025-Q4", "priority=normal", "additional=on"],
    ...[`group=${first}`, `group=${second}&state=any`, "group=none", `unit=${at.health.id}`, `unit=${at.province.id}`],
    ...[`unit=${at.province.id}&alone=on`, "unit=none", `owner=${at.province.id}`, "owner=nobody", "campaign=none"],
    ...views,
  ];
  for (const actor of [at.organizer, at.doer, at.appraiser, at.stranger])
    for (const address of addresses) {
      const { list, ...others } = await shown(actor, address);
      expect([address, others]).toEqual([
        address,
        { printed: list, views: list, board: list, timeline: list, paper: list },
      ]);
    }
});

test("what has ended, what has no unit and what a unit leads itself are found where they are asked for", async () => {
  const { at, late, draft, dropped, later, whole, part, waiting } = await plan();
  const found = async (address: string) => (await shown(at.organizer, address)).views;
  const next = (await found("")).filter((id) => ![whole, part, late, waiting, draft].includes(id));
  expect(next).toHaveLength(1);
  expect(await found("state=ended")).toEqual([dropped, later].sort());
  expect(await found("state=any")).toEqual([whole, part, late, waiting, draft, dropped, later, ...next].sort());
  expect(await found("state=doing")).toEqual([part]);
  expect(await found("unit=none")).toEqual([draft]);
  expect(await found("group=none")).toEqual([draft]);
  expect([await found(`unit=${at.province.id}&alone=on`), (await found(`unit=${at.province.id}`)).length]).toEqual([
    [],
    5,
  ]);
});

test("a filter kept under a name means the same on every view", async () => {
  const { at, late } = await plan();
  const query = taskAddress(queryOf("only=late&sort=-due"));
  await transact((tx) => saveFilter(tx, { name: "Quá hạn", query, replace: false, actor: at.organizer, now }));
  const [kept] = await keptFilters(read, { actor: at.organizer });
  const { list, views, board, paper } = await shown(at.organizer, kept?.query.slice(1) ?? "");
  expect([list, views, board, paper]).toEqual(Array(4).fill([late]));
});
