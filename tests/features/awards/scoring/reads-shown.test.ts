import { expect, test } from "vitest";
import { findRound } from "../../../../app/features/awards/rounds/reads.server";
import { shownRankings } from "../../../../app/features/awards/scoring/shown.reads.server";
import { sightOf } from "../../../../app/features/awards/sight.reads.server";
import { insertMany, read, transact } from "../../../../db/client.server";
import { awardCategories, scoreAssignments } from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { cast, makeScoring, type Scoring, scoringEnds, whileScoring } from "../../../kit/scoring";

useDatabase();

/** What the nth member is shown of the category: the names in their ranks, or that it is hidden. */
async function shownTo(at: Scoring, member: number, now = whileScoring) {
  const sight = await sightOf(read, { actor: at.members[member]?.actor as never, roundId: at.round.id, now });
  const round = await findRound(read, { roundId: at.round.id });
  if (!sight || !round) throw new Error("no sight");
  const [category] = await shownRankings(read, { sight, round, now });
  return category?.hidden ? "hidden" : category?.rows.map(({ name }) => name);
}

test("a member sees the ranks once the own ballots are in, and without a ballot to give once scoring is over", async () => {
  const at = await makeScoring({ size: 5 });
  // The dossiers are with the first four; the fifth may still be given one.
  await transact(async (tx) => {
    await tx.update(awardCategories).set({ rivalsLeave: false });
    const given = at.nominees.flatMap(({ id }) =>
      at.members.slice(0, 4).map(({ seat }) => ({ nominationId: id, memberId: seat.id })),
    );
    await insertMany(tx, scoreAssignments, given);
  });
  for (const member of [0, 1, 2]) {
    await cast(at, member, 0, 7, 7, 7, 7);
    await cast(at, member, 1, 9, 9, 9, 9);
  }
  const ranks = ["Sở Tư pháp", "Sở Y tế"];
  expect([await shownTo(at, 0), await shownTo(at, 3), await shownTo(at, 4)]).toEqual([ranks, "hidden", "hidden"]);
  expect([await shownTo(at, 3, scoringEnds), await shownTo(at, 4, scoringEnds)]).toEqual(["hidden", ranks]);
});
