import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tasks } from "../../../db/schema.server";
import { read, transact } from "../../../db/client.server";
import {
  addEvidence,
  addFiles,
  type Proof,
  withdrawEvidence,
} from "../../../app/features/tasks/evidence/writes.server";
import { fileOfEvidence, usableFiles } from "../../../app/features/tasks/evidence/reads.server";
import { evidenceOf, openSubmission } from "../../../app/features/tasks/reads.server";
import { cancelTask, reopenTask } from "../../../app/features/tasks/end.writes.server";
import { submitTask, withdrawSubmission } from "../../../app/features/tasks/hand-in.writes.server";
import { receiveTask } from "../../../app/features/tasks/step.writes.server";
import type { Actor } from "../../../app/features/accounts/rules";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";
import { makeProvince, makeTask, type Province, prove } from "../../kit/tasks";

useDatabase();

const pdf = { sha256: "a".repeat(64), name: "Báo cáo.pdf", type: "application/pdf", size: 1200 };
const add = (taskId: string, actor: Actor, proof: Proof) =>
  transact((tx) => addEvidence(tx, { taskId, actor, now, proof }));
const bring = (taskId: string, actor: Actor) =>
  transact((tx) => addFiles(tx, { taskId, actor, now, files: [pdf], label: "Số liệu tháng 8" }));
const shown = async (taskId: string) =>
  (await evidenceOf(read, { taskId })).map(({ evidence, file }) => [
    evidence.kind,
    evidence.label,
    file?.name ?? null,
    evidence.withdrawnAt !== null,
  ]);
const handIn = (at: Province, taskId: string) =>
  transact((tx) => submitTask(tx, { taskId, actor: at.doer, now, statement: "Đã xong." }));

