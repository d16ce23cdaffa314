import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "../../../app/web/time";
import { paths } from "../../../app/web/paths";
import { useBrowser } from "../../kit/browser";
import { type Site, startDemo } from "../../kit/site";
import { enterAs } from "./demo-places";
import { answers } from "./hands";

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

/** A point in the middle of what is seen of a bar: a long one runs out of the picture and under the column of names. */
const visiblePointOf = (bar: Locator): Promise<{ x: number; y: number }> =>
  bar.evaluate((own) => {
    const { top, height } = own.getBoundingClientRect();
    const y = top + height / 2;
    const seen = Array.from({ length: Math.floor(innerWidth / 4) }, (_, n) => n * 4).filter(
      (x) => document.elementFromPoint(x, y)?.closest("a") === own,
    );
    return { x: seen[Math.floor(seen.length / 2)] ?? -1, y };
  });

test.each(["vi", "ar"] as const)("in %s a bar is dragged, taken back, and moved by keys", async (locale) => {
  const page = await visit(site.origin, { ...(await enterAs(site, "organizer")), locale });
  await page.goto(`${paths.taskTimeline}?zoom=weeks`);
  const way = locale === "ar" ? -1 : 1;
  await answers(page, "a.gantt-bar");
  const bar = page.locator("a.gantt-bar").first();
  const href = (await bar.getAttribute("href")) ?? "";
  const moving = page.locator(`a.gantt-bar[href="${href}"]`);
  const before = await daysOf(page, href);
  const shifted = before.map((day) => addDays(day, 3));
  await moving.scrollIntoViewIfNeeded();
  const { x, y } = await visiblePointOf(moving);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + way * 61, y, { steps: 4 });
  await page.mouse.up();
  await page.locator(".gantt-told button[value=undo]").waitFor();
  expect(await daysOf(page, href)).toEqual(shifted);
  await page.locator(".gantt-told button[value=undo]").click();
  await page.locator(".gantt-told button[value=undo]").waitFor({ state: "detached" });
  expect(await daysOf(page, href)).toEqual(before);
  await moving.focus();
  await page.keyboard.press(locale === "ar" ? "ArrowLeft" : "ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator(".gantt-told button[value=undo]").waitFor();
  expect(await daysOf(page, href)).toEqual(before.map((day) => addDays(day, 1)));
  await page.locator(".gantt-told button[value=undo]").click();
  await page.locator(".gantt-told button[value=undo]").waitFor({ state: "detached" });
});
