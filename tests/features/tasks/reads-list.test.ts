import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { taskPredecessors } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { figuresOf } from "~/features/tasks/list/part.reads.server";
import { isInPlanOrder, parseTaskQuery, taskAddress } from "~/features/tasks/query.rules";
import { countCircles } from "~/features/tasks/list/circles.reads.server";
import { taskIds } from "~/features/tasks/list/ids.reads.server";
import { listTasks } from "~/features/tasks/list/reads.server";
import { searchTasks } from "~/features/tasks/list/search.reads.server";
import { askingOf } from "~/features/tasks/condition.reads.server";
import { findPlan } from "~/features/tasks/plan.reads.server";
import { cancelTask, carryOver } from "~/features/tasks/end.writes.server";
import { submitTask } from "~/features/tasks/hand-in.writes.server";
import { receiveTask } from "~/features/tasks/step.writes.server";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";
import { makeGroup, makeProvince, makeTask, prove } from "../../kit/tasks";

useDatabase();

const queryOf = (address: string) => parseTaskQuery(new URLSearchParams(address));
const list = (actor: Actor, address = "", size?: number) =>
  listTasks(read, { query: queryOf(address), actor, now, size });
const titles = async (actor: Actor, address = "") => (await list(actor, address)).rows.map(({ title }) => title);

/** Two pillars, one inside the other's plan; a split task; one of another unit; one late; one that waits for the office. */
async function story() {
  const at = await makeProvince();
  const [first, second] = [await makeGroup(at, "Hạ tầng số"), await makeGroup(at, "Xã hội số")];
  const empty = await makeGroup(at, "Kinh tế số");
  const late = await makeTask(at, { title: "Việc quá hạn", parentId: second, dueOn: "2025-08-20" });
  const whole = await makeTask(at, {
    title: "Việc lớn",
    code: "A1",
    parentId: first,
    dueOn: "2025-12-31",
    startsOn: "2025-08-31",
  });
  const part = await makeTask(at, { title: "Việc nhỏ", parentId: whole, dueOn: "2025-11-30", startsOn: "2025-08-31" });
  const waiting = await makeTask(at, {
    title: "Việc chờ duyệt",
    parentId: first,
    dueOn: "2025-10-10",
    priority: "urgent",
  });
  await makeTask(at, { title: "Việc nháp", draft: true, leadUnitId: at.commune.id, responsibleId: null, dueOn: null });
  await transact((tx) => receiveTask(tx, { taskId: part, actor: at.doer, now }));
  await prove(at, waiting);
  await transact((tx) => submitTask(tx, { taskId: waiting, actor: at.doer, now, statement: "Đã xong" }));
  return { at, first, second, empty, late, whole, part, waiting };
}

