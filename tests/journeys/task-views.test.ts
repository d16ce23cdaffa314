import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../app/web/paths";
import { type Browser, type Site, startDemo } from "../kit/site";
import { signedInAs } from "./browser/demo-places";

let site: Site;
let organizer: Browser;
let doer: Browser;
beforeAll(async () => {
  site = await startDemo();
  [organizer, doer] = [await signedInAs(site, "organizer"), await signedInAs(site, "focal-point")];
}, 300_000);
afterAll(() => site?.stop());

const views = [paths.taskTimeline, paths.taskBoard, paths.taskCalendar];
/** The fields of the form that moves a task, as the page without script shows it. */
async function moveForm(taskId: string) {
  const { text } = await organizer.get(`${paths.taskTimeline}?move=${taskId}`);
  const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(text)?.[1] ?? "";
  return { taskId: field("taskId"), seen: field("seen"), startsOn: field("startsOn"), dueOn: field("dueOn") };
}
const movable = async () => {
  const { text } = await organizer.get(paths.taskTimeline);
  return /move=([0-9a-f-]{36})#move/.exec(text)?.[1] ?? "";
};

test("each view stands without script, empty or full, whatever its address asks for", async () => {
  for (const path of views) {
    for (const query of [
      "",
      "?q=khong-co-gi-nhu-the",
      "?zoom=weeks&by=unit&span=week",
      "?on=9999-99-99&campaign=x&group=y",
    ])
      expect([path, query, (await organizer.get(path + query)).status]).toEqual([path, query, 200]);
    expect((await site.browser().get(path)).status).toBe(303);
  }
});

test("dates move by a form, are taken back, and are refused in words", async () => {
  const taskId = await movable();
  const before = await moveForm(taskId);
  expect(before.taskId).toBe(taskId);
  const wished = { ...before, startsOn: "", dueOn: "31/12/2031" };
  expect((await doer.post(paths.taskTimeline, wished)).status).toBe(409);
  expect((await organizer.post(paths.taskTimeline, { ...wished, dueOn: "31/02/2031" })).status).toBe(422);
  expect((await organizer.post(paths.taskTimeline, { ...wished, startsOn: "2032-01-01" })).status).toBe(409);
  const moved = await organizer.post(paths.taskTimeline, wished);
  expect(moved.status).toBe(303);
  expect(await moveForm(taskId)).toMatchObject({ startsOn: "", dueOn: "2031-12-31" });
  expect((await organizer.post(paths.taskTimeline, wished)).status).toBe(409);
  const batchId = new URLSearchParams(moved.to.split("?")[1]).get("moved") ?? "";
  expect((await doer.post(paths.taskTimeline, { batchId, do: "undo" })).status).toBe(409);
  expect((await organizer.post(paths.taskTimeline, { batchId, do: "undo" })).status).toBe(303);
  const { seen, ...dates } = await moveForm(taskId);
  expect({ ...dates, seen: before.seen }).toEqual(before);
  expect((await organizer.post(paths.taskTimeline, { batchId, do: "undo" })).status).toBe(409);
});
