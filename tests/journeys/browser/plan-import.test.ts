import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listWords } from "../../../app/features/participants/list/messages";
import { taskImportWords } from "../../../app/features/tasks/import/messages";
import { closeDatabase, openDatabase, read } from "../../../db/client.server";
import { tasks } from "../../../db/schema.server";
import { fitsSideways, phone, useBrowser } from "../../kit/browser";
import { type Site, startSite } from "../../kit/site";
import { type SmtpSink, startSmtpSink } from "../../kit/smtp";
import { press, shows } from "./hands";
import { importUnits, setUpOffice, signInByLetter } from "./preparing";

const { visit } = useBrowser({ keep: true });
let sink: SmtpSink;
let site: Site;
let desk: Page;
beforeAll(async () => {
  sink = await startSmtpSink();
  const mail = { SMTP_URL: sink.url, MAIL_FROM: "TenTen <tenten@lamgiang.example>" };
  site = await startSite({ ...mail, APP_SECRETS: "one-secret-for-the-site-and-for-the-tests", TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  desk = await visit(site.origin, { viewport: { width: 1366, height: 768 } });
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
  await sink?.close();
});

const lines = [
  "PHỤ LỤC",
  "(Ban hành kèm theo Quyết định số 1982/QĐ-UBND ngày 29 tháng 7 năm 2022)",
  "TT;Nội dung nhiệm vụ;Cơ quan chủ trì;Cơ quan phối hợp;Thời hạn hoàn thành",
  "I;NHIỆM VỤ CHUNG;;;",
  "1;Họp trực tuyến đến cấp xã;SKHCN;UBND cấp xã;Quý III/2025",
  "2;Tập huấn kỹ năng số;Tổ công tác 06;;31/07/2025",
  "3;Dữ liệu mở;SKHCN;;31/02/2025",
];

test("a plan is handed in, tried, answered for and taken over", { timeout: 180_000 }, async () => {
  const t = taskImportWords.vi;
  await setUpOffice(desk, { site, sink });
  await signInByLetter(desk, { sink });
  await importUnits(desk);
  await desk.goto("/tasks/import");
  const file = { name: "phu-luc.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) };
  await desk.getByLabel(t.file).setInputFiles(file);
  await press(desk, listWords.vi.readFile);
  await shows(desk, t.dryLead(3, 1));
  await shows(desk, t.why["impossible-date"]("31/02/2025"));
  await pictures("trial");
  await desk.locator("#ask-is-0").selectOption({ label: "Sở Khoa học và Công nghệ" });
  await desk.locator("form:has(#ask-is-0)").getByRole("button").click();
  await shows(desk, t.choicesKept);
  await press(desk, t.take(3));
  await shows(desk, t.done(3, 0, 0));
  await pictures("done");
  expect((await read.select().from(tasks)).map(({ title }) => title).sort()).toEqual(
    ["Họp trực tuyến đến cấp xã", "NHIỆM VỤ CHUNG", "Tập huấn kỹ năng số"].sort(),
  );
});

/** Looks at the page on a phone and at a desk; keeps both where `SHOTS` names a folder. */
async function pictures(name: string) {
  const folder = process.env.SHOTS;
  await desk.setViewportSize(phone.viewport);
  expect(await fitsSideways(desk)).toBe(true);
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await desk.screenshot({ path: join(folder, `${name}-phone.png`), fullPage: true });
  }
  await desk.setViewportSize({ width: 1366, height: 768 });
  if (folder) await desk.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
