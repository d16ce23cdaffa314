import type { CellStyle, CellValue, WriteOptions, WriteSheet } from "hucre";
import { xmlText } from "../text";
import { clockOf, dayOf, defaultZone } from "~/web/time";
import { columnName } from "./columns";

export type ColumnKind = "text" | "int" | "percent" | "date" | "moment";

export interface BookColumn {
  key: string;
  header: string;
  /** In characters of the normal font. */
  width: number;
  kind: ColumnKind;
}

export interface BookSheet {
  name: string;
  /** Stands above the table, over its whole width. */
  title?: string;
  /** A sentence under the title. */
  note?: string;
  columns: BookColumn[];
  /** text: anything; int and percent: number (0.835 is 83,5 %); date: "YYYY-MM-DD"; moment: Date. Absent is blank. */
  rows: Record<string, unknown>[];
  /** Columns run from right to left. */
  rtl?: boolean;
}

const formats: Record<ColumnKind, string> = {
  // The text format keeps "0914…" and "11/21" as they are even after somebody edits the cell.
  text: "@",
  int: "#,##0",
  percent: "0.00%",
  date: "dd/mm/yyyy",
  moment: "dd/mm/yyyy hh:mm",
};

const line = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const border = { top: line, bottom: line, left: line, right: line };
const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF7" } },
  border,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const titleStyle: CellStyle = {
  font: { bold: true, size: 14 },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};

const noteStyle: CellStyle = {
  font: { italic: true },
  alignment: { horizontal: "left", vertical: "top", wrapText: true },
};

/** The workbook as the writer wants it: header frozen, filtered and repeated on every printed page, A4. */
export function bookOf({ sheets, zone = defaultZone }: { sheets: BookSheet[]; zone?: string }): WriteOptions {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const headRow = (sheet: BookSheet) => (sheet.title ? 3 : 1);
  return {
    sheets: sheets.map((sheet, n) => sheetOf(sheet, names[n] as string, headRow(sheet), zone)),
    // By hand: the writer's own print titles leave the sheet's name unquoted, and Excel then "repairs" the file.
    namedRanges: sheets.map((sheet, n) => ({
      name: "_xlnm.Print_Titles",
      range: `'${(names[n] as string).replaceAll("'", "''")}'!$${headRow(sheet)}:$${headRow(sheet)}`,
      scope: names[n] as string,
    })),
    defaultFont: { name: "Times New Roman", size: 12 },
  };
}

function sheetOf(sheet: BookSheet, name: string, headRow: number, zone: string): WriteSheet {
  const { columns } = sheet;
  const head = columns.map((column) => safeText(column.header));
  const body = sheet.rows.map((row) => columns.map(({ key, kind }) => cellOf(row[key], kind, zone)));
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (const [c, value] of head.entries()) cells.set(`${headRow - 1},${c}`, { value, style: headStyle });
  if (sheet.title) cells.set("0,0", { value: safeText(sheet.title), style: titleStyle });
  if (sheet.title && sheet.note) cells.set("1,0", { value: safeText(sheet.note), style: noteStyle });
  const wide = (row: number) => ({ startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1 });
  const last = columnName(Math.max(columns.length, 1) - 1);
  return {
    name,
    rows: [...(sheet.title ? [[safeText(sheet.title)], sheet.note ? [safeText(sheet.note)] : []] : []), head, ...body],
    cells,
    columns: columns.map(({ width, kind }) => ({
      width,
      style: { numFmt: formats[kind], border, alignment: { vertical: "top", wrapText: kind === "text" } },
    })),
    merges: sheet.title && columns.length > 1 ? [wide(0), ...(sheet.note ? [wide(1)] : [])] : [],
    // Spreadsheets do not fit a row to text that stands over several columns.
    ...(sheet.title && sheet.note ? { rowDefs: new Map([[1, { height: 34 }]]) } : {}),
    freezePane: { rows: headRow },
    autoFilter: { range: `A${headRow}:${last}${headRow + body.length}` },
    pageSetup: {
      paperSize: "a4",
      orientation: columns.reduce((sum, column) => sum + column.width, 0) > 90 ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&C&P/&N" },
    view: sheet.rtl ? { rightToLeft: true } : {},
  };
}

function cellOf(value: unknown, kind: ColumnKind, zone: string): CellValue {
  if (value === null || value === undefined || value === "") return null;
  if (kind === "text") return safeText(String(value));
  if (kind === "int" || kind === "percent")
    return typeof value === "number" && Number.isFinite(value) ? value : safeText(String(value));
  if (value instanceof Date) {
    // Excel knows no zones: the cell holds the wall clock.
    const clock = kind === "date" ? "00:00" : clockOf(value, zone);
    return new Date(`${dayOf(value, zone)}T${clock}:00Z`);
  }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? new Date(`${value}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) ? day : safeText(String(value));
}

/** Without the signs XML cannot hold, and no longer than a cell may be. */
const safeText = (text: string): string =>
  // Excel reads _x0041_ as the sign with that number; this way it stays as it was typed.
  xmlText(text)
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
    .slice(0, 32_767);

/** Names Excel takes: 31 signs, none of []:*?/\, no two alike. */
function sheetNames(wished: string[]): string[] {
  const taken = new Set<string>();
  return wished.map((wish) => {
    const base =
      safeText(wish)
        .replace(/[[\]:*?/\\\n\t]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "1";
    let name = base.slice(0, 31).trim();
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base.slice(0, 27).trim()} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
