import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../../app/features/accounts/rules";
import { taskWords } from "../../../app/features/tasks/messages";
import { taskFormWords } from "../../../app/features/tasks/messages/form";
import { taskPageWords } from "../../../app/features/tasks/messages/page";
import { paths } from "../../../app/web/paths";
import { closeDatabase, openDatabase } from "../../../db/client.server";
import { fitsSideways, phone, useBrowser, type Visit } from "../../kit/browser";
import { signPageIn } from "../../kit/signed-in";
import { type Site, startSite } from "../../kit/site";
import { makeProvince, type Province } from "../../kit/tasks";
import { fill, follow, pathOf, press, shows } from "./hands";

const { visit } = useBrowser({ keep: true });
const t = taskPageWords.vi;
const w = taskWords.vi;
const f = taskFormWords.vi;
let site: Site;
let at: Province;
let desk: Page;
let doer: Page;
let appraiser: Page;
let task = "";
beforeAll(async () => {
  site = await startSite({ TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  at = await makeProvince();
  desk = await enter(at.organizer, { viewport: { width: 1366, height: 768 } });
  doer = await enter(at.doer, { ...phone, refused: [422] });
  appraiser = await enter(at.appraiser, { viewport: { width: 1366, height: 768 }, refused: [422] });
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

async function enter(who: Actor, options: Visit): Promise<Page> {
  const page = await visit(site.origin, options);
  await signPageIn(page, site, who);
  return page;
}

/** Who did what, as the page tells it, the newest first. */
const story = (page: Page) =>
  page
    .locator("section", { has: page.getByRole("heading", { name: t.history, exact: true }) })
    .getByRole("listitem")
    .evaluateAll((lines) => lines.map((line) => (line.textContent ?? "").replace(/\d\d:\d\d · .*$/, "").trim()));

const smallPdf = Buffer.from("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");
const smallPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function prove(name: string, mimeType: string, buffer: Buffer) {
  await follow(doer, t.acts.evidence);
  await doer.getByLabel(t.files.choose).setInputFiles({ name, mimeType, buffer });
  await press(doer, t.files.upload);
  await shows(doer, t.done.evidence);
  await doer.getByRole("link", { name }).waitFor();
}

async function handIn(statement: string) {
  await follow(doer, t.files.enough);
  await shows(doer, t.steps.goingAlong(1));
  await fill(doer, t.steps.statement, statement);
  await press(doer, t.acts.submit);
  await shows(doer, t.done.submit);
}

async function decide(outcome: string, word: string) {
  await appraiser.goto(task);
  await follow(appraiser, t.acts.decide);
  await appraiser.getByRole("radio", { name: outcome }).check();
  await fill(appraiser, t.steps.word, word);
  await press(appraiser, t.acts.decide);
}

test("the organizer writes a task, chooses among the lead unit's people and assigns it at once", async () => {
  await desk.goto(paths.taskNew());
  await fill(desk, w.fields.title, "Sổ sức khỏe điện tử cho toàn dân");
  await desk.getByLabel(w.fields.leadUnitId, { exact: true }).selectOption(at.health.id);
  const person = desk.getByLabel(w.fields.responsibleId, { exact: true });
  await person.locator(`option[value="${at.person.id}"]`).waitFor({ state: "attached" });
  await person.selectOption(at.person.id);
  await desk.getByLabel(w.fields.appraiserUnitId, { exact: true }).selectOption(at.office.id);
  await fill(desk, w.fields.dueOn, "2031-09-14");
  await press(desk, f.saveAssign);
  await shows(desk, f.assigned);
  task = pathOf(desk);
  await shows(desk, t.turn.doer("Sở Y tế"));
  expect(await desk.getByRole("link", { name: t.acts.report }).isVisible()).toBe(false);
});

test("the doer receives it, reports, and hands in with a file, with one thumb", async () => {
  await doer.goto(task);
  const receive = doer.getByRole("button", { name: t.acts.receive });
  const { y, height } = (await receive.boundingBox()) ?? { y: Infinity, height: 0 };
  expect([y + height < phone.viewport.height, await fitsSideways(doer)]).toEqual([true, true]);
  await receive.click();
  await shows(doer, t.done.receive);
  await follow(doer, t.acts.report);
  await fill(doer, t.steps.reportProgress, "100");
  await press(doer, t.acts.report);
  await shows(doer, w.errors["out-of-range"]);
  await fill(doer, t.steps.reportProgress, "60");
  await doer.getByRole("radio", { name: w.healths["at-risk"] }).check();
  await fill(doer, t.steps.note, "Còn 3 xã chưa nhập xong.");
  await press(doer, t.acts.report);
  await shows(doer, t.done.report);
  await prove("bao-cao.pdf", "application/pdf", smallPdf);
  expect(await fitsSideways(doer)).toBe(true);
  await handIn("Đã cấp sổ cho toàn dân.");
  await shows(doer, t.turn.appraiser("Văn phòng UBND tỉnh"));
});

test("the appraiser opens the file and returns the work with a reason", async () => {
  await appraiser.goto(task);
  await follow(appraiser, t.acts.decide);
  const coming = appraiser.waitForEvent("download");
  await follow(appraiser, "bao-cao.pdf");
  expect((await coming).suggestedFilename()).toBe("bao-cao.pdf");
  await decide(t.outcomes.returned, "");
  await shows(appraiser, w.errors.required);
  await fill(appraiser, t.steps.word, "Cần ảnh chụp màn hình số liệu.");
  await press(appraiser, t.acts.decide);
  await shows(appraiser, t.done.returned);
});

test("the doer reads why, adds what is asked for and hands in again", async () => {
  await doer.goto(task);
  await shows(doer, t.returnedTitle("Văn phòng UBND tỉnh"));
  await shows(doer, "Cần ảnh chụp màn hình số liệu.");
  await prove("so-lieu.png", "image/png", smallPng);
  await handIn("Đã bổ sung ảnh.");
});

test("the appraiser accepts, and the page tells the whole story to each of them", async () => {
  await decide(t.outcomes["basically-completed"], "Nhập nốt 3 xã.");
  await shows(appraiser, t.done["basically-completed"]);
  const told = [
    `Trần Văn Phòng ${t.kinds["basically-completed"]}Nhập nốt 3 xã.`,
    `Lê Thị Mai ${t.kinds.submitted}Đã bổ sung ảnh.`,
    `Trần Văn Phòng ${t.kinds.returned}Cần ảnh chụp màn hình số liệu.`,
    `Lê Thị Mai ${t.kinds.submitted}Đã cấp sổ cho toàn dân.`,
    `Lê Thị Mai ${t.kinds.reported} · 60 % · ${w.healths["at-risk"]}Còn 3 xã chưa nhập xong.`,
    `Lê Thị Mai ${t.kinds.received}`,
    `${at.organizer.name} ${t.kinds.assigned}`,
    `${at.organizer.name} ${t.kinds.created}`,
  ];
  for (const page of [appraiser, doer, desk]) {
    await page.goto(task);
    expect(await story(page)).toEqual(told);
    await shows(page, w.states["basically-completed"]);
    await shows(page, t.turn.done());
    for (const [no, name] of [
      [1, "bao-cao.pdf"],
      [2, "so-lieu.png"],
    ] as const) {
      await shows(page, new RegExp(`^Lần nộp ${no},`));
      await shows(page, name);
    }
  }
});

test("a change of the assigned task is told in words, never in ids", async () => {
  await desk.goto(`${task}/edit`);
  await desk.getByLabel(w.fields.appraiserUnitId, { exact: true }).selectOption(at.commune.id);
  await fill(desk, w.fields.dueOn, "2031-10-20");
  await press(desk, f.save);
  await shows(desk, f.saved);
  const [newest = ""] = await story(desk);
  expect(newest).toContain(`${w.fields.appraiserUnitId}: Văn phòng UBND tỉnh → Xã Châu Phong`);
  expect(newest).toContain("14/09/2031 → 20/10/2031");
  expect(await desk.locator("main").textContent()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
});