describe("the list of tasks", () => {
  test("stands in the order of the plan, each group with done of total, and the parts under their task", async () => {
    const { at } = await story();
    const { sections, rows, total } = await list(at.organizer);
    expect(sections?.map(({ group, rows, done, total }) => [group?.title ?? null, rows, done, total])).toEqual([
      ["Hạ tầng số", 2, 0, 2],
      ["Xã hội số", 1, 0, 1],
      ["Kinh tế số", 0, 0, 0],
      [null, 1, 0, 0],
    ]);
    expect(rows.map(({ title, depth }) => [title, depth])).toEqual([
      ["Việc lớn", 0],
      ["Việc nhỏ", 1],
      ["Việc chờ duyệt", 0],
      ["Việc quá hạn", 0],
      ["Việc nháp", 0],
    ]);
    expect(total).toBe(4);
  });

  test("goes on from page to page without losing or doubling a row", async () => {
    const { at } = await story();
    const pages = await Promise.all(["", "page=2", "page=3"].map((page) => list(at.organizer, page, 2)));
    expect(pages.map(({ rows }) => rows.map(({ title }) => title))).toEqual([
      ["Việc lớn", "Việc nhỏ", "Việc chờ duyệt"],
      ["Việc quá hạn", "Việc nháp"],
      [],
    ]);
    expect(pages[1]?.sections?.map(({ group, shown }) => [group?.title ?? null, shown])).toEqual([
      ["Xã hội số", 1],
      ["Kinh tế số", 0],
      [null, 1],
    ]);
  });

  test("says of every row what the whole plan says", async () => {
    const { at } = await story();
    for (const actor of [at.organizer, at.doer, at.appraiser]) {
      const plan = await findPlan(read, { actor, now });
      const { rows } = await list(actor);
      expect(rows.map(({ id, colour, progress }) => ({ id, colour, progress }))).toEqual(
        rows.map(({ id }) => ({ id, colour: plan.colours.get(id), progress: plan.rolled.get(id)?.progress })),
      );
      expect(rows.length).toBe(plan.tasks.filter(({ isGroup }) => !isGroup).length);
    }
  });

  test("says of a single task or group, read by itself, what the whole plan says", async () => {
    const { at, whole, late } = await story();
    await transact((tx) => tx.insert(taskPredecessors).values({ taskId: whole, predecessorId: late }));
    for (const actor of [at.organizer, at.doer, at.appraiser]) {
      const plan = await findPlan(read, { actor, now });
      expect(plan.tasks.some(({ isGroup }) => isGroup)).toBe(true);
      for (const { id } of plan.tasks) {
        const alone = await figuresOf(read, [id], await askingOf(read, { actor, now }));
        expect([alone.rolled.get(id), alone.colours.get(id)]).toEqual([plan.rolled.get(id), plan.colours.get(id)]);
      }
    }
  });

  test("shows a person only what is theirs to see, in whatever way it is asked for", async () => {
    const { at } = await story();
    const asked = ["", "q=viec", "sort=due", "colour=red", "only=late", "state=draft", `unit=${at.health.id}`];
    expect(await Promise.all(asked.map((address) => titles(at.stranger, address)))).toEqual(asked.map(() => []));
    expect(await titles(at.doer, "state=draft")).toEqual([]);
    expect(await searchTasks(read, { actor: at.stranger, term: "viec", limit: 9 })).toEqual([]);
    expect(await taskIds(read, { query: queryOf("q=viec"), actor: at.stranger, now })).toEqual([]);
  });

  test("finds by words without diacritics, code, state, unit, period, priority, group and colour", async () => {
    const { at, first } = await story();
    const found = async (address: string) => (await titles(at.organizer, address)).sort();
    expect({
      words: await found("q=qua+han"),
      code: await found("q=a1"),
      state: await found("state=received"),
      open: (await found("state=open")).length,
      unit: await found(`unit=${at.commune.id}`),
      above: (await found(`unit=${at.province.id}`)).length,
      period: await found("due=2025-Q4"),
      priority: await found("priority=urgent"),
      group: await found(`group=${first}`),
      red: await found("colour=red"),
    }).toEqual({
      words: ["Việc quá hạn"],
      code: ["Việc lớn"],
      state: ["Việc nhỏ"],
      open: 4,
      unit: ["Việc nháp"],
      above: 5,
      period: ["Việc chờ duyệt", "Việc lớn", "Việc nhỏ"],
      priority: ["Việc chờ duyệt"],
      group: ["Việc chờ duyệt", "Việc lớn", "Việc nhỏ"],
      red: ["Việc quá hạn"],
    });
  });

  test("sorts by deadline both ways, those without one last", async () => {
    const { at } = await story();
    const byDue = ["Việc quá hạn", "Việc chờ duyệt", "Việc nhỏ", "Việc lớn"];
    expect(await titles(at.organizer, "sort=due")).toEqual([...byDue, "Việc nháp"]);
    expect(await titles(at.organizer, "sort=-due")).toEqual([...byDue.reverse(), "Việc nháp"]);
  });

  test("hides what was cancelled or carried over until its state is asked for, and counts it nowhere", async () => {
    const at = await makeProvince();
    const [dropped, later] = [
      await makeTask(at, { title: "Việc hủy" }),
      await makeTask(at, { title: "Việc chuyển kỳ" }),
    ];
    await makeTask(at, { title: "Việc đang làm" });
    const act = { actor: at.organizer, now, reason: "Chờ vốn" };
    await transact((tx) => cancelTask(tx, { ...act, taskId: dropped }));
    await transact((tx) => carryOver(tx, { ...act, taskId: later, dueOn: "2026-03-31", duePrecision: "quarter" }));
    const ended = ["state=cancelled", "state=carried-over"];
    const shown = async (address: string) => (await list(at.organizer, address)).rows.map(({ id }) => id);
    expect(await Promise.all(ended.map(shown))).toEqual([[dropped], [later]]);
    // What was carried over goes on as a new task of the same name.
    const asked = ["", "sort=due", "q=viec", "colour=unplanned", `unit=${at.province.id}`];
    for (const address of asked) for (const id of [dropped, later]) expect(await shown(address)).not.toContain(id);
    expect((await titles(at.organizer)).sort()).toEqual(["Việc chuyển kỳ", "Việc đang làm"]);
    const { all } = await countCircles(read, await askingOf(read, { actor: at.organizer, now }));
    expect([all, (await list(at.organizer)).total]).toEqual([2, 2]);
  });

  test("counts what concerns a person as the filters find it", async () => {
    const { at } = await story();
    const counts = async (actor: Actor) => {
      const { all, late, waiting, "own-units": own } = await countCircles(read, await askingOf(read, { actor, now }));
      const found = [await titles(actor, "only=late"), await titles(actor, "only=waiting")];
      expect(found.map(({ length }) => length)).toEqual([late, waiting]);
      return { all, own, late, waiting };
    };
    expect([await counts(at.doer), await counts(at.appraiser), await counts(at.stranger)]).toEqual([
      { all: 4, own: 4, late: 1, waiting: 2 },
      { all: 4, own: 0, late: 1, waiting: 1 },
      { all: 0, own: 0, late: 0, waiting: 0 },
    ]);
  });
});

test("an address that is read and written again is the same, and what is unknown falls out of it", () => {
  const address = "?q=s%E1%BB%95&state=open&due=2025-Q3&only=mine&sort=-due&page=3";
  expect(taskAddress(queryOf(address))).toBe(address);
  expect(taskAddress(queryOf("state=lost&due=2025-13&unit=%25&sort=size&page=-1&colour=pink"))).toBe("");
  expect([
    isInPlanOrder(queryOf("group=g1")),
    isInPlanOrder(queryOf("q=a")),
    isInPlanOrder(queryOf("sort=due")),
  ]).toEqual([true, false, false]);
});
