import * as v from "valibot";
import { isPlainAddress } from "./mail-address";
import { cleanPhone } from "./phone";
import { instantOf, isClock, isDay } from "./time";
import { tidy } from "./text";

/** A form that was understood, or what to mend: an error code per field, and what was typed. */
export type Parsed<T> = { ok: true; value: T } | FormErrors;
export interface FormErrors {
  ok: false;
  errors: Record<string, string>;
  values: Record<string, string>;
}

// One field named `a[999999999]` once made a sparse array of a gigabyte on the way to the browser.
const safeName = /^[A-Za-z_][\w-]*(?:\[\d{0,4}\]|\.[A-Za-z0-9_-]+){0,8}$/;

/** The fields of a form as plain text: the last value of a repeated name wins, files are left out, hostile names are dropped. */
export function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  let count = 0;
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.length > 200 || !safeName.test(name) || ++count > 2000) continue;
    fields[name] = value;
  }
  return fields;
}

/** All values of a repeated field, such as ticked rows; at most 20,000. */
export const allValues = (form: FormData, name: string): string[] =>
  form
    .getAll(name)
    .filter((value): value is string => typeof value === "string")
    .slice(0, 20_000);

/**
 * Reads a form by a schema whose messages are error codes ("required", "too-long", …), one for each field.
 * Typed values come back with the errors, so that the page can show them again.
 */
export function parseForm<S extends v.GenericSchema<Record<string, unknown>, unknown>>(
  form: FormData,
  schema: S,
): Parsed<v.InferOutput<S>> {
  const values = textFields(form);
  const found = v.safeParse(schema, values);
  if (found.success) return { ok: true, value: found.output };
  const errors: Record<string, string> = {};
  for (const issue of found.issues) {
    const field = String(issue.path?.[0]?.key ?? "form");
    // Valibot words a missing key in its own sentences; to us it is a field left empty.
    errors[field] ??= issue.kind === "schema" ? "required" : issue.message;
  }
  return { ok: false, errors, values: shorten(values) };
}

/** One error on one field, found by a write after the form itself was fine. */
export const fieldError = (form: FormData, field: string, code: string): FormErrors => ({
  ok: false,
  errors: { [field]: code },
  values: shorten(textFields(form)),
});

const shorten = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.slice(0, 20_000)]));

/** A line of text, tidied, not empty, at most `max` characters. Codes: required, too-long. */
export const line = (max = 200) =>
  v.pipe(v.string("required"), v.transform(tidy), v.nonEmpty("required"), v.maxLength(max, "too-long"));

/** A line that may be left empty (then ""). Code: too-long. */
export const optionalLine = (max = 200) =>
  v.optional(v.pipe(v.string(), v.transform(tidy), v.maxLength(max, "too-long")), "");

/** What was chosen of a list, by its id, or null when nothing was. Code: too-long. */
export const optionalId = v.pipe(
  optionalLine(64),
  v.transform((id) => id || null),
);

/** Several lines of text that may be empty; line breaks are kept. Code: too-long. */
export const optionalText = (max = 5000) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) =>
        text
          .normalize("NFC")
          .replace(/\r\n?/g, "\n")
          .replace(/[^\P{Cc}\n\t]/gu, "")
          .trim(),
      ),
      v.maxLength(max, "too-long"),
    ),
    "",
  );

const address = v.pipe(
  v.string("required"),
  v.transform((text) => tidy(text).toLowerCase()),
);
/** One e-mail address, lower case. Codes: required, bad-email. */
export const emailField = v.pipe(address, v.nonEmpty("required"), v.check(isPlainAddress, "bad-email"));
/** The same, or "" when left empty. */
export const optionalEmail = v.optional(
  v.pipe(
    address,
    v.check((text) => text === "" || isPlainAddress(text), "bad-email"),
  ),
  "",
);
/** A phone number as E.164, or "" when left empty. Code: bad-phone. */
export const optionalPhone = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(40, "bad-phone"),
    v.check((text) => text === "" || cleanPhone(text) !== null, "bad-phone"),
    v.transform((text) => cleanPhone(text) ?? ""),
  ),
  "",
);

