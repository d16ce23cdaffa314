import { findNamedColumns } from "~/web/sheet/columns";
import { fold, tidy } from "~/web/text";
import { type UnitKind, unitKinds } from "../rules";

export type UnitColumn = "code" | "parent" | "name" | "fullName" | "shortName" | "kind";
export type UnitColumns = Partial<Record<UnitColumn, number>>;

// Headers as offices write them, folded.
const heads: Record<UnitColumn, readonly string[]> = {
  code: ["code", "ma", "ma don vi", "ma dv", "ma so", "ma dvhc", "unit code", "ma xa", "ma co quan"],
  parent: [
    "parent_code",
    "parent code",
    "parent",
    "ma cap tren",
    "ma don vi cap tren",
    "ma cha",
    "don vi cap tren",
    "don vi cha",
    "truc thuoc",
    "ma truc thuoc",
    "ma tinh",
  ],
  fullName: ["full_name", "full name", "ten day du", "ten don vi day du"],
  name: [
    "name",
    "ten",
    "ten don vi",
    "don vi",
    "ten co quan",
    "co quan don vi",
    "co quan, don vi",
    "unit",
    "unit name",
  ],
  shortName: ["short_name", "short name", "ten tat", "ten viet tat", "viet tat", "ten ngan", "ten goi tat"],
  kind: ["kind", "type", "loai", "loai don vi", "loai hinh", "cap", "cap don vi"],
};

/** The row that holds the headers, within the first twenty, and the columns it names; null without a column of names. */
export function findUnitColumns(rows: readonly string[][]): { headerRow: number; columns: UnitColumns } | null {
  const found = findNamedColumns(
    rows,
    heads,
    (columns) => (columns.name ?? columns.fullName) !== undefined && Object.keys(columns).length >= 2,
  );
  return found && { headerRow: found.at, columns: found.columns };
}

// Bản (a hamlet) and ban (a board) fold alike, so words are compared with their marks first.
const marked: Record<string, UnitKind> = { bản: "residential-group", ban: "sector", sở: "department", xã: "commune" };
const words: Record<string, UnitKind> = {
  tinh: "province",
  "thanh pho": "province",
  "thanh pho truc thuoc trung uong": "province",
  dang: "party",
  "co quan dang": "party",
  "tinh uy": "party",
  hdnd: "council",
  "hoi dong nhan dan": "council",
  ubnd: "committee",
  "uy ban nhan dan": "committee",
  "ban chi dao": "committee",
  "van phong": "office",
  so: "department",
  nganh: "sector",
  "ban, nganh": "sector",
  "mat tran": "front",
  "mat tran to quoc": "front",
  "doan the": "union",
  hoi: "union",
  "to chuc chinh tri - xa hoi": "union",
  truong: "school",
  "doanh nghiep": "enterprise",
  "trung tam": "service-centre",
  "trung tam phuc vu hanh chinh cong": "service-centre",
  huyen: "district",
  quan: "district",
  "thi xa": "district",
  "cap huyen": "district",
  xa: "commune",
  phuong: "ward",
  "dac khu": "special-zone",
  "to dan pho": "residential-group",
  tdp: "residential-group",
  thon: "residential-group",
  ap: "residential-group",
  "khu pho": "residential-group",
  "to cong nghe so cong dong": "team",
  to: "team",
  khac: "other",
};

/** The kind a cell names: our own codes, English words, or Vietnamese ones with or without marks; null when it names none. */
export function readKind(text: string): UnitKind | null {
  const lower = tidy(text).toLowerCase();
  const folded = fold(text);
  return unitKinds.find((kind) => kind === folded.replace(/ /g, "-")) ?? marked[lower] ?? words[folded] ?? null;
}

/** The country itself stands above all units and is none of ours. */
export const isCountry = (kind: string): boolean => ["country", "quoc gia", "nuoc"].includes(fold(kind));

/** "Phường Bến Lam" says its kind itself. */
export function kindInName(name: string): UnitKind | null {
  const parts = tidy(name).split(" ");
  for (const count of [3, 2, 1]) {
    const kind = readKind(parts.slice(0, count).join(" "));
    if (kind) return kind;
  }
  return null;
}
