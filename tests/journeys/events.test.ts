import { join } from "node:path";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read, transact } from "../../db/client.server";
import { campaigns, letters, mailings } from "../../db/schema.server";
import { newToken } from "../../app/web/secrets.server";
import { startSession } from "../../app/features/accounts/sign-in/writes.server";
import type { Actor } from "../../app/features/accounts/rules";
import { agendaOf, findEvent, listEvents, movesOf, pointsOf } from "../../app/features/events/reads.server";
import { listPauses } from "../../app/features/outbox/reads.server";
import { addDays, dayOf, formatDay } from "../../app/web/time";
import { dumpDatabase } from "../kit/dump";
import { makeActor, makeGuests, makeOrganization, makeUnit } from "../kit/makers";
import { type Browser, type Site, startSite } from "../kit/site";

const zone = "Asia/Ho_Chi_Minh";
const inDays = (n: number) => addDays(dayOf(new Date(), zone), n);
let site: Site;
let organizer: Browser;
let actor: Actor;
let head: Browser;
let local: Browser;
let host: string;
let campaign: { id: string; slug: string };
let eventId = "";
let slug = "";

/** A browser that is signed in as this person. */
async function signedIn(who: Actor): Promise<Browser> {
  const browser = site.browser();
  const token = newToken();
  await transact((tx) =>
    startSession(tx, { userId: who.userId, token, device: "Chrome · Windows", oldSessionHash: null, now: new Date() }),
  );
  browser.cookies.set("tenten_session", token);
  return browser;
}

beforeAll(async () => {
  site = await startSite();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  const people = await transact(async (tx) => {
    await makeOrganization(tx);
    const province = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province" });
    const department = await makeUnit(tx, { name: "Sở Khoa học và Công nghệ", parent: province });
    const ward = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward", parent: province });
    await makeUnit(tx, { name: "Xã Diễn Hà", kind: "commune", parent: province });
    host = department.id;
    const at = new Date();
    const [made] = await tx
      .insert(campaigns)
      .values({
        slug: "ngay-chuyen-doi-so",
        kind: "national-day",
        state: "running",
        ownerUnitId: department.id,
        isPublic: true,
        title: { vi: "Ngày Chuyển đổi số quốc gia" },
        startsOn: inDays(-10),
        search: "ngay chuyen doi so",
        createdAt: at,
        updatedAt: at,
      })
      .returning();
    campaign = made as typeof campaigns.$inferSelect;
    return {
      organizer: await makeActor(tx, "organizer"),
      head: await makeActor(tx, "head", { unit: ward }),
      local: await makeActor(tx, "organizer", { unit: ward }),
    };
  });
  actor = people.organizer;
  organizer = await signedIn(people.organizer);
  head = await signedIn(people.head);
  local = await signedIn(people.local);
}, 180_000);

afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

const calendarOf = (text: string) => {
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const value = (name: string) => event?.getFirstPropertyValue(name);
  return {
    uid: value("uid"),
    sequence: value("sequence"),
    status: value("status"),
    start: String(value("dtstart")),
    place: value("location"),
  };
};
const updatedAt = async () => (await findEvent(read, { eventId }))?.updatedAt.toISOString() ?? "";
const draft = () => ({
  title: "Lễ phát động Ngày Chuyển đổi số",
  titleEn: "Launch of the Day",
  kind: "launch",
  hostUnitId: host,
  campaignId: campaign.id,
  day: inDays(21),
  from: "14:00",
  to: "16:40",
  isPublic: "on",
});

