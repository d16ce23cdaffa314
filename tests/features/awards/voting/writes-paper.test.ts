import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { isReceiptIn } from "../../../../app/features/awards/voting/reads.server";
import { castBallot } from "../../../../app/features/awards/voting/ballot.writes.server";
import { voidPoll } from "../../../../app/features/awards/voting/polls.writes.server";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import { awardRounds, openVotes, letters, pollReceipts, pollTallies, users } from "../../../../db/schema.server";
import { declare, makeCouncil, makeMeeting, vote } from "../../../kit/council";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { makeActor, now } from "../../../kit/makers";
import { act, allVote, close, end, meetAndPoll, open, same, setSeat } from "../../../kit/votes";

useDatabase();

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
