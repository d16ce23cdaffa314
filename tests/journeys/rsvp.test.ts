import { asc, eq } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findLetter } from "../../app/features/outbox/reads.server";
import { read, transact } from "../../db/client.server";
import { agendaItems, chairs, eventMoves, events, letters, participants } from "../../db/schema.server";
import { makeComingEvent, startGuestSite } from "../kit/guests";
import { makeInvited, makePoint } from "../kit/makers";
import type { Site } from "../kit/site";

let site: Site;
beforeAll(async () => {
  site = await startGuestSite();
}, 180_000);
afterAll(() => site?.stop());

const office = "UBND tỉnh Lam Giang";

async function invite(
  names: string[],
  { guest = {}, ...over }: Parameters<typeof makeComingEvent>[1] & { guest?: object } = {},
) {
  return await transact(async (tx) => {
    const event = await makeComingEvent(tx, over);
    return { event, guests: await makeInvited(tx, event, names, guest) };
  });
}
const one = async (over: Parameters<typeof invite>[1] = {}) => {
  const { event, guests } = await invite(["Nguyễn Văn An"], over);
  const guest = guests[0]!;
  return { event, guest, page: `/rsvp/${guest.token}` };
};
const change = (eventId: string, set: Partial<typeof events.$inferInsert>) =>
  transact((tx) => tx.update(events).set(set).where(eq(events.id, eventId)));
const rowOf = async (id: string) => (await read.select().from(participants).where(eq(participants.id, id)))[0]!;
const lettersTo = async (id: string) =>
  await read
    .select({ id: letters.id, kind: letters.kind })
    .from(letters)
    .where(eq(letters.recipient, `participant:${id}`))
    .orderBy(asc(letters.id));
/** The personal link in a person's newest letter, as it would be pressed. */
async function linkInLetterTo(id: string): Promise<string> {
  const newest = (await lettersTo(id)).at(-1)!;
  const letter = await findLetter(read, { letterId: newest.id });
  return new RegExp(`${site.origin}(/rsvp/[\\w-]{43})`).exec(letter?.content?.text ?? "")?.[1] ?? "no link";
}

test("the invitation: what, when, where, who invites, and three answers, without script and in less than 10 KB", async () => {
  const { event, page } = await one({ invitationNumber: "145/GM-UBND" });
  await transact(async (tx) => {
    await tx
      .insert(chairs)
      .values({ eventId: event.id, fullName: "Lê Quang Thành", position: "Phó Chủ tịch", sort: 0 });
    await tx.insert(agendaItems).values(
      Array.from({ length: 12 }, (_, sort) => ({
        eventId: event.id,
        title: `Phần ${sort + 1} của chương trình`,
        minutes: 10,
        sort,
      })),
    );
  });
  const { status, text, headers } = await site.browser().get(page);
  expect(status).toBe(200);
  for (const words of [
    office,
    "Giấy mời số 145/GM-UBND",
    "Hội nghị phát động",
    "Nguyễn Văn An",
    "14:00 – 16:40",
    "giờ Việt Nam, UTC+7",
    "Điểm cầu chính",
    "Hội trường UBND tỉnh",
    "Sở Khoa học và Công nghệ",
    "Xin trả lời trước",
    "Xác nhận tham dự",
    "Cử người đi thay",
    "Không tham dự",
    "0914 501 701",
  ])
    expect(text).toContain(words);
  expect(text).toContain('<html lang="vi" dir="ltr"');
  expect(text).not.toMatch(/<script|onclick|javascript:/i);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_240);
  expect({
    cache: headers.get("cache-control"),
    robots: headers.get("x-robots-tag"),
    referrer: headers.get("referrer-policy"),
    scripts: /script-src [^;]*/.exec(headers.get("content-security-policy") ?? "")?.[0],
  }).toEqual({ cache: "no-store, private", robots: "noindex", referrer: "no-referrer", scripts: "script-src 'none'" });
});

