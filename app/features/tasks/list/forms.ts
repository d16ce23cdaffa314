import * as v from "valibot";
import { type FormErrors, fieldError, line, parseForm } from "~/web/form";
import { isNarrowed, parseTaskQuery, taskAddress } from "../query.rules";

export const mostFilters = 30;
export const longestName = 60;

export interface NamedFilter {
  name: string;
  /** The list's query string, without a page. */
  query: string;
}

/** Reads a filter to keep. Codes on the name: required, too-long, nothing-kept (it narrows nothing). */
export function parseFilter(form: FormData): { ok: true; value: NamedFilter } | FormErrors {
  const query = parseTaskQuery(new URLSearchParams(String(form.get("query") ?? "")));
  if (!isNarrowed(query) && !query.sort) return fieldError(form, "name", "nothing-kept");
  const read = parseForm(form, v.object({ name: line(longestName) }));
  return read.ok ? { ok: true, value: { name: read.value.name, query: taskAddress({ ...query, page: 1 }) } } : read;
}