test("files, links, figures and notes are gathered by the unit that leads, and by nobody else", async () => {
  const at = await makeProvince();
  const taskId = await makeTask(at);
  expect(await bring(taskId, at.doer)).toEqual({ ok: true });
  await add(taskId, at.doer, { kind: "link", url: "https://yte.example/bao-cao", label: "Bản công bố" });
  await add(taskId, at.doer, { kind: "figure", label: "Hồ sơ", figure: 1633840, measure: "hồ sơ" });
  await prove(at, taskId);
  for (const actor of [at.appraiser, at.stranger]) {
    expect(await add(taskId, actor, { kind: "note", label: "Không phải việc của họ" })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(await bring(taskId, actor)).toEqual({ ok: false, reason: "not-allowed" });
  }
  expect(await shown(taskId)).toEqual([
    ["file", "Số liệu tháng 8", "Báo cáo.pdf", false],
    ["link", "Bản công bố", null, false],
    ["figure", "Hồ sơ", null, false],
    ["note", "Đã trình báo cáo", null, false],
  ]);
});

test("one file serves several tasks of its unit; another unit's file, or one that is not there, serves none", async () => {
  const at = await makeProvince();
  const first = await makeTask(at);
  const second = await makeTask(at, { title: "Bệnh án điện tử" });
  await bring(first, at.doer);
  const [piece] = await evidenceOf(read, { taskId: first });
  const fileId = piece?.file?.id ?? "";
  expect((await usableFiles(read, { actor: at.doer, except: [] })).map(({ id }) => id)).toEqual([fileId]);
  expect(await usableFiles(read, { actor: at.doer, except: [fileId] })).toEqual([]);
  expect(await usableFiles(read, { actor: at.stranger, except: [] })).toEqual([]);
  expect(await add(second, at.doer, { kind: "file", fileId, label: "" })).toMatchObject({ ok: true });
  expect(await add(second, at.doer, { kind: "file", fileId: "nothing", label: "" })).toEqual({
    ok: false,
    reason: "no-such-file",
  });
  expect(await shown(second)).toEqual([["file", "", "Báo cáo.pdf", false]]);
  const evidenceId = piece?.evidence.id ?? "";
  expect(await fileOfEvidence(read, { taskId: first, evidenceId })).toMatchObject({ id: fileId });
  expect(await fileOfEvidence(read, { taskId: second, evidenceId })).toBeNull();
});

test("a file that only an id names is not shown to the unit that names it", async () => {
  const at = await makeProvince();
  const ours = await makeTask(at);
  await bring(ours, at.doer);
  const fileId = (await evidenceOf(read, { taskId: ours }))[0]?.file?.id ?? "";
  const theirs = await makeTask(at, { draft: true });
  // The commune leads a task of its own, and guesses the id.
  await transact(async (tx) => {
    await tx.update(tasks).set({ leadUnitId: at.commune.id, state: "assigned" }).where(eq(tasks.id, theirs));
  });
  expect(await add(theirs, at.stranger, { kind: "file", fileId, label: "" })).toEqual({
    ok: false,
    reason: "no-such-file",
  });
  expect(await bring(theirs, at.stranger)).toEqual({ ok: true });
});

test("what is gathered may be taken back once, what was handed in stays until the submission is taken back", async () => {
  const at = await makeProvince();
  const taskId = await makeTask(at);
  await prove(at, taskId);
  await add(taskId, at.doer, { kind: "note", label: "Ghi nhầm" });
  const ids = (await evidenceOf(read, { taskId })).map(({ evidence }) => evidence.id);
  const withdraw = (evidenceId = "", actor = at.doer) =>
    transact((tx) => withdrawEvidence(tx, { taskId, evidenceId, actor, now }));
  expect(await withdraw(ids[1], at.stranger)).toEqual({ ok: false, reason: "not-allowed" });
  expect([await withdraw(ids[1]), await withdraw(ids[1])]).toEqual([{ ok: true }, { ok: false, reason: "gone" }]);
  expect(await handIn(at, taskId)).toMatchObject({ ok: true });
  expect(await withdraw(ids[0])).toEqual({ ok: false, reason: "gone" });
  expect(await add(taskId, at.doer, { kind: "note", label: "Muộn" })).toEqual({ ok: false, reason: "wrong-state" });
  await transact((tx) => withdrawSubmission(tx, { taskId, actor: at.doer, now }));
  expect(await withdraw(ids[0])).toEqual({ ok: true });
  expect(await handIn(at, taskId)).toEqual({ ok: false, reason: "no-evidence" });
});

test("a cancelled task waits for no appraiser, keeps its evidence readable, and is handed in with it when opened again", async () => {
  const at = await makeProvince();
  const taskId = await makeTask(at);
  await bring(taskId, at.doer);
  await handIn(at, taskId);
  const evidenceId = (await evidenceOf(read, { taskId }))[0]?.evidence.id ?? "";
  const [byOrganizer, byDoer] = [at.organizer, at.doer].map((actor) => ({ taskId, actor, now }));
  if (!byOrganizer || !byDoer) throw new Error("nobody acts");
  expect(await transact((tx) => cancelTask(tx, { ...byOrganizer, reason: "Trùng nội dung" }))).toEqual({ ok: true });
  expect({
    waiting: await openSubmission(read, { taskId }),
    takenBack: await transact((tx) => withdrawEvidence(tx, { ...byDoer, evidenceId })),
    file: await fileOfEvidence(read, { taskId, evidenceId }),
    shown: await shown(taskId),
  }).toMatchObject({
    waiting: null,
    takenBack: { ok: false, reason: "wrong-state" },
    file: { name: "Báo cáo.pdf" },
    shown: [["file", "Số liệu tháng 8", "Báo cáo.pdf", false]],
  });
  await transact((tx) => reopenTask(tx, { ...byOrganizer, reason: "Hủy nhầm" }));
  await transact((tx) => receiveTask(tx, byDoer));
  expect(await handIn(at, taskId)).toMatchObject({ ok: true });
});
