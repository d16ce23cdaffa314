import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read, transact } from "../../db/client.server";
import { awardCategories, councilMembers, nominations, roundPhases } from "../../db/schema.server";
import type { Actor } from "../../app/features/accounts/rules";
import { paths } from "../../app/web/paths";
import { readSheet } from "../../app/web/sheet.server";
import { makeActor, makeOrganization } from "../kit/makers";
import { makeScoring, type Scoring, sheetOf } from "../kit/scoring";
import { sessionOf, signedIn } from "../kit/signed-in";
import { type Browser, type Site, startSite } from "../kit/site";

const hour = 3_600_000;
let site: Site;
let at: Scoring;
let organizer: Browser;
let members: Browser[];
let stranger: Browser;

const idOf = (n: number) => at.nominees[n]?.id as string;
const sheetPath = (n: number) => paths.scoreSheet(at.round.id, idOf(n));
/** The form of a sheet: scores by criterion, and what its button says. */
const form = (values: (number | string)[], version: number, press: string): Record<string, string> => ({
  ...Object.fromEntries(values.map((value, n) => [`score.${at.scored.criteria[n]?.id}`, String(value)])),
  version: String(version),
  comment: "",
  do: press,
});
/** The key under which a page of declaration asks for a nominee. */
const keyOf = (page: string, name: string) =>
  /name="conflict\.([^"]+)"/.exec(page.slice(page.lastIndexOf("<input", page.indexOf(`<bdi>${name}`))))?.[1];
const scoreAll = async (who: Browser, n: number, values: number[]) =>
  expect((await who.post(sheetPath(n), form(values, 0, "submit"))).status).toBe(303);

const shown = (text: string) => text.replace(/<!-- -->/g, "");

beforeAll(async () => {
  site = await startSite();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  await transact((tx) => makeOrganization(tx));
  at = await makeScoring({ size: 3, nominees: ["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"] });
  await transact(async (tx) => {
    const runs = { startsAt: new Date(Date.now() - hour), endsAt: new Date(Date.now() + hour) };
    await tx.delete(roundPhases).where(eq(roundPhases.kind, "vote"));
    await tx.update(roundPhases).set(runs).where(eq(roundPhases.kind, "scoring"));
    await tx
      .update(councilMembers)
      .set({ declaredAt: null })
      .where(eq(councilMembers.id, at.members[0]?.seat.id as string));
  });
  organizer = await signedIn(site, at.organizer);
  members = await Promise.all(at.members.map(({ actor }) => signedIn(site, actor)));
  stranger = await signedIn(site, await transact((tx) => makeActor(tx, "focal-point")));
});

afterAll(async () => {
  await closeDatabase();
  await site.stop();
});

test("a member declares first, and no dossier opens before", async () => {
  const [first] = members as [Browser];
  for (const path of [paths.scoring(at.round.id), sheetPath(0)])
    expect(await first.get(path)).toMatchObject({ status: 303, to: paths.awardConflicts(at.round.id) });
  const page = await first.get(paths.awardConflicts(at.round.id));
  expect(page.text).toContain("Sở Nội vụ");
  // By the name alone: nothing of the page leads to the dossier's own address.
  for (const n of [0, 1, 2]) expect(page.text).not.toContain(idOf(n));
  const key = keyOf(page.text, "Sở Nội vụ");
  const fields = { [`conflict.${key}`]: "1", [`reason.${key}`]: "" };
  const refused = await first.post(paths.awardConflicts(at.round.id), fields);
  expect(refused.status).toBe(409);
  const done = await first.post(paths.awardConflicts(at.round.id), { ...fields, [`reason.${key}`]: "Anh rể" });
  expect(done.status).toBe(303);
});

