import { and, eq, isNotNull, isNull, like } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read } from "#db/client.server";
import {
  answerLog,
  awardRounds,
  campaigns,
  eventMoves,
  events,
  holdings,
  letters,
  participants,
  people,
  points,
  units,
} from "#db/schema.server";
import { attendance } from "#db/seed/attendance";
import { storyCalendar } from "#db/seed/calendar";
import { type DemoPerson, seedDemo } from "#db/seed/index.server";
import type { Actor } from "~/features/accounts/rules";
import { linksOf } from "~/features/awards/rounds/links.reads.server";
import { calendarFault, phaseAt, windowOf } from "~/features/awards/rounds/phases.rules";
import { findRound } from "~/features/awards/rounds/reads.server";
import { meetingsOf } from "~/features/awards/voting/reads.server";
import { listDifficulties } from "~/features/difficulties/reads.server";
import { conclusionsOf } from "~/features/tasks/conclusions/reads.server";
import { listLetters } from "~/features/outbox/reads.server";
import { topicOf } from "~/features/outbox/rules";
import { countAnswers, countAnswersByPoint } from "~/features/participants/reads.server";
import { dayOf } from "~/web/time";
import { findAccount, findAccountByEmail } from "~/features/accounts/reads.server";
import { findPlan } from "~/features/tasks/plan.reads.server";
import { equalShare, shareOf } from "~/features/tasks/progress.rules";
import { useDatabase } from "../kit/database";

useDatabase({ keep: true });
const today = new Date("2026-11-25T03:00:00Z"); // a Wednesday
let cast: DemoPerson[];
beforeAll(async () => {
  cast = await seedDemo({ now: today });
}, 240_000);

const actorOf = async (email: string): Promise<Actor> => {
  const row = await findAccountByEmail(read, { email });
  const account = row && (await findAccount(read, { userId: row.id }));
  if (!account) throw new Error(`no account ${email}`);
  const { id: userId, name, position, locale, roles } = account;
  // The organizer's role is held everywhere.
  const grants = roles.map(({ role, unitId }) => ({ role, unitId, unitPath: null }));
  return { userId, name, position, email, locale, grants };
};

const eventCalled = async (words: string) => {
  const [event] = await read
    .select()
    .from(events)
    .where(like(events.search, `%${words}%`));
  if (!event) throw new Error(`no event ${words}`);
  return event;
};

test("the story moves by whole weeks, so that it is always now and Mondays stay Mondays", () => {
  const calendar = storyCalendar("2026-11-25");
  expect(calendar.day("2025-10-08")).toBe("2026-11-25");
  expect(calendar.year).toBe(2026);
  expect(storyCalendar("2025-10-06").day("2025-10-10")).toBe("2025-10-10");
});

test("there is somebody to sign in as for each role", () => {
  expect(cast.map(({ role }) => role)).toEqual([
    "administrator",
    "organizer",
    "head",
    "focal-point",
    "point-operator",
    "council-member",
    "supervisor",
  ]);
});

test("the first conference has exactly the told answers, in all and at every point", async () => {
  const event = await eventCalled("hoi nghi so ket va phat dong");
  expect(await countAnswers(read, { eventId: event.id })).toEqual({
    invited: 486,
    confirmed: 386,
    substitute: 51,
    declined: 20,
    silent: 29,
    notInvited: 0,
    coming: 437,
  });
  const names = new Map(
    (await read.select().from(points).where(eq(points.eventId, event.id))).map((point) => [point.id, point.name]),
  );
  const byPoint = await countAnswersByPoint(read, { eventId: event.id });
  const found = [...byPoint].map(([pointId, counts]) => [
    names.get(pointId),
    counts.invited,
    counts.confirmed,
    counts.substitute,
    counts.declined,
    counts.silent,
  ]);
  const told = attendance.map(([name, invited, yes, substitute, no, silent]) => [
    name,
    invited,
    yes,
    substitute,
    no,
    silent,
  ]);
  expect(found.sort()).toEqual(told.sort());
});

