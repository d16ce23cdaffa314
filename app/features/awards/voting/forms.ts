import * as v from "valibot";
import { clockField, dayField, line, optionalLine, optionalText, type Parsed, parseForm, textFields } from "~/web/form";
import { instantOf } from "~/web/time";
import { type Choice, choices } from "./rules";

const Meeting = v.object({
  title: line(200),
  place: optionalLine(200),
  day: dayField,
  clock: clockField,
  tellers: optionalLine(300),
  note: optionalText(10_000),
});

/** Reads the form of a meeting; its day and clock are of `zone`. Codes by field: required, too-long, bad-day, bad-clock. */
export function parseMeeting(form: FormData, zone: string) {
  const read = parseForm(form, Meeting);
  if (!read.ok) return read;
  const { day, clock, ...facts } = read.value;
  return { ok: true, value: { ...facts, startsAt: instantOf(day, clock, zone) } } satisfies Parsed<object>;
}

/** The field of a paper that holds the choice for a nomination. */
export const choiceField = (nominationId: string): string => `choice.${nominationId}`;

/** What a paper says, nomination by nomination; what is no choice is left out. */
export function readBallot(form: FormData): Map<string, Choice> {
  const known = (value: string): value is Choice => choices.includes(value as Choice);
  return new Map(
    Object.entries(textFields(form)).flatMap(([name, value]) =>
      name.startsWith("choice.") && known(value) ? [[name.slice("choice.".length), value] as const] : [],
    ),
  );
}
