import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Site, startSite } from "../kit/site";
import { type SmtpSink, startSmtpSink } from "../kit/smtp";

let sink: SmtpSink;
let site: Site;
beforeAll(async () => {
  sink = await startSmtpSink();
  site = await startSite({ SMTP_URL: sink.url, MAIL_FROM: "TenTen <thu@lamgiang.example>" });
}, 180_000);
afterAll(async () => {
  await site?.stop();
  await sink?.close();
});

async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = await look();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error("It did not happen within 15 seconds");
}

test("set-up tries the mail server for real, and the letter of the first sign-in opens the door", async () => {
  const installer = site.browser();
  await installer.post("/setup", { step: "start", code: readFileSync(join(site.dataDir, "setup-code"), "utf8") });
  const office = { name: "Sở Khoa học và Công nghệ", kind: "department", zone: "Asia/Ho_Chi_Minh", locale: "vi" };
  await installer.post("/setup", { step: "organization", ...office });
  await installer.post("/setup", { step: "person", name: "Nguyễn Văn An", position: "", email: "an@lamgiang.example" });
  expect((await installer.get("/setup")).text).toContain(new URL(sink.url).host);
  expect(await installer.post("/setup", { step: "mail", test: "yes" })).toMatchObject({
    status: 303,
    to: "/setup?step=mail",
  });
  await until(() => sink.find("an@lamgiang.example"));
  await until(async () => ((await installer.get("/setup?step=mail")).text.includes("tone-success") ? true : undefined));
  await installer.post("/setup", { step: "mail" });
  await installer.post("/setup", { step: "finish" });
  sink.reset();

  const browser = site.browser();
  await browser.post("/sign-in", { email: "an@lamgiang.example" });
  const letter = await until(() => sink.messages[0]);
  const link = new RegExp(`${site.origin}(/sign-in/[\\w-]{43})`).exec(letter.text)?.[1] as string;
  expect((await browser.get(link)).status).toBe(200);
  expect(await browser.post(link, {})).toMatchObject({ status: 303, to: "/" });
  expect((await browser.get("/")).text).toContain("Nguyễn Văn An");
  expect(site.said()).not.toContain(link);
});
