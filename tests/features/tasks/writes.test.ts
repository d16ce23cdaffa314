import { describe, expect, test } from "vitest";
import { read, transact } from "../../../db/client.server";
import {
  evidenceOf,
  findTaskFor,
  relationsOf,
  submissionsOf,
  tasksAbove,
  updatesOf,
} from "../../../app/features/tasks/reads.server";
import { acceptTask, returnTask } from "../../../app/features/tasks/decide.writes.server";
import { cancelTask, carryOver, reopenTask } from "../../../app/features/tasks/end.writes.server";
import { submitTask, withdrawSubmission } from "../../../app/features/tasks/hand-in.writes.server";
import {
  assignTask,
  nameResponsible,
  receiveTask,
  reportProgress,
} from "../../../app/features/tasks/step.writes.server";
import { changeGroup } from "../../../app/features/tasks/group.writes.server";
import { changeTask, contentOf, createTask, removeTask } from "../../../app/features/tasks/writes.server";
import { namesOf } from "../../../app/features/tasks/story.reads.server";
import { useDatabase } from "../../kit/database";
import { makeActor, now } from "../../kit/makers";
import { makeGroup, makeHolder, makeProvince, makeTask, prove, type Province, taskOf } from "../../kit/tasks";

useDatabase();
const day = 86_400_000;
const later = (days: number) => new Date(now.getTime() + days * day);
const find = async (at: Province, taskId: string) => {
  const task = await findTaskFor(read, { taskId, actor: at.organizer });
  if (!task) throw new Error("no such task");
  return task;
};

