import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../../app/features/accounts/rules";
import { findRound } from "../../../app/features/awards/rounds/reads.server";
import { shownRankings } from "../../../app/features/awards/scoring/shown.reads.server";
import { sightOf } from "../../../app/features/awards/sight.reads.server";
import { deskOf } from "../../../app/features/awards/voting/desk.reads.server";
import { placesOfRound } from "../../../app/features/awards/voting/places.reads.server";
import { closePoll } from "../../../app/features/awards/voting/polls.writes.server";
import { findMeeting } from "../../../app/features/awards/voting/reads.server";
import { closeMeeting } from "../../../app/features/awards/voting/writes.server";
import { read, transact } from "../../../db/client.server";
import { awardCategories, declaredConflicts } from "../../../db/schema.server";
import { type Council, makeCouncil, makeMeeting, makePoll, vote } from "../../kit/council";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";
import { cast, makeScoring, scoringEnds } from "../../kit/scoring";

useDatabase();

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error("not there");
  return value;
};
const seenBy = async (at: Council, actor: Actor) => ({
  sight: must(await sightOf(read, { actor, roundId: at.round.id, now })),
  round: must(await findRound(read, { roundId: at.round.id })),
});
const memberOf = (at: Council, n: number) => at.members[n]?.actor as Actor;
/** What each nominee's line of the first poll says, by name; null: no place is told. */
async function onDesk(at: Council, meetingId: string, actor = at.organizer) {
  const meeting = must(await findMeeting(read, { roundId: at.round.id, meetingId }));
  const { polls } = await deskOf(read, { ...(await seenBy(at, actor)), meeting });
  return Object.fromEntries((polls[0]?.lines ?? []).map(({ name, place }) => [name, place]).sort());
}
const count = (at: Council, meetingId: string, pollId: string) =>
  transact((tx) => closePoll(tx, { roundId: at.round.id, meetingId, pollId, actor: at.organizer, now }));

/** Three members, more than half to pass, two awards: An has 3 votes, Bình and Chi 2 each, Dung 1. */
async function withVotes() {
  const names = ["An", "Bình", "Chi", "Dung"];
  const category = { quota: 2, overHalf: true, rivalsLeave: false };
  const at = await makeCouncil({ size: 3, nominees: names, category });
  const meetingId = await makeMeeting(at);
  const pollId = await makePoll(at, meetingId);
  await vote(at, { meetingId, pollId }, 0, "yes", "yes", "yes", "yes");
  await vote(at, { meetingId, pollId }, 1, "yes", "yes", "no", "no");
  await vote(at, { meetingId, pollId }, 2, "yes", "no", "yes", "no");
  expect((await count(at, meetingId, pollId)).ok).toBe(true);
  return { at, meetingId };
}

describe("a vote that let more pass than there are awards", () => {
  test("shows who is within, who waits for a run-off and nobody who failed; the run-off decides", async () => {
    const { at, meetingId } = await withVotes();
    expect(await onDesk(at, meetingId)).toEqual({ An: "within", Bình: "equal", Chi: "equal", Dung: null });
    const runOff = await makePoll(
      at,
      meetingId,
      at.nominees.slice(1, 3).map(({ id }) => id),
    );
    for (const n of [0, 1, 2]) await vote(at, { meetingId, pollId: runOff }, n, undefined, "no", "yes");
    await count(at, meetingId, runOff);
    expect(await onDesk(at, meetingId)).toEqual({ An: "within", Bình: "beyond", Chi: "within", Dung: null });
  });

  test("cuts nobody: all who passed are proposed when the meeting ends, and the places are still told", async () => {
    const { at, meetingId } = await withVotes();
    await transact((tx) => closeMeeting(tx, { roundId: at.round.id, meetingId, actor: at.organizer, now }));
    const { sight, round } = await seenBy(at, at.organizer);
    expect(sight.panel.dossiers.map(({ nomineeName, state }) => `${nomineeName} ${state}`).sort()).toEqual([
      ...["An proposed", "Bình proposed", "Chi proposed", "Dung refused"],
    ]);
    const told = await placesOfRound(read, { sight, round });
    expect(at.nominees.map(({ id }) => told.get(id) ?? null)).toEqual(["within", "equal", "equal", null]);
  });

  test("tells no place to a member from whom a line is hidden, and none where nothing is limited", async () => {
    const { at, meetingId } = await withVotes();
    await transact((tx) =>
      tx.insert(declaredConflicts).values({
        ...{ memberId: at.members[2]?.seat.id as string, nominationId: at.nominees[0]?.id as string },
        ...{ reason: "Người thân", source: "member", at: now },
      }),
    );
    expect(await onDesk(at, meetingId, memberOf(at, 2))).toEqual({ Bình: null, Chi: null, Dung: null });
    expect(await onDesk(at, meetingId, memberOf(at, 1))).toMatchObject({ An: "within" });
    await transact((tx) =>
      tx.update(awardCategories).set({ quota: null }).where(eq(awardCategories.id, at.category.id)),
    );
    expect(await onDesk(at, meetingId)).toEqual({ An: null, Bình: null, Chi: null, Dung: null });
  });
});

test("ranks tell the places as well, without those below the floor or not ranked, and only where all is seen", async () => {
  const at = await makeScoring({
    ...{ size: 3, nominees: ["An", "Bình", "Chi", "Dung"] },
    category: { quota: 1, minimumScore: 70, rivalsLeave: false },
  });
  for (const member of [0, 1, 2])
    for (const [nominee, score] of [9, 8, 6].entries()) await cast(at, member, nominee, score, score, score, score);
  const placesFor = async (actor: Actor, when = scoringEnds) => {
    const { sight, round } = await seenBy(at, actor);
    const [shown] = await shownRankings(read, { sight, round, now: when });
    return Object.fromEntries((shown?.rows ?? []).map(({ name, place }) => [name, place]));
  };
  expect(await placesFor(at.organizer)).toEqual({ An: "within", Bình: "beyond", Chi: null, Dung: null });
  // Ballots are missing of this member, who sees nothing of the others' yet.
  expect(await placesFor(memberOf(at, 1))).toEqual({});
  await transact((tx) =>
    tx.insert(declaredConflicts).values({
      ...{ memberId: at.members[1]?.seat.id as string, nominationId: at.nominees[3]?.id as string },
      ...{ reason: "Người thân", source: "member", at: now },
    }),
  );
  expect(await placesFor(memberOf(at, 1))).toEqual({ An: null, Bình: null, Chi: null });
});
