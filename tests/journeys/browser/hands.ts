import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { SinkMessage, SmtpSink } from "../../kit/smtp";

// What people do with a page, by the words they read on it.
export const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
export const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name, exact: true }).first().click();
export const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
export const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
export const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Waits until the page's script answers for an element: what is drawn by the server is there before. */
export const answers = (page: Page, selector: string) =>
  page.waitForFunction(
    (wanted) => Object.keys(document.querySelector(wanted) ?? {}).some((key) => key.startsWith("__reactProps")),
    selector,
  );

/** The figures of a row of figures, by their names. */
export async function figures(page: Page, label: string): Promise<Record<string, number>> {
  const pairs = await page
    .locator(`dl[aria-label="${label}"] > div`)
    .evaluateAll((all) =>
      all.map((one) => [one.querySelector("dt")?.textContent ?? "", one.querySelector("dd")?.textContent ?? ""]),
    );
  return Object.fromEntries(pairs.map(([name, value]) => [name, Number(value?.replace(/\D/g, ""))]));
}

/** Waits for the nth letter to an address. */
export async function letterTo(sink: SmtpSink, address: string, nth = 1): Promise<SinkMessage> {
  await expect.poll(() => sink.find(address).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(nth);
  return sink.find(address)[nth - 1] as SinkMessage;
}

/** Every address of this site in a letter, in both its parts and in its calendar, without the origin. */
export function linksIn({ text, html, ics }: SinkMessage, origin: string): string[] {
  const plain = [text, html.replaceAll("&amp;", "&"), ics?.content.replace(/\r?\n[ \t]/g, "") ?? ""].join("\n");
  const links = plain.split(origin).slice(1);
  return [...new Set(links.map((rest) => rest.match(/^\/[\w\-./?=&#%]*/)?.[0].replace(/[.]$/, "") ?? "/"))];
}
