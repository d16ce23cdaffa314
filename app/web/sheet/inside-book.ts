import type { CellValue, WriteOptions } from "hucre";
import type { Part, SheetRefusal } from "./look";

/*
 * Everything here runs inside the sheet worker: worker.server.ts hands over the functions' source text, because a worker
 * file of its own would have to be found again from the tests, the Remix bundle and the process bundle alike.
 * Hence the rules of this file: function declarations only, no imported values, no constants outside the functions, and
 * no named functions inside them (a bundler that keeps names calls a helper of its own there).
 */

export interface Limits {
  rows: number;
  columns: number;
}

export type BookJob =
  | { do: "read"; kind: "xlsx" | "ods"; bytes: Uint8Array; parts: Part[]; limits: Limits }
  | { do: "write"; book: WriteOptions };

export interface Tools {
  zlib: typeof import("node:zlib");
  hucre: () => Promise<typeof import("hucre")>;
}

export type Sheet = { name: string; rows: string[][] };
export type Read =
  | { ok: true; kind: "xlsx" | "ods" | "csv" | "tsv"; sheets: Sheet[] }
  | { ok: false; reason: SheetRefusal };
export type Done = Read | { ok: true; bytes: Uint8Array };

/** The functions that make up the worker for workbooks, the entry first. */
export const bookWork = () => [runBookJob, readBook, unpack, thinOut, packAgain, rowsOf, cellText, fillMerged];

async function runBookJob(job: BookJob, tools: Tools): Promise<Done> {
  if (job.do === "write") return { ok: true, bytes: await (await tools.hucre()).writeXlsx(job.book) };
  try {
    return await readBook(job, tools);
  } catch (error) {
    const reason = error instanceof Error && error.cause;
    const known = reason === "too-large" || reason === "too-many-rows" || reason === "encrypted" ? reason : "damaged";
    return { ok: false, reason: known };
  }
}

async function readBook(job: Extract<BookJob, { do: "read" }>, tools: Tools): Promise<Read> {
  const hucre = await tools.hucre();
  const files = job.parts.map((part) => ({ name: part.name, data: unpack(job.bytes, part, tools.zlib) }));
  for (const file of files) {
    if (file.name === "META-INF/manifest.xml" && file.data.includes("encryption-data"))
      return { ok: false, reason: "encrypted" };
    if (/worksheets\/|content\.xml$/.test(file.name))
      file.data = Buffer.from(thinOut(file.data.toString("utf8"), job.kind, job.limits));
    // Office files never carry a DTD; whoever adds one wants entities to grow or files to be read.
    else if (/<!(DOCTYPE|ENTITY)/i.test(file.data.toString("latin1"))) return { ok: false, reason: "damaged" };
    // The reader builds a tree of these; a list at its limit has about seven different texts a row.
    const strings = /sharedStrings/i.test(file.name)
      ? (file.data.toString("latin1").match(/<si[\s>]/g)?.length ?? 0)
      : 0;
    if (strings > job.limits.rows * 7.5) return { ok: false, reason: "too-many-rows" };
  }
  const zip = packAgain(files);
  const book = await (job.kind === "xlsx"
    ? hucre.readXlsx(zip, { readStyles: true })
    : hucre.readOds(zip, { readStyles: true }));
  const sheets = book.sheets.map((sheet) => ({ name: sheet.name.normalize("NFC"), rows: rowsOf(sheet, hucre) }));
  return sheets.length > 0 ? { ok: true, kind: job.kind, sheets } : { ok: false, reason: "not-a-sheet" };
}

function unpack(bytes: Uint8Array, part: Part, zlib: Tools["zlib"]): Buffer {
  const packed = bytes.subarray(part.start, part.start + part.packed);
  let data: Buffer;
  try {
    data = part.stored ? Buffer.from(packed) : zlib.inflateRawSync(packed, { maxOutputLength: Math.max(part.size, 1) });
  } catch (error) {
    // More comes out than the file declared: a header that lies.
    const lies = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new Error(part.name, { cause: lies ? "too-large" : "damaged" });
  }
  if (data.length !== part.size || zlib.crc32(data) !== part.crc) throw new Error(part.name, { cause: "damaged" });
  return data;
}

