import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type Locale, locales } from "../../../app/web/i18n";
import { fitsSideways, type useBrowser, type Visit } from "../../kit/browser";

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

/** What is folded away is looked at too; menus lie over the page, so they stay shut. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>("details:not(.menu)")) part.open = true;
  });

interface Look {
  origin: string;
  /** Where to look. */
  path: string;
  who: Visit;
  /** In CSS pixels; 390 is looked at too. */
  narrowest: number;
  /** What to press on the page before it is looked at. */
  reach?: (page: Page) => Promise<void>;
}

/**
 * Looks at a page in Vietnamese and light, in Arabic and dark, and for what stands out sideways in every language; gives
 * what is wrong. The same person's page in a language is kept from look to look.
 */
export function useLook(visit: ReturnType<typeof useBrowser>["visit"]) {
  const desks: { origin: string; who: Visit; locale: Locale; page: Page }[] = [];
  const deskOf = async (origin: string, who: Visit, locale: Locale): Promise<Page> => {
    const kept = desks.find((desk) => desk.origin === origin && desk.who === who && desk.locale === locale);
    if (kept) return kept.page;
    const theme = locale === "ar" ? "dark" : "light";
    const page = await visit(origin, { ...who, locale, theme, reducedMotion: "reduce" });
    desks.push({ origin, who, locale, page });
    return page;
  };
  return async ({ origin, path, who, narrowest, reach }: Look): Promise<string[]> => {
    const found: string[] = [];
    for (const locale of locales) {
      const note = (where: string, faults: string[]) =>
        found.push(...faults.map((one) => `${locale} ${where}: ${one}`));
      const page = await deskOf(origin, who, locale);
      const wide = locale === "vi" || locale === "ar";
      await page.setViewportSize(wide ? { width: 1366, height: 768 } : { width: 390, height: 844 });
      await page.goto(path);
      // A page that sends its reader elsewhere would pass without having been looked at.
      expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
      await reach?.(page);
      await unfold(page);
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
  };
}
