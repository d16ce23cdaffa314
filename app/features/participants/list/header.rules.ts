import { headerAt, isClosingText, isNumberingRow, isRepeatedHeader, isTotalText } from "~/web/sheet/columns";
import { fold, tidy } from "~/web/text";
import { type Field, guessColumns, type Mapping, meaningOf } from "./columns.rules";

export type Skipped = "title" | "header" | "numbering" | "blank" | "group" | "total" | "signature";

export interface FoundList {
  header: string[];
  /** Row of the file (from 1) the header stands in; 0 when the list has none. */
  headerRow: number;
  /** The rows of people. `group` is the heading they stand under ("Phường Bến Lam"), or "". */
  body: { row: number; cells: string[]; group: string }[];
  skipped: { row: number; why: Skipped }[];
}

/** The header row of lines typed into the box; with it, row n of the list is line n of the text. */
export const pastedHeader: string[] = ["name", "position", "unit", "email", "phone", "note"] satisfies Field[];

/** Finds the list inside a sheet: under the titles, without numbering, group and total rows and the block of signatures. */
export function findHeader(rows: string[][]): FoundList | null {
  const pasted = pastedHeader.every((field, column) => rows[0]?.[column] === field);
  const at = headerIndex(rows);
  if (at < 0) return null;
  const { header, height } = headerAt(rows, at, isKnown);
  return sortRows(rows, { header, from: at + height, first: pasted ? 0 : 1, headerRow: pasted ? 0 : at + 1 });
}

/** A list without a header: every row may be a person, and the columns are guessed from what they hold. */
export const withoutHeader = (rows: string[][]): FoundList =>
  sortRows(rows, { header: [], from: 0, first: 1, headerRow: 0 });

/** The list in these rows, with a header or without. */
export const listIn = (rows: string[][]): FoundList => findHeader(rows) ?? withoutHeader(rows);

/** The sheets of a file that hold a list of people, the likeliest first, with their columns guessed. */
export function pickLists(sheets: { name: string; rows: string[][] }[]) {
  const found = sheets.map(({ name, rows }, sheet) => {
    const list = listIn(rows);
    const guess = guessColumns(
      list.header,
      list.body.map(({ cells }) => cells),
    );
    const has = (field: Field) => guess.mapping[field] !== undefined;
    const people = has("name") || has("email") ? list.body.length : 0;
    return { sheet, name, rows, list, ...guess, score: people * Object.keys(guess.mapping).length };
  });
  return found.filter((one) => one.score > 0).sort((a, b) => b.score - a.score || a.sheet - b.sheet);
}

/** Of all sheets of a file the one that holds a list of people, with its columns guessed; null when none does. */
export const pickList = (sheets: { name: string; rows: string[][] }[]) => pickLists(sheets)[0] ?? null;

const meaningsIn = (row: string[]): Set<Field> => new Set(row.map(meaningOf).filter((field) => field !== null));

function headerIndex(rows: string[][]): number {
  let best = { at: -1, score: 1 };
  rows.slice(0, 80).forEach((row, at) => {
    const found = meaningsIn(row);
    // The row over "Email" and "Điện thoại" knows less than the two together; it still comes first.
    if (found.size > 0) for (const field of meaningsIn(headerAt(rows, at, isKnown).header)) found.add(field);
    // Two known columns, one of them the person's; or a plain list with a single column called "Họ và tên".
    const alone = row.filter((cell) => cell.trim() !== "").length === 1 && at < 10 ? 0.5 : 0;
    const score = found.has("name") || found.has("email") ? found.size + alone : 0;
    if (score > best.score && !row.some((cell) => cell.includes("@"))) best = { at, score };
  });
  return best.at;
}

const isKnown = (cell: string): boolean => meaningOf(cell) !== null;

interface Frame {
  header: string[];
  from: number;
  first: number;
  headerRow: number;
}

