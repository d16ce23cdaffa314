import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { setUpWords } from "../../../app/features/accounts/set-up/messages";
import { signInWords } from "../../../app/features/accounts/sign-in/messages";
import { campaignWords } from "../../../app/features/campaigns/messages";
import { eventWords } from "../../../app/features/events/messages";
import { eventFormWords } from "../../../app/features/events/messages/form";
import { programmeWords } from "../../../app/features/events/programme/messages";
import { staffFrameWords } from "../../../app/features/home/messages/frame";
import { unitImportWords } from "../../../app/features/units/import/messages";
import { addDays, type Day } from "../../../app/web/time";
import { pointNames } from "../../kit/office-list";
import type { Site } from "../../kit/site";
import type { SmtpSink } from "../../kit/smtp";
import { fill, follow, letterTo, pathOf, press, shows } from "./hands";

export const me = { name: "Trần Thị Thu Hà", email: "dieuphoi@lamgiang.example" };
const province = "UBND tỉnh Lam Giang";
const title = "Hội nghị sơ kết và phát động Ngày Chuyển đổi số";

/** Set-up with the code from the server, and a letter to try the mail. */
export async function setUpOffice(desk: Page, { site, sink }: { site: Site; sink: SmtpSink }) {
  const t = setUpWords.vi;
  await desk.goto("/");
  expect(pathOf(desk)).toBe("/setup");
  await fill(desk, t.code, readFileSync(join(site.dataDir, "setup-code"), "utf8").trim());
  await press(desk, t.next);
  await fill(desk, t.name, province);
  await press(desk, t.next);
  await fill(desk, t.personName, me.name);
  await desk.getByLabel(t.email).fill(me.email);
  await press(desk, t.next);
  await press(desk, new RegExp(t.test(".*")));
  expect((await letterTo(sink, me.email)).envelope.to).toEqual([me.email]);
  const looked = () => desk.goto("/setup?step=mail").then(() => desk.content());
  await expect.poll(looked, { timeout: 15_000 }).toContain(t.testState.sent);
  await press(desk, t.next);
  await press(desk, t.finish);
  await shows(desk, t.welcome);
}

/** Out, and in again with the six digits of the letter. */
export async function signInByLetter(desk: Page, { sink }: { sink: SmtpSink }) {
  const t = signInWords.vi;
  await press(desk, staffFrameWords.vi.signOut);
  await desk.getByLabel(t.email).fill(me.email);
  await press(desk, t.send);
  const letter = await letterTo(sink, me.email, 2);
  await desk.getByLabel(t.code).fill(letter.text.match(/\b\d{3} ?\d{3}\b/)?.[0] ?? "");
  await press(desk, t.signIn);
  await desk.getByRole("navigation", { name: staffFrameWords.vi.navigation }).waitFor();
  expect(pathOf(desk)).toBe("/");
}

/** The department and the 21 communes below the province. */
export async function importUnits(desk: Page) {
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
}

/** A campaign from the template of the national day; ends at the form of its first event. */
export async function startCampaign(desk: Page) {
  const t = campaignWords.vi;
  await follow(desk, staffFrameWords.vi.nav.campaigns);
  await follow(desk, t.add);
  await follow(desk, `${t.choose}: ${t.kinds["national-day"]}`);
  await desk.getByLabel(t.owner).selectOption({ label: province });
  await press(desk, t.create);
  await press(desk, t.steps.start);
  await shows(desk, t.stepped.start);
  await follow(desk, t.addEvent);
  await desk.waitForURL(/\/events\/new\?campaign=/);
}

/** A main venue and 21 linked points, open to answers. Returns the event's id. */
export async function openEvent(desk: Page, { replyDay }: { replyDay: Day }): Promise<string> {
  const f = eventFormWords.vi.form;
  const { add } = programmeWords.vi;
  await fill(desk, f.title, title);
  await fill(desk, f.day, addDays(replyDay, 8));
  await fill(desk, f.from, "14:00");
  await fill(desk, f.to, "16:40");
  await fill(desk, f.replyDay, replyDay);
  await desk.getByLabel(f.placeName).fill(pointNames[0] as string);
  await desk.getByLabel(f.placeAddress).fill("Hội trường UBND tỉnh, 1 Trần Phú");
  await press(desk, f.create);
  await shows(desk, f.created);
  const eventId = pathOf(desk).split("/").at(-1) as string;
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
  return eventId;
}
