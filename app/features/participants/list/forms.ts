import { textFields } from "~/web/form";
import { type Field, fields, type Mapping } from "./columns.rules";

/** The columns chosen by hand: one select a field, "" for none, all of them named `column-<field>`. */
export function parseColumns(form: FormData): { mapping: Mapping; defaultPointId: string } {
  const values = textFields(form);
  const mapping: Mapping = {};
  for (const field of fields) {
    const value = values[`column-${field}`] ?? "";
    if (/^\d{1,2}$/.test(value)) mapping[field as Field] = Number(value);
  }
  return { mapping, defaultPointId: (values["default-point"] ?? "").slice(0, 64) };
}

/** Choices for rows at two points (`row.<number>`), the same choice for all of them (`all`), and what texts of points mean (`point-text` and `point-is`, in pairs). */
export function parseDecisions(form: FormData): {
  rows: Record<string, string>;
  points: Record<string, string>;
  all: string;
} {
  const rows: Record<string, string> = {};
  const points: Record<string, string> = {};
  for (const [name, value] of Object.entries(textFields(form))) {
    const row = /^row\.(\d{1,6})$/.exec(name);
    if (row?.[1]) rows[row[1]] = value;
  }
  const texts = form.getAll("point-text").filter((text): text is string => typeof text === "string");
  const ids = form.getAll("point-is").filter((id): id is string => typeof id === "string");
  texts.slice(0, 2000).forEach((text, n) => {
    points[text.slice(0, 300)] = (ids[n] ?? "").slice(0, 64);
  });
  return { rows, points, all: String(form.get("all") ?? "") };
}
