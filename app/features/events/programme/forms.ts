import * as v from "valibot";
import {
  allValues,
  line,
  optionalEmail,
  optionalId,
  optionalLine,
  optionalText,
  type Parsed,
  parseForm,
  textFields,
  tick,
} from "~/web/form";
import { optionalSeats, printedPhone } from "../forms";
import { isMeetingLink, lineTests, type PastedPoint, type PointContent, readPointLines } from "./rules";

const Point = v.object({
  name: line(200),
  unitId: optionalId,
  isMain: tick,
  address: optionalLine(500),
  way: optionalText(1000),
  meetingUrl: v.pipe(
    optionalLine(1000),
    v.check((text) => text === "" || isMeetingLink(text), "bad-link"),
  ),
  chairName: optionalLine(120),
  chairPosition: optionalLine(200),
  contactName: optionalLine(120),
  contactPhone: printedPhone,
  contactEmail: optionalEmail,
  capacity: optionalSeats,
});

export const parsePoint = (form: FormData): Parsed<PointContent> => parseForm(form, Point);

/** The ticked units and the seats each point gets. With `do=all`, `offered` is taken whole. */
export function parseUnitPoints(
  form: FormData,
  offered: string[],
): Parsed<{ unitIds: string[]; capacity: number | null }> {
  const read = parseForm(form, v.object({ capacity: optionalSeats }));
  if (!read.ok) return read;
  const ticked = new Set(allValues(form, "unit"));
  const unitIds = form.get("do") === "all" ? offered : offered.filter((id) => ticked.has(id));
  if (unitIds.length === 0) return { ok: false, errors: { unit: "nothing-chosen" }, values: textFields(form) };
  return { ok: true, value: { unitIds, ...read.value } };
}

/** Pasted lines; with unreadable ones nothing is taken, and `badLines` in the values names them. */
export function parseLines(form: FormData): Parsed<{ points: PastedPoint[] }> {
  const read = parseForm(
    form,
    v.object({ lines: v.pipe(v.string("required"), v.nonEmpty("required"), v.maxLength(400_000, "too-long")) }),
  );
  if (!read.ok) return read;
  const { points, bad } = readPointLines(read.value.lines);
  const values = { lines: read.value.lines };
  if (bad.length > 0)
    return { ok: false, errors: { lines: "bad-line" }, values: { ...values, badLines: bad.slice(0, 20).join(", ") } };
  if (points.length === 0) return { ok: false, errors: { lines: "required" }, values };
  return { ok: true, value: { points } };
}

export const parseLineTest = (form: FormData) =>
  parseForm(form, v.object({ result: v.picklist(lineTests, "required"), note: optionalLine(500) }));

const mostRows = 100;
export type Row = Record<string, string>;

/** The rows of a form whose fields are named `title[0]`, `minutes[0]` …, in the order of their numbers. */
function rowsOf(form: FormData, names: readonly string[]): Row[] {
  const rows = new Map<number, Row>();
  for (const [field, value] of Object.entries(textFields(form))) {
    const [, name = "", at = ""] = /^(\w+)\[(\d{1,4})\]$/.exec(field) ?? [];
    if (names.includes(name)) rows.set(Number(at), { ...rows.get(Number(at)), [name]: value.slice(0, 2000) });
  }
  const filled = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  return filled.slice(0, mostRows).map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? ""])));
}

const isBlank = (row: Row): boolean => Object.values(row).every((value) => value.trim() === "");

/** What the pressed button makes of the rows: "add", "remove:2", "up:2", "down:2"; anything else saves. */
function edited(rows: Row[], pressed: string, empty: Row): Row[] | null {
  const [, verb, at] = /^(add|remove|up|down)(?::(\d{1,3}))?$/.exec(pressed) ?? [];
  const index = Number(at ?? -1);
  if (!verb) return null;
  if (verb === "add") return rows.length < mostRows ? [...rows, empty] : rows;
  if (verb === "remove") return rows.filter((_, n) => n !== index);
  const other = verb === "up" ? index - 1 : index + 1;
  const [one, two] = [rows[index], rows[other]];
  return one && two ? rows.map((row, n) => (n === index ? two : n === other ? one : row)) : rows;
}

/** Rows being edited are handed back unsaved; saved rows come parsed, or with errors named like their fields. */
export type Rows<T> = { saved: T[] } | { saved: null; rows: Row[]; errors: Record<string, string> };

function parseRows<S extends v.GenericSchema<Row, unknown>>(
  form: FormData,
  names: readonly string[],
  schema: S,
): Rows<v.InferOutput<S>> {
  const rows = rowsOf(form, names);
  const next = edited(rows, String(form.get("do") ?? ""), Object.fromEntries(names.map((name) => [name, ""])));
  if (next) return { saved: null, rows: next, errors: {} };
  const kept = rows.filter((row) => !isBlank(row));
  const errors: Record<string, string> = {};
  const saved = kept.map((row, at) => {
    const found = v.safeParse(schema, row);
    for (const issue of found.issues ?? []) errors[`${String(issue.path?.[0]?.key)}[${at}]`] ??= issue.message;
    return found.output as v.InferOutput<S>;
  });
  return Object.keys(errors).length > 0 ? { saved: null, rows: kept, errors } : { saved };
}

const wholeMinutes = v.pipe(
  v.string("required"),
  v.trim(),
  v.nonEmpty("required"),
  v.regex(/^-?\d{1,9}$/, "bad-number"),
  v.transform(Number),
  v.minValue(1, "out-of-range"),
  v.maxValue(1440, "out-of-range"),
);
const Item = v.object({ title: line(300), speaker: optionalLine(200), minutes: wholeMinutes });
const Chair = v.object({ fullName: line(120), position: optionalLine(200) });

export const parseAgenda = (form: FormData) => parseRows(form, ["title", "speaker", "minutes"], Item);
export const parseChairs = (form: FormData) => parseRows(form, ["fullName", "position"], Chair);