/** A day typed as dd/MM/yyyy or sent by a date field as yyyy-MM-dd. Codes: required, bad-day. */
export const dayField = v.pipe(
  v.string("required"),
  v.trim(),
  v.nonEmpty("required"),
  v.transform(readDay),
  v.check(isDay, "bad-day"),
);
/** The same, or "" when left empty. */
export const optionalDay = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.transform(readDay),
    v.check((text) => text === "" || isDay(text), "bad-day"),
  ),
  "",
);
/** A wall clock: 08:00, 8h00, 8 giờ, 8:05. Codes: required, bad-clock. */
export const clockField = v.pipe(
  v.string("required"),
  v.trim(),
  v.nonEmpty("required"),
  v.transform(readClock),
  v.check(isClock, "bad-clock"),
);
export const optionalClock = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.transform(readClock),
    v.check((text) => text === "" || isClock(text), "bad-clock"),
  ),
  "",
);

// Thousands signs stand between groups of three and are all alike: "7,5" is seven and a half, never 75.
const whole = /^-?(?:\d{1,12}|\d{1,3}([\s.,])\d{3}(?:\1\d{3}){0,2})$/;
const numberOf = (text: string): number => Number(text.replace(/[\s.,]/g, ""));

/** A whole number typed with or without thousands signs. Codes: required, bad-number, out-of-range. */
export const wholeNumber = (min: number, max: number) =>
  v.pipe(
    v.string("required"),
    v.trim(),
    v.nonEmpty("required"),
    v.regex(whole, "bad-number"),
    v.transform(numberOf),
    v.minValue(min, "out-of-range"),
    v.maxValue(max, "out-of-range"),
  );
/** The same, or null when left empty. Codes: bad-number, out-of-range. */
export const optionalWholeNumber = (min: number, max: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.check((text) => text === "" || whole.test(text), "bad-number"),
      v.transform((text) => (text === "" ? null : numberOf(text))),
      v.check((value) => value === null || (value >= min && value <= max), "out-of-range"),
    ),
    "",
  );

/** A number with at most two decimals, comma or point, or null when left empty. Codes: bad-decimal, out-of-range. */
export const optionalDecimal = (min: number, max: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.check((text) => text === "" || /^-?\d{1,9}(?:[.,]\d{1,2})?$/.test(text), "bad-decimal"),
      v.transform((text) => (text === "" ? null : Number(text.replace(",", ".")))),
      v.check((value) => value === null || (value >= min && value <= max), "out-of-range"),
    ),
    "",
  );

/** One of a closed list. Code: required. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T) => v.picklist(values, "required");

/** A tick box. */
export const tick = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text === "on" || text === "true" || text === "1"),
  ),
  "",
);

interface MomentFields {
  day: string;
  clock: string;
  zone: string;
  /** Where only the day is typed. */
  usualClock: string;
}

/** A day field and a clock field as one instant of a zone; null where no day is typed, or the field to mend with bad-day or bad-clock. */
export function momentIn(
  values: Record<string, string>,
  { day, clock, zone, usualClock }: MomentFields,
): { ok: true; at: Date | null } | { ok: false; field: string; code: "bad-day" | "bad-clock" } {
  const typed = readDay(values[day]?.trim() ?? "");
  if (typed === "") return { ok: true, at: null };
  if (!isDay(typed)) return { ok: false, field: day, code: "bad-day" };
  const time = readClock(values[clock]?.trim() || usualClock);
  return isClock(time)
    ? { ok: true, at: instantOf(typed, time, zone) }
    : { ok: false, field: clock, code: "bad-clock" };
}

/** A day as people type it, as `YYYY-MM-DD`; what is none comes back as it was. */
export function readDay(text: string): string {
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  return parts ? `${parts[3]}-${parts[2]?.padStart(2, "0")}-${parts[1]?.padStart(2, "0")}` : text;
}

function readClock(text: string): string {
  const parts = /^(\d{1,2})\s*(?:[:hHgG.]|giờ)\s*(\d{0,2})\s*(?:phút)?$/u.exec(text);
  return parts ? `${parts[1]?.padStart(2, "0")}:${(parts[2] || "0").padStart(2, "0")}` : text;
}
