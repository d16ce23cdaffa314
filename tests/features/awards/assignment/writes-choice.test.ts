import { describe, expect, test } from "vitest";
import { shownChoice } from "../../../../app/features/awards/assignment/choice.reads.server";
import { chooseJudges } from "../../../../app/features/awards/assignment/choice.writes.server";
import { findRound, type Round } from "../../../../app/features/awards/rounds/reads.server";
import { abstain, reopenSheet } from "../../../../app/features/awards/scoring/writes.server";
import { type RoundSight, sightOf } from "../../../../app/features/awards/sight.reads.server";
import { read, transact } from "../../../../db/client.server";
import { auditLog, awardRounds, councilMembers, nominations, scoreAssignments } from "../../../../db/schema.server";
import { eq } from "drizzle-orm";
import { makeSeat } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { cast, makeScoring, recuse, type Scoring, sheetAct, whileScoring } from "../../../kit/scoring";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const inThrees = { judgesPerNomination: 3 };
const seatOf = (at: Scoring, n: number) => at.members[n]?.seat.id as string;

/** The page of the nth nominee's dossier, as the organizer sees it at this moment. */
async function pageOf(at: Scoring, nominee: number) {
  const sight = await sightOf(read, { actor: at.organizer, roundId: at.round.id, now: whileScoring });
  const round = (await findRound(read, { roundId: at.round.id })) as Round;
  return await shownChoice(read, {
    ...{ sight: sight as RoundSight, round, nominationId: at.nominees[nominee]?.id as string },
  });
}

/** The organizer chooses these members for the nth nominee's dossier, on the page as it is now. */
async function choose(at: Scoring, nominee: number, members: number[], given: object = {}) {
  const version = (await pageOf(at, nominee))?.dossier.version ?? "";
  return await transact((tx) =>
    chooseJudges(tx, {
      ...{ actor: at.organizer, roundId: at.round.id, nominationId: at.nominees[nominee]?.id as string, version },
      ...{ memberIds: members.map((n) => seatOf(at, n)), now: whileScoring, ...given },
    }),
  );
}

/** Which members have which dossier, by their places. */
async function rows(at: Scoring) {
  const found = await read.select().from(scoreAssignments);
  return at.nominees.map(({ id }) =>
    at.members.flatMap(({ seat }, n) =>
      found.some((row) => row.nominationId === id && row.memberId === seat.id) ? [n] : [],
    ),
  );
}

describe("who scores a dossier", () => {
  test("is chosen by hand, with everybody's load in sight, and who was added and dropped is kept in the log", async () => {
    const at = await makeScoring({ category: inThrees });
    expect(await choose(at, 0, [0, 1, 2])).toEqual({ ok: true, judges: 3, each: 3, connected: true });
    expect(await choose(at, 0, [1, 2, 3, 4])).toEqual({ ok: true, judges: 4, each: 3, connected: true });
    expect(await rows(at)).toEqual([[1, 2, 3, 4], []]);
    const page = await pageOf(at, 0);
    expect(page?.members.map(({ judges, load, total }) => [judges, load, total])).toEqual([
      [false, 1, 1],
      ...[1, 2, 3, 4].map(() => [true, 2, 2]),
    ]);
    const { id: nominationId } = at.nominees[0] ?? {};
    const log = (await read.select().from(auditLog)).map(({ verb, detail }) => ({ verb, detail }));
    expect(log).toEqual([
      { verb: "scoring.judges-chosen", detail: { nominationId, added: "", removed: "Ủy viên số 4, Ủy viên số 5" } },
      {
        verb: "scoring.judges-chosen",
        detail: { nominationId, added: "Ủy viên số 4, Ủy viên số 5", removed: "Ủy viên số 1" },
      },
    ]);
  });

  test("is left alone, and the log too, when nothing differs; the whole council is kept as such", async () => {
    const at = await makeScoring();
    expect(await choose(at, 0, [0, 1, 2, 3, 4])).toMatchObject({ ok: true, judges: 5, each: null });
    expect(await read.select().from(auditLog)).toEqual([]);
    await choose(at, 0, [0, 1, 2]);
    await choose(at, 0, [0, 1, 2, 3, 4]);
    expect(await rows(at)).toEqual([[], []]);
  });

  test("is never a member in conflict, a stranger to the council, nor fewer than the least that ranks it", async () => {
    const at = await makeScoring({ category: inThrees });
    await recuse(at, 0, 0);
    expect(await choose(at, 0, [0, 1, 2])).toEqual(refused("in-conflict"));
    expect(await choose(at, 0, [], { memberIds: [seatOf(at, 1), seatOf(at, 2), "0"] })).toEqual(refused("no-member"));
    await transact((tx) => abstain(tx, { ...sheetAct(at, 4, 0), reason: "Chưa đủ chuyên môn" }));
    for (const few of [[], [1], [1, 2], [1, 2, 4]]) expect(await choose(at, 0, few)).toEqual(refused("too-few"));
    expect(await rows(at)).toEqual([[], []]);
    expect(await choose(at, 0, [1, 2, 3])).toMatchObject({ ok: true });
  });

  test("may be fewer where no more may judge it", async () => {
    const at = await makeScoring({ size: 3, category: inThrees });
    await recuse(at, 0, 0);
    expect(await choose(at, 0, [1])).toEqual(refused("too-few"));
    expect(await choose(at, 0, [1, 2])).toMatchObject({ ok: true, judges: 2 });
  });

  test("is not changed for others, in a round that has ended, before the council has it, nor unlike what was shown", async () => {
    const at = await makeScoring({ category: inThrees });
    expect(await choose(at, 0, [0, 1, 2], { actor: at.members[0]?.actor })).toEqual(refused("not-allowed"));
    expect(await choose(at, 0, [0, 1, 2], { nominationId: "0" })).toEqual(refused("no-dossier"));
    const { version } = (await pageOf(at, 0))?.dossier ?? {};
    await recuse(at, 4, 0);
    expect(await choose(at, 0, [0, 1, 2], { version })).toEqual(refused("changed"));
    for (const state of ["closed", "cancelled"] as const) {
      await transact((tx) => tx.update(awardRounds).set({ state }));
      expect(await choose(at, 0, [0, 1, 2])).toEqual(refused("ended"));
      expect((await pageOf(at, 0))?.hand).toEqual({ may: "nothing", why: "ended" });
    }
    await transact((tx) => tx.update(awardRounds).set({ state: "published" }));
    await transact((tx) => tx.update(nominations).set({ state: "received" }));
    expect(await choose(at, 0, [0, 1, 2])).toEqual(refused("no-dossier"));
    expect(await rows(at)).toEqual([[], []]);
  });

  test("is not told to, nor chosen by, an organizer whose own seat is in conflict with it", async () => {
    const at = await makeScoring({ category: inThrees });
    const seat = await transact((tx) => makeSeat(tx, at.round, at.organizer, { role: "secretary", sort: 9 }));
    await recuse({ ...at, members: [{ actor: at.organizer, seat }] }, 0, 0);
    expect(await pageOf(at, 0)).toBe(null);
    expect(await choose(at, 0, [0, 1, 2])).toEqual(refused("no-dossier"));
    expect((await pageOf(at, 1))?.members[0]).toMatchObject({ load: 1, total: 1 });
    expect(await choose(at, 1, [0, 1, 2])).toMatchObject({ ok: true });
  });

  test("has its name hidden in a blind category from an organizer who scores in it, and from no other", async () => {
    const at = await makeScoring({ category: { ...inThrees, blind: true } });
    expect((await pageOf(at, 0))?.dossier).toMatchObject({ name: "Sở Y tế", unitName: "Sở Y tế" });
    await transact((tx) => makeSeat(tx, at.round, at.organizer, { sort: 9 }));
    expect((await pageOf(at, 0))?.dossier).toMatchObject({ name: "", unitName: "" });
  });
});

