import * as v from "valibot";
import { line, optionalLine, type Parsed, parseForm, textFields } from "~/web/form";

/** The conflicts of a declaration: ticked "conflict.<key>" with the reason in "reason.<key>". Code by field of a reason: too-long. */
export function parseDeclaration(form: FormData): Parsed<Map<string, string>> {
  const keys = Object.keys(textFields(form)).flatMap((name) => (name.startsWith("conflict.") ? name.slice(9) : []));
  const read = parseForm(form, v.object(Object.fromEntries(keys.map((key) => [`reason.${key}`, optionalLine(1000)]))));
  return read.ok ? { ok: true, value: new Map(keys.map((key) => [key, read.value[`reason.${key}`] ?? ""])) } : read;
}

/** A conflict that an organizer sets. Codes by field: required, too-long. */
export const parsePin = (form: FormData) =>
  parseForm(form, v.object({ memberId: line(64), nominationId: line(64), reason: line(1000) }));

/** A conflict that an organizer lifts; "pair" is "<memberId>:<nominationId>". Codes as above. */
export const parseLift = (form: FormData) => parseForm(form, v.object({ pair: line(130), why: line(1000) }));