test("a form that cannot be is sent back with its values and says how to mend it", async () => {
  const bad = { ...draft(), day: "31/02/2027", to: "13:00", title: "<b>Lễ</b>", placeSeats: "0" };
  const page = await organizer.post("/events/new", bad);
  expect(page.status).toBe(422);
  for (const said of ["31/02/2027", "Ngày này không có", "&lt;b&gt;Lễ&lt;/b&gt;", "Số này ngoài khoảng"])
    expect(page.text).toContain(said);
  const backwards = await organizer.post("/events/new", { ...draft(), to: "13:00" });
  expect([backwards.status, backwards.text.includes("Giờ kết thúc phải sau giờ bắt đầu")]).toEqual([422, true]);
  expect(await listEvents(read, { actor })).toEqual([]);
});

test("a draft is made on one page, with its main venue and the usual reply-by date, and nobody else sees it", async () => {
  const press = /name="press" value="([^"]+)"/.exec((await organizer.get("/events/new")).text)?.[1] ?? "";
  const form = {
    ...draft(),
    press,
    placeName: "Hội trường UBND tỉnh",
    placeAddress: "Số 1 Lê Lợi",
    placeSeats: "1.200",
  };
  const [done, again] = await Promise.all([organizer.post("/events/new", form), organizer.post("/events/new", form)]);
  expect([done.status, again.to, await listEvents(read, { actor })]).toEqual([303, done.to, [expect.anything()]]);
  eventId = done.to.replace("/events/", "");
  const event = await findEvent(read, { eventId });
  slug = event?.slug ?? "";
  expect(event).toMatchObject({ state: "draft", replyBy: new Date(`${inDays(18)}T17:00:00+07:00`) });
  expect((await pointsOf(read, { eventId })).map(({ name, capacity, isMain }) => [name, capacity, isMain])).toEqual([
    ["Hội trường UBND tỉnh", 1200, true],
  ]);
  expect((await organizer.get(`/events/${eventId}`)).text).toContain("Mở đăng ký");
  expect([(await head.get(`/events/${eventId}`)).status, (await site.browser().get(`/e/${slug}`)).status]).toEqual([
    404, 404,
  ]);
  expect((await site.browser().get(`/events/${eventId}`)).to).toContain("/sign-in");
});

test("points come from units and from pasted lines; unreadable lines take nothing and are named", async () => {
  const add = `/events/${eventId}/points/add`;
  expect((await organizer.get(`${add}?way=units`)).text).toContain("Xã Diễn Hà");
  expect((await organizer.post(`${add}?way=units`, { do: "chosen" })).status).toBe(422);
  expect((await organizer.post(`${add}?way=units`, { do: "all", capacity: "40" })).to).toBe(
    `/events/${eventId}/points`,
  );
  const bad = await organizer.post(`${add}?way=paste`, { lines: "Điểm A; 20\nĐiểm B; javascript:alert(1)" });
  expect([bad.status, bad.text.includes("Dòng không đọc được: 2")]).toEqual([422, true]);
  await organizer.post(`${add}?way=paste`, {
    lines: Array.from({ length: 387 }, (_, n) => `Điểm ${n + 1}; ${n + 10}`).join("\n"),
  });
  const points = await pointsOf(read, { eventId });
  expect([points.length, points[1]?.name, points[1]?.capacity, points[1]?.unit?.name]).toEqual([
    390,
    "Xã Diễn Hà",
    40,
    "Xã Diễn Hà",
  ]);
  const started = performance.now();
  const page = await organizer.get(`/events/${eventId}/points`);
  expect(page.text).toContain("Điểm 387");
  expect(performance.now() - started).toBeLessThan(3000);
});

