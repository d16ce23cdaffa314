import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "../../../app/web/paths";
import { useBrowser, type Visit } from "../../kit/browser";
import { type Site, startDemo, startSite } from "../../kit/site";
import { enterAs, findPlaces, type Places, signedInAs } from "./demo-places";
import { useLook } from "./looking";

const look = useLook(useBrowser({ keep: true }).visit);
let site: Site;
let places: Places & { list: string };
const people: Record<string, Visit> = { nobody: {} };
beforeAll(async () => {
  site = await startDemo();
  for (const role of ["organizer", "administrator"] as const) people[role] = await enterAs(site, role);
  const found = await findPlaces(site);
  places = { ...found, list: await handInList(found.moved.id) };
}, 300_000);
afterAll(() => site?.stop());

/** A short list with a few faults, up to its dry run. */
async function handInList(eventId: string): Promise<string> {
  const organizer = await signedInAs(site, "organizer");
  const list = [
    "Họ và tên;Email;Điểm cầu",
    "Nguyễn Thử An;an.thu@lamgiang.example;Phường Bến Lam",
    "Trần Thử Bình;binh(at)lamgiang;Nơi Lạ",
  ];
  const { to } = await organizer.post(paths.guestImport(eventId), { from: "paste", list: list.join("\n") });
  return to.replace(/\/columns$/, "");
}

describe("staff pages", () => {
  const asAdministrator = [paths.accounts, paths.accountNew, paths.organization];
  const open: [string, (at: typeof places) => string][] = [
    ["home", () => paths.home],
    ["campaigns", () => paths.campaigns],
    ["a campaign", ({ campaign }) => paths.campaign(campaign.id)],
    ["its plan", ({ campaign }) => paths.campaignPlan(campaign.id)],
    ["a new campaign", () => `${paths.campaignNew}?kind=national-day`],
    ["events", () => paths.events],
    ["a new event", () => paths.eventNew()],
    ["an event that was", ({ past }) => paths.event(past.id)],
    ["an event ahead", ({ moved }) => paths.event(moved.id)],
    ["guests", ({ moved }) => paths.guests(moved.id)],
    ["guests by point", ({ past }) => `${paths.guests(past.id)}?view=points`],
    ["a guest", ({ moved, coming }) => paths.guest(moved.id, coming.id)],
    ["points", ({ moved }) => paths.eventPoints(moved.id)],
    ["a point", ({ moved, point }) => paths.eventPoint(moved.id, point.id)],
    ["agenda", ({ moved }) => paths.eventAgenda(moved.id)],
    ["conclusions", ({ past }) => paths.eventConclusions(past.id)],
    ["the draft of their notice", ({ past }) => paths.eventConclusionsPrint(past.id)],
    ["difficulties", () => paths.difficulties],
    ["a new difficulty", () => paths.difficultyNew],
    ["reviews of tasks", () => paths.taskReviews],
    ["the list's import", ({ moved }) => paths.guestImport(moved.id)],
    ["the columns of a list", ({ list }) => `${list}/columns`],
    ["a list's dry run", ({ list }) => list],
    ["invitations", ({ moved }) => `${paths.invite(moved.id)}?to=silent`],
    ["an event's letters", ({ moved }) => paths.eventLetters(moved.id)],
    ["reminders", ({ moved }) => paths.eventReminders(moved.id)],
    ["letters", () => paths.letters],
    ["a letter", ({ letter }) => paths.letter(letter.id)],
    ["units", () => paths.units],
    ["a unit", ({ unit }) => paths.unit(unit.id)],
    ["the tasks' dashboard", () => paths.taskDashboard],
    ["the lead units ranked", () => paths.taskUnits],
    ["a unit's tasks", ({ unit }) => paths.unitTasks(unit.id)],
    ["documents", () => paths.documents],
    ["a document", ({ document }) => paths.document(document.id)],
    ["tasks over time", () => `${paths.taskTimeline}?zoom=weeks`],
    ["the tasks' board", () => paths.taskBoard],
    ["the tasks' calendar", () => paths.taskCalendar],
    ["tasks", () => paths.tasks],
    ["tasks picked out", () => `${paths.tasks}?only=late`],
    ["search", () => `${paths.search}?q=ben`],
    ["one's own account", () => paths.account],
    ["accounts", () => paths.accounts],
    ["a new account", () => paths.accountNew],
    ["the organization", () => paths.organization],
  ];
  test.each(open)("%s: no finding in light, dark, from right to left and on a phone", async (_, pathOf) => {
    const path = pathOf(places);
    const who = people[asAdministrator.includes(path) ? "administrator" : "organizer"] as Visit;
    expect(await look({ origin: site.origin, path, who, narrowest: 390 })).toEqual([]);
  });
});

describe("guests' pages", () => {
  const open: [string, (at: typeof places) => string][] = [
    ["sign-in", () => paths.signIn],
    ["an invitation", ({ silent }) => paths.rsvp(silent.token ?? "")],
    ["sending a substitute", ({ silent }) => `${paths.rsvp(silent.token ?? "")}?answer=substitute`],
    ["an answered invitation", ({ coming }) => paths.rsvp(coming.token ?? "")],
    ["an event for everybody", ({ moved }) => paths.publicEvent(moved.slug)],
    ["a campaign for everybody", ({ campaign }) => paths.publicCampaign(campaign.slug)],
    ["the demo's mailbox", () => paths.mailbox],
    ["a letter in it", ({ letter }) => paths.mailboxLetter(letter.id)],
  ];
  test.each(open)("%s: no finding in light, dark, from right to left and at 320 px", async (_, pathOf) => {
    const who = people.nobody as Visit;
    expect(await look({ origin: site.origin, path: pathOf(places), who, narrowest: 320 })).toEqual([]);
  });

  test("set-up: no finding", async () => {
    const empty = await startSite();
    try {
      const who = people.nobody as Visit;
      expect(await look({ origin: empty.origin, path: paths.setup, who, narrowest: 320 })).toEqual([]);
    } finally {
      await empty.stop();
    }
  });
});
