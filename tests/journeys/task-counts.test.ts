import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read, transact } from "../../db/client.server";
import { holdings, people } from "../../db/schema.server";
import { startSession } from "../../app/features/accounts/sign-in/writes.server";
import type { Actor } from "../../app/features/accounts/rules";
import { headline } from "../../app/features/tasks/counts.rules";
import { findPlan } from "../../app/features/tasks/plan.reads.server";
import { paths } from "../../app/web/paths";
import { newToken } from "../../app/web/secrets.server";
import { readSheet } from "../../app/web/sheet.server";
import { addDays, dayOf, formatDay } from "../../app/web/time";
import { dumpDatabase } from "../kit/dump";
import { makeReportPlan } from "../kit/report-plan";
import { type Browser, type Site, startSite } from "../kit/site";
import { makeProvince, type Province } from "../kit/tasks";
import { partOf } from "../kit/zip-part";

const day = 86_400_000;
const today = dayOf(new Date(), "Asia/Ho_Chi_Minh");
let site: Site;
let at: Province;
let organizer: Browser;
let doer: Browser;
let stranger: Browser;
let headId = "";

async function signedIn(who: Actor): Promise<Browser> {
  const browser = site.browser();
  const token = newToken();
  await transact((tx) =>
    startSession(tx, { userId: who.userId, token, device: "Chrome · Windows", oldSessionHash: null, now: new Date() }),
  );
  browser.cookies.set("tenten_session", token);
  return browser;
}

/** The words of a page, as a reader sees them. */
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

/** A file out of the product, by its bytes. */
async function fileAt(browser: Browser, path: string) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(`${site.origin}${path}`, { headers: { Cookie: cookie, "Accept-Language": "vi" } });
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

async function sheetsAt(browser: Browser, path: string) {
  const { bytes } = await fileAt(browser, path);
  const done = await readSheet(bytes, "tasks.xlsx");
  if (!done.ok) throw new Error(done.reason);
  return done.sheets;
}

beforeAll(async () => {
  site = await startSite();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  at = await makeProvince();
  const written = new Date(Date.now() - 20 * day);
  await makeReportPlan(at, { now: written, startsOn: addDays(today, -30), dueOn: addDays(today, -5) });
  headId = await transact(async (tx) => {
    const [person] = await tx
      .insert(people)
      .values({ fullName: "Nguyễn Thị Giám", search: "nguyen thi giam", createdAt: written })
      .returning();
    const id = (person as { id: string }).id;
    const held = { unitId: at.health.id, duty: "head", title: "Giám đốc Sở" } as const;
    await tx.insert(holdings).values({ ...held, personId: id, heldFrom: addDays(today, -400) });
    return id;
  });
  organizer = await signedIn(at.organizer);
  doer = await signedIn(at.doer);
  stranger = await signedIn(at.stranger);
}, 300_000);

afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

test("page, workbook and counts say the same: 28 of 47, by group, and with groups weighing equally", async () => {
  const figures = headline(await findPlan(read, { actor: at.organizer, now: new Date() }));
  expect(figures).toEqual({ done: 28, total: 47, share: 59.57, equal: 56.15 });
  const page = wordsOf((await organizer.get(paths.taskDashboard)).text);
  for (const said of [
    "28/47 · 59,57 %",
    "56,15 %",
    "11/11 · 100,00 %",
    "11/21 · 52,38 %",
    "5/9 · 55,56 %",
    "1/6 · 16,67 %",
  ])
    expect(page).toContain(said);
  const [list, counts] = await sheetsAt(organizer, paths.taskWorkbook);
  const groups = list?.rows.filter((row) => /^[IV]+$/.test(row[0] ?? "")).map((row) => row.at(-1));
  expect(groups).toEqual(["11/11", "11/21", "5/9", "1/6"]);
  expect(list?.rows.filter((row) => /^\d+$/.test(row[0] ?? ""))).toHaveLength(47);
  expect(counts?.rows.slice(-2).map((row) => row.slice(0, 4))).toEqual([
    ["Toàn bộ", "28", "47", "59,57%"],
    ["Các nhóm có tỷ trọng ngang nhau", "", "", "56,15%"],
  ]);
});

test("a past day is shown as it stood, and a day that is none says so beside the field", async () => {
  const past = addDays(today, -20);
  const page = wordsOf((await organizer.get(`${paths.taskDashboard}?on=${past}`)).text);
  expect(page).toContain(`Số liệu đến hết ngày ${formatDay(past)}`);
  expect(page).toContain("0/47 · 0,00 %");
  expect(wordsOf((await organizer.get(`${paths.taskDashboard}?on=31/02/2025`)).text)).toContain("Ngày này không có.");
  expect(wordsOf((await organizer.get(`${paths.taskDashboard}?on=2999-01-01`)).text)).toContain("Ngày này chưa đến");
});

test("a focal point of another unit sees nothing of theirs, on no page and in no file", async () => {
  for (const path of [paths.taskDashboard, paths.taskUnits, paths.unitTasks(at.health.id)]) {
    const mine = await doer.get(path);
    const theirs = await stranger.get(path);
    expect([mine.status, theirs.status], path).toEqual([200, 200]);
    expect(wordsOf(theirs.text), path).not.toMatch(/28\/47|Phát triển xã hội số/);
  }
  expect(wordsOf((await doer.get(paths.unitTasks(at.health.id))).text)).toContain("28/47 · 59,57 %");
  const [list] = await sheetsAt(stranger, paths.taskWorkbook);
  expect(JSON.stringify(list?.rows)).not.toContain("Phát triển");
  const year = Number(today.slice(0, 4));
  expect((await fileAt(stranger, paths.accountability(year))).status).toBe(403);
  expect((await doer.get(paths.headTasks(headId))).status).toBe(200);
  expect((await stranger.get(paths.headTasks(headId))).status).toBe(404);
  expect((await stranger.get(paths.unitTasks(at.health.id))).text).not.toContain(paths.headTasks(headId));
  expect((await organizer.get("/heads/nobody")).status).toBe(404);
  expect((await organizer.get(paths.unitTasks("nowhere"))).status).toBe(404);
});

test("the accountability sheet counts and rates nobody", async () => {
  const year = Number(addDays(today, -5).slice(0, 4));
  const [sheet] = await sheetsAt(organizer, paths.accountability(year));
  expect(sheet?.rows[1]?.[0]).toContain("không xếp loại");
  expect(sheet?.rows.at(-1)?.slice(1)).toEqual([
    "Nguyễn Thị Giám",
    "Giám đốc Sở",
    "Sở Y tế",
    ..."47 28 28 0 0 19 19".split(" "),
  ]);
});

test("the annex is a Word file with its groups, its repeated head and its blanks", async () => {
  const { status, bytes } = await fileAt(organizer, paths.taskAnnex);
  expect(status).toBe(200);
  const xml = partOf(bytes, "word/document.xml");
  for (const said of [
    "PHỤ LỤC",
    "(Kèm theo Kế hoạch số ……",
    "Nội dung nhiệm vụ",
    "Phát triển xã hội số 6",
    "w:tblHeader",
  ])
    expect(xml).toContain(said);
  expect(xml).toMatch(/w:pgSz[^>]*w:orient="landscape"/);
});

test("looking changes nothing", async () => {
  const before = await dumpDatabase();
  for (const path of [paths.taskDashboard, paths.taskUnits, paths.unitTasks(at.health.id), paths.taskUnitsWorkbook])
    expect((await organizer.get(path)).status).toBe(200);
  expect(await dumpDatabase()).toEqual(before);
});
