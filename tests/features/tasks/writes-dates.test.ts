import { describe, expect, test } from "vitest";
import { read, transact } from "../../../db/client.server";
import { moveDates, pushAlong, undoMove } from "../../../app/features/tasks/dates.writes.server";
import { pushedAlong } from "../../../app/features/tasks/push.rules";
import { findTaskFor, updatesOf } from "../../../app/features/tasks/reads.server";
import { cancelTask } from "../../../app/features/tasks/end.writes.server";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";
import { makeProvince, makeTask, type Province } from "../../kit/tasks";

useDatabase();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const datesOf = async (at: Province, taskId: string) => {
  const task = await findTaskFor(read, { taskId, actor: at.organizer });
  return [task?.startsOn, task?.dueOn, task?.duePrecision];
};
const move = (at: Province, taskId: string, startsOn: string | null, dueOn: string | null, over: object = {}) =>
  transact((tx) =>
    moveDates(tx, { actor: at.organizer, now: later(1), ...over, moves: [{ taskId, startsOn, dueOn, seen: now }] }),
  );

describe("moving dates", () => {
  test("sets them, tells the task's story, and can be taken back once, by who did it", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at);
    const moved = await move(at, taskId, "2025-08-03", "2025-09-16");
    expect(moved).toEqual({ ok: true, batchId: expect.any(String), early: [] });
    expect(await datesOf(at, taskId)).toEqual(["2025-08-03", "2025-09-16", "day"]);
    expect((await updatesOf(read, { taskId }))[0]).toMatchObject({
      kind: "changed",
      byName: "Người organizer",
      changes: [
        { field: "startsOn", from: "2025-08-01", to: "2025-08-03" },
        { field: "dueOn", from: "2025-09-14", to: "2025-09-16" },
      ],
      facts: { startsOn: "2025-08-03", dueOn: "2025-09-16" },
    });
    const batchId = moved.ok ? moved.batchId : "";
    const undo = (actor = at.organizer) => transact((tx) => undoMove(tx, { batchId, actor, now: later(2) }));
    expect(await undo(at.doer)).toEqual({ ok: false, reason: "gone" });
    expect(await undo()).toEqual({ ok: true, tasks: 1 });
    expect(await datesOf(at, taskId)).toEqual(["2025-08-01", "2025-09-14", "day"]);
    expect(await undo()).toEqual({ ok: false, reason: "gone" });
  });

  test("is refused, and nothing moves: without the right, unseen changes, ended work, impossible or same dates", async () => {
    const at = await makeProvince();
    const [taskId, ended] = [await makeTask(at), await makeTask(at, { title: "Đã hủy" })];
    await transact((tx) => cancelTask(tx, { taskId: ended, actor: at.organizer, now, reason: "trùng" }));
    const refused = (reason: string, about = taskId) => ({ ok: false, reason, taskId: about });
    expect(await move(at, taskId, "2025-08-03", "2025-09-16", { actor: at.doer })).toEqual(refused("not-allowed"));
    expect(await move(at, taskId, "2025-09-17", "2025-09-16")).toEqual(refused("starts-after-due"));
    expect(await move(at, taskId, "2025-08-01", "2025-09-14")).toEqual(refused("unchanged"));
    expect(await move(at, ended, "2025-08-03", "2025-09-16")).toEqual(refused("wrong-state", ended));
    const moves = [
      { taskId, startsOn: "2025-08-03", dueOn: "2025-09-16", seen: now },
      { taskId: await makeTask(at), startsOn: "2025-08-03", dueOn: "2025-09-16", seen: later(-1) },
    ];
    expect(await transact((tx) => moveDates(tx, { moves, actor: at.organizer, now: later(1) }))).toEqual(
      refused("changed-meanwhile", moves[1]?.taskId),
    );
    expect(await datesOf(at, taskId)).toEqual(["2025-08-01", "2025-09-14", "day"]);
  });

  test("is not taken back over somebody else's change", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at);
    const moved = await move(at, taskId, null, "2025-09-16");
    const again = { taskId, startsOn: null, dueOn: "2025-09-20", seen: later(1) };
    await transact((tx) => moveDates(tx, { moves: [again], actor: at.organizer, now: later(2) }));
    const batchId = moved.ok ? moved.batchId : "";
    expect(await transact((tx) => undoMove(tx, { batchId, actor: at.organizer, now: later(3) }))).toEqual({
      ok: false,
      reason: "changed-meanwhile",
    });
    expect(await datesOf(at, taskId)).toEqual([null, "2025-09-20", "day"]);
  });

  test("a deadline of a month stays one at a month's end and becomes a day's elsewhere", async () => {
    const at = await makeProvince();
    const given = { startsOn: null, dueOn: "2025-09-30", duePrecision: "month" } as const;
    const [kept, lost] = [await makeTask(at, given), await makeTask(at, given)];
    await move(at, kept, null, "2025-10-31");
    await move(at, lost, null, "2025-10-15");
    expect(await datesOf(at, kept)).toEqual([null, "2025-10-31", "month"]);
    expect(await datesOf(at, lost)).toEqual([null, "2025-10-15", "day"]);
  });

  test("past what waits for it warns by name, and pushes the whole chain along when asked", async () => {
    const at = await makeProvince();
    const first = await makeTask(at, { title: "Khảo sát", startsOn: "2025-09-01", dueOn: "2025-09-10" });
    const second = await makeTask(at, {
      ...{ title: "Lắp đặt", startsOn: "2025-09-10", dueOn: "2025-09-20" },
      predecessorIds: [first],
    });
    const third = await makeTask(at, {
      ...{ title: "Nghiệm thu", startsOn: null, dueOn: "2025-09-21" },
      predecessorIds: [second],
    });
    const free = await makeTask(at, { startsOn: "2025-09-30", dueOn: "2025-10-05", predecessorIds: [second] });
    const moved = await move(at, first, "2025-09-01", "2025-09-13");
    expect(moved).toMatchObject({
      ok: true,
      early: [
        {
          on: "2025-09-10",
          predecessorDueOn: "2025-09-13",
          task: { id: second, title: "Lắp đặt" },
          predecessor: { id: first, title: "Khảo sát" },
        },
      ],
    });
    const batchId = moved.ok ? moved.batchId : "";
    const pushed = await transact((tx) => pushAlong(tx, { batchId, actor: at.organizer, now: later(2) }));
    expect(pushed).toMatchObject({ ok: true, early: [] });
    expect(await datesOf(at, second)).toEqual(["2025-09-13", "2025-09-23", "day"]);
    expect(await datesOf(at, third)).toEqual([null, "2025-09-23", "day"]);
    expect(await datesOf(at, free)).toEqual(["2025-09-30", "2025-10-05", "day"]);
  });
});

test("what is pushed along by two tasks begins after the later one, and a period's deadline ends its new period", () => {
  const task = (id: string, startsOn: string | null, dueOn: string, duePrecision: "day" | "month" = "day") => ({
    ...{ id, state: "assigned" as const, startsOn, dueOn, duePrecision },
  });
  const plan = [
    task("a", "2025-09-01", "2025-09-12"),
    task("b", "2025-09-01", "2025-09-15"),
    task("c", "2025-09-10", "2025-09-30", "month"),
    task("other", "2025-09-01", "2025-09-20"),
    task("late", "2025-09-02", "2025-09-05"),
  ];
  const edges = [
    { taskId: "c", predecessorId: "a" },
    { taskId: "c", predecessorId: "b" },
    { taskId: "late", predecessorId: "other" },
  ];
  expect([...pushedAlong(plan, edges, ["a", "b"])]).toEqual([["c", { startsOn: "2025-09-15", dueOn: "2025-10-31" }]]);
});
