import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { attendanceOf, isReceiptIn } from "../../../../app/features/awards/voting/reads.server";
import { castBallot } from "../../../../app/features/awards/voting/ballot.writes.server";
import {
  closePoll,
  giveCastingVote,
  openPoll,
  voidPoll,
} from "../../../../app/features/awards/voting/polls.writes.server";
import { type ResultLine, resultText } from "../../../../app/features/awards/voting/rules";
import {
  changeMeeting,
  closeMeeting,
  markAttendance,
  openMeeting,
  planMeeting,
} from "../../../../app/features/awards/voting/writes.server";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import {
  auditLog,
  awardRounds,
  councilMeetings,
  councilMembers,
  declaredConflicts,
  nominationSteps,
  nominations,
  openVotes,
  letters,
  pollReceipts,
  polls,
  pollTallies,
  users,
} from "../../../../db/schema.server";
import { type Council, makeCouncil, makeMeeting, makePoll, vote } from "../../../kit/council";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { makeActor, now } from "../../../kit/makers";

useDatabase();

type Said = "yes" | "no" | "blank" | undefined;
const act = (at: Council, meetingId: string) => ({ roundId: at.round.id, meetingId, actor: at.organizer, now });
const open = (at: Council, meetingId: string, over: object = {}) =>
  transact((tx) => openPoll(tx, { ...act(at, meetingId), categoryId: at.category.id, ...over }));
const close = (at: Council, { meetingId, pollId }: { meetingId: string; pollId: string }) =>
  transact((tx) => closePoll(tx, { ...act(at, meetingId), pollId }));
const end = (at: Council, meetingId: string) => transact((tx) => closeMeeting(tx, act(at, meetingId)));
const declare = (at: Council, member: number, nominee: number) =>
  transact((tx) =>
    tx.insert(declaredConflicts).values({
      memberId: at.members[member]?.seat.id as string,
      nominationId: at.nominees[nominee]?.id as string,
      reason: "Người thân",
      source: "member",
      at: now,
    }),
  );
const setSeat = (at: Council, n: number, set: Partial<typeof councilMembers.$inferInsert>) =>
  transact((tx) =>
    tx
      .update(councilMembers)
      .set(set)
      .where(eq(councilMembers.id, at.members[n]?.seat.id as string)),
  );
async function meetAndPoll(at: Council, where: Parameters<typeof makeMeeting>[1] = {}) {
  const meetingId = await makeMeeting(at, where);
  return { meetingId, pollId: await makePoll(at, meetingId) };
}
async function allVote(at: Council, poll: { meetingId: string; pollId: string }, papers: Said[][]) {
  for (const [n, said] of papers.entries()) expect(await vote(at, poll, n, ...said)).toMatchObject({ ok: true });
}
const same = (count: number, ...said: Said[]) => Array.from({ length: count }, () => said);
const refused = (reason: string) => ({ ok: false, reason });

describe("a vote in writing", () => {
  const asked = async () =>
    (await read.select().from(letters))
      .filter(({ kind }) => kind === "award-written")
      .map(({ toName, key }) => [toName, key.split(":").slice(0, 2).join(":")])
      .sort();

  test("is asked of each absent member by a letter, once a poll, and of nobody else", async () => {
    const at = await makeCouncil({ size: 6, category: { writtenVotes: true } });
    // In the room, absent, in conflict with everything, and without an account in use: none of these is written to.
    await declare(at, 3, 0);
    await declare(at, 3, 1);
    await transact((tx) =>
      tx
        .update(users)
        .set({ disabledAt: now })
        .where(eq(users.id, at.members[4]?.actor.userId as string)),
    );
    await transact((tx) => tx.update(awardRounds).set({ quorumOf: 1, quorumIn: 6 }));
    const where = { 1: "absent", 2: "written", 3: "written", 4: "written", 5: "written" } as const;
    const meetingId = await makeMeeting(at, { where });
    expect(await asked()).toEqual([]);
    const press = newPress();
    const [first] = [await open(at, meetingId, { press }), await open(at, meetingId, { press })];
    const pollId = first?.ok ? first.pollId : "";
    const once = [2, 5].map((n) => [at.members[n]?.actor.name, `council-written:${pollId}`]);
    expect(await asked()).toEqual(once);
    await transact((tx) => voidPoll(tx, { ...act(at, meetingId), pollId, reason: "Sai danh sách" }));
    await open(at, meetingId);
    expect(await asked()).toHaveLength(4);
  });

  test("is asked of nobody where the category takes no written votes", async () => {
    const at = await makeCouncil({ category: { writtenVotes: false } });
    await meetAndPoll(at, { where: { 2: "written" } });
    expect(await asked()).toEqual([]);
  });
});

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

