import { describe, expect, test } from "vitest";
import {
  addConclusions,
  changeConclusion,
  makeTaskOfLine,
  moveConclusion,
  removeConclusion,
} from "../../../../app/features/tasks/conclusions/writes.server";
import { conclusionsOf } from "../../../../app/features/tasks/conclusions/reads.server";
import { coordinatingUnits, findTaskFor } from "../../../../app/features/tasks/reads.server";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import { useDatabase } from "../../../kit/database";
import { makeEvent, now } from "../../../kit/makers";
import { makeProvince, makeTask, type Province } from "../../../kit/tasks";

useDatabase();

async function meet(at: Province, state: "running" | "open" = "running") {
  const event = await transact((tx) => makeEvent(tx, { host: at.province, state }));
  const act = { eventId: event.id, actor: at.organizer, now };
  const add = (text: string, press = newPress()) =>
    transact((tx) => addConclusions(tx, { ...act, texts: [text], press }));
  const lines = () => conclusionsOf(read, { eventId: event.id, actor: at.organizer });
  const line = async (text: string) => {
    await add(text);
    const found = (await lines()).find((one) => one.text === text);
    if (!found) throw new Error("no such line");
    return found;
  };
  const give = (
    lineId: string,
    given: Partial<Parameters<typeof makeTaskOfLine>[1]["task"]> = {},
    actor = at.organizer,
  ) =>
    transact((tx) =>
      makeTaskOfLine(tx, {
        ...{ ...act, actor, lineId },
        task: { leadUnitId: null, responsibleId: null, appraiserUnitId: null, due: null, ...given },
      }),
    );
  return { event, act, add, lines, line, give };
}
const texts = async (list: Promise<{ text: string }[]>) => (await list).map(({ text }) => text);

describe("the lines of a meeting", () => {
  test("stand in the order they were said, and the same press adds one", async () => {
    const at = await makeProvince();
    const { add, lines } = await meet(at);
    const press = newPress();
    expect([await add("Một", press), await add("Một", press), await add("Hai")]).toEqual([
      { ok: true, added: 1, again: false },
      { ok: true, added: 0, again: true },
      { ok: true, added: 1, again: false },
    ]);
    expect(await texts(lines())).toEqual(["Một", "Hai"]);
  });

  test("are moved, worded anew and taken out; who saw an older wording is told", async () => {
    const at = await makeProvince();
    const { act, add, lines } = await meet(at);
    for (const text of ["Một", "Hai", "Ba"]) await add(text);
    const [one, two] = await lines();
    const id = { one: one?.id ?? "", two: two?.id ?? "" };
    await transact((tx) => moveConclusion(tx, { ...act, lineId: id.two, step: "up" }));
    const seen = one?.updatedAt ?? now;
    const later = new Date(now.getTime() + 1000);
    const word = (text: string) =>
      transact((tx) => changeConclusion(tx, { ...act, now: later, lineId: id.one, text, seen }));
    expect([await word("Một, rõ hơn"), await word("Một, khác")]).toEqual([
      { ok: true },
      { ok: false, reason: "changed-meanwhile" },
    ]);
    await transact((tx) => removeConclusion(tx, { ...act, lineId: id.two }));
    expect(await texts(lines())).toEqual(["Một, rõ hơn", "Ba"]);
  });

  test("are for who runs the event, once it has begun", async () => {
    const at = await makeProvince();
    const running = await meet(at);
    const { id: lineId } = await running.line("Bí mật");
    const ahead = await meet(at, "open");
    const asStranger = { ...running.act, actor: at.stranger };
    expect([
      await transact((tx) => addConclusions(tx, { ...asStranger, texts: ["x"] })),
      await transact((tx) => removeConclusion(tx, { ...asStranger, lineId })),
      await transact((tx) => removeConclusion(tx, { ...ahead.act, lineId })),
      await ahead.add("x"),
      await running.give(lineId, {}, at.doer),
    ]).toEqual([
      { ok: false, reason: "not-allowed" },
      { ok: false, reason: "not-allowed" },
      { ok: false, reason: "wrong-state" },
      { ok: false, reason: "wrong-state" },
      { ok: false, reason: "not-allowed" },
    ]);
    const other = await meet(at);
    expect(await transact((tx) => removeConclusion(tx, { ...other.act, lineId }))).toEqual({
      ok: false,
      reason: "gone",
    });
    expect(await texts(running.lines())).toEqual(["Bí mật"]);
  });
});

