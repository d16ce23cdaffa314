import * as v from "valibot";
import { dayField, type FormErrors, line, optionalDay, optionalText, textFields } from "~/web/form";
import { locales } from "~/web/i18n";
import type { Localized } from "~/web/localized";
import { addDays, type Day } from "~/web/time";
import { gathered } from "../forms";
import { offsetName, phaseFaults } from "../rules";

export interface PhaseInput {
  id: string | null;
  title: Localized;
  startsOn: Day;
  endsOn: Day | null;
}
export interface MilestoneInput {
  id: string | null;
  title: Localized;
  dueOn: Day;
  offsetDays: number | null;
}
export interface PlanInput {
  phases: PhaseInput[];
  milestones: MilestoneInput[];
}

const planLists = ["phase", "milestone"] as const;
export type PlanList = (typeof planLists)[number];

const most = 120;

/** The numbers of the rows a form holds for a list, in order. */
export const rowsOf = (values: Record<string, string>, list: PlanList): number[] =>
  [...new Set(Object.keys(values).flatMap((name) => (name.startsWith(`${list}.`) ? Number(name.split(".")[1]) : [])))]
    .filter((row) => Number.isInteger(row) && row >= 0 && row < 10_000)
    .sort((a, b) => a - b)
    .slice(0, most);

/** A plan as the fields of its form. */
export function planValues({ phases, milestones }: PlanInput): Record<string, string> {
  const values: Record<string, string> = {};
  const put = (row: string, title: Localized, rest: Record<string, string | null>) => {
    for (const locale of locales) values[`${row}.title.${locale}`] = title[locale] ?? "";
    for (const [name, value] of Object.entries(rest)) values[`${row}.${name}`] = value ?? "";
  };
  for (const [n, { id, title, startsOn, endsOn }] of phases.entries())
    put(`phase.${n}`, title, { id, startsOn, endsOn });
  for (const [n, { id, title, dueOn, offsetDays }] of milestones.entries())
    put(`milestone.${n}`, title, { id, dueOn, offset: offsetDays === null ? "" : offsetName(offsetDays) });
  return values;
}

/** What "add a row" and "remove this row" make of a form; null for every other button. Nothing is saved by them. */
export function reshaped(form: FormData): Record<string, string> | null {
  const [verb, list, row] = String(form.get("do") ?? "").split(".");
  const known = planLists.find((name) => name === list);
  if (!known || (verb !== "add" && verb !== "remove")) return null;
  const values = textFields(form);
  delete values.do;
  if (verb === "add") {
    const next = Math.max(-1, ...rowsOf(values, known)) + 1;
    return { ...values, [`${known}.${next}.title.vi`]: "" };
  }
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`${known}.${row}.`)));
}

const titleEntries = {
  "title.vi": line(300),
  "title.en": optionalText(300),
  "title.ar": optionalText(300),
  "title.hi": optionalText(300),
};
const phaseRow = v.object({ ...titleEntries, startsOn: dayField, endsOn: optionalDay });
const offsetField = v.optional(
  v.pipe(
    v.string(),
    v.transform(
      (text) => text.replace(/\s/g, "").replace(/−/g, "-").replace(/^T/i, "") || (/t/i.test(text) ? "0" : ""),
    ),
    v.check((text) => text === "" || /^[+-]?\d{1,3}$/.test(text), "bad-number"),
  ),
  "",
);
const milestoneRow = v.object({ ...titleEntries, dueOn: optionalDay, offset: offsetField });

/**
 * The phases and milestones of a form; rows left empty are passed over. With an anchor, a milestone may give its T instead
 * of a day. Errors stand under "phase.0.endsOn". Codes: required, too-long, bad-day, bad-number, ends-before-start, overlap, open-not-last.
 */
export function parsePlan(form: FormData, anchorOn: Day | null): { ok: true; value: PlanInput } | FormErrors {
  const values = textFields(form);
  delete values.do;
  const errors: Record<string, string> = {};
  const phases: (PhaseInput & { row: string })[] = [];
  const milestones: MilestoneInput[] = [];
  const read = <S extends v.GenericSchema<Record<string, unknown>, Record<string, unknown>>>(
    list: PlanList,
    schema: S,
    take: (row: string, found: v.InferOutput<S>) => void,
  ) => {
    for (const n of rowsOf(values, list)) {
      const row = `${list}.${n}`;
      const cells = Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) =>
          name.startsWith(`${row}.`) ? [[name.slice(row.length + 1), value]] : [],
        ),
      );
      if (Object.entries(cells).every(([name, value]) => name === "id" || value.trim() === "")) continue;
      const found = v.safeParse(schema, cells);
      if (found.success) take(row, found.output);
      else
        for (const issue of found.issues)
          errors[`${row}.${issue.path?.[0]?.key}`] ??= issue.kind === "schema" ? "required" : issue.message;
    }
  };
  const idOf = (row: string): string | null => values[`${row}.id`] || null;
  read("phase", phaseRow, (row, found) => {
    phases.push({ row, id: idOf(row), title: titleOf(found), startsOn: found.startsOn, endsOn: found.endsOn || null });
  });
  read("milestone", milestoneRow, (row, found) => {
    const offsetDays = found.offset === "" ? null : Number(found.offset);
    const dueOn = found.dueOn || (anchorOn && offsetDays !== null ? addDays(anchorOn, offsetDays) : "");
    if (dueOn)
      milestones.push({ id: idOf(row), title: titleOf(found), dueOn, offsetDays: anchorOn ? offsetDays : null });
    else errors[`${row}.dueOn`] = "required";
  });
  for (const [index, fault] of phaseFaults(phases).entries())
    if (fault) errors[`${phases[index]?.row}.${fault === "overlap" ? "startsOn" : "endsOn"}`] ??= fault;
  if (Object.keys(errors).length > 0) return { ok: false, errors, values };
  return { ok: true, value: { phases: phases.map(({ row: _, ...phase }) => phase), milestones } };
}

const titleOf = (cells: Record<string, unknown>): Localized => gathered(cells, "title") ?? { vi: "" };
