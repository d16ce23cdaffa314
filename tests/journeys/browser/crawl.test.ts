import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Role, roles } from "../../../app/features/accounts/rules";
import { useBrowser } from "../../kit/browser";
import { type Browser, type Site, startDemo } from "../../kit/site";
import { enterAs, signedInAs } from "./demo-places";

const { visit } = useBrowser();
let site: Site;
beforeAll(async () => {
  site = await startDemo();
}, 300_000);
afterAll(() => site?.stop());

const most = 150;
const mostOfOneKind = 4;

/** What kind of page an address opens: ids, tokens and names are left out. */
const kindOf = (path: string): string => {
  const [plain = "", query] = path.split("?");
  const named = plain.replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, "/:id").replace(/^\/(rsvp|c|e)\/[^/]+/, "/$1/:name");
  return query ? `${named}?${[...new URLSearchParams(query).keys()].sort().join("&")}` : named;
};

function linksOn(html: string, path: string): string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*?\bhref="([^"]+)"/g)].map(
    ([, href]) => href?.replaceAll("&amp;", "&") ?? "",
  );
  return hrefs
    .map((href) => new URL(href, site.origin + path))
    .filter((url) => url.origin === site.origin)
    .map((url) => url.pathname + url.search);
}

const isLetter = (path: string) => /^\/mailbox\/[^/]+\/paper$/.test(path);

/** Follows the links that a role is shown, from the first page on, each kind of page a few times. Returns what does not open. */
async function crawl(browser: Browser): Promise<{ opened: string[]; broken: string[] }> {
  const seen = new Set(["/"]);
  const waiting = [{ path: "/", from: "" }];
  const kinds = new Map<string, number>();
  const opened: string[] = [];
  const broken: string[] = [];
  while (waiting.length > 0 && opened.length < most) {
    const { path, from } = waiting.shift() as (typeof waiting)[number];
    const kind = kindOf(path);
    const times = kinds.get(kind) ?? 0;
    if (times >= mostOfOneKind) continue;
    kinds.set(kind, times + 1);
    const { status, to, headers, text } = await browser.get(path);
    opened.push(path);
    if (status >= 400) broken.push(`${status} ${path} (a link on ${from})`);
    const html = headers.get("content-type")?.startsWith("text/html");
    for (const link of [...(to ? [to] : []), ...(html ? linksOn(text, path) : [])]) {
      // The demo's mailbox holds everybody's letters: what a digest names is the reader's to open, not the visitor's.
      if (seen.has(link) || (isLetter(path) && link.startsWith("/tasks"))) continue;
      seen.add(link);
      waiting.push({ path: link, from: path });
    }
  }
  return { opened, broken };
}

describe("every link a role is shown opens for that role, without a complaint in the browser", () => {
  const looked = new Set<string>();
  test.each([...roles])("%s", async (role: Role) => {
    const { opened, broken } = await crawl(await signedInAs(site, role));
    expect(broken).toEqual([]);
    expect(opened.length).toBeGreaterThan(15);
    // The browser opens one of each kind that no role before has opened; files it would only save.
    const page = await visit(site.origin, await enterAs(site, role));
    for (const path of opened) {
      const kind = `${kindOf(path)}`;
      if (looked.has(kind) || /\.(ics|xlsx|docx|pdf|svg)$|\/files\/[^/]+$|\/paper$/.test(path.split("?")[0] as string))
        continue;
      looked.add(kind);
      await page.goto(path, { waitUntil: "load" });
    }
  });
});

test("the first staff page brings at most 130 KB of packed script", async () => {
  const page = await visit(site.origin, await enterAs(site, "organizer"));
  const scripts: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto("/events", { waitUntil: "networkidle" });
  const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body, { level: 9 }).length);
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  console.log(`  /events: ${sizes.length} scripts, ${kilobytes.toFixed(1)} KB packed`);
  expect(sizes.length).toBeGreaterThan(3);
  expect(kilobytes).toBeLessThanOrEqual(130);
});
