import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, type Site, startSite } from "../kit/site";

let site: Site;
beforeAll(async () => {
  site = await startSite();
}, 180_000);
afterAll(() => site?.stop());

const sessionCookie = "tenten_session";
const file = (name: string) => join(site.dataDir, name);
/** Without a mail server the last link waits on the server's disk. */
const lastLetter = () => {
  const [link = "", code = ""] = readFileSync(file("sign-in-link"), "utf8").split("\n");
  return { link: link.replace(site.origin, ""), code };
};

async function signIn(email: string, next?: string): Promise<Browser> {
  const browser = site.browser();
  await browser.post(next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in", { email });
  await browser.post(lastLetter().link, {});
  return browser;
}

// One story told in order: each part stands on the one before.
describe("an empty installation", () => {
  test("leads everybody to set-up, and takes nobody's word without the code from the server", async () => {
    const stranger = site.browser();
    expect(await stranger.get("/events")).toMatchObject({ status: 303, to: "/setup" });
    expect(await stranger.get("/sign-in")).toMatchObject({ status: 303, to: "/setup" });
    const refused = await stranger.post("/setup", { step: "start", code: "AAAA-BBBB-CCCC" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("AAAA-BBBB-CCCC");
    // A later step named by hand is still the first one.
    expect((await stranger.post("/setup", { step: "finish" })).status).toBe(422);
    expect((await stranger.get("/setup?step=finish")).text).toContain('name="code"');
  });

  test("is set up in five steps without script; the first person is signed in; then set-up is gone", async () => {
    const installer = site.browser();
    const code = readFileSync(file("setup-code"), "utf8").trim();
    expect(site.said()).toContain(code);
    expect((await installer.post("/setup", { step: "start", code: code.toLowerCase() })).status).toBe(303);
    const faulty = await installer.post("/setup", {
      step: "organization",
      name: "",
      kind: "province",
      zone: "Nowhere/City",
      locale: "vi",
    });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain("Nowhere/City");
    await installer.post("/setup", {
      step: "organization",
      name: "UBND tỉnh Lam Giang",
      kind: "province",
      zone: "Asia/Ho_Chi_Minh",
      locale: "vi",
    });
    await installer.post("/setup", {
      step: "person",
      name: "Nguyễn Văn An",
      position: "Chánh Văn phòng",
      email: "an@lamgiang.example",
    });
    expect((await installer.get("/setup")).text).toContain("SMTP_URL");
    await installer.post("/setup", { step: "mail" });
    const page = await installer.get("/setup");
    expect(page.text).not.toContain("<script");
    const done = await installer.post("/setup", { step: "finish" });
    expect(done).toMatchObject({ status: 303, to: "/" });
    expect((await installer.get("/")).status).toBe(200);
    expect((await installer.get("/organization")).text).toContain("UBND tỉnh Lam Giang");
    expect([
      (await installer.get("/setup")).status,
      (await site.browser().post("/setup", { step: "start", code })).status,
    ]).toEqual([404, 404]);
    expect(existsSync(file("setup-code"))).toBe(false);
  });
});

describe("signing in", () => {
  test("answers the same for an address nobody has", async () => {
    const outline = async (email: string) => {
      const { status, to, headers, text } = await site.browser().post("/sign-in", { email });
      const cookies = headers.getSetCookie().map((line) => line.replace(/=[^;]*/, "="));
      return { status, to, text, cookies };
    };
    const known = await outline("an@lamgiang.example");
    expect(known).toMatchObject({ status: 303, to: "/sign-in/code" });
    expect(await outline("nobody@lamgiang.example")).toEqual(known);
  });

  test("a link that is looked at, by people or by mail scanners, is not burnt; the button signs in and leads on", async () => {
    const browser = site.browser();
    await browser.post("/sign-in?next=%2Faccounts%3Fq%3Dan", { email: "an@lamgiang.example" });
    const { link } = lastLetter();
    for (const scanner of [site.browser("scanner"), browser]) {
      await scanner.head(link);
      await scanner.get(link, { "Sec-Purpose": "prefetch" });
      expect((await scanner.get(link)).status).toBe(200);
    }
    const done = await browser.post(link, {});
    expect(done).toMatchObject({ status: 303, to: "/accounts?q=an" });
    expect(done.headers.getSetCookie().find((line) => line.startsWith(sessionCookie))).toMatch(/HttpOnly/);
    expect((await browser.get("/accounts?q=an")).text).toContain("an@lamgiang.example");
    expect((await site.browser().post(link, {})).status).toBe(410);
    expect((await site.browser().get(link)).status).toBe(410);
    expect((await site.browser().get("/sign-in/no-such-token")).status).toBe(410);
  });

  test("with the six digits in the browser that asked; the wrong ones keep one out", async () => {
    const browser = site.browser();
    await browser.post("/sign-in", { email: "an@lamgiang.example" });
    const { code } = lastLetter();
    const wrong = await browser.post("/sign-in/code", { code: code === "111111" ? "222222" : "111111" });
    expect(wrong.status).toBe(422);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    expect(await browser.post("/sign-in/code", { code: `${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
      status: 303,
      to: "/",
    });
    expect((await browser.get("/account")).text).toContain("Chrome · Windows");
  });

  test("from another browser needs the code of the letter beside its link", async () => {
    await site.browser().post("/sign-in", { email: "an@lamgiang.example" });
    const { link, code } = lastLetter();
    const phone = site.browser("Mozilla/5.0 (iPhone) Version/17.5 Safari/604.1");
    expect((await phone.get(link)).text).toContain('name="code"');
    expect((await phone.post(link, {})).status).toBe(422);
    expect(phone.cookies.has(sessionCookie)).toBe(false);
    expect((await phone.post(link, { code })).status).toBe(303);
    expect((await phone.get("/account")).text).toContain("Safari · iPhone");
  });

  test("leads nowhere outside, whatever the address says", async () => {
    // The five letters an hour are used up for An; each payload is tried by entering a page that is closed.
    const payloads = [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "/%5cevil.example",
      "javascript:alert(1)",
      "/\tevil",
      "//evil.example/%2f..",
    ];
    const admin = await currentAdmin();
    for (const next of payloads) {
      const { to } = await admin.get(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(new URL(to, site.origin).origin).toBe(site.origin);
      const { to: after } = await admin.post("/preferences", { theme: "dark", returnTo: next });
      expect(new URL(after, site.origin).origin).toBe(site.origin);
    }
  });

  test("is refused after five letters in an hour, for known and unknown addresses alike", async () => {
    const statuses = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push((await site.browser().post("/sign-in", { email: "nobody2@lamgiang.example" })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    expect((await site.browser().post("/sign-in", { email: "an@lamgiang.example" })).status).toBe(429);
  });
});

let admin: Browser | null = null;
async function currentAdmin(): Promise<Browser> {
  if (admin) return admin;
  admin = await signIn("an@lamgiang.example");
  if (!admin.cookies.has(sessionCookie)) throw new Error("the administrator is not signed in");
  return admin;
}

describe("rights", () => {
  const invite = async (fields: Record<string, string>) =>
    await (await currentAdmin()).post("/accounts/new", { name: "Trần Thị Bình", locale: "vi", unitId: "", ...fields });

  test("nobody who is not signed in sees a staff page", async () => {
    for (const path of [
      "/",
      "/accounts",
      "/accounts/new",
      "/organization",
      "/account",
      "/search?q=an",
      "/units",
      "/events",
      "/campaigns",
      "/documents",
    ])
      expect(await site.browser().get(path)).toMatchObject({ status: 303, to: expect.stringMatching(/^\/sign-in/) });
    expect((await site.browser().post("/accounts/new", { name: "x" })).to).toMatch(/^\/sign-in/);
  });

  test("a supervisor manages nothing, and loses the page at the moment the account is closed", async () => {
    const made = await invite({ email: "binh@lamgiang.example", role: "supervisor" });
    expect(made.status).toBe(303);
    const binh = await signIn("binh@lamgiang.example");
    expect((await binh.get("/")).status).toBe(200);
    for (const path of ["/accounts", "/accounts/new", "/organization", made.to])
      expect((await binh.get(path)).status).toBe(403);
    for (const path of [made.to, "/accounts/new"])
      expect((await binh.post(path, { intent: "disable", name: "x" })).status).toBe(403);
    expect((await binh.get("/")).text).not.toContain('href="/accounts"');

    const boss = await currentAdmin();
    expect((await boss.post(made.to, { intent: "disable" })).status).toBe(303);
    expect(await binh.get("/")).toMatchObject({ status: 303, to: "/sign-in" });
    expect((await binh.post("/account", { intent: "end-others" })).to).toMatch(/^\/sign-in/);
    await boss.post(made.to, { intent: "enable" });
    expect((await binh.get("/")).status).toBe(303);
  });

  test("a change of one's own roles gives a new cookie; the old one is worth nothing", async () => {
    const boss = await currentAdmin();
    const before = boss.cookies.get(sessionCookie) as string;
    const list = await boss.get("/accounts?q=an@lamgiang.example");
    const own = /\/accounts\/[0-9a-f-]{36}/.exec(list.text)?.[0] as string;
    const done = await boss.post(own, { intent: "grant", role: "supervisor", unitId: "" });
    expect(done).toMatchObject({ status: 303, to: "/account" });
    expect(boss.cookies.get(sessionCookie)).not.toBe(before);
    const thief = site.browser();
    thief.cookies.set(sessionCookie, before);
    expect((await thief.get("/")).status).toBe(303);
    expect((await boss.get("/account")).status).toBe(200);
  });

  test("nobody ends another person's session by its number", async () => {
    const boss = await currentAdmin();
    const theirs = /name="sessionId" value="([^"]+)"/;
    await invite({ email: "chi@lamgiang.example", role: "supervisor" });
    const first = await signIn("chi@lamgiang.example");
    const second = await signIn("chi@lamgiang.example");
    const sessionId = theirs.exec((await first.get("/account")).text)?.[1] as string;
    await boss.post("/account", { intent: "end", sessionId });
    expect((await second.get("/account")).status).toBe(200);
    await first.post("/account", { intent: "end", sessionId });
    expect((await second.get("/account")).status).toBe(303);
    expect((await first.get("/account")).status).toBe(200);
  });

  test("signing out needs the button, and the old cookie does not come back to life", async () => {
    const boss = await currentAdmin();
    const token = boss.cookies.get(sessionCookie) as string;
    await boss.get("/sign-out");
    expect((await boss.get("/")).status).toBe(200);
    expect(await boss.post("/sign-out", {})).toMatchObject({ status: 303, to: "/sign-in?out" });
    const thief = site.browser();
    thief.cookies.set(sessionCookie, token);
    expect((await thief.get("/")).status).toBe(303);
  });
});

test("the demo's doors are not there in a real installation", async () => {
  const visitor = site.browser();
  expect((await visitor.get("/sign-in")).text).not.toContain('name="as"');
  expect((await visitor.post("/sign-in", { as: "anybody" })).status).toBe(404);
});

test("neither the log nor the disk holds a link or a session in clear, apart from the file meant to", async () => {
  const { link, code } = lastLetter();
  const token = link.split("/").at(-1) as string;
  expect(site.said()).not.toContain(token);
  expect(site.said()).not.toContain(code);
  const database = readFileSync(file("tenten.sqlite"), "latin1") + readFileSync(file("tenten.sqlite-wal"), "latin1");
  expect(database.includes(token)).toBe(false);
});
