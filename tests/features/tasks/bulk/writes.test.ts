import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { holdings, people } from "#db/schema.server";
import { undoBatch } from "~/features/tasks/bulk/batches.writes.server";
import { tryMany } from "~/features/tasks/bulk/jobs.server";
import { seenRows } from "~/features/tasks/bulk/reads.server";
import type { BulkAct, BulkChange } from "~/features/tasks/bulk/rules";
import { changeMany } from "~/features/tasks/bulk/writes.server";
import { coordinatingUnits, findTaskFor, openSubmission, updatesOf } from "~/features/tasks/reads.server";
import { submitTask } from "~/features/tasks/hand-in.writes.server";
import { reportProgress } from "~/features/tasks/step.writes.server";
import { useDatabase } from "../../../kit/database";
import { makeActor, now } from "../../../kit/makers";
import { makeGroup, makeProvince, makeTask, type Province, prove } from "../../../kit/tasks";

useDatabase();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function pressing(at: Province, act: BulkAct, change: BulkChange, ids: string[], actor = at.organizer) {
  const rows = await seenRows(read, { ids, actor: at.organizer });
  return { press: newId(), act, change, rows, actor, now: later(1) };
}
async function press(at: Province, act: BulkAct, change: BulkChange, ids: string[], actor = at.organizer) {
  const given = await pressing(at, act, change, ids, actor);
  const done = await transact((tx) => changeMany(tx, given));
  return { ...given, done, refused: done.ok ? done.rows.map(({ refused }) => refused) : done.reason };
}
const undo = (at: Province, batchId: string, actor = at.organizer) =>
  transact((tx) => undoBatch(tx, { batchId, actor, now: later(5) }));
const task = async (at: Province, taskId: string) => {
  const found = await findTaskFor(read, { taskId, actor: at.organizer });
  if (!found) throw new Error("gone");
  return found;
};
const due = { kind: "set", set: { dueOn: "2025-10-31", duePrecision: "month" } } as const;
const set = (value: Extract<BulkChange, { kind: "set" }>["set"]): BulkChange => ({ kind: "set", set: value });

const holderOf = (unitId: string) =>
  transact(async (tx) => {
    const id = newId();
    await tx.insert(people).values({ id, fullName: "Nguyễn Văn Xã", search: "nguyen van xa", createdAt: now });
    const held = { duty: "focal-point", title: "Công chức", heldFrom: "2024-01-01" } as const;
    await tx.insert(holdings).values({ ...held, unitId, personId: id });
    return id;
  });

