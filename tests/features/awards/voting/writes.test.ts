import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { attendanceOf } from "../../../../app/features/awards/voting/reads.server";
import { voidPoll } from "../../../../app/features/awards/voting/polls.writes.server";
import { type ResultLine, resultText } from "../../../../app/features/awards/voting/rules";
import {
  changeMeeting,
  markAttendance,
  openMeeting,
  planMeeting,
} from "../../../../app/features/awards/voting/writes.server";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import { auditLog, councilMeetings, letters, pollReceipts, polls, pollTallies } from "../../../../db/schema.server";
import { makeCouncil, makeMeeting, vote } from "../../../kit/council";
import { useDatabase } from "../../../kit/database";
import { makeActor, now } from "../../../kit/makers";
import { act, allVote, close, end, meetAndPoll, open, same } from "../../../kit/votes";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });

describe("a meeting", () => {
  test("is planned once a press by who runs the round, and every member is invited", async () => {
    const at = await makeCouncil({ size: 3 });
    const plan = { title: "Phiên họp", place: "", startsAt: now, tellers: "", note: "", roundId: at.round.id, now };
    const press = newPress();
    const twice = [];
    for (const actor of [at.organizer, at.organizer])
      twice.push(await transact((tx) => planMeeting(tx, { ...plan, press, actor })));
    expect(twice[1]).toEqual(twice[0]);
    expect(await read.select().from(councilMeetings)).toHaveLength(1);
    expect((await read.select().from(letters)).map(({ kind }) => kind)).toEqual(
      same(3, "yes").map(() => "award-meeting"),
    );
    const guest = await transact((tx) => makeActor(tx, "head"));
    for (const actor of [guest, at.members[2]?.actor ?? null])
      expect(await transact((tx) => planMeeting(tx, { ...plan, actor }))).toEqual(refused("not-allowed"));
  });

  test("does not open with 5 of 9 in the room, whoever votes in writing, and says the numbers", async () => {
    const at = await makeCouncil();
    const where = { 5: "written", 6: "written", 7: "written", 8: "absent" } as const;
    const meetingId = await makeMeeting(at, { open: false, where });
    const numbers = { present: 5, needed: 6, members: 9 };
    expect(await transact((tx) => openMeeting(tx, act(at, meetingId)))).toEqual({
      ...refused("no-quorum"),
      ...numbers,
    });
    const attendance = new Map([[at.members[8]?.seat.id as string, "present" as const]]);
    await transact((tx) => markAttendance(tx, { ...act(at, meetingId), attendance }));
    expect(await transact((tx) => openMeeting(tx, act(at, meetingId)))).toEqual({ ok: true });
  });

  test("notes who is there one by one, and of the others at one press, without changing what was noted", async () => {
    const at = await makeCouncil({ size: 4 });
    const facts = { title: "Phiên họp", place: "", startsAt: now, note: "", tellers: "" };
    const planned = await transact((tx) =>
      planMeeting(tx, { ...facts, actor: at.organizer, now, roundId: at.round.id }),
    );
    const meetingId = planned.ok ? planned.meetingId : "";
    const mark = (marks: Record<number, "absent" | "written">, others?: "present") => {
      const attendance = new Map(
        Object.entries(marks).map(([n, said]) => [at.members[Number(n)]?.seat.id as string, said]),
      );
      return transact((tx) => markAttendance(tx, { ...act(at, meetingId), attendance, others }));
    };
    const noted = async () => {
      const marks = await attendanceOf(read, { meetingId });
      return at.members.map(({ seat }) => marks.get(seat.id) ?? null);
    };
    expect(await mark({ 0: "absent" })).toEqual({ ok: true });
    expect(await noted()).toEqual(["absent", null, null, null]);
    expect(await mark({ 1: "written" }, "present")).toEqual({ ok: true });
    expect(await noted()).toEqual(["absent", "written", "present", "present"]);
  });

  test("keeps who is there while a poll is open, and stays as it was once closed", async () => {
    const at = await makeCouncil();
    const poll = await meetAndPoll(at, { where: { 8: "absent" } });
    const attendance = new Map([[at.members[0]?.seat.id as string, "absent" as const]]);
    const mark = () => transact((tx) => markAttendance(tx, { ...act(at, poll.meetingId), attendance }));
    expect(await mark()).toEqual(refused("poll-open"));
    expect(await end(at, poll.meetingId)).toEqual(refused("poll-open"));
    await vote(at, poll, 0, "yes", "yes");
    await close(at, poll);
    await end(at, poll.meetingId);
    expect(await mark()).toEqual(refused("closed"));
    const facts = { title: "Khác", place: "", startsAt: now, note: "", tellers: "" };
    expect(await transact((tx) => changeMeeting(tx, { ...act(at, poll.meetingId), ...facts }))).toEqual(
      refused("closed"),
    );
  });
});