test("the dossier in conflict is nowhere: not in the list, not by its address, not by a form", async () => {
  const [first, second] = members as [Browser, Browser];
  const list = await first.get(paths.scoring(at.round.id));
  expect([list.text.includes("Sở Y tế"), list.text.includes("Sở Nội vụ")]).toEqual([true, false]);
  expect(list.text).toContain("0/2");
  expect((await second.get(paths.scoring(at.round.id))).text).toContain("Sở Nội vụ");
  const nothing = await first.get(paths.scoreSheet(at.round.id, "0"));
  for (const answer of [
    await first.get(sheetPath(2)),
    await first.post(sheetPath(2), form([8, 8, 8, 8], 0, "submit")),
    await first.get(paths.scoredFile(at.round.id, idOf(2), "0")),
    await stranger.get(sheetPath(0)),
    await stranger.get(paths.ranking(at.round.id)),
    await stranger.get(paths.rankingWorkbook(at.round.id)),
    await first.get(paths.rankingWorkbook(at.round.id)),
    await first.get(paths.awardAssignments(at.round.id)),
  ])
    expect(answer.status).toBe(404);
  expect(nothing.status).toBe(404);
  expect(await sheetOf(at, 0, 2)).toBe(null);
});

test("a wrong score is told beside its field and what was typed stays", async () => {
  const [first] = members as [Browser];
  for (const wrong of ["11", "-1", "7,3", "tám"]) {
    const page = await first.post(sheetPath(0), form(["8,5", wrong, 9, 6], 0, "save"));
    expect(page.status).toBe(409);
    expect([page.text.includes(`value="${wrong}"`), page.text.includes('value="8,5"')]).toEqual([true, true]);
    expect(page.text).toContain('aria-invalid="true"');
  }
  expect(await sheetOf(at, 0, 0)).toBe(null);
});

test("all wrong scores of a press are told at once, and only a whole sheet shows what it comes to", async () => {
  const [first] = members as [Browser];
  const page = await first.post(sheetPath(0), form(["11", "7,3", "tám", 6], 0, "submit"));
  expect([page.status, page.text.match(/aria-invalid="true"/g)?.length]).toEqual([409, 3]);
  for (const words of ["Điểm vượt thang điểm.", "Điểm không đúng bước của thang.", "bước 0,5", "Điểm quy đổi: –/100"])
    expect(shown(page.text)).toContain(words);
  const partial = await first.post(sheetPath(0), form(["8", "8", "8", "x"], 0, "save"));
  expect(shown(partial.text)).toContain("Điểm quy đổi: –/100");
  expect(await sheetOf(at, 0, 0)).toBe(null);
});

test("a comment or a reason that is too long is refused beside its field, kept on the page, and nothing is cut or stored", async () => {
  const [first] = members as [Browser];
  const [comment, reason] = ["d".repeat(3001), "e".repeat(3001)];
  const scored = form([8, 8, 8, 8], 0, "submit");
  for (const [fields, typed] of [
    [{ ...scored, comment }, comment],
    [{ do: "abstain", reason }, reason],
  ] as const) {
    const page = await first.post(sheetPath(0), fields);
    expect([page.status, page.text.includes("Dài quá, xin rút ngắn."), page.text.includes(typed)]).toEqual([
      ...[422, true, true],
    ]);
  }
  expect(await sheetOf(at, 0, 0)).toBe(null);

  const key = keyOf((await first.get(paths.awardConflicts(at.round.id))).text, "Sở Y tế");
  const declared = { [`conflict.${key}`]: "1", [`reason.${key}`]: "f".repeat(1001) };
  const page = await first.post(paths.awardConflicts(at.round.id), declared);
  expect([page.text.includes("Dài quá, xin rút ngắn."), page.text.includes("f".repeat(1001))]).toEqual([true, true]);
  expect((await first.get(sheetPath(0))).status).toBe(200);
});

