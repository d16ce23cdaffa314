import { and, eq, isNull } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../app/features/accounts/rules";
import { findTaskFor } from "../../../app/features/tasks/reads.server";
import { type ActOnTask, actsOn } from "../../../app/features/tasks/next.rules";
import { standingOf } from "../../../app/features/tasks/standing.reads.server";
import { paths } from "../../../app/web/paths";
import { read } from "../../../db/client.server";
import { difficulties, holdings, tasks, units, users } from "../../../db/schema.server";
import { useBrowser, type Visit } from "../../kit/browser";
import { type Site, startDemo } from "../../kit/site";
import { enterAs, inDemo, one, signedInAs } from "./demo-places";
import { useLook } from "./looking";

const look = useLook(useBrowser({ keep: true }).visit);
let site: Site;
let organizer: Visit;
let places: Awaited<ReturnType<typeof taskPlaces>> & { review: string };

/** A task for each act that stands open to the organizer somewhere in the plan, and what stands around tasks. */
const taskPlaces = () =>
  inDemo(site, async () => {
    const user = await one(read.select().from(users).where(eq(users.email, "dieuphoi@lamgiang.example")));
    const actor: Actor = { ...user, userId: user.id, grants: [{ role: "organizer", unitId: null, unitPath: null }] };
    const open = new Map<ActOnTask, string>();
    for (const { id } of await read.select({ id: tasks.id }).from(tasks).where(eq(tasks.isGroup, false))) {
      const task = await findTaskFor(read, { taskId: id, actor });
      if (!task) continue;
      for (const act of actsOn(await standingOf(read, { task, actor }))) if (!open.has(act)) open.set(act, id);
    }
    const openTo = (act: ActOnTask): string => {
      const id = open.get(act);
      if (id === undefined) throw new Error(`nowhere in the demo may anybody ${act}`);
      return id;
    };
    return {
      openTo,
      group: await one(read.select({ id: tasks.id }).from(tasks).where(eq(tasks.isGroup, true)).limit(1)),
      // The head of a unit that leads a task: their page tells what they answer for.
      head: await one(
        read
          .select({ id: holdings.personId })
          .from(holdings)
          .innerJoin(tasks, eq(tasks.leadUnitId, holdings.unitId))
          .where(and(eq(holdings.duty, "head"), isNull(holdings.heldTo)))
          .limit(1),
      ),
      difficulty: await one(read.select().from(difficulties).where(eq(difficulties.state, "open")).limit(1)),
      solved: await one(read.select().from(difficulties).where(eq(difficulties.state, "resolved")).limit(1)),
      owner: await one(read.select().from(units).where(eq(units.code, "UBND"))),
    };
  });

beforeAll(async () => {
  site = await startDemo();
  organizer = await enterAs(site, "organizer");
  const browser = await signedInAs(site, "organizer");
  // The demo's plan is all given out, and nobody looks it over: one draft, to be removed, and one review.
  const { owner } = await inDemo(site, async () => ({
    owner: await one(read.select().from(units).where(eq(units.code, "UBND"))),
  }));
  await browser.post(paths.taskNew(), { title: "Nhiệm vụ còn là bản nháp", ownerUnitId: owner.id, do: "save" });
  const review = await browser.post(`${paths.taskReviews}?index`, {
    title: "Rà soát giữa kỳ",
    ownerUnitId: owner.id,
  });
  places = { ...(await taskPlaces()), review: review.to };
}, 300_000);
afterAll(() => site?.stop());

const seen = (path: string, reach?: (page: Page) => Promise<void>) =>
  look({ origin: site.origin, path, who: organizer, narrowest: 390, reach });

describe("pages of tasks and difficulties", () => {
  const open: [string, (at: typeof places) => string][] = [
    ["a new task", () => paths.taskNew()],
    ["a new group of tasks", () => `${paths.taskNew()}?group=1`],
    ["a task under way", ({ openTo }) => paths.task(openTo("report"))],
    ["a task that waits for a decision", ({ openTo }) => paths.task(openTo("decide"))],
    ["a group of tasks", ({ group }) => paths.task(group.id)],
    ["a task's form", ({ openTo }) => paths.taskEdit(openTo("edit"))],
    ["a group's form", ({ group }) => paths.taskEdit(group.id)],
    ["evidence", ({ openTo }) => paths.taskEvidence(openTo("evidence"))],
    ...(
      ["report", "submit", "withdraw", "decide", "responsible", "carry-over", "reopen", "cancel", "remove"] as const
    ).map((step): [string, (at: typeof places) => string] => [
      `the step "${step}"`,
      ({ openTo }) => paths.taskStep(openTo(step), step),
    ]),
    ["many tasks, none of them ticked", () => paths.taskBulk],
    ["the plan's import", () => paths.taskImport],
    ["tasks on paper", () => paths.taskPrint],
    ["what a head answers for", ({ head }) => paths.headTasks(head.id)],
    ["a review of tasks", ({ review }) => review],
    ["an open difficulty", ({ difficulty }) => paths.difficulty(difficulty.id)],
    ["giving a difficulty as a task", ({ difficulty }) => `${paths.difficulty(difficulty.id)}?give=1`],
    ["a resolved difficulty", ({ solved }) => paths.difficulty(solved.id)],
    ["a difficulty's form", ({ difficulty }) => paths.difficultyEdit(difficulty.id)],
  ];
  test.each(open)("%s: no finding in light, dark, from right to left and on a phone", async (_, pathOf) => {
    expect(await seen(pathOf(places))).toEqual([]);
  });

  test("a new value for many tasks, and what would become of each: no finding either", async () => {
    const ask = async (page: Page) => {
      for (const box of (await page.locator('input[name="task"]').all()).slice(0, 3)) await box.check();
      await page.locator('select[name="act"]').selectOption("priority");
      await page.locator(".tick-bar").getByRole("button").last().click();
      await page.locator('button[value="try"]').waitFor();
    };
    const preview = async (page: Page) => {
      await ask(page);
      await page.locator('[name="value"]').selectOption("high");
      await page.locator('button[value="try"]').click();
      await page.locator('button[value="apply"]').waitFor();
    };
    expect(await seen(paths.tasks, ask)).toEqual([]);
    expect(await seen(paths.tasks, preview)).toEqual([]);
  });
});
