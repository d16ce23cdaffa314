import * as v from "valibot";
import {
  allValues,
  choice,
  fieldError,
  line,
  optionalDay,
  optionalId,
  optionalLine,
  optionalText,
  type Parsed,
  parseForm,
} from "~/web/form";
import { parseDue } from "../dates.rules";
import { weightField } from "../forms";
import { taskPriorities } from "../rules";
import { type BulkAct, bulkActs, type BulkChange } from "./rules";

const YesNo = v.pipe(
  choice(["yes", "no"]),
  v.transform((word) => word === "yes"),
);

const set = <K extends string, S extends v.GenericSchema<unknown, unknown>>(field: K, schema: S) => {
  const shape = v.object({ value: schema });
  return (form: FormData): Parsed<BulkChange> => {
    const read = parseForm(form, shape as never) as Parsed<{ value: unknown }>;
    if (!read.ok) return read;
    return { ok: true, value: { kind: "set", set: { [field]: read.value.value } } };
  };
};

const helper =
  (helps: boolean) =>
  (form: FormData): Parsed<BulkChange> => {
    const read = parseForm(form, v.object({ value: line(64) }));
    return read.ok ? { ok: true, value: { kind: "helper", unitId: read.value.value, helps } } : read;
  };

const readers: Record<Exclude<BulkAct, "due">, (form: FormData) => Parsed<BulkChange>> = {
  start: set(
    "startsOn",
    v.pipe(
      optionalDay,
      v.transform((day) => day || null),
    ),
  ),
  lead: set("leadUnitId", line(64)),
  responsible: set("responsibleId", line(64)),
  appraiser: set("appraiserUnitId", line(64)),
  priority: set("priority", choice(taskPriorities)),
  group: set("parentId", optionalId),
  campaign: set("campaignId", optionalId),
  document: set("documentId", optionalId),
  weight: set("weight", weightField),
  critical: set("critical", YesNo),
  additional: set("additional", YesNo),
  "add-helper": helper(true),
  "remove-helper": helper(false),
  assign: () => ({ ok: true, value: { kind: "assign" } }),
  cancel: (form) => {
    const read = parseForm(form, v.object({ value: v.pipe(optionalText(2000), v.nonEmpty("required")) }));
    return read.ok ? { ok: true, value: { kind: "cancel", reason: read.value.value } } : read;
  },
};

/** Which field is to change; null where the form names none. */
export const parseAct = (form: FormData): BulkAct | null => bulkActs.find((act) => act === form.get("act")) ?? null;

/**
 * Reads the new value, from the field "value": a deadline as people write it (`year` is meant where none is written; empty:
 * none). Codes: required, too-long, bad-day, bad-number, out-of-range, no-such-day, unreadable.
 */
export function parseChange(form: FormData, { act, year }: { act: BulkAct; year: number }): Parsed<BulkChange> {
  if (act !== "due") return readers[act](form);
  const read = parseForm(form, v.object({ value: optionalLine(100) }));
  if (!read.ok) return read;
  const due = parseDue(read.value.value, { year });
  if (!due.ok) return fieldError(form, "value", due.reason);
  const set = { dueOn: due.due?.dueOn ?? null, duePrecision: due.due?.precision ?? "day" } as const;
  return { ok: true, value: { kind: "set", set } };
}

/** The rows ticked in the list; `every`: all that its query means. */
export const parseTicked = (form: FormData) => ({
  every: form.get("every") === "on",
  ids: [...new Set(allValues(form, "task"))].filter((id) => /^[\w-]{1,64}$/.test(id)),
});

/** The name of a press: the same form, sent twice, changes once. */
export const parsePress = (form: FormData): string | null => {
  const press = String(form.get("press") ?? "");
  return /^[\w-]{20,64}$/.test(press) ? press : null;
};
