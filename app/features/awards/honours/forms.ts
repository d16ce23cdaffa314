import * as v from "valibot";
import { choice, dayField, line, optionalLine, optionalText, parseForm, wholeNumber } from "~/web/form";
import { locales } from "~/web/i18n";

/** A decision as it was issued. Codes by field: required, too-long, bad-day. */
export const parseDecision = (form: FormData) =>
  parseForm(
    form,
    v.object({
      ...{ number: line(60), issuedOn: dayField, signatory: line(120), signatoryTitle: line(200) },
      authority: line(200),
    }),
  );

/** What a certificate and the roll say, and the version it was written over. Codes as above. */
export const parseEntry = (form: FormData) =>
  parseForm(
    form,
    v.object({
      ...{ name: line(300), position: optionalLine(200), unitName: optionalLine(300), achievement: optionalLine(300) },
      ...{ register: optionalLine(60), locale: choice(locales), version: wholeNumber(0, 1_000_000) },
    }),
  );

/** A revocation. Codes as above. */
export const parseRevocation = (form: FormData) =>
  parseForm(form, v.object({ number: line(60), revokedOn: dayField, reason: optionalText(2000) }));

/** The day of handing over. Codes: required, bad-day. */
export const parseHandOver = (form: FormData) => parseForm(form, v.object({ handedOverOn: dayField }));
