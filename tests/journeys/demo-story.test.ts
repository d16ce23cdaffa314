import { and, eq, isNotNull, like } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read } from "#db/client.server";
import { answerLog, campaigns, eventMoves, events, participants, points, units } from "#db/schema.server";
import { attendance } from "#db/seed/attendance";
import { storyCalendar } from "#db/seed/calendar";
import { type DemoPerson, seedDemo } from "#db/seed/index.server";
import { listLetters } from "~/features/outbox/reads.server";
import { topicOf } from "~/features/outbox/rules";
import { countAnswers, countAnswersByPoint } from "~/features/participants/reads.server";
import { dayOf } from "~/web/time";
import { useDatabase } from "../kit/database";

useDatabase({ keep: true });
const today = new Date("2026-11-25T03:00:00Z"); // a Wednesday
let cast: DemoPerson[];
beforeAll(async () => {
  cast = await seedDemo({ now: today });
}, 240_000);

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
