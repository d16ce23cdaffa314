import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { assignJudges } from "../../../../app/features/awards/assignment/writes.server";
import { changeWeights } from "../../../../app/features/awards/scoring/weights.writes.server";
import { abstain, reopenSheet, saveScores, submitSheet } from "../../../../app/features/awards/scoring/writes.server";
import {
  closePoll,
  giveCastingVote,
  openPoll,
  voidPoll,
} from "../../../../app/features/awards/voting/polls.writes.server";
import {
  changeMeeting,
  closeMeeting,
  markAttendance,
  openMeeting,
  planMeeting,
} from "../../../../app/features/awards/voting/writes.server";
import { cancelRound, closeRound } from "../../../../app/features/awards/rounds/writes.server";
import type { Actor } from "../../../../app/features/accounts/rules";
import { read, transact } from "../../../../db/client.server";
import { awardRounds } from "../../../../db/schema.server";
import { type Council, makeCouncil, makeMeeting, makePoll, vote } from "../../../kit/council";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { decide, decided, makeProposed } from "../../../kit/honours";
import { now } from "../../../kit/makers";
import { cast, makeScoring, scoresFor, sheetAct, whileScoring } from "../../../kit/scoring";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const ends = ["closed", "cancelled"] as const;
const setState = (at: Council, state: "draft" | "published" | (typeof ends)[number]) =>
  transact((tx) => tx.update(awardRounds).set({ state }).where(eq(awardRounds.id, at.round.id)));
const run = (at: Council) => ({ roundId: at.round.id, actor: at.organizer, now });
const stateOf = async (at: Council) =>
  (await read.select().from(awardRounds).where(eq(awardRounds.id, at.round.id)))[0]?.state;

describe.each(ends)("in a round that is %s", (end) => {
  test("nobody scores, gives dossiers to judges or changes weights, though the calendar says scoring", async () => {
    const at = await makeScoring({ size: 3 });
    await cast(at, 0, 0, 8, 8, 8, 8);
    const began = { ...sheetAct(at, 1, 0), values: scoresFor(at, 5), version: 0 };
    expect(await transact((tx) => saveScores(tx, began))).toEqual({ ok: true, version: 1 });
    await setState(at, end);
    const before = await dumpDatabase();
    const weights = new Map(at.scored.criteria.map(({ id }, n) => [id, [30, 40, 20, 10][n] as number]));
    const category = { ...run(at), categoryId: at.category.id, now: whileScoring };
    const answers = [
      await transact((tx) => saveScores(tx, { ...began, values: scoresFor(at, 9), version: 1 })),
      await transact((tx) => submitSheet(tx, { ...began, version: 1 })),
      await transact((tx) => abstain(tx, { ...sheetAct(at, 2, 0), reason: "Không đủ thời gian" })),
      await transact((tx) => reopenSheet(tx, sheetAct(at, 0, 0))),
      await transact((tx) => assignJudges(tx, { ...category, version: "" })),
      await transact((tx) => changeWeights(tx, { ...category, weights, reason: "Theo Thông báo số 12/TB-HĐ" })),
    ];
    expect(answers).toEqual(answers.map(() => refused("ended")));
    expect(await dumpDatabase()).toEqual(before);
  });

  test("the council neither meets nor votes, though a meeting and a vote were left open", async () => {
    const at = await makeCouncil({ size: 3, category: { rivalsLeave: false } });
    const planned = await makeMeeting(at, { open: false });
    const meetingId = await makeMeeting(at);
    const among = at.nominees.map(({ id }) => id);
    const equal = await makePoll(at, meetingId, among);
    await vote(at, { meetingId, pollId: equal }, 0, "yes", "no");
    await vote(at, { meetingId, pollId: equal }, 1, "no", "yes");
    await transact((tx) => closePoll(tx, { ...run(at), meetingId, pollId: equal }));
    const pollId = await makePoll(at, meetingId);
    await vote(at, { meetingId, pollId }, 0, "yes", "yes");
    await setState(at, end);
    const before = await dumpDatabase();
    const act = { ...run(at), meetingId };
    const facts = { title: "Phiên họp thứ hai", place: "", startsAt: now, tellers: "", note: "" };
    const attendance = new Map(at.members.map(({ seat }) => [seat.id, "absent" as const]));
    const chair = at.members[0]?.actor as Actor;
    const answers = [
      await transact((tx) => changeMeeting(tx, { ...act, ...facts })),
      await transact((tx) => markAttendance(tx, { ...act, meetingId: planned, attendance })),
      await transact((tx) => openMeeting(tx, { ...act, meetingId: planned })),
      await transact((tx) => openPoll(tx, { ...act, categoryId: at.category.id })),
      await vote(at, { meetingId, pollId }, 1, "yes", "yes"),
      await transact((tx) => closePoll(tx, { ...act, pollId })),
      await transact((tx) => voidPoll(tx, { ...act, pollId, reason: "Nhầm" })),
      await transact((tx) =>
        giveCastingVote(tx, { ...act, pollId: equal, actor: chair, nominationId: among[0] as string }),
      ),
      await transact((tx) => closeMeeting(tx, act)),
    ];
    expect(answers).toEqual(answers.map(() => refused("ended")));
    expect(await transact((tx) => planMeeting(tx, { ...run(at), ...facts }))).toEqual(refused("not-published"));
    expect(await dumpDatabase()).toEqual(before);
  });
});

describe("a decision", () => {
  test.each([
    ["draft", "not-called"],
    ["cancelled", "cancelled"],
  ] as const)("is not recorded in a round that is %s", async (state, reason) => {
    const at = await makeProposed();
    await setState(at, state);
    const before = await dumpDatabase();
    expect(await decide(at)).toEqual(refused(reason));
    expect(await dumpDatabase()).toEqual(before);
  });

  test("that came after its round was closed is recorded", async () => {
    const at = await makeProposed();
    await transact((tx) => closeRound(tx, run(at)));
    expect(await decide(at)).toMatchObject({ ok: true, awarded: 2 });
  });
});

describe("a round", () => {
  const close = (at: Council) => transact((tx) => closeRound(tx, run(at)));
  const callOff = (at: Council) => transact((tx) => cancelRound(tx, { ...run(at), reason: "Bão" }));

  test("neither ends nor is called off while its council sits, and does once the meeting is over", async () => {
    const at = await makeCouncil({ size: 3 });
    await makeMeeting(at, { open: false });
    const meetingId = await makeMeeting(at);
    expect([await close(at), await callOff(at)]).toEqual([refused("meeting-open"), refused("meeting-open")]);
    expect(await stateOf(at)).toBe("published");
    await transact((tx) => closeMeeting(tx, { ...run(at), meetingId }));
    expect([await close(at), await stateOf(at)]).toEqual([{ ok: true }, "closed"]);
  });

  test("in which somebody was honoured is not called off", async () => {
    const at = await makeProposed();
    const elsewhere = await makeProposed(["Sở Nội vụ"]);
    await decided(at);
    expect([await callOff(at), await stateOf(at)]).toEqual([refused("decided"), "published"]);
    expect([await callOff(elsewhere), await stateOf(elsewhere)]).toEqual([{ ok: true }, "cancelled"]);
  });
});
