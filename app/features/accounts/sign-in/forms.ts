import * as v from "valibot";
import { emailField, parseForm } from "~/web/form";

/** Six digits, with or without spaces and dashes between them. Codes: required, bad-code. */
const code = v.pipe(
  v.string("required"),
  v.transform((text) => text.normalize("NFKC").replace(/[\s-]/g, "")),
  v.nonEmpty("required"),
  v.regex(/^\d{6}$/, "bad-code"),
);

export const parseAsk = (form: FormData) => parseForm(form, v.object({ email: emailField }));
export const parseCode = (form: FormData) => parseForm(form, v.object({ code }));
