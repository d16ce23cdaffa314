import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, insertMany, openDatabase, read, transact } from "../../db/client.server";
import { awardCategories, awardDecisions, honours, roundPhases } from "../../db/schema.server";
import { honourWords } from "../../app/features/awards/honours/messages";
import { shownCode } from "../../app/features/awards/codes.rules";
import { honourRow } from "../../app/features/awards/honours/writes.server";
import { leftToRight } from "../../app/web/i18n";
import { paths } from "../../app/web/paths";
import { bait, makeProposed, type Proposed } from "../kit/honours";
import { makeOrganization } from "../kit/makers";
import { sessionOf, signedIn } from "../kit/signed-in";
import { type Browser, type Site, startSite } from "../kit/site";

const hostile = '<script>alert("1")</script> #panic("run") $x$';
const words = honourWords.vi;
let site: Site;
let at: Proposed;
let organizer: Browser;
let focalPoint: Browser;
let rival: Browser;
let guest: Browser;

const decisionId = async () => (await read.select().from(awardDecisions))[0]?.id as string;
const entryOf = async (n: number) => {
  const [entry] = await read
    .select()
    .from(honours)
    .where(eq(honours.nominationId, at.nominees[n]?.id as string));
  return entry as typeof honours.$inferSelect;
};
/** A paper as its reader's browser gets it. */
async function paper(path: string, who: Proposed["organizer"]) {
  const headers = { cookie: `tenten_session=${await sessionOf(who)}` };
  const answer = await fetch(`${site.origin}${path}`, { headers, redirect: "manual" });
  const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  const pages = body.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return { status: answer.status, type: answer.headers.get("content-type"), begins: body.slice(0, 5), pages };
}
const pdfOf = (pages: number) => ({ status: 200, type: "application/pdf", begins: "%PDF-", pages });

beforeAll(async () => {
  site = await startSite();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  await transact((tx) => makeOrganization(tx));
  at = await makeProposed(["Sở Y tế", hostile]);
  organizer = await signedIn(site, at.organizer);
  focalPoint = await signedIn(site, at.focalPoints[0] as Proposed["organizer"]);
  rival = await signedIn(site, at.focalPoints[1] as Proposed["organizer"]);
  guest = site.browser();
});

afterAll(async () => {
  await closeDatabase();
  await site.stop();
});

test("before the step of the decision the page says so instead of offering a form that would be refused", async () => {
  const [step] = await read.select().from(roundPhases).where(eq(roundPhases.kind, "decision"));
  const begins = (startsAt: Date) =>
    transact((tx) => tx.update(roundPhases).set({ startsAt }).where(eq(roundPhases.kind, "decision")));
  const page = async () => (await organizer.get(paths.awardDecisions(at.round.id))).text;
  await begins(new Date(Date.now() + 3_600_000));
  const early = await page();
  expect([early.includes("Chưa đến bước quyết định"), early.includes('name="number"')]).toEqual([true, false]);
  expect(early).toContain(paths.awardCalendar(at.round.id));
  await begins(step!.startsAt);
  expect(await page()).toContain('name="number"');
});

test("a decision that is not whole keeps what was typed, and then honours whom it names", async () => {
  const here = paths.awardDecisions(at.round.id);
  const fields = { number: "2150/QĐ-UBND", issuedOn: "", signatory: "Nguyễn Văn Sơn", signatoryTitle: "Chủ tịch" };
  const chosen = at.nominees.map(({ id }): [string, string] => ["nominationIds", id]);
  const form = (over: object): [string, string][] => [
    ...(Object.entries({ ...fields, authority: "Chủ tịch UBND tỉnh", ...over }) as [string, string][]),
    ...chosen,
  ];
  const refused = await organizer.post(here, form({}));
  expect([refused.status, refused.text.includes('value="2150/QĐ-UBND"')]).toEqual([422, true]);
  const future = await organizer.post(here, form({ issuedOn: "01/01/2999" }));
  expect([future.status, future.text.includes('value="Nguyễn Văn Sơn"')]).toEqual([409, true]);
  expect((await rival.post(here, form({ issuedOn: "31/08/2025" }))).status).toBe(404);
  expect(await read.select().from(awardDecisions)).toEqual([]);
  // The category has fewer awards than the decision names: it is asked about, with all that was typed, and then done.
  await transact((tx) => tx.update(awardCategories).set({ quota: 1 }));
  const over = await organizer.post(here, form({ issuedOn: "31/08/2025" }));
  expect([over.status, over.text.includes("Số được chọn nhiều hơn chỉ tiêu")]).toEqual([409, true]);
  expect([over.text.includes('name="overQuota"'), over.text.includes('value="31/08/2025"')]).toEqual([true, true]);
  expect(await read.select().from(awardDecisions)).toEqual([]);
  const done = await organizer.post(here, form({ issuedOn: "31/08/2025", overQuota: "on" }));
  expect([done.status, done.to]).toEqual([303, paths.awardDecision(at.round.id, await decisionId())]);
  const page = (await organizer.get(done.to)).text;
  expect([page.includes("Sở Y tế"), page.includes("<script>alert")]).toEqual([true, false]);
});

