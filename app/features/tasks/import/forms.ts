import * as v from "valibot";
import { optionalDay, optionalLine, parseForm, textFields, tick } from "~/web/form";
import type { Role } from "./choices.rules";
import { fields, type Mapping } from "./columns.rules";

/** The columns chosen by hand: one select a field, "" for none, all of them named `column-<field>`. */
export function parseColumns(form: FormData): Mapping {
  const values = textFields(form);
  const mapping: Mapping = {};
  for (const field of fields) {
    const value = values[`column-${field}`] ?? "";
    if (/^\d{1,2}$/.test(value)) mapping[field] = Number(value);
  }
  return mapping;
}

/** What holds for the whole plan. Code: bad-day. */
export const parsePlanChoices = (form: FormData) =>
  parseForm(
    form,
    v.object({
      owner: optionalLine(64),
      campaign: optionalLine(64),
      document: optionalLine(64),
      start: optionalDay,
      assign: tick,
    }),
  );

/** What texts mean: `ask-role`, `ask-text` and `ask-is`, in threes. */
export function parseAnswers(form: FormData): { role: Role; text: string; value: string }[] {
  // PostgreSQL keeps no NUL in JSON; a file's texts hold none, so that no question is lost with it.
  const all = (name: string) =>
    form.getAll(name).map((value) => (typeof value === "string" ? value.replaceAll("\0", "") : ""));
  const [roles, texts, values] = [all("ask-role"), all("ask-text"), all("ask-is")];
  return texts.slice(0, 500).map((text, n) => ({
    role: roles[n] === "lead" ? "lead" : "unit",
    text: text.slice(0, 300),
    value: (values[n] ?? "").slice(0, 64),
  }));
}
