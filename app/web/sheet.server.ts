import { type BookSheet, bookOf } from "./sheet/book";
import { bookWork, type Read } from "./sheet/inside-book";
import { textWork } from "./sheet/inside-text";
import { lookAt, type SheetRefusal } from "./sheet/look";
import { inWorker } from "./sheet/worker.server";

export type { BookColumn, BookSheet } from "./sheet/book";
export type { Sheet } from "./sheet/inside-book";
export type { SheetRefusal } from "./sheet/look";

/** What a list may measure. `unpacked` is in bytes, summed over the whole workbook; rows and columns are counted a sheet: 20,000 people and the titles over them. */
export const sheetLimits = {
  bytes: 10 * 1024 * 1024,
  unpacked: 40 * 1024 * 1024,
  entries: 1000,
  rows: 20_100,
  columns: 60,
  milliseconds: 10_000,
  heapMegabytes: 256,
} as const;

const refuse = (reason: SheetRefusal) => ({ ok: false, reason }) as const;

/**
 * Reads a workbook (xlsx, ods) or a text list (comma, semicolon, tab; UTF-8, UTF-16, Windows-1258) into text cells.
 * `rows[0]` is row 1 of the file; blanks at the end of rows and sheets are cut. The name of the file decides nothing.
 */
export async function readSheet(bytes: Uint8Array, _fileName: string): Promise<Read> {
  if (bytes.length > sheetLimits.bytes) return refuse("too-large");
  const look = lookAt(bytes, sheetLimits);
  if (!look.ok) return look;
  const limits = { rows: sheetLimits.rows, columns: sheetLimits.columns };
  const done = await (look.kind === "text"
    ? inWorker(textWork(), { bytes, limits }, sheetLimits)
    : inWorker(bookWork(), { do: "read", kind: look.kind, bytes, parts: look.parts, limits }, sheetLimits));
  if (!done.ok) return done;
  if (!("sheets" in done)) throw new Error("The sheet worker answered with a file instead of rows");
  for (const { rows } of done.sheets) {
    cutBlanks(rows);
    if (rows.length > limits.rows) return refuse("too-many-rows");
    if (rows.some((row) => row.length > limits.columns)) return refuse("too-large");
  }
  return done;
}

function cutBlanks(rows: string[][]) {
  for (const row of rows) while (row.length > 0 && row.at(-1)?.trim() === "") row.pop();
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
}

/** An xlsx file. Text is written as text whatever it begins with; moments become the wall clock of `zone`. */
export async function writeWorkbook(book: { sheets: BookSheet[]; zone?: string }): Promise<Uint8Array> {
  const done = await inWorker(
    bookWork(),
    { do: "write", book: bookOf(book) },
    { ...sheetLimits, milliseconds: 60_000, heapMegabytes: 512 },
  );
  if (!("bytes" in done)) throw new Error(`The workbook was not written: ${done.ok ? "no bytes" : done.reason}`);
  return done.bytes;
}

/** CSV that Excel opens as UTF-8 and never calculates: an apostrophe before the signs that would start a formula. */
export function writeCsv(rows: unknown[][]): string {
  const lines = rows.map((row) =>
    row.map((cell) => quoted(typeof cell === "number" ? String(cell) : inert(String(cell ?? "")))).join(","),
  );
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`;
}

const inert = (text: string) => (/^'*[=+\-@|\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
