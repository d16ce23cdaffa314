import { describe, expect, test } from "vitest";
import { moveDates } from "../../../../app/features/tasks/dates.writes.server";
import { findTaskFor, updatesOf } from "../../../../app/features/tasks/reads.server";
import type { GivenJudgement } from "../../../../app/features/tasks/review/forms";
import { findRoundFor, listRounds, tasksOfRound } from "../../../../app/features/tasks/review/reads.server";
import { parseSeen, progressOf, seenText } from "../../../../app/features/tasks/review/rules";
import { applyVerdicts, closeRound, giveVerdict, openRound } from "../../../../app/features/tasks/review/writes.server";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import { taskUnits } from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { makeActor, now } from "../../../kit/makers";
import { makeProvince, makeTask, type Province } from "../../../kit/tasks";

useDatabase();
const later = new Date(now.getTime() + 60_000);

const open = (at: Province, actor = at.organizer, press = newPress()) =>
  transact((tx) =>
    openRound(tx, {
      ...{ title: "Rà soát giữa kỳ", ownerUnitId: at.province.id, campaignId: null, closesOn: "2025-09-30" },
      ...{ actor, now, press },
    }),
  );
type Seen = ReturnType<typeof parseSeen>;
/** What a page that is opened now sends back. */
async function seenNow(roundId: string, actor: Province["organizer"]): Promise<Seen> {
  const round = await findRoundFor(read, { roundId, actor });
  const rows = round ? await tasksOfRound(read, { round, actor }) : [];
  return parseSeen(seenText(rows.flatMap(({ id, verdict }) => (verdict ? [{ ...verdict, taskId: id }] : []))));
}
async function reviewing() {
  const at = await makeProvince();
  const task = (title: string) => makeTask(at, { title });
  const ids = { one: await task("Một"), two: await task("Hai"), three: await task("Ba"), four: await task("Bốn") };
  await makeTask(at, { title: "Nháp", draft: true });
  const done = await open(at);
  if (!done.ok) throw new Error(done.reason);
  const { roundId } = done;
  const act = { roundId, actor: at.organizer, now };
  const say = async (
    taskId: string,
    given: Partial<GivenJudgement> & Pick<GivenJudgement, "verdict">,
    actor = at.doer,
    when = now,
    looked?: Seen,
  ) => {
    const seen = looked ?? (await seenNow(roundId, at.organizer));
    return await transact((tx) =>
      giveVerdict(tx, {
        ...{ ...act, actor, taskId, seen, now: when },
        judgement: { reason: "Trùng nội dung", newDueOn: null, newDuePrecision: null, intoTaskId: null, ...given },
      }),
    );
  };
  const apply = async (taskIds?: string[], actor = at.organizer, seen?: Seen) => {
    const shown = seen ?? (await seenNow(roundId, at.organizer));
    return await transact((tx) => applyVerdicts(tx, { ...act, actor, taskIds, seen: shown }));
  };
  const stands = async (taskId: string) => {
    const found = await findTaskFor(read, { taskId, actor: at.organizer });
    return [found?.state, found?.dueOn];
  };
  return { at, ids, act, roundId, say, apply, stands };
}

test("a deadline that was said stays waiting when the task's start has moved behind it meanwhile", async () => {
  const { at, ids, say, apply, stands } = await reviewing();
  expect(await say(ids.one, { verdict: "change", newDueOn: "2025-08-10", newDuePrecision: "day" })).toEqual({
    ok: true,
  });
  const move = { taskId: ids.one, startsOn: "2025-08-20", dueOn: "2025-09-14", seen: now };
  const moved = await transact((tx) => moveDates(tx, { moves: [move], actor: at.organizer, now }));
  expect(moved.ok).toBe(true);
  expect([await apply(), await stands(ids.one)]).toEqual([
    { ok: true, applied: 0, left: 1 },
    ["assigned", "2025-09-14"],
  ]);
});

