import * as v from "valibot";
import {
  type FormErrors,
  fieldError,
  line,
  optionalId,
  optionalLine,
  optionalText,
  parseForm,
  type Parsed,
} from "~/web/form";
import { type Due, parseDue } from "../dates.rules";
import { linesOf, longestLine, mostLines } from "./rules";

const One = v.object({ text: line(longestLine) });
/** Reads one line. Codes: required, too-long. */
export const parseLine = (form: FormData): Parsed<{ text: string }> => parseForm(form, One);

const Many = v.object({ lines: v.pipe(optionalText(100_000), v.nonEmpty("required")) });
/** Reads pasted lines. Codes: required, too-long, too-many. */
export function parseLines(form: FormData): Parsed<{ texts: string[] }> {
  const read = parseForm(form, Many);
  if (!read.ok) return read;
  const texts = linesOf(read.value.lines);
  if (texts.length === 0) return fieldError(form, "lines", "required");
  if (texts.some(({ length }) => length > longestLine)) return fieldError(form, "lines", "too-long");
  return texts.length > mostLines ? fieldError(form, "lines", "too-many") : { ok: true, value: { texts } };
}

const Task = v.object({
  leadUnitId: optionalId,
  leadWas: optionalId,
  responsibleId: optionalId,
  appraiserUnitId: optionalId,
  due: optionalLine(100),
});

export interface LineTask {
  leadUnitId: string | null;
  /** null: proposed anew from the lead unit. */
  responsibleId: string | null;
  appraiserUnitId: string | null;
  due: Due | null;
}

/**
 * Reads the task of a line; its deadline as people write it: a day, "tháng 12/2025", "quý IV/2025". `year` is meant where
 * none is written. A responsible person of the unit that led before goes with it. Codes: no-such-day, unreadable (due).
 */
export function parseLineTask(form: FormData, { year }: { year: number }): { ok: true; value: LineTask } | FormErrors {
  const read = parseForm(form, Task);
  if (!read.ok) return read;
  const { leadUnitId, leadWas, responsibleId, appraiserUnitId, due: words } = read.value;
  const due = parseDue(words, { year });
  if (!due.ok) return fieldError(form, "due", due.reason);
  const stays = leadUnitId !== null && leadUnitId === leadWas;
  return {
    ok: true,
    value: { leadUnitId, responsibleId: stays ? responsibleId : null, appraiserUnitId, due: due.due },
  };
}
