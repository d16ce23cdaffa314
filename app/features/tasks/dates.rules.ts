import { fold } from "~/web/text";
import { type Day, dayNumber, dayOf, dayOfNumber, defaultZone, isDay } from "~/web/time";
import type { DuePrecision } from "./rules";

/** A deadline: its last day, and how exactly it was given. */
export interface Due {
  dueOn: Day;
  precision: DuePrecision;
}

/** A deadline as read from a text; `due` is null when there is none. "no-such-day": 31/02/2025, month 13, quarter 5. */
export type DueRead = { ok: true; due: Due | null } | { ok: false; reason: "no-such-day" | "unreadable" };

const months: Record<Exclude<DuePrecision, "day">, number> = { month: 1, quarter: 3, "half-year": 6 };

/** The last day of the month, quarter or half-year that holds `day`; the day itself for precision "day". */
export function dueEnd(precision: DuePrecision, day: Day): Day {
  if (precision === "day") return day;
  const length = months[precision];
  return endOf(yearOf(day), Math.ceil(monthOf(day) / length) * length);
}

/**
 * A deadline as offices write it: "30/06/2025", "trước ngày 15/12/2025", "Tháng 6/2025", "Quý III/2025", "6 tháng đầu
 * năm 2025", "Năm 2025"; also ISO dates and moments, and the serial numbers of workbooks. Days stand before months.
 * `year` is taken where the text names none; without it such a text is unreadable. "" is no deadline.
 */
export function parseDue(text: string, { year = null }: { year?: number | null } = {}): DueRead {
  const words = fold(text).replace(/[.,;]+$/, "");
  if (words === "") return { ok: true, due: null };
  const plain = words.replace(clock, "").replace(lead, "").trim();
  for (const [pattern, read] of spellings) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const { y } = found.groups ?? {};
    const named = y === undefined ? year : y.length === 2 ? 2000 + Number(y) : Number(y);
    return named === null && read !== serial ? unreadable : read(found.groups ?? {}, named ?? 0);
  }
  return unreadable;
}

const unreadable: DueRead = { ok: false, reason: "unreadable" };
const noSuchDay: DueRead = { ok: false, reason: "no-such-day" };
type Groups = Record<string, string | undefined>;
type Spelling = (groups: Groups, year: number) => DueRead;

const clock =
  /^(\d{1,2} ?(h|gio|:) ?(\d{1,2})?( phut)?,? (?=ngay|\d))|(?<=\d{4})[ ,]+\d{1,2}(:|h| gio ?)\d{0,2}(:\d{2})?$/;
// "Chậm nhất", "hoàn thành trước ngày", "đến hết", "trong", "cuối": none of them moves the last day.
const lead = /^(?:(?:truoc|trong|den|cham nhat|muon nhat|la|vao|han|hoan thanh|xong|het|cuoi|ngay)[ :]+)+/;
const end = String.raw`(?:[ ]?[/.-]?[ ]?(?:nam )?(?<y>20\d\d)| nam)?$`;

const dayMonth: Spelling = ({ d, m }, year) => onDay(year, Number(m), Number(d));
const wholeMonth: Spelling = ({ m }, year) => period("month", year, Number(m));
const half: Spelling = ({ which }, year) => period("half-year", year, which === "dau" ? 1 : 2);
const quarter: Spelling = ({ q = "" }, year) => period("quarter", year, romans.indexOf(q) + 1 || Number(q));
const wholeYear: Spelling = (_, year) => onDay(year, 12, 31);
// 1 is 1 January 1900 in workbooks, and 29 February 1900 is counted though it never was.
const serial: Spelling = ({ n }) => day(dayOfNumber(Number(n) + dayNumber("1899-12-30")));
// A moment with a zone is that of a workbook's reader or of another system: the day it falls on here.
const moment: Spelling = ({ at = "", zone }) => {
  const instant = new Date(at.toUpperCase());
  if (!isDay(at.slice(0, 10)) || Number.isNaN(instant.getTime())) return noSuchDay;
  return day(zone ? dayOf(instant, defaultZone) : at.slice(0, 10));
};
const romans = ["i", "ii", "iii", "iv"];

const spellings: [RegExp, Spelling][] = [
  [/^(?<at>(?<y>20\d\d)-\d\d-\d\dt\d\d:\d\d(:\d\d(\.\d+)?)?(?<zone>z|[+-]\d\d:?\d\d)?)$/, moment],
  [/^(?<y>20\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})$/, dayMonth],
  [/^(?<d>\d{1,2}) ?[-/.] ?(?<m>\d{1,2}) ?[-/.] ?(?<y>20\d\d|\d\d)$/, dayMonth],
  [new RegExp(`^(?<d>\\d{1,2}) (?:thang )(?<m>\\d{1,2})${end}`), dayMonth],
  [new RegExp(`^(?:thang ?|t\\.? ?)(?<m>\\d{1,2})${end}`), wholeMonth],
  [/^(?<m>\d{1,2}) ?[-/.] ?(?<y>20\d\d)$/, wholeMonth],
  [/^(?<d>\d{1,2})[-/](?<m>\d{1,2})$/, dayMonth],
  [new RegExp(`^(?:quy ?|q\\.? ?)(?<q>iv|i{1,3}|\\d)${end}`), quarter],
  [new RegExp(`^(?:(?:6|sau) thang|nua) (?<which>dau|cuoi)${end}`), half],
  [/^(?:nam )?(?<y>20\d\d)$/, wholeYear],
  [/^(?<n>[2-7]\d{4})(?:\.\d+)?$/, serial],
];

const day = (dueOn: Day): DueRead => ({ ok: true, due: { dueOn, precision: "day" } });

function onDay(year: number, month: number, date: number): DueRead {
  const named = `${year}-${two(month)}-${two(date)}`;
  return isDay(named) ? day(named) : noSuchDay;
}

function period(precision: Exclude<DuePrecision, "day">, year: number, n: number): DueRead {
  const month = n * months[precision];
  return n >= 1 && month <= 12 ? { ok: true, due: { dueOn: endOf(year, month), precision } } : noSuchDay;
}

const endOf = (year: number, month: number): Day => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const yearOf = (day: Day) => Number(day.slice(0, 4));
const monthOf = (day: Day) => Number(day.slice(5, 7));
const two = (n: number) => String(n).padStart(2, "0");