test("agenda rows are added and moved without script, and stored only on save; the sum is held against the hours", async () => {
  const path = `/events/${eventId}/agenda`;
  const first = /name="seen" value="([^"]*)"/.exec((await organizer.get(path)).text)?.[1] ?? "";
  const rows = {
    part: "agenda",
    seen: first,
    "title[0]": "Bế mạc",
    "minutes[0]": "3",
    "title[1]": "Khai mạc",
    "minutes[1]": "167",
  };
  const moved = await organizer.post(path, { ...rows, do: "up:1" });
  expect(moved.text.indexOf('value="Khai mạc"')).toBeLessThan(moved.text.indexOf('value="Bế mạc"'));
  expect(moved.text).toContain("dài hơn thời lượng 160 phút của sự kiện là 10 phút");
  expect(await agendaOf(read, { eventId })).toEqual([]);
  const seen = /name="seen" value="([^"]*)"/.exec(moved.text)?.[1] ?? "";
  expect((await organizer.post(path, { ...rows, seen, do: "save" })).status).toBe(303);
  const late = await organizer.post(path, { ...rows, "title[0]": "Của tôi", seen, do: "save" });
  expect([late.status, late.text.includes("Của tôi"), late.text.includes("Có người vừa sửa phần này")]).toEqual([
    409,
    true,
    true,
  ]);
  const wrong = await organizer.post(path, { ...rows, "minutes[0]": "ba", do: "save" });
  expect([wrong.status, wrong.text.includes("Chỉ ghi một số nguyên")]).toEqual([422, true]);
});

test("opened, the event has a small public page without script, meeting links or contacts, and a calendar file", async () => {
  const [main] = await pointsOf(read, { eventId });
  const point = `/events/${eventId}/points/${main?.id}`;
  const seen = /name="seen" value="([^"]*)"/.exec((await organizer.get(point)).text)?.[1] ?? "";
  const content = {
    name: "Hội trường UBND tỉnh",
    isMain: "on",
    address: "Số 1 Lê Lợi",
    way: "Cổng số 2",
    meetingUrl: "https://hop.example/bi-mat",
    contactPhone: "0900 000 000",
    capacity: "1200",
  };
  expect((await organizer.post(point, { ...content, seen, do: "save" })).status).toBe(303);
  expect(
    (await organizer.post(point, { ...content, meetingUrl: "javascript:alert(1)", seen, do: "save" })).status,
  ).toBe(422);
  expect((await organizer.post(`/events/${eventId}?index`, { do: "open" })).to).toBe(`/events/${eventId}`);
  expect((await organizer.post(`/events/${eventId}?index`, { do: "open" })).status).toBe(409);

  const page = await site.browser().get(`/e/${slug}`);
  expect(page.status).toBe(200);
  for (const said of ["Số 1 Lê Lợi", "Cổng số 2", "14:00–16:40", formatDay(inDays(21)), "UTC+7", "Khai mạc"])
    expect(page.text).toContain(said);
  for (const kept of ["<script", "bi-mat", "0900 000 000"]) expect(page.text).not.toContain(kept);
  expect(Buffer.byteLength(page.text)).toBeLessThanOrEqual(10_240);
  expect((await site.browser().get(`/e/${slug}?lang=ar`)).text).toContain('dir="rtl"');
  expect((await site.browser().get(`/e/${slug}?lang=en`)).text).toContain("Launch of the Day");

  const file = await site.browser().get(`/e/${slug}/event.ics`);
  expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8; method=PUBLISH");
  expect(file.text).toContain("METHOD:PUBLISH");
  expect(calendarOf(file.text)).toMatchObject({
    uid: `event-${eventId}@localhost`,
    status: "CONFIRMED",
    start: `${inDays(21)}T07:00:00Z`,
    place: "Hội trường UBND tỉnh, Số 1 Lê Lợi",
  });
  const again = await site.browser().get(`/e/${slug}/event.ics`, { "If-None-Match": file.headers.get("etag") ?? "" });
  expect(again.status).toBe(304);
});

test("an organizer of one unit neither reads nor stops the letters of the others", async () => {
  expect((await local.get("/")).text).not.toContain('href="/letters"');
  expect((await local.get("/letters")).status).toBe(403);
  expect((await local.post("/letters?index", { act: "pause" })).status).toBe(403);
  expect((await local.get(`/events/${eventId}/letters`)).status).toBe(404);
  expect((await local.post(`/events/${eventId}/letters`, { act: "pause" })).status).toBe(404);
  expect(await listPauses(read)).toEqual([]);
  expect((await organizer.get("/letters")).status).toBe(200);
});

