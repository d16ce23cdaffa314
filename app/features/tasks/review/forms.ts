import * as v from "valibot";
import {
  choice,
  fieldError,
  type FormErrors,
  line,
  optionalDay,
  optionalId,
  optionalLine,
  optionalText,
  type Parsed,
  parseForm,
} from "~/web/form";
import type { Day } from "~/web/time";
import { parseDue } from "../dates.rules";
import type { DuePrecision } from "../rules";
import { type Judgement, judgementRefused, verdicts } from "./rules";

const Round = v.object({
  title: line(200),
  ownerUnitId: line(64),
  campaignId: optionalId,
  closesOn: v.pipe(
    optionalDay,
    v.transform((day) => day || null),
  ),
});
export interface RoundContent {
  title: string;
  ownerUnitId: string;
  campaignId: string | null;
  closesOn: Day | null;
}
/** Reads the form that opens a round. Codes: required, too-long, bad-day. */
export const parseRound = (form: FormData): Parsed<RoundContent> => parseForm(form, Round);

const Said = v.object({
  verdict: choice(verdicts),
  reason: optionalText(2000),
  due: optionalLine(100),
  intoTaskId: optionalId,
});

export interface GivenJudgement extends Judgement {
  newDuePrecision: DuePrecision | null;
}

const fieldOf = {
  "no-reason": "reason",
  "needs-date": "due",
  "needs-task": "intoTaskId",
  itself: "intoTaskId",
} as const;

/** Reads what is said of a task; the deadline as people write it. Codes: those of `judgementRefused`, no-such-day, unreadable. */
export function parseJudgement(
  form: FormData,
  { taskId, year }: { taskId: string; year: number },
): { ok: true; value: GivenJudgement } | FormErrors {
  const read = parseForm(form, Said);
  if (!read.ok) return read;
  const { verdict, reason, due: words, intoTaskId } = read.value;
  const due = parseDue(verdict === "change" ? words : "", { year });
  if (!due.ok) return fieldError(form, "due", due.reason);
  const value = {
    ...{ verdict, reason, newDueOn: due.due?.dueOn ?? null, newDuePrecision: due.due?.precision ?? null },
    intoTaskId: verdict === "merge" ? intoTaskId : null,
  };
  const refused = judgementRefused(taskId, value);
  return refused ? fieldError(form, fieldOf[refused], refused) : { ok: true, value };
}
