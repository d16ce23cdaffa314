import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesOf, findNomination, textsOf } from "../../app/features/awards/nominations/reads.server";
import { grantLateException } from "../../app/features/awards/rounds/calendar.writes.server";
import { paths } from "../../app/web/paths";
import { closeDatabase, openDatabase, read, transact } from "../../db/client.server";
import { awardRounds, letters, nominations, roundPhases } from "../../db/schema.server";
import { makeNominating, type Nominating } from "../kit/nominations";
import { sessionOf, signedIn } from "../kit/signed-in";
import { type Browser, type Site, startSite } from "../kit/site";

const hour = 3_600_000;
let site: Site;
let at: Nominating;
let clerk: Browser;
let head: Browser;
let organizer: Browser;
let neighbour: Browser;
let id: string;

const stateNow = async () => (await findNomination(read, { nominationId: id }))?.state;
const textNow = async () => (await textsOf(read, { nominationId: id })).get("report");
const step = (who: Browser, name: string, fields: Record<string, string> = {}) =>
  who.post(paths.nominationStep(id, name), fields);
const write = (who: Browser, field: string, text: string, version: number) =>
  who.post(paths.nominationEdit(id), { field, text, version: String(version) });
const told = async () =>
  (await read.select({ kind: letters.kind, to: letters.toAddress }).from(letters))
    .map(({ kind, to }) => `${kind} ${to}`)
    .sort();
const toUnit = (...matters: string[]) =>
  matters.flatMap((matter) => [at.head, at.clerk].map(({ email }) => `award-${matter} ${email}`)).sort();

/** A form with a paper, as a browser sends it. */
async function upload(who: Nominating["clerk"], kind: string, name: string, body = "%PDF-1.4 tờ trình") {
  const form = new FormData();
  form.append("kind", kind);
  form.append("files", new Blob([body], { type: "application/pdf" }), name);
  const response = await fetch(`${site.origin}${paths.nominationFiles(id)}?index`, {
    ...{ method: "POST", body: form, redirect: "manual" as const },
    headers: { Cookie: `tenten_session=${await sessionOf(who)}`, Origin: site.origin },
  });
  return { status: response.status, text: await response.text() };
}

