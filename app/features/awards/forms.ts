import * as v from "valibot";
import { optionalText, parseForm } from "~/web/form";

/** The sentence an act in a round needs: a reason, or an opinion that may be empty; a write refuses a missing one. Code: too-long. */
export const parseReason = (form: FormData) => parseForm(form, v.object({ reason: optionalText(3000) }));
