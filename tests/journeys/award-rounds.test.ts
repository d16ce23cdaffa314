import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { categoryValues } from "../../app/features/awards/categories/forms";
import { findRound, membersOf } from "../../app/features/awards/rounds/reads.server";
import { categoriesOf } from "../../app/features/awards/rounds/templates.rules";
import type { Actor } from "../../app/features/accounts/rules";
import { paths } from "../../app/web/paths";
import { addDays, dayOf } from "../../app/web/time";
import { closeDatabase, openDatabase, read, transact } from "../../db/client.server";
import { letters } from "../../db/schema.server";
import { dumpDatabase } from "../kit/dump";
import { makeActor, makeOrganization, makeUnit } from "../kit/makers";
import { signedIn } from "../kit/signed-in";
import { type Browser, type Site, startSite } from "../kit/site";
import { type SmtpSink, startSmtpSink } from "../kit/smtp";

const zone = "Asia/Ho_Chi_Minh";
const today = dayOf(new Date(), zone);
const year = Number(today.slice(0, 4));
const fromToday = (days: number) => addDays(today, days);

let sink: SmtpSink;
let site: Site;
let units: Record<"committee" | "ward" | "commune", { id: string }>;
let people: Record<"head" | "focal", Actor>;
let organizer: Browser;
let head: Browser;
let focal: Browser;
let supervisor: Browser;
let roundId = "";

beforeAll(async () => {
  sink = await startSmtpSink();
  const mail = { SMTP_URL: sink.url, MAIL_FROM: "TenTen <thu@lamgiang.example>" };
  site = await startSite({ TENTEN_LIMITS: "off", ...mail });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  const made = await transact(async (tx) => {
    await makeOrganization(tx);
    const committee = await makeUnit(tx, { name: "Ủy ban nhân dân tỉnh", kind: "committee" });
    const ward = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward" });
    const commune = await makeUnit(tx, { name: "Xã Thạch Khê", kind: "commune" });
    await makeUnit(tx, { name: "Trường Nguyễn Du", kind: "school" });
    const head = await makeActor(tx, "head", { unit: ward, name: "Nguyễn Văn Bến" });
    const focal = await makeActor(tx, "focal-point", { unit: commune, name: "Lê Thị Khê" });
    const supervisor = await makeActor(tx, "supervisor");
    return {
      units: { committee, ward, commune },
      head,
      focal,
      supervisor,
      organizer: await makeActor(tx, "organizer"),
    };
  });
  units = made.units;
  people = { head: made.head, focal: made.focal };
  organizer = await signedIn(site, made.organizer);
  head = await signedIn(site, made.head);
  focal = await signedIn(site, made.focal);
  supervisor = await signedIn(site, made.supervisor);
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
  await sink?.close();
});

const shown = (text: string) => text.replace(/<!-- -->/g, "");
const pressIn = (text: string) => /name="press" value="([^"]+)"/.exec(text)?.[1] ?? "";
const round = async (id = roundId) => (await findRound(read, { roundId: id }))!;
const run = (fields: Record<string, string>) => organizer.post(`${paths.award(roundId)}?index`, fields);

async function begin(fields: Record<string, string>) {
  const press = pressIn((await organizer.get(paths.awardNew)).text);
  const usual = { "title.vi": `Khen thưởng ${year}`, year: `${year}`, ownerUnitId: units.committee.id };
  return await organizer.post(paths.awardNew, { press, ...usual, ...fields });
}

test("a round begins from the template, and what was typed stays when a field is wrong", async () => {
  const bad = await begin({ template: "national-day", year: "hai nghìn", place: "Lam Giang" });
  expect([bad.status, bad.text.includes("Viết số nguyên."), bad.text.includes('value="hai nghìn"')]).toEqual([
    ...[422, true, true],
  ]);
  const made = await begin({ template: "national-day", place: "Lam Giang" });
  roundId = made.to.split("/").at(-1) ?? "";
  const { state, place, categories } = await round();
  expect({ state, place, categories: categories.length }).toEqual({
    ...{ state: "draft", place: "Lam Giang", categories: 6 },
  });
});

