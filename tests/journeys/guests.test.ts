import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guestWords } from "../../app/features/participants/guests/messages";
import { inviteWords } from "../../app/features/participants/invitation/messages";
import { listWords } from "../../app/features/participants/list/messages";
import { readSheet } from "../../app/web/sheet.server";
import { type Browser, type Site, startDemo } from "../kit/site";

let site: Site;
const people: Record<string, Browser> = {};
const t = guestWords.vi;

/** Enters the demo by the door that carries this name. */
async function enter(name: string): Promise<Browser> {
  const browser = site.browser();
  const { text } = await browser.get("/sign-in");
  const door = text.split("<button").find((button) => button.includes(name)) ?? "";
  const as = /name="as"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="as"/.exec(door);
  const entered = await browser.post("/sign-in", { as: as?.[1] ?? as?.[2] ?? "" });
  expect(entered.status).toBe(303);
  return browser;
}

let past = "";
let open = "";
let fresh = "";
beforeAll(async () => {
  site = await startDemo();
  people.organizer = await enter("Trần Thị Thu Hà");
  people.focal = await enter("Lê Thị Mai");
  people.supervisor = await enter("Đặng Quốc Khánh");
  people.operator = await enter("Hoàng Đức Thắng");
  people.council = await enter("Vũ Thị Hồng");
  const find = async (title: string) => {
    const { text } = await (people.organizer as Browser).get(`/search?q=${encodeURIComponent(title)}`);
    return /\/events\/([0-9a-f-]{36})/.exec(text)?.[1] ?? "";
  };
  past = await find("Hội nghị sơ kết và phát động");
  open = await find("Lễ kỷ niệm và tôn vinh");
  fresh = await find("Hội nghị góp ý dự thảo");
  expect([past, open, fresh].every(Boolean)).toBe(true);
}, 240_000);
afterAll(() => site?.stop());

const as = (who: string) => people[who] as Browser;
const plain = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
const idsIn = (html: string) => [
  ...new Set(
    [...html.matchAll(/name="guest" value="([^"]+)"|value="([^"]+)"[^>]*name="guest"/g)].map(
      ([, a, b]) => a ?? b ?? "",
    ),
  ),
];
const guestLinks = (html: string, eventId: string) => [
  ...new Set(
    [...html.matchAll(new RegExp(`/events/${eventId}/guests/([0-9a-f-]{36})`, "g"))].map(([, id]) => id as string),
  ),
];

describe("the organizer's list", () => {
  test("says invited = confirmed + substitute + declined + silent, as the story tells it", async () => {
    const { status, text } = await as("organizer").get(`/events/${past}/guests`);
    expect(status).toBe(200);
    expect(text).toContain(
      `${t.invitedTotal(486)}: ${t.states.confirmed} 386, ${t.states.substitute} 51, ${t.states.declined} 20, ${t.states.silent} 29`,
    );
    const points = plain((await as("organizer").get(`/events/${past}/guests?view=points`)).text);
    expect(points).toMatch(/Phường Bến Lam 17 11 2 1 3 13 ?\/ ?30/);
  });

  test("filters are in the address, and pages hang together", async () => {
    const bounced = await as("organizer").get(`/events/${past}/guests?state=bounced`);
    expect(plain(bounced.text)).toContain(t.found(4));
    const seen: string[] = [];
    let next = `/events/${past}/guests`;
    for (let page = 0; page < 6 && next; page += 1) {
      const { text } = await as("organizer").get(next);
      seen.push(...idsIn(text));
      next = (
        /<a[^>]*rel="next"[^>]*href="([^"]+)"|<a[^>]*href="([^"]+)"[^>]*rel="next"/
          .exec(text)
          ?.slice(1)
          .find(Boolean) ?? ""
      ).replace(/&amp;/g, "&");
    }
    expect(seen).toHaveLength(486);
    expect(new Set(seen).size).toBe(486);
  });

  test("the workbook opens, holds everybody, and no cell is a formula", async () => {
    const file = await fetch(`${site.origin}/events/${past}/guests.xlsx`, {
      headers: { Cookie: cookieOf(as("organizer")), "Accept-Language": "vi" },
    });
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="danh-sach-dai-bieu-/);
    const book = await readSheet(bytes, "x.xlsx");
    if (!book.ok) throw new Error(book.reason);
    expect(book.sheets.map(({ name }) => name)).toEqual([t.book.summary, t.book.all, t.book.byPoint, t.book.byUnit]);
    const [summary, all] = book.sheets;
    expect(summary?.rows.at(-1)?.slice(0, 6)).toEqual([t.total, "486", "386", "51", "20", "29"]);
    expect(all?.rows.filter(([number]) => /^\d+$/.test(number ?? ""))).toHaveLength(486);
    const sheetXml = [
      ...Buffer.from(bytes)
        .toString("latin1")
        .matchAll(/<f[ >]/g),
    ];
    expect(sheetXml).toEqual([]);
  });

  test("the printed list has a page for each point and a place to sign", async () => {
    const { text } = await as("organizer").get(`/events/${past}/guests/print`);
    expect(text.match(/page-break/g)?.length).toBe(21);
    expect(plain(text)).toContain(t.sheet.signature);
    expect(plain(text)).toContain("Danh sách gồm 93 người.");
  });
});

