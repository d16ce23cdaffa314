import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findPanel } from "../../../../app/features/awards/conflicts/reads.server";
import { findCategory } from "../../../../app/features/awards/rounds/reads.server";
import { findRanking } from "../../../../app/features/awards/scoring/reads.server";
import { abstain, reopenSheet, saveScores, submitSheet } from "../../../../app/features/awards/scoring/writes.server";
import { declareConflicts, liftConflict, pinConflict } from "../../../../app/features/awards/conflicts/writes.server";
import { read, transact } from "../../../../db/client.server";
import {
  auditLog,
  awardCategories,
  councilMembers,
  nominations,
  scoreAssignments,
  scoreSheets,
} from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { makeActor } from "../../../kit/makers";
import {
  cast,
  makeScoring,
  recuse,
  type Scoring,
  scoresFor,
  scoringEnds,
  sheetAct,
  sheetOf,
  whileScoring,
} from "../../../kit/scoring";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const save = (at: Scoring, given: Partial<Parameters<typeof saveScores>[1]> = {}) =>
  transact((tx) => saveScores(tx, { ...sheetAct(at, 0, 0), values: scoresFor(at, 8), version: 0, ...given }));
const verbs = async () => (await read.select().from(auditLog)).map(({ verb }) => verb);
const ranking = async (at: Scoring) => {
  const panel = await findPanel(read, { roundId: at.round.id, now: whileScoring });
  const category = await findCategory(read, { categoryId: at.category.id });
  if (!panel || !category) throw new Error("no panel");
  return findRanking(read, { sight: { panel }, category });
};