test("weights that do not sum are refused in words with their sum, and nothing typed is lost", async () => {
  const [usual] = categoriesOf("national-day");
  const values = { ...categoryValues(usual!), "title.vi": "Chuyển đổi số trong trường học", minimumScore: "72,5" };
  const lists = [
    ["forms", "merit"],
    ["nomineeKinds", "unit"],
    ["requiredFiles", "report"],
  ] as [string, string][];
  const save = (over: Record<string, string>) =>
    organizer.post(paths.awardCategoryNew(roundId), [...Object.entries({ ...values, ...over }), ...lists]);
  const refused = await save({ "criterion.0.weight": "25" });
  const text = shown(refused.text);
  expect(refused.status).toBe(409);
  for (const words of ["Tổng các trọng số phải bằng 100", "Tổng trọng số: 90 trên 100", "còn thiếu 10"])
    expect(text).toContain(words);
  for (const typed of ['value="Chuyển đổi số trong trường học"', 'value="72,5"', 'value="25"'])
    expect(text).toContain(typed);
  const wider = await save({ "criterion.0.weight": "25", do: "row" });
  expect([wider.status, wider.text.includes('name="criterion.5.weight"'), (await round()).categories.length]).toEqual([
    ...[200, true, 6],
  ]);
  expect((await save({})).status).toBe(303);
  const { minimumScore, requiredFiles, criteria } = (await round()).categories.at(-1)!;
  expect({ minimumScore, requiredFiles, weights: criteria.map(({ weight }) => weight) }).toEqual({
    ...{ minimumScore: 72.5, requiredFiles: ["report"], weights: [35, 25, 15, 15, 10] },
  });
});

test("its conditions are kept with their thresholds, and a unit is told of them", async () => {
  const facts = {
    "title.vi": `Khen thưởng ${year}`,
    year: `${year}`,
    conflictYears: "3",
    quorumOf: "2",
    quorumIn: "3",
  };
  const rule = { "overdue-tasks.effect": "block", "overdue-tasks.limit": "", "done-share.effect": "off" };
  const bad = await organizer.post(paths.awardEdit(roundId), { ...facts, ...rule });
  expect([bad.status, bad.text.includes("overdue-tasks.limit-error")]).toEqual([422, true]);
  expect((await organizer.post(paths.awardEdit(roundId), { ...facts, ...rule, documentId: "bịa" })).status).toBe(422);
  const saved = { ...facts, ...rule, "overdue-tasks.limit": "2" };
  const gone = await organizer.post(paths.awardEdit(roundId), { ...saved, documentId: "bịa" });
  expect([gone.status, gone.text.includes("Không có văn bản này trong danh mục.")]).toEqual([409, true]);
  expect((await organizer.post(paths.awardEdit(roundId), saved)).status).toBe(303);
  expect((await round()).eligibility).toEqual([{ fact: "overdue-tasks", limit: 2, effect: "block" }]);
});

const calendar = (starts: number, ends: number, then: number) => ({
  "nomination.startsOn": fromToday(starts),
  "nomination.endsOn": fromToday(ends),
  "appraisal.startsOn": fromToday(then),
  "appraisal.startsAt": "18:00",
  "appraisal.endsOn": fromToday(then + 10),
});
const setCalendar = (fields: Record<string, string>) => organizer.post(paths.awardCalendar(roundId), fields);

test("steps that overlap and days that do not exist are refused beside the step", async () => {
  const over = await setCalendar(calendar(-1, 7, 6));
  expect([over.status, over.text.includes("appraisal.startsOn-error")]).toEqual([409, true]);
  expect(over.text).toContain("Bước này bắt đầu khi bước trước chưa kết thúc.");
  const bad = await setCalendar({ ...calendar(-1, 7, 7), "nomination.endsOn": "31/02/2030" });
  expect([bad.status, bad.text.includes('value="31/02/2030"')]).toEqual([422, true]);
  expect((await run({ do: "publish" })).status).toBe(409);
  expect((await setCalendar(calendar(-1, 7, 7))).status).toBe(303);
});

