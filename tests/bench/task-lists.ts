import { rmSync } from "node:fs";
import { filterChoices } from "../../app/features/tasks/list/choices.reads.server";
import { parseTaskQuery } from "../../app/features/tasks/query.rules";
import { askingOf } from "../../app/features/tasks/condition.reads.server";
import { countCircles } from "../../app/features/tasks/list/circles.reads.server";
import { listTasks } from "../../app/features/tasks/list/reads.server";
import { closeDatabase, insertMany, read, type Reader, transact } from "../../db/client.server";
import { newId } from "../../db/dialect/ids";
import { people, tasks, units } from "../../db/schema.server";
import { fold } from "../../app/web/text";
import { addDays } from "../../app/web/time";
import { makeUnit } from "../kit/makers";
import { atMost, type Figure, inTurn, micro, size } from "./kit";
import { makeProvince, type Province, signIn } from "./province";
import { type Ask, expectOnly, load, startProduct } from "./servers";

/** P15: the first page of a plan of 10,000 tasks in 300 units, beside a plan of 100 tasks in as many units. */
export async function taskLists(): Promise<Figure[]> {
  const many = await served(10_000);
  const few = await served(100);
  const count = size(40, 20);
  const cpuOn =
    ({ product, cookie }: Awaited<ReturnType<typeof served>>) =>
    async () => {
      const ask: Ask = { path: "/tasks", headers: { cookie } };
      const { cpu, statuses } = await load(product, { count, atOnce: 2, ask: () => ask });
      expectOnly(statuses, [200], "The list of tasks");
      return cpu / count;
    };
  try {
    const { ours, theirs, ratio } = await inTurn(size(5, 3), cpuOn(many), cpuOn(few));
    const what = `CPU of a page of 10,000 tasks in 300 units (${many.queries} queries), beside 100 tasks (${few.queries})`;
    return [{ name: "P15", what, ours: micro(ours), reference: micro(theirs), ratio, target: atMost(1.5) }];
  } finally {
    await Promise.all([many.product.stop(), few.product.stop()]);
    await Promise.all([many.remove(), few.remove()]);
  }
}

/** A plan in a province of its own, served by a process of its own. */
async function served(count: number) {
  const province = await makeProvince();
  await makePlan(count);
  const cookie = await signIn(province);
  const queries = await countQueries(province);
  // The next province opens its own database in this process.
  await closeDatabase();
  const product = await startProduct(province.folder);
  const remove = async () => rmSync(province.folder, { recursive: true, force: true });
  return { product, cookie, queries, remove };
}

/** How many queries the page of the list takes. */
async function countQueries({ organizer: actor }: Province): Promise<number> {
  let queries = 0;
  const counting: Reader = new Proxy(read, {
    get(target, name) {
      if (name === "select" || name === "selectDistinct") queries += 1;
      return Reflect.get(target, name);
    },
  });
  const now = new Date();
  await listTasks(counting, { query: parseTaskQuery(new URLSearchParams()), actor, now });
  await countCircles(counting, await askingOf(counting, { actor, now }));
  await filterChoices(counting, { actor, locale: "vi" });
  return queries;
}

const titles = [
  "Hoàn thành số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
  "Tổ chức tuyên truyền, hướng dẫn người dân cài đặt và sử dụng ứng dụng định danh điện tử",
  "Nâng cấp hạ tầng mạng, đường truyền số liệu chuyên dùng đến cấp xã",
  "Triển khai sổ sức khỏe điện tử trên ứng dụng VNeID cho người dân trên địa bàn",
];
const states = ["assigned", "received", "in-progress", "submitted", "returned", "completed", "draft"] as const;

/** A plan of a province: twelve pillars, tasks led by 300 units in turn, a tenth of them split into two parts. */
export async function makePlan(count: number) {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  return await transact(async (tx) => {
    const province = await makeUnit(tx, { name: "UBND tỉnh Lam Giang", kind: "province" });
    const leads = Array.from({ length: 300 }, (_, n) => {
      const id = newId();
      const name = n < 20 ? `Sở thứ ${n + 1}` : `Xã thứ ${n - 19}`;
      const kind = n < 20 ? ("department" as const) : ("commune" as const);
      return {
        id,
        name,
        kind,
        search: fold(name),
        createdAt: now,
        parentId: province.id,
        path: `${province.path}${id}/`,
      };
    });
    await insertMany(tx, units, leads);
    const persons = leads.map(({ id }, n) => ({
      id,
      fullName: `Nguyễn Văn Người ${n}`,
      search: fold(`Nguyễn Văn Người ${n}`),
      createdAt: now,
    }));
    await insertMany(tx, people, persons);
    const base = { ownerUnitId: province.id, coordinatingGroups: [], createdAt: now, updatedAt: now };
    const pillars = Array.from({ length: 12 }, (_, n) => {
      const [id, title] = [newId(), `Trụ cột ${n + 1}: phát triển hạ tầng và dữ liệu số`];
      return {
        ...base,
        id,
        title,
        code: String.fromCharCode(65 + n),
        isGroup: true,
        path: `/${id}/`,
        sort: n + 1,
        search: fold(title),
      };
    });
    const rows = Array.from({ length: count }, (_, n) => {
      const id = newId();
      const pillar = pillars[n % pillars.length] as (typeof pillars)[number];
      const title = `${titles[n % titles.length]} (đợt ${n + 1})`;
      const state = states[n % states.length] as (typeof states)[number];
      return {
        ...base,
        ...{
          id,
          title,
          state,
          code: `${pillar.code}${n}`,
          parentId: pillar.id as string,
          path: `${pillar.path}${id}/`,
        },
        ...{ sort: n, search: fold(`${pillar.code}${n} ${title}`), progress: state === "draft" ? null : (n * 7) % 100 },
        ...{ leadUnitId: leads[n % 300]?.id, appraiserUnitId: province.id, responsibleId: persons[n % 300]?.id },
        ...{ startsOn: addDays(today, -40 + (n % 30)), dueOn: addDays(today, -10 + (n % 60)), reportedAt: now },
        submittedOn: state === "submitted" || state === "completed" ? addDays(today, -2) : null,
      };
    });
    // Every tenth is a part of the one before it.
    for (const [n, row] of rows.entries()) {
      const whole = rows[n - 12];
      if (n % 10 !== 5 || !whole) continue;
      Object.assign(row, { parentId: whole.id, path: `${whole.path}${row.id}/` });
    }
    await insertMany(tx, tasks, [...pillars, ...rows]);
    return { province };
  });
}
