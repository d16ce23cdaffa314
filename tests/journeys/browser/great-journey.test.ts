import { readFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setUpWords } from "../../../app/features/accounts/set-up/messages";
import { signInWords } from "../../../app/features/accounts/sign-in/messages";
import { campaignWords } from "../../../app/features/campaigns/messages";
import { eventWords } from "../../../app/features/events/messages";
import { eventFormWords } from "../../../app/features/events/messages/form";
import { programmeWords } from "../../../app/features/events/programme/messages";
import { homeWords } from "../../../app/features/home/messages";
import { answerWords } from "../../../app/features/participants/answer/messages";
import { guestWords } from "../../../app/features/participants/guests/messages";
import { inviteWords } from "../../../app/features/participants/invitation/messages";
import { listWords } from "../../../app/features/participants/list/messages";
import { countAnswers } from "../../../app/features/participants/reads.server";
import { enqueueDueReminders } from "../../../app/features/reminders/jobs.server";
import { reminderWords } from "../../../app/features/reminders/messages";
import { unitImportWords } from "../../../app/features/units/import/messages";
import { forgetEnv } from "../../../app/web/env.server";
import { readSheet } from "../../../app/web/sheet.server";
import { addDays, dayOf, defaultZone } from "../../../app/web/time";
import { closeDatabase, openDatabase, read, transact } from "../../../db/client.server";
import { participants } from "../../../db/schema.server";
import { phone, useBrowser } from "../../kit/browser";
import { officeList, pointNames } from "../../kit/office-list";
import { type Site, startSite } from "../../kit/site";
import { type SinkMessage, type SmtpSink, startSmtpSink } from "../../kit/smtp";

const secret = "one-secret-for-the-site-and-for-the-tests";
const me = { name: "Trần Thị Thu Hà", email: "dieuphoi@lamgiang.example" };
const province = "UBND tỉnh Lam Giang";
const title = "Hội nghị sơ kết và phát động Ngày Chuyển đổi số";
const today = dayOf(new Date(), defaultZone);

const { visit } = useBrowser({ keep: true });
let sink: SmtpSink;
let site: Site;
let desk: Page;
let list: Awaited<ReturnType<typeof officeList>>;
beforeAll(async () => {
  sink = await startSmtpSink();
  list = await officeList();
  const mail = { SMTP_URL: sink.url, MAIL_FROM: "TenTen <tenten@lamgiang.example>" };
  site = await startSite({ ...mail, APP_SECRETS: secret, TENTEN_LIMITS: "off" });
  Object.assign(process.env, { PUBLIC_ORIGIN: site.origin, APP_SECRETS: secret });
  forgetEnv();
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  desk = await visit(site.origin, { viewport: { width: 1366, height: 768 } });
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
  await sink?.close();
});

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name, exact: true }).first().click();
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const path = (page: Page) => new URL(page.url()).pathname;
/** The links that a letter shows in its plain text, of this site only. */
const linkIn = ({ text }: SinkMessage, start: string): string =>
  text.match(new RegExp(`${site.origin}${start}[\\w-]+`))?.[0] ?? "";