test("a draft is nobody's but its organizers'; called out, the call leaves once to each, and whom it misses is named", async () => {
  expect((await head.get(paths.award(roundId))).status).toBe(404);
  expect((await organizer.get(paths.award(roundId))).text).toContain("2 người sẽ nhận");
  expect((await run({ do: "publish" })).status).toBe(303);
  expect((await run({ do: "publish" })).status).toBe(409);
  const addresses = [people.head.email, people.focal.email].sort();
  await expect
    .poll(() => sink.messages.map(({ envelope }) => envelope.to[0]).sort(), { timeout: 15_000 })
    .toEqual(addresses);
  const link = `${site.origin}${paths.award(roundId)}`;
  expect(sink.messages.every(({ text, subject }) => text.includes(link) && subject.includes("Đề nghị đề cử"))).toBe(
    true,
  );
  const called = shown((await head.get(paths.award(roundId))).text);
  expect([called.includes("Việc của đơn vị"), called.includes("Nhiều nhất 2 nhiệm vụ quá hạn")]).toEqual([true, true]);
});

test("the page of letters sends nothing by being looked at, and its button once a day", async () => {
  await expect
    .poll(async () => (await read.select({ state: letters.state }).from(letters)).map(({ state }) => state), {
      timeout: 15_000,
    })
    .toEqual(["sent", "sent"]);
  const before = await dumpDatabase();
  const page = shown((await organizer.get(paths.awardLetters(roundId))).text);
  for (const words of ["2 đã đi", "2 người sẽ nhận", "Trường Nguyễn Du", "chưa ghi thủ trưởng, đầu mối", "Gửi 2 thư"])
    expect(page).toContain(words);
  expect(page).toContain("Đến nay đơn vị của");
  expect(await dumpDatabase()).toEqual(before);
  const press = async (what: string) => {
    const { status, to } = await organizer.post(paths.awardLetters(roundId), { do: what });
    return [status, shown((await organizer.get(to || paths.awardLetters(roundId))).text)] as const;
  };
  const [status, said] = await press("silent");
  expect([status, said.includes("Đã viết 2 thư")]).toEqual([303, true]);
  expect((await press("silent"))[1]).toContain("Không có thư mới");
  expect((await press("score"))[0]).toBe(409);
  await expect.poll(() => sink.messages.length, { timeout: 15_000 }).toBe(4);
  expect((await organizer.post(paths.awardLetters(roundId), { do: "made-up" })).status).toBe(404);
});

test("the steps switch by the clock: once nomination is over a unit cannot begin, unless an exception lets it", async () => {
  expect((await setCalendar(calendar(-9, -1, -1))).status).toBe(303);
  const page = shown((await head.get(paths.award(roundId))).text);
  expect([page.includes("Việc của đơn vị"), page.includes("Đang diễn ra")]).toEqual([false, true]);
  expect(shown((await organizer.get(paths.awardLetters(roundId))).text)).toContain("Bước Đề cử đã hết hạn.");
  const category = (await round()).categories[0]!;
  const nominate = async (who: Browser, unitId: string) => {
    const { text } = await who.get(`${paths.nominationNew(roundId)}?category=${category.id}`);
    const fields = {
      categoryId: category.id,
      unitId,
      nomineeUnitId: unitId,
      kind: "unit",
      form: "merit",
      nomineeName: "Đơn vị",
    };
    return (await who.post(paths.nominationNew(roundId), { press: pressIn(text), ...fields })).status;
  };
  expect(await nominate(head, units.ward.id)).toBe(409);
  const except = (fields: Record<string, string>) =>
    organizer.post(paths.awardLate(roundId), { unitId: units.ward.id, ...fields });
  const until = { untilOn: fromToday(2), untilAt: "17:00" };
  const silent = await except({ ...until, reason: "" });
  expect([silent.status, silent.text.includes("Xin ghi lý do.")]).toEqual([409, true]);
  expect((await except({ untilOn: fromToday(-1), reason: "Bão" })).text).toContain("Thời điểm này đã qua.");
  expect((await except({ ...until, reason: "Bão số 9, mất điện ba ngày" })).status).toBe(303);
  expect([await nominate(head, units.ward.id), await nominate(focal, units.commune.id)]).toEqual([303, 409]);
});

