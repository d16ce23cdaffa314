import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, transact } from "../../db/client.server";
import { awardRounds } from "../../db/schema.server";
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

test("counts and loads are told without the dossiers that a conflict closes to who looks", async () => {
  const whole = rowsOf((await organizer.get(here)).text);
  expect(whole).toContainEqual(["Ủy viên số 1", "4", "0"]);
  expect(whole).toContainEqual(["Thư ký Hội đồng", "3", "1"]);
  const seen = rowsOf((await secretary.get(here)).text);
  expect(seen).toContainEqual(["Ủy viên số 1", "3", "0"]);
  expect(seen).toContainEqual(["Thư ký Hội đồng", "3", "0"]);
});

test("in a round that has ended nothing is shared out, and the page says why", async () => {
  const set = (state: "closed" | "published") => transact((tx) => tx.update(awardRounds).set({ state }));
  await set("closed");
  const refused = await organizer.post(here, { categoryId: at.category.id });
  expect([refused.status, refused.text.includes("Đợt đã kết thúc hoặc đã hủy.")]).toEqual([409, true]);
  const { text } = await organizer.get(here);
  expect([text.includes("Chia hồ sơ"), text.includes("Đợt đã kết thúc hoặc đã hủy.")]).toEqual([false, true]);
  await set("published");
});
