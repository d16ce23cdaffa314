import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../app/features/accounts/rules";
import { startSession } from "../../app/features/accounts/sign-in/writes.server";
import { newPress } from "../../app/web/press";
import { newToken } from "../../app/web/secrets.server";
import { closeDatabase, openDatabase, transact } from "../../db/client.server";
import { makeActor, makeEvent } from "../kit/makers";
import { type Browser, type Site, startSite } from "../kit/site";
import { makeProvince, makeTask, type Province } from "../kit/tasks";

let site: Site;
let at: Province;
let event: { id: string };
let ahead: { id: string };
let taskId: string;
const who: Record<"organizer" | "doer" | "stranger" | "supervisor", Browser> = {} as never;

async function signedIn(actor: Actor): Promise<Browser> {
  const browser = site.browser();
  const token = newToken();
  const session = { userId: actor.userId, token, device: "Chrome · Windows", oldSessionHash: null, now: new Date() };
  await transact((tx) => startSession(tx, session));
  browser.cookies.set("tenten_session", token);
  return browser;
}

beforeAll(async () => {
  site = await startSite({ TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  at = await makeProvince();
  taskId = await makeTask(at, { title: "Sổ sức khỏe điện tử" });
  event = await transact((tx) => makeEvent(tx, { host: at.province, state: "running" }));
  ahead = await transact((tx) => makeEvent(tx, { host: at.province, title: { vi: "Hội nghị tới" } }));
  const supervisor = await transact((tx) => makeActor(tx, "supervisor"));
  const { organizer, doer, stranger } = at;
  for (const [name, actor] of Object.entries({ organizer, doer, stranger, supervisor }))
    who[name as keyof typeof who] = await signedIn(actor);
}, 180_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

const text = (html: string) =>
  html
    .replace(/<script.*?<\/script>/gs, "")
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("conclusions", () => {
  const page = () => `/events/${event.id}/conclusions`;
  const add = (line: string, press = newPress()) => who.organizer.post(page(), { text: line, press });

  test("are typed line by line without script, sent twice once, and pasted", async () => {
    const press = newPress();
    expect((await add("Giao Sở Y tế hoàn thành trước ngày 15/12/2030", press)).status).toBe(303);
    expect((await add("Giao Sở Y tế hoàn thành trước ngày 15/12/2030", press)).status).toBe(303);
    await who.organizer.post(page(), { do: "paste", lines: "1. Một việc\n- Hai việc", press: newPress() });
    const shown = text((await who.organizer.get(page())).text);
    expect(shown.match(/Giao Sở Y tế hoàn thành/g)).toHaveLength(1);
    expect(shown).toContain("3 kết luận, 0 đã thành nhiệm vụ");
    expect(shown).toContain("Thời hạn: 15/12/2030");
  });

  test("keep what was typed when it cannot be, and say why", async () => {
    const long = await add("x".repeat(1001));
    expect([long.status, long.text.includes("x".repeat(1001))]).toEqual([422, true]);
    expect((await add("  ")).status).toBe(422);
    const { text: html } = await who.organizer.get(page());
    const line = /name="line" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const vague = await who.organizer.post(`${page()}?task=${line}`, { do: "task", line, due: "sớm nhất" });
    expect([vague.status, text(vague.text).includes("Chưa hiểu thời hạn này")]).toEqual([422, true]);
    expect(vague.text).toContain("sớm nhất");
  });

  test("become tasks with one press", async () => {
    const { text: html } = await who.organizer.get(page());
    const line = /name="line" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const fields = { do: "task", line, leadUnitId: at.health.id, due: "15/12/2030" };
    expect((await who.organizer.post(page(), fields)).status).toBe(303);
    expect((await who.organizer.post(page(), fields)).status).toBe(303);
    expect(text((await who.organizer.get(page())).text)).toContain("3 kết luận, 1 đã thành nhiệm vụ");
    const paper = text((await who.organizer.get(`${page()}/print`)).text);
    expect(paper).toContain("(Sở Y tế; thời hạn: 15/12/2030)");
  });

  test("are closed to others: unseen by a unit, not writable by a supervisor", async () => {
    expect([
      (await who.doer.get(page())).status,
      (await who.doer.get(`${page()}/print`)).status,
      (await who.supervisor.get(page())).status,
      (await who.supervisor.post(page(), { text: "x", press: newPress() })).status,
      (await who.organizer.post(`/events/${ahead.id}/conclusions`, { text: "x", press: newPress() })).status,
    ]).toEqual([404, 404, 200, 403, 409]);
    expect((await who.supervisor.get(page())).text).not.toContain('name="text"');
  });
});

describe("difficulties", () => {
  let page = "";
  const fields = () => ({
    ...{ category: "people", title: "Thiếu cán bộ chuyên trách", proposerUnitId: at.commune.id },
    ...{ resolverUnitId: at.health.id, press: newPress() },
  });

  test("are proposed by a unit for itself, and the resolver finds them on the first page", async () => {
    const made = await who.stranger.post("/difficulties/new", fields());
    expect(made.status).toBe(303);
    page = made.to;
    expect(text((await who.doer.get("/")).text)).toContain("1 vướng mắc chờ đơn vị của Ông/Bà tháo gỡ");
    expect(text((await who.doer.get("/difficulties?mine=1&q=thieu can bo")).text)).toContain("Thiếu cán bộ");
    expect(text((await who.stranger.get("/")).text)).not.toContain("chờ đơn vị của Ông/Bà tháo gỡ");
  });

  test("refuse bad input with what was typed, and other people's", async () => {
    const bad = await who.stranger.post("/difficulties/new", {
      ...fields(),
      title: "",
      dueOn: "31/02/2030",
      blocks: "on",
    });
    expect([bad.status, text(bad.text).includes("Không có ngày này"), bad.text.includes("31/02/2030")]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await who.doer.post("/difficulties/new", fields())).status).toBe(409);
    expect((await who.supervisor.get("/difficulties/new")).status).toBe(403);
    expect((await who.supervisor.get(page)).status).toBe(200);
    expect((await who.supervisor.post(`${page}?index`, { do: "solve", word: "x" })).status).toBe(403);
    expect((await who.stranger.post(`${page}?index`, { do: "solve", word: "x" })).status).toBe(403);
    expect((await who.doer.get(`${page}/edit`)).status).toBe(403);
    const other = await who.organizer.post("/difficulties/new", {
      ...fields(),
      resolverUnitId: at.office.id,
      title: "Bí mật",
    });
    expect((await who.doer.get(other.to)).status).toBe(404);
    expect(text((await who.doer.get("/difficulties")).text)).not.toContain("Bí mật");
  });

  test("go on a conference's page and off again, and are solved by the resolver", async () => {
    expect((await who.organizer.post(`${page}?index`, { do: "agenda", eventId: event.id })).status).toBe(303);
    const listed = async () => text((await who.organizer.get(`/events/${event.id}/conclusions`)).text);
    expect(await listed()).toContain("Khó khăn, vướng mắc cần xử lý");
    await who.organizer.post(`${page}?index`, { do: "agenda", eventId: "" });
    expect(await listed()).not.toContain("Khó khăn, vướng mắc cần xử lý");
    expect((await who.doer.post(`${page}?index`, { do: "solve", word: "" })).status).toBe(422);
    expect((await who.doer.post(`${page}?index`, { do: "solve", word: "Cử người biệt phái" })).status).toBe(303);
    expect(text((await who.stranger.get(page)).text)).toContain("Cử người biệt phái");
  });
});

describe("a review", () => {
  test("is opened by the organizer, judged by the lead unit, applied, and unseen by others", async () => {
    const asked = { title: "Rà soát giữa kỳ", ownerUnitId: at.province.id, press: newPress() };
    expect((await who.doer.post("/tasks/reviews?index", asked)).status).toBe(403);
    const opened = await who.organizer.post("/tasks/reviews?index", asked);
    expect(opened.status).toBe(303);
    expect((await who.stranger.get(opened.to)).status).toBe(404);
    const judge = (fields: Record<string, string>, by = who.doer) => by.post(opened.to, { task: taskId, ...fields });
    const vague = await judge({ do: "verdict", verdict: "change", due: "", reason: "Chờ kinh phí" });
    expect([vague.status, vague.text.includes("Chờ kinh phí")]).toEqual([422, true]);
    const said = { do: "verdict", verdict: "change", due: "quý IV/2030", reason: "Chờ kinh phí" };
    expect((await judge(said)).status).toBe(303);
    expect(text((await who.organizer.get(opened.to)).text)).toContain("Quý IV/2030 · Chờ kinh phí");
    expect((await judge({ do: "apply" })).status).toBe(403);
    // One page was opened before the doer thought again: its press is answered with what stands now.
    const seenOn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const old = seenOn((await who.organizer.get(opened.to)).text);
    expect((await judge({ ...said, reason: "Chờ vốn trung hạn", seen: old })).status).toBe(303);
    const clash = await judge({ do: "apply", seen: old }, who.organizer);
    expect([clash.status, text(clash.text).includes("trước đó là “Điều chỉnh thời hạn”")]).toEqual([409, true]);
    const seen = seenOn(clash.text);
    // What is no id leads to the page itself: a header takes neither every letter nor any length.
    for (const task of ["ế", "x".repeat(100_000)])
      expect(await who.organizer.post(opened.to, { do: "apply", task, seen })).toMatchObject({
        ...{ status: 303, to: opened.to },
      });
    expect((await judge({ do: "apply", seen }, who.organizer)).status).toBe(303);
    expect((await judge({ do: "close" }, who.organizer)).status).toBe(303);
    expect((await judge(said)).status).toBe(409);
  });
});