describe("a paper", () => {
  test("is put in once, with a receipt of which only the hash is kept", async () => {
    const at = await makeCouncil();
    const poll = await meetAndPoll(at);
    const done = await vote(at, poll, 3, "yes", "no");
    if (!done.ok) throw new Error(done.reason);
    expect(done.receipt).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    const { pollId } = poll;
    expect(await isReceiptIn(read, { pollId, receipt: done.receipt.toLowerCase() })).toBe(true);
    expect(await isReceiptIn(read, { pollId, receipt: "2222-2222" })).toBe(false);
    expect(
      Object.values(await dumpDatabase())
        .flat()
        .join(),
    ).not.toContain(done.receipt);
    expect(await vote(at, poll, 3, "no", "no")).toEqual(refused("voted"));
  });

  test("sent twice at once is counted once", async () => {
    const at = await makeCouncil();
    const poll = await meetAndPoll(at);
    const both = await Promise.all([vote(at, poll, 3, "yes", "no"), vote(at, poll, 3, "yes", "no")]);
    expect(both.map((one) => (one.ok ? "in" : one.reason)).sort()).toEqual(["in", "voted"]);
    const tallies = await read.select().from(pollTallies);
    expect(tallies.map(({ yes, no, blank }) => yes + no + blank)).toEqual([1, 1]);
    expect(await read.select().from(pollReceipts)).toHaveLength(1);
  });

  test("of each of nine members is counted when all send at once", async () => {
    const at = await makeCouncil();
    const poll = await meetAndPoll(at);
    const all = await Promise.all(at.members.map((_, n) => vote(at, poll, n, "yes", n % 2 ? "no" : "blank")));
    expect(all.map(({ ok }) => ok)).toEqual(Array(9).fill(true));
    const counts = (await read.select().from(pollTallies)).map(({ yes, no, blank }) => `${yes} ${no} ${blank}`);
    expect(counts.sort()).toEqual(["0 4 5", "9 0 0"]);
  });

  test("holds every nomination but those that the member is in conflict with", async () => {
    const at = await makeCouncil({ category: { rivalsLeave: false } });
    await declare(at, 4, 0);
    const poll = await meetAndPoll(at);
    expect(await vote(at, poll, 4, "yes", "yes")).toEqual(refused("not-on-paper"));
    expect(await vote(at, poll, 4)).toEqual(refused("incomplete"));
    expect(await vote(at, poll, 4, undefined, "yes")).toMatchObject({ ok: true });
    const closed = await close(at, poll);
    const own = closed.ok && closed.result.find(({ nominationId }) => nominationId === at.nominees[0]?.id);
    expect(own).toMatchObject({ recused: 1, present: 8, yes: 0, no: 0, blank: 0, passed: false });
  });

  test("is counted in a base that no later conflict makes smaller than the urn", async () => {
    const at = await makeCouncil({ size: 3, category: { rivalsLeave: false, voteBase: "eligible" } });
    const poll = await meetAndPoll(at);
    await allVote(at, poll, same(3, "yes", "yes"));
    await declare(at, 2, 0);
    const closed = await close(at, poll);
    const own = closed.ok && closed.result.find(({ nominationId }) => nominationId === at.nominees[0]?.id);
    expect(own).toMatchObject({ recused: 1, yes: 3, base: 3, passed: true });
  });

  test("is refused to who has none: a stranger, an organizer, who is absent, in conflict with all, or left", async () => {
    const at = await makeCouncil();
    await declare(at, 4, 0);
    await declare(at, 4, 1);
    const { meetingId, pollId } = await meetAndPoll(at, { where: { 6: "absent" } });
    await setSeat(at, 5, { leftAt: now });
    const stranger = await transact((tx) => makeActor(tx, "head"));
    const asked = [stranger, at.organizer, at.members[4]?.actor, at.members[5]?.actor, at.members[6]?.actor];
    const ballot = new Map(at.nominees.map(({ id }) => [id, "yes" as const]));
    const said = [];
    for (const actor of asked) {
      const done = await transact((tx) =>
        castBallot(tx, { ...act(at, meetingId), pollId, actor: actor ?? null, ballot }),
      );
      said.push(!done.ok && done.reason);
    }
    expect(said).toEqual(["not-allowed", "not-allowed", "not-a-voter", "not-allowed", "not-a-voter"]);
  });

  test("waits until its voter has said what conflicts there are", async () => {
    const at = await makeCouncil();
    const poll = await meetAndPoll(at);
    await setSeat(at, 4, { declaredAt: null });
    expect(await vote(at, poll, 4, "yes", "yes")).toEqual(refused("not-declared"));
    await setSeat(at, 4, { declaredAt: now });
    expect(await vote(at, poll, 4, "yes", "yes")).toMatchObject({ ok: true });
  });

  test("is refused after its poll and after its meeting were closed, and nothing changes", async () => {
    const at = await makeCouncil();
    const poll = await meetAndPoll(at);
    await vote(at, poll, 0, "yes", "yes");
    await close(at, poll);
    const before = await dumpDatabase();
    expect(await vote(at, poll, 1, "yes", "yes")).toEqual(refused("closed"));
    expect(await dumpDatabase()).toEqual(before);
    await end(at, poll.meetingId);
    expect(await vote(at, poll, 1, "yes", "yes")).toEqual(refused("closed"));
  });

  test("in writing is counted as a vote, and is not taken where the category takes none", async () => {
    const at = await makeCouncil({ category: { voteBase: "present" } });
    const poll = await meetAndPoll(at, { where: { 7: "written", 8: "absent" } });
    await vote(at, poll, 7, "yes", "no");
    const closed = await close(at, poll);
    expect(closed.ok && closed.result[0]).toMatchObject({ present: 7, written: 1, base: 8 });
    const strict = await makeCouncil({ category: { writtenVotes: false } });
    expect(await vote(strict, await meetAndPoll(strict, { where: { 7: "written" } }), 7, "yes", "no")).toEqual(
      refused("not-a-voter"),
    );
  });

  test("names its voter only where the category votes by show of hands", async () => {
    const secret = await makeCouncil();
    await vote(secret, await meetAndPoll(secret), 2, "yes", "no");
    expect(await read.select().from(openVotes)).toEqual([]);
    const shown = await makeCouncil({ category: { secret: false } });
    await vote(shown, await meetAndPoll(shown), 2, "yes", "no");
    const rows = await read.select().from(openVotes);
    expect(rows.map(({ memberId, choice }) => [memberId, choice]).sort()).toEqual(
      ["no", "yes"].map((choice) => [shown.members[2]?.seat.id, choice]),
    );
  });
});

