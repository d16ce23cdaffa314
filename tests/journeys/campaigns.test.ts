import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../app/features/accounts/rules";
import { startSession } from "../../app/features/accounts/sign-in/writes.server";
import { findCampaign } from "../../app/features/campaigns/reads.server";
import { findUnitByCode, listUnits } from "../../app/features/units/reads.server";
import { newToken } from "../../app/web/secrets.server";
import { closeDatabase, openDatabase, read, transact } from "../../db/client.server";
import { dumpDatabase } from "../kit/dump";
import { makeActor, makeOrganization, makeUnit } from "../kit/makers";
import { type Browser, type Site, startSite } from "../kit/site";

let site: Site;
let organizer: Browser;
let head: Browser;
let department: { id: string };
let ward: { id: string };

async function signedIn(who: Actor): Promise<Browser> {
  const browser = site.browser();
  const token = newToken();
  const session = { userId: who.userId, token, device: "Chrome · Windows", oldSessionHash: null, now: new Date() };
  await transact((tx) => startSession(tx, session));
  browser.cookies.set("tenten_session", token);
  return browser;
}

beforeAll(async () => {
  site = await startSite({ TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  const people = await transact(async (tx) => {
    await makeOrganization(tx);
    const province = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province", code: "LG" });
    department = await makeUnit(tx, { name: "Sở Khoa học và Công nghệ", code: "SKHCN", parent: province });
    const madeWard = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward", code: "BL", parent: province });
    ward = madeWard;
    return { organizer: await makeActor(tx, "organizer"), head: await makeActor(tx, "head", { unit: madeWard }) };
  });
  organizer = await signedIn(people.organizer);
  head = await signedIn(people.head);
}, 180_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

/** The fields of the first form on a page that posts, as a browser without script would send them. */
function fieldsOf(html: string): Record<string, string> {
  const plain = (text: string) =>
    text
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  const fields: Record<string, string> = {};
  for (const [, tag] of html.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]+)"/.exec(tag ?? "")?.[1];
    const type = /type="([^"]+)"/.exec(tag ?? "")?.[1] ?? "text";
    if (!name || name === "q" || (["checkbox", "radio"].includes(type) && !tag?.includes("checked"))) continue;
    fields[name] = plain(/value="([^"]*)"/.exec(tag ?? "")?.[1] ?? "");
  }
  for (const [, name, value] of html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    fields[name!] = plain(value ?? "");
  for (const [, name, options] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] = /value="([^"]*)" selected/.exec(options!)?.[1] ?? "";
  return fields;
}
const text = (html: string) =>
  html
    .replace(/<script.*?<\/script>/gs, "")
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("a campaign from a template", () => {
  let page = "";
  let slug = "";
  const year = new Date().getFullYear() + 1;

  test("begins as a draft that only those who manage it see", async () => {
    const form = await organizer.get("/campaigns/new?kind=national-day");
    expect(form.status).toBe(200);
    const made = await organizer.post("/campaigns/new", {
      kind: "national-day",
      "title.vi": `Ngày Chuyển đổi số quốc gia ${year}`,
      "title.en": `National Digital Transformation Day ${year}`,
      ownerUnitId: department.id,
      year: String(year),
    });
    expect(made.status).toBe(303);
    page = made.to;
    const shown = text((await organizer.get(page)).text);
    expect(shown).toContain("Bản nháp");
    expect(shown).toContain("Chủ đề: chờ hướng dẫn");
    expect(shown).toContain("Bắt đầu chiến dịch");
    expect((await head.get(page)).status).toBe(404);
    slug = (await findCampaign(read, { campaignId: page.split("/").at(-1) ?? "" }))?.slug ?? "";
    expect((await site.browser().get(`/c/${slug}`)).status).toBe(404);
  });

  test("starts once, and then has a public page without script, in four languages, under 10 KB", async () => {
    expect((await organizer.post(`${page}?index`, { do: "start" })).status).toBe(303);
    expect((await organizer.post(`${page}?index`, { do: "start" })).status).toBe(409);
    expect((await head.get(page)).status).toBe(200);
    expect((await head.post(`${page}?index`, { do: "close" })).status).toBe(403);
    const guest = await site.browser().get(`/c/${slug}`);
    expect(guest.status).toBe(200);
    expect(guest.text).not.toContain("<script");
    expect(guest.text.length).toBeLessThan(10_240);
    expect(text(guest.text)).toContain("1 và 0 là hai chữ số của hệ nhị phân");
    expect(guest.text).toContain(`/c/${slug}/calendar.ics`);
    for (const [lang, words] of [
      ["en", "the two digits of the binary system"],
      ["ar", "النظام الثنائي"],
      ["hi", "द्विआधारी"],
    ] as const) {
      const other = (await site.browser().get(`/c/${slug}?lang=${lang}`)).text;
      expect(text(other)).toContain(words);
      expect(other).toContain(`<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"`);
    }
  });

  test("keeps what was typed when something must be mended", async () => {
    const refused = await organizer.post("/campaigns/new?kind=custom", {
      kind: "custom",
      "title.vi": "x".repeat(10_000),
      "title.en": "My <b>campaign</b>",
      ownerUnitId: department.id,
      startsOn: "2025-02-30",
      endsOn: "2025-01-01",
    });
    expect(refused.status).toBe(422);
    expect(text(refused.text)).toContain("Dài quá. Hãy viết ngắn lại.");
    expect(text(refused.text)).toContain("Ngày này không có. Hãy viết như 29/08/2025.");
    expect(fieldsOf(refused.text)).toMatchObject({
      "title.en": "My <b>campaign</b>",
      startsOn: "2025-02-30",
      endsOn: "2025-01-01",
    });
  });

  test("has its plan edited row by row without script", async () => {
    const plan = `${page}/plan`;
    const before = fieldsOf((await organizer.get(plan)).text);
    const added = await organizer.post(plan, { ...before, "phase.0.title.vi": "Chuẩn bị kỹ", do: "add.milestone" });
    expect(added.status).toBe(200);
    const fields = fieldsOf(added.text);
    expect(fields["phase.0.title.vi"]).toBe("Chuẩn bị kỹ");
    expect(fields["milestone.16.title.vi"]).toBe("");
    const wrong = {
      ...fields,
      "phase.1.startsOn": before["phase.0.endsOn"] ?? "",
      "milestone.16.title.vi": "Họp báo",
      "milestone.16.offset": "T−5",
    };
    const refused = await organizer.post(plan, wrong);
    expect(refused.status).toBe(422);
    expect(text(refused.text)).toContain("Giai đoạn này chồng lên giai đoạn trước.");
    const saved = await organizer.post(plan, { ...wrong, "phase.1.startsOn": before["phase.1.startsOn"] ?? "" });
    expect([saved.status, saved.to]).toEqual([303, page]);
    const campaign = await findCampaign(read, { campaignId: page.split("/").at(-1) ?? "" });
    expect(campaign?.phases[0]?.title).toMatchObject({ vi: "Chuẩn bị kỹ", en: "Preparation" });
    expect(campaign?.milestones.find((one) => one.title.vi === "Họp báo")).toMatchObject({
      dueOn: `${year}-10-05`,
      offsetDays: -5,
    });
    expect(campaign?.milestones.length).toBe(17);
    expect((await head.post(plan, wrong)).status).toBe(403);
  });

  test("cites documents by any spelling of their number", async () => {
    const registered = await organizer.post(`/documents/new?back=${encodeURIComponent(page)}`, {
      number: "1982/QD-UBND",
      issuedOn: "29/07/2022",
      abstract: "Đề án chuyển đổi số",
    });
    expect([registered.status, registered.to]).toEqual([303, page]);
    const twice = await organizer.post("/documents/new", { number: "1982/qđ-ubnd", issuedOn: "2022-07-01" });
    expect([twice.status, text(twice.text).includes("Văn bản này đã có trong sổ")]).toEqual([409, true]);
    const found = (await organizer.get("/documents?q=1982%2FQD-UBND")).text;
    const documentId = /\/documents\/([0-9a-f-]{36})/.exec(found)?.[1] ?? "";
    expect(text(found)).toContain("1982/QĐ-UBND");
    expect((await organizer.post(`${page}?index`, { documentId, role: "plan" })).status).toBe(303);
    expect(text((await organizer.get(page)).text)).toContain("1982/QĐ-UBND");
    expect(text((await organizer.get(`/documents/${documentId}`)).text)).toContain(
      `Ngày Chuyển đổi số quốc gia ${year}`,
    );
    const inUse = await organizer.post(`/documents/${documentId}/edit`, { do: "remove" });
    expect(inUse.status).toBe(409);
    expect((await head.post("/documents/new", { number: "1/KH-UBND" })).status).toBe(403);
  });

  test("leads to next year's, once", async () => {
    const next = await organizer.post(`${page}/next`, { year: String(year + 1) });
    expect(next.status).toBe(303);
    const shown = text((await organizer.get(next.to)).text);
    expect(shown).toContain(`Ngày Chuyển đổi số quốc gia ${year + 1}`);
    expect(shown).toContain("Chủ đề: chờ hướng dẫn");
    expect((await organizer.post(`${page}/next`, { year: String(year + 1) })).to).toBe(next.to);
    expect((await organizer.post(`${page}/next`, { year: "năm sau" })).status).toBe(422);
  });

  test("warns in words of a plan made late, and never blocks it", async () => {
    const late = await organizer.post("/campaigns/new", {
      kind: "national-day",
      "title.vi": "Ngày CĐS trễ",
      ownerUnitId: department.id,
      year: String(year - 2),
    });
    expect(late.status).toBe(303);
    expect((await organizer.post(`${late.to}?index`, { do: "start" })).status).toBe(303);
    const shown = text((await organizer.get(late.to)).text);
    expect(shown).toContain("16 mốc đã qua ngày mà chưa ghi xong");
    expect(shown).toMatch(/quá hạn [\d.]+ ngày/);
  });
});

