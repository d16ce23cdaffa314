import * as v from "valibot";
import { line, parseForm, textFields } from "~/web/form";

/** The conflicts of a declaration: ticked "conflict.<key>" with the reason in "reason.<key>". */
export function conflictsIn(form: FormData): Map<string, string> {
  const values = textFields(form);
  const found = new Map<string, string>();
  for (const name of Object.keys(values))
    if (name.startsWith("conflict.")) {
      const key = name.slice(9);
      found.set(key, (values[`reason.${key}`] ?? "").trim().slice(0, 1000));
    }
  return found;
}

/** A conflict that an organizer sets. Codes by field: required, too-long. */
export const parsePin = (form: FormData) =>
  parseForm(form, v.object({ memberId: line(64), nominationId: line(64), reason: line(1000) }));

/** A conflict that an organizer lifts; "pair" is "<memberId>:<nominationId>". Codes as above. */
export const parseLift = (form: FormData) => parseForm(form, v.object({ pair: line(130), why: line(1000) }));
