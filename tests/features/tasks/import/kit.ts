import type { KnownTask } from "~/features/tasks/import/changes.rules";
import { type Decisions, decisionsIn } from "~/features/tasks/import/choices.rules";
import { findHeader } from "~/features/tasks/import/columns.rules";
import type { KnownPerson } from "~/features/tasks/import/draft.rules";
import { planTasks, type PlannedTask, type TaskPlan } from "~/features/tasks/import/rules";
import type { KnownUnit } from "~/features/tasks/import/units.rules";

const unit = (id: string, name: string, more: Partial<KnownUnit> = {}) => ({
  id,
  code: id.toUpperCase(),
  name,
  shortName: "",
  kind: "department" as const,
  activeTo: null,
  successors: [],
  path: `/p/${id}/`,
  ...more,
});

export const units = [
  unit("vpubnd", "Văn phòng UBND tỉnh", { kind: "office", shortName: "VP UBND tỉnh" }),
  unit("skhcn", "Sở Khoa học và Công nghệ"),
  unit("snv", "Sở Nội vụ"),
  unit("stc", "Sở Tài chính"),
  unit("svhttdl", "Sở Văn hóa, Thể thao và Du lịch"),
  unit("bptth", "Báo và Phát thanh, Truyền hình tỉnh"),
  unit("stttt", "Sở Thông tin và Truyền thông", { activeTo: "2025-02-28", successors: ["skhcn"] }),
  unit("ben-lam", "Phường Bến Lam", { kind: "ward", code: "10001" }),
  unit("gia-loc", "Xã Gia Lộc", { kind: "commune", code: "10002" }),
  unit("phong-1", "Phòng Kinh tế", { code: null, kind: "office" }),
  unit("phong-2", "Phòng Kinh tế", { code: null, kind: "office" }),
];

export const people: KnownPerson[] = [
  { id: "dung", fullName: "Hoàng Tiến Dũng", email: "dung@x.vn", unitPaths: ["/p/skhcn/"] },
  { id: "lan", fullName: "Trần Thị Lan", email: null, unitPaths: ["/p/snv/"] },
];

export const header = [
  "TT",
  "Nội dung nhiệm vụ",
  "Cơ quan chủ trì",
  "Cơ quan phối hợp",
  "Thời hạn hoàn thành",
  "Sản phẩm",
  "Sau nhiệm vụ",
  "Ghi chú",
];

interface More {
  head?: string[];
  known?: KnownTask[];
  kept?: Record<string, string>;
}

/** A plan for rows under a header; row 2 of the file is the first of them. */
export function plan(rows: string[][], { head = header, known = [], kept = {} }: More = {}): TaskPlan {
  const all = [head, ...rows];
  const mapping = findHeader(all)?.mapping ?? {};
  const decisions: Decisions = decisionsIn({ owner: "owner", ...kept });
  return planTasks({ rows: all, mapping, known, units, people, decisions, year: 2025 });
}

/** The plan of an owner after rows were taken over, as the writer does it: by `act` alone. */
export function takenOver(known: KnownTask[], { rows }: TaskPlan): KnownTask[] {
  const list = known.map((task) => ({ ...task }));
  const idOf = (row: PlannedTask | undefined) => row && (row.knownId ?? `row-${row.row}`);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  for (const row of rows) {
    if (row.act !== "add" && row.act !== "update") continue;
    const { draft } = row;
    const before = row.before.map((one) => ("id" in one ? one.id : (idOf(byRow.get(one.row)) as string)));
    const old = list.find(({ id }) => id === row.knownId);
    const task: KnownTask = {
      ...draft,
      id: idOf(row) as string,
      parentId: row.parentRow === null ? null : (idOf(byRow.get(row.parentRow)) as string),
      path: "",
      state: "draft",
      priority: draft.priority ?? "normal",
      weight: draft.weight ?? 1,
      predecessorIds: before,
    };
    if (old) Object.assign(old, task);
    else list.push(task);
  }
  return list;
}

/** Row, fate and the texts of its faults, for the eye of a test. */
export const fatesOf = ({ rows }: TaskPlan) =>
  rows.map(({ row, fate, faults }) => [row, fate, ...faults.map(({ text }) => text).filter(Boolean)]);
