import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, transact } from "../../db/client.server";
import { awardCategories, awardRounds } from "../../db/schema.server";
import { paths } from "../../app/web/paths";
import { makeSeat } from "../kit/awards";
import { makeActor, makeOrganization } from "../kit/makers";
import { makeScoring, recuse, type Scoring } from "../kit/scoring";
import { signedIn } from "../kit/signed-in";
import { type Browser, type Site, startSite } from "../kit/site";

let site: Site;
let at: Scoring;
let organizer: Browser;
/** Runs the round, sits in its council, and is in conflict with the last dossier. */
let secretary: Browser;
let members: Browser[];
let here: string;

beforeAll(async () => {
  site = await startSite();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  await transact((tx) => makeOrganization(tx));
  const nominees = ["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính"];
  at = await makeScoring({ size: 4, nominees, category: { judgesPerNomination: 3 } });
  here = paths.awardAssignments(at.round.id);
  const second = await transact((tx) => makeActor(tx, "organizer", { name: "Thư ký Hội đồng" }));
  const seat = await transact((tx) => makeSeat(tx, at.round, second, { role: "secretary", sort: 9 }));
  await recuse({ ...at, members: [{ actor: second, seat }] }, 0, 3);
  organizer = await signedIn(site, at.organizer);
  members = await Promise.all(at.members.map(({ actor }) => signedIn(site, actor)));
  secretary = await signedIn(site, second);
}, 240_000);

afterAll(async () => {
  await closeDatabase();
  await site.stop();
});

/** The rows of the tables of a page, cell by cell. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr[\s>].*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][\s>].*?<\/t[hd]>/gs)].map(([cell]) => cell.replace(/<[^>]+>/g, "").trim()),
  );

/** The page of the category, with the version of the preview that stands on it. */
async function previewFor(who: Browser) {
  const page = await who.get(paths.awardAssignment(at.round.id, at.category.id));
  return { ...page, rows: rowsOf(page.text), version: /name="version" value="([^"]+)"/.exec(page.text)?.[1] ?? "" };
}

/** What the members of a preview have, would have, the same in the whole round, and leave alone, all together. */
const sumsOf = (rows: string[][]) =>
  [1, 2, 3, 4, 5].map((n) => rows.reduce((sum, row) => sum + (row.length === 6 ? Number(row[n]) || 0 : 0), 0));

test("counts and loads are told without the dossiers that a conflict closes to who looks", async () => {
  const whole = rowsOf((await organizer.get(here)).text);
  expect(whole).toContainEqual(["Ủy viên số 1", "4", "4", "0"]);
  expect(whole).toContainEqual(["Thư ký Hội đồng", "3", "3", "1"]);
  const seen = rowsOf((await secretary.get(here)).text);
  expect(seen).toContainEqual(["Ủy viên số 1", "3", "3", "0"]);
  expect(seen).toContainEqual(["Thư ký Hội đồng", "3", "3", "0"]);
  expect((await previewFor(organizer)).text).toContain("Sở Tài chính");
  const closed = await previewFor(secretary);
  expect([closed.status, closed.text.includes("Sở Tài chính")]).toEqual([200, false]);
  expect(sumsOf(closed.rows)).toEqual([15, 9, 15, 9, 0]);
});

test("in a round that has ended nothing is shared out, and the page says why", async () => {
  const set = (state: "closed" | "published") => transact((tx) => tx.update(awardRounds).set({ state }));
  const { version } = await previewFor(organizer);
  await set("closed");
  const refused = await organizer.post(paths.awardAssignment(at.round.id, at.category.id), { version });
  expect([refused.status, refused.text.includes("Đợt đã kết thúc hoặc đã hủy.")]).toEqual([409, true]);
  const { text, version: none } = await previewFor(organizer);
  expect([none, text.includes("Đợt đã kết thúc hoặc đã hủy.")]).toEqual(["", true]);
  await set("published");
});

test("what was shown is what is given; when something has changed meanwhile, the new preview is shown instead", async () => {
  const address = paths.awardAssignment(at.round.id, at.category.id);
  const old = await previewFor(organizer);
  expect(sumsOf(old.rows)).toEqual([19, 12, 19, 12, 1]);
  await recuse(at, 0, 0);
  const refused = await organizer.post(address, { version: old.version });
  expect([refused.status, refused.text.includes("vừa thay đổi")]).toEqual([409, true]);
  const fresh = await previewFor(organizer);
  expect(fresh.version).not.toBe(old.version);
  expect((await organizer.post(address, { version: fresh.version })).status).toBe(303);
  const after = await previewFor(organizer);
  expect([after.version, after.text.includes("Phân công đang có đã đúng như bản chia.")]).toEqual(["", true]);
  expect((await members[0]?.get(address))?.status).toBe(404);
});

test("who scores a dossier is chosen by hand, refused in words, and never from or for whom a conflict closes it to", async () => {
  const [first, last] = [at.nominees[0]?.id as string, at.nominees[3]?.id as string];
  const address = paths.awardJudges(at.round.id, first);
  const page = await organizer.get(address);
  expect([page.status, page.text.includes("Xung đột lợi ích: không tham gia")]).toEqual([200, true]);
  const version = /name="version" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const choose = (...chosen: number[]) =>
    organizer.post(address, [
      ["version", version],
      ...chosen.map((n): [string, string] => ["memberIds", at.members[n]?.seat.id as string]),
    ]);
  const few = await choose(1, 2);
  expect([few.status, few.text.includes("Chọn ít nhất 3 thành viên")]).toEqual([409, true]);
  const conflicted = await choose(0, 1, 2);
  expect([conflicted.status, conflicted.text.includes("có xung đột lợi ích không chấm")]).toEqual([409, true]);
  expect(await choose(1, 2, 3)).toMatchObject({ status: 303, to: paths.awardAssignment(at.round.id, at.category.id) });
  expect((await previewFor(organizer)).text).toContain("Ủy viên số 2, Ủy viên số 3, Ủy viên số 4");
  await recuse(at, 2, 0);
  await transact((tx) =>
    tx.update(awardCategories).set({ adjustmentFixed: "severity", adjustmentFixedAt: new Date() }),
  );
  const { text, version: none } = await previewFor(organizer);
  for (const words of ["Đã có điểm", "1 hồ sơ thiếu người chấm", "Thiếu 1 người"]) expect(text).toContain(words);
  expect(none).toBe("");
  expect((await secretary.get(paths.awardJudges(at.round.id, last))).status).toBe(404);
  expect((await secretary.post(paths.awardJudges(at.round.id, last), { version: "" })).status).toBe(404);
  expect((await members[0]?.get(address))?.status).toBe(404);
});