test("last year's round is the start of the next: categories, conditions of scoring and a calendar a year on", async () => {
  const made = await begin({
    template: `round:${roundId}`,
    year: `${year + 1}`,
    "title.vi": `Khen thưởng ${year + 1}`,
  });
  const next = await round(made.to.split("/").at(-1));
  const old = await round();
  const outline = ({ categories, phases }: typeof old) => ({
    categories: categories.map(({ title, minimumScore, criteria }) => [title.vi, minimumScore, criteria.length]),
    phases: phases.map(({ kind }) => kind),
  });
  expect({ state: next.state, ...outline(next) }).toEqual({ state: "draft", ...outline(old) });
  expect(dayOf(next.phases[0]!.startsAt, zone).slice(0, 4)).toBe(String(Number(fromToday(-9).slice(0, 4)) + 1));
});

test("above a form each error stands with the name of its field", async () => {
  const page = shown((await begin({ "title.vi": "", year: "20x6" })).text);
  for (const [field, words] of [
    ["title.vi", "Tên đợt khen thưởng: Ô này không được để trống."],
    ["year", "Năm: Viết số nguyên."],
  ])
    expect(page).toContain(`<a href="#${field}">${words}</a>`);
  const calendar = await organizer.post(paths.awardCalendar(roundId), { "scoring.startsOn": "32/13/2026" });
  expect(shown(calendar.text)).toContain('<a href="#scoring.startsOn">Chấm điểm: ');
});

test("what a draft lacks leads to where it is added, and a round called off says why", async () => {
  const made = await begin({ "title.vi": "Khen thưởng đột xuất", template: "empty", year: `${year}` });
  const draft = made.to.split("/").at(-1) ?? "";
  const page = (await organizer.get(paths.award(draft))).text;
  for (const way of [paths.awardCategoryNew(draft), paths.awardCalendar(draft), paths.awardCouncil(draft)])
    expect(page).toMatch(new RegExp(`<li><a[^>]* href="${way}"`));
  expect(page).toContain("Chưa đơn vị nào thấy đợt này");
  const callOff = (reason: string) => organizer.post(`${paths.award(draft)}?index`, { do: "call-off", reason });
  expect((await callOff("")).status).toBe(409);
  expect((await callOff("Gộp vào đợt cuối năm")).status).toBe(303);
  const ended = (await organizer.get(paths.award(draft))).text;
  expect([ended.includes("Gộp vào đợt cuối năm"), ended.includes('value="publish"')]).toEqual([true, false]);
});

test("a member's seat is changed with what is known of them in the form, and adding offers only who has no seat", async () => {
  const council = paths.awardCouncil(roundId);
  const seat = (who: Actor, fields: Record<string, string>) =>
    organizer.post(council, { do: "seat", userId: who.userId, ...fields });
  await seat(people.focal, { role: "member", unitId: units.commune.id, memberTitle: "Phó Giám đốc" });
  await seat(people.head, { role: "chair", unitId: units.ward.id, memberTitle: "Chủ tịch" });
  const known = await membersOf(read, { roundId });
  const chosen = (page: string) => [...page.matchAll(/<option value="([^"]+)" selected/g)].map(([, value]) => value);
  const offers = (page: string, who: Actor) => page.includes(`<option value="${who.userId}"`);
  const adding = (await organizer.get(council)).text;
  expect([chosen(adding), offers(adding, people.focal), offers(adding, people.head)]).toEqual([
    ["member"],
    false,
    false,
  ]);
  for (const { id, userId, unitId, role, title, name } of known) {
    const changing = (await organizer.get(`${council}?member=${id}`)).text;
    expect(chosen(changing)).toEqual([userId, role, unitId]);
    expect(changing).toContain(`value="${title}"`);
    expect(shown(changing)).toContain(`Sửa thành viên: ${name}`);
  }
  for (const { id } of known) await organizer.post(paths.awardMember(roundId, id), {});
});

