import * as v from "valibot";
import {
  allValues,
  choice,
  type FormErrors,
  fieldError,
  line,
  optionalDay,
  optionalLine,
  optionalText,
  optionalWholeNumber,
  type Parsed,
  parseForm,
  tick,
} from "~/web/form";
import type { Day } from "~/web/time";
import { datesRefused } from "./content.rules";
import { dueEnd } from "./dates.rules";
import {
  beneficiaries,
  type DuePrecision,
  duePrecisions,
  type Health,
  healths,
  taskPriorities,
  type UnitGroup,
  unitGroups,
} from "./rules";
import type { GroupContent, TaskContent } from "./writes.server";

const orNothing = <const T extends readonly [string, ...string[]]>(values: T) =>
  v.pipe(
    v.optional(v.string(), ""),
    v.check((text) => text === "" || values.includes(text), "required"),
    v.transform((text) => (text === "" ? null : (text as T[number]))),
  );

const Id = v.pipe(
  optionalLine(64),
  v.transform((id) => id || null),
);

/** A weight as people type it, "1,5" or "1.5"; 1 when left empty. Codes: bad-number, out-of-range. */
const weightField = v.pipe(
  v.optional(v.string(), ""),
  v.transform((text) => text.trim().replace(",", ".")),
  v.check((text) => /^(\d{1,4}(\.\d{1,3})?)?$/.test(text), "bad-number"),
  v.transform((text) => (text === "" ? 1 : Number(text))),
  v.check((weight) => weight > 0 && weight <= 1000, "out-of-range"),
);

const Due = {
  /** A day within the period: its last day is the deadline. */
  dueOn: optionalDay,
  duePrecision: v.optional(choice(duePrecisions), "day"),
};

const Content = v.object({
  code: optionalLine(40),
  title: line(500),
  description: optionalText(5000),
  parentId: Id,
  ownerUnitId: line(64),
  campaignId: Id,
  documentId: Id,
  clause: optionalLine(200),
  leadUnitId: Id,
  accountableUnitId: Id,
  appraiserUnitId: Id,
  responsibleId: Id,
  product: optionalLine(500),
  beneficiary: orNothing(beneficiaries),
  indicator: optionalLine(300),
  priority: v.optional(choice(taskPriorities), "normal"),
  critical: tick,
  weight: weightField,
  workingDays: tick,
  startsOn: optionalDay,
  ...Due,
  additional: tick,
});

const isGroupOfUnits = (text: string): text is UnitGroup => (unitGroups as readonly string[]).includes(text);

const lastDay = (day: Day, precision: DuePrecision): Day | null => (day ? dueEnd(precision, day) : null);

/**
 * Reads the form of a task. Codes by field: required, too-long, bad-day, bad-number, out-of-range; "starts-after-due" on dueOn.
 * Repeated fields: coordinatingUnit, coordinatingGroup, predecessor.
 */
export function parseTask(form: FormData): Parsed<TaskContent> {
  const read = parseForm(form, Content);
  if (!read.ok) return read;
  const { workingDays, startsOn, dueOn, ...rest } = read.value;
  const due = lastDay(dueOn, rest.duePrecision);
  if (datesRefused({ startsOn: startsOn || null, dueOn: due })) return fieldError(form, "dueOn", "starts-after-due");
  return {
    ok: true,
    value: {
      ...rest,
      startsOn: startsOn || null,
      dueOn: due,
      calendar: workingDays ? "working" : "all",
      coordinatingUnitIds: ids(form, "coordinatingUnit"),
      coordinatingGroups: allValues(form, "coordinatingGroup").filter(isGroupOfUnits),
      predecessorIds: ids(form, "predecessor"),
    },
  };
}

const ids = (form: FormData, name: string) => [
  ...new Set(allValues(form, name).filter((id) => id !== "" && id.length <= 64)),
];

const Group = v.object({
  title: line(300),
  code: optionalLine(40),
  parentId: Id,
  ownerUnitId: line(64),
  campaignId: Id,
  documentId: Id,
  weight: weightField,
});

/** Reads the form of a group. */
export const parseGroup = (form: FormData): Parsed<GroupContent> => parseForm(form, Group);

const Report = v.object({
  progress: optionalWholeNumber(0, 99),
  health: orNothing(healths),
  note: optionalText(2000),
});

/** Reads a report of progress. Codes: bad-number, out-of-range (100 comes from acceptance alone), too-long. */
export const parseReport = (form: FormData): Parsed<{ progress: number | null; health: Health | null; note: string }> =>
  parseForm(form, Report);

const Statement = v.object({
  statement: v.pipe(optionalText(3000), v.nonEmpty("required")),
});
/** Reads what is said when work is handed in. */
export const parseStatement = (form: FormData): Parsed<{ statement: string }> => parseForm(form, Statement);

const Reason = v.object({ reason: v.pipe(optionalText(2000), v.nonEmpty("required")) });
/** Reads a reason that must be given: returning, reopening, cancelling. */
export const parseReason = (form: FormData): Parsed<{ reason: string }> => parseForm(form, Reason);

const Acceptance = v.object({ basically: tick, reason: optionalText(2000) });
/** Reads an acceptance; a word on what is left is needed where it is only basically done. */
export function parseAcceptance(form: FormData): Parsed<{ basically: boolean; reason: string }> {
  const read = parseForm(form, Acceptance);
  if (read.ok && read.value.basically && read.value.reason === "") return fieldError(form, "reason", "required");
  return read;
}

const Carry = v.object({ ...Due, reason: v.pipe(optionalText(2000), v.nonEmpty("required")) });
/** Reads the new deadline of a task that goes on in the next period, and why. */
export function parseCarryOver(
  form: FormData,
): { ok: true; value: { dueOn: Day; duePrecision: DuePrecision; reason: string } } | FormErrors {
  const read = parseForm(form, Carry);
  if (!read.ok) return read;
  const dueOn = lastDay(read.value.dueOn, read.value.duePrecision);
  return dueOn ? { ok: true, value: { ...read.value, dueOn } } : fieldError(form, "dueOn", "required");
}
