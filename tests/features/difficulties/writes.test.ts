import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { historyOf } from "../../../app/features/audit/reads.server";
import {
  countToSolve,
  findDifficultyFor,
  listDifficulties,
  searchDifficulties,
  tasksAround,
} from "../../../app/features/difficulties/reads.server";
import { type DifficultyContent, refusedField } from "../../../app/features/difficulties/rules";
import {
  changeDifficulty,
  dropDifficulty,
  makeTaskOfDifficulty,
  proposeDifficulty,
  putOnAgenda,
  reopenDifficulty,
  solveDifficulty,
} from "../../../app/features/difficulties/writes.server";
import { findPlan } from "../../../app/features/tasks/plan.reads.server";
import { findTaskFor } from "../../../app/features/tasks/reads.server";
import { newPress } from "../../../app/web/press";
import { read, transact } from "../../../db/client.server";
import { units } from "../../../db/schema.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeEvent, now } from "../../kit/makers";
import { makeProvince, makeTask, type Province } from "../../kit/tasks";

useDatabase();

/** The commune has no IT staff; the health department is to help. */
const staffing = (at: Province, given: Partial<DifficultyContent> = {}): DifficultyContent => ({
  category: "people",
  title: "Chưa có cán bộ chuyên trách công nghệ thông tin",
  detail: "",
  proposerUnitId: at.commune.id,
  resolverUnitId: at.health.id,
  dueOn: "2025-09-10",
  taskId: null,
  gap: "",
  campaignId: null,
  blocks: false,
  ...given,
});

const propose = (at: Province, given: Partial<DifficultyContent> = {}, actor = at.organizer, press = newPress()) =>
  transact((tx) => proposeDifficulty(tx, { ...staffing(at, given), actor, now, press }));
async function made(at: Province, given: Partial<DifficultyContent> = {}) {
  const done = await propose(at, given);
  if (!done.ok) throw new Error(done.reason);
  return done.difficultyId;
}
const find = (difficultyId: string, at: Province, actor = at.organizer) =>
  findDifficultyFor(read, { difficultyId, actor });
const titles = async (filter: Omit<Parameters<typeof listDifficulties>[1], "today">) =>
  (await listDifficulties(read, { today: "2025-09-20", ...filter })).rows.map(({ title }) => title).sort();

test("a difficulty is found by words of its title without their signs, by those who may see it", async () => {
  const at = await makeProvince();
  const difficultyId = await made(at);
  await made(at, { title: "Thiếu đường truyền", resolverUnitId: null });
  const found = async (actor: Province["doer"], term: string) =>
    (await searchDifficulties(read, { actor, term, limit: 8 })).map(({ id }) => id);
  const seen = [at.organizer, at.doer, at.stranger, at.appraiser];
  expect(await Promise.all(seen.map((actor) => found(actor, "can bo CHUYEN trach")))).toEqual([
    ...[[difficultyId], [difficultyId], [difficultyId]],
    [],
  ]);
  expect(await found(at.doer, "duong truyen")).toEqual([]);
  expect(await found(at.organizer, "duong truyen")).toHaveLength(1);
});

describe("proposing", () => {
  test("is done by a unit's own people, once for each press", async () => {
    const at = await makeProvince();
    const press = newPress();
    const [first, again] = [await propose(at, {}, at.stranger, press), await propose(at, {}, at.stranger, press)];
    expect([first, again, await propose(at, {}, at.doer)]).toEqual([
      { ok: true, difficultyId: press, again: false },
      { ok: true, difficultyId: press, again: true },
      { ok: false, reason: "not-allowed" },
    ]);
    expect(await titles({ actor: at.organizer })).toEqual(["Chưa có cán bộ chuyên trách công nghệ thông tin"]);
  });

  test("refuses what cannot be", async () => {
    const at = await makeProvince();
    const hidden = await makeTask(at); // the health department's, not the commune's to see
    const supervisor = await transact((tx) => makeActor(tx, "supervisor"));
    const reasons = [
      await propose(at, { proposerUnitId: "nobody" }),
      await propose(at, { resolverUnitId: "nobody" }),
      await propose(at, { blocks: true }),
      await propose(at, { taskId: hidden }, at.stranger),
      await propose(at, { campaignId: "none" }),
      await propose(at, {}, supervisor),
    ].map((done) => (done.ok ? "ok" : done.reason));
    expect(reasons).toEqual([
      "no-such-unit",
      "no-such-resolver",
      "needs-task",
      "no-such-task",
      "no-such-campaign",
      "not-allowed",
    ]);
  });
});