beforeAll(async () => {
  site = await startSite({ TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  at = await makeNominating();
  const [from, noon] = [new Date(Date.now() - hour), new Date(Date.now() + hour)];
  await transact(async (tx) => {
    await tx.update(roundPhases).set({ startsAt: from, endsAt: noon }).where(eq(roundPhases.kind, "nomination"));
    await tx
      .update(roundPhases)
      .set({ startsAt: noon, endsAt: new Date(noon.getTime() + hour) })
      .where(eq(roundPhases.kind, "appraisal"));
  });
  clerk = await signedIn(site, at.clerk);
  head = await signedIn(site, at.head);
  organizer = await signedIn(site, at.organizer);
  neighbour = await signedIn(site, at.neighbour);
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

test("a form with nothing in it comes back with what is wrong beside each field, and begins nothing", async () => {
  const address = `${paths.nominationNew(at.round.id)}?category=${at.category.id}`;
  const blank = { categoryId: at.category.id, unitId: at.ward.id, kind: "unit", form: "merit", nomineeName: "" };
  const refused = await clerk.post(address, {
    ...blank,
    contactEmail: "khong-phai-thu",
    contactName: "Chị <b>Mai</b>",
  });
  expect(refused.status).toBe(422);
  for (const said of ["không được để trống", "Địa chỉ thư chưa đúng", "khong-phai-thu", "Chị &lt;b&gt;Mai&lt;/b&gt;"])
    expect(refused.text).toContain(said);
  expect(await read.select().from(nominations)).toEqual([]);
});

test("the page's form pressed twice begins one dossier, which says what it lacks", async () => {
  const address = `${paths.nominationNew(at.round.id)}?category=${at.category.id}`;
  const page = await clerk.get(address);
  expect(page.text).toContain("Hạn nộp: ");
  const press = /name="press" value="([^"]+)"/.exec(page.text)?.[1] as string;
  const fields = {
    ...{ press, categoryId: at.category.id, unitId: at.ward.id, kind: "unit", form: "merit" },
    ...{ nomineeName: "Phường Bến Lam", nomineeUnitId: at.ward.id, contactEmail: "mai@lamgiang.example" },
  };
  const [first, again] = [await clerk.post(address, fields), await clerk.post(address, fields)];
  id = press;
  expect([first.status, first.to, again.to]).toEqual([303, paths.nomination(id), paths.nomination(id)]);
  const dossier = await clerk.get(paths.nomination(id));
  for (const said of ["Còn thiếu", "Hạn nộp: ", "Báo cáo thành tích", "Biên bản", "mai@lamgiang.example"])
    expect(dossier.text).toContain(said);
  expect((await step(head, "sign")).status).toBe(409);
});

test("a draft is nobody's but the unit's: not the organizer's, not a neighbour's, not a guest's", async () => {
  const pages = [paths.nomination(id), paths.nominationEdit(id), paths.nominationFiles(id), `/nominations/${id}/sign`];
  for (const path of pages) {
    expect([path, (await organizer.get(path)).status, (await neighbour.get(path)).status]).toEqual([path, 404, 404]);
    expect((await site.browser().get(path)).status).toBe(303);
  }
  expect((await write(neighbour, "report", "Sửa trộm", 0)).status).toBe(404);
  expect((await upload(at.neighbour, "minutes", "trom.pdf")).status).toBe(404);
  expect(await textNow()).toBeUndefined();
});

test("once the round is called off its pages say so, and offer nothing to fill in", async () => {
  const set = (state: "cancelled" | "published") => transact((tx) => tx.update(awardRounds).set({ state }));
  const shown = async (path: string) => {
    const { text } = await clerk.get(path);
    return [text.includes("Đợt đã kết thúc hoặc đã hủy."), text.includes("Hồ sơ đã nộp")];
  };
  const offers = async (path: string) => (await clerk.get(path)).text.includes('name="kind"');
  await set("cancelled");
  for (const path of [paths.nominationEdit(id), paths.nominationFiles(id)])
    expect([path, ...(await shown(path))]).toEqual([path, true, false]);
  expect(await offers(paths.nominationFiles(id))).toBe(false);
  await set("published");
  expect(await offers(paths.nominationFiles(id))).toBe(true);
});

test("two who write at once lose nothing: the second sees both texts and puts them together", async () => {
  expect((await write(clerk, "report", "Bản của đầu mối", 0)).status).toBe(200);
  const clash = await write(head, "report", "Bản của thủ trưởng", 0);
  expect(clash.status).toBe(409);
  for (const said of [`${at.clerk.name} vừa sửa`, "Bản của đầu mối", "Bản của thủ trưởng", 'name="version" value="1"'])
    expect(clash.text).toContain(said);
  expect((await textNow())?.text).toBe("Bản của đầu mối");
  expect((await write(head, "report", "Bản của đầu mối và của thủ trưởng", 1)).status).toBe(200);
  expect((await textNow())?.version).toBe(2);
});

test("a text that is too long is told beside its field and stays there", async () => {
  const long = "Thành tích ".repeat(40);
  const refused = await write(clerk, "achievement", long, 0);
  expect(refused.status).toBe(422);
  expect([refused.text.includes("Dài quá"), refused.text.includes(long.trim())]).toEqual([true, true]);
  expect((await write(clerk, "achievement", "Đưa 98% hồ sơ một cửa lên mạng", 0)).status).toBe(200);
});

test("papers are taken in, opened safely by who sees the dossier, and one taken out is no more", async () => {
  for (const kind of ["proposal", "report", "minutes"])
    expect([kind, (await upload(at.clerk, kind, `${kind}.pdf`)).status]).toEqual([kind, 303]);
  expect((await upload(at.clerk, "other", "bao-cao.pdf", "MZ\u0090 chương trình")).status).toBe(422);
  const papers = await filesOf(read, { nominationId: id });
  expect(papers.map(({ name }) => name)).toEqual(["proposal.pdf", "report.pdf", "minutes.pdf"]);
  const pieceId = papers[0]?.id as string;
  const address = paths.nominationFile(id, pieceId);
  const opened = await clerk.get(address);
  expect([opened.status, opened.headers.get("content-disposition")?.startsWith("attachment")]).toEqual([200, true]);
  expect(opened.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await neighbour.get(address)).status).toBe(404);
  expect((await clerk.post(`${paths.nominationFiles(id)}?index`, { remove: pieceId })).status).toBe(303);
  expect((await clerk.get(address)).status).toBe(404);
  expect((await upload(at.clerk, "proposal", "to-trinh.pdf")).status).toBe(303);
});

test("the head signs, a change takes the signature back, and the unit hands in once", async () => {
  expect((await step(clerk, "sign")).status).toBe(409);
  expect((await step(clerk, "submit")).status).toBe(409);
  expect((await step(head, "sign")).to).toBe(paths.nomination(id));
  await write(clerk, "measure", "98% hồ sơ trực tuyến", 0);
  expect(await stateNow()).toBe("draft");
  await step(head, "sign");
  const both = await Promise.all([step(clerk, "submit"), step(clerk, "submit")]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(await stateNow()).toBe("submitted");
  expect(await told()).toEqual([]);
});

test("a form that stood open while the dossier was handed in is refused, and what was typed stays to be copied", async () => {
  const refused = await write(clerk, "measure", "Sửa sau khi nộp", 1);
  expect(refused.status).toBe(409);
  for (const said of ["Hồ sơ đã nộp, không sửa được nữa", "Sửa sau khi nộp"]) expect(refused.text).toContain(said);
  expect((await textsOf(read, { nominationId: id })).get("measure")?.text).toBe("98% hồ sơ trực tuyến");
  const paper = await upload(at.clerk, "other", "them.pdf");
  expect([paper.status, paper.text.includes("Hồ sơ đã nộp, không sửa được nữa")]).toEqual([409, true]);
});

test("the desk receives with a number and sends back with a reason; the unit is told, and nobody else", async () => {
  expect((await step(clerk, "receive")).status).toBe(409);
  expect((await step(neighbour, "receive")).status).toBe(404);
  expect((await step(organizer, "receive")).status).toBe(303);
  expect(await told()).toEqual(toUnit("received"));
  const list = await organizer.get(paths.nominations(at.round.id));
  expect([list.text.includes("Phường Bến Lam"), list.text.includes("Đã tiếp nhận")]).toEqual([true, true]);
  expect((await organizer.get(paths.nominationStep(id, "return"))).text).toContain("Đơn vị nộp lại được đến");
  const end = (await organizer.get(paths.award(at.round.id))).text.replace(/<!-- -->/g, "");
  expect(end).toContain("Còn 1 hồ sơ đã nộp mà Hội đồng chưa quyết định");
  const unsaid = await step(organizer, "return", { reason: "" });
  expect([unsaid.status, unsaid.text.includes("Xin ghi lý do")]).toEqual([409, true]);
  const endless = await step(organizer, "return", { reason: `Biên bản ${"thiếu ".repeat(600)}` });
  expect([endless.status, endless.text.includes("Dài quá, xin rút ngắn.")]).toEqual([422, true]);
  expect(endless.text).toContain("Biên bản thiếu thiếu");
  expect((await step(organizer, "return", { reason: "Biên bản thiếu chữ ký" })).status).toBe(303);
  expect(await told()).toEqual(toUnit("received", "returned"));
  expect((await clerk.get(paths.nomination(id))).text).toContain("Biên bản thiếu chữ ký");
});

test("the dossier comes again with its number, is appraised, and stays on its way to the council", async () => {
  expect((await upload(at.clerk, "minutes", "bien-ban-da-ky.pdf")).status).toBe(303);
  expect((await step(head, "sign")).status).toBe(303);
  expect((await step(clerk, "submit")).status).toBe(303);
  expect((await step(organizer, "receive")).status).toBe(303);
  expect((await findNomination(read, { nominationId: id }))?.receipt).toBe(1);
  expect((await step(organizer, "qualify", { reason: "Đủ hồ sơ, đúng đối tượng" })).status).toBe(303);
  expect(await stateNow()).toBe("qualified");
  expect(await told()).toEqual(toUnit("received", "returned", "received"));
  expect((await organizer.get(paths.nomination(id))).text).toContain("Đủ hồ sơ, đúng đối tượng");
  // The opinion is for the council: the unit reads the step, not the word.
  for (const unit of [head, clerk]) {
    const { text } = await unit.get(paths.nomination(id));
    expect([text.includes("trình Hội đồng"), text.includes("đúng đối tượng")]).toEqual([true, false]);
  }
});

test("after the last moment the form that stood open is refused with what was typed, and none is offered but by an exception", async () => {
  const address = `${paths.nominationNew(at.round.id)}?category=${at.category.id}`;
  const fields = {
    ...{ categoryId: at.category.id, unitId: at.ward.id, kind: "unit", form: "merit" },
    ...{ nomineeName: "Trạm Y tế phường", nomineeUnitId: at.ward.id },
  };
  const over = { endsAt: new Date(Date.now() - 1000) };
  await transact((tx) => tx.update(roundPhases).set(over).where(eq(roundPhases.kind, "nomination")));
  const refused = await clerk.post(address, fields);
  expect([refused.status, refused.text.includes("Đã hết thời gian đề cử")]).toEqual([409, true]);
  expect(refused.text).toContain("Trạm Y tế phường");
  for (const page of [await clerk.get(paths.nominationNew(at.round.id)), await clerk.get(address)])
    expect([page.text.includes("Đã hết hạn nộp hồ sơ"), page.text.includes('name="press"')]).toEqual([true, false]);
  const list = await clerk.get(paths.nominations(at.round.id));
  expect(list.text).not.toContain(paths.nominationNew(at.round.id));
  const returning = async () => (await organizer.get(paths.nominationStep(id, "return"))).text;
  for (const words of ["đơn vị sẽ không nộp lại được", paths.awardLate(at.round.id)])
    expect(await returning()).toContain(words);
  const until = new Date(Date.now() + hour);
  const grant = { roundId: at.round.id, unitId: at.ward.id, until, reason: "Bão số 5", actor: at.organizer };
  await transact((tx) => grantLateException(tx, { ...grant, now: new Date() }));
  expect((await clerk.get(paths.nominations(at.round.id))).text).toContain(paths.nominationNew(at.round.id));
  expect((await clerk.get(address)).text).toContain('name="press"');
  expect(await returning()).toContain("Đơn vị nộp lại được đến");
  expect((await clerk.post(address, fields)).status).toBe(303);
  expect((await clerk.get("/nominations/khong-co")).status).toBe(404);
  expect((await clerk.get(paths.nominationStep(id, "khong-co"))).status).toBe(404);
});
