import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renewLink } from "../../app/features/participants/invitation/letters.server";
import { countSeatsTaken } from "../../app/features/participants/reads.server";
import { withdrawGuest } from "../../app/features/participants/writes.server";
import { read, transact } from "../../db/client.server";
import { events, letters, participants } from "../../db/schema.server";
import { dumpDatabase } from "../kit/dump";
import { makeComingEvent, startGuestSite } from "../kit/guests";
import { makeActor, makeInvited } from "../kit/makers";
import type { Site } from "../kit/site";

let site: Site;
beforeAll(async () => {
  site = await startGuestSite();
}, 180_000);
afterAll(() => site?.stop());

async function invite(names: string[], over: Parameters<typeof makeComingEvent>[1] = {}) {
  return await transact(async (tx) => {
    const event = await makeComingEvent(tx, over);
    return { event, guests: await makeInvited(tx, event, names) };
  });
}
const pageOf = async (over: Parameters<typeof makeComingEvent>[1] = {}) =>
  `/rsvp/${(await invite(["Nguyễn Văn An"], over)).guests[0]!.token}`;

/** Every address on a page that belongs to this site. */
const linksOn = (text: string, page: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(
        ([, href]) => new URL(href!.replaceAll("&amp;", "&"), site.origin + page),
      ),
    ),
  ]
    .filter((url) => url.origin === site.origin)
    .map((url) => url.pathname + url.search);

test("opening every link, three times, as people, scanners and prefetchers do, changes nothing", async () => {
  const asked = await pageOf();
  const choosing = await pageOf({ guestsChoosePoint: true });
  const coming = await pageOf();
  const declined = await pageOf();
  await site.browser().post(coming, { answer: "yes" });
  await site.browser().post(declined, { answer: "no" });
  const dump = await dumpDatabase();
  let opened = 0;
  for (const page of [asked, choosing, coming, declined]) {
    const browser = site.browser();
    const links = [
      page,
      `${page}?answer=yes`,
      `${page}?answer=no`,
      `${page}?answer=substitute`,
      `${page}/event.ics`,
      `${page}/code.svg`,
    ];
    for (const link of [...links]) links.push(...linksOn((await browser.get(link)).text, page));
    for (const link of new Set(links)) {
      for (const prefetch of [
        {},
        { "Sec-Purpose": "prefetch" },
        { Purpose: "prefetch", "X-Moz": "prefetch" },
      ] as Record<string, string>[]) {
        const { status } = await browser.get(link, prefetch);
        expect([200, 303]).toContain(status);
        expect((await browser.head(link)).status).toBe(status);
        opened += 2;
      }
    }
  }
  expect(opened).toBeGreaterThan(150);
  expect(await dumpDatabase()).toEqual(dump);
});

test("a link that never was, was replaced, was withdrawn or is long over opens one and the same page, byte for byte", async () => {
  const { guests } = await invite(["Rotated", "Withdrawn", "Handed over"]);
  const actor = await transact((tx) => makeActor(tx, "organizer"));
  const old = await invite(["Long ago"]);
  await transact(async (tx) => {
    await renewLink(tx, guests[0]!);
    await withdrawGuest(tx, { participantId: guests[1]!.id, actor, now: new Date() });
    const endsAt = new Date(Date.now() - 8 * 86_400_000);
    await tx
      .update(events)
      .set({ startsAt: new Date(endsAt.getTime() - 3_600_000), endsAt })
      .where(eq(events.id, old.event.id));
  });
  await site.browser().post(`/rsvp/${guests[2]!.token}`, { answer: "substitute", name: "Bình", phone: "0914501701" });
  const dead = [
    ...guests.map(({ token }) => token),
    old.guests[0]!.token,
    "A".repeat(43),
    "short",
    "x".repeat(300),
    "%27%20or%201=1--",
    "a%00b",
    "undefined",
  ];
  const dump = await dumpDatabase();
  const [first, ...others] = await Promise.all(dead.map((token) => site.browser().get(`/rsvp/${token}`)));
  expect(first).toMatchObject({ status: 404 });
  for (const words of [
    "Đường liên kết này không mở được",
    "thư mới nhất",
    "vanthu@lamgiang.example",
    '<html lang="vi"',
  ])
    expect(first!.text).toContain(words);
  expect(first!.text).not.toMatch(/<script|Hội nghị phát động|Rotated/);
  for (const other of others) expect([other.status, other.text]).toEqual([404, first!.text]);
  for (const token of dead) {
    const sent = await site.browser().post(`/rsvp/${token}`, { answer: "yes" });
    expect([sent.status, sent.text]).toEqual([404, first!.text]);
    expect(await site.browser().post(`/rsvp/${token}`, { answer: "nonsense" })).toMatchObject({
      status: 404,
      text: first!.text,
    });
    expect(await site.browser().get(`/rsvp/${token}/event.ics`)).toMatchObject({ status: 303 });
    expect(await site.browser().get(`/rsvp/${token}/code.svg`)).toMatchObject({ status: 303 });
  }
  expect(await dumpDatabase()).toEqual(dump);
});

