import { insertMany, type Reader, read, transact } from "../../db/client.server";
import { newId } from "../../db/dialect/ids";
import { campaigns, tasks, taskUpdates } from "../../db/schema.server";
import { leadUnits } from "../../app/features/tasks/counts/reads.server";
import { planAsked } from "../../app/features/tasks/counts/asked.reads.server";
import { findTrend } from "../../app/features/tasks/counts/trend.reads.server";
import type { TaskFacts, TaskState } from "../../app/features/tasks/rules";
import { addDays, dayOf, defaultZone } from "../../app/web/time";
import { makeUnit } from "../kit/makers";
import { atMost, type Figure, inTurn, micro, size } from "./kit";
import { makeProvince, type Province, signIn } from "./province";
import { type Ask, expectOnly, load, startProduct } from "./servers";

/** P16: the dashboard of 10,000 tasks in 300 units, beside one of 1,000: its time, and how often it asks the database. */
export async function counting(): Promise<Figure[]> {
  const province = await makeProvince();
  const units = await transact(async (tx) => {
    const made: string[] = [];
    for (let n = 1; n <= 300; n += 1) made.push((await makeUnit(tx, { name: `Xã số ${n}`, kind: "commune" })).id);
    return made;
  });
  const many = await campaignWith(units, 10_000);
  const few = await campaignWith(units, 1000);
  const asks = { many: await queriesOf(province, many), few: await queriesOf(province, few) };
  const cookie = await signIn(province);
  const product = await startProduct(province.folder);
  const count = size(10, 4);
  const cpuOn = (campaignId: string) => async () => {
    const ask: Ask = { path: `/tasks/dashboard?campaign=${campaignId}`, headers: { cookie } };
    const { cpu, statuses } = await load(product, { count, atOnce: 2, ask: () => ask });
    expectOnly(statuses, [200], "The dashboard");
    return cpu / count;
  };
  try {
    const { ours, theirs, ratio } = await inTurn(size(5, 3), cpuOn(many), cpuOn(few));
    const what = "of the dashboard of 10,000 tasks in 300 units, beside one of 1,000";
    return [
      { name: "P16", what: `CPU ${what}`, ours: micro(ours), reference: micro(theirs), ratio, target: atMost(10) },
      {
        ...{ name: "P16", what: `Queries ${what}`, ours: String(asks.many), reference: String(asks.few) },
        ...{ ratio: asks.many / asks.few, target: atMost(1) },
      },
    ];
  } finally {
    await product.stop();
    await province.remove();
  }
}

/** How many statements the figures of a page take. */
async function queriesOf({ organizer }: Province, campaignId: string): Promise<number> {
  let asked = 0;
  const counting: Reader = new Proxy(read, {
    get(target, name) {
      if (name === "select" || name === "selectDistinct") asked += 1;
      return Reflect.get(target, name);
    },
  });
  const params = new URLSearchParams({ campaign: campaignId });
  const { plan } = await planAsked(counting, { actor: organizer, params, now: new Date() });
  await leadUnits(counting, { plan, days: 7 });
  await findTrend(counting, { plan, weeks: 8 });
  return asked;
}

const states: TaskState[] = ["assigned", "in-progress", "submitted", "completed"];

function campaignWith(units: string[], count: number): Promise<string> {
  const now = new Date();
  const today = dayOf(now, defaultZone);
  return transact(async (tx) => {
    const id = newId();
    const ownerUnitId = units[0] as string;
    const written = { createdAt: now, updatedAt: now };
    const title = { vi: `Chiến dịch ${count} nhiệm vụ` };
    await tx.insert(campaigns).values({
      ...{
        id,
        slug: `tasks-${count}`,
        kind: "national-day",
        state: "running",
        ownerUnitId,
        title,
        search: "",
        ...written,
      },
      startsOn: addDays(today, -90),
    });
    const groups = Array.from({ length: 10 }, () => newId());
    const rows: (typeof tasks.$inferInsert)[] = groups.map((groupId, sort) => ({
      ...{
        id: groupId,
        title: `Nhóm ${sort + 1}`,
        isGroup: true,
        path: `/${groupId}/`,
        sort,
        campaignId: id,
        ownerUnitId,
      },
      ...{ coordinatingGroups: [], search: "", ...written },
    }));
    for (let n = 0; n < count; n += 1) {
      const [taskId, parentId] = [newId(), groups[n % 10] as string];
      const state = states[n % 4] as TaskState;
      const [startsOn, dueOn] = [addDays(today, -60 + (n % 30)), addDays(today, -20 + (n % 90))];
      rows.push({
        ...{ id: taskId, title: `Nhiệm vụ ${n + 1}`, parentId, path: `/${parentId}/${taskId}/`, sort: 10 + n },
        ...{ campaignId: id, ownerUnitId, leadUnitId: units[n % units.length], appraiserUnitId: ownerUnitId, state },
        ...{ startsOn, dueOn, progress: n % 90, submittedOn: n % 4 > 1 ? addDays(today, -10) : null, reportedAt: now },
        ...{ coordinatingGroups: [], search: "", ...written },
      });
    }
    await insertMany(tx, tasks, rows);
    const facts = (row: (typeof rows)[number], state: TaskState): TaskFacts => ({
      ...{ state, progress: row.progress ?? null, startsOn: row.startsOn ?? null, dueOn: row.dueOn ?? null },
      ...{ calendar: "all", weight: 1, critical: false, parentId: row.parentId ?? null },
      ...{ leadUnitId: row.leadUnitId ?? null, submittedOn: null, acceptedOn: null, updatedOn: null },
    });
    const told = rows.slice(10).flatMap((row) =>
      [-70, -14].map((days, index) => ({
        ...{ taskId: row.id as string, at: new Date(now.getTime() + days * 86_400_000), on: addDays(today, days) },
        ...{ kind: "changed" as const, byName: "Vũ Thị Thuỷ", changes: [] },
        facts: facts(row, index === 0 ? "assigned" : (row.state as TaskState)),
      })),
    );
    await insertMany(tx, taskUpdates, told);
    return id;
  });
}
