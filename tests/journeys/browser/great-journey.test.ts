import { readFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerWords } from "../../../app/features/participants/answer/messages";
import { guestWords } from "../../../app/features/participants/guests/messages";
import { inviteWords } from "../../../app/features/participants/invitation/messages";
import { listWords } from "../../../app/features/participants/list/messages";
import { listLetters } from "../../../app/features/outbox/reads.server";
import { countAnswers } from "../../../app/features/participants/reads.server";
import { enqueueDueReminders } from "../../../app/features/reminders/jobs.server";
import { reminderWords } from "../../../app/features/reminders/messages";
import { forgetEnv } from "../../../app/web/env.server";
import { readSheet } from "../../../app/web/sheet.server";
import { addDays, dayOf, defaultZone } from "../../../app/web/time";
import { closeDatabase, openDatabase, read, transact } from "../../../db/client.server";
import { participants } from "../../../db/schema.server";
import { phone, useBrowser } from "../../kit/browser";
import { dumpDatabase } from "../../kit/dump";
import { officeList, pointNames } from "../../kit/office-list";
import { type Site, startSite } from "../../kit/site";
import { type SinkMessage, type SmtpSink, startSmtpSink } from "../../kit/smtp";
import { figures, fill, follow, letterTo, linksIn, press, shows } from "./hands";
import { importUnits, me, openEvent, setUpOffice, signInByLetter, startCampaign } from "./preparing";

const secret = "one-secret-for-the-site-and-for-the-tests";
const daysToReply = 12;

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

const answerLink = (letter: SinkMessage) =>
  linksIn(letter, site.origin).find((link) => link.startsWith("/rsvp/")) ?? "";
const everybody = async () => await read.select().from(participants).where(eq(participants.eventId, eventId));
let eventId = "";

describe("from an empty installation to a counted hall", () => {
  test("set-up with the code from the server, and a letter to try the mail", async () => {
    await setUpOffice(desk, { site, sink });
  });

  test("sign out, and in again with the six digits of the letter", async () => {
    await signInByLetter(desk, { sink });
  });

  test("the units below the province come from a file", async () => {
    await importUnits(desk);
  });

  test("a campaign from the template of the national day", async () => {
    await startCampaign(desk);
  });

  test("an event with a main venue and 21 linked points from pasted lines", async () => {
    eventId = await openEvent(desk, { replyDay: addDays(dayOf(new Date(), defaultZone), daysToReply) });
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
      await page.goto(answerLink(letter));
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
      await page.goto(answerLink(letter));
      await shows(page, t.dead.title);
      const own = await open(await letterTo(sink, stand(n).email));
      await shows(own, t.seatKeptInPlace);
      await Promise.all([page.context().close(), own.context().close()]);
    }
    await expect
      .poll(() => countAnswers(read, { eventId }))
      .toMatchObject({ confirmed: guests.yes, declined: guests.no, substitute: guests.substitute });
  });

  test("every link of every kind of letter, opened as people, scanners and prefetchers do, changes nothing", async () => {
    await site.browser().post("/sign-in", { email: me.email });
    await letterTo(sink, me.email);
    await expect.poll(async () => (await listLetters(read, { states: ["queued", "claimed"] })).total).toBe(0);
    const kinds = new Map(sink.messages.map((letter) => [letter.subject, letter]));
    const links = new Set([...kinds.values()].flatMap((letter) => linksIn(letter, site.origin)));
    expect([kinds.size >= 5, links.size > kinds.size]).toEqual([true, true]);
    const before = await dumpDatabase();
    for (const link of links)
      for (const headers of [{}, { "Sec-Purpose": "prefetch" }, {}] as Record<string, string>[]) {
        const { status } = await site.browser().get(link, headers);
        expect([link, [200, 303, 404].includes(status), (await site.browser().head(link)).status]).toEqual([
          link,
          true,
          status,
        ]);
      }
    expect(await dumpDatabase()).toEqual(before);
  });

  test("a reminder reaches the silent and nobody else", async () => {
    const t = reminderWords.vi;
    await desk.goto(`/events/${eventId}/reminders`);
    await fill(desk, t.silent, String(daysToReply));
    await fill(desk, t.clock, "00:00");
    await press(desk, t.save);
    await shows(desk, t.saved);
    // That moment was midnight; everybody was invited after it.
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
    await desk.getByText(t.more, { exact: true }).click();
    await follow(desk, t.workbook);
    const book = await readSheet(readFileSync(await (await coming).path()), "list.xlsx");
    const all = book.ok ? book.sheets.find(({ name }) => name === t.book.all) : null;
    expect(all?.rows.filter(([n]) => /^\d+$/.test(n ?? ""))).toHaveLength(listed);
  });
});

const same = (one: string[], other: string[]) =>
  one.length === other.length && one.every((text, n) => text === other[n]);
