import type { Limits, Read } from "./inside-book";

// Runs inside the sheet worker; the rules of inside-book.ts hold here too.

export interface TextJob {
  bytes: Uint8Array;
  limits: Limits;
}

/** The functions that make up the worker for CSV and its kin, the entry first. */
export const textWork = () => [readText, cleanCell, decodeText, findDelimiter, splitDelimited];

function readText({ bytes, limits }: TextJob): Read {
  const text = decodeText(bytes);
  if (text === null || text.trim() === "") return { ok: false, reason: "not-a-sheet" };
  const named = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = named?.[1] ?? findDelimiter(text);
  let rows = splitDelimited(text, delimiter, true, limits);
  // A quote that never closes would swallow the rest of the list into one cell.
  if (rows === "open-quote") rows = splitDelimited(text, delimiter, false, limits);
  if (rows === "open-quote" || rows === "too-wide") return { ok: false, reason: "too-large" };
  if (named) rows[0] = [];
  return {
    ok: true,
    kind: delimiter === "\t" ? "tsv" : "csv",
    sheets: [{ name: "", rows: rows.map((row) => row.map(cleanCell)) }],
  };
}

function cleanCell(cell: string): string {
  // One apostrophe before a formula sign is ours (or Excel's): it is no part of the text.
  const bare = cell.replace(/^'(?='*[=+\-@|\t\r\n＝＋－＠])/, "");
  return bare.normalize("NFC").replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, "");
}

/** The text of a file in any of the encodings Excel and older Vietnamese tools write; null when it is no text. */
function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, n) => {
    if (byte === 0) zeros[n % 2] = (zeros[n % 2] as number) + 1;
  });
  if ((zeros[1] as number) > sample.length / 5) return new TextDecoder("utf-16le").decode(bytes);
  if ((zeros[0] as number) > sample.length / 5) return new TextDecoder("utf-16be").decode(bytes);
  const controls = sample.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  if (controls > 4 + sample.length / 200) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const utf8 = new TextDecoder("utf-8").decode(bytes);
    const broken = utf8.match(/\uFFFD/g)?.length ?? 0;
    const whole = utf8.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
    // One spoilt sign in a file that is UTF-8 otherwise: better one sign lost than every name.
    if (broken * 20 < whole) return utf8;
  }
  // Windows-1258 writes tone marks as signs of their own after the vowel; where none joins its letter it is not Vietnamese.
  const viet = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  const joined = viet.match(/[\u1EA0-\u1EF9ÀÁÃÈÉÌÍÒÓÕÙÚÝàáãèéìíòóõùúýĨĩŨũ]/g)?.length ?? 0;
  const loose = viet.match(/[\u0300-\u036F]/g)?.length ?? 0;
  return joined > 0 && loose * 4 <= joined ? viet : new TextDecoder("windows-1252").decode(bytes);
}

/** The sign that splits the most lines of the first pages into the same number of columns. */
function findDelimiter(text: string): string {
  const page = text.slice(0, 65_536);
  const whole = page.length < text.length ? page.slice(0, page.lastIndexOf("\n") + 1) || page : page;
  let best = { sign: ",", score: 0 };
  for (const sign of [";", "\t", ",", "|"]) {
    let rows = splitDelimited(whole, sign, true, { rows: 60, columns: 60 });
    if (rows === "open-quote") rows = splitDelimited(whole, sign, false, { rows: 60, columns: 60 });
    if (typeof rows === "string") continue;
    const counts = new Map<number, number>();
    for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    for (const [columns, lines] of counts) {
      const score = lines * (columns - 1) ** 0.5;
      if (score > best.score) best = { sign, score };
    }
  }
  return best.sign;
}

function splitDelimited(text: string, delimiter: string, quotes: boolean, limits: Limits) {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (quotes && text[at] === '"') {
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0) return "open-quote" as const;
        cell += text.slice(at + 1, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    }
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at += 1;
    row.push(cell + text.slice(from, at));
    if (row.length > 16_384) return "too-wide" as const;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    rows.push(row);
    row = [];
    // One more than allowed is enough to know.
    if (rows.length > limits.rows + 1000) break;
  }
  return rows;
}
