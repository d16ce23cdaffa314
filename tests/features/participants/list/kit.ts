import type { Person } from "~/features/participants/list/draft.rules";
import type { PointName } from "~/features/participants/list/points.rules";
import { type ImportPlan, type Known, planImport } from "~/features/participants/list/rules";

export const points: PointName[] = [
  { id: "main", name: "Điểm cầu chính – Hội trường UBND tỉnh", isMain: true },
  { id: "ben-lam", name: "Phường Bến Lam" },
  { id: "gia-loc", name: "Xã Gia Lộc" },
  { id: "hon-lam", name: "Đặc khu Hòn Lam" },
];

export const header = ["Họ và tên", "Chức vụ", "Email", "Điện thoại", "Điểm cầu"];
export const mapping = { name: 0, position: 1, email: 2, phone: 3, point: 4 };

/** A plan for rows under the usual header; row 2 is the first person. */
export const plan = (people: string[][], known: Known[] = [], choices: Record<string, string> = {}): ImportPlan =>
  planImport({ rows: [header, ...people], mapping, known, points, choices });

/** The event's list after a plan was taken over, as the writer does it: by `act` alone. */
export function takenOver(known: Known[], { rows }: ImportPlan): Known[] {
  const list = known.map((person) => ({ ...person }));
  for (const { act, person, knownId, changes, row } of rows) {
    if (act === "add") list.push({ ...person, id: `row-${row}-${list.length}` });
    if (act !== "update") continue;
    const one = list.find(({ id }) => id === knownId) as Known & Record<string, unknown>;
    for (const { field, to } of changes) one[field === "point" ? "pointId" : field] = to as never;
  }
  return list;
}

export const person = (more: Partial<Person>): Person => ({
  name: "Nguyễn Văn An",
  position: "Chuyên viên",
  unit: "",
  pointId: "ben-lam",
  email: "an@x.vn",
  phone: "",
  note: "",
  language: null,
  ...more,
});
