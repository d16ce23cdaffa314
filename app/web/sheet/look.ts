/** Why a file is not read. The words for it belong to the page that asked for the file. */
export type SheetRefusal =
  | "not-a-sheet"
  | "too-large"
  | "too-many-rows"
  | "encrypted"
  | "damaged"
  | "macro-or-old-format";

/** One file inside a workbook's zip that reading needs, as the central directory describes it. */
export interface Part {
  name: string;
  /** First byte of the packed data, counted from the start of the file. */
  start: number;
  packed: number;
  size: number;
  crc: number;
  stored: boolean;
}

export interface PackLimits {
  entries: number;
  unpacked: number;
}

export type Look =
  | { ok: true; kind: "xlsx" | "ods"; parts: Part[] }
  | { ok: true; kind: "text" }
  | { ok: false; reason: SheetRefusal };

const refuse = (reason: SheetRefusal) => ({ ok: false, reason }) as const;

/** Tells from its bytes, never from its name, what a file is and whether it is safe to unpack. Unpacks nothing. */
export function lookAt(bytes: Uint8Array, limits: PackLimits): Look {
  const head = ascii(bytes, 0, 2048);
  if (head.startsWith("PK\x03\x04")) return lookAtZip(bytes, limits);
  if (head.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return refuse(lookAtCompound(bytes));
  if (/^(PK|MZ|\x7fELF|%PDF|\x89PNG|\xFF\xD8\xFF|GIF8|\x1f\x8b|BZh|7z\xBC|Rar!|\{\\rtf|#!)/.test(head)) {
    return refuse("not-a-sheet");
  }
  const start = head
    .replace(/^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, "")
    .replace(/\0/g, "")
    .trimStart();
  // Old portals save an HTML page or Excel 2003's XML under the name .xls: Excel opens it and can save it anew.
  if (/^<(\?xml|!doctype|!--|html|head|meta|style|body|table|div|svg|script)/i.test(start)) {
    const table = /<table|<html|schemas-microsoft-com:office|opendocument/i.test(start);
    return refuse(table && !/^(<\?xml[^>]*>\s*)?<svg/i.test(start) ? "macro-or-old-format" : "not-a-sheet");
  }
  if (/^MIME-Version:/i.test(start)) return refuse("macro-or-old-format");
  return start === "" && bytes.length <= 2048 ? refuse("not-a-sheet") : { ok: true, kind: "text" };
}

/** Excel up to 2003, and the envelope round a workbook with a password, are the same kind of container. */
function lookAtCompound(bytes: Uint8Array): SheetRefusal {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => text.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return "encrypted";
  return holds("Workbook") || holds("Book") ? "macro-or-old-format" : "not-a-sheet";
}

const neededOfXlsx =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?workbook\d*\.xml(\.rels)?|xl\/(sharedStrings|styles)\d*\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
const neededOfOds = /^(mimetype|content\.xml|META-INF\/manifest\.xml)$/;

function lookAtZip(bytes: Uint8Array, limits: PackLimits): Look {
  const listed = listEntries(bytes, limits);
  if (!listed.ok) return listed;
  const { entries } = listed;
  const has = (name: RegExp) => entries.some((entry) => name.test(entry.name));
  if (has(/^encrypted-package$/)) return refuse("encrypted");
  if (has(/^xl\/(vbaProject|workbook)\d*\.bin$/i)) return refuse("macro-or-old-format");
  const kind = has(/^xl\/workbook\d*\.xml$/i) ? "xlsx" : has(/^mimetype$/) && has(/^content\.xml$/) ? "ods" : null;
  if (!kind) return refuse("not-a-sheet");
  const needed = entries.filter((entry) => (kind === "xlsx" ? neededOfXlsx : neededOfOds).test(entry.name));
  if (needed.some((entry) => entry.locked)) return refuse("encrypted");
  if (needed.some((entry) => entry.method !== 0 && entry.method !== 8)) return refuse("damaged");
  return locate(bytes, needed, kind);
}

interface Entry {
  name: string;
  method: number;
  locked: boolean;
  crc: number;
  packed: number;
  size: number;
  header: number;
}

/** Reads the central directory only. Sizes are what the file says of itself; unpacking holds it to its word. */
function listEntries(bytes: Uint8Array, limits: PackLimits) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 65_557);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < lowest) return refuse("damaged");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 65535 also means "the real number stands elsewhere" (zip64), which no list of ten megabytes needs.
  if (count > limits.entries) return refuse("too-large");
  const entries: Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return refuse("damaged");
    const [nameLength, extra, comment] = [28, 30, 32].map((k) => view.getUint16(at + k, true)) as [
      number,
      number,
      number,
    ];
    const entry: Entry = {
      name: ascii(bytes, at + 46, nameLength),
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    };
    unpacked += entry.size;
    // Two entries of one name show one content to a scanner and another to the reader.
    if (names.has(entry.name) || /^\/|\\|(^|\/)\.\.(\/|$)|\0/.test(entry.name)) return refuse("damaged");
    names.add(entry.name);
    entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  return unpacked > limits.unpacked ? refuse("too-large") : ({ ok: true, entries } as const);
}

function locate(bytes: Uint8Array, entries: Entry[], kind: "xlsx" | "ods"): Look {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Part[] = [];
  for (const { name, method, crc, packed, size, header } of entries) {
    if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) return refuse("damaged");
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (start + packed > bytes.length) return refuse("damaged");
    parts.push({ name, start, packed, size, crc, stored: method === 0 });
  }
  // Entries that share bytes are how a small file claims to be a huge one.
  parts.sort((a, b) => a.start - b.start);
  const overlap = parts.some(
    (part, n) => n > 0 && part.start < (parts[n - 1] as Part).start + (parts[n - 1] as Part).packed,
  );
  return overlap ? refuse("damaged") : { ok: true, kind, parts };
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, from + length);
}