describe("a plan", () => {
  test("holds groups and tasks in its order, and the same press makes one task", async () => {
    const at = await makeProvince();
    const pillar = await makeGroup(at, "Phát triển xã hội số");
    const content = taskOf(at, {
      parentId: pillar,
      coordinatingGroups: ["communes"],
      coordinatingUnitIds: [at.office.id],
    });
    const make = () => transact((tx) => createTask(tx, { ...content, press: "one", actor: at.organizer, now }));
    const [first, second] = [await make(), await make()];
    expect([first, second]).toEqual([
      { ok: true, taskId: expect.any(String), again: false },
      { ok: true, taskId: first.ok && first.taskId, again: true },
    ]);
    if (!first.ok) return;
    const task = await find(at, first.taskId);
    expect({
      above: (await tasksAbove(read, task)).map(({ title }) => title),
      content: await transact((tx) => contentOf(tx, task)),
    }).toMatchObject({ above: ["Phát triển xã hội số"], content });
  });

  test("is closed to those who do not keep it, and refuses what cannot be", async () => {
    const at = await makeProvince();
    const make = (given: Parameters<typeof taskOf>[1], actor = at.organizer) =>
      transact((tx) => createTask(tx, { ...taskOf(at, given), actor, now }));
    expect(
      await Promise.all([
        make({}, at.doer),
        make({ appraiserUnitId: at.health.id }),
        make({ leadUnitId: "nobody" }),
        make({ responsibleId: at.person.id, leadUnitId: at.commune.id }),
        make({ parentId: "nothing" }),
        make({ startsOn: "2025-09-15" }),
        make({ documentId: "nothing" }),
        make({ predecessorIds: ["nothing"] }),
      ]),
    ).toEqual(
      [
        "not-allowed",
        "own-appraiser",
        "no-such-unit",
        "no-such-person",
        "no-such-group",
        "starts-after-due",
        "no-such-document",
        "no-such-predecessor",
      ].map((reason) => ({ ok: false, reason })),
    );
  });

  test("hangs nothing new under what was cancelled or carried over, and keeps what hangs there", async () => {
    const at = await makeProvince();
    const [ended, moved, loose] = [await makeTask(at), await makeTask(at), await makeTask(at, { title: "Khác" })];
    const part = await makeTask(at, { title: "Con", parentId: ended });
    const act = { actor: at.organizer, now, reason: "Trùng nội dung" };
    await transact((tx) => cancelTask(tx, { ...act, taskId: ended }));
    await transact((tx) => carryOver(tx, { ...act, taskId: moved, dueOn: "2025-12-31", duePrecision: "day" }));
    const change = async (taskId: string, given: Partial<Parameters<typeof taskOf>[1]>) => {
      const task = await find(at, taskId);
      return await transact(async (tx) =>
        changeTask(tx, {
          ...{ ...(await contentOf(tx, task)), ...given },
          ...{ taskId, seen: task.updatedAt, actor: at.organizer, now },
        }),
      );
    };
    const refused = { ok: false, reason: "group-ended" };
    expect([
      await transact((tx) => createTask(tx, { ...taskOf(at, { parentId: ended }), actor: at.organizer, now })),
      await transact((tx) => createTask(tx, { ...taskOf(at, { parentId: moved }), actor: at.organizer, now })),
      await change(loose, { parentId: ended }),
      await change(part, { title: "Con, viết lại" }),
      await change(loose, { parentId: part }),
    ]).toMatchObject([refused, refused, refused, { ok: true }, { ok: true }]);
  });

  test("refuses a circle of predecessors, also through another task and through a parent", async () => {
    const at = await makeProvince();
    const [one, two] = [await makeTask(at, { title: "Một" }), await makeTask(at, { title: "Hai" })];
    const parent = await makeTask(at, { title: "Mẹ" });
    const part = await makeTask(at, { title: "Con", parentId: parent });
    const follow = async (taskId: string, predecessorIds: string[]) => {
      const task = await find(at, taskId);
      return await transact(async (tx) =>
        changeTask(tx, {
          ...{ ...(await contentOf(tx, task)), predecessorIds },
          ...{ taskId, seen: task.updatedAt, actor: at.organizer, now },
        }),
      );
    };
    expect(await follow(two, [one])).toMatchObject({ ok: true });
    expect(await follow(part, [two])).toMatchObject({ ok: true });
    expect([await follow(one, [part]), await follow(one, [one]), await follow(part, [parent])]).toEqual(
      Array(3).fill({ ok: false, reason: "cycle" }),
    );
    const related = await relationsOf(read, { taskId: two, actor: at.organizer });
    expect([related.before.map(({ title }) => title), related.after.map(({ title }) => title)]).toEqual([
      ["Một"],
      ["Con"],
    ]);
  });

  test("hangs nothing under what waits for it, be it a task or a group with it inside", async () => {
    const at = await makeProvince();
    const [box, loose] = [await makeGroup(at, "Nhóm"), await makeGroup(at, "Nhóm trống")];
    const first = await makeTask(at, { title: "Một", parentId: box });
    const second = await makeTask(at, { title: "Hai", predecessorIds: [first] });
    const third = await makeTask(at, { title: "Ba", predecessorIds: [second] });
    const moved = await transact(async (tx) => {
      const task = await find(at, first);
      const content = { ...(await contentOf(tx, task)), parentId: third };
      return await changeTask(tx, { ...content, taskId: first, seen: task.updatedAt, actor: at.organizer, now });
    });
    const hang = async (taskId: string) => {
      const { title, code, ownerUnitId, campaignId, documentId, weight, updatedAt: seen } = await find(at, taskId);
      const content = { title, code, ownerUnitId, campaignId, documentId, weight, parentId: third };
      return await transact((tx) => changeGroup(tx, { ...content, taskId, seen, actor: at.organizer, now }));
    };
    expect([moved, await hang(box), await hang(loose)]).toEqual([
      { ok: false, reason: "cycle" },
      { ok: false, reason: "cycle" },
      { ok: true, taskId: loose },
    ]);
    expect((await find(at, first)).path).toBe(`/${box}/${first}/`);
  });

  test("keeps a predecessor that the editor was not shown", async () => {
    const at = await makeProvince();
    const hidden = await makeTask(at, { title: "Kế hoạch của tỉnh", draft: true });
    const keeper = await transact((tx) => makeActor(tx, "organizer", { unit: at.health, name: "Người giữ kế hoạch" }));
    const given = { ownerUnitId: at.health.id, title: "Của sở" };
    const taskId = await makeTask(at, { ...given, predecessorIds: [hidden] });
    const task = await find(at, taskId);
    const content = await transact((tx) => contentOf(tx, task));
    const change = {
      ...content,
      title: "Của sở, sửa",
      predecessorIds: [],
      taskId,
      seen: task.updatedAt,
      now: later(1),
    };
    expect(await transact((tx) => changeTask(tx, { ...change, actor: keeper }))).toMatchObject({
      ok: true,
      changes: [{ field: "title", from: "Của sở", to: "Của sở, sửa" }],
    });
    const { before } = await relationsOf(read, { taskId, actor: at.organizer });
    expect(before.map(({ title }) => title)).toEqual(["Kế hoạch của tỉnh"]);
  });

  test("moves a task with all below it, and never below itself", async () => {
    const at = await makeProvince();
    const [left, right] = [await makeGroup(at, "Trái"), await makeGroup(at, "Phải")];
    const parent = await makeTask(at, { title: "Mẹ", parentId: left });
    const child = await makeTask(at, { title: "Con", parentId: parent });
    const move = async (parentId: string) => {
      const task = await find(at, parent);
      return await transact(async (tx) =>
        changeTask(tx, {
          ...{ ...(await contentOf(tx, task)), parentId },
          ...{ taskId: parent, seen: task.updatedAt, actor: at.organizer, now: later(1) },
        }),
      );
    };
    expect(await move(child)).toEqual({ ok: false, reason: "below-itself" });
    expect(await move(right)).toMatchObject({ ok: true, changes: [{ field: "parentId", from: left, to: right }] });
    expect((await find(at, child)).path).toBe(`/${right}/${parent}/${child}/`);
  });

  test("shows the second of two editors what the first has written", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at);
    const task = await find(at, taskId);
    const content = await transact((tx) => contentOf(tx, task));
    const save = (title: string) =>
      transact((tx) =>
        changeTask(tx, { ...content, title, taskId, seen: task.updatedAt, actor: at.organizer, now: later(1) }),
      );
    expect(await save("Sổ sức khỏe điện tử toàn dân")).toMatchObject({ ok: true });
    expect(await save("Sổ sức khỏe")).toMatchObject({
      ok: false,
      reason: "changed-meanwhile",
      now: { title: "Sổ sức khỏe điện tử toàn dân" },
      updatedAt: later(1),
    });
    expect((await find(at, taskId)).title).toBe("Sổ sức khỏe điện tử toàn dân");
  });

  test("loses a draft or an empty group, and nothing else", async () => {
    const at = await makeProvince();
    const pillar = await makeGroup(at, "Nhóm");
    const [draft, given] = [await makeTask(at, { parentId: pillar, draft: true }), await makeTask(at)];
    const remove = (taskId: string) => transact((tx) => removeTask(tx, { taskId, actor: at.organizer, now }));
    expect([await remove(given), await remove(pillar), await remove(draft), await remove(pillar)]).toEqual([
      { ok: false, reason: "wrong-state" },
      { ok: false, reason: "not-empty" },
      { ok: true },
      { ok: true },
    ]);
  });
});