test.each([
  ["en", "ltr", "Confirm attendance", "Launch conference"],
  ["ar", "rtl", "تأكيد الحضور", "Launch conference"],
  ["hi", "ltr", "उपस्थिति की पुष्टि करें", "Launch conference"],
] as const)(
  "a guest whose language is %s is spoken to in it, whatever the browser says, also after the answer",
  async (lang, dir, yes, title) => {
    const { page, guest } = await one({ guest: { locale: lang } });
    const browser = site.browser();
    const asked = await browser.get(page);
    expect(asked.text).toContain(`<html lang="${lang}" dir="${dir}"`);
    expect(asked.text).toContain(yes);
    expect(asked.text).toContain(title);
    expect((await browser.get(`${page}?lang=vi`)).text).toContain('<html lang="vi"');
    const sent = await browser.post(`${page}?lang=${lang}`, { answer: "yes" });
    expect([sent.status, sent.to]).toEqual([303, `${page}?lang=${lang}`]);
    expect(Buffer.byteLength((await browser.get(page)).text)).toBeLessThanOrEqual(10_240);
    const { text } = await browser.post(`${page}?lang=${lang}`, {
      answer: "substitute",
      name: "Bình",
      phone: "0914501701",
    });
    expect(text).toContain(`<html lang="${lang}" dir="${dir}"`);
    expect(await rowOf(guest.id)).toMatchObject({ answer: "substitute" });
  },
);

test("yes is one press; then place, door code and calendar are there, and pressing again is no second answer", async () => {
  const { page, guest, event } = await one({ capacity: 1 });
  const browser = site.browser();
  expect(await browser.post(page, { answer: "yes" })).toMatchObject({ status: 303, to: page });
  const [first, second] = await Promise.all([
    browser.post(page, { answer: "yes" }),
    browser.post(page, { answer: "yes" }),
  ]);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect((await lettersTo(guest.id)).map(({ kind }) => kind)).toEqual(["rsvp-confirmed"]);

  const { text } = await browser.get(page);
  const code = `${guest.doorCode.slice(0, 4)} ${guest.doorCode.slice(4)}`;
  for (const words of [
    "Đã xác nhận tham dự",
    'id="door"',
    code,
    "<svg",
    `${page}/event.ics`,
    `${page}/code.svg`,
    "Đổi câu trả lời",
  ])
    expect(text).toContain(words);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_240);

  const file = await browser.get(`${page}/event.ics`);
  expect([file.status, file.headers.get("content-type")]).toEqual([
    200,
    "text/calendar; charset=utf-8; method=PUBLISH",
  ]);
  const entries = new ICAL.Component(ICAL.parse(file.text)).getAllSubcomponents("vevent");
  expect(entries.map((entry) => entry.getFirstPropertyValue("uid"))).toEqual([`event-${event.id}@localhost`]);
  expect(entries[0]?.getFirstPropertyValue("sequence")).toBe(1);
  expect((await browser.get(`${page}/event.ics`)).text).toBe(file.text);

  const picture = await browser.get(`${page}/code.svg`);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
  expect(picture.text).toMatch(/^<svg/);
});

test("a link in a letter that names an answer only makes it ready", async () => {
  const { page, guest } = await one();
  for (const [answer, words] of [
    ["yes", "Xác nhận tham dự"],
    ["no", "Báo không tham dự"],
    ["substitute", "Cử người này đi thay"],
  ] as const)
    expect((await site.browser().get(`${page}?answer=${answer}`)).text).toContain(words);
  expect((await site.browser().get(`${page}?answer=maybe`)).text).toContain("Cử người đi thay");
  expect(await rowOf(guest.id)).toMatchObject({ answer: "none" });
});

