import * as v from "valibot";
import { choice, line, optionalDay, optionalLine, parseForm, wholeNumber } from "~/web/form";
import type { Day } from "~/web/time";
import { isIssued } from "../honours/rules";
import { awardForms, nomineeKinds } from "../terms.rules";

/** One award of an earlier year. Codes by field: required, too-long, bad-day, bad-number, future (decided after `today`). */
export const parsePast = (form: FormData, today: Day) =>
  parseForm(
    form,
    v.object({
      ...{
        year: wholeNumber(1945, Number(today.slice(0, 4))),
        category: line(300),
        form: choice(awardForms),
        kind: choice(nomineeKinds),
      },
      ...{ name: line(300), position: optionalLine(200), unitName: optionalLine(300), achievement: optionalLine(300) },
      decisionNumber: optionalLine(60),
      decidedOn: v.pipe(
        optionalDay,
        v.check((day) => isIssued(day, today), "future"),
      ),
    }),
  );
