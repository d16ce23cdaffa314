import * as v from "valibot";
import { choice, line, optionalDay, optionalLine, parseForm, wholeNumber } from "~/web/form";
import { awardForms, nomineeKinds } from "../terms.rules";

/** One award of an earlier year. Codes by field: required, too-long, bad-day, bad-number. */
export const parsePast = (form: FormData, thisYear: number) =>
  parseForm(
    form,
    v.object({
      ...{
        year: wholeNumber(1945, thisYear),
        category: line(300),
        form: choice(awardForms),
        kind: choice(nomineeKinds),
      },
      ...{ name: line(300), position: optionalLine(200), unitName: optionalLine(300), achievement: optionalLine(300) },
      ...{ decisionNumber: optionalLine(60), decidedOn: optionalDay },
    }),
  );