test("a ballot with a blank keeps what it has, says what is missing, and the second tab is told", async () => {
  const [first] = members as [Browser];
  expect((await first.post(sheetPath(0), form(["8,5", 7], 0, "save"))).status).toBe(200);
  const missing = await first.post(sheetPath(0), form(["8,5", 7, "", 6], 1, "submit"));
  expect([missing.status, missing.text.includes('aria-invalid="true"')]).toEqual([409, true]);
  const other = await first.post(sheetPath(0), form([1, 1, 1, 1], 0, "save"));
  expect(other.status).toBe(409);
  expect((await sheetOf(at, 0, 0))?.scores).toEqual(
    new Map([8.5, 7].map((value, n) => [at.scored.criteria[n]?.id as string, value])),
  );
});

test("the ranking stays closed until the own ballots are in, and then gives every rank its reason", async () => {
  const [first, second, third] = members as [Browser, Browser, Browser];
  for (const who of [second, third])
    for (const n of [0, 1, 2]) await scoreAll(who, n, n === 0 ? [9, 9, 9, 9] : [7, 7, 7, 7]);
  const before = (await first.get(`${paths.ranking(at.round.id)}?sort=score`)).text;
  expect([before.includes("Sở Y tế"), before.includes("Sở Tư pháp"), before.includes("90,00")]).toEqual([
    false,
    false,
    false,
  ]);
  expect((await first.post(sheetPath(0), form([9, 9, 9, 9], 1, "submit"))).to).toBe(sheetPath(1));
  expect((await first.post(sheetPath(1), form([7, 7, 7, 7], 0, "submit"))).to).toBe(paths.scoring(at.round.id));
  const after = (await first.get(paths.ranking(at.round.id))).text;
  expect([after.includes("Sở Y tế"), after.includes("90,00"), after.includes("Sở Nội vụ")]).toEqual([
    true,
    true,
    false,
  ]);
});

test("a seat closes the ranking to who runs the round as well, until the own ballots are in", async () => {
  const seated: Actor = await transact(async (tx) => {
    const unitId = at.organizer.grants[0]?.unitId as string;
    const unit = { id: unitId, path: at.organizer.grants[0]?.unitPath as string };
    return await makeActor(tx, "organizer", { unit, name: "Thư ký" });
  });
  const seat = await transact(async (tx) => {
    const [row] = await tx
      .insert(councilMembers)
      .values({ roundId: at.round.id, userId: seated.userId, sort: 9, declaredAt: new Date(), createdAt: new Date() })
      .returning();
    return row?.id as string;
  });
  const browser = await signedIn(site, seated);
  expect((await browser.get(paths.ranking(at.round.id))).text).not.toContain("90,00");
  const cookie = `tenten_session=${await sessionOf(seated)}`;
  const book = await fetch(`${site.origin}${paths.rankingWorkbook(at.round.id)}`, { headers: { cookie } });
  const sheets = await readSheet(new Uint8Array(await book.arrayBuffer()), "ranking.xlsx");
  expect(sheets.ok && sheets.sheets.map(({ rows }) => rows.length)).toEqual([1, 1, 1]);
  await transact((tx) => tx.update(councilMembers).set({ leftAt: new Date() }).where(eq(councilMembers.id, seat)));
});

test("new weights are counted anew with their reason, and the workbook justifies every rank", async () => {
  const weights = Object.fromEntries(
    at.scored.criteria.map(({ id }, n) => [`weight.${id}`, String([30, 40, 20, 10][n])]),
  );
  const fields = { ...weights, categoryId: at.category.id };
  expect((await organizer.post(paths.ranking(at.round.id), { ...fields, reason: "" })).status).toBe(409);
  const long = "g".repeat(3001);
  const refused = await organizer.post(paths.ranking(at.round.id), { ...fields, reason: long });
  expect([refused.status, refused.text.includes(long)]).toEqual([422, true]);
  const reason = `Theo Thông báo số 12/TB-HĐ, ${"h".repeat(600)}.`;
  expect((await organizer.post(paths.ranking(at.round.id), { ...fields, reason })).status).toBe(303);
  expect((await organizer.get(paths.ranking(at.round.id))).text).toContain(reason);

  const cookie = `tenten_session=${await sessionOf(at.organizer)}`;
  const book = await fetch(`${site.origin}${paths.rankingWorkbook(at.round.id)}`, { headers: { cookie } });
  const done = await readSheet(new Uint8Array(await book.arrayBuffer()), "ranking.xlsx");
  if (!done.ok) throw new Error(done.reason);
  const [ranks, ballots, journal] = done.sheets;
  expect(ranks?.rows.slice(1).map((row) => [row[1], row[2]])).toEqual([
    ["1", "Sở Y tế"],
    ["2", "Sở Tư pháp"],
    ["", "Sở Nội vụ"],
  ]);
  expect(ballots?.rows).toHaveLength(1 + 8);
  expect(journal?.rows[1]?.join(" ")).toContain(reason);
  expect(await read.select().from(councilMembers)).toHaveLength(4);
});

