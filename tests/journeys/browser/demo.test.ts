import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountWords } from "../../../app/features/accounts/messages";
import { signInWords } from "../../../app/features/accounts/sign-in/messages";
import { staffFrameWords } from "../../../app/features/home/messages/frame";
import { letterWords } from "../../../app/features/outbox/messages";
import { answerWords } from "../../../app/features/participants/answer/messages";
import { localeNames } from "../../../app/web/i18n";
import { paths } from "../../../app/web/paths";
import { phone, useBrowser } from "../../kit/browser";
import { type Site, startDemo } from "../../kit/site";
import { enterAs, findPlaces, type Places } from "./demo-places";
import { follow, press, shows } from "./hands";

const { visit } = useBrowser();
let site: Site;
let places: Places;
beforeAll(async () => {
  site = await startDemo();
  places = await findPlaces(site);
}, 300_000);
afterAll(() => site?.stop());

/** Opens the newest letter to an address in the demo's mailbox and presses the letter's own button. */
async function pressInLetter(page: Page, address: string, name: string | RegExp): Promise<Page> {
  await page.goto(`${paths.mailbox}?q=${encodeURIComponent(address)}`);
  await page.locator(".letter-list a").first().click();
  const opening = page
    .context()
    .waitForEvent("page", { timeout: 5000 })
    .catch(() => null);
  const here = page.url();
  await page.frameLocator("iframe").getByRole("link", { name }).first().click();
  await page.waitForURL((url) => url.href !== here, { timeout: 3000 }).catch(() => undefined);
  return page.url() !== here ? page : ((await opening) ?? page);
}

test("the demo is entered without a password: the letter lies in the mailbox, its button leads in", async () => {
  const t = signInWords.vi;
  const page = await visit(site.origin);
  await page.goto(paths.signIn);
  await page.getByLabel(t.email).fill("giamsat@lamgiang.example");
  await press(page, t.send);
  await page.getByRole("link", { name: t.openMailbox }).click();
  const letter = await pressInLetter(page, "giamsat@lamgiang.example", /./);
  await press(letter, t.signIn);
  await letter.getByText(accountWords.vi.roles.supervisor).first().waitFor();
});

test("a delegate of the story opens the letter on a phone, says no, then yes after all", async () => {
  const t = answerWords.vi;
  const { silent } = places;
  const page = await visit(site.origin, { ...phone, javaScriptEnabled: false });
  const letter = await pressInLetter(page, silent.email ?? "", /./);
  await letter.getByText(silent.fullName).first().waitFor();
  await follow(letter, t.answers.no);
  await press(letter, t.no.press);
  await shows(letter, t.declined);
  await follow(letter, t.answers.yes);
  await letter.locator("main button.button-primary").click();
  await shows(letter, t.confirmed);
  expect(await letter.getByRole("img", { name: t.door }).count()).toBeGreaterThan(0);
});

test("language, theme and density are chosen in the frame, and the page stays", async () => {
  const page = await visit(site.origin, {
    ...(await enterAs(site, "organizer")),
    viewport: { width: 1366, height: 768 },
  });
  await page.goto(`${paths.events}?view=past`);
  const root = () =>
    page.evaluate(() => {
      const { lang, dir, dataset } = document.documentElement;
      return [lang, dir, dataset.theme, dataset.density];
    });
  const choose = async (menu: string, choice: string) => {
    await page.locator("summary", { hasText: menu }).click();
    await press(page, choice);
    await page.waitForLoadState();
  };
  const vi = staffFrameWords.vi;
  await choose(vi.display, vi.themes.dark);
  await choose(vi.display, vi.densities.compact);
  expect(await root()).toEqual(["vi", "ltr", "dark", "compact"]);
  await choose(vi.display, localeNames.ar);
  expect(await root()).toEqual(["ar", "rtl", "dark", "compact"]);
  expect(page.url()).toBe(`${site.origin}${paths.events}?view=past`);
  await choose(staffFrameWords.ar.display, localeNames.vi);
  expect(await root()).toEqual(["vi", "ltr", "dark", "compact"]);
});

test("what was typed survives an error, and leaving a list by Back comes back to it", async () => {
  const page = await visit(site.origin, { ...(await enterAs(site, "organizer")), refused: [422] });
  await page.goto(paths.unitNew, { waitUntil: "networkidle" });
  await page.locator("input[name=code]").fill("LG 99 / sai");
  await page.locator("form button.button-primary").click();
  await page.locator(".error-summary").waitFor();
  expect(await page.locator("input[name=code]").inputValue()).toBe("LG 99 / sai");
  await page.goto(`${paths.letters}?q=giamsat`);
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByText(letterWords.vi.messageId).waitFor();
  await page.goBack();
  await page.waitForURL("**/letters?q=giamsat");
  await expect.poll(() => page.locator("main input[name=q]").inputValue()).toBe("giamsat");
});