test("what is merged into a task of another plan is told in its own story, not in that one's", async () => {
  const { at, ids } = await reviewing();
  const { actor, mine } = await transact(async (tx) => ({
    actor: await makeActor(tx, "organizer", { unit: at.commune }),
    mine: at.commune.id,
  }));
  const [theirs] = [ids.one];
  const own = await makeTask(at, { title: "Của xã", ownerUnitId: mine, coordinatingUnitIds: [] });
  const opened = await transact((tx) =>
    openRound(tx, { title: "Xã rà soát", ownerUnitId: mine, campaignId: null, closesOn: null, actor, now }),
  );
  if (!opened.ok) throw new Error(opened.reason);
  const act = { roundId: opened.roundId, actor, now };
  const judgement = { verdict: "merge", reason: "Trùng", newDueOn: null, newDuePrecision: null } as const;
  // Seen by the commune because it takes part.
  await transact((tx) => tx.insert(taskUnits).values({ taskId: theirs, unitId: mine, viaGroup: null }));
  const before = (await updatesOf(read, { taskId: theirs })).length;
  const said = await transact((tx) =>
    giveVerdict(tx, { ...act, seen: new Map(), taskId: own, judgement: { ...judgement, intoTaskId: theirs } }),
  );
  const shown = await seenNow(act.roundId, actor);
  expect([said, await transact(async (tx) => applyVerdicts(tx, { ...act, seen: shown }))]).toEqual([
    { ok: true },
    { ok: true, applied: 1, left: 0 },
  ]);
  expect((await updatesOf(read, { taskId: theirs })).length).toBe(before);
  expect((await updatesOf(read, { taskId: own }))[0]?.kind).toBe("cancelled");
});

describe("a round", () => {
  test("is opened once for a plan by those who keep it, and holds the tasks that run", async () => {
    const { at, roundId } = await reviewing();
    expect([await open(at), await open(at, at.doer), await open(at, at.organizer, roundId)]).toEqual([
      { ok: false, reason: "already-open" },
      { ok: false, reason: "not-allowed" },
      { ok: true, roundId },
    ]);
    const round = await findRoundFor(read, { roundId, actor: at.organizer });
    if (!round) throw new Error("no round");
    const titles = (await tasksOfRound(read, { round, actor: at.organizer })).map(({ title }) => title);
    expect(titles.sort()).toEqual(["Ba", "Bốn", "Hai", "Một"]);
  });

  test("is seen by those whose tasks it holds, and by nobody else", async () => {
    const { at } = await reviewing();
    const seen = async (actor: typeof at.doer) => (await listRounds(read, { actor })).map(({ total }) => total);
    expect([await seen(at.organizer), await seen(at.doer), await seen(at.stranger)]).toEqual([[4], [4], []]);
  });
});