describe("one press on many tasks", () => {
  test("changes the good ones and says of each other one why it stays; trying first answers the same and changes nothing", async () => {
    const at = await makeProvince();
    const owned = await transact((tx) =>
      makeActor(tx, "organizer", { unit: at.health, name: "Người giữ kế hoạch sở" }),
    );
    const own = { ownerUnitId: at.health.id, actor: owned };
    const [good, early, same] = [
      await makeTask(at, { title: "Đổi được" }),
      await makeTask(at, { title: "Bắt đầu muộn", startsOn: "2025-11-10", dueOn: "2025-12-01" }),
      await makeTask(at, { title: "Như cũ", dueOn: "2025-10-31", duePrecision: "month" }),
    ];
    const [mine, others] = [await makeTask(at, { ...own, title: "Của sở" }), await makeTask(at, { title: "Của tỉnh" })];
    const given = await pressing(at, "due", due, [good, early, same]);
    const expected = [
      {
        ...{ taskId: good, code: "", title: "Đổi được", refused: null },
        changes: [
          { field: "dueOn", from: "2025-09-14", to: "2025-10-31" },
          { field: "duePrecision", from: "day", to: "month" },
        ],
      },
      { taskId: early, code: "", title: "Bắt đầu muộn", changes: [], refused: "starts-after-due" },
      { taskId: same, code: "", title: "Như cũ", changes: [], refused: null },
    ];
    expect(await tryMany(given)).toEqual(expected);
    expect((await task(at, good)).dueOn).toBe("2025-09-14");
    expect(await updatesOf(read, { taskId: good })).toHaveLength(2);
    expect(await transact((tx) => changeMany(tx, given))).toEqual({ ok: true, again: false, rows: expected });
    expect((await task(at, good)).duePrecision).toBe("month");
    expect((await updatesOf(read, { taskId: good }))[0]).toMatchObject({ kind: "changed", byName: "Người organizer" });
    // The plan of the province is not the department's to change; what a stranger does not see is not even named.
    expect((await press(at, "due", due, [mine, others], owned)).refused).toEqual([null, "not-allowed"]);
    const draft = await makeTask(at, { title: "Nháp kín", draft: true });
    expect((await press(at, "due", due, [draft], at.stranger)).refused).toEqual([]);
    expect((await task(at, draft)).dueOn).toBe("2025-09-14");
  });

  test("is made once, however often the form is sent, and skips what was changed since it was seen", async () => {
    const at = await makeProvince();
    const [first, second] = [await makeTask(at), await makeTask(at)];
    const given = await pressing(at, "priority", set({ priority: "urgent" }), [first, second]);
    const report = { progress: 10, health: null, note: "đã bắt đầu" };
    await transact((tx) => reportProgress(tx, { ...report, taskId: second, actor: at.doer, now: later(0.5) }));
    const once = await transact((tx) => changeMany(tx, given));
    expect(once.ok && once.rows.map(({ refused }) => refused)).toEqual([null, "changed-meanwhile"]);
    expect(await transact((tx) => changeMany(tx, { ...given, now: later(2) }))).toEqual({
      ...{ ok: true, again: true, rows: [] },
    });
    expect([(await task(at, first)).priority, (await task(at, second)).priority]).toEqual(["urgent", "normal"]);
    expect((await task(at, first)).updatedAt).toEqual(later(1));
    const rows = Array.from({ length: 1001 }, (_, n) => ({ taskId: `t${n}`, seen: now }));
    const many = { ...given, press: newId(), rows };
    expect(await transact((tx) => changeMany(tx, many))).toEqual({ ok: false, reason: "too-many" });
  });

  test("a new lead unit brings its own person and no longer helps; nobody there to do it is a reason", async () => {
    const at = await makeProvince();
    const helped = await makeTask(at, { coordinatingUnitIds: [at.commune.id], draft: true });
    const moved = await press(at, "lead", set({ leadUnitId: at.commune.id }), [helped]);
    expect(moved.refused).toEqual([null]);
    expect(await task(at, helped)).toMatchObject({ leadUnitId: at.commune.id, responsibleId: null });
    expect(await coordinatingUnits(read, { taskId: helped })).toEqual([]);
    expect(await undo(at, moved.press)).toEqual({ ok: true, undone: 1, left: [] });
    expect(await task(at, helped)).toMatchObject({ leadUnitId: at.health.id, responsibleId: at.person.id });
    expect((await coordinatingUnits(read, { taskId: helped })).map(({ id }) => id)).toEqual([at.commune.id]);
    const given = await makeTask(at);
    expect((await press(at, "lead", set({ leadUnitId: at.commune.id }), [given])).refused).toEqual([
      "needs-responsible",
    ]);
    const own = await press(at, "appraiser", set({ appraiserUnitId: at.health.id }), [given]);
    expect(own.refused).toEqual(["own-appraiser"]);
    const personId = await holderOf(at.commune.id);
    expect((await press(at, "lead", set({ leadUnitId: at.commune.id }), [given])).refused).toEqual([null]);
    expect(await task(at, given)).toMatchObject({ leadUnitId: at.commune.id, responsibleId: personId });
  });

  test("adds a helping unit and takes one away, and hangs tasks under a group", async () => {
    const at = await makeProvince();
    const [none, has] = [await makeTask(at), await makeTask(at, { coordinatingUnitIds: [at.commune.id] })];
    const helper = (helps: boolean) => ({ kind: "helper", unitId: at.commune.id, helps }) as const;
    const added = await press(at, "add-helper", helper(true), [none, has]);
    expect(added.done.ok && added.done.rows.map(({ changes }) => changes.length)).toEqual([1, 0]);
    await undo(at, added.press);
    expect(await coordinatingUnits(read, { taskId: none })).toEqual([]);
    expect(await coordinatingUnits(read, { taskId: has })).toHaveLength(1);
    const groupId = await makeGroup(at, "Hạ tầng số");
    const hung = await press(at, "group", set({ parentId: groupId }), [none, has]);
    expect((await task(at, has)).path).toBe(`/${groupId}/${has}/`);
    await undo(at, hung.press);
    expect(await task(at, has)).toMatchObject({ parentId: null, path: `/${has}/` });
  });
});