test("no with a reason, and a change of mind from another device", async () => {
  const { page, guest } = await one();
  await site.browser().post(page, { answer: "no", reason: "Đi công tác <b>xa</b>" });
  const { text } = await site.browser().get(page);
  expect(text).toContain("Đã ghi nhận Ông/Bà không tham dự");
  expect(text).toContain("Đi công tác &lt;b&gt;xa&lt;/b&gt;");
  expect((await site.browser().get(`${page}?answer=no`)).text).toMatch(/<textarea[^>]*>Đi công tác &lt;b/);
  expect((await site.browser("Mozilla/5.0 (iPhone)").post(page, { answer: "yes" })).status).toBe(303);
  expect(await rowOf(guest.id)).toMatchObject({ answer: "yes", declineReason: "" });
});

test("who comes too late is told at once, and offered the points that have seats", async () => {
  const { event, guests } = await invite(["An", "Ba"], { capacity: 1, guestsChoosePoint: true });
  const other = await transact((tx) => makePoint(tx, event, { name: "Xã Kỳ Lâm", capacity: 3 }));
  const [an, ba] = guests.map(({ token }) => `/rsvp/${token}`) as [string, string];
  expect((await site.browser().get(`${an}?answer=yes`)).text).toContain("còn 1 chỗ");
  await site.browser().post(an, { answer: "yes", point: event.main.id });
  const late = await site.browser().post(ba, { answer: "yes" });
  expect(late.status).toBe(409);
  expect(late.text).toContain("Điểm cầu chính vừa hết chỗ.");
  expect(late.text).toContain("còn 3 chỗ");
  expect(late.text).toContain(`value="${other.id}"`);
  expect((await site.browser().post(ba, { answer: "yes", point: other.id })).status).toBe(303);
  expect((await site.browser().get(ba)).text).toContain("Xã Kỳ Lâm");
  expect((await lettersTo(guests[1]!.id)).map(({ kind }) => kind)).toEqual(["rsvp-too-late", "rsvp-confirmed"]);
});

test("without a choice of points, who comes too late is told whom to call", async () => {
  const { page } = await one({ capacity: 0 });
  const { status, text } = await site.browser().post(page, { answer: "yes" });
  expect(status).toBe(409);
  expect(text).toContain("Xin liên hệ Ban tổ chức để được sắp xếp.");
  expect(text).toContain('href="tel:+84914501701"');
});

