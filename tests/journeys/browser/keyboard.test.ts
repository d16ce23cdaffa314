import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountWords } from "../../../app/features/accounts/messages";
import { eventWords } from "../../../app/features/events/messages";
import { staffFrameWords } from "../../../app/features/home/messages/frame";
import { answerWords } from "../../../app/features/participants/answer/messages";
import { paths } from "../../../app/web/paths";
import { phone, useBrowser } from "../../kit/browser";
import { type Site, startDemo } from "../../kit/site";
import { enterAs, findPlaces, type Places } from "./demo-places";

const { visit } = useBrowser();
let site: Site;
let places: Places;
beforeAll(async () => {
  site = await startDemo();
  places = await findPlaces(site);
}, 300_000);
afterAll(() => site?.stop());

/** Presses Tab until what has the focus is called so; on the way each stop must be seen and have a name. */
async function tabTo(page: Page, name: string | RegExp, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      const box = at.getBoundingClientRect();
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      const marked = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      const label =
        at.getAttribute("aria-label") ?? (at as HTMLInputElement).labels?.[0]?.textContent ?? at.textContent;
      return {
        name: label?.replace(/\s+/g, " ").trim() ?? "",
        what: at.outerHTML.slice(0, 120),
        body: at === document.body,
        seen: marked && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
      };
    });
    if (stop.body) continue;
    expect(stop, "the focus is seen").toMatchObject({ seen: true });
    if (typeof name === "string" ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name || stop.what);
  }
  throw new Error(`Tab never came to ${name}; it passed ${passed.join(" | ")}`);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

test("the organizer enters the demo and opens an event's guests with the keyboard alone", async () => {
  const page = await visit(site.origin, { viewport: { width: 1366, height: 768 } });
  await page.goto(paths.signIn);
  await tabTo(page, new RegExp(accountWords.vi.roles.organizer));
  await page.keyboard.press("Enter");
  await page.waitForURL(site.origin + paths.home);
  await tabTo(page, staffFrameWords.vi.skip, 1);
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe("main");

  await page.goto(paths.home);
  await tabTo(page, staffFrameWords.vi.nav.events);
  await page.keyboard.press("Enter");
  await page.waitForURL(site.origin + paths.events);
  await tabTo(page, places.moved.title.vi);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${paths.event(places.moved.id)}`);
  await tabTo(page, new RegExp(`^${eventWords.vi.tabs.guests}`));
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${paths.guests(places.moved.id)}`);
});

test("Control+K leads to the search from anywhere; Escape closes a menu and gives the focus back", async () => {
  const page = await visit(site.origin, {
    ...(await enterAs(site, "organizer")),
    viewport: { width: 1366, height: 768 },
  });
  await page.goto(paths.guests(places.moved.id), { waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("ben lam");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=ben+lam");
  await page.getByText("Phường Bến Lam").first().waitFor();
  const menu = page.locator("summary", { hasText: staffFrameWords.vi.display });
  await menu.focus();
  await page.keyboard.press("Enter");
  expect(await page.locator("details.menu[open]").count()).toBe(1);
  await page.keyboard.press("Escape");
  expect(await page.locator("details.menu[open]").count()).toBe(0);
  expect(await menu.evaluate((summary) => summary === document.activeElement)).toBe(true);
});

test("keys pressed while a page is still coming to life break nothing", async () => {
  const page = await visit(site.origin, await enterAs(site, "organizer"));
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  for (let n = 0; n < 10; n += 1) {
    let here = false;
    const coming = page.goto(paths.home).then(() => {
      here = true;
    });
    for (let keys = 0; keys < 60 && !here; keys += 1) await page.keyboard.press("Tab").catch(() => undefined);
    await coming;
    for (let keys = 0; keys < 10; keys += 1) await page.keyboard.press("Tab");
  }
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("q");
});

test("a guest answers with the keyboard alone; a fault takes the focus to its summary", async () => {
  const t = answerWords.vi;
  const page = await visit(site.origin, { refused: [422] });
  await page.goto(paths.rsvp(places.silent.token ?? ""));
  await tabTo(page, t.answers.substitute);
  await page.keyboard.press("Enter");
  await page.waitForURL(/answer=substitute/);
  await tabTo(page, t.substitute.press);
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert").or(page.locator(".error-summary")).first();
  await summary.waitFor();
  expect(await summary.evaluate((box) => box.contains(document.activeElement))).toBe(true);
});

test("what a thumb presses on a guest's phone is at least 44 px high", async () => {
  const page = await visit(site.origin, phone);
  const small: string[] = [];
  const token = places.silent.token ?? "";
  for (const path of [
    paths.signIn,
    paths.rsvp(token),
    `${paths.rsvp(token)}?answer=substitute`,
    `${paths.rsvp(token)}?answer=no`,
  ]) {
    await page.goto(path);
    const found = await page
      .locator("button, .button, input:not([type=hidden]), select, textarea, summary")
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML.slice(0, 100)),
      );
    small.push(...found.map((html) => `${path} ${html}`));
  }
  expect(small).toEqual([]);
});