const cookieOf = (browser: Browser) => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

describe("what each person may see and do", () => {
  test("a focal point sees the own unit and nobody else; others' guests are not there", async () => {
    const own = guestLinks((await as("focal").get(`/events/${open}/guests`)).text, open);
    const all = guestLinks((await as("organizer").get(`/events/${open}/guests`)).text, open);
    const other = all.find((id) => !own.includes(id)) as string;
    expect(own.length).toBeGreaterThan(0);
    expect((await as("focal").get(`/events/${open}/guests/${own[0]}`)).status).toBe(200);
    expect((await as("focal").get(`/events/${open}/guests/${other}`)).status).toBe(404);
    for (const act of ["answer", "save", "move", "renew", "bounced", "withdraw"]) {
      const answer = await as("focal").post(`/events/${open}/guests/${other}`, { do: act, answer: "yes", sure: "1" });
      expect([act, answer.status]).toEqual([act, 404]);
    }
    for (const act of ["constructor", "toString", "hasOwnProperty", "__proto__", "nothing"]) {
      const answer = await as("focal").post(`/events/${open}/guests/${own[0]}`, { do: act });
      expect([act, answer.status]).toEqual([act, 400]);
    }
    const many = await as("focal").post(`/events/${open}/guests?index`, { do: "withdraw", sure: "1", guest: other });
    expect(many.status).toBe(303);
    expect((await as("organizer").get(`/events/${open}/guests/${other}`)).status).toBe(200);
    expect((await as("focal").get(`/events/${open}/import`)).status).toBe(403);
    expect((await as("focal").get(`/events/${open}/invite`)).status).toBe(403);
    expect((await as("focal").post(`/events/${open}/invite`, { do: "send", to: "silent", note: "" })).status).toBe(403);
  });

  test("a supervisor reads the list without a single address", async () => {
    const { text } = await as("supervisor").get(`/events/${past}/guests`);
    expect(plain(text)).toContain(t.invitedTotal(486));
    expect(plain(text)).not.toMatch(/@lamgiang/);
    expect(text).not.toMatch(/@lamgiang/);
    const [id] = guestLinks(text, past);
    const page = await as("supervisor").get(`/events/${past}/guests/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/@lamgiang/);
    expect((await as("supervisor").post(`/events/${past}/guests/${id}`, { do: "withdraw", sure: "1" })).status).toBe(
      404,
    );
    const reason = "Trùng lịch họp Hội đồng nhân dân";
    const absent = guestLinks((await as("organizer").get(`/events/${past}/guests?state=declined`)).text, past);
    const told = await Promise.all(absent.map((one) => as("organizer").get(`/events/${past}/guests/${one}`)));
    const excused = absent[told.findIndex(({ text: shown }) => shown.includes(reason))];
    const outline = await as("supervisor").get(`/events/${past}/guests/${excused}`);
    expect([outline.status, outline.text.includes(reason)]).toEqual([200, false]);
    expect(plain((await as("supervisor").get(`/events/${past}/guests?q=lamgiang.example`)).text)).toContain(t.noMatch);
    expect((await as("supervisor").get(`/events/${past}/guests/new`)).status).toBe(404);
  });

  test("who has no part in the list gets no list, and nobody does without signing in", async () => {
    for (const path of ["guests", "guests.xlsx", "guests/print"]) {
      expect([path, (await as("council").get(`/events/${past}/${path}`)).status]).toEqual([path, 404]);
      expect([path, (await site.browser().get(`/events/${past}/${path}`)).status]).toEqual([path, 303]);
    }
    const sheet = plain((await as("operator").get(`/events/${past}/guests/print`)).text);
    expect(sheet).toContain("Phường Cửa Giang");
    expect(sheet).not.toContain("Danh sách gồm 93 người.");
  });

  test("looking changes nothing", async () => {
    const { text } = await as("organizer").get(`/events/${open}/guests`);
    const [id] = guestLinks(text, open);
    const before = (await as("organizer").get(`/events/${open}/guests/${id}`)).text.match(
      /name="seen" value="([^"]+)"/,
    )?.[1];
    for (const path of [`guests/${id}`, "invite", "invite?to=silent", "import", "guests.xlsx"]) {
      await as("organizer").head(`/events/${open}/${path}`);
      await as("organizer").get(`/events/${open}/${path}`);
    }
    expect((await as("organizer").get(`/events/${open}/guests/${id}`)).text).toContain(`value="${before}"`);
    expect((await as("organizer").get(`/events/${open}/guests`)).text).toContain(
      text.match(/aria-label="\d+ người được mời[^"]*"/)?.[0] ?? "?",
    );
  });
});

describe("one by one, without script", () => {
  let guest = "";

  test("a person is added; what is wrong is said in place and what was typed stays", async () => {
    const path = `/events/${fresh}/guests/new`;
    const form = (await as("organizer").get(path)).text;
    const pointId = /<select[^>]*name="pointId"[\s\S]*?<option value="([^"]+)"/.exec(form)?.[1] ?? "";
    const fields = {
      name: "Nguyễn Đức Thử",
      position: "Chuyên viên",
      organization: "",
      unitId: "",
      pointId,
      email: "thu@@x",
      phone: "",
      note: "",
      locale: "vi",
    };
    const refused = await as("organizer").post(path, fields);
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain(t.form.errors["bad-email"]);
    expect(refused.text).toContain('value="thu@@x"');
    const done = await as("organizer").post(path, { ...fields, email: "Thu@LamGiang.example " });
    expect(done.status).toBe(303);
    guest = done.to.split("/").at(-1) ?? "";
    const again = await as("organizer").post(path, { ...fields, email: "thu@lamgiang.example" });
    expect(again.status).toBe(409);
    expect(plain(again.text)).toContain(t.form.errors["already-on-list"]);
  });

  test("two editors: the second one sees what the first one saved", async () => {
    const path = `/events/${fresh}/guests/${guest}`;
    const seen = /name="seen" value="([^"]+)"/.exec((await as("organizer").get(path)).text)?.[1] ?? "";
    const data = {
      do: "save",
      seen,
      name: "Nguyễn Đức Thử",
      position: "Phó phòng",
      organization: "",
      unitId: "",
      email: "thu@lamgiang.example",
      phone: "",
      note: "",
      locale: "vi",
    };
    expect((await as("organizer").post(path, data)).status).toBe(303);
    const second = await as("organizer").post(path, { ...data, position: "Trưởng phòng", phone: "0914 501 701" });
    expect(second.status).toBe(409);
    expect(plain(second.text)).toContain(t.form.errors["changed-meanwhile"]);
    expect(plain(second.text)).toContain("Phó phòng");
    expect(second.text).toContain('value="Trưởng phòng"');
    const fresh2 = /name="seen" value="([^"]+)"/.exec(second.text)?.[1] ?? "";
    expect((await as("organizer").post(path, { ...data, seen: fresh2, position: "Trưởng phòng" })).status).toBe(303);
  });

  test("an answer by telephone, a substitute, a mark and the way off the list", async () => {
    const path = `/events/${fresh}/guests/${guest}`;
    const substitute = { do: "answer", answer: "substitute", name: "", position: "", email: "", phone: "" };
    expect((await as("organizer").post(path, substitute)).status).toBe(422);
    expect((await as("organizer").post(path, { do: "answer", answer: "yes" })).status).toBe(303);
    expect((await as("organizer").post(path, { ...substitute, name: "Lê Thay", phone: "0914501701" })).status).toBe(
      303,
    );
    const page = plain((await as("organizer").get(path)).text);
    expect(page).toContain("Lê Thay");
    expect(page).toContain(t.page.log.substitute("Lê Thay"));
    const sure = await as("organizer").post(path, { do: "withdraw" });
    expect(sure.status).toBe(200);
    expect(plain(sure.text)).toContain(t.many.sureLinks);
    expect((await as("organizer").get(path)).status).toBe(200);
    expect((await as("organizer").post(path, { do: "withdraw", sure: "1" })).to).toBe(`/events/${fresh}/guests`);
    expect((await as("organizer").get(path)).status).toBe(404);
    expect((await as("organizer").post(path, { do: "something" })).status).toBe(404);
  });
});

describe("a list comes in and goes out", () => {
  const l = listWords.vi;
  const rows = [
    "Họ và tên;Chức vụ;Đơn vị;Email;Điểm cầu",
    "Nguyễn Nhập Một;Chuyên viên;;nhap.mot@lamgiang.example;",
    "=HYPERLINK(1);Chuyên viên;;sai@@lamgiang.example;",
    "Trần Nhập Hai;Kế toán;;;",
  ].join("\n");

  async function hand(text: string): Promise<string> {
    const done = await as("organizer").post(`/events/${fresh}/import?index`, { from: "paste", list: text });
    expect(done.status).toBe(303);
    return done.to.replace(/\/columns$/, "");
  }

  test("nothing handed in, or nothing to read, is said in words", async () => {
    for (const [fields, said] of [
      [{ from: "file" }, l.errors["no-file"]],
      [{ from: "paste", list: "  " }, l.errors["no-text"]],
    ] as const) {
      const answer = await as("organizer").post(`/events/${fresh}/import?index`, fields);
      expect(answer.status).toBe(422);
      expect(plain(answer.text)).toContain(said);
    }
    const body = new FormData();
    body.set("from", "file");
    body.set("file", new File([readFileSync(join("public", "favicon.svg"))], "danh-sach.xlsx"));
    const headers = { Cookie: cookieOf(as("organizer")), Origin: site.origin, "Accept-Language": "vi" };
    const answer = await fetch(`${site.origin}/events/${fresh}/import?index`, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
    });
    expect(answer.status).toBe(422);
  });

  test("pasted rows are mapped, tried, taken over; twice changes nothing; the rest can be downloaded to mend", async () => {
    const here = await hand(rows);
    expect((await as("organizer").get(`${here}/columns`)).status).toBe(200);
    const point = /name="default-point"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(
      (await as("organizer").get(`${here}/columns`)).text,
    )?.[1];
    const columns = {
      "column-name": "0",
      "column-position": "1",
      "column-unit": "2",
      "column-email": "3",
      "column-point": "4",
    };
    await as("organizer").post(`${here}/columns`, { ...columns, ...(point && { "default-point": point }) });
    const before = plain((await as("organizer").get(here)).text);
    expect(before).toContain(l.take(2));
    expect(before).toContain(l.held(1));
    const done = await as("organizer").post(`${here}?index`, { do: "take" });
    expect(done.status).toBe(303);
    expect(plain((await as("organizer").get(done.to)).text)).toContain(l.done(2, 0));
    const after = plain((await as("organizer").get(here)).text);
    expect(after).toContain(l.applied);
    expect(after).not.toContain(l.take(2));
    await as("organizer").post(`${here}?index`, { do: "take" });
    expect(plain((await as("organizer").get(`/events/${fresh}/guests?q=nhap`)).text)).toContain(t.found(2));
    const held = await fetch(`${site.origin}${here}/held.xlsx`, {
      headers: { Cookie: cookieOf(as("organizer")), "Accept-Language": "vi" },
    });
    const book = await readSheet(new Uint8Array(await held.arrayBuffer()), "held.xlsx");
    expect(book.ok && book.sheets[0]?.rows.map((row) => row.slice(0, 4))).toEqual([
      ["Họ và tên", "Chức vụ", "Đơn vị", "Email"],
      ["=HYPERLINK(1)", "Chuyên viên", "", "sai@@lamgiang.example"],
    ]);
    expect((await as("focal").get(`${here}/held.xlsx`)).status).toBe(404);
  });

  test("the exported workbook, handed in again, changes nothing", async () => {
    const file = await fetch(`${site.origin}/events/${fresh}/guests.xlsx`, {
      headers: { Cookie: cookieOf(as("organizer")), "Accept-Language": "vi" },
    });
    const body = new FormData();
    body.set("from", "file");
    body.set("file", new File([await file.arrayBuffer()], "lai.xlsx"));
    const headers = { Cookie: cookieOf(as("organizer")), Origin: site.origin, "Accept-Language": "vi" };
    const answer = await fetch(`${site.origin}/events/${fresh}/import?index`, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
    });
    const here = new URL(answer.headers.get("location") ?? "", site.origin).pathname.replace(/\/columns$/, "");
    const said = plain((await as("organizer").get(here)).text);
    expect(said).toContain(l.nothing);
    expect(said).not.toMatch(/Đưa \d+ dòng/);
  });
});

describe("invitations", () => {
  const i = inviteWords.vi;

  test("the ticked are previewed, sent once for two presses, and kept in the history", async () => {
    const { text } = await as("organizer").get(`/events/${fresh}/guests?q=nhap`);
    const ids = idsIn(text);
    expect(ids).toHaveLength(2);
    const chosen = new URLSearchParams([["do", "chosen"], ...ids.map((id) => ["guest", id])]);
    const headers = { Cookie: cookieOf(as("organizer")), Origin: site.origin, "Accept-Language": "vi" };
    const preview = await fetch(`${site.origin}/events/${fresh}/invite`, {
      method: "POST",
      body: chosen,
      headers,
    }).then((answer) => answer.text());
    expect(plain(preview)).toContain(i.gets(1));
    expect(plain(preview)).toContain(`${i.reasons["no-address"]}: 1`);
    const press = /name="press" value="([^"]+)"/.exec(preview)?.[1] ?? "";
    const send = () => {
      const body = new URLSearchParams([
        ["do", "send"],
        ["to", "chosen"],
        ["note", "Xin mang theo giấy tờ"],
        ["press", press],
        ...ids.map((id) => ["guest", id]),
      ]);
      return fetch(`${site.origin}/events/${fresh}/invite`, { method: "POST", body, headers, redirect: "manual" });
    };
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get("location")).toBe(second.headers.get("location"));
    const progress = plain((await as("organizer").get(`/events/${fresh}/invite?mailing=${press}`)).text);
    expect(progress).toContain(i.doneTitle(1));
    expect(plain((await as("organizer").get(`/events/${fresh}/invite`)).text)).toContain(i.history);
    expect((await as("organizer").get(`/events/${open}/invite?mailing=${press}`)).status).toBe(404);
  });

  test("a paper of the letter is shown without a living link", async () => {
    const { text } = await as("organizer").get(`/events/${open}/invite?to=silent`);
    const guest = /<form[^>]*invite\/paper[\s\S]*?name="guest" value="([^"]+)"/.exec(text)?.[1] ?? "";
    const paper = await as("organizer").post(`/events/${open}/invite/paper`, { guest, note: "<b>Lời nhắn</b>" });
    expect(paper.status).toBe(200);
    expect(paper.headers.get("content-security-policy")).toContain("sandbox");
    expect(paper.text).toContain("&lt;b&gt;Lời nhắn&lt;/b&gt;");
    expect(paper.text).not.toMatch(/\/rsvp\/[\w-]{43}/);
    expect((await as("focal").post(`/events/${open}/invite/paper`, { guest, note: "" })).status).toBe(404);
  });
});