describe("a line that becomes a task", () => {
  test("is assigned at once when everything is there, however often it is pressed, and both know each other", async () => {
    const at = await makeProvince();
    await makeTask(at); // the office accepts in this plan
    const { event, line, lines, give } = await meet(at);
    const { id } = await line("Sở Y tế chủ trì, phối hợp với Xã Châu Phong, xong trước 15/12/2025");
    const due = { dueOn: "2025-12-15", precision: "day" } as const;
    const [first, again] = [
      await give(id, { leadUnitId: at.health.id, due }),
      await give(id, { leadUnitId: at.commune.id, due }),
    ];
    expect([first, again]).toEqual([
      { ok: true, taskId: expect.any(String), assigned: true, again: false },
      { ok: true, taskId: first.ok && first.taskId, assigned: false, again: true },
    ]);
    const taskId = first.ok ? first.taskId : "";
    const task = await findTaskFor(read, { taskId, actor: at.organizer });
    expect(task).toMatchObject({
      state: "assigned",
      title: "Sở Y tế chủ trì, phối hợp với Xã Châu Phong, xong trước 15/12/2025",
      leadUnitId: at.health.id,
      responsibleId: at.person.id,
      appraiserUnitId: at.office.id,
      ownerUnitId: at.province.id,
      dueOn: "2025-12-15",
      additional: true,
      event: { id: event.id },
    });
    expect((await coordinatingUnits(read, { taskId })).map((unit) => unit.id)).toEqual([at.commune.id]);
    expect((await lines()).map((one) => one.task)).toEqual([{ id: taskId, code: "", state: "assigned", seen: true }]);
  });

  test("waits as a draft while something is missing", async () => {
    const at = await makeProvince();
    const { line, give } = await meet(at);
    const unled = await give((await line("Tăng cường tuyên truyền")).id);
    // The commune has nobody who could do it, and the health department no deadline.
    const unmanned = await give((await line("Xã làm")).id, {
      leadUnitId: at.commune.id,
      due: { dueOn: "2025-12-31", precision: "month" },
    });
    const undated = await give((await line("Y tế làm")).id, { leadUnitId: at.health.id });
    expect([unled, unmanned, undated].map((done) => done.ok && done.assigned)).toEqual([false, false, false]);
    for (const done of [unled, unmanned, undated])
      expect(await findTaskFor(read, { taskId: done.ok ? done.taskId : "", actor: at.organizer })).toMatchObject({
        state: "draft",
      });
  });

  test("is kept, and refuses who cannot accept or does not belong there", async () => {
    const at = await makeProvince();
    const { act, line, give } = await meet(at);
    const { id } = await line("Y tế làm");
    expect([
      await give(id, { leadUnitId: at.health.id, appraiserUnitId: at.health.id }),
      await give(id, { leadUnitId: at.commune.id, responsibleId: at.person.id }),
      await give(id, { leadUnitId: "nobody" }),
    ]).toEqual([
      { ok: false, reason: "own-appraiser" },
      { ok: false, reason: "no-such-person" },
      { ok: false, reason: "no-such-unit" },
    ]);
    await give(id, { leadUnitId: at.health.id });
    expect(await transact((tx) => removeConclusion(tx, { ...act, lineId: id }))).toEqual({
      ok: false,
      reason: "has-task",
    });
  });
});