test("four addresses returned their letters, three people have none, and one changed from yes to no", async () => {
  const event = await eventCalled("hoi nghi so ket va phat dong");
  const people = await read.select().from(participants).where(eq(participants.eventId, event.id));
  expect(people.filter((person) => person.bouncedAt && person.answer === "none")).toHaveLength(4);
  expect(people.filter((person) => !person.email)).toHaveLength(3);
  const changed = await read
    .select({ id: participants.id })
    .from(answerLog)
    .innerJoin(participants, eq(participants.id, answerLog.participantId))
    .where(and(eq(participants.eventId, event.id), eq(answerLog.answer, "yes"), eq(participants.answer, "no")));
  expect(changed).toHaveLength(1);
});

test("the ceremony was moved by a storm: its old day is kept and those invited were told", async () => {
  const event = await eventCalled("le ky niem va ton vinh");
  const [move] = await read.select().from(eventMoves).where(eq(eventMoves.eventId, event.id));
  const zone = "Asia/Ho_Chi_Minh";
  expect([move && dayOf(move.fromStartsAt, zone), dayOf(event.startsAt, zone), event.state]).toEqual([
    "2026-11-27",
    "2026-12-04",
    "open",
  ]);
  const { total } = await listLetters(read, { topic: topicOf.event(event.id), kinds: ["event-moved"] });
  expect(total).toBeGreaterThan(400);
});

test("five campaigns stand in their states, the next one without a theme", async () => {
  const all = await read.select().from(campaigns);
  expect(all.map(({ title, state }) => `${title.vi}: ${state}`).sort()).toEqual([
    "45 ngày đêm hỗ trợ chuyển đổi số, phường Bến Lam: running",
    "Bình dân học vụ số: running",
    "Ngày Chuyển đổi số quốc gia 2024: closed",
    "Ngày Chuyển đổi số quốc gia 2026: running",
    "Ngày Chuyển đổi số quốc gia 2027: draft",
  ]);
  expect(all.find(({ state }) => state === "draft")?.theme).toBeNull();
});

test("the districts of before stay readable", async () => {
  const closed = await read
    .select()
    .from(units)
    .where(and(eq(units.kind, "district"), isNotNull(units.activeTo)));
  expect(closed).toHaveLength(21);
});

test("the plan's 47 tasks stand as told: 11/11, 11/21, 5/9, 1/6, and 28/47 in all", async () => {
  const organizer = await actorOf("dieuphoi@lamgiang.example");
  const plan = await findPlan(read, { actor: organizer, now: today });
  const groups = plan.tasks.filter((task) => task.isGroup);
  expect(groups.map(({ id, title }) => [title, plan.rolled.get(id)?.done, plan.rolled.get(id)?.total])).toEqual([
    ["Nhiệm vụ chung", 11, 11],
    ["Phát triển chính quyền số", 11, 21],
    ["Phát triển kinh tế số", 5, 9],
    ["Phát triển xã hội số", 1, 6],
  ]);
  const rolled = groups.flatMap(({ id }) => plan.rolled.get(id) ?? []);
  const sum = (key: "done" | "total") => rolled.reduce((all, group) => all + group[key], 0);
  expect([sum("done"), sum("total"), shareOf(28, 47), equalShare(rolled)]).toEqual([28, 47, 59.57, 56.15]);
  const leaves = plan.tasks.filter((task) => !task.isGroup);
  expect(leaves.filter(({ state }) => state === "basically-completed").map(({ code }) => code)).toEqual([
    "A07",
    "A08",
    "A10",
  ]);
  const colour = (wanted: string) =>
    leaves.filter(({ id }) => plan.colours.get(id)?.colour === wanted).map((t) => t.code);
  expect({ late: colour("done-late"), red: colour("red"), none: colour("none") }).toEqual({
    late: ["A05", "B04", "C04"],
    red: ["B13", "B17", "B18", "C07", "D03"],
    none: ["D04"],
  });
});

