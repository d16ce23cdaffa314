import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findTaskFor } from "../../app/features/tasks/reads.server";
import { paths } from "../../app/web/paths";
import { closeDatabase, openDatabase, read } from "../../db/client.server";
import { signedIn } from "../kit/signed-in";
import { type Browser, type Site, startSite } from "../kit/site";
import { makeProvince, makeTask, type Province } from "../kit/tasks";

let site: Site;
let at: Province;
let organizer: Browser;
let doer: Browser;
let ids: string[];

beforeAll(async () => {
  site = await startSite({ TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  at = await makeProvince();
  ids = [
    await makeTask(at, { title: "Sổ sức khỏe điện tử" }),
    await makeTask(at, { title: "Bệnh án điện tử", startsOn: "2030-01-02", dueOn: "2030-06-30" }),
    await makeTask(at, { title: "Đường truyền số liệu", priority: "urgent" }),
  ];
  await makeTask(at, {
    title: "Bí mật của văn phòng",
    leadUnitId: at.office.id,
    draft: true,
    responsibleId: null,
    appraiserUnitId: at.health.id,
  });
  organizer = await signedIn(site, at.organizer);
  doer = await signedIn(site, at.doer);
}, 180_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

const text = (html: string) =>
  html
    .replace(/<script.*?<\/script>/gs, "")
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const rowsIn = (html: string) =>
  [...html.matchAll(/data-task="[^"]+" title="([^"]+)"/g)].map(([, title]) => title ?? "").sort();
const hidden = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, "g"))].map(([, value]) => value ?? "");
const dueOf = async (id: string) => (await findTaskFor(read, { taskId: id, actor: at.organizer }))?.dueOn;

describe("the list of tasks", () => {
  test("shows each person what they may see, and finds without accents", async () => {
    expect(rowsIn((await organizer.get(paths.tasks)).text)).toHaveLength(4);
    const own = (await doer.get(paths.tasks)).text;
    expect(rowsIn(own)).toEqual(["Bệnh án điện tử", "Sổ sức khỏe điện tử", "Đường truyền số liệu"].sort());
    expect(own).not.toContain("Bí mật");
    expect(own).not.toContain('name="task"');
    expect(rowsIn((await organizer.get(`${paths.tasks}?q=duong+truyen`)).text)).toEqual(["Đường truyền số liệu"]);
    expect(text((await organizer.get(`${paths.tasks}?q=khong+co`)).text)).toContain("Không có nhiệm vụ nào khớp");
  });

  test("keeps a filter under a name, asks before it replaces one, and takes it away", async () => {
    const keep = (query: string, more = {}) =>
      organizer.post(`${paths.tasks}?index`, { do: "keep", name: "Việc gấp", query, ...more });
    expect((await keep("?priority=urgent")).status).toBe(303);
    const shown = (await organizer.get(paths.tasks)).text;
    expect(shown).toContain('href="/tasks?priority=urgent"');
    expect((await doer.get(paths.tasks)).text).not.toContain("Việc gấp");
    const taken = await keep("?priority=high");
    expect(taken.status).toBe(422);
    expect(text(taken.text)).toContain("Đã có bộ lọc tên này");
    expect((await keep("?priority=high", { replace: "on" })).status).toBe(303);
    const replaced = (await organizer.get(paths.tasks)).text;
    expect(replaced).toContain('href="/tasks?priority=high"');
    const [filterId = ""] = hidden(replaced, "filterId");
    expect((await doer.post(`${paths.tasks}?index`, { do: "forget", filterId })).status).toBe(404);
    expect((await organizer.post(`${paths.tasks}?index`, { do: "forget", filterId })).status).toBe(303);
    expect((await organizer.get(paths.tasks)).text).not.toContain('href="/tasks?priority=high"');
  });
});

describe("many tasks at once", () => {
  const start = async (act: string, who = organizer) => {
    const ticked = ids.map((id): [string, string] => ["task", id]);
    return await who.post(paths.taskBulk, [...ticked, ["act", act], ["query", "?q=dien"]]);
  };

  test("are previewed, changed by one press, and put back, except what somebody changed since", async () => {
    const asked = await start("due");
    expect(asked.status).toBe(200);
    const rows = hidden(asked.text, "row");
    expect(rows).toHaveLength(3);
    const under = rows.map((row): [string, string] => ["row", row]);
    const step = (more: Record<string, string>) =>
      organizer.post(paths.taskBulk, [...under, ["act", "due"], ["query", "?q=dien"], ...Object.entries(more)]);
    const wrong = await step({ do: "try", value: "ngày mai" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Chưa hiểu thời hạn này");
    expect(hidden(wrong.text, "row")).toEqual(rows);
    const previewed = await step({ do: "try", value: "tháng 12/2025" });
    expect(text(previewed.text)).toContain("2 trong 3 nhiệm vụ sẽ thay đổi");
    expect(text(previewed.text)).toContain("Thời hạn sớm hơn ngày bắt đầu.");
    expect(await dueOf(ids[0] ?? "")).toBe("2025-09-14");
    const [press = ""] = hidden(previewed.text, "press");
    const apply = () => step({ do: "apply", value: "tháng 12/2025", press });
    const [once, twice] = [await apply(), await apply()];
    expect([once.status, twice.status, twice.to]).toEqual([303, 303, once.to]);
    expect(text((await organizer.get(once.to)).text)).toContain("Đã sửa 2 nhiệm vụ.");
    expect((await doer.get(once.to)).status).toBe(404);
    expect(await Promise.all(ids.map(dueOf))).toEqual(["2025-12-31", "2030-06-30", "2025-12-31"]);
    expect((await doer.post(paths.taskBulk, { do: "undo", press })).status).toBe(403);
    const undone = await organizer.post(paths.taskBulk, { do: "undo", press, query: "?q=dien" });
    expect(undone.to).toBe("/tasks?q=dien");
    expect(await Promise.all(ids.map(dueOf))).toEqual(["2025-09-14", "2030-06-30", "2025-09-14"]);
  });

  test("are for those who keep the plan", async () => {
    expect((await start("due", doer)).status).toBe(403);
    expect(text((await organizer.get(paths.taskBulk)).text)).toContain("Chưa chọn nhiệm vụ nào");
    expect((await organizer.get(`${paths.taskBulk}?done=nothing`)).status).toBe(404);
    expect((await organizer.post(paths.taskBulk, { act: "due" })).to).toBe(paths.tasks);
  });
});