test("a substitute: what is wrong is said on its field, the old link dies, the new one works, and gives the matter back", async () => {
  const { page, guest } = await one();
  const browser = site.browser();
  const wrong = await browser.post(`${page}?lang=vi`, {
    answer: "substitute",
    name: "Trần Thị Bình",
    position: "Phó Giám đốc",
    email: "binh@a.vn, thief@b.vn",
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toMatch(/role="alert"[\s\S]*href="#email"/);
  expect(wrong.text).toContain('value="Trần Thị Bình"');
  expect(wrong.text).toContain('value="binh@a.vn, thief@b.vn"');
  expect(wrong.text).toContain('aria-invalid="true"');
  expect((await browser.post(page, { answer: "substitute", name: "", email: "" })).text).toContain("Xin điền mục này.");

  const named = {
    answer: "substitute",
    name: "Trần Thị Bình",
    position: "Phó Giám đốc",
    email: "Binh@LamGiang.example",
  };
  const sent = await browser.post(page, named);
  expect(sent.status).toBe(200);
  for (const words of ["Đã ghi nhận người đi thay", "Trần Thị Bình", "không còn dùng được", "Văn phòng Sở"])
    expect(sent.text).toContain(words);
  const again = await browser.post(page, named);
  expect([again.status, again.text]).toEqual([200, sent.text]);
  expect((await browser.get(page)).status).toBe(404);
  expect((await browser.post(page, { answer: "yes" })).status).toBe(404);

  const [standIn] = await read.select().from(participants).where(eq(participants.standsInForId, guest.id));
  const link = await linkInLetterTo(standIn!.id);
  const seen = await browser.get(link);
  expect(seen.status).toBe(200);
  for (const words of ["Giấy mời người đi thay", "Trần Thị Bình", "Nguyễn Văn An", 'id="door"', "Báo không đi được"])
    expect(seen.text).toContain(words);
  expect((await browser.get(`${link}?answer=substitute`)).text).not.toContain('name="email"');
  expect(await browser.post(link, { answer: "substitute", name: "Cường", phone: "0914501701" })).toMatchObject({
    status: 409,
  });

  const back = await browser.post(link, { answer: "no", reason: "Ốm" });
  expect(back.status).toBe(200);
  expect(back.text).toContain("Nguyễn Văn An sẽ được báo");
  expect((await browser.post(link, { answer: "no", reason: "Ốm" })).text).toBe(back.text);
  expect((await browser.get(link)).status).toBe(404);
  const renewed = await linkInLetterTo(guest.id);
  expect(renewed).not.toBe(page);
  expect((await browser.post(renewed, { answer: "yes" })).status).toBe(303);
});

test("a substitute without an address is somebody the guest tells", async () => {
  const { page } = await one();
  expect(
    (await site.browser().post(page, { answer: "substitute", name: "Bình", phone: "0914 501 701" })).text,
  ).toContain("chưa có thư điện tử");
});

test("an address that is invited already is refused on its field", async () => {
  const { guests } = await invite(["An", "Ba"]);
  const { status, text } = await site
    .browser()
    .post(`/rsvp/${guests[0]!.token}`, { answer: "substitute", name: "Ba", email: guests[1]!.email! });
  expect(status).toBe(409);
  expect(text).toContain("Địa chỉ này đã có trong danh sách mời.");
  expect(text).toContain('value="Ba"');
});

test.each([
  ["closed", { state: "closed" }, "Danh sách đại biểu đã chốt"],
  ["running", { state: "running" }, "Sự kiện đang diễn ra"],
  ["finished", { state: "finished" }, "Sự kiện đã kết thúc"],
  ["cancelled", { state: "cancelled" }, "Sự kiện đã hủy"],
  ["postponed", { state: "postponed", dateOpen: true }, "Sự kiện được hoãn"],
] as const)(
  "an event that is %s between the look and the press: the answer is not taken, and the page says how it stands",
  async (_, set, words) => {
    const { guests, event } = await invite(["An", "Ba"]);
    const [an, ba] = guests.map(({ token }) => `/rsvp/${token}`) as [string, string];
    await site.browser().post(an, { answer: "yes" });
    await site.browser().get(ba);
    await change(event.id, set);
    const late = await site.browser().post(ba, { answer: "yes" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Câu trả lời vừa gửi chưa được ghi nhận");
    expect(late.text).toContain(words);
    expect(late.text).not.toContain('value="yes"');
    const stands = await site.browser().get(an);
    expect([stands.status, stands.text.includes(words), stands.text.includes("Đã xác nhận tham dự")]).toEqual([
      200,
      true,
      true,
    ]);
    const door = _ === "closed" || _ === "running";
    expect([stands.text.includes('id="door"'), (await site.browser().get(`${an}/code.svg`)).status]).toEqual([
      door,
      door ? 200 : 303,
    ]);
    expect(await rowOf(guests[1]!.id)).toMatchObject({ answer: "none" });
  },
);

test("after a move the old date stays in sight, and who has answered is told that the answer stands", async () => {
  const { page, event } = await one();
  await site.browser().post(page, { answer: "yes" });
  const from = new Date(event.startsAt.getTime() - 7 * 86_400_000);
  await transact(async (tx) => {
    await tx.insert(eventMoves).values({
      eventId: event.id,
      fromStartsAt: from,
      fromEndsAt: from,
      toStartsAt: event.startsAt,
      toEndsAt: event.endsAt,
      reason: "bão",
      movedAt: new Date(),
    });
    await tx.update(events).set({ calendarSequence: 1 }).where(eq(events.id, event.id));
  });
  const { text } = await site.browser().get(page);
  expect(text).toContain("Sự kiện đã dời ngày");
  expect(text).toMatch(/<del>.*<\/del>/);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_240);
});
