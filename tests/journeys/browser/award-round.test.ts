import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../../app/features/accounts/rules";
import { honourWords } from "../../../app/features/awards/honours/messages";
import { awardWords } from "../../../app/features/awards/messages";
import { nominationWords } from "../../../app/features/awards/nominations/messages";
import { type PhaseKind, phaseKinds } from "../../../app/features/awards/rounds/phases.rules";
import { conflictWords } from "../../../app/features/awards/conflicts/messages";
import { scoringWords } from "../../../app/features/awards/scoring/messages";
import { votingWords } from "../../../app/features/awards/voting/messages";
import { paths } from "../../../app/web/paths";
import { addDays, dayOf } from "../../../app/web/time";
import { closeDatabase, openDatabase, read, transact } from "../../../db/client.server";
import { honours, nominations } from "../../../db/schema.server";
import { makeCategory, makeRound, makeSeat } from "../../kit/awards";
import { fitsSideways, phone, useBrowser } from "../../kit/browser";
import { makeActor, makeOrganization, makeUnit } from "../../kit/makers";
import { signPageIn } from "../../kit/signed-in";
import { type Site, startSite } from "../../kit/site";
import { type SmtpSink, startSmtpSink } from "../../kit/smtp";
import { answers, fill, follow, letterTo, pathOf, press, shows } from "./hands";

const w = awardWords.vi;
const n = nominationWords.vi;
const s = scoringWords.vi;
const c = conflictWords.vi;
const v = votingWords.vi;
const h = honourWords.vi;
const zone = "Asia/Ho_Chi_Minh";
const wide = { viewport: { width: 1366, height: 768 } };

interface Unit {
  id: string;
  name: string;
  achievement: string;
  focalPoint: Actor;
  head: Actor;
  doer: Page;
  signer: Page;
  dossier: string;
}

const { visit } = useBrowser({ keep: true });
let sink: SmtpSink;
let site: Site;
let organizer: Actor;
let roundId = "";
let desk: Page;
/** The health, the justice and the home affairs department, each with its dossier's path once there is one. */
const units: Unit[] = [];
/** The chair, the secretary and three members; the third and the fifth sit in the hall with a phone. */
const members: { actor: Actor; page: Page }[] = [];
let meeting = "";
let poll = "";
const receipts: string[] = [];

