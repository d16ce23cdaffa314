import { expect, test } from "vitest";
import { read, transact } from "../../../db/client.server";
import { countWords } from "../../../app/features/tasks/counts/messages";
import { paperAsked } from "../../../app/features/tasks/counts/paper.reads.server";
import { taskSheets } from "../../../app/features/tasks/counts/task-sheets.rules";
import { pickPlans } from "../../../app/features/tasks/import/columns.rules";
import { findTaskImport, planOf } from "../../../app/features/tasks/import/reads.server";
import { applyTaskImport, decidePlan, keepTaskImport } from "../../../app/features/tasks/import/writes.server";
import { taskWords } from "../../../app/features/tasks/messages";
import { readSheet, writeWorkbook } from "../../../app/web/sheet.server";
import { useDatabase } from "../../kit/database";
import { now } from "../../kit/makers";
import { makeProvince, type Province } from "../../kit/tasks";

useDatabase();

const annex = [
  ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành", "Sản phẩm", "Ghi chú"],
  ["I", "NHIỆM VỤ CHUNG"],
  ["1", "Kiện toàn Ban Chỉ đạo", "SYT", "VPUBND", "30/06/2025", "Quyết định", "Có báo cáo"],
  ["2", "Tổ công nghệ số cộng đồng", "SYT", "Các sở, ban, ngành; UBND cấp xã", "Quý III/2025", "Báo cáo"],
  ["II", "PHÁT TRIỂN CHÍNH QUYỀN SỐ"],
  ["1", "Dịch vụ công trực tuyến", "VPUBND", "", "Tháng 10/2025", "Báo cáo"],
  ["2", "Số hóa hồ sơ", "SYT", "", "6 tháng cuối năm 2025", ""],
];

/** Hands a list in as an organizer would; returns what would become of it. */
async function handIn(at: Province, sheets: { name: string; rows: string[][] }[]) {
  const { importId } = await transact((tx) =>
    keepTaskImport(tx, { fileName: "ke-hoach.xlsx", sheets: pickPlans(sheets), actor: at.organizer, now }),
  );
  const whole = { owner: at.province.id };
  await transact((tx) => decidePlan(tx, { importId, actor: at.organizer, whole }));
  const kept = await findTaskImport(read, { importId, actor: at.organizer });
  return { importId, plan: await planOf(read, kept as NonNullable<typeof kept>) };
}

test("a plan that was taken in, written out as a workbook and taken in again changes nothing", async () => {
  const at = await makeProvince();
  const first = await handIn(at, [{ name: "Phụ lục", rows: annex }]);
  expect(first.plan.counts).toEqual({ new: 6 });
  await transact((tx) => applyTaskImport(tx, { importId: first.importId, actor: at.organizer, now }));
  const params = new URLSearchParams({ campaign: "" });
  const { plan, tasks } = await paperAsked(read, { actor: at.organizer, params, now, locale: "vi" });
  const asked = { plan, tasks, title: "Nhiệm vụ", words: taskWords.vi, t: countWords.vi, locale: "vi" } as const;
  const done = await readSheet(await writeWorkbook({ sheets: taskSheets(asked) }), "nhiem-vu.xlsx");
  if (!done.ok) throw new Error(done.reason);
  const again = await handIn(at, done.sheets);
  expect(again.plan.rows.flatMap(({ changes, faults }) => [...changes, ...faults])).toEqual([]);
  expect(again.plan.counts).toEqual({ unchanged: 6 });
});