test("a unit that was closed raises nothing new, while what it raised may still be worded", async () => {
  const at = await makeProvince();
  const difficultyId = await made(at);
  await transact((tx) => tx.update(units).set({ activeTo: "2025-06-30" }).where(eq(units.id, at.commune.id)));
  const seen = (await find(difficultyId, at))?.updatedAt ?? now;
  const content = staffing(at, { title: "Chưa có cán bộ chuyên trách" });
  expect([
    await propose(at),
    await transact((tx) => changeDifficulty(tx, { ...content, difficultyId, seen, actor: at.organizer, now })),
  ]).toEqual([
    { ok: false, reason: "proposer-closed" },
    { ok: true, difficultyId },
  ]);
  expect(refusedField("proposer-closed")).toBe("proposerUnitId");
});

describe("the register", () => {
  test("shows each person their own and what waits for them; organizers and supervisors see all", async () => {
    const at = await makeProvince();
    await made(at, { title: "Xã nêu" });
    await made(at, { title: "Sở nêu", proposerUnitId: at.health.id, resolverUnitId: at.office.id });
    const supervisor = await transact((tx) => makeActor(tx, "supervisor"));
    expect([
      await titles({ actor: at.organizer }),
      await titles({ actor: supervisor }),
      await titles({ actor: at.stranger }),
      await titles({ actor: at.doer }),
      await titles({ actor: at.doer, mine: true }),
      await titles({ actor: at.organizer, mine: true }),
    ]).toEqual([["Sở nêu", "Xã nêu"], ["Sở nêu", "Xã nêu"], ["Xã nêu"], ["Sở nêu", "Xã nêu"], ["Xã nêu"], []]);
    expect([
      await countToSolve(read, { actor: at.doer }),
      await countToSolve(read, { actor: at.appraiser }),
      await countToSolve(read, { actor: at.stranger }),
      await countToSolve(read, { actor: at.organizer }),
    ]).toEqual([1, 1, 0, 0]);
  });

  test("is searched without diacritics and narrowed by state, category, units and delay", async () => {
    const at = await makeProvince();
    await made(at, { title: "Đường truyền xã yếu", category: "infrastructure", dueOn: "2025-12-01" });
    const solved = await made(at, { title: "Thiếu kinh phí", category: "money", dueOn: "2025-09-10" });
    await made(at, { title: "Chậm văn bản", category: "institutions", resolverUnitId: null, dueOn: "2025-09-10" });
    await transact((tx) => solveDifficulty(tx, { difficultyId: solved, actor: at.organizer, now, word: "Đã cấp" }));
    const actor = at.organizer;
    expect([
      await titles({ actor, term: "duong truyen" }),
      await titles({ actor, state: "resolved" }),
      await titles({ actor, category: "institutions" }),
      await titles({ actor, resolverUnitId: at.health.id, state: "open" }),
      await titles({ actor, proposerUnitId: at.office.id }),
      await titles({ actor, overdue: true }),
    ]).toEqual([
      ["Đường truyền xã yếu"],
      ["Thiếu kinh phí"],
      ["Chậm văn bản"],
      ["Đường truyền xã yếu"],
      [],
      ["Chậm văn bản"],
    ]);
  });
});

