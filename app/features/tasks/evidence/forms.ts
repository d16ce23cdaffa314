import * as v from "valibot";
import { fieldError, line, optionalLine, type Parsed, parseForm } from "~/web/form";
import { isWebAddress } from "~/web/web-address";
import type { Proof } from "./writes.server";

const Link = v.object({ url: line(1000), label: optionalLine(300) });
const Figure = v.object({
  label: line(300),
  figure: v.pipe(
    v.string("required"),
    v.transform((text) => text.replace(/\s/g, "")),
    v.nonEmpty("required"),
    // "1.633.840" and "83,51" as Vietnamese offices write them, "83.51" as others do.
    v.regex(/^-?(\d{1,3}(\.\d{3})+(,\d{1,4})?|\d{1,12}([.,]\d{1,4})?)$/, "bad-number"),
    v.transform((text) =>
      Number(
        /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll(".", "").replace(",", ".") : text.replace(",", "."),
      ),
    ),
  ),
  measure: optionalLine(60),
});
const Note = v.object({ label: line(1000) });

/** What a file is called in the evidence; "" by its own name. Code: too-long. */
export const parseLabel = (form: FormData) => parseForm(form, v.object({ label: optionalLine(300) }));

/** Reads a link, a figure or a note by the field `kind`. Codes: required, too-long, bad-link, bad-number. */
export function parseProof(form: FormData): Parsed<Exclude<Proof, { kind: "file" }>> {
  const kind = form.get("kind");
  if (kind === "link") {
    const read = parseForm(form, Link);
    if (!read.ok) return read;
    if (!isWebAddress(read.value.url)) return fieldError(form, "url", "bad-link");
    return { ok: true, value: { kind, ...read.value } };
  }
  if (kind === "figure") {
    const read = parseForm(form, Figure);
    return read.ok ? { ok: true, value: { kind, ...read.value } } : read;
  }
  const read = parseForm(form, Note);
  return read.ok ? { ok: true, value: { kind: "note", ...read.value } } : read;
}
