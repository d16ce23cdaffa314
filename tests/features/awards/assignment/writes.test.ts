import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { assignJudges } from "../../../../app/features/awards/assignment/writes.server";
import { shownAssignment } from "../../../../app/features/awards/assignment/shown.reads.server";
import { findRound, type Round } from "../../../../app/features/awards/rounds/reads.server";
import { abstain } from "../../../../app/features/awards/scoring/writes.server";
import { type RoundSight, sightOf } from "../../../../app/features/awards/sight.reads.server";
import { read, type Tx, transact } from "../../../../db/client.server";
import {
  auditLog,
  awardCategories,
  awardRounds,
  declaredConflicts,
  nominations,
  scoreAssignments,
} from "../../../../db/schema.server";
import { makeCategory, makeNomination, makeSeat } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { makeActor, makeUnit } from "../../../kit/makers";
import { cast, makeScoring, recuse, type Scoring, sheetAct, whileScoring } from "../../../kit/scoring";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const names = ["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính", "Sở Công Thương"];
const inThrees = { judgesPerNomination: 3 };

describe("dossiers shared out", () => {
  /** The preview of the category, as the organizer sees it at this moment. */
  const preview = async (at: Scoring) => {
    const { organizer: actor, category } = at;
    const sight = await sightOf(read, { actor, roundId: at.round.id, now: whileScoring });
    const round = await findRound(read, { roundId: at.round.id });
    return await shownAssignment(read, {
      ...{ sight: sight as RoundSight, round: round as Round, categoryId: category.id },
    });
  };
  const share = async (at: Scoring, given: object = {}) => {
    const version = (await preview(at))?.plan?.version ?? "";
    return await transact((tx) =>
      assignJudges(tx, {
        ...{ actor: at.organizer, roundId: at.round.id, categoryId: at.category.id, now: whileScoring, version },
        ...given,
      }),
    );
  };
  const done = { ok: true, each: 3, nominations: 5 };

  test("go to as many members as the category says, evenly and never to the recused; anew replaces", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    await recuse(at, 0, 0);
    for (const _ of [1, 2]) expect(await share(at)).toEqual(done);
    const rows = await read.select().from(scoreAssignments);
    expect(at.nominees.map(({ id }) => rows.filter((row) => row.nominationId === id).length)).toEqual([3, 3, 3, 3, 3]);
    expect(at.members.map(({ seat }) => rows.filter((row) => row.memberId === seat.id).length)).toEqual([
      3, 3, 3, 3, 3,
    ]);
    const recused = rows.filter(
      (row) => row.memberId === at.members[0]?.seat.id && row.nominationId === at.nominees[0]?.id,
    );
    expect(recused).toEqual([]);
    expect((await read.select().from(auditLog)).map(({ verb, detail }) => [verb, detail.nominations])).toEqual([
      ["scoring.assigned", 5],
      ["scoring.assigned", 5],
    ]);
  });

  test("stay with whom they are once scores are in, and are given by who runs the round alone", async () => {
    const at = await makeScoring({ category: inThrees });
    expect(await share(at, { actor: at.members[0]?.actor })).toEqual(refused("not-allowed"));
    expect(await share(at, { categoryId: "0" })).toEqual(refused("no-category"));
    await cast(at, 0, 0, 8, 7, 9, 6);
    expect(await share(at)).toEqual(refused("scored"));
    expect(await read.select().from(scoreAssignments)).toEqual([]);
  });

  test("are not shared out in a round that has ended, nor before they and the council are there", async () => {
    const at = await makeScoring({ category: inThrees });
    for (const state of ["closed", "cancelled"] as const) {
      await transact((tx) => tx.update(awardRounds).set({ state }));
      expect(await share(at)).toEqual(refused("ended"));
    }
    await transact((tx) => tx.update(awardRounds).set({ state: "published" }));
    await transact((tx) => tx.update(nominations).set({ state: "received" }));
    expect(await share(at)).toEqual(refused("no-dossiers"));
    const alone = await makeScoring({ size: 0, category: inThrees });
    expect(await share(alone)).toEqual(refused("no-council"));
    expect(await read.select().from(scoreAssignments)).toEqual([]);
  });

  test("go back to the whole council, whoever joins it, once no number is set any more", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    await share(at);
    await transact((tx) =>
      tx.update(awardCategories).set({ judgesPerNomination: null }).where(eq(awardCategories.id, at.category.id)),
    );
    expect(await share(at)).toEqual({ ...done, each: null });
    expect(await read.select().from(scoreAssignments)).toEqual([]);
    expect(await share(at)).toEqual(refused("whole"));
  });

  test("are counted to a member who runs the round without those that a conflict closes to them", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    const seat = await transact((tx) => makeSeat(tx, at.round, at.organizer, { role: "secretary", sort: 9 }));
    const own = { ...at, members: [{ actor: at.organizer, seat }] };
    await recuse(own, 0, 4);
    expect(await share(at)).toEqual({ ...done, nominations: 4 });
    for (const nominee of [0, 1, 2, 3]) await recuse(own, 0, nominee);
    expect(await share(at)).toEqual(refused("no-dossiers"));
  });

  test("are given exactly as the preview showed, which itself has changed nothing", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    await recuse(at, 4, 2);
    const shown = await preview(at);
    expect(await read.select().from(scoreAssignments)).toEqual([]);
    expect(shown?.plan).toMatchObject({ changes: true, connected: true, tooFew: 0 });
    const loads = shown?.members.map(({ now, after, total, totalAfter, recused }) => [
      ...[now, after, total, totalAfter, recused],
    ]);
    expect(loads).toEqual([
      [5, 3, 5, 3, 0],
      [5, 3, 5, 3, 0],
      [5, 3, 5, 3, 0],
      [5, 3, 5, 3, 0],
      [4, 3, 4, 3, 1],
    ]);
    expect(await share(at, { version: shown?.plan?.version })).toEqual(done);
    const now = await preview(at);
    expect(now?.dossiers.map(({ judges }) => judges)).toEqual(shown?.dossiers.map(({ after }) => after));
    expect(now?.plan?.changes).toBe(false);
  });

  test("are not given when a conflict, a dossier, a member or another sharing came after the preview", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    const since: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) =>
        tx
          .update(nominations)
          .set({ state: "received" })
          .where(eq(nominations.id, at.nominees[4]?.id as string)),
      (tx) =>
        tx.insert(declaredConflicts).values({
          ...{ memberId: at.members[0]?.seat.id as string, nominationId: at.nominees[0]?.id as string },
          ...{ reason: "Người thân", source: "member", at: whileScoring },
        }),
      (tx) =>
        tx
          .insert(scoreAssignments)
          .values({ memberId: at.members[2]?.seat.id as string, nominationId: at.nominees[1]?.id as string }),
      async (tx) => makeSeat(tx, at.round, await makeActor(tx, "council-member"), { sort: 9 }),
      (tx) => tx.update(awardCategories).set({ judgesPerNomination: 4 }),
    ];
    for (const happens of since) {
      const version = (await preview(at))?.plan?.version;
      await transact(happens);
      const before = await read.select().from(scoreAssignments);
      expect(await share(at, { version })).toEqual(refused("changed"));
      expect(await read.select().from(scoreAssignments)).toEqual(before);
    }
  });

  test("go to nobody who has said that they do not score them, and are not counted twice over two categories", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    await transact((tx) => abstain(tx, { ...sheetAct(at, 0, 0), reason: "Chưa đủ chuyên môn" }));
    const { category: other } = await transact((tx) => makeCategory(tx, at.round, { ...inThrees, sort: 2 }));
    const unit = await transact((tx) => makeUnit(tx, { name: "Sở Du lịch" }));
    await transact((tx) => makeNomination(tx, other, unit));
    const shown = await preview(at);
    const [first] = shown?.members ?? [];
    expect(first).toMatchObject({ now: 5, after: 3, total: 6, totalAfter: 4 });
    const own = shown?.dossiers.find(({ nominationId }) => nominationId === at.nominees[0]?.id);
    expect(own?.after).toHaveLength(3);
    expect(own?.after).not.toContain(first?.name);
  });
});