test("what an outsider reads holds no contacts, and what they press is refused", async () => {
  expect((await head.get(`/events/${eventId}`)).status).toBe(200);
  const points = await pointsOf(read, { eventId });
  const own = points.find((point) => point.name === "Phường Bến Lam");
  const page = await head.get(`/events/${eventId}/points/${points[0]?.id}`);
  expect([page.status, page.text.includes("bi-mat"), page.text.includes("0900 000 000")]).toEqual([200, false, false]);
  for (const path of ["edit", "move", "cancel", "points/add"])
    expect((await head.get(`/events/${eventId}/${path}`)).status).toBe(403);
  expect((await head.post(`/events/${eventId}?index`, { do: "close" })).status).toBe(409);
  expect((await head.post(`/events/${eventId}/points/${points[0]?.id}`, { do: "test", result: "failed" })).status).toBe(
    409,
  );
  expect(
    (await head.post(`/events/${eventId}/points/${own?.id}`, { do: "test", result: "backup", note: "4G" })).status,
  ).toBe(303);
  const tested = (await pointsOf(read, { eventId })).filter((point) => point.lineTest !== "untested");
  expect(tested.map(({ name, lineTest, lineNote }) => [name, lineTest, lineNote])).toEqual([
    ["Phường Bến Lam", "backup", "4G"],
  ]);
});

test("the second of two editors is shown what the first one stored, beside what was typed", async () => {
  const seen = await updatedAt();
  const form = { ...draft(), seen };
  expect((await organizer.post(`/events/${eventId}/edit`, { ...form, note: "Trang phục: sơ mi trắng" })).status).toBe(
    303,
  );
  const second = await organizer.post(`/events/${eventId}/edit`, { ...form, note: "Mang theo giấy mời" });
  expect(second.status).toBe(409);
  for (const said of ["Có người vừa sửa phần này", "Trang phục: sơ mi trắng", "Mang theo giấy mời", actor.name])
    expect(second.text).toContain(said);
  const fresh = /name="seen" value="([^"]*)"/.exec(second.text)?.[1] ?? "";
  expect(
    (await organizer.post(`/events/${eventId}/edit`, { ...form, seen: fresh, note: "Mang theo giấy mời" })).status,
  ).toBe(303);
});

test("looking changes nothing", async () => {
  const before = await dumpDatabase();
  for (const path of [
    "",
    "/edit",
    "/move",
    "/cancel",
    "/points",
    "/points/add",
    "/points/add?way=units&group=departments",
    "/agenda",
  ]) {
    const address = `/events/${eventId}${path}`;
    const page = await organizer.get(address);
    // React's stream once left zero bytes between Vietnamese letters; a browser would have sent them back to be stored.
    expect([path, page.status, page.text.includes("\0")]).toEqual([path, 200, false]);
    expect([path, (await organizer.head(address)).status]).toEqual([path, 200]);
  }
  for (const path of [
    "/events",
    "/events?when=past&q=%25&kind=zzz",
    "/events/new",
    `/e/${slug}`,
    `/e/${slug}/event.ics`,
    `/c/${campaign.slug}/calendar.ics`,
  ])
    expect([path, (await organizer.get(path)).status]).toEqual([path, 200]);
  for (const path of [
    "/events/none",
    "/events/none/points",
    "/e/none",
    "/e/none/event.ics",
    "/c/none/calendar.ics",
    `/events/${eventId}/points/none`,
  ])
    expect([path, (await organizer.get(path)).status]).toEqual([path, 404]);
  expect(await dumpDatabase()).toEqual(before);
});