test("to take a member out of the council is asked first, with what follows, and looking does nothing", async () => {
  const seat = { userId: people.focal.userId, role: "chair", unitId: units.commune.id, memberTitle: "Chủ tịch" };
  expect((await organizer.post(paths.awardCouncil(roundId), { do: "seat", ...seat })).status).toBe(303);
  const [member] = await membersOf(read, { roundId });
  const ask = paths.awardMember(roundId, member!.id);
  expect((await organizer.get(paths.awardCouncil(roundId))).text).toContain(`href="${ask}"`);
  const page = shown((await organizer.get(ask)).text);
  for (const words of ["Rút Lê Thị Khê khỏi Hội đồng?", "không tính vào xếp hạng", "không còn Chủ tịch"])
    expect(page).toContain(words);
  for (const answer of [await head.get(ask), await head.post(ask, {}), await organizer.get(`${ask}0`)])
    expect(answer.status).toBe(404);
  expect(await membersOf(read, { roundId })).toHaveLength(1);
  expect(await organizer.post(ask, {})).toMatchObject({ status: 303, to: paths.awardCouncil(roundId) });
  expect([await membersOf(read, { roundId }), (await organizer.get(ask)).status]).toEqual([[], 404]);
});

test("a supervisor is told what a round shows them, and the dossiers' pages say that they are closed", async () => {
  const page = await supervisor.get(paths.award(roundId));
  const hidden = [paths.nominations(roundId), paths.ranking(roundId), paths.councilMeetings(roundId)];
  expect([page.status, page.text.includes("Phần dành cho giám sát")]).toEqual([200, true]);
  for (const path of hidden) {
    const closed = await supervisor.get(path);
    expect([path, closed.status, closed.text.includes("không được mở trang này")]).toEqual([path, 403, true]);
    expect(page.text).not.toContain(`href="${path}"`);
    expect([path, (await supervisor.get(path.replace(roundId, "0"))).status]).toEqual([path, 404]);
  }
  for (const who of [organizer, head])
    expect((await who.get(paths.award(roundId))).text).not.toContain("Phần dành cho giám sát");
});

test("the organizer's pages do not exist for a unit's head, and what is posted there changes nothing", async () => {
  const category = (await round()).categories[0]!;
  const pages = [
    ...[paths.awardEdit(roundId), paths.awardCalendar(roundId), paths.awardCouncil(roundId)],
    ...[paths.awardCategoryNew(roundId), paths.awardCategory(roundId, category.id), paths.awardLetters(roundId)],
  ];
  for (const page of pages) expect([page, (await head.get(page)).status]).toEqual([page, 404]);
  const before = await read.select().from(letters);
  for (const page of pages) expect([page, (await head.post(page, { do: "silent" })).status]).toEqual([page, 404]);
  expect((await head.post(`${paths.award(roundId)}?index`, { do: "close" })).status).toBe(409);
  expect([(await round()).state, (await read.select().from(letters)).length]).toEqual(["published", before.length]);
  expect((await head.get(paths.awardNew)).status).toBe(403);
});

test("a round is not called off for a reason that does not fit, and the reason stays to be shortened", async () => {
  const reason = "x".repeat(3001);
  const page = await organizer.post(`${paths.award(roundId)}?index`, { do: "call-off", reason });
  expect([page.status, page.text.includes(reason), page.text.includes("Dài quá, xin rút ngắn.")]).toEqual([
    ...[422, true, true],
  ]);
  expect((await round()).state).toBe("published");
});
