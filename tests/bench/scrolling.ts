import { existsSync, rmSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import { closeDatabase } from "../../db/client.server";
import { atMost, type Figure, inTurn, size } from "./kit";
import { makeProvince, signIn } from "./province";
import { startProduct } from "./servers";
import { makePlan } from "./task-lists";

const chromiumPath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
const plain = `<!doctype html><title>lines</title>${"<p>Một dòng chữ</p>".repeat(500)}`;

/** P19: how evenly the timeline of 500 tasks scrolls, beside a page of 500 plain lines in the same browser. */
export async function scrolling(): Promise<Figure[]> {
  if (!existsSync(chromiumPath)) return [];
  const province = await makeProvince();
  await makePlan(500);
  const cookie = await signIn(province);
  await closeDatabase();
  const product = await startProduct(province.folder);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const open = async () => await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const [timeline, lines] = [await open(), await open()];
    await timeline.setExtraHTTPHeaders({ cookie });
    await timeline.goto(`http://127.0.0.1:${product.port}/tasks/timeline`, { waitUntil: "networkidle" });
    await lines.setContent(plain);
    const bars = await timeline.locator("a.gantt-bar").count();
    const { ours, theirs, ratio } = await inTurn(
      size(5, 3),
      () => slowFrame(timeline),
      () => slowFrame(lines),
    );
    const what = `95 of 100 frames while the timeline of 500 tasks (${bars} bars) scrolls, beside 500 plain lines`;
    return [{ name: "P19", what, ours: ms(ours), reference: ms(theirs), ratio, target: atMost(2) }];
  } finally {
    await browser.close();
    await product.stop();
    rmSync(province.folder, { recursive: true, force: true });
  }
}

const ms = (value: number): string => `≤ ${value.toFixed(0)} ms`;

/** Scrolls 6,000 pixels by the wheel and back, and gives the 95th percentile of the time between two frames, in ms. */
async function slowFrame(page: Page): Promise<number> {
  await page.bringToFront();
  await page.mouse.move(900, 500);
  await page.evaluate(() => {
    const kept: number[] = [];
    Object.assign(window, { frames: kept });
    const tick = (at: number) => {
      kept.push(at);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const wheel = async (way: number) => {
    for (let turn = 0; turn < 50; turn += 1) {
      await page.mouse.wheel(0, way);
      await page.waitForTimeout(16);
    }
  };
  await wheel(120);
  const moved = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll("*")].map(({ scrollTop }) => scrollTop)),
  );
  if (moved < 3000) throw new Error(`Only ${moved} pixels were scrolled`);
  await wheel(-120);
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  const rests = frames.slice(1).map((at, n) => at - (frames[n] as number));
  rests.sort((a, b) => a - b);
  return rests[Math.floor(rests.length * 0.95)] ?? Number.NaN;
}