test("certificates come in one file to who runs the round, and one by one to the unit that nominated", async () => {
  const all = paths.certificates(at.round.id, await decisionId());
  const one = paths.certificate((await entryOf(0)).id);
  const [ours, theirs] = at.focalPoints as [Proposed["organizer"], Proposed["organizer"]];
  expect(await paper(all, at.organizer)).toEqual(pdfOf(2));
  expect(await paper(one, ours)).toEqual(pdfOf(1));
  for (const [path, who] of [
    [all, ours],
    [one, theirs],
    [one, at.members[0]?.actor as Proposed["organizer"]],
  ] as const)
    expect(await paper(path, who)).toMatchObject({ status: 404, pages: 0 });
  expect((await guest.get(one)).status).toBe(303);
});

test("the results are told by one press, and a second is refused in words", async () => {
  const here = paths.awardDecision(at.round.id, await decisionId());
  expect((await organizer.post(here, { do: "tell" })).status).toBe(303);
  expect((await organizer.post(here, { do: "tell" })).status).toBe(409);
  expect((await organizer.post(here, { handedOverOn: "32/13/2025" })).status).toBe(422);
  expect((await organizer.post(here, { handedOverOn: "01/09/2025" })).status).toBe(303);
  expect((await entryOf(0)).handedOverOn).toBe("2025-09-01");
});

test("everybody reads the roll and the certificate behind a code, without scripts, contacts or hints", async () => {
  const { verifyCode } = await entryOf(0);
  const roll = await guest.get(`${paths.honourRoll(2025)}&q=so%20y%20te`);
  const found = await guest.get(paths.verify(verifyCode.toLowerCase()));
  for (const page of [roll, found]) {
    expect([page.status, page.text.includes("Sở Y tế"), page.text.includes("2150/QĐ-UBND")]).toEqual([200, true, true]);
    for (const secret of [...Object.values(bait), "Đầu mối", "Ủy viên số", (await entryOf(0)).nominationId as string])
      expect(page.text).not.toContain(secret);
    expect(page.text).not.toContain("<script>alert");
  }
  // From right to left a decision's number keeps its order.
  const arabic = await guest.get(paths.honourRoll(2025), { "Accept-Language": "ar" });
  expect(arabic.text).toContain(leftToRight("2150/QĐ-UBND"));
  // The printed address alone asks for the code; typed as printed, with its dashes, it leads to the same page.
  expect((await guest.get(paths.verifying)).text).toContain('name="code"');
  const typed = await guest.get(`${paths.verifying}?code=${shownCode(verifyCode).toLowerCase()}`);
  expect([typed.status, typed.to]).toEqual([303, paths.verify(shownCode(verifyCode).toLowerCase())]);
  expect((await guest.get(typed.to)).text).toContain("Sở Y tế");
  // Cut in the middle of a sign that takes two places.
  const cut = await guest.get(`${paths.verifying}?code=${encodeURIComponent(`${"A".repeat(39)}😀`)}`);
  expect([cut.status, cut.to]).toEqual([303, paths.verify("A".repeat(39))]);
  const [wrong, short] = [await guest.get(paths.verify("ABCD2345EFGH")), await guest.get(paths.verify("x'--"))];
  expect([wrong.status, short.status]).toEqual([404, 404]);
  expect(wrong.text.replaceAll("ABCD2345EFGH", "")).not.toContain("Sở Y tế");
});