describe("a verdict", () => {
  test("needs a reason, a date, another task; and comes from the lead unit or the organizers", async () => {
    const { at, ids, say } = await reviewing();
    const reasons = [
      await say(ids.one, { verdict: "drop", reason: "" }),
      await say(ids.one, { verdict: "change" }),
      await say(ids.one, { verdict: "change", newDueOn: "2025-07-01" }),
      await say(ids.one, { verdict: "merge" }),
      await say(ids.one, { verdict: "merge", intoTaskId: ids.one }),
      await say(ids.one, { verdict: "merge", intoTaskId: "none" }),
      await say(ids.one, { verdict: "keep", reason: "" }, at.appraiser),
      await say(ids.one, { verdict: "keep", reason: "" }, at.stranger),
      await say("none", { verdict: "keep" }),
      await say(ids.one, { verdict: "keep", reason: "" }),
    ].map((done) => (done.ok ? "ok" : done.reason));
    expect(reasons).toEqual([
      ...["no-reason", "needs-date", "starts-after-due", "needs-task", "itself", "no-such-task"],
      ...["gone", "gone", "not-allowed", "ok"],
    ]);
  });

  test("counts for its unit, and the last word before it is applied is the one that counts", async () => {
    const { at, ids, roundId, say, apply, stands } = await reviewing();
    await say(ids.one, { verdict: "drop" });
    await say(ids.one, { verdict: "change", newDueOn: "2025-12-31", newDuePrecision: "month" });
    const round = await findRoundFor(read, { roundId, actor: at.organizer });
    const rows = round ? await tasksOfRound(read, { round, actor: at.organizer }) : [];
    const counted = rows.map(({ leadUnitId, lead, verdict }) => ({
      ...{ leadUnitId, lead: lead?.name ?? null, verdict: verdict?.verdict ?? null },
    }));
    expect(progressOf(counted)).toEqual([{ unitId: at.health.id, name: "Sở Y tế", reviewed: 1, total: 4 }]);
    expect([await apply(undefined, at.doer), await apply()]).toEqual([
      { ok: false, reason: "not-allowed" },
      { ok: true, applied: 1, left: 0 },
    ]);
    expect(await stands(ids.one)).toEqual(["assigned", "2025-12-31"]);
    expect(await say(ids.one, { verdict: "drop" })).toEqual({ ok: false, reason: "applied" });
  });

  test("that was given after somebody looked is shown to them first, and nothing is applied", async () => {
    const { at, ids, roundId, say, apply, stands } = await reviewing();
    await say(ids.one, { verdict: "drop" });
    await say(ids.two, { verdict: "drop" });
    const looked = await seenNow(roundId, at.organizer);
    await say(ids.one, { verdict: "keep" }, at.doer, later);
    await say(ids.three, { verdict: "drop" }, at.doer, later);
    const refused = await apply(undefined, at.organizer, looked);
    const unseen = ("unseen" in refused && refused.unseen) || [];
    expect([refused.ok, new Map(unseen.map(({ taskId, was }) => [taskId, was]))]).toEqual([
      false,
      new Map([
        [ids.one, "drop"],
        [ids.three, null],
      ]),
    ]);
    expect(await apply([ids.one], at.organizer, new Map())).toEqual({
      ...{ ok: false, reason: "changed-meanwhile" },
      unseen: [{ taskId: ids.one, was: null }],
    });
    expect(await stands(ids.two)).toEqual(["assigned", "2025-09-14"]);
    // What they did see may be applied alone, and all of it once they have looked again.
    expect(await apply([ids.two], at.organizer, looked)).toEqual({ ok: true, applied: 1, left: 0 });
    expect(await apply()).toEqual({ ok: true, applied: 2, left: 0 });
    expect((await stands(ids.one))[0]).toBe("assigned");
  });

  test("does not silently take the place of one that its giver has not seen", async () => {
    const { at, ids, roundId, say, apply, stands } = await reviewing();
    const looked = await seenNow(roundId, at.organizer);
    const due = { verdict: "change", newDueOn: "2025-12-31", newDuePrecision: "day" } as const;
    expect(await say(ids.one, due, at.doer, later, looked)).toEqual({ ok: true });
    // The same press once more is no second word; another one is, and so is the same from somebody else.
    expect(await say(ids.one, due, at.doer, later, looked)).toEqual({ ok: true });
    const unseen = [{ taskId: ids.one, was: null }];
    for (const [given, actor] of [
      [{ verdict: "drop" }, at.organizer],
      [due, at.organizer],
      [{ verdict: "drop" }, at.doer],
    ] as const)
      expect(await say(ids.one, given, actor, later, looked)).toEqual({ ok: false, reason: "said-meanwhile", unseen });
    const again = await seenNow(roundId, at.organizer);
    expect(await say(ids.one, { verdict: "drop" }, at.organizer, new Date(later.getTime() + 1), again)).toEqual({
      ok: true,
    });
    expect(await say(ids.one, { verdict: "keep" }, at.doer, later, again)).toEqual({
      ...{ ok: false, reason: "said-meanwhile" },
      unseen: [{ taskId: ids.one, was: "change" }],
    });
    expect([await apply(), await stands(ids.one)]).toEqual([
      { ok: true, applied: 1, left: 0 },
      ["cancelled", "2025-09-14"],
    ]);
  });

  test("is carried out one by one or all together, with its reason in the stories of both tasks", async () => {
    const { at, ids, act, say, apply, stands } = await reviewing();
    await say(ids.one, { verdict: "merge", intoTaskId: ids.two });
    await say(ids.three, { verdict: "drop", reason: "Không còn phù hợp" });
    await say(ids.four, { verdict: "keep", reason: "" });
    expect(await transact((tx) => closeRound(tx, act))).toEqual({ ok: false, reason: "still-waiting" });
    expect([await apply([ids.three]), await apply(), await apply()]).toEqual([
      { ok: true, applied: 1, left: 0 },
      { ok: true, applied: 2, left: 0 },
      { ok: true, applied: 0, left: 0 },
    ]);
    expect([await stands(ids.one), await stands(ids.two), await stands(ids.three), await stands(ids.four)]).toEqual([
      ["cancelled", "2025-09-14"],
      ["assigned", "2025-09-14"],
      ["cancelled", "2025-09-14"],
      ["assigned", "2025-09-14"],
    ]);
    const notes = async (taskId: string) => (await updatesOf(read, { taskId })).map(({ note }) => note).filter(Boolean);
    const who = at.doer.name;
    expect([await notes(ids.one), await notes(ids.two), await notes(ids.three), await notes(ids.four)]).toEqual([
      [`→ Hai: Trùng nội dung (${who})`],
      [`← Một: Trùng nội dung (${who})`],
      [`Không còn phù hợp (${who})`],
      [who],
    ]);
    expect([await transact((tx) => closeRound(tx, act)), await say(ids.two, { verdict: "keep" })]).toEqual([
      { ok: true },
      { ok: false, reason: "round-closed" },
    ]);
  });

  test("stays where what it was to be merged into has ended meanwhile", async () => {
    const { ids, say, apply, stands } = await reviewing();
    await say(ids.one, { verdict: "merge", intoTaskId: ids.two });
    await say(ids.two, { verdict: "drop" });
    await apply([ids.two]);
    expect([await apply(), await stands(ids.one)]).toEqual([
      { ok: true, applied: 0, left: 1 },
      ["assigned", "2025-09-14"],
    ]);
  });
});
