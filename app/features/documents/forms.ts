import * as v from "valibot";
import { line, optionalDay, optionalLine, optionalText, parseForm } from "~/web/form";
import { isWebAddress } from "~/web/web-address";
import { parseNumber } from "./rules";

/** A document of the register. Codes: required, too-long, bad-number, bad-day, bad-url, ends-before-start. */
export const parseDocument = (form: FormData) =>
  parseForm(
    form,
    v.pipe(
      v.object({
        number: v.pipe(
          line(80),
          v.check((text) => parseNumber(text) !== null, "bad-number"),
        ),
        issuer: optionalLine(200),
        issuedOn: optionalDay,
        abstract: optionalText(2000),
        signatory: optionalLine(200),
        parentId: optionalLine(40),
        validFrom: optionalDay,
        validTo: optionalDay,
        // Shown as a link to everyone who reads the register, so no other scheme may hide in it.
        url: v.pipe(
          optionalLine(500),
          v.check((text) => text === "" || isWebAddress(text), "bad-url"),
        ),
      }),
      v.forward(
        v.partialCheck(
          [["validFrom"], ["validTo"]],
          ({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo,
          "ends-before-start",
        ),
        ["validTo"],
      ),
    ),
  );
