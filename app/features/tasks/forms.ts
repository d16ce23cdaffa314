import * as v from "valibot";
import {
  allValues,
  choice,
  type FormErrors,
  fieldError,
  line,
  optionalDay,
  optionalEmail,
  optionalId,
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
import type { NewPerson } from "./person.writes.server";
import type { GroupContent } from "./group.writes.server";
import type { TaskContent } from "./writes.server";

const orNothing = <const T extends readonly [string, ...string[]]>(values: T) =>
  v.pipe(
    v.optional(v.string(), ""),
    v.check((text) => text === "" || values.includes(text), "required"),
    v.transform((text) => (text === "" ? null : (text as T[number]))),
  );

/** A weight as people type it, "1,5" or "1.5"; 1 when left empty. Codes: bad-number, out-of-range. */
export const weightField = v.pipe(
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
  parentId: optionalId,
  ownerUnitId: line(64),
  campaignId: optionalId,
  documentId: optionalId,
  clause: optionalLine(200),
  leadUnitId: optionalId,
  accountableUnitId: optionalId,
  appraiserUnitId: optionalId,
  responsibleId: optionalId,
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

/** What a form shows of kept content: fields by name, and the repeated ones as lists. */
export function taskValues(content: TaskContent) {
  const { coordinatingUnitIds, coordinatingGroups, predecessorIds, calendar, critical, additional, ...rest } = content;
  const names = Object.keys(Content.entries).filter((name) => name in rest) as (keyof typeof rest)[];
  const values: Record<string, string> = Object.fromEntries(
    names.map((name) => [name, rest[name] === null ? "" : String(rest[name])]),
  );
  const on = (ticked: boolean) => (ticked ? "on" : "");
  return {
    values: {
      ...values,
      weight: rest.weight === 1 ? "" : String(rest.weight).replace(".", ","),
      workingDays: on(calendar === "working"),
      critical: on(critical),
      additional: on(additional),
    } as Record<string, string>,
    lists: {
      coordinatingUnit: coordinatingUnitIds,
      coordinatingGroup: coordinatingGroups as string[],
      predecessor: predecessorIds,
    },
  };
}

/** The repeated fields of a task's form as they were sent. */
export const listsIn = (form: FormData): ReturnType<typeof taskValues>["lists"] => ({
  coordinatingUnit: ids(form, "coordinatingUnit"),
  coordinatingGroup: ids(form, "coordinatingGroup"),
  predecessor: ids(form, "predecessor"),
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
  const predecessorIds = ids(form, "predecessor");
  if (predecessorIds.length > mostPredecessors) return fieldError(form, "predecessorIds", "too-long");
  return {
    ok: true,
    value: {
      ...rest,
      startsOn: startsOn || null,
      dueOn: due,
      calendar: workingDays ? "working" : "all",
      coordinatingUnitIds: ids(form, "coordinatingUnit"),
      coordinatingGroups: allValues(form, "coordinatingGroup").filter(isGroupOfUnits),
      predecessorIds,
    },
  };
}

/** Each is looked at, with all that waits for it, while other writers wait. */
const mostPredecessors = 100;

const ids = (form: FormData, name: string) => [
  ...new Set(allValues(form, name).filter((id) => id !== "" && id.length <= 64)),
];

const Group = v.object({
  title: line(300),
  code: optionalLine(40),
  parentId: optionalId,
  ownerUnitId: line(64),
  campaignId: optionalId,
  documentId: optionalId,
  weight: weightField,
});

/** Reads the form of a group. */
export const parseGroup = (form: FormData): Parsed<GroupContent> => parseForm(form, Group);

const Person = v.object({
  responsibleId: optionalLine(64),
  personName: optionalLine(120),
  personTitle: optionalLine(200),
  personEmail: optionalEmail,
});

/** Reads a person who is in no list yet; null when no name was typed. Codes: too-long, bad-email; "required" on personTitle. */
export function parseNewPerson(form: FormData): Parsed<NewPerson | null> {
  const read = parseForm(form, Person);
  if (!read.ok) return read;
  const { personName: fullName, personTitle: title, personEmail: email } = read.value;
  if (fullName === "") return title || email ? fieldError(form, "personName", "required") : { ok: true, value: null };
  return title === "" ? fieldError(form, "personTitle", "required") : { ok: true, value: { fullName, title, email } };
}

/** Reads who is to do a task: one of the list, or a new person. Code: "required" on responsibleId. */
export function parseResponsible(form: FormData): Parsed<{ personId: string; newPerson: NewPerson | null }> {
  const person = parseNewPerson(form);
  if (!person.ok) return person;
  const personId = String(form.get("responsibleId") ?? "").slice(0, 64);
  if (!person.value && !personId) return fieldError(form, "responsibleId", "required");
  return { ok: true, value: { personId, newPerson: person.value } };
}

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