test("eleven difficulties are told, two of them solved and one that blocks, and six conclusions of which two are tasks", async () => {
  const organizer = await actorOf("dieuphoi@lamgiang.example");
  const { rows } = await listDifficulties(read, { actor: organizer, today: dayOf(today, "Asia/Ho_Chi_Minh") });
  const states = rows.map(({ state }) => state).sort();
  expect(states).toEqual([...Array(9).fill("open"), "resolved", "resolved"]);
  expect(rows.filter(({ blocks }) => blocks).map(({ resolver }) => resolver?.name)).toEqual(["Sở Tài chính"]);
  const event = await eventCalled("hoi nghi so ket va phat dong");
  const lines = await conclusionsOf(read, { eventId: event.id, actor: organizer });
  expect(lines.map(({ task }) => task?.code ?? null)).toEqual([null, "B20", "D06", null, null, null]);
});

test("the round of awards rests on the Day's plan and campaign, and leads to the ceremony on the day it was moved to", async () => {
  const [made] = await read.select({ id: awardRounds.id }).from(awardRounds);
  const round = await findRound(read, { roundId: made?.id ?? "" });
  if (!round) throw new Error("no round");
  const { document, campaign, ceremony } = await linksOf(read, round);
  expect([document?.number, campaign?.title.vi, ceremony?.title.vi]).toEqual([
    "634/KH-UBND",
    "Ngày Chuyển đổi số quốc gia 2026",
    "Lễ kỷ niệm và tôn vinh Ngày Chuyển đổi số quốc gia",
  ]);
  const event = await eventCalled("le ky niem va ton vinh");
  expect(windowOf(round.phases, "ceremony")?.startsAt).toEqual(event.startsAt);
  expect([calendarFault(round.phases), phaseAt(round.phases, today)]).toEqual([null, "scoring"]);
  const meetings = await meetingsOf(read, { roundId: round.id });
  expect(meetings.map(({ title, state }) => [title, state])).toEqual([
    ["Phiên họp xét khen thưởng Ngày Chuyển đổi số quốc gia năm 2026", "planned"],
  ]);
  expect(meetings.map(({ startsAt }) => phaseAt(round.phases, startsAt))).toEqual(["vote"]);
  const { total } = await listLetters(read, { topic: topicOf.awards(round.id), kinds: ["award-meeting"] });
  expect(total).toBe(9);
});

test("every letter of the awards left on the day of the story on which it was written, none after today", async () => {
  const sent = await read
    .select({ state: letters.state, writtenAt: letters.writtenAt, sentAt: letters.sentAt })
    .from(letters)
    .where(like(letters.kind, "award-%"));
  expect(sent.length).toBeGreaterThan(100);
  const day = (moment: Date | null) => moment && dayOf(moment, "Asia/Ho_Chi_Minh");
  expect(sent.filter((one) => one.state !== "sent" || day(one.sentAt) !== day(one.writtenAt))).toEqual([]);
  expect(sent.filter(({ sentAt }) => sentAt === null || sentAt > today)).toEqual([]);
});

test("who signs in as a ward's head is its one head, and every unit has one head at most", async () => {
  const heads = await read
    .select({ unit: units.name, name: people.fullName })
    .from(holdings)
    .innerJoin(people, eq(people.id, holdings.personId))
    .innerJoin(units, eq(units.id, holdings.unitId))
    .where(and(like(holdings.title, "Chủ tịch UBND%"), isNull(holdings.heldTo)));
  expect(heads.filter(({ unit }) => unit === "Phường Bến Lam")).toEqual([
    { unit: "Phường Bến Lam", name: "Nguyễn Văn Bến" },
  ]);
  expect(new Set(heads.map(({ unit }) => unit)).size).toBe(heads.length);
});
