import { existsSync, readFileSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import {
  auditLog,
  documents,
  holdings,
  people,
  taskPredecessors,
  tasks,
  taskUnits,
  taskUpdates,
  unitSuccessions,
} from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { pickPlans } from "~/features/tasks/import/columns.rules";
import { parseAnswers } from "~/features/tasks/import/forms";
import { findTaskImport, planOf } from "~/features/tasks/import/reads.server";
import { applyTaskImport, decidePlan, keepTaskImport } from "~/features/tasks/import/writes.server";
import { readSheet } from "~/web/sheet.server";
import { useDatabase } from "../../../kit/database";
import { makeActor, makeOrganization, makeUnit, now } from "../../../kit/makers";
import { header } from "./kit";

useDatabase();

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const departments = [
  ["SNV", "Sở Nội vụ"],
  ["SKHCN", "Sở Khoa học và Công nghệ"],
  ["STP", "Sở Tư pháp"],
  ["STC", "Sở Tài chính"],
  ["SCT", "Sở Công Thương"],
  ["SNNMT", "Sở Nông nghiệp và Môi trường"],
  ["SYT", "Sở Y tế"],
  ["SGDDT", "Sở Giáo dục và Đào tạo"],
  ["SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch"],
  ["TTT", "Thanh tra tỉnh"],
  ["CAT", "Công an tỉnh"],
  ["BPTTH", "Báo và Phát thanh, Truyền hình tỉnh"],
] as const;

async function makeProvince() {
  return await transact(async (tx) => {
    await makeOrganization(tx);
    const province = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province", code: "LG" });
    const committee = await makeUnit(tx, { name: "UBND tỉnh", kind: "committee", code: "UBND", parent: province });
    const office = await makeUnit(tx, {
      ...{ name: "Văn phòng UBND tỉnh", kind: "office", code: "VPUBND", parent: committee },
    });
    const made = new Map<string, Awaited<ReturnType<typeof makeUnit>>>([["VPUBND", office]]);
    for (const [code, name] of departments) made.set(code, await makeUnit(tx, { name, code, parent: committee }));
    const ward = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward", code: "10001", parent: committee });
    const closed = await makeUnit(tx, {
      ...{ name: "Sở Thông tin và Truyền thông", code: "STTTT", parent: committee, activeTo: "2025-02-28" },
    });
    const of = (code: string) => (made.get(code) as NonNullable<ReturnType<typeof made.get>>).id;
    await tx
      .insert(unitSuccessions)
      .values({ fromUnitId: closed.id, toUnitId: of("SKHCN"), kind: "merged", on: "2025-03-01" });
    const [dung] = await tx
      .insert(people)
      .values({ fullName: "Hoàng Tiến Dũng", email: "dung@x.vn", search: "", createdAt: now })
      .returning();
    await tx.insert(holdings).values({
      ...{ unitId: of("SKHCN"), personId: dung?.id ?? "", duty: "focal-point", title: "Trưởng phòng" },
      heldFrom: "2025-01-01",
    });
    const organizer = await makeActor(tx, "organizer", { unit: province });
    return { province, committee, ward, of, organizer, dung: dung?.id ?? "" };
  });
}

async function kept(actor: Actor, rows: string[][], at = now): Promise<string> {
  const sheets = pickPlans([{ name: "Phụ lục", rows }]);
  return (await transact((tx) => keepTaskImport(tx, { fileName: "ke-hoach.xlsx", sheets, actor, now: at }))).importId;
}
const apply = (actor: Actor, importId: string, at = now) =>
  transact((tx) => applyTaskImport(tx, { importId, actor, now: at }));
async function taken(actor: Actor, rows: string[][], { at = now, whole = {} as Record<string, string> } = {}) {
  const importId = await kept(actor, rows, at);
  await transact((tx) => decidePlan(tx, { importId, actor, whole }));
  return await apply(actor, importId, at);
}
async function plan(actor: Actor, importId: string) {
  const found = await findTaskImport(read, { importId, actor });
  if (!found) throw new Error("gone");
  return await planOf(read, found);
}
const allTasks = () => read.select().from(tasks).orderBy(asc(tasks.path));
const byTitle = async (title: string) => (await read.select().from(tasks).where(eq(tasks.title, title)))[0];
const stories = async () =>
  (await read.select().from(taskUpdates).orderBy(asc(taskUpdates.at), asc(taskUpdates.id))).map(({ kind }) => kind);

const group = ["I", "NHIỆM VỤ CHUNG"];
const first = ["1", "Kiện toàn Ban Chỉ đạo", "SNV", "SKHCN, VPUBND", "30/06/2025", "Quyết định"];
const second = ["2", "Họp trực tuyến", "SKHCN", "Các sở, ban, ngành; UBND cấp xã", "Quý III/2025", "", "1", "Cả ngày"];

test("a plan goes in with its groups, units, relations and stories, and the same file again changes nothing", async () => {
  const { organizer, committee, of, ward } = await makeProvince();
  const rows = [header, group, first, second, ["3", "Hỏng", "SNV", "", "31/02/2025"]];
  const importId = await kept(organizer, rows);
  expect(await apply(organizer, importId)).toEqual({
    ok: true,
    added: 3,
    updated: 0,
    assigned: 0,
    refused: 0,
    left: 1,
  });
  const list = await allTasks();
  const top = await byTitle("NHIỆM VỤ CHUNG");
  const one = await byTitle("Kiện toàn Ban Chỉ đạo");
  const two = await byTitle("Họp trực tuyến");
  expect([top?.isGroup, top?.path, top?.ownerUnitId, top?.leadUnitId, top?.sort]).toEqual([
    ...[true, `/${top?.id}/`, committee.id, null, 1],
  ]);
  expect([one, two].map((task) => [task?.parentId, task?.path, task?.sort, task?.state, task?.clause])).toEqual([
    [top?.id, `/${top?.id}/${one?.id}/`, 1, "draft", "Mục I.1, Phụ lục"],
    [top?.id, `/${top?.id}/${two?.id}/`, 2, "draft", "Mục I.2, Phụ lục"],
  ]);
  expect([two?.leadUnitId, two?.appraiserUnitId, two?.dueOn, two?.duePrecision, two?.description]).toEqual([
    ...[of("SKHCN"), committee.id, "2025-09-30", "quarter", "Cả ngày"],
  ]);
  const named = await read.select().from(taskUnits);
  const ofTask = (id?: string) => named.filter(({ taskId }) => taskId === id);
  expect(
    ofTask(one?.id)
      .map(({ unitId, viaGroup }) => [unitId, viaGroup])
      .sort(),
  ).toEqual(
    [
      [of("SKHCN"), null],
      [of("VPUBND"), null],
    ].sort(),
  );
  // Twelve departments and the office, without the one that leads; and the ward.
  expect(ofTask(two?.id).filter(({ viaGroup }) => viaGroup === "departments")).toHaveLength(12);
  expect(
    ofTask(two?.id)
      .filter(({ viaGroup }) => viaGroup === "communes")
      .map(({ unitId }) => unitId),
  ).toEqual([ward.id]);
  expect(await read.select().from(taskPredecessors)).toEqual([{ taskId: two?.id, predecessorId: one?.id }]);
  expect(await stories()).toEqual(["created", "created", "created"]);

  expect(await apply(organizer, importId, later(1))).toEqual({
    ok: true,
    added: 0,
    updated: 0,
    assigned: 0,
    refused: 0,
    left: 1,
  });
  expect(await taken(organizer, rows, { at: later(2) })).toEqual({
    ok: true,
    added: 0,
    updated: 0,
    assigned: 0,
    refused: 0,
    left: 1,
  });
  expect(await allTasks()).toEqual(list);
  expect((await read.select().from(auditLog)).filter(({ verb }) => verb === "tasks.imported")).toHaveLength(1);
});

test("a corrected plan changes what it says, wipes nothing and tells it in the story", async () => {
  const { organizer, of } = await makeProvince();
  await taken(organizer, [header, group, first, second]);
  const corrected = [
    header,
    group,
    ["1", "Kiện toàn Ban Chỉ đạo", "STC", "", "Tháng 7/2025", ""],
    ["2", "Họp trực tuyến", "SKHCN", "STP", "", "", "", "Buổi sáng"],
    ["3", "Việc mới", "SCT", "", "31/12/2025", "", "2"],
  ];
  expect(await taken(organizer, corrected, { at: later(1) })).toEqual({
    ...{ ok: true, added: 1, updated: 2, assigned: 0, refused: 0, left: 0 },
  });
  const one = await byTitle("Kiện toàn Ban Chỉ đạo");
  expect([one?.leadUnitId, one?.dueOn, one?.duePrecision, one?.product]).toEqual([
    ...[of("STC"), "2025-07-31", "month", "Quyết định"],
  ]);
  const two = await byTitle("Họp trực tuyến");
  expect([two?.dueOn, two?.description, two?.coordinatingGroups]).toEqual(["2025-09-30", "Cả ngày\nBuổi sáng", []]);
  expect(
    (
      await read
        .select()
        .from(taskUnits)
        .where(eq(taskUnits.taskId, two?.id ?? ""))
    ).map(({ unitId }) => unitId),
  ).toEqual([of("STP")]);
  expect(
    await read
      .select()
      .from(taskPredecessors)
      .where(eq(taskPredecessors.taskId, two?.id ?? "")),
  ).toHaveLength(1);
  expect((await byTitle("Việc mới"))?.sort).toBe(3);
  expect(await stories()).toEqual(["created", "created", "created", "created", "changed", "changed"]);
});

test("what is complete is assigned at once when asked, the rest stays a draft", async () => {
  const { organizer, dung } = await makeProvince();
  const head = ["Nhiệm vụ", "Chủ trì", "Phụ trách", "Hạn"];
  const rows = [head, ["Đủ", "SKHCN", "Hoàng Tiến Dũng", "30/09/2025"], ["Thiếu người", "SNV", "", "30/09/2025"]];
  expect(await taken(organizer, rows, { whole: { assign: "yes", start: "2025-09-01" } })).toEqual({
    ...{ ok: true, added: 2, updated: 0, assigned: 1, refused: 0, left: 0 },
  });
  const full = await byTitle("Đủ");
  expect([full?.state, full?.responsibleId, full?.baselineStartsOn, full?.baselineDueOn, full?.assignedAt]).toEqual([
    ...["assigned", dung, "2025-09-01", "2025-09-30", now],
  ]);
  expect((await byTitle("Thiếu người"))?.state).toBe("draft");
  expect((await stories()).sort()).toEqual(["assigned", "created", "created"]);
  // Another lead unit without the person who does the work is refused once a task is under way.
  const moved = [head, ["Đủ", "STC", "", "30/09/2025"]];
  expect(await taken(organizer, moved, { at: later(1) })).toMatchObject({ updated: 0, refused: 1 });
});

test("the document that an annex names is registered once and then found", async () => {
  const { organizer } = await makeProvince();
  const titles = [
    ["PHỤ LỤC"],
    ["DANH MỤC NHIỆM VỤ"],
    ["(Kèm theo Quyết định số 1982/QĐ-UBND ngày 29 tháng 7 năm 2022)"],
  ];
  const rows = [...titles, header, first];
  expect(await taken(organizer, rows)).toMatchObject({ ok: true, added: 1 });
  const [document] = await read.select().from(documents);
  expect([document?.number, document?.issuer, document?.issuedOn, document?.abstract]).toEqual([
    ...["1982/QĐ-UBND", "UBND tỉnh", "2022-07-29", "DANH MỤC NHIỆM VỤ"],
  ]);
  expect((await byTitle("Kiện toàn Ban Chỉ đạo"))?.documentId).toBe(document?.id);
  expect(await taken(organizer, rows, { at: later(1) })).toMatchObject({ added: 0, updated: 0 });
  expect(await read.select().from(documents)).toHaveLength(1);
});

test("nobody takes over another's file, nor a plan into a unit that is not theirs", async () => {
  const { organizer, committee, ward } = await makeProvince();
  const stranger = await transact((tx) => makeActor(tx, "organizer", { unit: ward }));
  const importId = await kept(organizer, [header, first]);
  expect(await apply(stranger, importId)).toEqual({ ok: false, reason: "gone" });
  const own = await kept(stranger, [header, first]);
  await transact((tx) => decidePlan(tx, { importId: own, actor: stranger, whole: { owner: committee.id } }));
  expect(await apply(stranger, own)).toEqual({ ok: false, reason: "not-allowed" });
  await transact((tx) =>
    decidePlan(tx, { importId: own, actor: stranger, whole: { owner: ward.id, campaign: "none" } }),
  );
  expect(await apply(stranger, own)).toEqual({ ok: false, reason: "no-such-campaign" });
  await transact((tx) => decidePlan(tx, { importId: own, actor: stranger, whole: { campaign: "", document: "none" } }));
  expect(await apply(stranger, own)).toEqual({ ok: false, reason: "no-such-document" });
  expect(await allTasks()).toEqual([]);
  const head = await transact((tx) => makeActor(tx, "head", { unit: committee }));
  expect(await apply(head, await kept(head, [header, first]))).toEqual({ ok: false, reason: "no-owner" });
});

test("an answer on the page frees the rows of a text, and the successor of a closed unit is offered", async () => {
  const { organizer, of } = await makeProvince();
  const rows = [
    header,
    ["1", "Một", "STTTT", "", "30/06/2025"],
    ["2", "Hai", "Sở TT&TT", "", "30/06/2025"],
    ["3", "Ba", "Tổ công tác", "", ""],
  ];
  const importId = await kept(organizer, rows);
  const { questions } = await plan(organizer, importId);
  expect(questions.map(({ text, fault, offers, rows: at }) => [text, fault, offers, at])).toEqual([
    ["STTTT", "unit-closed", [of("SKHCN")], [2]],
    ["Sở TT&TT", "unit-closed", [of("SKHCN")], [3]],
    ["Tổ công tác", "unknown-unit", [], [4]],
  ]);
  const answers = questions.map(({ role, text }) => ({ role, text, value: of("SKHCN") }));
  await transact((tx) => decidePlan(tx, { importId, actor: organizer, answers }));
  expect(await apply(organizer, importId)).toMatchObject({ added: 3, left: 0 });
  expect((await allTasks()).map(({ leadUnitId }) => leadUnitId)).toEqual([of("SKHCN"), of("SKHCN"), of("SKHCN")]);
});

const office = ["../shared/data", "../../shared/data"].map((at) => `${at}/plan-tasks.xlsx`).find(existsSync);
test.skipIf(!office)("the annex of the office: 47 tasks in 4 groups with their deadlines", async () => {
  const { organizer, of, committee } = await makeProvince();
  const sheet = await readSheet(readFileSync(office ?? ""), "plan-tasks.xlsx");
  if (!sheet.ok) throw new Error(sheet.reason);
  const rows = sheet.sheets[0]?.rows ?? [];
  const importId = await kept(organizer, rows);
  const found = await plan(organizer, importId);
  expect([found.tasks, found.groups, found.acts, found.questions]).toEqual([
    47,
    4,
    { add: 51, update: 0, none: 0, mend: 0 },
    [],
  ]);
  expect(await apply(organizer, importId)).toEqual({
    ok: true,
    added: 51,
    updated: 0,
    assigned: 0,
    refused: 0,
    left: 0,
  });
  const list = await allTasks();
  const groups = list.filter(({ isGroup }) => isGroup).sort((a, b) => a.sort - b.sort);
  expect(groups.map(({ id, title }) => [title, list.filter(({ parentId }) => parentId === id).length])).toEqual([
    ["NHIỆM VỤ CHUNG", 11],
    ["PHÁT TRIỂN CHÍNH QUYỀN SỐ", 21],
    ["PHÁT TRIỂN KINH TẾ SỐ", 9],
    ["PHÁT TRIỂN XÃ HỘI SỐ", 6],
  ]);
  const dates: Record<string, number> = {};
  for (const { dueOn, duePrecision, isGroup } of list)
    if (!isGroup) dates[`${dueOn} ${duePrecision}`] = (dates[`${dueOn} ${duePrecision}`] ?? 0) + 1;
  expect(dates).toEqual({
    "2025-03-31 day": 5,
    "2025-06-30 day": 9,
    "2025-06-30 month": 2,
    "2025-07-31 day": 9,
    "2025-08-31 day": 3,
    "2025-09-30 quarter": 4,
    "2025-10-10 day": 2,
    "2025-10-31 month": 2,
    "2025-12-15 day": 6,
    "2025-12-31 month": 5,
  });
  const online = list.find(({ title }) => title === "Họp trực tuyến đến cấp xã");
  expect([online?.leadUnitId, online?.coordinatingGroups, online?.appraiserUnitId, online?.clause]).toEqual([
    ...[of("SKHCN"), ["departments", "communes"], committee.id, "Mục II.5, Phụ lục"],
  ]);
  expect(await taken(organizer, rows, { at: later(1) })).toEqual({
    ok: true,
    added: 0,
    updated: 0,
    assigned: 0,
    refused: 0,
    left: 0,
  });
  expect(await allTasks()).toEqual(list);
});

test("1,000 tasks with 1,000 relations go in within seconds, and again without a change", {
  timeout: 60_000,
}, async () => {
  const { organizer } = await makeProvince();
  const rows = [header];
  for (let n = 1; n <= 1000; n += 1) {
    if (n % 50 === 1) rows.push([`${"ABCDEFGHIJKLMNOPQRST"[Math.floor(n / 50)]}`, `Nhóm ${Math.floor(n / 50) + 1}`]);
    const [lead] = departments[n % departments.length] as readonly [string, string];
    const others = n % 5 === 0 ? "Các sở, ban, ngành; UBND cấp xã" : "VPUBND";
    const before = n > 1 ? [`B${n - 1}`, ...(n > 10 ? [`B${n - 9}`] : [])].join("; ") : "";
    rows.push([String(n), `Nhiệm vụ số ${n}`, lead, others, "Quý III/2025", "Báo cáo", before, "", `B${n}`]);
  }
  (rows[0] as string[])[8] = "Mã nhiệm vụ";
  const importId = await kept(organizer, rows);
  const start = performance.now();
  expect(await apply(organizer, importId)).toEqual({
    ok: true,
    added: 1020,
    updated: 0,
    assigned: 0,
    refused: 0,
    left: 0,
  });
  const seconds = (performance.now() - start) / 1000;
  expect(seconds).toBeLessThan(20);
  expect(await read.$count(taskPredecessors)).toBe(999 + 990);
  expect(await taken(organizer, rows, { at: later(1) })).toMatchObject({ added: 0, updated: 0 });
  expect(await read.$count(tasks)).toBe(1020);
});

test("an answer with a NUL in it is kept on both engines, without the NUL", async () => {
  const { organizer, committee } = await makeProvince();
  const importId = await kept(organizer, [header, first]);
  const form = new FormData();
  for (const [name, value] of [
    ["role", "lead"],
    ["text", "Sở \0Lạ"],
    ["is", `${committee.id}\0`],
  ] as const)
    form.append(`ask-${name}`, value);
  await transact((tx) => decidePlan(tx, { importId, actor: organizer, answers: parseAnswers(form) }));
  const found = await findTaskImport(read, { importId, actor: organizer });
  expect(found?.choices).toEqual({ owner: committee.id, "lead:so la": committee.id });
});
