import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "../../../app/web/paths";
import { useBrowser, type Visit } from "../../kit/browser";
import { type Site, startDemo } from "../../kit/site";
import { type AwardPlaces, come, decideVote, findAwardPlaces, openVote } from "./award-places";
import { enterAs } from "./demo-places";
import { useLook } from "./looking";

const look = useLook(useBrowser({ keep: true }).visit);
const roles = ["organizer", "head", "council-member", "supervisor"] as const;
type Who = (typeof roles)[number] | "anybody";
let site: Site;
let at: AwardPlaces;
const people = new Map<Who, Visit>([["anybody", {}]]);
beforeAll(async () => {
  site = await startDemo();
  for (const role of roles) people.set(role, await enterAs(site, role));
  at = await findAwardPlaces(site);
}, 300_000);
afterAll(() => site?.stop());

type Page = [name: string, who: Who, pathOf: () => string];
const lookAt = (open: Page[]) =>
  test.each(open)("%s (%s): no finding in light, dark, from right to left and on a phone", async (_, who, of) => {
    const narrowest = who === "anybody" ? 320 : 390;
    const found = await look({ origin: site.origin, path: of(), who: people.get(who) as Visit, narrowest });
    expect(found).toEqual([]);
  });

describe("while the council scores", () => {
  lookAt([
    ["the rounds", "organizer", () => paths.awards],
    ["a new round", "organizer", () => paths.awardNew],
    ["a round", "organizer", () => paths.award(at.round)],
    ["a round", "head", () => paths.award(at.round)],
    ["a round", "supervisor", () => paths.award(at.round)],
    ["what a round says", "organizer", () => paths.awardEdit(at.round)],
    ["its calendar", "organizer", () => paths.awardCalendar(at.round)],
    ["a category", "organizer", () => paths.awardCategory(at.round, at.category)],
    ["a new category", "organizer", () => paths.awardCategoryNew(at.round)],
    ["the council", "organizer", () => paths.awardCouncil(at.round)],
    ["conflicts", "organizer", () => paths.awardConflicts(at.round)],
    ["conflicts", "council-member", () => paths.awardConflicts(at.round)],
    ["a round's letters", "organizer", () => paths.awardLetters(at.round)],
    ["who scores what", "organizer", () => paths.awardAssignments(at.round)],
    ["who scores what in a category", "organizer", () => paths.awardAssignment(at.round, at.category)],
    ["who scores a dossier", "organizer", () => paths.awardJudges(at.round, at.qualified)],
    ["the dossiers", "organizer", () => paths.nominations(at.round)],
    ["the dossiers", "head", () => paths.nominations(at.round)],
    ["a dossier before the council", "organizer", () => paths.nomination(at.qualified)],
    ["a dossier at the desk", "organizer", () => paths.nomination(at.received)],
    ...(["return", "qualify", "refuse"] as const).map(
      (step): Page => [
        ...([`the step "${step}" of a dossier`, "organizer"] as const),
        () => paths.nominationStep(at.received, step),
      ],
    ),
    ["a dossier that came back", "head", () => paths.nomination(at.returned)],
    ["what is to be scored", "council-member", () => paths.scoring(at.round)],
    ["a score sheet", "council-member", () => paths.scoreSheet(at.round, at.judged)],
    ["the ranking", "organizer", () => paths.ranking(at.round)],
    ["the ranking", "council-member", () => paths.ranking(at.round)],
    ["meetings", "organizer", () => paths.councilMeetings(at.round)],
    ["a meeting that is planned", "organizer", () => paths.councilMeeting(at.round, at.meeting)],
    ["decisions, of which there are none", "organizer", () => paths.awardDecisions(at.round)],
    ["the register of honours", "organizer", () => paths.honours],
    ["a new award of an earlier year", "organizer", () => paths.honourNew],
    ["the import of awards", "organizer", () => paths.honourImport],
    ["an award that was taken back", "organizer", () => paths.honour(at.past.id)],
    ["the honour roll", "anybody", () => paths.honourRoll()],
    ["the question for a certificate's code", "anybody", () => paths.verifying],
    ["a certificate taken back", "anybody", () => paths.verify(at.past.verifyCode)],
  ]);
});

describe("while units nominate", () => {
  beforeAll(() => come(site, "nomination"));
  lookAt([
    ["a new dossier", "head", () => paths.nominationNew(at.round)],
    ["a new dossier's nominee", "head", () => `${paths.nominationNew(at.round)}?category=${at.category}`],
    ["a dossier's texts", "head", () => paths.nominationEdit(at.returned)],
    ["a dossier's files", "head", () => paths.nominationFiles(at.returned)],
    ["a signed dossier", "head", () => paths.nomination(at.signed)],
    ...(
      [
        ["sign", "returned"],
        ["unsign", "signed"],
        ["submit", "signed"],
        ["withdraw", "signed"],
      ] as const
    ).map(
      ([step, state]): Page => [
        ...([`the step "${step}" of a dossier`, "head"] as const),
        () => paths.nominationStep(at[state], step),
      ],
    ),
  ]);
});

describe("while the council votes", () => {
  let poll = "";
  beforeAll(async () => {
    await come(site, "vote");
    poll = await openVote(site, at);
  });
  lookAt([
    ["a meeting under way", "organizer", () => paths.councilMeeting(at.round, at.meeting)],
    ["a meeting under way", "council-member", () => paths.councilMeeting(at.round, at.meeting)],
    ["the paper", "council-member", () => paths.poll(at.round, at.meeting, poll)],
  ]);

  describe("and after it", () => {
    let decided: Awaited<ReturnType<typeof decideVote>>;
    beforeAll(async () => {
      decided = await decideVote(site, at, poll);
    });
    lookAt([
      ["a meeting that was", "organizer", () => paths.councilMeeting(at.round, at.meeting)],
      ["a paper that was counted", "council-member", () => paths.poll(at.round, at.meeting, poll)],
      ["decisions", "organizer", () => paths.awardDecisions(at.round)],
      ["a decision", "organizer", () => paths.awardDecision(at.round, decided.decision)],
      ["an award", "organizer", () => paths.honour(decided.honour.id)],
      ["a certificate", "anybody", () => paths.verify(decided.honour.verifyCode)],
      ["the honour roll of the year", "anybody", () => paths.honourRoll(decided.honour.year)],
    ]);
  });
});
