import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "../../../app/web/time";
import { paths } from "../../../app/web/paths";
import { useBrowser } from "../../kit/browser";
import { type Site, startDemo } from "../../kit/site";
import { enterAs } from "./demo-places";

const { visit } = useBrowser();
let site: Site;
beforeAll(async () => {
  site = await startDemo();
}, 300_000);
afterAll(() => site?.stop());

/** The two days that a bar says it runs between. */
async function daysOf(page: Page, href: string): Promise<Day[]> {
  const label = (await page.locator(`a.gantt-bar[href="${href}"]`).getAttribute("aria-label")) ?? "";
  return [...label.matchAll(/(\d\d)\/(\d\d)\/(\d{4})/g)].map(([, day, month, year]) => `${year}-${month}-${day}`);
}

test("a bar is dragged, taken back, and moved by keys", async () => {
  const page = await visit(site.origin, await enterAs(site, "organizer"));
  await page.goto(`${paths.taskTimeline}?zoom=weeks`);
  const bar = page.locator("a.gantt-bar").first();
  const href = (await bar.getAttribute("href")) ?? "";
  const moving = page.locator(`a.gantt-bar[href="${href}"]`);
  const before = await daysOf(page, href);
  const shifted = before.map((day) => addDays(day, 3));
  await moving.scrollIntoViewIfNeeded();
  const box = (await moving.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const frame = (await page.locator(".gantt").boundingBox()) ?? box;
  const x = Math.min(Math.max(box.x + box.width / 2, frame.x + 100), frame.x + frame.width - 100);
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 61, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.locator(".gantt-told button[value=undo]").waitFor();
  expect(await daysOf(page, href)).toEqual(shifted);
  await page.locator(".gantt-told button[value=undo]").click();
  await page.locator(".gantt-told button[value=undo]").waitFor({ state: "detached" });
  expect(await daysOf(page, href)).toEqual(before);
  await moving.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator(".gantt-told button[value=undo]").waitFor();
  expect(await daysOf(page, href)).toEqual(before.map((day) => addDays(day, 1)));
  await page.locator(".gantt-told button[value=undo]").click();
  await page.locator(".gantt-told button[value=undo]").waitFor({ state: "detached" });
});
