import { describe, expect, test } from "vitest";
import { giveCastingVote } from "../../../../app/features/awards/voting/polls.writes.server";
import { read, transact } from "../../../../db/client.server";
import { nominationSteps, nominations, polls } from "../../../../db/schema.server";
import { declare, makeCouncil, makeMeeting, makePoll, vote } from "../../../kit/council";
import { useDatabase } from "../../../kit/database";
import { now } from "../../../kit/makers";
import { act, allVote, close, end, meetAndPoll, open, setSeat } from "../../../kit/votes";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });

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
