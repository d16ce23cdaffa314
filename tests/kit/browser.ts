import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Locale } from "../../app/web/i18n";
import { localeCookie } from "../../app/web/locale.server";
import { themeCookie } from "../../app/web/preferences.server";

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export interface Visit extends BrowserContextOptions {
  locale?: Locale;
  theme?: "light" | "dark";
  /** Answers with these statuses are what the test is about; any other above 399 fails it. */
  refused?: number[];
}

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * One Chromium for the file. Each visit is a person with cookies of their own; whatever a page complains of meanwhile
 * (an error in the console, a violation of the policy, a request to another origin, an answer above 399) fails the test.
 * `keep` leaves pages open from one test to the next, for stories told in order.
 */
export function useBrowser({ keep = false } = {}) {
  let browser: Browser;
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
    browser = await chromium.launch({ executablePath, headless: true, args: quiet });
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    const heard = complaints.splice(0);
    if (!keep) await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(heard).toEqual([]);
  });
  return {
    /** A person's browser at `origin`, with an empty page open. */
    async visit(origin: string, { locale = "vi", theme, refused = [], ...options }: Visit = {}): Promise<Page> {
      const context = await browser.newContext({ baseURL: origin, locale, ...options });
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      const kept = [{ name: localeCookie, value: locale }, ...(theme ? [{ name: themeCookie, value: theme }] : [])];
      await context.addCookies(kept.map((cookie) => ({ ...cookie, url: origin })));
      listen(context, origin, refused, complaints);
      return await context.newPage();
    },
  };
}

function listen(context: BrowserContext, origin: string, refused: number[], complaints: string[]): void {
  const where = (page: Page | null) => (page ? new URL(page.url()).pathname : "?");
  context.on("console", (message) => {
    // The refusals themselves are judged by their status below; the console only repeats them.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    complaints.push(`${where(message.page())}: ${message.text()}`);
  });
  context.on("weberror", (error) => {
    complaints.push(`${where(error.page())}: ${error.error().message}`);
  });
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob|about):/.test(url)) complaints.push(`a request to ${url}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // A page left before all of it has come is how people browse.
    if (!why.includes("ERR_ABORTED")) complaints.push(`${request.url()}: ${why}`);
  });
  context.on("response", (response: Response) => {
    const status = response.status();
    if (status > 399 && !refused.includes(status)) complaints.push(`${status} from ${response.url()}`);
  });
}

/** True when nothing of the page stands outside the screen sideways. */
export const fitsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
