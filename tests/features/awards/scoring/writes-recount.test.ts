import { describe, expect, test } from "vitest";
import { changeWeights } from "../../../../app/features/awards/scoring/weights.writes.server";
import { read, transact } from "../../../../db/client.server";
import { auditLog, awardCriteria, scoreRecounts } from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { cast, makeScoring, type Scoring, whileScoring } from "../../../kit/scoring";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });

describe("the weights of a category", () => {
  const change = (at: Scoring, weights: number[], given: object = {}) =>
    transact((tx) =>
      changeWeights(tx, {
        ...{ actor: at.organizer, roundId: at.round.id, categoryId: at.category.id, now: whileScoring },
        reason: "Theo Thông báo số 12/TB-HĐ",
        weights: new Map(at.scored.criteria.map(({ id }, n) => [id, weights[n] as number])),
        ...given,
      }),
    );
  /** The first leads on the criterion of 40, the second on that of 30. */
  const scored = async () => {
    const at = await makeScoring({ size: 3 });
    for (const member of [0, 1, 2]) {
      await cast(at, member, 0, 9, 5, 5, 5);
      await cast(at, member, 1, 5, 9, 5, 5);
    }
    return at;
  };
  const weightsNow = async () =>
    (await read.select().from(awardCriteria)).sort((a, b) => a.sort - b.sort).map(({ weight }) => weight);

  test("changed after scores turn the ranks, and the journal keeps who, why, from what and to what", async () => {
    const at = await scored();
    const [first, second] = at.nominees.map(({ id }) => id);
    expect(await change(at, [30, 40, 20, 10])).toEqual({ ok: true, changed: true });
    expect(await weightsNow()).toEqual([30, 40, 20, 10]);
    const row = (nominationId: string | undefined, score: number, rank: number) => ({ nominationId, score, rank });
    expect(await read.select().from(scoreRecounts)).toMatchObject([
      {
        categoryId: at.category.id,
        at: whileScoring,
        byUserId: at.organizer.userId,
        byName: at.organizer.name,
        reason: "Theo Thông báo số 12/TB-HĐ",
        changes: [
          { field: "Tiêu chí 1", from: "40", to: "30" },
          { field: "Tiêu chí 2", from: "30", to: "40" },
        ],
        before: [row(first, 66, 1), row(second, 62, 2)],
        after: [row(second, 66, 1), row(first, 62, 2)],
      },
    ]);
    expect((await read.select().from(auditLog)).map(({ verb }) => verb)).toContain("scoring.recounted");
  });

  test("stay as they were without a reason, with a wrong sum, a weight that is none, or for anybody else", async () => {
    const at = await scored();
    expect(await change(at, [30, 40, 20, 10], { reason: "" })).toEqual(refused("no-reason"));
    expect(await change(at, [30, 40, 20, 20])).toEqual({ ...refused("weights"), sum: 110 });
    for (const bad of [0, -10, 12.5, Number.NaN])
      expect(await change(at, [bad, 40, 20, 10])).toEqual(refused("bad-weight"));
    expect(await change(at, [30, 40, 20, 10], { categoryId: "0" })).toEqual(refused("no-category"));
    expect(await change(at, [30, 40, 20, 10], { actor: at.members[0]?.actor })).toEqual(refused("not-allowed"));
    expect(await change(at, [40, 30, 20, 10])).toEqual({ ok: true, changed: false });
    expect([await weightsNow(), await read.select().from(scoreRecounts)]).toEqual([[40, 30, 20, 10], []]);
  });
});
