import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "../../../app/web/paths";
import { fitsSideways, useBrowser, type Visit } from "../../kit/browser";
import { type Site, startDemo, startSite } from "../../kit/site";
import { enterAs, findPlaces, type Places } from "./demo-places";

const wide = { width: 1366, height: 768 };
const { visit } = useBrowser();
let site: Site;
let places: Places;
const people: Record<string, Visit> = { nobody: {} };
beforeAll(async () => {
  site = await startDemo();
  places = await findPlaces(site);
  for (const role of ["organizer", "administrator"] as const) people[role] = await enterAs(site, role);
}, 300_000);
afterAll(() => site?.stop());

/** What axe finds wrong, a line each: the rule and the first places. Runs outside the page's policy, as the browser's tools do. */
async function findings(page: Page, only?: string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async (rules) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const run: axe.RunOptions = { runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags } };
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, run);
    return violations.map(({ id, nodes }) => {
      const where = nodes.slice(0, 3).map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 160)}`);
      return `${id} ×${nodes.length}: ${where.join(" | ")}`;
    });
  }, only);
}

const turn = (page: Page, theme: string) =>
  page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);

/** Looks at a page in two languages, both themes and on a phone; the page is loaded once for each language. */
async function look(origin: string, path: string, who: Visit, narrowest: number): Promise<string[]> {
  const found: string[] = [];
  for (const [locale, theme, other] of [
    ["vi", "light", "dark"],
    ["ar", "dark", "light"],
  ] as const) {
    const page = await visit(origin, { ...who, locale, theme, viewport: wide, reducedMotion: "reduce" });
    await page.goto(path);
    const note = (where: string, faults: string[]) =>
      found.push(...faults.map((fault) => `${locale} ${where} ${fault}`));
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    note(theme, await findings(page));
    await turn(page, other);
    note(other, await findings(page, ["color-contrast"]));
    for (const width of new Set([390, narrowest])) {
      await page.setViewportSize({ width, height: 844 });
      note(`${width} px`, (await fitsSideways(page)) ? [] : ["scrolls sideways"]);
    }
    note("390 px", await findings(page, ["target-size", "color-contrast", "scrollable-region-focusable"]));
    await page.context().close();
  }
  return found;
}

describe("staff pages", () => {
  const asAdministrator = [paths.accounts, paths.accountNew, paths.organization];
  const open: [string, (at: Places) => string][] = [
    ["home", () => paths.home],
    ["campaigns", () => paths.campaigns],
    ["a campaign", ({ campaign }) => paths.campaign(campaign.id)],
    ["its plan", ({ campaign }) => paths.campaignPlan(campaign.id)],
    ["a new campaign", () => `${paths.campaignNew}?kind=national-day`],
    ["events", () => paths.events],
    ["a new event", () => paths.eventNew()],
    ["an event that was", ({ past }) => paths.event(past.id)],
    ["an event ahead", ({ moved }) => paths.event(moved.id)],
    ["guests", ({ moved }) => paths.guests(moved.id)],
    ["guests by point", ({ past }) => `${paths.guests(past.id)}?view=points`],
    ["a guest", ({ moved, coming }) => paths.guest(moved.id, coming.id)],
    ["points", ({ moved }) => paths.eventPoints(moved.id)],
    ["a point", ({ moved, point }) => paths.eventPoint(moved.id, point.id)],
    ["agenda", ({ moved }) => paths.eventAgenda(moved.id)],
    ["the list's import", ({ moved }) => paths.guestImport(moved.id)],
    ["invitations", ({ moved }) => paths.invite(moved.id)],
    ["an event's letters", ({ moved }) => paths.eventLetters(moved.id)],
    ["reminders", ({ moved }) => paths.eventReminders(moved.id)],
    ["letters", () => paths.letters],
    ["a letter", ({ letter }) => paths.letter(letter.id)],
    ["units", () => paths.units],
    ["a unit", ({ unit }) => paths.unit(unit.id)],
    ["documents", () => paths.documents],
    ["a document", ({ document }) => paths.document(document.id)],
    ["search", () => `${paths.search}?q=ben`],
    ["one's own account", () => paths.account],
    ["accounts", () => paths.accounts],
    ["a new account", () => paths.accountNew],
    ["the organization", () => paths.organization],
  ];
  test.each(open)("%s: no finding in two languages, light, dark and on a phone", async (_, pathOf) => {
    const path = pathOf(places);
    const who = people[asAdministrator.includes(path) ? "administrator" : "organizer"] as Visit;
    expect(await look(site.origin, path, who, 390)).toEqual([]);
  });
});

describe("guests' pages", () => {
  const open: [string, (at: Places) => string][] = [
    ["sign-in", () => paths.signIn],
    ["an invitation", ({ silent }) => paths.rsvp(silent.token ?? "")],
    ["sending a substitute", ({ silent }) => `${paths.rsvp(silent.token ?? "")}?answer=substitute`],
    ["an answered invitation", ({ coming }) => paths.rsvp(coming.token ?? "")],
    ["an event for everybody", ({ moved }) => paths.publicEvent(moved.slug)],
    ["a campaign for everybody", ({ campaign }) => paths.publicCampaign(campaign.slug)],
    ["the demo's mailbox", () => paths.mailbox],
    ["a letter in it", ({ letter }) => paths.mailboxLetter(letter.id)],
  ];
  test.each(open)("%s: no finding in two languages, light, dark and at 320 px", async (_, pathOf) => {
    expect(await look(site.origin, pathOf(places), {}, 320)).toEqual([]);
  });

  test("set-up: no finding", async () => {
    const empty = await startSite();
    try {
      expect(await look(empty.origin, paths.setup, {}, 320)).toEqual([]);
    } finally {
      await empty.stop();
    }
  });
});
