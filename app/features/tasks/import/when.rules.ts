import { fold } from "~/web/text";
import type { Day } from "~/web/time";
import { parseDue } from "../dates.rules";
import type { DuePrecision } from "../rules";

export type ReadWhen =
  | { ok: true; startsOn: Day | null; dueOn: Day | null; duePrecision: DuePrecision }
  | { ok: false; reason: "impossible-date" | "unreadable-date" };

const none: ReadWhen = { ok: true, startsOn: null, dueOn: null, duePrecision: "day" };
const endless = /^(thuong xuyen|lien tuc|dinh ky|(hang|hang nam|moi) (nam|quy|thang|tuan|ngay))\b/;
const range = /^(?:từ\s+)?(.+?)\s*(?:\s[-–—]\s|[-–—](?=\s?(?:tháng|quý|\d{1,2}[/.]))|đến)\s*(.+)$/iu;

/**
 * A cell of dates: a deadline as `parseDue` reads it, "từ … đến …" with its start, or work without an end ("Thường
 * xuyên"), which has no deadline. `startsOn` is set for a range only.
 */
export function readWhen(text: string, year: number): ReadWhen {
  if (endless.test(fold(text))) return none;
  const whole = parseDue(text, { year });
  if (!whole.ok && whole.reason === "unreadable") {
    const [, from = "", to = ""] = range.exec(text) ?? [];
    const last = parseDue(to, { year });
    const first = parseDue(from, { year: last.ok && last.due ? Number(last.due.dueOn.slice(0, 4)) : year });
    if (to && last.ok && last.due && first.ok && first.due)
      return { ok: true, startsOn: firstDay(first.due.dueOn, first.due.precision), ...named(last.due) };
  }
  if (!whole.ok) return { ok: false, reason: whole.reason === "unreadable" ? "unreadable-date" : "impossible-date" };
  return whole.due ? { ok: true, startsOn: null, ...named(whole.due) } : none;
}

/** The day on which a start begins that was given as a day, a month, a quarter. */
export function readStart(text: string, year: number): ReadWhen {
  const read = readWhen(text, year);
  return read.ok && read.dueOn ? { ...read, startsOn: firstDay(read.dueOn, read.duePrecision) } : read;
}

const named = ({ dueOn, precision }: { dueOn: Day; precision: DuePrecision }) => ({ dueOn, duePrecision: precision });

const months: Record<DuePrecision, number> = { day: 0, month: 1, quarter: 3, "half-year": 6 };

function firstDay(last: Day, precision: DuePrecision): Day {
  if (precision === "day") return last;
  const first = Number(last.slice(5, 7)) - months[precision] + 1;
  return `${last.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}
