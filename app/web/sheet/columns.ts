import { fold, tidy } from "../text";

/** A field, the pattern of its header (tried on `plainHeader`), and how sure the pattern makes us, from 0 to 1. */
export type HeaderWord<F extends string> = readonly [F, RegExp, number];

/** A header cell without marks, brackets and punctuation: "Thời hạn hoàn thành (dự kiến)*" → "thoi han hoan thanh". */
export const plainHeader = (header: string): string =>
  fold(header)
    .replace(/\([^)]*\)|\*/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** What a header cell may mean, surest first. Long cells are titles or data, never headers. */
export function meaningsOf<F extends string>(header: string, words: readonly HeaderWord<F>[]) {
  if (header.length > 60) return [];
  const text = plainHeader(header);
  return words
    .filter(([, pattern]) => pattern.test(text))
    .map(([field, , sure]) => ({ field, sure }))
    .sort((a, b) => b.sure - a.sure);
}

/** Every column with what it may mean, the surest first and then from the left. */
export const headerOptions = <F extends string>(header: string[], words: readonly HeaderWord<F>[]) =>
  header
    .flatMap((cell, column) => meaningsOf(cell, words).map((meaning) => ({ ...meaning, column })))
    .sort((a, b) => b.sure - a.sure || a.column - b.column);

/**
 * The first row, among twenty, that names columns in these very words (folded, without an asterisk or colon at the end)
 * and names `enough` of them: its index and which column (from 0) holds what. Null without one.
 */
export function findNamedColumns<F extends string>(
  rows: readonly (readonly string[])[],
  words: Record<F, readonly string[]>,
  enough: (columns: Partial<Record<F, number>>) => boolean,
): { at: number; columns: Partial<Record<F, number>> } | null {
  const fields = Object.keys(words) as F[];
  for (const [at, row] of rows.slice(0, 20).entries()) {
    const columns: Partial<Record<F, number>> = {};
    for (const [index, cell] of row.entries()) {
      const text = fold(cell)
        .replace(/[*:]+$/, "")
        .trim();
      const field = fields.find((one) => columns[one] === undefined && words[one].includes(text));
      if (field) columns[field] = index;
    }
    if (enough(columns)) return { at, columns };
  }
  return null;
}

/** The header at a row: "Thông tin liên hệ" over "Email" and "Điện thoại" is one of two rows. */
export function headerAt(
  rows: string[][],
  at: number,
  isKnown: (cell: string) => boolean,
): { header: string[]; height: 1 | 2 } {
  const top = rows[at] as string[];
  const next = rows[at + 1] ?? [];
  const under = isSecondHeader(top, next, isKnown) ? next : [];
  const width = Math.max(top.length, under.length);
  return {
    header: Array.from({ length: width }, (_, column) => tidy(under[column] || top[column] || "")),
    height: under === next ? 2 : 1,
  };
}

/** The second row names columns the first leaves open. */
function isSecondHeader(top: string[], under: string[], isKnown: (cell: string) => boolean): boolean {
  const cells = under.map((cell, column) => ({ text: cell.trim(), column })).filter(({ text }) => text !== "");
  const named = cells.filter(({ text, column }) => isKnown(text) && !isKnown(top[column] ?? ""));
  return named.length > 0 && cells.every(({ text, column }) => isKnown(text) || text === top[column]?.trim());
}

/** The header once more, as it stands on every printed page. */
export function isRepeatedHeader(cells: string[], header: string[]): boolean {
  const same = cells.filter(
    (cell, column) => cell.length < 100 && cell.trim() !== "" && cell.trim() === header[column],
  ).length;
  return same >= 2 && same * 2 >= header.filter((cell) => cell !== "").length;
}

/** The row "(1) (2) (3) …" under a header. */
export const isNumberingRow = (cells: string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length >= 3 && filled.every((cell) => /^\s*[([]?(\d{1,2}|[A-Za-z])[)\]]?\s*$/.test(cell));
};

// No \b here: to a pattern "ố" is no letter. And no folding: "Tống" is a family name.
const total = /^\s*(tổng (cộng|số)|(tổng|cộng)\s*(?=:|$)|(grand )?total|danh sách (này )?(có|gồm))(?!\p{L})/iu;
/** "Tổng cộng: 47", "Cộng:". */
export const isTotalText = (text: string): boolean => total.test(text.normalize("NFC"));

const closing =
  /^(người lập|lập biểu|người ký|tm\.|kt\.|tl\.|tuq\.|nơi nhận|thủ trưởng|xác nhận của|\(ký|.{0,40}ngày.{1,12}tháng.{1,12}năm)/i;
/** What stands in the block of signatures under a table. */
export const isClosingText = (text: string): boolean => closing.test(tidy(text));

/** The name a column has in a spreadsheet: 0 is "A". */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