describe("taking a press back", () => {
  test("puts back exactly what it wrote, once, by who pressed, and names what somebody changed since", async () => {
    const at = await makeProvince();
    const [first, second, bystander] = [
      await makeTask(at),
      await makeTask(at, { title: "Bị sửa" }),
      await makeTask(at),
    ];
    const { press: batchId } = await press(at, "due", due, [first, second]);
    const report = { progress: 40, health: null, note: "xong một nửa" };
    await transact((tx) => reportProgress(tx, { ...report, taskId: second, actor: at.doer, now: later(2) }));
    expect(await undo(at, batchId, at.doer)).toEqual({ ok: false, reason: "gone" });
    expect(await undo(at, batchId)).toEqual({
      ...{ ok: true, undone: 1 },
      left: [{ taskId: second, code: "", title: "Bị sửa", refused: "changed-meanwhile" }],
    });
    expect(await task(at, first)).toMatchObject({ dueOn: "2025-09-14", duePrecision: "day", state: "assigned" });
    expect(await task(at, second)).toMatchObject({ dueOn: "2025-10-31", progress: 40 });
    expect((await updatesOf(read, { taskId: first }))[0]).toMatchObject({
      kind: "changed",
      changes: [
        { field: "dueOn", from: "2025-10-31", to: "2025-09-14" },
        { field: "duePrecision", from: "month", to: "day" },
      ],
    });
    expect((await task(at, bystander)).updatedAt).toEqual(now);
    expect(await undo(at, batchId)).toEqual({ ok: false, reason: "gone" });
  });

  test("an assignment is a draft again, and a cancelled task stands where it stood, its submission waiting", async () => {
    const at = await makeProvince();
    const [draft, lacking] = [await makeTask(at, { draft: true }), await makeTask(at, { draft: true, dueOn: null })];
    const bare = await makeTask(at, { draft: true, responsibleId: null });
    const assigned = await press(at, "assign", { kind: "assign" }, [draft, lacking, bare]);
    expect(assigned.refused).toEqual([null, null, "no-responsible"]);
    expect(await task(at, draft)).toMatchObject({ state: "assigned", baselineDueOn: "2025-09-14" });
    await undo(at, assigned.press);
    expect(await task(at, draft)).toMatchObject({ state: "draft", assignedAt: null, baselineDueOn: null });

    const [handedIn, open] = [await makeTask(at), await makeTask(at)];
    await prove(at, handedIn);
    await transact((tx) => submitTask(tx, { taskId: handedIn, actor: at.doer, now, statement: "Đã xong" }));
    const waiting = await openSubmission(read, { taskId: handedIn });
    const cancelled = await press(at, "cancel", { kind: "cancel", reason: "Trùng lặp" }, [handedIn, open]);
    expect([(await task(at, handedIn)).state, (await task(at, open)).state]).toEqual(["cancelled", "cancelled"]);
    await undo(at, cancelled.press);
    expect([(await task(at, handedIn)).state, (await task(at, open)).state]).toEqual(["submitted", "assigned"]);
    expect(await openSubmission(read, { taskId: handedIn })).toEqual(waiting);
  });
});