const letterTo = async (address: string, nth = 1): Promise<SinkMessage> => {
  await expect.poll(() => sink.find(address).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(nth);
  return sink.find(address)[nth - 1] as SinkMessage;
};
const everybody = async () => await read.select().from(participants).where(eq(participants.eventId, eventId));
let eventId = "";

describe("from an empty installation to a counted hall", () => {
  test("set-up with the code from the server, and a letter to try the mail", async () => {
    const t = setUpWords.vi;
    await desk.goto("/");
    expect(path(desk)).toBe("/setup");
    await fill(desk, t.code, readFileSync(join(site.dataDir, "setup-code"), "utf8").trim());
    await press(desk, t.next);
    await fill(desk, t.name, province);
    await press(desk, t.next);
    await fill(desk, t.personName, me.name);
    await desk.getByLabel(t.email).fill(me.email);
    await press(desk, t.next);
    await press(desk, new RegExp(t.test(".*")));
    expect((await letterTo(me.email)).envelope.to).toEqual([me.email]);
    const looked = () => desk.goto("/setup?step=mail").then(() => desk.content());
    await expect.poll(looked, { timeout: 15_000 }).toContain(t.testState.sent);
    await press(desk, t.next);
    await press(desk, t.finish);
    await shows(desk, t.welcome);
  });

  test("sign out, and in again with the six digits of the letter", async () => {
    const t = signInWords.vi;
    await press(desk, homeWords.vi.signOut);
    await desk.getByLabel(t.email).fill(me.email);
    await press(desk, t.send);
    const letter = await letterTo(me.email, 2);
    await desk.getByLabel(t.code).fill(letter.text.match(/\b\d{3} ?\d{3}\b/)?.[0] ?? "");
    await press(desk, t.signIn);
    await desk.getByRole("navigation", { name: homeWords.vi.navigation }).waitFor();
    expect(path(desk)).toBe("/");
  });

  test("the units below the province come from a file", async () => {
    const kinds = { Phường: "Phường", Xã: "Xã", "Đặc khu": "Đặc khu" };
    const communes = pointNames.slice(1).map((name, n) => {
      const kind = Object.entries(kinds).find(([start]) => name.startsWith(start))?.[1];
      return `LG${String(n + 1).padStart(2, "0")},${name},${kind}`;
    });
    const lines = ["Mã,Tên đơn vị,Loại", "SKHCN,Sở Khoa học và Công nghệ,Sở", ...communes];
    await desk.goto("/units/import");
    const file = { name: "don-vi.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) };
    await desk.getByLabel(unitImportWords.vi.file).setInputFiles(file);
    await desk.getByLabel(unitImportWords.vi.under).selectOption({ label: province });
    await press(desk, unitImportWords.vi.read);
    await press(desk, unitImportWords.vi.apply("22"));
    await shows(desk, unitImportWords.vi.done("22", "0"));
    await shows(desk, "Đặc khu Hòn Lam");
  });

  test("a campaign from the template of the national day", async () => {
    const t = campaignWords.vi;
    await follow(desk, homeWords.vi.nav.campaigns);
    await follow(desk, t.add);
    await follow(desk, `${t.choose}: ${t.kinds["national-day"]}`);
    await desk.getByLabel(t.owner).selectOption({ label: province });
    await press(desk, t.create);
    await press(desk, t.steps.start);
    await shows(desk, t.stepped.start);
    await follow(desk, t.addEvent);
    await desk.waitForURL(/\/events\/new\?campaign=/);
  });

  test("an event with a main venue and 21 linked points from pasted lines", async () => {
    const f = eventFormWords.vi.form;
    const { add } = programmeWords.vi;
    await fill(desk, f.title, title);
    await fill(desk, f.day, addDays(today, 20));
    await fill(desk, f.from, "14:00");
    await fill(desk, f.to, "16:40");
    await fill(desk, f.replyDay, addDays(today, 12));
    await desk.getByLabel(f.placeName).fill(pointNames[0] as string);
    await desk.getByLabel(f.placeAddress).fill("Hội trường UBND tỉnh, 1 Trần Phú");
    await press(desk, f.create);
    await shows(desk, f.created);
    eventId = path(desk).split("/").at(-1) as string;
    await desk.goto(`/events/${eventId}/points/add?way=paste`);
    const lines = pointNames
      .slice(1)
      .map((name, n) => `${name}; Trụ sở UBND ${name}; ${n === 0 ? "" : 60}; https://hop.lamgiang.example/${n + 1}`);
    await fill(desk, add.lines, lines.join("\n"));
    await press(desk, add.addLines);
    await shows(desk, add.added(21));
    await desk.goto(`/events/${eventId}`);
    await press(desk, eventWords.vi.next.open[0]);
    await shows(desk, eventWords.vi.stepDone.open);
  });

  test("the office's list: columns guessed, every fault counted, the good rows taken over, twice changes nothing", async () => {
    const t = listWords.vi;
    const { faults, people, office_rows } = list.facts;
    await desk.goto(`/events/${eventId}/import`);
    await desk
      .getByLabel(t.file)
      .setInputFiles({ name: list.name, mimeType: "application/octet-stream", buffer: list.bytes });
    await press(desk, t.readFile);
    await shows(desk, t.columnsTitle);
    for (const field of ["name", "position", "point", "email", "phone"] as const)
      expect(await desk.getByLabel(t.fields[field], { exact: true }).inputValue()).not.toBe("");
    await press(desk, t.tryIt);
    await shows(desk, t.dryLead(people, office_rows));
    expect(await figures(desk, t.counts)).toEqual({
      [t.all]: office_rows,
      [t.fates.new]: people - faults.blank_email - faults.bad_email,
      [t.fates["no-address"]]: faults.blank_email,
      [t.fates["bad-address"]]: faults.bad_email,
      [t.fates["same-person-at-point"]]: faults.dup_same_point,
      [t.fates["at-two-points"]]: faults.dup_two_points,
    });
    expect(await everybody()).toEqual([]);
    await follow(desk, t.fates["at-two-points"]);
    await desk.getByLabel(t.allChoices).selectOption({ label: t.choices.stay });
    await press(desk, t.keepChoices);
    await shows(desk, t.choicesKept);
    const good = people - faults.bad_email;
    await press(desk, t.take(good));
    await shows(desk, t.done(good, 0));
    expect(await everybody()).toHaveLength(good);
    // What is shown now is what the same file would do a second time.
    expect(await figures(desk, t.counts)).toEqual({
      [t.all]: office_rows,
      [t.fates.unchanged]: good,
      [t.fates["bad-address"]]: faults.bad_email,
      [t.fates["same-person-at-point"]]: faults.dup_same_point,
      [t.fates["at-two-points"]]: faults.dup_two_points,
    });
    expect(await desk.getByRole("button", { name: /^Đưa/ }).count()).toBe(0);
    expect(sink.messages).toHaveLength(2);
  });

  test("the preview says who gets a letter and who does not; exactly those letters leave, each once", async () => {
    const t = inviteWords.vi;
    const { people, faults } = list.facts;
    const invited = people - faults.bad_email - faults.blank_email;
    await desk.goto(`/events/${eventId}/invite`);
    await shows(desk, t.gets(invited));
    await shows(desk, t.getsNot(faults.blank_email));
    await shows(desk, `${t.reasons["no-address"]}: ${faults.blank_email}`);
    sink.reset();
    await press(desk, t.send(invited));
    await shows(desk, t.doneTitle(invited));
    await expect.poll(() => sink.messages.length, { timeout: 60_000 }).toBe(invited);
    const addresses = (await everybody()).flatMap(({ email }) => email ?? []).sort();
    expect(sink.messages.map(({ envelope }) => envelope.to.join())).toSatisfy((to: string[]) =>
      same(to.sort(), addresses),
    );
    expect(new Set(sink.messages.map(({ messageId }) => messageId)).size).toBe(invited);
    expect(
      sink.messages.filter(({ ics, to, envelope }) => ics?.method !== "REQUEST" || to[0]?.address !== envelope.to[0]),
    ).toEqual([]);
  });

  const guests = { yes: 3, no: 2, substitute: 2 };
  const stand = (n: number) => ({ name: `Người Đi Thay ${n + 1}`, email: `thay.${n + 1}@lamgiang.example` });

  test("guests answer from their letters on a phone without script", async () => {
    const t = answerWords.vi;
    const letters = [...sink.messages].slice(0, guests.yes + guests.no + guests.substitute);
    const open = async (letter: SinkMessage, refused: number[] = []) => {
      const page = await visit(site.origin, { ...phone, javaScriptEnabled: false, refused });
      await page.goto(linkIn(letter, "/rsvp/"));
      return page;
    };
    for (const letter of letters.splice(0, guests.yes)) {
      const page = await open(letter);
      await press(page, t.answers.yes);
      await shows(page, t.confirmed);
      await page.context().close();
    }
    for (const letter of letters.splice(0, guests.no)) {
      const page = await open(letter);
      await follow(page, t.answers.no);
      await page.getByLabel(t.no.reason).fill("Bận công tác");
      await press(page, t.no.press);
      await shows(page, t.declined);
      await page.context().close();
    }
    for (const [n, letter] of letters.entries()) {
      const page = await open(letter, [404]);
      await follow(page, t.answers.substitute);
      await fill(page, t.substitute.name, stand(n).name);
      await page.getByLabel(t.substitute.email).fill(stand(n).email);
      await press(page, t.substitute.press);
      await shows(page, t.handedOver);
      await page.goto(linkIn(letter, "/rsvp/"));
      await shows(page, t.dead.title);
      const own = await open(await letterTo(stand(n).email));
      await shows(own, t.seatKeptInPlace);
      await Promise.all([page.context().close(), own.context().close()]);
    }
    await expect
      .poll(() => counts())
      .toMatchObject({ confirmed: guests.yes, declined: guests.no, substitute: guests.substitute });
  });

  test("a reminder reaches the silent and nobody else", async () => {
    const t = reminderWords.vi;
    await desk.goto(`/events/${eventId}/reminders`);
    await fill(desk, t.silent, "12");
    await fill(desk, t.clock, "00:00");
    await press(desk, t.save);
    await shows(desk, t.saved);
    // The moment stands at the beginning of today; everybody was invited after it, so nobody is due.
    expect(await enqueueDueReminders(new Date())).toBe(0);
    const before = new Date(Date.now() - 2 * 86_400_000);
    const invited = and(eq(participants.eventId, eventId), isNotNull(participants.invitedAt));
    await transact((tx) => tx.update(participants).set({ invitedAt: before }).where(invited));
    const silent = (await everybody()).filter(({ answer, email }) => answer === "none" && email);
    sink.reset();
    await expect.poll(() => sink.messages.length, { timeout: 90_000 }).toBe(silent.length);
    const reached = sink.messages.map(({ envelope }) => envelope.to.join());
    expect(same(reached.sort(), silent.map(({ email }) => email ?? "").sort())).toBe(true);
    expect(new Set(sink.messages.map(({ subject }) => subject)).size).toBe(1);
    await new Promise((later) => setTimeout(later, 2000));
    expect(sink.messages).toHaveLength(silent.length);
  });

  test("the organizer's figures are what was done, on the page, by point and in the workbook", async () => {
    const t = guestWords.vi;
    const { people, faults } = list.facts;
    const listed = people - faults.bad_email;
    const invited = listed - faults.blank_email;
    await desk.goto(`/events/${eventId}/guests`);
    const said = (await desk.getByRole("img", { name: t.invitedTotal(invited) }).getAttribute("aria-label")) ?? "";
    const silent = invited - guests.yes - guests.no - guests.substitute;
    expect(said).toBe(
      `${t.invitedTotal(invited)}: ${t.states.confirmed} ${guests.yes}, ${t.states.substitute} ${guests.substitute}, ${t.states.declined} ${guests.no}, ${t.states.silent} ${silent}`,
    );
    await follow(desk, t.views.points);
    const byPoint = desk.getByRole("table", { name: t.views.points }).getByRole("row");
    await expect.poll(() => byPoint.count()).toBe(pointNames.length + 2);
    const coming = desk.waitForEvent("download");
    await press(desk, t.more);
    await follow(desk, t.workbook);
    const book = await readSheet(readFileSync(await (await coming).path()), "list.xlsx");
    const all = book.ok ? book.sheets.find(({ name }) => name === t.book.all) : null;
    expect(all?.rows.filter(([n]) => /^\d+$/.test(n ?? ""))).toHaveLength(listed);
  });
});

const counts = () => countAnswers(read, { eventId });
const same = (one: string[], other: string[]) =>
  one.length === other.length && one.every((text, n) => text === other[n]);

/** The figures of a row of figures, by their names. */
async function figures(page: Page, label: string): Promise<Record<string, number>> {
  const pairs = await page
    .locator(`dl[aria-label="${label}"] > div`)
    .evaluateAll((all) =>
      all.map((one) => [one.querySelector("dt")?.textContent ?? "", one.querySelector("dd")?.textContent ?? ""]),
    );
  return Object.fromEntries(pairs.map(([name, value]) => [name, Number(value?.replace(/\D/g, ""))]));
}