describe("units", () => {
  async function upload(name: string, body: string): Promise<{ status: number; to: string; text: string }> {
    const form = new FormData();
    form.set("file", new Blob([body]), name);
    form.set("underId", "");
    const cookie = [...organizer.cookies].map(([key, value]) => `${key}=${value}`).join("; ");
    const headers = { Origin: site.origin, Cookie: cookie, "Accept-Language": "vi" };
    const response = await fetch(`${site.origin}/units/import?index`, {
      method: "POST",
      body: form,
      headers,
      redirect: "manual",
    });
    return {
      status: response.status,
      to: (response.headers.get("location") ?? "").replace(site.origin, ""),
      text: await response.text(),
    };
  }
  const file =
    "Mã,Tên đơn vị,Loại,Mã cấp trên\nDT,Phường Đông Thạch,Phường,LG\nTDP1,Tổ dân phố 1,Tổ dân phố,DT\nX1,Lãnh địa,Lãnh địa,LG\nX2,Xã Lạc,Xã,KHONG\n";

  test("come from a file: tried first, taken over, and a second time nothing changes", async () => {
    const before = await listUnits(read);
    const tried = await upload("don-vi.csv", file);
    expect(tried.status).toBe(303);
    const dry = text((await organizer.get(tried.to)).text);
    expect(dry).toContain("Nhập 2 đơn vị");
    expect(dry).toContain("Không có loại đơn vị “Lãnh địa”");
    expect(dry).toContain("Không có đơn vị “KHONG”");
    expect(await listUnits(read)).toEqual(before);
    expect((await head.get(tried.to)).status).toBe(403);
    expect((await organizer.post(tried.to, {})).status).toBe(303);
    const group = await findUnitByCode(read, { code: "TDP1" });
    expect(group?.name).toBe("Tổ dân phố 1");
    const again = await upload("don-vi.csv", file);
    expect(text((await organizer.get(again.to)).text)).toContain("Tệp này không có gì mới");
  });

  test.each([
    ["anh.csv", "", "Hãy chọn một tệp."],
    ["anh.xlsx", "PK\u0003\u0004 this is no workbook", "Tệp"],
    ["la.csv", "a,b\nc,d\n", "Không thấy hàng tiêu đề."],
  ])("a file that is none (%s) is answered in words", async (name, body, words) => {
    const refused = await upload(name, body);
    expect(refused.status).toBe(422);
    expect(text(refused.text)).toContain(words);
  });

  test("are found without diacritics, and a search that finds nothing says what to try", async () => {
    expect(text((await organizer.get("/units?q=dong+thach")).text)).toContain("Phường Đông Thạch");
    expect(text((await organizer.get("/units?q=zzz")).text)).toContain("Không có đơn vị nào khớp");
  });

  test("renamed for real keep the old name readable", async () => {
    const change = {
      name: "Sở KHCN và Chuyển đổi số",
      kind: "department",
      code: "SKHCN",
      parentId: (await findUnitByCode(read, { code: "LG" }))?.id ?? "",
      shortName: "",
      activeFrom: "",
    };
    const noDay = await organizer.post(`/units/${department.id}/edit`, { ...change, naming: "renamed", renamedOn: "" });
    expect([noDay.status, fieldsOf(noDay.text).name]).toEqual([422, change.name]);
    const done = await organizer.post(`/units/${department.id}/edit`, {
      ...change,
      naming: "renamed",
      renamedOn: "2025-03-01",
    });
    expect(done.status).toBe(303);
    const page = text((await organizer.get(`/units/${department.id}`)).text);
    expect(page).toContain("đổi tên, từ 01/03/2025");
    expect(page).toContain("Sở Khoa học và Công nghệ");
  });

  test("have a head from a day; a person without the right sees no address and changes nothing", async () => {
    const person = {
      fullName: "Trần Thị Bình",
      title: "Giám đốc Sở",
      duty: "head",
      email: "binh@lamgiang.example",
      phone: "0912 345 678",
      from: "2025-03-01",
    };
    expect((await organizer.post(`/units/${department.id}/people`, person)).status).toBe(303);
    expect(text((await organizer.get(`/units/${department.id}`)).text)).toContain("binh@lamgiang.example");
    const seen = (await head.get(`/units/${department.id}`)).text;
    expect(seen).toContain("Trần Thị Bình");
    expect(seen).not.toContain("binh@lamgiang.example");
    expect((await head.post(`/units/${department.id}/people`, person)).status).toBe(403);
    expect((await head.post(`/units/${ward.id}/close`, { lastDay: "2025-06-30" })).status).toBe(403);
    const bad = await organizer.post(`/units/${department.id}/people`, {
      ...person,
      email: "binh, an@x",
      phone: "hello",
      from: "31/02/2025",
    });
    expect([bad.status, fieldsOf(bad.text).email]).toEqual([422, "binh, an@x"]);
  });
});

test("looking changes nothing: every page twice, and by HEAD", async () => {
  const campaignPage = /\/campaigns\/[0-9a-f-]{36}/.exec((await organizer.get("/campaigns")).text)?.[0] ?? "";
  const pages = [
    ...["/campaigns", "/campaigns/new", "/campaigns/new?kind=movement", campaignPage],
    ...["edit", "plan", "units", "next"].map((name) => `${campaignPage}/${name}`),
    ...["/documents", "/documents/new", "/units", "/units/new", "/units/import", `/units/${ward.id}`],
    ...["edit", "close", "people"].map((name) => `/units/${ward.id}/${name}`),
  ];
  const before = await dumpDatabase();
  for (const page of pages) {
    expect([page, (await organizer.get(page)).status]).toEqual([page, 200]);
    await organizer.get(page);
    await organizer.head(page);
  }
  expect(await dumpDatabase()).toEqual(before);
}, 60_000);