describe("the result", () => {
  test("goes to the nominations with its numbers: 8 of 9 is proposed, 7 of 9 is refused at 80 %", async () => {
    const at = await makeCouncil();
    const poll = await meetAndPoll(at, { where: { 8: "written" } });
    await allVote(
      at,
      poll,
      Array.from({ length: 9 }, (_, n) => [n < 8 ? "yes" : "no", n < 7 ? "yes" : "no"]),
    );
    await close(at, poll);
    expect(await end(at, poll.meetingId)).toEqual({ ok: true, decided: 2 });
    expect(await end(at, poll.meetingId)).toEqual(refused("wrong-state"));
    const rows = await read.select().from(nominations);
    expect(rows.map(({ nomineeName, state, reason }) => [nomineeName, state, reason]).sort()).toEqual([
      ["Sở Tư pháp", "refused", "7/9 phiếu đồng ý, đạt 77,78 %; cần 8 phiếu"],
      ["Sở Y tế", "proposed", ""],
    ]);
    const steps = await read.select().from(nominationSteps);
    expect(steps.map(({ kind, note }) => `${kind}: ${note}`).sort()).toEqual([
      "proposed: 8/9 phiếu đồng ý, đạt 88,89 %; cần 8 phiếu",
      "refused: 7/9 phiếu đồng ý, đạt 77,78 %; cần 8 phiếu",
    ]);
  });

  test("of a run-off is its winner; of an equal one nobody, until the chair's word is given and sealed", async () => {
    const at = await makeCouncil({ size: 6 });
    const meetingId = await makeMeeting(at);
    const among = at.nominees.map(({ id }) => id) as [string, string];
    expect(await open(at, meetingId, { among: [among[0]] })).toEqual(refused("no-nominations"));
    const poll = { meetingId, pollId: await makePoll(at, meetingId, among) };
    expect(await vote(at, poll, 0, "yes", "yes")).toEqual(refused("one-only"));
    await allVote(
      at,
      poll,
      Array.from({ length: 6 }, (_, n) => (n % 2 ? ["yes", "no"] : ["no", "yes"])),
    );
    const tied = await close(at, poll);
    expect(tied.ok && tied.result.map(({ yes, passed }) => [yes, passed])).toEqual([
      [3, false],
      [3, false],
    ]);
    const cast = (n: number, nominationId: string) =>
      transact((tx) =>
        giveCastingVote(tx, { ...act(at, meetingId), ...poll, nominationId, actor: at.members[n]?.actor ?? null }),
      );
    expect(await cast(2, among[1])).toEqual(refused("not-allowed"));
    expect(await cast(0, "elsewhere")).toEqual(refused("not-equal"));
    const decided = await cast(0, among[1]);
    expect(decided.ok && tied.ok && decided.resultHash !== tied.resultHash).toBe(true);
    expect(await cast(0, among[0])).toEqual(refused("wrong-state"));
    const [row] = await read.select().from(polls);
    expect(row).toMatchObject({ castingNominationId: among[1], castingBy: at.members[0]?.seat.id });
    expect(row?.result?.find(({ passed }) => passed)?.nominationId).toBe(among[1]);
  });

  test("that stayed equal is decided by the vice-chair where the chair is in conflict", async () => {
    const at = await makeCouncil({ size: 4, category: { rivalsLeave: false } });
    await declare(at, 0, 0);
    await setSeat(at, 2, { role: "vice-chair" });
    const meetingId = await makeMeeting(at);
    const among = at.nominees.map(({ id }) => id) as [string, string];
    const poll = { meetingId, pollId: await makePoll(at, meetingId, among) };
    await vote(at, poll, 1, "yes", "no");
    await vote(at, poll, 3, "no", "yes");
    await close(at, poll);
    const cast = (n: number) =>
      transact((tx) =>
        giveCastingVote(tx, {
          ...act(at, meetingId),
          ...poll,
          nominationId: among[1],
          actor: at.members[n]?.actor ?? null,
        }),
      );
    expect(await cast(0)).toEqual(refused("not-allowed"));
    await setSeat(at, 2, { declaredAt: null });
    expect(await cast(2)).toEqual(refused("not-declared"));
    await setSeat(at, 2, { declaredAt: now });
    expect(await cast(2)).toMatchObject({ ok: true });
  });
});