describe("a difficulty", () => {
  test("is solved by its resolver, dropped or reopened by its proposer, and every word stays in the history", async () => {
    const at = await makeProvince();
    const id = await made(at);
    const say = (step: typeof solveDifficulty, actor: typeof at.doer, word: string) =>
      transact((tx) => step(tx, { difficultyId: id, actor, now, word }));
    expect(
      [
        await say(solveDifficulty, at.stranger, "x"), // proposes, does not solve
        await say(dropDifficulty, at.doer, "x"), // solves, does not drop
        await say(solveDifficulty, at.appraiser, "x"), // has nothing to do with it
        await say(solveDifficulty, at.doer, ""),
        await say(reopenDifficulty, at.stranger, "x"),
        await say(solveDifficulty, at.doer, "Cử cán bộ biệt phái"),
        await say(solveDifficulty, at.doer, "Lần hai"),
        await say(reopenDifficulty, at.stranger, "Người biệt phái đã rút"),
        await say(dropDifficulty, at.stranger, "Sáp nhập xã"),
      ].map((done) => (done.ok ? "ok" : done.reason)),
    ).toEqual(["not-allowed", "not-allowed", "not-allowed", "no-word", "wrong-state", "ok", "wrong-state", "ok", "ok"]);
    expect(await find(id, at)).toMatchObject({ state: "dropped", solution: "Sáp nhập xã", closedOn: "2025-09-01" });
    const history = await historyOf(read, { subject: `difficulty:${id}` });
    expect(history.map(({ verb, detail }) => [verb, detail.word]).sort()).toEqual([
      ["difficulty.dropped", "Sáp nhập xã"],
      ["difficulty.proposed", undefined],
      ["difficulty.reopened", "Người biệt phái đã rút"],
      ["difficulty.resolved", "Cử cán bộ biệt phái"],
    ]);
  });

  test("is worded anew by its proposer while it is open; who saw an older version is told", async () => {
    const at = await makeProvince();
    const id = await made(at);
    const seen = (await find(id, at))?.updatedAt ?? now;
    const later = new Date(now.getTime() + 1000);
    const change = (title: string, actor = at.stranger) =>
      transact((tx) => changeDifficulty(tx, { ...staffing(at, { title }), difficultyId: id, seen, actor, now: later }));
    expect([await change("x", at.doer), await change("Thiếu người"), await change("Thiếu nhiều người")]).toEqual([
      { ok: false, reason: "not-allowed" },
      { ok: true, difficultyId: id },
      { ok: false, reason: "changed-meanwhile" },
    ]);
    expect((await find(id, at))?.title).toBe("Thiếu người");
  });

  test("holds up the task it blocks until it is solved", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at, { dueOn: "2025-12-31", startsOn: "2025-09-01" });
    const colour = async () =>
      (await findPlan(read, { actor: at.organizer, now })).colours.get(taskId)?.reasons[0]?.why;
    const before = await colour();
    const id = await made(at, { taskId, blocks: true });
    const during = await colour();
    await transact((tx) => solveDifficulty(tx, { difficultyId: id, actor: at.doer, now, word: "Xong" }));
    expect([during, await colour()]).toEqual(["blocked", before]);
    expect(before).not.toBe("blocked");
  });

  test("becomes one task, led by its resolver, that says where it came from", async () => {
    const at = await makeProvince();
    await makeTask(at);
    const id = await made(at);
    const give = (actor = at.organizer) =>
      transact((tx) =>
        makeTaskOfDifficulty(tx, {
          ...{ difficultyId: id, actor, now, title: "Biệt phái cán bộ về xã" },
          task: {
            leadUnitId: at.health.id,
            responsibleId: null,
            appraiserUnitId: at.office.id,
            due: { dueOn: "2025-12-31", precision: "month" },
          },
        }),
      );
    const [refused, first, again] = [await give(at.doer), await give(), await give()];
    expect([refused, first, again]).toEqual([
      { ok: false, reason: "not-allowed" },
      { ok: true, taskId: expect.any(String), assigned: true, again: false },
      { ok: true, taskId: first.ok && first.taskId, assigned: false, again: true },
    ]);
    const { solving } = await tasksAround(read, { difficulty: { id, taskId: null }, actor: at.organizer });
    expect(solving).toMatchObject({ title: "Biệt phái cán bộ về xã", state: "assigned" });
    expect(await findTaskFor(read, { taskId: solving?.id ?? "", actor: at.organizer })).toMatchObject({
      additional: true,
      leadUnitId: at.health.id,
      ownerUnitId: at.commune.id,
      responsibleId: at.person.id,
    });
  });

  test("goes on a conference's agenda and off again, by those who organize", async () => {
    const at = await makeProvince();
    const id = await made(at);
    const event = await transact((tx) => makeEvent(tx, { host: at.province }));
    const put = (eventId: string | null, actor = at.organizer) =>
      transact((tx) => putOnAgenda(tx, { difficultyId: id, eventId, actor, now }));
    expect([await put(event.id, at.stranger), await put("none"), await put(event.id)]).toEqual([
      { ok: false, reason: "not-allowed" },
      { ok: false, reason: "no-such-event" },
      { ok: true },
    ]);
    expect((await find(id, at))?.event?.id).toBe(event.id);
    await put(null);
    expect((await find(id, at))?.event).toBeNull();
  });
});