describe("who sees a task", () => {
  test("the plan's keepers, the lead, the coordinating and the appraising units, and no other", async () => {
    const at = await makeProvince();
    const [draft, given] = [await makeTask(at, { draft: true }), await makeTask(at)];
    const shared = await makeTask(at, { coordinatingGroups: ["communes"] });
    const sees = async (actor: Province["doer"]) =>
      await Promise.all(
        [draft, given, shared].map(async (taskId) => (await findTaskFor(read, { taskId, actor }))?.access ?? null),
      );
    const looks = { manage: false, do: false, accept: false };
    expect({
      organizer: await sees(at.organizer),
      doer: await sees(at.doer),
      appraiser: await sees(at.appraiser),
      stranger: await sees(at.stranger),
    }).toEqual({
      organizer: Array(3).fill({ manage: true, do: true, accept: true }),
      doer: [null, { ...looks, do: true }, { ...looks, do: true }],
      appraiser: [null, { ...looks, accept: true }, { ...looks, accept: true }],
      stranger: [null, null, looks],
    });
  });
});

describe("the way of a task", () => {
  test("is assigned to a unit, a person and an appraiser, or not at all", async () => {
    const at = await makeProvince();
    const assign = async (given: Parameters<typeof taskOf>[1]) => {
      const taskId = await makeTask(at, { ...given, draft: true });
      return await transact((tx) => assignTask(tx, { taskId, actor: at.organizer, now }));
    };
    expect([
      await assign({ leadUnitId: null, responsibleId: null }),
      await assign({ responsibleId: null }),
      await assign({ appraiserUnitId: null }),
      await assign({}),
    ]).toEqual([
      { ok: false, reason: "no-lead" },
      { ok: false, reason: "no-responsible" },
      { ok: false, reason: "no-appraiser" },
      { ok: true },
    ]);
  });

  test("lets its unit name who does it while it is done, and nobody once it is handed in", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at);
    const { id: other } = await transact((tx) => makeHolder(tx, at.health.id, "Phạm Văn Hai"));
    const name = (actor: Province["doer"], personId: string) =>
      transact((tx) => nameResponsible(tx, { taskId, actor, now, personId }));
    expect([
      await name(at.stranger, other),
      await name(at.doer, at.stranger.userId),
      await name(at.doer, other),
    ]).toEqual([{ ok: false, reason: "not-allowed" }, { ok: false, reason: "no-such-person" }, { ok: true }]);
    await prove(at, taskId);
    await transact((tx) => submitTask(tx, { taskId, actor: at.doer, now, statement: "Xong" }));
    expect(await name(at.organizer, at.person.id)).toEqual({ ok: false, reason: "wrong-state" });
    expect((await find(at, taskId)).responsibleId).toBe(other);
  });

  test("goes from assigned to evidence, returned, handed in again and accepted, and every step is told", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at);
    const by = (actor: Province["doer"], days: number) => ({ taskId, actor, now: later(days) });
    await transact((tx) => receiveTask(tx, by(at.doer, 1)));
    await transact((tx) =>
      reportProgress(tx, { ...by(at.doer, 2), progress: 60, health: "at-risk", note: "Thiếu máy" }),
    );
    expect(await transact((tx) => submitTask(tx, { ...by(at.doer, 3), statement: "Xong" }))).toEqual({
      ok: false,
      reason: "no-evidence",
    });
    await prove(at, taskId, later(3));
    await transact((tx) => submitTask(tx, { ...by(at.doer, 3), statement: "Đã triển khai" }));
    expect(await transact((tx) => returnTask(tx, { ...by(at.appraiser, 5), reason: "" }))).toEqual({
      ok: false,
      reason: "no-reason",
    });
    await transact((tx) => returnTask(tx, { ...by(at.appraiser, 5), reason: "Chưa có biên bản" }));
    await prove(at, taskId, later(6));
    await transact((tx) => submitTask(tx, { ...by(at.doer, 6), statement: "Bổ sung biên bản" }));
    await transact((tx) => acceptTask(tx, { ...by(at.appraiser, 9), basically: false, reason: "" }));
    expect(
      (await updatesOf(read, { taskId })).map(({ kind, byName, note, facts }) => [kind, byName, note, facts.state]),
    ).toEqual([
      ["completed", "Trần Văn Phòng", "", "completed"],
      ["submitted", "Lê Thị Mai", "Bổ sung biên bản", "submitted"],
      ["returned", "Trần Văn Phòng", "Chưa có biên bản", "returned"],
      ["submitted", "Lê Thị Mai", "Đã triển khai", "submitted"],
      ["reported", "Lê Thị Mai", "Thiếu máy", "in-progress"],
      ["received", "Lê Thị Mai", "", "received"],
      ["assigned", "Người organizer", "", "assigned"],
      ["created", "Người organizer", "", "draft"],
    ]);
    expect(await find(at, taskId)).toMatchObject({
      state: "completed",
      submittedOn: "2025-09-07",
      acceptedOn: "2025-09-10",
    });
    expect((await submissionsOf(read, { taskId })).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["completed", ""],
      ["returned", "Chưa có biên bản"],
    ]);
  });

  test("is accepted by another unit and another person than handed it in", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at);
    await prove(at, taskId);
    const accept = (actor: Province["doer"]) =>
      transact((tx) => acceptTask(tx, { taskId, actor, now, basically: false, reason: "" }));
    // The organizer, who may do everything everywhere, handed it in for the unit.
    await transact((tx) => submitTask(tx, { taskId, actor: at.organizer, now, statement: "Nộp thay" }));
    expect([await accept(at.doer), await accept(at.stranger), await accept(at.organizer)]).toEqual([
      { ok: false, reason: "not-allowed" },
      { ok: false, reason: "not-allowed" },
      { ok: false, reason: "own-work" },
    ]);
    expect([await accept(at.appraiser), await accept(at.appraiser)]).toEqual([
      { ok: true },
      { ok: false, reason: "wrong-state" },
    ]);
  });

  test("can be taken back before anybody decides, with its evidence", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at);
    await prove(at, taskId);
    await transact((tx) => submitTask(tx, { taskId, actor: at.doer, now, statement: "Sớm quá" }));
    expect(await transact((tx) => withdrawSubmission(tx, { taskId, actor: at.doer, now: later(1) }))).toEqual({
      ok: true,
    });
    expect(await find(at, taskId)).toMatchObject({ state: "in-progress", submittedOn: null });
    expect((await evidenceOf(read, { taskId })).map(({ evidence }) => evidence.submissionId)).toEqual([null]);
  });

  test("ends as cancelled or goes on in the next period, out of this one's counts", async () => {
    const at = await makeProvince();
    const [dropped, late] = [
      await makeTask(at, { title: "Bỏ" }),
      await makeTask(at, { title: "Muộn", coordinatingUnitIds: [at.commune.id] }),
    ];
    const act = (taskId: string) => ({ taskId, actor: at.organizer, now: later(20) });
    const carry = (dueOn: string) =>
      transact((tx) => carryOver(tx, { ...act(late), dueOn, duePrecision: "quarter", reason: "Chờ vốn" }));
    expect(await transact((tx) => cancelTask(tx, { ...act(dropped), reason: "Trùng" }))).toEqual({ ok: true });
    expect(await carry("2025-09-14")).toEqual({ ok: false, reason: "not-later" });
    const carried = await carry("2026-03-31");
    if (!carried.ok) throw new Error(carried.reason);
    expect([(await find(at, dropped)).state, (await find(at, late)).state]).toEqual(["cancelled", "carried-over"]);
    expect(await find(at, carried.taskId)).toMatchObject({
      title: "Muộn",
      state: "assigned",
      dueOn: "2026-03-31",
      duePrecision: "quarter",
      carriedFromId: late,
      path: `/${carried.taskId}/`,
      startsOn: "2025-09-21",
    });
    expect(await transact((tx) => reopenTask(tx, { ...act(dropped), reason: "Nhầm" }))).toEqual({ ok: true });
    expect((await find(at, dropped)).state).toBe("assigned");
  });

  test("stays closed while a task above it has ended, however deep it lies", async () => {
    const at = await makeProvince();
    const whole = await makeTask(at, { title: "Việc lớn" });
    const part = await makeTask(at, { title: "Việc vừa", parentId: whole });
    const deep = await makeTask(at, { title: "Việc nhỏ", parentId: part });
    const act = (taskId: string) => ({ taskId, actor: at.organizer, now: later(20), reason: "Trùng" });
    const reopen = (taskId: string) => transact((tx) => reopenTask(tx, act(taskId)));
    for (const taskId of [deep, whole]) await transact((tx) => cancelTask(tx, act(taskId)));
    expect(await reopen(deep)).toEqual({ ok: false, reason: "whole-ended" });
    expect((await find(at, deep)).state).toBe("cancelled");
    expect([await reopen(whole), await reopen(deep)]).toEqual([{ ok: true }, { ok: true }]);
    expect((await find(at, deep)).state).toBe("assigned");
  });

  test("keeps a report below one hundred until it is accepted, and hears one that says nothing new not at all", async () => {
    const at = await makeProvince();
    const taskId = await makeTask(at);
    const report = (progress: number | null, day: number, note = "") =>
      transact((tx) => reportProgress(tx, { taskId, actor: at.doer, now: later(day), progress, health: null, note }));
    const unheard = { ok: false, reason: "nothing-said" };
    expect([await report(null, 1), await report(99, 1)]).toEqual([unheard, { ok: true }]);
    // The form comes filled in with the 99 that stand: sent back as it came, it is no report either.
    expect([await report(99, 2), await report(null, 2)]).toEqual([unheard, unheard]);
    expect(await find(at, taskId)).toMatchObject({ progress: 99, state: "in-progress", reportedAt: later(1) });
    expect(await report(99, 3, "Chờ thiết bị")).toEqual({ ok: true });
    expect(await find(at, taskId)).toMatchObject({ progress: 99, reportedAt: later(3) });
  });
});

test("a story names no task that its reader may not see, and the organizer reads it", async () => {
  const at = await makeProvince();
  const hidden = await makeTask(at, {
    title: "Việc của xã",
    leadUnitId: at.commune.id,
    responsibleId: null,
    draft: true,
  });
  const names = (actor: Province["doer"]) => namesOf(read, { ids: [hidden, at.health.id], actor, locale: "vi" });
  expect([await names(at.doer), await names(at.organizer)]).toEqual([
    { [at.health.id]: "Sở Y tế" },
    { [at.health.id]: "Sở Y tế", [hidden]: "Việc của xã" },
  ]);
});