test("after the last moment nothing is taken any more", async () => {
  const [, second] = members as [Browser, Browser];
  await transact((tx) => tx.update(roundPhases).set({ endsAt: new Date(Date.now() - 1000) }));
  expect((await second.post(sheetPath(1), { do: "reopen" })).status).toBe(409);
  expect((await sheetOf(at, 1, 1))?.row.submittedAt).not.toBe(null);
});

test("in a blind category no number can be tied to a name: not by the declaration, and not by taking it back", async () => {
  const [first] = members as [Browser];
  await transact(async (tx) => {
    await tx.update(awardCategories).set({ blind: true });
    await tx.update(roundPhases).set({ endsAt: new Date(Date.now() + hour) });
    for (const n of [0, 1, 2])
      await tx
        .update(nominations)
        .set({ receipt: 70_070 + n })
        .where(eq(nominations.id, idOf(n)));
  });
  const list = (await first.get(paths.scoring(at.round.id))).text;
  expect(["Sở Y tế", "Sở Nội vụ", idOf(0), idOf(2)].map((word) => list.includes(word))).toEqual([
    ...[false, false, true, false],
  ]);
  const page = (await first.get(paths.awardConflicts(at.round.id))).text;
  const names = ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế"].map((name) => page.indexOf(`<bdi>${name}`));
  expect(names).toEqual([...names].sort((a, b) => a - b));
  expect(names[0]).toBeGreaterThan(0);
  for (const n of [0, 1, 2])
    expect([idOf(n), `${70_070 + n}`].filter((sign) => new RegExp(`\\b${sign}\\b`).test(page))).toEqual([]);
  // Unticked, it would bring its number back to the list.
  expect((await first.post(paths.awardConflicts(at.round.id), {})).status).toBe(303);
  expect((await first.get(paths.scoring(at.round.id))).text).not.toContain(idOf(2));
  expect((await first.get(sheetPath(2))).status).toBe(404);
});

test("an organizer sets and lifts conflicts with a reason that stays, and nobody else can", async () => {
  const [first] = members as [Browser];
  const here = paths.awardConflicts(at.round.id);
  const memberId = at.members[0]?.seat.id as string;
  const pin = { do: "pin", memberId, nominationId: idOf(0), reason: "Hợp đồng tư vấn" };
  expect((await first.post(here, pin)).status).toBe(409);
  expect((await first.get(sheetPath(0))).status).toBe(200);
  const blank = await organizer.post(here, { ...pin, reason: " " });
  expect([blank.status, blank.text.includes('aria-invalid="true"')]).toEqual([409, true]);
  expect((await organizer.post(here, pin)).status).toBe(303);
  expect((await first.get(sheetPath(0))).status).toBe(404);

  const lift = { do: "lift", pair: `${memberId}:${idOf(2)}`, why: "Đã xác minh: trùng họ" };
  expect((await organizer.post(here, lift)).status).toBe(303);
  expect((await first.get(sheetPath(2))).status).toBe(200);
  expect((await organizer.post(here, lift)).status).toBe(409);
  const page = (await organizer.get(here)).text;
  for (const words of ["Hợp đồng tư vấn", "Đã xác minh: trùng họ", at.organizer.name]) expect(page).toContain(words);
});
