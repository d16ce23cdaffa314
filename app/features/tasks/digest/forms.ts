import * as v from "valibot";
import { parseForm, tick, wholeNumber } from "~/web/form";

const Wish = v.object({ hour: wholeNumber(0, 23), off: tick });

/** Codes: required, bad-number, out-of-range. */
export const parseWish = (form: FormData) => parseForm(form, Wish);
