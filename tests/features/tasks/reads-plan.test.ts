import { expect, test } from "vitest";
import { read, transact } from "../../../db/client.server";
import { difficulties } from "../../../db/schema.server";
import { findPlan } from "../../../app/features/tasks/plan.reads.server";
import { acceptTask } from "../../../app/features/tasks/decide.writes.server";
import { submitTask } from "../../../app/features/tasks/hand-in.writes.server";
import { reportProgress } from "../../../app/features/tasks/step.writes.server";
import type { Actor } from "../../../app/features/accounts/rules";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";
import { makeGroup, makeProvince, makeTask, prove, type Province } from "../../kit/tasks";

useDatabase();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function finish(at: Province, taskId: string, when: Date) {
  await prove(at, taskId, when);
  await transact((tx) => submitTask(tx, { taskId, actor: at.doer, now: when, statement: "Xong" }));
  await transact((tx) => acceptTask(tx, { taskId, actor: at.appraiser, now: when, basically: false, reason: "" }));
}

/** Each line of the plan: title, done of total, progress, colour. */
async function seen(actor: Actor, when: Date, on?: string) {
  const plan = await findPlan(read, { actor, now: when, on });
  return plan.tasks.map((task) => {
    const rolled = plan.rolled.get(task.id);
    return [task.title, `${rolled?.done}/${rolled?.total}`, rolled?.progress, plan.colours.get(task.id)?.colour];
  });
}

test("a plan counts what the person sees, in its order, and past days as they stood", async () => {
  const at = await makeProvince();
  const [first, second] = [await makeGroup(at, "Nhóm A"), await makeGroup(at, "Nhóm B")];
  await makeGroup(at, "Nhóm trống");
  const done = await makeTask(at, { title: "Xong", parentId: first });
  const late = await makeTask(at, { title: "Muộn", parentId: second });
  await makeTask(at, { title: "Nháp", parentId: second, draft: true });
  await finish(at, done, later(2));
  await transact((tx) =>
    reportProgress(tx, { taskId: late, actor: at.doer, now: later(3), progress: 40, health: null, note: "" }),
  );
  expect(await seen(at.organizer, later(15))).toEqual([
    ["Nhóm A", "1/1", 100, "done-on-time"],
    ["Xong", "1/1", 100, "done-on-time"],
    ["Nhóm B", "0/1", 40, "red"],
    ["Muộn", "0/1", 40, "red"],
    ["Nháp", "0/0", null, "none"],
    ["Nhóm trống", "0/0", null, "no-data"],
  ]);
  expect(await seen(at.doer, later(15))).toEqual([
    ["Nhóm A", "1/1", 100, "done-on-time"],
    ["Xong", "1/1", 100, "done-on-time"],
    ["Nhóm B", "0/1", 40, "red"],
    ["Muộn", "0/1", 40, "red"],
  ]);
  expect(await seen(at.stranger, later(15))).toEqual([]);
  expect((await seen(at.organizer, later(15), "2025-09-02")).map(([title, count]) => [title, count])).toEqual([
    ["Nhóm A", "0/1"],
    ["Xong", "0/1"],
    ["Nhóm B", "0/1"],
    ["Muộn", "0/1"],
    ["Nháp", "0/0"],
    ["Nhóm trống", "0/0"],
  ]);
  expect(await seen(at.organizer, later(15), "2025-08-31")).toEqual([]);
});

test("an open difficulty colours the task it blocks, until it is closed", async () => {
  const at = await makeProvince();
  const taskId = await makeTask(at, { startsOn: "2025-09-01", dueOn: "2025-12-31" });
  const colour = async (when: Date, on?: string) => (await seen(at.organizer, when, on))[0]?.[3];
  expect(await colour(later(1))).toBe("green");
  await transact((tx) =>
    tx.insert(difficulties).values({
      ...{ title: "Chưa có vốn", category: "money", taskId, blocks: true, search: "chua co von" },
      ...{ proposerUnitId: at.health.id, openedAt: later(1), openedOn: "2025-09-02", updatedAt: later(1) },
    }),
  );
  expect(await colour(later(1))).toBe("red");
  await transact((tx) => tx.update(difficulties).set({ resolverUnitId: at.office.id }));
  expect(await colour(later(1))).toBe("amber");
  await transact((tx) => tx.update(difficulties).set({ closedOn: "2025-09-04", state: "resolved" }));
  expect([await colour(later(4)), await colour(later(4), "2025-09-03")]).toEqual(["green", "amber"]);
});