function sortRows(rows: string[][], { header, from, first, headerRow }: Frame): FoundList {
  const list: FoundList = { header, headerRow, body: [], skipped: [] };
  const { mapping } = guessColumns(header);
  const end = footerStart(rows, from);
  const why = (cells: string[], index: number): Skipped | null => {
    if (index < from) return index + first < headerRow ? "title" : "header";
    const filled = cells.filter((cell) => cell.trim() !== "");
    if (filled.length === 0) return "blank";
    if (isTotal(cells)) return "total";
    if (index >= end) return "signature";
    if (isRepeatedHeader(cells, header)) return "header";
    return isNumberingRow(cells) ? "numbering" : null;
  };
  let group = "";
  for (const [index, cells] of rows.entries()) {
    const row = index + first;
    const reason = why(cells, index);
    const heading = reason === null ? groupOf(cells, mapping) : null;
    if (heading !== null) group = heading;
    if (reason !== null || heading !== null) list.skipped.push({ row, why: reason ?? "group" });
    else list.body.push({ row, cells, group });
  }
  // The header of pasted lines is ours: no line of the text stands for it.
  list.skipped = list.skipped.filter(({ row }) => row > 0);
  return list;
}

const contact = (cells: string[]) => cells.some((cell) => cell.includes("@") || /(\d[\s.-]?){9}/.test(cell));
const few = (cells: string[]) => cells.filter((cell) => cell.trim() !== "").length <= 3 && !contact(cells);

const isTotal = (cells: string[]): boolean => few(cells) && cells.some(isTotalText);

/** Where the list is over: a total or a signature after which nobody has an address or a number any more. */
function footerStart(rows: string[][], from: number): number {
  let last = rows.length - 1;
  while (last >= from && !contact(rows[last] as string[])) last -= 1;
  for (let index = Math.max(last + 1, from); index < rows.length; index++) {
    const cells = rows[index] as string[];
    if (few(cells) && (isTotal(cells) || cells.some(isClosingText))) return index;
  }
  return rows.length;
}

const place =
  /^(điểm cầu|phường|xã|đặc khu|thị trấn|thị xã|thành phố|huyện|tỉnh|ubnd|hđnd|ủy ban|uỷ ban|đảng ủy|đảng uỷ|sở|ban|phòng|khối|công an|các|lãnh đạo|đại biểu|văn phòng|trung tâm|hội|mặt trận|doanh nghiệp|báo|thường trực|p\.|x\.)(\s|$)/i;

/** The heading a row gives to the rows below ("I | PHƯỜNG BẾN LAM"); null when it is a person's row. */
function groupOf(cells: string[], mapping: Mapping): string | null {
  if (cells.filter((cell) => cell.trim() !== "").length > 2 || contact(cells)) return null;
  const filled = cells.map((cell, column) => ({ text: tidy(cell), column })).filter(({ text }) => text !== "");
  const [one, two] = filled;
  if (!one) return null;
  const text = (two ?? one).text;
  const bare = text
    .replace(/^([IVXLC]+|[A-Z]|\d+)\s*[.):/-]\s*/, "")
    .replace(/\s*[:(]\s*\d+\s*(đại biểu|người|đ\/b|đb)?\s*\)?\.?$/i, "");
  if (!/\p{L}{2}/u.test(bare)) return null;
  const numbered = two
    ? /^([IVXLC]+|[A-Z])\s*[.)]?$/.test(one.text)
    : bare !== text && /^([IVXLC]+|[A-Z])\s*[.):/-]/.test(text);
  if (numbered) return bare;
  if (two) return /^\d+\.?$/.test(one.text) && place.test(bare) ? bare : null;
  // Alone in the row: a heading, unless it stands where names stand and does not read like a place.
  if (place.test(bare)) return bare;
  return mapping.name !== undefined && one.column !== mapping.name && fold(bare).split(" ").length > 1 ? bare : null;
}
