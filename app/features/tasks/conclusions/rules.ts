import type { EventState } from "~/features/events/rules";
import { fold, tidy } from "~/web/text";
import type { Day } from "~/web/time";
import { type Due, parseDue } from "../dates.rules";

export const mostLines = 300;
export const longestLine = 1000;

/** Conclusions are written while the meeting runs, and tidied after it. */
export const mayConclude = (state: EventState): boolean => state === "running" || state === "finished";

// "1.", "2)", "a)", "-", "•", "+": how pasted lines begin.
const bullet = /^(?:\d{1,2}[.)]|[a-zđ]\)|[-–—•*+])\s+/iu;

/** The lines of a text, each without its bullet; empty ones are left out. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => tidy(tidy(line).replace(bullet, "")))
    .filter((line) => line !== "");

// "het" and "trong" alone name no deadline: a year is one only behind them.
const spelled = [
  String.raw`\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?20\d\d`,
  String.raw`(?:ngay )?\d{1,2} thang \d{1,2}(?: nam 20\d\d)?`,
  String.raw`ngay \d{1,2}[/-]\d{1,2}`,
  String.raw`thang \d{1,2}(?: ?[/.-] ?20\d\d| nam 20\d\d)?`,
  String.raw`quy (?:iv|i{1,3}|[1-4])(?: ?[/.-] ?20\d\d| nam 20\d\d)?`,
  String.raw`(?:6|sau) thang (?:dau|cuoi) nam(?: 20\d\d)?`,
  String.raw`(?<=(?:trong|het|cuoi) )nam 20\d\d`,
].join("|");
const dues = new RegExp(String.raw`(?<![\d/])(?:${spelled})(?![\d/])`, "g");

/**
 * The deadline that a line names ("… trước ngày 15/12/2025", "… trong tháng 12/2025"), or null. The last one counts; days
 * before `on` are the dates of documents and of what has been.
 */
export function dueIn(text: string, on: Day): Due | null {
  const found = [...fold(text).matchAll(dues)].flatMap(([words]) => {
    const read = parseDue(words, { year: Number(on.slice(0, 4)) });
    return read.ok && read.due && read.due.dueOn >= on ? [read.due] : [];
  });
  return found.at(-1) ?? null;
}

export interface NamedUnit {
  id: string;
  name: string;
  shortName: string;
  code: string | null;
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** The units that a line names by name, short name or code, in the order of the line; the longer name wins. */
export function unitsIn<U extends NamedUnit>(text: string, units: readonly U[]): U[] {
  const line = fold(text);
  const taken: { from: number; to: number; unit: U }[] = [];
  const keys = units
    .flatMap((unit) => [unit.name, unit.shortName, unit.code ?? ""].map((key) => ({ key: fold(key), unit })))
    .filter(({ key }) => key.length >= 3)
    .sort((a, b) => b.key.length - a.key.length);
  for (const { key, unit } of keys) {
    const from = wordAt(line, key);
    if (from < 0 || taken.some((one) => one.unit.id === unit.id)) continue;
    const to = from + key.length;
    if (!taken.some((one) => from < one.to && one.from < to)) taken.push({ from, to, unit });
  }
  return taken.sort((a, b) => a.from - b.from).map(({ unit }) => unit);
}

function wordAt(line: string, key: string): number {
  for (let at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + 1))
    if (!isLetter(line[at - 1]) && !isLetter(line[at + key.length])) return at;
  return -1;
}

/** What a line says of the task in it. */
export interface Reading {
  leadUnitId: string | null;
  coordinatingUnitIds: string[];
  due: Due | null;
}

/** Reads a line: the first unit it names leads, the others help. `on` is the day of the meeting. */
export function readLine(text: string, { units, on }: { units: readonly NamedUnit[]; on: Day }): Reading {
  const [lead, ...others] = unitsIn(text, units);
  return { leadUnitId: lead?.id ?? null, coordinatingUnitIds: others.map(({ id }) => id), due: dueIn(text, on) };
}

/** The order after one line has gone a step up or down; the same order where it cannot. */
export function moved<T extends { id: string }>(lines: readonly T[], id: string, step: "up" | "down"): T[] {
  const from = lines.findIndex((line) => line.id === id);
  const to = from + (step === "up" ? -1 : 1);
  const ordered = [...lines];
  const [one, other] = [lines[from], lines[to]];
  if (!one || !other) return ordered;
  ordered[from] = other;
  ordered[to] = one;
  return ordered;
}

/** A title for the task: a line may be longer than a title. */
export const titleOf = (text: string): string => (text.length <= 500 ? text : `${text.slice(0, 499).trimEnd()}…`);

/** A deadline as the field of this page is typed, whatever the reader's language. */
export function dueInput({ dueOn, precision }: Due): string {
  const [year, month, day] = dueOn.split("-") as [string, string, string];
  if (precision === "month") return `tháng ${Number(month)}/${year}`;
  if (precision === "quarter") return `quý ${["I", "II", "III", "IV"][Math.ceil(Number(month) / 3) - 1]}/${year}`;
  if (precision === "half-year") return `6 tháng ${Number(month) <= 6 ? "đầu" : "cuối"} năm ${year}`;
  return `${day}/${month}/${year}`;
}