describe("a poll", () => {
  test("opens in an open meeting, in the phase of the vote, once for a category", async () => {
    const at = await makeCouncil();
    const planned = await makeMeeting(at, { open: false });
    expect(await open(at, planned)).toEqual(refused("not-open"));
    const meetingId = await makeMeeting(at);
    expect(await open(at, meetingId, { now: new Date("2025-09-03T00:00:00Z") })).toEqual(refused("not-vote-phase"));
    expect(await open(at, meetingId, { actor: at.members[2]?.actor })).toEqual(refused("not-allowed"));
    const first = await open(at, meetingId);
    expect(await open(at, meetingId)).toEqual(refused("poll-open"));
    const poll = { meetingId, pollId: first.ok ? first.pollId : "" };
    expect(await close(at, poll)).toEqual(refused("nobody-voted"));
    await vote(at, poll, 0, "no", "no");
    await close(at, poll);
    expect(await open(at, meetingId)).toEqual(refused("decided"));
  });

  test("keeps the rules that the category had when it opened", async () => {
    const at = await makeCouncil({ category: { thresholdPercent: 67, voteBase: "eligible" } });
    await meetAndPoll(at);
    const [poll] = await read.select().from(polls);
    expect(poll).toMatchObject({ thresholdPercent: 67, base: "eligible", members: 9, secret: true, result: null });
  });

  test("is sealed by a hash that anybody can work out again, in the row and in the audit log", async () => {
    const at = await makeCouncil();
    const opened = await meetAndPoll(at);
    await allVote(
      at,
      opened,
      Array.from({ length: 8 }, (_, n) => ["yes", n < 7 ? "yes" : "blank"]),
    );
    const closed = await close(at, opened);
    const [poll] = await read.select().from(polls);
    if (!poll?.result) throw new Error("no result");
    const lines = [...poll.result].reverse() as ResultLine[];
    expect(poll.resultHash).toBe(createHash("sha256").update(resultText(poll, lines)).digest("hex"));
    expect(closed).toMatchObject({ ok: true, resultHash: poll.resultHash });
    const [noted] = await read.select().from(auditLog).where(eq(auditLog.verb, "council.poll-closed"));
    expect(noted?.detail).toMatchObject({ passed: 1, resultHash: poll.resultHash });
    const shared = { members: 9, recused: 0, present: 9, written: 0, base: 9 };
    const byName = lines.map(({ nominationId, ...counts }) => ({
      name: at.nominees.find(({ id }) => id === nominationId)?.nomineeName,
      ...counts,
    }));
    expect(byName.sort((a, b) => a.yes - b.yes)).toEqual([
      { name: "Sở Tư pháp", ...shared, yes: 7, no: 0, blank: 1, valid: 7, passed: false },
      { name: "Sở Y tế", ...shared, yes: 8, no: 0, blank: 0, valid: 8, passed: true },
    ]);
    expect(await close(at, opened)).toEqual(refused("wrong-state"));
  });

  test("that was declared void leaves an empty urn, and a new one may be opened", async () => {
    const at = await makeCouncil();
    const poll = await meetAndPoll(at);
    await vote(at, poll, 0, "yes", "no");
    const revoke = (reason: string) =>
      transact((tx) => voidPoll(tx, { ...act(at, poll.meetingId), pollId: poll.pollId, reason }));
    expect(await revoke("")).toEqual(refused("no-reason"));
    expect(await revoke("Mất điện")).toEqual({ ok: true });
    expect([await read.select().from(pollTallies), await read.select().from(pollReceipts)]).toEqual([[], []]);
    expect(await vote(at, poll, 1, "yes", "no")).toEqual(refused("closed"));
    expect(await open(at, poll.meetingId)).toMatchObject({ ok: true });
  });
});