/** Takes out the cells that hold only a format: offices colour whole columns, and a million empty rows would be read. */
function thinOut(xml: string, kind: "xlsx" | "ods", limits: Limits): string {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Error("dtd", { cause: "damaged" });
  if (kind === "ods") {
    let people = 0;
    for (const [, attributes = "", inner = ""] of xml.matchAll(
      /<table:table-row\b([^<>]*)>(.*?)<\/table:table-row>/gs,
    )) {
      if (!/office:value|<text:/.test(inner)) continue;
      people += Number(/number-rows-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      if (people > limits.rows) throw new Error("rows", { cause: "too-many-rows" });
    }
    const [columns, rows] = [limits.columns + 1, limits.rows + 1];
    return xml
      .replace(/<\/?table:table-(header-rows|rows|row-group)\b[^<>]*>/g, "")
      .replace(
        /(table:number-columns-repeated=)"(\d+)"/g,
        (_, key, count) => `${key}"${Math.min(Number(count), columns)}"`,
      )
      .replace(/<table:table-cell\b[^<>]*\/>/g, (cell) => cell.replace(/ table:style-name="[^"]*"/, ""))
      .replace(/(table:number-rows-repeated=)"(\d+)"/g, (_, key, count) => `${key}"${Math.min(Number(count), rows)}"`);
  }
  const thin = xml
    .replace(/<c(\s[^<>]*)?\/>|<c(\s[^<>]*)?><\/c>/g, "")
    .replace(/<row(\s[^<>]*)?\/>|<row(\s[^<>]*)?>\s*<\/row>/g, "");
  let rows = 0;
  for (const [, number] of thin.matchAll(/<row\b(?:[^<>]*?\sr="(\d+)")?/g)) {
    rows += 1;
    if (rows > limits.rows || Number(number ?? 0) > limits.rows) throw new Error("rows", { cause: "too-many-rows" });
  }
  for (const [, letters = ""] of thin.matchAll(/<c\s[^<>]*?\br="([A-Z]+)\d+"/g)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > limits.columns) throw new Error("columns", { cause: "too-large" });
  }
  return thin;
}

/** A zip of uncompressed entries: what was checked is what gets read, and pictures and macros stay outside. */
function packAgain(files: { name: string; data: Buffer }[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data } of files) {
    const label = Buffer.from(name, "latin1");
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt32LE(data.length, 20);
    header.writeUInt32LE(data.length, 24);
    header.writeUInt16LE(label.length, 28);
    header.writeUInt32LE(at, 42);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    header.copy(local, 18, 20, 30);
    bodies.push(local, label, data);
    directory.push(header, label);
    at += 30 + label.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listing, end]);
}

function rowsOf(sheet: import("hucre").Sheet, hucre: typeof import("hucre")): string[][] {
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c) => {
      const format = typeof value === "number" ? sheet.cells?.get(`${r},${c}`)?.style?.numFmt : undefined;
      return cellText(value, format, hucre.formatValue);
    }),
  );
  fillMerged(rows, sheet.merges ?? []);
  return rows;
}

/** What the office sees in the cell: days as dd/MM/yyyy, 83,51 with a comma, a number's leading zeros if its format shows them. */
function cellText(value: CellValue, format: string | undefined, show: typeof import("hucre")["formatValue"]): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "";
    const [year, month, day, hour, minute] = value.toISOString().split(/\D/) as [
      string,
      string,
      string,
      string,
      string,
    ];
    if (value.getUTCFullYear() < 1900) return `${hour}:${minute}`;
    return `${day}/${month}/${year}${hour + minute === "0000" ? "" : ` ${hour}:${minute}`}`;
  }
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return "";
    const plain = Number.isInteger(value) ? BigInt(value).toString() : String(value).replace(".", ",");
    return !format || /general|@|E[+-]/i.test(format)
      ? plain
      : show(value, format, { locale: "de-DE" }).normalize("NFC");
  }
  const clock = /^PT(\d+)H(\d+)M/.exec(String(value));
  return clock
    ? `${clock[1]}:${clock[2]}`
    : String(value)
        .normalize("NFC")
        .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, "");
}

/** A cell merged downwards (one point beside all its people) speaks for each of its rows. */
function fillMerged(
  rows: string[][],
  merges: { startRow: number; endRow: number; startCol: number; endCol: number }[],
) {
  for (const { startRow, endRow, startCol } of merges.slice(0, 20_000)) {
    const text = rows[startRow]?.[startCol];
    for (let r = startRow + 1; text && r <= endRow && r < rows.length; r++) {
      const row = rows[r] as string[];
      while (row.length <= startCol) row.push("");
      row[startCol] ||= text;
    }
  }
}