test("200 people press at once for 50 seats: 50 come, 150 are told, no seat twice", async () => {
  const { event, guests } = await invite(
    Array.from({ length: 200 }, (_, i) => `Đại biểu ${i + 1}`),
    { capacity: 50 },
  );
  const answers = await Promise.all(
    guests.map(({ token }) => site.browser().post(`/rsvp/${token}`, { answer: "yes" })),
  );
  const statuses = answers.map(({ status }) => status);
  expect([
    statuses.filter((status) => status === 303).length,
    statuses.filter((status) => status === 409).length,
  ]).toEqual([50, 150]);
  expect(answers.filter(({ status, text }) => status === 409 && !text.includes("vừa hết chỗ"))).toEqual([]);
  expect(await countSeatsTaken(read, { pointId: event.main.id })).toBe(50);
});

test("a body that is no form, an empty one, and an unknown answer ask for an answer and write nothing", async () => {
  const page = await pageOf();
  const dump = await dumpDatabase();
  const bodies: RequestInit[] = [
    { body: JSON.stringify({ answer: "yes" }), headers: { "Content-Type": "application/json" } },
    { body: "answer=yes", headers: { "Content-Type": "text/plain" } },
    { body: "", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
    { body: "answer=maybe", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
    { body: "answer[]=yes&answer.x=1&__proto__=1", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
    { body: "--x\r\nbroken", headers: { "Content-Type": "multipart/form-data; boundary=y" } },
  ];
  for (const init of bodies) {
    const sent = await fetch(site.origin + page, { method: "POST", ...init });
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain("Xin chọn một câu trả lời.");
  }
  expect(await dumpDatabase()).toEqual(dump);
});

test("words of any length and script come back as they were typed, and are drawn as words", async () => {
  const page = await pageOf();
  const name = `"><img src=x onerror=alert(1)>${"ă".repeat(10_000)}`;
  const long = await site.browser().post(page, { answer: "substitute", name, email: "binh@lamgiang.example" });
  expect(long.status).toBe(422);
  expect(long.text).toContain("Nội dung quá dài");
  expect(long.text).toContain(`value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;${"ă".repeat(10_000)}"`);
  expect(long.text).not.toContain("<img src=x");
  expect((await site.browser().post(page, { answer: "no", reason: "x".repeat(70_000) })).status).toBe(413);

  const hostile = "Bình 🎉 \u202E\r\nBcc: thief@evil.example";
  expect(
    await site.browser().post(page, { answer: "substitute", name: hostile, email: "binh@lamgiang.example" }),
  ).toMatchObject({ status: 200 });
  const [letter] = await read.select().from(letters).where(eq(letters.kind, "substitute-invitation"));
  expect(letter).toMatchObject({ toName: "Bình 🎉 Bcc: thief@evil.example", toAddress: "binh@lamgiang.example" });
});

test("the link itself is the proof: browsers that hide where a form came from are let in, other sites are not", async () => {
  const page = await pageOf();
  const send = (headers: Record<string, string>) =>
    fetch(site.origin + page, {
      method: "POST",
      body: new URLSearchParams({ answer: "yes" }),
      headers,
      redirect: "manual",
    });
  expect((await send({ Origin: "https://evil.example" })).status).toBe(403);
  expect((await send({ "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" })).status).toBe(403);
  expect((await send({})).status).toBe(303);
  expect((await send({ Origin: "null" })).status).toBe(303);
  expect((await send({ Origin: "null", "Sec-Fetch-Site": "same-origin" })).status).toBe(303);
});

test("no token stands in the log", async () => {
  const rows = await read.select({ version: participants.tokenVersion }).from(participants);
  expect(rows.length).toBeGreaterThan(200);
  expect(site.said()).not.toMatch(/rsvp\/[\w-]{43}/);
});
