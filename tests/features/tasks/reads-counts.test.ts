import { expect, test } from "vitest";
import { read, transact } from "../../../db/client.server";
import { findHead } from "../../../app/features/tasks/counts/heads.reads.server";
import { scopeChoices, unitNames } from "../../../app/features/tasks/counts/reads.server";
import { findTrend } from "../../../app/features/tasks/counts/trend.reads.server";
import { countsOf, headline } from "../../../app/features/tasks/counts.rules";
import { findPlan } from "../../../app/features/tasks/plan.reads.server";
import { cancelTask } from "../../../app/features/tasks/end.writes.server";
import { reportProgress } from "../../../app/features/tasks/step.writes.server";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";
import { makeReportPlan } from "../../kit/report-plan";
import { makeProvince, makeTask } from "../../kit/tasks";

useDatabase();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test("the report's plan is 28 of 47, and 56.15 % when its groups weigh equally", async () => {
  const at = await makeProvince();
  await makeReportPlan(at);
  const plan = await findPlan(read, { actor: at.organizer, now: later(3) });
  expect(headline(plan)).toEqual({ done: 28, total: 47, share: 59.57, equal: 56.15 });
  expect(headline(await findPlan(read, { actor: at.organizer, now: later(3), on: "2025-09-02" })).done).toBe(0);
  expect(headline(await findPlan(read, { actor: at.organizer, now: later(3), on: "2025-09-03" })).done).toBe(28);
});

test("each week of the trend is what the plan of that day says", async () => {
  const at = await makeProvince();
  const [, , first, second] = await makeReportPlan(at);
  const silent = await makeTask(at, { title: "Chưa ai đụng đến", at: later(10) });
  await transact(async (tx) => {
    const said = { actor: at.doer, now: later(20), progress: 90, health: null, note: "" };
    await reportProgress(tx, { ...said, taskId: silent });
    await cancelTask(tx, { taskId: first as string, actor: at.organizer, now: later(12), reason: "Trùng" });
    await cancelTask(tx, { taskId: second as string, actor: at.organizer, now: later(1), reason: "Trùng" });
  });
  for (const on of [undefined, "2025-09-24"]) {
    const asked = { actor: at.organizer, now: later(33) };
    const trend = await findTrend(read, { plan: await findPlan(read, { ...asked, on }), weeks: 6 });
    const days = [];
    for (const point of trend) {
      const plan = await findPlan(read, { ...asked, on: point.on });
      const { done, red, total } = countsOf(plan);
      days.push({ on: point.on, done, red, total });
    }
    expect(trend).toEqual(days);
    expect(trend.at(-1)?.on).toBe(on ?? "2025-10-04");
    expect(trend.map(({ total }) => total)).toContain(0);
    expect(new Set(trend.map(({ red }) => red)).size).toBeGreaterThan(1);
  }
});

test("a person chooses only among what they see tasks of", async () => {
  const at = await makeProvince();
  await makeTask(at);
  const names = async (actor = at.organizer) => (await scopeChoices(read, { actor })).owners.map(({ name }) => name);
  expect(await names()).toEqual(["UBND tỉnh Lam Giang"]);
  expect(await names(at.stranger)).toEqual([]);
  expect((await unitNames(read, [at.health.id, at.office.id])).map(({ name }) => name)).toEqual([
    "Sở Y tế",
    "Văn phòng UBND tỉnh",
  ]);
});

test("a person's positions are shown where the unit's tasks, or one of them, may be seen, and nowhere else", async () => {
  const at = await makeProvince();
  const positions = async (actor = at.organizer, unitIds: string[] = []) =>
    (await findHead(read, { personId: at.person.id, actor, unitIds: new Set(unitIds) }))?.positions.map(
      ({ unitName }) => unitName,
    ) ?? null;
  expect([
    await positions(),
    await positions(at.doer),
    await positions(at.stranger),
    await positions(at.stranger, [at.office.id]),
    await positions(at.appraiser, [at.health.id]),
  ]).toEqual([["Sở Y tế"], ["Sở Y tế"], null, null, ["Sở Y tế"]]);
});