describe("once scores are in", () => {
  /** A partial panel: three members on each dossier, and the first has been scored by its first. */
  const begun = async () => {
    const at = await makeScoring({ category: inThrees });
    await choose(at, 0, [0, 1, 2]);
    await choose(at, 1, [2, 3, 4]);
    await cast(at, 0, 0, 8, 7, 9, 6);
    return at;
  };

  test("a dossier that nobody has begun is still given to others, and one that somebody has stays", async () => {
    const at = await begun();
    expect(await choose(at, 1, [1, 2, 3])).toMatchObject({ ok: true });
    for (const others of [
      [0, 1, 3],
      [0, 1, 2, 3],
      [1, 2, 3],
    ])
      expect(await choose(at, 0, others)).toEqual(refused("ballots-in"));
    expect(await rows(at)).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ]);
  });

  test("a member who declined and took it back has begun nothing by that", async () => {
    const at = await begun();
    await transact((tx) => abstain(tx, { ...sheetAct(at, 3, 1), reason: "Chưa đủ chuyên môn" }));
    await transact((tx) => reopenSheet(tx, sheetAct(at, 3, 1)));
    expect((await pageOf(at, 1))?.hand).toEqual({ may: "choose" });
    expect(await choose(at, 1, [0, 1, 2])).toMatchObject({ ok: true });
  });

  test("who has left, declined or come into conflict is made up for, by as many, and nobody is dropped", async () => {
    const at = await begun();
    await transact((tx) => abstain(tx, { ...sheetAct(at, 2, 0), reason: "Chưa đủ chuyên môn" }));
    expect((await pageOf(at, 0))?.hand).toEqual({ may: "add", room: 1 });
    expect(await choose(at, 0, [0, 1, 2, 3, 4])).toEqual(refused("too-many"));
    expect(await choose(at, 0, [0, 1, 3])).toEqual(refused("ballots-in"));
    expect(await choose(at, 0, [0, 1, 2, 3])).toMatchObject({ ok: true, judges: 4 });
    await recuse(at, 1, 0);
    await transact((tx) =>
      tx
        .update(councilMembers)
        .set({ leftAt: whileScoring })
        .where(eq(councilMembers.id, seatOf(at, 3))),
    );
    expect((await pageOf(at, 0))?.hand).toEqual({ may: "add", room: 2 });
    expect(await choose(at, 0, [0, 2, 4])).toMatchObject({ ok: true });
    // The row of the recused member stays: a lifted conflict counts the ballot again.
    expect((await rows(at))[0]).toEqual([0, 1, 2, 3, 4]);
  });

  test("with the whole council on everything no dossier leaves it", async () => {
    const at = await makeScoring();
    await cast(at, 0, 0, 8, 7, 9, 6);
    expect((await pageOf(at, 1))?.hand).toEqual({ may: "nothing", why: "whole-panel" });
    expect(await choose(at, 1, [0, 1, 2])).toEqual(refused("whole-panel"));
    expect(await rows(at)).toEqual([[], []]);
  });
});