describe("a sheet", () => {
  test("keeps one score after another, a remark, and takes a score back", async () => {
    const at = await makeScoring();
    expect(await save(at)).toEqual({ ok: true, version: 1 });
    expect(await save(at, { values: scoresFor(at, undefined, 7.5), comment: "Rõ số liệu", version: 1 })).toEqual({
      ok: true,
      version: 2,
    });
    expect(await save(at, { values: scoresFor(at, null, undefined, 0), version: 2 })).toEqual({ ok: true, version: 3 });
    const sheet = await sheetOf(at, 0, 0);
    expect(sheet?.scores).toEqual(scoresFor(at, undefined, 7.5, 0));
    expect(sheet?.row).toMatchObject({ comment: "Rõ số liệu", version: 3, submittedAt: null });
  });

  test("open in two tabs: the second is told and nothing of the first is lost", async () => {
    const at = await makeScoring();
    await save(at);
    expect(await save(at, { values: scoresFor(at, 3) })).toEqual({ ...refused("changed-meanwhile"), version: 1 });
    expect((await sheetOf(at, 0, 0))?.scores).toEqual(scoresFor(at, 8));
  });

  test("saved twice at one moment is saved once", async () => {
    const at = await makeScoring();
    const both = await Promise.all([save(at), save(at, { values: scoresFor(at, 3) })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await read.select().from(scoreSheets)).toMatchObject([{ version: 1 }]);
  });

  test.each([
    ["above-maximum", 10.5],
    ["below-zero", -1],
    ["off-step", 7.3],
    ["off-step", Number.NaN],
  ])("refuses a score that is %s, names its criterion, and keeps none of that form", async (reason, value) => {
    const at = await makeScoring();
    const criterionId = at.scored.criteria[1]?.id;
    expect(await save(at, { values: scoresFor(at, 8, value) })).toEqual({ ...refused(reason), criterionId });
    expect(await save(at, { values: new Map([["0", 1]]) })).toEqual({ ...refused("no-criterion"), criterionId: "0" });
    expect(await sheetOf(at, 0, 0)).toBe(null);
  });

  test("is open until the very end of the phase by the server's clock, and not a moment later", async () => {
    const at = await makeScoring();
    const last = new Date(scoringEnds.getTime() - 1);
    expect(await save(at, { now: last })).toEqual({ ok: true, version: 1 });
    const late = { ...sheetAct(at, 0, 0), now: scoringEnds };
    expect(await save(at, { now: scoringEnds, version: 1 })).toEqual(refused("scoring-closed"));
    const acts = [
      transact((tx) => submitSheet(tx, { ...late, version: 1 })),
      transact((tx) => abstain(tx, { ...late, reason: "Bận" })),
      transact((tx) => reopenSheet(tx, late)),
    ];
    expect(await Promise.all(acts)).toEqual(Array(3).fill(refused("scoring-closed")));
    expect((await sheetOf(at, 0, 0))?.row).toMatchObject({ version: 1, submittedAt: null, abstainedAt: null });
  });

  test("is nobody's but an assigned member's: not in conflict, not undeclared, not given to others, not an outsider", async () => {
    const at = await makeScoring();
    await recuse(at, 0, 0);
    expect(await save(at)).toEqual(refused("not-allowed"));
    expect(await save(at, sheetAct(at, 0, 1))).toEqual({ ok: true, version: 1 });

    const memberId = at.members[1]?.seat.id as string;
    await transact((tx) => tx.update(councilMembers).set({ declaredAt: null }).where(eq(councilMembers.id, memberId)));
    expect(await save(at, sheetAct(at, 1, 0))).toEqual(refused("not-declared"));

    const nominationId = at.nominees[0]?.id as string;
    await transact((tx) =>
      tx.insert(scoreAssignments).values({ nominationId, memberId: at.members[2]?.seat.id as string }),
    );
    expect(await save(at, sheetAct(at, 3, 0))).toEqual(refused("not-yours"));
    expect(await save(at, sheetAct(at, 2, 0))).toEqual({ ok: true, version: 1 });

    const focal = await transact((tx) => makeActor(tx, "focal-point"));
    for (const actor of [focal, at.organizer]) expect(await save(at, { actor })).toEqual(refused("not-allowed"));
    expect(await save(at, { ...sheetAct(at, 3, 0), nominationId: "0" })).toEqual(refused("not-allowed"));
  });

  test("is not begun for a dossier that the appraisal has not let through", async () => {
    const at = await makeScoring();
    await transact((tx) => tx.update(nominations).set({ state: "submitted" }));
    expect(await save(at)).toEqual(refused("not-before-council"));
  });

  test("is handed in whole or not at all, once, and is taken back while the phase runs", async () => {
    const at = await makeScoring();
    const act = sheetAct(at, 0, 0);
    const submit = (version: number) => transact((tx) => submitSheet(tx, { ...act, version }));
    const ids = at.scored.criteria.map(({ id }) => id);
    expect(await submit(0)).toEqual({ ...refused("incomplete"), missing: ids });
    await save(at, { values: scoresFor(at, 8, 7) });
    expect(await submit(1)).toEqual({ ...refused("incomplete"), missing: ids.slice(2) });
    await save(at, { values: scoresFor(at, undefined, undefined, 9, 6), version: 1 });
    expect(await submit(1)).toEqual({ ...refused("changed-meanwhile"), version: 2 });
    expect(await submit(2)).toEqual({ ok: true, version: 3 });
    expect(await submit(3)).toEqual({ ok: true, version: 3 });
    expect(await save(at, { version: 3 })).toEqual(refused("submitted"));
    expect(await transact((tx) => reopenSheet(tx, act))).toEqual({ ok: true, version: 4 });
    expect(await save(at, { version: 4 })).toEqual({ ok: true, version: 5 });
    expect(await verbs()).toEqual(["scoring.mode-fixed", "scoring.submitted", "scoring.reopened"]);
  });

  test("of one who abstains says why, keeps what was filled in and counts nowhere", async () => {
    const at = await makeScoring();
    await cast(at, 0, 0, 8, 7, 9, 6);
    const act = sheetAct(at, 0, 0);
    expect(await transact((tx) => abstain(tx, { ...act, reason: "" }))).toEqual(refused("no-reason"));
    expect(await transact((tx) => abstain(tx, { ...act, reason: "Không đủ thông tin" }))).toMatchObject({ ok: true });
    const sheet = await sheetOf(at, 0, 0);
    expect(sheet?.row).toMatchObject({ abstainReason: "Không đủ thông tin", submittedAt: null });
    expect(sheet?.scores.size).toBe(4);
    expect((await ranking(at)).rows.map(({ ballots }) => ballots)).toEqual([0, 0]);
  });
});

describe("the first score of a category", () => {
  test("fixes how it will be adjusted, once, and writes it down", async () => {
    const at = await makeScoring();
    await recuse(at, 4, 1);
    await save(at);
    const [category] = await read.select().from(awardCategories);
    expect(category).toMatchObject({
      adjustment: "auto",
      adjustmentFixed: "severity",
      adjustmentFixedAt: whileScoring,
    });
    await transact((tx) => tx.update(awardCategories).set({ adjustment: "none" }));
    await save(at, sheetAct(at, 1, 0));
    const [later] = await read.select().from(awardCategories);
    expect(later).toMatchObject({ adjustmentFixed: "severity" });
    expect(await verbs()).toEqual(["scoring.mode-fixed"]);
  });
});

describe("a declaration", () => {
  const declare = (at: Scoring, member: number, conflicts: [number, string][]) =>
    transact((tx) =>
      declareConflicts(tx, {
        ...{ actor: at.members[member]?.actor as Scoring["organizer"], roundId: at.round.id, now: whileScoring },
        conflicts: new Map(conflicts.map(([n, reason]) => [at.nominees[n]?.id as string, reason])),
      }),
    );
  const conflictsOf = async (at: Scoring, member: number) => {
    const panel = await findPanel(read, { roundId: at.round.id, now: whileScoring });
    return at.nominees.map(({ id }) => panel?.conflict(at.members[member]?.seat.id as string, id));
  };
  const pin = (at: Scoring, given: object = {}) =>
    transact((tx) =>
      pinConflict(tx, {
        ...{ roundId: at.round.id, actor: at.organizer, now: whileScoring, reason: "Hợp đồng tư vấn" },
        ...{ memberId: at.members[0]?.seat.id as string, nominationId: at.nominees[0]?.id as string },
        ...given,
      }),
    );

  test("names conflicts with reasons, is made anew as a whole, and opens the dossiers", async () => {
    const at = await makeScoring();
    await transact((tx) => tx.update(councilMembers).set({ declaredAt: null }));
    expect(await declare(at, 0, [[1, ""]])).toEqual({ ...refused("no-reason"), nominationId: at.nominees[1]?.id });
    expect(await save(at)).toEqual(refused("not-declared"));
    expect(await declare(at, 0, [[1, "Anh rể"]])).toEqual({ ok: true });
    expect(await conflictsOf(at, 0)).toEqual([null, "declared"]);
    expect(await save(at)).toEqual({ ok: true, version: 1 });
    expect(await declare(at, 0, [])).toEqual({ ok: true });
    expect(await conflictsOf(at, 0)).toEqual([null, null]);
    expect(await conflictsOf(at, 1)).toEqual([null, null]);
  });

  test("does not take back what an organizer pinned, even when the member names it as well", async () => {
    const at = await makeScoring();
    expect(await pin(at, { reason: "" })).toEqual(refused("no-reason"));
    expect(await pin(at, { actor: at.members[1]?.actor })).toEqual(refused("not-allowed"));
    expect(await pin(at, { memberId: "0" })).toEqual(refused("no-member"));
    expect(await pin(at, { nominationId: "0" })).toEqual(refused("no-nomination"));
    expect(await pin(at)).toEqual({ ok: true });
    await declare(at, 0, [[0, "Tôi cũng biết"]]);
    await declare(at, 0, []);
    expect(await conflictsOf(at, 0)).toEqual(["declared", null]);
  });

  test("of a blind dossier stays, for its number would come back with the name; an organizer lifts it with a reason", async () => {
    const at = await makeScoring({ category: { blind: true } });
    await declare(at, 0, [[1, "Anh rể"]]);
    expect(await declare(at, 0, [])).toEqual({ ok: true });
    expect(await conflictsOf(at, 0)).toEqual([null, "declared"]);
    const lift = (given: object = {}) =>
      transact((tx) =>
        liftConflict(tx, {
          ...{ roundId: at.round.id, actor: at.organizer, now: whileScoring, reason: "Không phải họ hàng" },
          ...{ memberId: at.members[0]?.seat.id as string, nominationId: at.nominees[1]?.id as string },
          ...given,
        }),
      );
    expect(await lift({ reason: "" })).toEqual(refused("no-reason"));
    expect(await lift({ actor: at.members[0]?.actor })).toEqual(refused("not-allowed"));
    expect(await lift({ nominationId: at.nominees[0]?.id })).toEqual(refused("no-conflict"));
    expect(await lift()).toEqual({ ok: true });
    expect(await conflictsOf(at, 0)).toEqual([null, null]);
    expect(await lift()).toEqual(refused("no-conflict"));
    // Lifted or not, nobody has to judge what they say they cannot.
    await declare(at, 0, [[1, "Anh rể"]]);
    expect(await conflictsOf(at, 0)).toEqual([null, "declared"]);
  });

  test("in conflict with an organizer's own seat is not the organizer's to lift or to set for others", async () => {
    const at = await makeScoring();
    const { userId } = at.organizer;
    const [own] = await transact((tx) =>
      tx
        .update(councilMembers)
        .set({ userId })
        .where(eq(councilMembers.id, at.members[0]?.seat.id as string))
        .returning(),
    );
    await recuse(at, 0, 0);
    const act = { roundId: at.round.id, actor: at.organizer, now: whileScoring, reason: "Tự bỏ" };
    const nominationId = at.nominees[0]?.id as string;
    for (const memberId of [own?.id as string, at.members[1]?.seat.id as string]) {
      expect(await transact((tx) => liftConflict(tx, { ...act, memberId, nominationId }))).toEqual(
        refused("no-nomination"),
      );
      expect(await transact((tx) => pinConflict(tx, { ...act, memberId, nominationId }))).toEqual(
        refused("no-nomination"),
      );
    }
    expect(await conflictsOf(at, 0)).toEqual(["declared", null]);
  });

  test("is a member's own: nobody else makes one", async () => {
    const at = await makeScoring();
    const act = { actor: at.organizer, roundId: at.round.id, now: whileScoring, conflicts: new Map() };
    expect(await transact((tx) => declareConflicts(tx, act))).toEqual(refused("not-allowed"));
  });

  test("after the ballot makes it stray: kept, counted nowhere, and back when it is withdrawn", async () => {
    const at = await makeScoring();
    for (const n of [0, 1, 2, 3]) await cast(at, n, 0, n === 3 ? 10 : 5, 5, 5, 5);
    const before = await ranking(at);
    expect(before.rows[0]).toMatchObject({ ballots: 4, needed: 4, raw: 55, rank: 1 });
    await declare(at, 3, [[0, "Người thân"]]);
    const after = await ranking(at);
    expect(after.rows[0]).toMatchObject({ ballots: 3, needed: 3, raw: 50, rank: 1 });
    expect(after.stray).toBe(1);
    expect((await sheetOf(at, 3, 0))?.scores.size).toBe(4);
    await declare(at, 3, []);
    expect((await ranking(at)).rows).toEqual(before.rows);
  });
});