test("two who mend one entry do not undo each other: the second sees both, and saves over what they saw", async () => {
  const { id, achievement, version } = await entryOf(1);
  const here = paths.honour(id);
  const form = (position: string, over: number) =>
    organizer.post(here, {
      ...{ name: "Sở Tư pháp", position, unitName: "", achievement, register: "", locale: "vi", version: `${over}` },
    });
  expect((await organizer.get(here)).text).toContain(`name="version" value="${version}"`);
  expect((await form("Bản của người thứ nhất", version)).status).toBe(303);
  const late = await form("Bản của người thứ hai", version);
  expect(late.status).toBe(409);
  for (const said of [
    "Bản của người thứ nhất",
    'value="Bản của người thứ hai"',
    `value="${version + 1}"`,
    words.meanwhile,
  ])
    expect(late.text).toContain(said);
  expect((await entryOf(1)).position).toBe("Bản của người thứ nhất");
  expect((await form("Bản của người thứ hai", version + 1)).status).toBe(303);
  expect((await entryOf(1)).position).toBe("Bản của người thứ hai");
  // A form without a version was made by nobody's page.
  expect((await organizer.post(here, { name: "Sở Tư pháp", locale: "vi" })).status).toBe(422);
});

test("a roll of many is turned page by page with its year and its words kept, and its numbers are said", async () => {
  const row = await entryOf(1);
  const many = Array.from({ length: 120 }, (_, n) => ({
    ...honourRow({ ...row, name: `Tổ số ${String(n).padStart(3, "0")}`, year: 2019, now: new Date() }),
    ...{ id: undefined, roundId: null, nominationId: null, decisionId: null },
  }));
  await transact((tx) => insertMany(tx, honours, many));
  const first = await guest.get(paths.honourRoll(2019));
  for (const said of [words.rollCount(120), words.rollShown(1, 50, 120), "Tổ số 000", "Tổ số 049"])
    expect(first.text).toContain(said);
  expect([first.text.includes("Tổ số 050"), first.text.includes("<script")]).toEqual([false, false]);
  const linkIn = (text: string, rel: string) => {
    const [link = ""] = new RegExp(`<a [^>]*rel="${rel}"[^>]*>`).exec(text) ?? [];
    return /href="([^"]+)"/.exec(link)?.[1]?.replaceAll("&amp;", "&") ?? "";
  };
  const last = await guest.get(linkIn((await guest.get(linkIn(first.text, "next"))).text, "next"));
  expect([last.text.includes(words.rollShown(101, 120, 120)), last.text.includes("Tổ số 119")]).toEqual([true, true]);
  expect([linkIn(last.text, "next"), linkIn(last.text, "prev")]).toEqual(["", `${paths.honourRoll(2019)}&page=2`]);
  const beyond = await guest.get(`${paths.honourRoll(2019)}&page=99`);
  expect([beyond.status, linkIn(beyond.text, "prev")]).toEqual([200, `${paths.honourRoll(2019)}&page=3`]);
  const found = await guest.get(linkIn((await guest.get(`${paths.honourRoll(2019)}&q=to+so`)).text, "next"));
  expect([found.text.includes("Tổ số 050"), found.text.includes('value="to so"')]).toEqual([true, true]);
  expect((await guest.get(`${paths.honourRoll(2019)}&q=khong+co`)).text).toContain(words.rollNoneFound);
  await transact((tx) => tx.delete(honours).where(eq(honours.year, 2019)));
});

test("a revoked award leaves the roll, its certificate is gone, and its code says by which decision", async () => {
  const { id, verifyCode } = await entryOf(0);
  const here = paths.honour(id);
  const fields = { do: "revoke", number: "9/QĐ-UBND", revokedOn: "02/09/2025" };
  expect((await focalPoint.post(here, { ...fields, reason: "Man khai" })).status).toBe(403);
  const refused = await organizer.post(here, { ...fields, reason: "" });
  expect([refused.status, refused.text.includes('value="9/QĐ-UBND"')]).toEqual([409, true]);
  expect((await organizer.post(here, { ...fields, reason: "Man khai thành tích" })).status).toBe(303);
  expect((await guest.get(paths.honourRoll(2025))).text).not.toContain("Sở Y tế");
  const code = await guest.get(paths.verify(verifyCode));
  expect([code.status, code.text.includes("9/QĐ-UBND"), code.text.includes("Man khai")]).toEqual([200, true, false]);
  expect(await paper(paths.certificate(id), at.organizer)).toMatchObject({ status: 410, pages: 0 });
  expect(await paper(paths.certificates(at.round.id, await decisionId()), at.organizer)).toEqual(pdfOf(1));
});
