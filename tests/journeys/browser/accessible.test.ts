import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Locale, locales } from "../../../app/web/i18n";
import { paths } from "../../../app/web/paths";
import { fitsSideways, useBrowser, type Visit } from "../../kit/browser";
import { type Site, startDemo, startSite } from "../../kit/site";
import { enterAs, findPlaces, type Places, signedInAs } from "./demo-places";

const { visit } = useBrowser({ keep: true });
let site: Site;
let places: Places & { list: string };
const people: Record<string, Visit> = { nobody: {} };
beforeAll(async () => {
  site = await startDemo();
  for (const role of ["organizer", "administrator"] as const) people[role] = await enterAs(site, role);
  const found = await findPlaces(site);
  places = { ...found, list: await handInList(found.moved.id) };
}, 300_000);
afterAll(() => site?.stop());

/** A short list with a few faults, up to its dry run. */
async function handInList(eventId: string): Promise<string> {
  const organizer = await signedInAs(site, "organizer");
  const list = [
    "Họ và tên;Email;Điểm cầu",
    "Nguyễn Thử An;an.thu@lamgiang.example;Phường Bến Lam",
    "Trần Thử Bình;binh(at)lamgiang;Nơi Lạ",
  ];
  const { to } = await organizer.post(paths.guestImport(eventId), { from: "paste", list: list.join("\n") });
  return to.replace(/\/columns$/, "");
}

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

const desks = new Map<string, Page>();
/** The same person's page in a language, kept from look to look. */
async function deskOf(origin: string, who: Visit, locale: Locale): Promise<Page> {
  const key = `${origin} ${locale} ${Object.values(people).indexOf(who)}`;
  const theme = locale === "ar" ? "dark" : "light";
  const page = desks.get(key) ?? (await visit(origin, { ...who, locale, theme, reducedMotion: "reduce" }));
  desks.set(key, page);
  return page;
}

/** Looks at a page in Vietnamese and light, in Arabic and dark, and for what stands out sideways in every language. */
async function look(path: string, who: Visit, narrowest: number, origin = site.origin): Promise<string[]> {
  const found: string[] = [];
  for (const locale of locales) {
    const note = (where: string, faults: string[]) => found.push(...faults.map((one) => `${locale} ${where}: ${one}`));
    const page = await deskOf(origin, who, locale);
    const wide = locale === "vi" || locale === "ar";
    await page.setViewportSize(wide ? { width: 1366, height: 768 } : { width: 390, height: 844 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    if (wide) note("wide", await findings(page));
    if (locale === "vi") {
      await turn(page, "dark");
      note("dark", await findings(page, ["color-contrast"]));
    }
    for (const width of new Set([390, narrowest])) {
      await page.setViewportSize({ width, height: 844 });
      note(`${width} px`, (await fitsSideways(page)) ? [] : ["scrolls sideways"]);
    }
    if (locale === "vi") note("390 px", await findings(page, ["target-size", "scrollable-region-focusable"]));
  }
  return found;
}

describe("staff pages", () => {
  const asAdministrator = [paths.accounts, paths.accountNew, paths.organization];
  const open: [string, (at: typeof places) => string][] = [
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
    ["conclusions", ({ past }) => paths.eventConclusions(past.id)],
    ["the draft of their notice", ({ past }) => paths.eventConclusionsPrint(past.id)],
    ["difficulties", () => paths.difficulties],
    ["a new difficulty", () => paths.difficultyNew],
    ["reviews of tasks", () => paths.taskReviews],
    ["the list's import", ({ moved }) => paths.guestImport(moved.id)],
    ["the columns of a list", ({ list }) => `${list}/columns`],
    ["a list's dry run", ({ list }) => list],
    ["invitations", ({ moved }) => `${paths.invite(moved.id)}?to=silent`],
    ["an event's letters", ({ moved }) => paths.eventLetters(moved.id)],
    ["reminders", ({ moved }) => paths.eventReminders(moved.id)],
    ["letters", () => paths.letters],
    ["a letter", ({ letter }) => paths.letter(letter.id)],
    ["units", () => paths.units],
    ["a unit", ({ unit }) => paths.unit(unit.id)],
    ["the tasks' dashboard", () => paths.taskDashboard],
    ["the lead units ranked", () => paths.taskUnits],
    ["a unit's tasks", ({ unit }) => paths.unitTasks(unit.id)],
    ["documents", () => paths.documents],
    ["a document", ({ document }) => paths.document(document.id)],
    ["tasks over time", () => `${paths.taskTimeline}?zoom=weeks`],
    ["the tasks' board", () => paths.taskBoard],
    ["the tasks' calendar", () => paths.taskCalendar],
    ["tasks", () => paths.tasks],
    ["tasks picked out", () => `${paths.tasks}?only=late`],
    ["search", () => `${paths.search}?q=ben`],
    ["one's own account", () => paths.account],
    ["accounts", () => paths.accounts],
    ["a new account", () => paths.accountNew],
    ["the organization", () => paths.organization],
  ];
  test.each(open)("%s: no finding in light, dark, from right to left and on a phone", async (_, pathOf) => {
    const path = pathOf(places);
    const who = people[asAdministrator.includes(path) ? "administrator" : "organizer"] as Visit;
    expect(await look(path, who, 390)).toEqual([]);
  });
});

describe("guests' pages", () => {
  const open: [string, (at: typeof places) => string][] = [
    ["sign-in", () => paths.signIn],
    ["an invitation", ({ silent }) => paths.rsvp(silent.token ?? "")],
    ["sending a substitute", ({ silent }) => `${paths.rsvp(silent.token ?? "")}?answer=substitute`],
    ["an answered invitation", ({ coming }) => paths.rsvp(coming.token ?? "")],
    ["an event for everybody", ({ moved }) => paths.publicEvent(moved.slug)],
    ["a campaign for everybody", ({ campaign }) => paths.publicCampaign(campaign.slug)],
    ["the demo's mailbox", () => paths.mailbox],
    ["a letter in it", ({ letter }) => paths.mailboxLetter(letter.id)],
  ];
  test.each(open)("%s: no finding in light, dark, from right to left and at 320 px", async (_, pathOf) => {
    expect(await look(pathOf(places), people.nobody as Visit, 320)).toEqual([]);
  });

  test("set-up: no finding", async () => {
    const empty = await startSite();
    try {
      expect(await look(paths.setup, people.nobody as Visit, 320, empty.origin)).toEqual([]);
    } finally {
      await empty.stop();
    }
  });
});