beforeAll(async () => {
  sink = await startSmtpSink();
  const mail = { SMTP_URL: sink.url, MAIL_FROM: "TenTen <tenten@lamgiang.example>" };
  site = await startSite({ ...mail, APP_SECRETS: "one-secret-for-the-site-and-for-the-tests", TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  const made = await transact(async (tx) => {
    await makeOrganization(tx);
    const province = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province" });
    const owner = await makeUnit(tx, { name: "UBND tỉnh Lam Giang", kind: "committee", parent: province });
    const round = await makeRound(tx, { ownerUnitId: owner.id, phases: {} });
    await makeCategory(tx, round, { nomineeKinds: ["unit"], quota: 2, rivalsLeave: false });
    const people = [];
    for (const [name, achievement] of [
      ["Sở Y tế", "Đã cấp sổ sức khỏe điện tử cho toàn dân"],
      ["Sở Tư pháp", "Đã số hóa toàn bộ sổ hộ tịch"],
      ["Sở Nội vụ", "Đã nối thông văn bản đến cấp xã"],
    ] as const) {
      const unit = await makeUnit(tx, { name, parent: province });
      const focalPoint = await makeActor(tx, "focal-point", { unit, name: `Đầu mối ${name}` });
      const head = await makeActor(tx, "head", { unit, name: `Giám đốc ${name}` });
      people.push({ id: unit.id, name, achievement, focalPoint, head });
    }
    const seated = [];
    for (const [place, name] of ["Lê Văn Chủ", "Trần Thị Thư", "Phạm Văn Ba", "Hồ Thị Tư", "Đỗ Văn Năm"].entries()) {
      const actor = await makeActor(tx, "council-member", { name });
      const role = place === 0 ? "chair" : place === 1 ? "secretary" : "member";
      await makeSeat(tx, round, actor, { role, sort: place + 1, declaredAt: null });
      seated.push(actor);
    }
    return { round, people, seated, organizer: await makeActor(tx, "organizer", { unit: owner }) };
  });
  roundId = made.round.id;
  organizer = made.organizer;
  desk = await enter(organizer, wide);
  for (const unit of made.people)
    units.push({
      ...unit,
      doer: await enter(unit.focalPoint, wide),
      signer: await enter(unit.head, wide),
      dossier: "",
    });
  for (const [place, actor] of made.seated.entries())
    members.push({ actor, page: await enter(actor, place === 2 || place === 4 ? phone : wide) });
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
  await sink?.close();
});

/** A stranger's dossier is 404 to its reader, which the test asks for; nothing else may be refused. */
async function enter(who: Actor, options: typeof wide | typeof phone): Promise<Page> {
  const page = await visit(site.origin, { ...options, refused: [404] });
  await signPageIn(page, site, who);
  return page;
}

/** The organizer sets the calendar so that this phase runs today and tomorrow, after those before it and before the others. */
async function come(phase: PhaseKind) {
  await desk.goto(paths.awardCalendar(roundId));
  const today = dayOf(new Date(), zone);
  const at = phaseKinds.indexOf(phase);
  for (const [place, kind] of phaseKinds.entries()) {
    const away = place - at;
    const window = { starts: away > 0 ? away + 1 : away, ends: away < 0 ? away + 1 : away + 2 };
    for (const [edge, days] of Object.entries(window)) {
      await desk.locator(`[name="${kind}.${edge}On"]`).fill(addDays(today, days));
      await desk.locator(`[name="${kind}.${edge}At"]`).fill("00:00");
    }
  }
  await press(desk, w.save);
  await shows(desk, w.said.saved);
}

const paper = (name: string) => ({
  ...{ name, mimeType: "application/pdf" },
  buffer: Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n%${name}\ntrailer\n<</Root 1 0 R>>\n%%EOF\n`),
});
const idOf = (at: number) => units[at]?.dossier.split("/").at(-1) ?? "";

/** What is typed while the line is cut stays on the page, is not lost to an error, and is saved once the line is back. */
async function staysWithoutLine(page: Page): Promise<void> {
  const panel = page.locator("section", { has: page.getByRole("heading", { name: n.texts.spread, exact: true }) });
  await page.route("**/edit.data*", (route) => route.abort("aborted"));
  await panel.getByRole("textbox").fill("Ba xã bạn đến học");
  await panel.getByText(n.cut).waitFor();
  await page.unroute("**/edit.data*");
  await panel.getByRole("button", { name: n.save }).click();
  await panel.getByText(n.kept).waitFor();
  await page.reload();
  expect(await panel.getByRole("textbox").inputValue()).toBe("Ba xã bạn đến học");
}

test("three units write their dossiers, and each is told what is missing until the head has signed", {
  timeout: 120_000,
}, async () => {
  await come("nomination");
  for (const unit of units) {
    const { doer, signer } = unit;
    await doer.goto(paths.nominationNew(roundId));
    await follow(doer, "Cơ quan cấp tỉnh tiêu biểu");
    await fill(doer, n.nameOf.unit, unit.name);
    await press(doer, n.add);
    await shows(doer, n.said.started);
    unit.dossier = pathOf(doer);
    await shows(doer, n.lacks);
    await follow(doer, n.write);
    for (const [field, text] of [
      ["achievement", unit.achievement],
      ["report", `${unit.achievement}, đúng hạn và có số liệu.`],
    ] as const) {
      const panel = doer.locator("section", { has: doer.getByRole("heading", { name: n.texts[field], exact: true }) });
      await panel.getByRole("textbox").fill(text);
      await panel.getByText(n.kept).waitFor();
    }
    if (unit === units[0]) await staysWithoutLine(doer);
    await doer.goto(paths.nominationFiles(idOf(units.indexOf(unit))));
    for (const kind of ["proposal", "report", "minutes"] as const) {
      await doer.getByLabel(n.fields.kindOfFile).selectOption(kind);
      await doer.getByLabel(n.fields.files, { exact: true }).setInputFiles(paper(`${kind}.pdf`));
      await press(doer, n.addPapers);
      await doer.getByRole("button", { name: `${n.takeOut}: ${kind}.pdf` }).waitFor();
    }
    await doer.goto(unit.dossier);
    await shows(doer, n.signature);
    expect(await doer.getByRole("link", { name: n.steps.submit.title }).count()).toBe(0);
    await signer.goto(unit.dossier);
    await follow(signer, n.steps.sign.title);
    await press(signer, n.steps.sign.press);
    await shows(signer, n.said.sign);
    await doer.goto(unit.dossier);
    await follow(doer, n.steps.submit.title);
    await press(doer, n.steps.submit.press);
    await shows(doer, n.said.submit);
  }
  // Another unit's dossier does not exist for them.
  expect((await units[0]?.doer.goto(units[1]?.dossier ?? ""))?.status()).toBe(404);
});

test("the desk takes the dossiers in, gives each a number and lets them go before the council", {
  timeout: 60_000,
}, async () => {
  await come("appraisal");
  for (const { dossier } of units) {
    await desk.goto(dossier);
    for (const step of ["receive", "qualify"] as const) {
      await follow(desk, n.steps[step].title);
      await press(desk, n.steps[step].press);
      await shows(desk, n.said[step]);
    }
  }
  for (const [at, { focalPoint, name }] of units.entries()) {
    const letter = await letterTo(sink, focalPoint.email);
    expect(letter.text).toContain(name);
    expect(letter.text).toContain(`0${at + 1}`);
  }
});

const pageOf = (at: number): Page => (members[at] as (typeof members)[number]).page;

/** Two scorings of equal weight; the first is the higher where the weight is greatest. */
const sheets = [
  ["9", "8", "8", "8"],
  ["8", "9", "8", "9"],
  ["5", "5", "5,5", "5"],
] as const;

/** A sheet filled in and pressed while the line is cut stays as it is, to be sent when the line is back. */
async function scoresWithoutLine(page: Page): Promise<void> {
  const comment = page.getByLabel(s.comment);
  await page.route("**/scoring/*.data*", (route) => route.abort("aborted"));
  await comment.fill("Rõ số liệu");
  await shows(page, s.errors["no-line"] as string);
  await press(page, s.submit);
  await shows(page, s.errors["no-line"] as string);
  expect(await comment.inputValue()).toBe("Rõ số liệu");
  expect(await page.locator('input[inputmode="decimal"]').first().inputValue()).toBe("9");
  await page.unroute("**/scoring/*.data*");
}

test("five members declare and score, two of them on phones; the one in conflict never finds the dossier", {
  timeout: 180_000,
}, async () => {
  await come("scoring");
  for (const [at, { page }] of members.entries()) {
    // Before the declaration no dossier is shown to anybody.
    await page.goto(paths.scoring(roundId));
    expect(pathOf(page)).toBe(paths.awardConflicts(roundId));
    if (at === 4) {
      await page.getByRole("checkbox", { name: "Sở Nội vụ" }).check();
      await page.getByLabel(`${c.reasonOf}: Sở Nội vụ`).fill("Vợ là giám đốc sở");
    }
    await press(page, c.declare);
    await shows(page, c.said.declared);
    for (const [of, scores] of sheets.entries()) {
      const address = paths.scoreSheet(roundId, idOf(of));
      const found = (await page.goto(address))?.status();
      expect(found).toBe(at === 4 && of === 2 ? 404 : 200);
      if (found === 404) continue;
      await answers(page, 'input[inputmode="decimal"]');
      for (const [place, score] of scores.entries())
        await page.locator('input[inputmode="decimal"]').nth(place).fill(score);
      if (at === 2) expect(await fitsSideways(page)).toBe(true);
      if (at === 2 && of === 0) await scoresWithoutLine(page);
      await press(page, s.submit);
      await shows(page, s.said.submitted);
    }
    await page.goto(paths.scoring(roundId));
    await shows(page, at === 4 ? s.done("2", "2") : s.done("3", "3"));
  }
});

/** What a category's ranking says to this reader: rank, name with its reason, points, raw points and raw rank. */
const ranks = async (page: Page) => {
  await page.goto(paths.ranking(roundId));
  const rows = page.locator("table tbody tr");
  return await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].slice(0, 2).map((cell) => (cell.textContent ?? "").trim())),
  );
};

test("equal points are told apart by the heaviest criterion, with the reason beside the rank", async () => {
  const tied = s.decided.criterion;
  const { within, beyond } = w.places;
  expect(await ranks(desk)).toEqual([
    ["1", `Sở Y tế ${within}${tied}`],
    ["2", `Sở Tư pháp ${within}${tied}`],
    ["3", `Sở Nội vụ ${beyond}${s.decided.score}`],
  ]);
  // Whom one dossier is hidden from is told no places: they would tell of it.
  expect(await ranks(pageOf(4))).toEqual([
    ["1", `Sở Y tế${tied}`],
    ["2", `Sở Tư pháp${tied}`],
  ]);
});

async function vote(at: number, choices: ("yes" | "no" | null)[], address = poll) {
  const page = pageOf(at);
  await page.goto(address);
  for (const [of, choice] of choices.entries()) {
    const box = page.locator(`[name="choice.${idOf(of)}"]`);
    if (choice === null) expect(await box.count()).toBe(0);
    else await page.locator(`[name="choice.${idOf(of)}"][value="${choice}"]`).check();
  }
  await press(page, v.review);
  await shows(page, v.reviewTitle);
  expect(await fitsSideways(page)).toBe(true);
  await press(page, v.send);
  await shows(page, v.receiptLead);
  receipts.push((await page.locator(".receipt").textContent()) ?? "");
}

/** The cells of a row of the page's results: the nominee, how the votes fell, what came of it. */
const resultOf = async (page: Page, name: string) =>
  (await page.locator("tr", { hasText: name }).first().locator("td, th").allTextContents()).map((cell) =>
    cell.replaceAll("\u00A0", " ").trim(),
  );

test("four of five meet and vote in secret: what has no four of all five fails, though nobody in the room was against", {
  timeout: 120_000,
}, async () => {
  await come("vote");
  await desk.goto(paths.councilMeetings(roundId));
  await fill(desk, v.name, "Phiên họp xét khen thưởng");
  await desk.locator('[name="day"]').fill(dayOf(new Date(), zone));
  await desk.locator('[name="clock"]').fill("08:00");
  await press(desk, v.plan);
  await shows(desk, v.said.planned);
  meeting = pathOf(desk);
  for (const [at, { actor }] of members.entries()) {
    const where = at === 3 ? v.attendances.absent : v.attendances.present;
    await desk.getByRole("row", { name: actor.name }).getByRole("radio", { name: where }).check();
  }
  await press(desk, v.saveAttendance);
  await shows(desk, v.quorate);
  await press(desk, v.open);
  await shows(desk, v.said.opened);
  await press(desk, v.openPoll);
  await shows(desk, v.said.polled);
  await pageOf(0).goto(meeting);
  poll = (await pageOf(0).getByRole("link", { name: v.vote, exact: true }).getAttribute("href")) ?? "";
  await vote(0, ["yes", "yes", "yes"]);
  await vote(1, ["yes", "yes", "yes"]);
  await vote(2, ["yes", "yes", "yes"]);
  await pageOf(3).goto(poll);
  await shows(pageOf(3), v.notVoter);
  await vote(4, ["yes", "yes", null]);
  await desk.goto(meeting);
  await shows(desk, v.cast("4", "4"));
  await press(desk, v.count);
  await shows(desk, v.said.counted);
  expect((await resultOf(desk, "Sở Y tế")).join(" ")).toContain("4/5 = 80,00 %");
  expect((await resultOf(desk, "Sở Nội vụ")).join(" ")).toContain("3/5 = 60,00 %");
  expect((await resultOf(desk, "Sở Nội vụ")).at(-1)).toBe(v.failed);
  expect((await resultOf(desk, "Sở Tư pháp")).at(-1)).toBe(v.passed);
  // Who is in conflict does not read that result either.
  await pageOf(4).goto(meeting);
  expect(await pageOf(4).locator("main").textContent()).not.toContain("Sở Nội vụ");
});

test("a run-off ends two against two, and the chair's casting vote breaks the tie", { timeout: 90_000 }, async () => {
  await desk.goto(meeting);
  await desk.locator("summary", { hasText: v.openRunOff }).click();
  await desk.locator("details details > summary").first().click();
  const among = desk.getByRole("group", { name: v.among });
  await among.getByLabel("Sở Y tế").check();
  await among.getByLabel("Sở Tư pháp").check();
  await press(desk, v.openRunOff);
  await shows(desk, v.said.polled);
  await pageOf(0).goto(meeting);
  const runOff = (await pageOf(0).getByRole("link", { name: v.vote, exact: true }).getAttribute("href")) ?? "";
  for (const [at, choices] of [
    [0, ["no", "yes"]],
    [1, ["yes", "no"]],
    [2, ["yes", "no"]],
    [4, ["no", "yes"]],
  ] as const)
    await vote(at, [...choices], runOff);
  await desk.goto(meeting);
  await press(desk, v.count);
  await shows(desk, v.said.counted);
  expect(await desk.getByRole("button", { name: `${v.castFor}: Sở Y tế` }).count()).toBe(0);
  const chair = pageOf(0);
  await chair.goto(meeting);
  await press(chair, `${v.castFor}: Sở Tư pháp`);
  await shows(chair, v.said.cast);
  await shows(chair, v.first);
  await chair.goto(poll);
  await fill(chair, v.receipt, (receipts[0] ?? "").toLowerCase());
  await press(chair, v.checkButton);
  await shows(chair, v.isIn);
  await desk.goto(meeting);
  for (const kind of ["minutes", "proposal", "decision"] as const) {
    const coming = desk.waitForEvent("download");
    await follow(desk, v.papers[kind]);
    expect((await coming).suggestedFilename()).toMatch(/\.docx$/);
  }
  await desk.locator("summary", { hasText: v.close }).click();
  await press(desk, v.close);
  await shows(desk, v.said.closed);
  const states = await read.select({ name: nominations.nomineeName, state: nominations.state }).from(nominations);
  expect(Object.fromEntries(states.map(({ name, state }) => [name, state]))).toEqual({
    "Sở Y tế": "proposed",
    "Sở Tư pháp": "proposed",
    "Sở Nội vụ": "refused",
  });
});

test("the decision is written down, certificates are printed, and each unit hears its result", {
  timeout: 60_000,
}, async () => {
  await come("decision");
  await desk.goto(paths.awardDecisions(roundId));
  await fill(desk, h.number, "2150/QĐ-UBND");
  await desk.locator('[name="issuedOn"]').fill(dayOf(new Date(), zone));
  await fill(desk, h.signatory, "Nguyễn Văn Sơn");
  await fill(desk, h.signatoryTitle, "Chủ tịch");
  await fill(desk, h.authority, "Chủ tịch UBND tỉnh Lam Giang");
  await press(desk, h.add);
  await shows(desk, h.said.decided("2"));
  const coming = desk.waitForEvent("download");
  await follow(desk, h.certificates);
  const stream = await (await coming).createReadStream();
  const [head] = (await stream.toArray()) as Buffer[];
  expect(head?.subarray(0, 5).toString()).toBe("%PDF-");
  const heard = units.map(({ head: { email } }) => sink.find(email).length);
  await press(desk, h.tell);
  await shows(desk, h.told);
  const letters = [];
  for (const [at, unit] of units.entries()) letters.push(await letterTo(sink, unit.head.email, (heard[at] ?? 0) + 1));
  expect(letters.map(({ text }) => text.includes("2150/QĐ-UBND"))).toEqual([true, true, false]);
  expect(letters[2]?.text).toContain("3/5");
  for (const { actor } of members) await letterTo(sink, actor.email);
});

test("the honour roll and the page behind the code are anybody's, without script, and hold no more than is printed", async () => {
  const guest = await visit(site.origin, { ...phone, javaScriptEnabled: false, refused: [404] });
  await guest.goto(paths.honourRoll(2025));
  const roll = (await guest.locator("main").textContent()) ?? "";
  expect([roll.includes("Sở Y tế"), roll.includes("Sở Tư pháp"), roll.includes("Sở Nội vụ")]).toEqual([
    true,
    true,
    false,
  ]);
  expect([await fitsSideways(guest), roll.includes("@"), roll.includes("4/5")]).toEqual([true, false, false]);
  const [entry] = await read.select().from(honours).where(eq(honours.name, "Sở Y tế"));
  await guest.goto(paths.verify(entry?.verifyCode ?? ""));
  await shows(guest, h.genuine);
  await shows(guest, "Đã cấp sổ sức khỏe điện tử cho toàn dân");
  await guest.goto(paths.verify("2222222222"));
  await shows(guest, h.noSuch);
});
