import { type HeaderWord, headerAt, headerOptions, meaningsOf } from "~/web/sheet/columns";
import { tidy } from "~/web/text";

export const fields = [
  "number",
  "code",
  "title",
  "lead",
  "coordinating",
  "responsible",
  "start",
  "due",
  "product",
  "predecessors",
  "priority",
  "weight",
  "note",
] as const;
export type Field = (typeof fields)[number];
/** Which column (from 0) holds a field. */
export type Mapping = Partial<Record<Field, number | null>>;

const words: HeaderWord<Field>[] = [
  ["number", /^(s?tt|so (tt|thu tu)|thu tu|no|num(ber)?|muc)$/, 1],
  ["code", /^ma( so)?( (nhiem vu|cong viec|nv|cv))?$|^(task )?(code|id)$/, 1],
  ["predecessors", /\b(nhiem vu|cong viec|viec) (truoc|tien quyet|phai xong truoc)\b|\b(phu thuoc|tien quyet)\b/, 1],
  ["predecessors", /^(sau|lam sau|cho)( khi)? (nhiem vu|cong viec|viec)|\b(predecessors?|depends on)\b/, 1],
  ["title", /^(ten |noi dung |danh muc |cac )?(nhiem vu|cong viec|cong tac|hoat dong)\b/, 0.9],
  [
    "title",
    /^(noi dung|task|tasks|title|task name|viec|giai phap|hang muc)( (trien khai|thuc hien|cong viec))?$/,
    0.85,
  ],
  ["lead", /\bchu tri\b|^lead( unit| agency)?$/, 1],
  ["lead", /^(co quan|don vi|to chuc|noi)( don vi)? ?(duoc giao|thuc hien|trien khai|chu quan)?$/, 0.7],
  ["coordinating", /\bphoi hop\b|\bcoordinat/, 0.95],
  ["responsible", /\b(nguoi|can bo|cong chuc|chuyen vien|dau moi)\b.*\b(phu trach|theo doi|thuc hien|trach nhiem)/, 1],
  ["responsible", /^(nguoi )?(phu trach|thuc hien)( chinh)?$|^(responsible|assignee)( person)?$/, 0.8],
  ["start", /\bbat dau\b|\bkhoi cong\b|^tu ngay$|^start( date)?$/, 1],
  ["due", /\b(thoi han|han hoan thanh|han chot|ngay ket thuc|ket thuc|den ngay|deadline|due( date)?)\b/, 1],
  ["due", /^(thoi gian|tien do|thoi diem|han|hoan thanh)( (hoan thanh|thuc hien|trien khai|ket thuc))*$/, 0.85],
  ["product", /\b(san pham|ket qua|dau ra|output|product|deliverable)s?\b/, 0.9],
  ["priority", /\b(uu tien|muc do|priority)\b/, 1],
  ["weight", /\b(trong so|ty trong|weight)\b/, 1],
  ["note", /^(ghi chu|note|remark|comment)s?\b/, 1],
];

export const isKnown = (cell: string): boolean => meaningsOf(cell, words).length > 0;

/** Which column holds what, by the words of the header; the organizer may change any of it. */
export function guessColumns(header: string[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const { field, column } of headerOptions(header, words)) {
    if (mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

export interface FoundHeader {
  header: string[];
  /** Index of the first row below the header. */
  from: number;
  /** Row of the file, from 1. */
  headerRow: number;
  mapping: Mapping;
}

/** The row that names the columns of a plan: a column of tasks and one more at least. Null without one. */
export function findHeader(rows: string[][]): FoundHeader | null {
  let best: { found: FoundHeader; score: number } | null = null;
  for (const at of rows.slice(0, 80).keys()) {
    const { header, height } = headerAt(rows, at, isKnown);
    const mapping = guessColumns(header);
    const score = scoreOf(mapping);
    // A title right above the header is no upper half of it: the row below says as much alone.
    if (height === 2 && scoreOf(guessColumns(rows[at + 1] ?? [])) >= score) continue;
    if (score >= 2 && score > (best?.score ?? 0))
      best = { found: { header, from: at + height, headerRow: at + 1, mapping }, score };
  }
  return best?.found ?? null;
}

const scoreOf = (mapping: Mapping): number => (mapping.title === undefined ? 0 : Object.keys(mapping).length);

/** The sheets of a file that hold a plan, the likeliest first. */
export function pickPlans(sheets: { name: string; rows: string[][] }[]) {
  return sheets
    .flatMap(({ name, rows }) => {
      const found = findHeader(rows);
      const title = found?.mapping.title ?? 0;
      const size = found ? rows.slice(found.from).filter((row) => tidy(row[title] ?? "") !== "").length : 0;
      return found && size > 0
        ? [{ name, rows, mapping: found.mapping, score: size * Object.keys(found.mapping).length }]
        : [];
    })
    .sort((a, b) => b.score - a.score);
}
