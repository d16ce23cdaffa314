import { tidy } from "~/web/text";
import { addDays, type Day, daysBetween, isDay } from "~/web/time";
import type { Exception } from "./rules";

export interface HolidayLine extends Exception {
  name: string;
}

export type LineError = "bad-day" | "no-name" | "too-long" | "bad-range";
export type ParsedLines =
  | { ok: true; holidays: HolidayLine[] }
  /** `line` counts from 1; 0 when nothing was written at all. */
  | { ok: false; reason: LineError | "required" | "too-many"; line: number };

const written =
  /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s*(?:-|–|—|đến|to)\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4}))?[\s:;,.–—-]*(.*)$/iu;

const mostDays = 400;
const longestRange = 31;

/** Days as people write them, one line each: "01/01/2026 Tết Dương lịch", or "16/02/2026 - 20/02/2026 Nghỉ Tết". */
export function parseHolidayLines(text: string, kind: Exception["kind"]): ParsedLines {
  const holidays: HolidayLine[] = [];
  for (const [n, line] of text
    .split(/\r\n?|\n/)
    .map(tidy)
    .entries()) {
    if (!line) continue;
    const found = readLine(line);
    if (typeof found === "string") return { ok: false, reason: found, line: n + 1 };
    holidays.push(...found.days.map((day) => ({ day, name: found.name, kind })));
    if (holidays.length > mostDays) return { ok: false, reason: "too-many", line: n + 1 };
  }
  return holidays.length > 0 ? { ok: true, holidays } : { ok: false, reason: "required", line: 0 };
}

function readLine(line: string): { days: Day[]; name: string } | LineError {
  const [whole, d, m, y, d2, m2, y2, name = ""] = written.exec(line) ?? [];
  if (!whole) return "bad-day";
  const first = dayFrom(d, m, y);
  const last = y2 ? dayFrom(d2, m2, y2) : first;
  if (!isDay(first) || !isDay(last)) return "bad-day";
  if (name.trim() === "") return "no-name";
  if (name.length > 200) return "too-long";
  const length = daysBetween(first, last);
  if (length < 0 || length >= longestRange) return "bad-range";
  return { days: Array.from({ length: length + 1 }, (_, n) => addDays(first, n)), name: name.trim() };
}

const dayFrom = (d = "", m = "", y = ""): Day => `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
