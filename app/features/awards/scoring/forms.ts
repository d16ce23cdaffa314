import * as v from "valibot";
import { optionalText, parseForm, textFields } from "~/web/form";

/** A score typed with a comma or a point; null where left empty, NaN where it is no number. */
const numberIn = (text: string): number | null => {
  const typed = text.trim().replace(",", ".");
  return typed === "" ? null : /^-?\d{1,4}(\.\d{1,4})?$/.test(typed) ? Number(typed) : Number.NaN;
};

/** The scores of a form, fields "score.<criterionId>". Those that are no number are told apart. */
export function scoresIn(form: FormData): { values: Map<string, number | null>; bad: string[] } {
  const values = new Map<string, number | null>();
  const bad: string[] = [];
  for (const [name, text] of Object.entries(textFields(form))) {
    if (!name.startsWith("score.")) continue;
    const value = numberIn(text);
    if (Number.isNaN(value)) bad.push(name.slice(6));
    else values.set(name.slice(6), value);
  }
  return { values, bad };
}

/** The whole percents of a form, fields "weight.<criterionId>"; what is no whole number is NaN. */
export function weightsIn(form: FormData): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, text] of Object.entries(textFields(form)))
    if (name.startsWith("weight.")) found.set(name.slice(7), /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);
  return found;
}

/** What a member remarks on a dossier. Code: too-long. */
export const parseComment = (form: FormData) => parseForm(form, v.object({ comment: optionalText(3000) }));
