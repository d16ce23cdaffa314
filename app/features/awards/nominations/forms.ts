import * as v from "valibot";
import {
  choice,
  line,
  optionalEmail,
  optionalId,
  optionalLine,
  optionalPhone,
  optionalText,
  parseForm,
  wholeNumber,
} from "~/web/form";
import { awardForms, fileKinds, nomineeKinds } from "../terms.rules";
import { fieldLimits, type NominationField, nominationFields } from "./rules";

const Nominee = {
  kind: choice(nomineeKinds),
  form: choice(awardForms),
  nomineeName: line(300),
  nomineePosition: optionalLine(200),
  nomineeUnitId: optionalId,
  contactName: optionalLine(120),
  contactPhone: optionalPhone,
  contactEmail: optionalEmail,
};

/** A new dossier. Codes by field: required, too-long, bad-phone, bad-email. */
export const parseNewNomination = (form: FormData) =>
  parseForm(form, v.object({ ...Nominee, categoryId: line(64), unitId: line(64) }));

/** Who is nominated. Codes as above. */
export const parseNominee = (form: FormData) => parseForm(form, v.object(Nominee));

/** One text with the version its writer saw. Codes: too-long, bad-number. */
export const parseTextOf = (form: FormData, field: NominationField) =>
  parseForm(form, v.object({ text: optionalText(fieldLimits[field]), version: wholeNumber(0, 1_000_000) }));

/** Which text a form is about; null: none, it is about the nominee. */
export const fieldIn = (form: FormData): NominationField | null =>
  nominationFields.find((known) => known === form.get("field")) ?? null;

/** Of which kind the files of a form are; what it does not say is "other". */
export const fileKindIn = (form: FormData) => fileKinds.find((known) => known === form.get("kind")) ?? "other";