test("a moved event tells its guests, keeps the old date in sight and moves in calendars", async () => {
  const points = await pointsOf(read, { eventId });
  await transact((tx) =>
    makeGuests(tx, { id: eventId, main: { id: points[0]?.id ?? "" } }, ["Nguyễn Văn An", "Trần Thị Bình"], {
      invitedAt: new Date(),
      tokenKid: "x",
    }),
  );
  expect((await organizer.get(`/events/${eventId}/move`)).text).toContain(
    "2 người đã được mời sẽ nhận thư báo dời ngày",
  );
  const nowhere = await organizer.post(`/events/${eventId}/move`, { how: "date", day: "", from: "08:00", reason: "" });
  expect([nowhere.status, nowhere.text.includes("Cần điền mục này")]).toEqual([422, true]);
  const sequence = Number(calendarOf((await organizer.get(`/e/${slug}/event.ics`)).text).sequence);
  const to = { how: "date", day: inDays(28), from: "08:00", to: "10:40", reason: "Hoãn do bão số 10" };
  expect((await organizer.post(`/events/${eventId}/move`, to)).to).toBe(`/events/${eventId}`);
  expect((await movesOf(read, { eventId })).map((move) => move.reason)).toEqual(["Hoãn do bão số 10"]);
  expect(await findEvent(read, { eventId })).toMatchObject({
    state: "open",
    replyBy: new Date(`${inDays(25)}T17:00:00+07:00`),
  });
  const page = (await site.browser().get(`/e/${slug}`)).text;
  for (const said of ["Sự kiện này đã dời ngày", formatDay(inDays(21)), formatDay(inDays(28)), "Hoãn do bão số 10"])
    expect(page).toContain(said);
  expect(calendarOf((await organizer.get(`/e/${slug}/event.ics`)).text)).toMatchObject({
    sequence: sequence + 1,
    start: `${inDays(28)}T01:00:00Z`,
  });
  await expect
    .poll(async () => (await read.select({ kind: letters.kind }).from(letters)).map((row) => row.kind), {
      timeout: 20_000,
    })
    .toEqual(["event-moved", "event-moved"]);
});

test("postponed without a date, the event waits; with one it opens again", async () => {
  await organizer.post(`/events/${eventId}/move`, { how: "open", reason: "Chờ bão tan" });
  expect(await findEvent(read, { eventId })).toMatchObject({ state: "postponed", dateOpen: true });
  expect((await site.browser().get(`/e/${slug}`)).text).toContain("Ngày mới sẽ được thông báo tại đây");
  expect(calendarOf((await organizer.get(`/e/${slug}/event.ics`)).text).status).toBe("CANCELLED");
  await organizer.post(`/events/${eventId}/move`, { how: "date", day: inDays(35), from: "08:00", reason: "Bão tan" });
  expect(await findEvent(read, { eventId })).toMatchObject({ state: "open", dateOpen: false });
});

test("a cancelled event says so everywhere and cannot be touched again", async () => {
  expect((await organizer.get(`/events/${eventId}/cancel`)).text).toContain("2 người đã được mời sẽ nhận thư báo hủy");
  expect((await organizer.post(`/events/${eventId}/cancel`, { reason: " " })).status).toBe(422);
  // The second press of a double click lands where the first one did.
  for (const press of [1, 2])
    expect([press, (await organizer.post(`/events/${eventId}/cancel`, { reason: "Bão không tan" })).to]).toEqual([
      press,
      `/events/${eventId}`,
    ]);
  const told = await read.select({ kind: mailings.kind }).from(mailings);
  expect(told.filter((mailing) => mailing.kind === "cancelled").length).toBe(1);
  expect((await site.browser().get(`/e/${slug}`)).text).toContain("Sự kiện này đã hủy");
  const feed = await site.browser().get(`/c/${campaign.slug}/calendar.ics`);
  expect(calendarOf(feed.text)).toMatchObject({ uid: `event-${eventId}@localhost`, status: "CANCELLED" });
  expect((await organizer.post(`/events/${eventId}/edit`, { ...draft(), seen: await updatedAt() })).status).toBe(409);
});
