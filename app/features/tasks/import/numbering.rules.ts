import { tidy } from "~/web/text";

/** How a plan numbers a row: "I", "1", "1.2", "a)", "-". Rows of one style stand on one level. */
export interface Numbering {
  style: "A" | "I" | "a" | "i" | "-" | `1${string}`;
  /** As it is cited: "II", "1.2", "a"; "" for a bullet. */
  label: string;
}

const roman: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanValue(text: string): number | null {
  if (!/^(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(text) || text === "") return null;
  let sum = 0;
  for (const [n, sign] of [...text].entries()) {
    const [value, next] = [roman[sign] ?? 0, roman[text[n + 1] ?? ""] ?? 0];
    sum += value < next ? -value : value;
  }
  return sum;
}

const isNext = (before: string, text: string): boolean =>
  before.length === 1 && text.length === 1 && text.charCodeAt(0) === before.charCodeAt(0) + 1;

/**
 * Reads the cell of numbers; `before` is the label that stood last in each style, for "I" may be one or the ninth letter.
 * Null when the text is no numbering.
 */
export function readNumbering(
  text: string,
  before: Partial<Record<Numbering["style"], string>> = {},
): Numbering | null {
  const bare = tidy(text).replace(/^[([]|[.):\]]+$/g, "");
  if (/^[-–—+•*]$/.test(tidy(text))) return { style: "-", label: "" };
  // A spreadsheet that takes 1.2 for a number shows it as "1,2".
  const parts = /^\d{1,4}([.,]\d{1,3}){0,5}$/.test(bare) ? bare.split(/[.,]/) : null;
  if (parts) return { style: `1${".1".repeat(parts.length - 1)}`, label: parts.join(".") };
  const mixed = /^([IVXLC]+|[A-Z])((?:\.\d{1,3}){1,5})$/.exec(bare);
  if (mixed) return { style: `1${(mixed[2] ?? "").replace(/\d+/g, "1")}`, label: bare };
  if (/^[IVXLC]+$/.test(bare) && romanValue(bare) !== null && !isNext(before.A ?? "", bare))
    return { style: "I", label: bare };
  if (/^[A-ZĐ]$/.test(bare)) return { style: "A", label: bare };
  if (/^[ivx]+$/.test(bare) && romanValue(bare.toUpperCase()) !== null && !isNext(before.a ?? "", bare))
    return { style: "i", label: bare };
  return /^[a-zđ]$/.test(bare) ? { style: "a", label: bare } : null;
}

/** "1.2. Ban hành kế hoạch" without a column of numbers: the numbering, and the title behind it. */
export function splitNumbering(text: string): { number: string; title: string } {
  const found =
    /^\s*((?:\d{1,3}(?:\.\d{1,3}){0,5}|[IVXLC]{1,6}|[A-Z]|[a-zđ])\s*[.)/:-]|\d{1,3}(?:\.\d{1,3})+|[-–+•])\s+(?=\S)/u.exec(
      text,
    );
  return found
    ? { number: (found[1] ?? "").replace(/[.)/:\s]+$/, ""), title: tidy(text.slice(found[0].length)) }
    : { number: "", title: tidy(text) };
}
