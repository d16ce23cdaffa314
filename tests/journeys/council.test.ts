import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read, transact } from "../../db/client.server";
import { declaredConflicts, nominations, polls, roundPhases } from "../../db/schema.server";
import { type Council, makeCouncil } from "../kit/council";
import { dumpDatabase } from "../kit/dump";
import { makeActor, makeOrganization, now } from "../kit/makers";
import { signedIn } from "../kit/signed-in";
import { type Browser, type Site, startSite } from "../kit/site";
import { partOf } from "../kit/zip-part";

let site: Site;
let at: Council;
let organizer: Browser;
let members: Browser[];
let stranger: Browser;
let home = "";
let meeting = "";
let poll = "";
let receipt = "";
beforeAll(async () => {
  site = await startSite({ TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  await transact((tx) => makeOrganization(tx));
  at = await makeCouncil({
    nominees: ["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"],
    category: { rivalsLeave: false },
    phase: ["2020-01-01T00:00:00Z", null],
  });
  // The last member is in conflict with the third nomination.
  await transact((tx) =>
    tx.insert(declaredConflicts).values({
      ...{ memberId: at.members[8]?.seat.id as string, nominationId: at.nominees[2]?.id as string },
      ...{ reason: "Người thân", source: "member", at: now },
    }),
  );
  organizer = await signedIn(site, at.organizer);
  members = [];
  for (const { actor } of at.members) members.push(await signedIn(site, actor));
  stranger = await signedIn(site, await transact((tx) => makeActor(tx, "head")));
  home = `/awards/${at.round.id}/meetings`;
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

/** The keys under which a page carries the count of a poll. */
const counts = /\\"(?:yes|share|passed)\\"/;
const pressIn = (text: string) => /name="press" value="([^"]+)"/.exec(text)?.[1] ?? "";
const idOf = (n: number) => at.nominees[n]?.id as string;
const paper = (...said: (string | undefined)[]) =>
  Object.fromEntries(said.flatMap((choice, n) => (choice ? [[`choice.${idOf(n)}`, choice]] : [])));

test("an organizer plans a meeting, and it does not open before enough members are there", async () => {
  const plan = { title: "Phiên họp xét khen thưởng", day: "2025-10-01", clock: "08:00", place: "Phòng họp số 1" };
  const press = pressIn((await organizer.get(home)).text);
  const bad = await organizer.post(`${home}?index`, { ...plan, press, day: "31/02/2025" });
  expect([bad.status, bad.text.includes("Không có ngày này")]).toEqual([422, true]);
  const made = await organizer.post(`${home}?index`, { ...plan, press });
  meeting = made.to;
  expect(meeting).toMatch(/^\/awards\/.+\/meetings\/.+/);
  const early = await organizer.post(`${meeting}?index`, { do: "open" });
  expect([early.status, early.text.includes("Có mặt 0/9 thành viên; cần ít nhất 6.")]).toEqual([409, true]);
  const marks = at.members.map(({ seat }, n) => [`at.${seat.id}`, n === 7 ? "written" : "present"]);
  await organizer.post(`${meeting}?index`, { do: "attendance", ...Object.fromEntries(marks) });
  expect((await organizer.post(`${meeting}?index`, { do: "open" })).status).toBe(303);
});

test("a vote is offered while it can be opened alone, and else the page says when", async () => {
  const shown = async () => (await organizer.get(meeting)).text.replace(/<!-- -->/g, "");
  const offered = 'name="do" value="poll"';
  const when = (startsAt: string, endsAt: string | null) =>
    transact((tx) =>
      tx
        .update(roundPhases)
        .set({ startsAt: new Date(startsAt), endsAt: endsAt === null ? null : new Date(endsAt) })
        .where(eq(roundPhases.kind, "vote")),
    );
  expect(await shown()).toContain(offered);
  await when("2120-01-01T01:00:00Z", null);
  expect([(await shown()).includes(offered), await shown()]).toEqual([
    ...[false, expect.stringMatching(/Mở được từ .{0,3}08:00/)],
  ]);
  await when("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z");
  expect([(await shown()).includes(offered), await shown()]).toEqual([
    ...[false, expect.stringContaining("Bước Bỏ phiếu trong lịch của đợt đã hết hạn.")],
  ]);
  await when("2020-01-01T00:00:00Z", null);

  const mark = (attendance: (n: number) => string) =>
    organizer.post(`${meeting}?index`, {
      do: "attendance",
      ...Object.fromEntries(at.members.map(({ seat }, n) => [`at.${seat.id}`, attendance(n)])),
    });
  await mark((n) => (n < 5 ? "present" : "absent"));
  expect([(await shown()).includes(offered), await shown()]).toEqual([
    ...[false, expect.stringContaining("Chưa đủ số thành viên có mặt để họp.")],
  ]);
  await mark((n) => (n === 7 ? "written" : "present"));
  expect(await shown()).toContain(offered);
});

test("a member votes on a phone: looks the paper over, sends it, and takes a receipt home; nobody sees a count", async () => {
  const page = (await organizer.get(meeting)).text;
  const opened = await organizer.post(`${meeting}?index`, {
    do: "poll",
    categoryId: at.category.id,
    press: pressIn(page),
  });
  expect(opened.status).toBe(303);
  const [row] = await read.select().from(polls);
  poll = `${meeting}/polls/${row?.id}`;
  const [member] = members as [Browser];
  const half = await member.post(poll, { do: "review", ...paper("yes", "no") });
  expect([half.status, half.text.includes("Hãy chọn cho từng đề cử.")]).toEqual([422, true]);
  // What lacks a choice is marked, and only that.
  const marked = at.nominees.map(({ id }) => half.text.includes(`id="choice.${id}-error"`));
  expect(marked).toEqual([false, false, true]);
  const before = await dumpDatabase();
  const review = (await member.post(poll, { do: "review", ...paper("yes", "yes", "yes") })).text;
  expect(review).toContain("Kiểm tra trước khi gửi");
  expect(await dumpDatabase()).toEqual(before);
  const sent = (await member.post(poll, { do: "send", ...paper("yes", "yes", "yes") })).text;
  receipt = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(sent.slice(sent.indexOf("Mã nhận phiếu")))?.[0] ?? "";
  expect(receipt).not.toBe("");
  expect((await member.post(poll, { do: "send", ...paper("no", "no", "no") })).status).toBe(409);
  const shown = (await organizer.get(meeting)).text;
  expect(shown).toContain("Đã nhận 1/9 phiếu");
  // Neither on the page nor in the data that it carries; after the count both are there, see below.
  expect(shown).not.toMatch(counts);
  expect(site.said()).not.toContain(receipt);
});

test("a member in conflict does not find the nomination on the paper, and cannot vote on it", async () => {
  const last = members[8] as Browser;
  const page = (await last.get(poll)).text;
  expect([page.includes("Sở Tư pháp"), page.includes("Sở Nội vụ")]).toEqual([true, false]);
  expect((await last.post(poll, { do: "send", ...paper("yes", "no", "yes") })).status).toBe(409);
  const sent = (await last.post(poll, { do: "send", ...paper("yes", "no") })).text;
  expect(sent).toContain("Mã nhận phiếu");
});

test("8 in the room and one in writing: 8 of 9 pass, 7 of 9 fail at 80 % of all members", async () => {
  const desk = async () => (await organizer.get(meeting)).text.replace(/<!-- -->/g, "");
  expect(await desk()).toContain("Còn 7 thành viên chưa gửi phiếu");
  for (const n of [1, 2, 3, 4, 5, 6, 7]) {
    const said = [n === 7 ? "no" : "yes", n === 7 ? "no" : "yes", "yes"];
    expect((await members[n]?.post(poll, { do: "send", ...paper(...said) }))?.status).toBe(200);
  }
  const pollId = poll.split("/").at(-1) ?? "";
  for (const words of ["Đã nhận đủ phiếu.", "Phiên họp đã kết thúc không mở lại được."])
    expect(await desk()).toContain(words);
  expect((await organizer.post(`${meeting}?index`, { do: "close" })).status).toBe(409);
  const reason = "h".repeat(3001);
  const refused = await organizer.post(`${meeting}?index`, { do: "void", poll: pollId, reason });
  expect([refused.status, refused.text.includes(reason), refused.text.includes("Dài quá, xin rút ngắn.")]).toEqual([
    ...[422, true, true],
  ]);
  expect((await organizer.post(`${meeting}?index`, { do: "count", poll: pollId })).status).toBe(303);
  const page = (await organizer.get(meeting)).text.replace(/<!-- -->/g, "");
  expect(page).toMatch(counts);
  expect(page).toContain("8/9 = 88,89 %");
  expect(page).toContain("7/9 = 77,78 %");
  expect(page).toContain("cần 8");
  expect((await members[1]?.post(poll, { do: "send", ...paper("yes", "yes", "yes") }))?.status).toBe(409);
  // Who is in conflict does not read the result either.
  expect((await (members[8] as Browser).get(meeting)).text).not.toContain("Sở Nội vụ");
});

test("a receipt is found in the urn after the count, and an invented one is not", async () => {
  const [member] = members as [Browser];
  const found = (await member.post(poll, { do: "check", receipt: receipt.toLowerCase() })).text;
  expect(found).toContain("Phiếu mang mã này có trong hòm phiếu.");
  const wrong = (await member.post(poll, { do: "check", receipt: "2222-2222" })).text;
  expect(wrong).toContain("Không có phiếu nào mang mã này");
});

test("the drafts hold the numbers, and their number, date and signature stay blank", async () => {
  const said: Record<string, string> = {};
  for (const kind of ["minutes", "proposal", "decision"]) {
    const cookie = [...organizer.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${site.origin}${meeting}/${kind}.docx`, { headers: { Cookie: cookie } });
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    said[kind] = partOf(bytes, "word/document.xml")
      .replace(/<\/w:p>/g, "\n")
      .replace(/<[^>]+>/g, "");
    for (const browser of [members[3], stranger])
      expect((await browser?.get(`${meeting}/${kind}.docx`))?.status).toBe(404);
  }
  expect(said.minutes).toContain("7/9 = 77,78\u00A0% (cần 8)");
  expect(said.minutes).toContain("Số:        /BB-HĐTĐKT");
  expect(said.proposal).toContain("Sở Y tế");
  expect(said.proposal).not.toContain("Sở Tư pháp");
  expect(said.decision).toContain("ngày       tháng       năm 2025");
});

test("the end of the meeting moves the nominations, and its pages are nobody else's", async () => {
  expect((await organizer.post(`${meeting}?index`, { do: "close" })).status).toBe(303);
  const states = (await read.select().from(nominations)).map(({ nomineeName, state }) => `${nomineeName}: ${state}`);
  expect(states.sort()).toEqual(["Sở Nội vụ: proposed", "Sở Tư pháp: refused", "Sở Y tế: proposed"]);
  for (const path of [home, meeting, poll]) {
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(path, { do: "send" })).status).toBe(404);
    expect((await site.browser().get(path)).to).toMatch(/^\/sign-in/);
  }
  expect((await members[3]?.post(`${meeting}?index`, { do: "close" }))?.status).toBe(403);
});
