import * as v from "valibot";
import { gathered, inFour } from "~/features/campaigns/forms";
import {
  choice,
  fieldError,
  line,
  momentIn,
  optionalId,
  optionalLine,
  optionalText,
  type Parsed,
  parseForm,
  textFields,
  wholeNumber,
} from "~/web/form";
import { locales } from "~/web/i18n";
import { clockOf, dayOf } from "~/web/time";
import {
  type EligibilityFact,
  type EligibilityRule,
  eligibilityEffects,
  eligibilityFacts,
} from "../nominations/eligibility.rules";
import { councilRoles } from "../terms.rules";
import { type Phase, type PhaseKind, phaseKinds } from "./phases.rules";
import type { RoundFacts } from "./rules";
import { roundTemplates } from "./templates.rules";

const said = {
  ...inFour("title", line(300), 300),
  year: wholeNumber(2000, 2100),
  authority: optionalLine(200),
  place: optionalLine(100),
};

/** A new round. Codes by field: required, too-long, bad-number, out-of-range, bad-choice. */
export const parseNewRound = (form: FormData) =>
  parseForm(
    form,
    v.object({
      ...said,
      ownerUnitId: line(64),
      template: v.optional(choice(roundTemplates), "national-day"),
      previousId: optionalId,
    }),
  );

export const eligibilityChoices = ["off", ...eligibilityEffects] as const;
const eligibility = Object.fromEntries(
  eligibilityFacts.flatMap((fact) => [
    [`${fact}.effect`, v.optional(choice(eligibilityChoices), "off")],
    // A rule that is off keeps no threshold, so that whatever stands there hinders nobody.
    [`${fact}.limit`, v.optional(v.string(), "")],
  ]),
) as Record<`${EligibilityFact}.${"effect" | "limit"}`, v.GenericSchema<string | undefined, string>>;
const limitOf = (fact: EligibilityFact) => wholeNumber(0, fact === "done-share" ? 100 : 1000);

/** The conditions of a form that was read; a threshold that is no number is named by its field. */
function eligibilityIn(read: Record<string, unknown>): { rules: EligibilityRule[]; errors: Record<string, string> } {
  const rules: EligibilityRule[] = [];
  const errors: Record<string, string> = {};
  for (const fact of eligibilityFacts) {
    const effect = eligibilityEffects.find((known) => known === read[`${fact}.effect`]);
    if (!effect) continue;
    const limit = v.safeParse(limitOf(fact), read[`${fact}.limit`]);
    if (limit.success) rules.push({ fact, limit: limit.output, effect });
    else errors[`${fact}.limit`] = limit.issues[0].message;
  }
  return { rules, errors };
}

const Round = v.pipe(
  v.object({
    ...{ ...said, ...eligibility, ...inFour("purpose", optionalText(5000), 5000) },
    ...{ campaignId: optionalId, documentId: optionalId, ceremonyEventId: optionalId },
    ...{ conflictYears: wholeNumber(0, 30), quorumOf: wholeNumber(1, 20), quorumIn: wholeNumber(1, 20) },
  }),
  v.forward(
    v.partialCheck([["quorumOf"], ["quorumIn"]], ({ quorumOf, quorumIn }) => quorumOf <= quorumIn, "quorum"),
    ["quorumOf"],
  ),
);

/** What is said of a round. Codes as above; "quorum": of more than all members. */
export function parseRound(form: FormData): Parsed<RoundFacts> {
  const read = parseForm(form, Round);
  const { rules, errors } = eligibilityIn(read.ok ? read.value : textFields(form));
  if (!read.ok) return { ...read, errors: { ...read.errors, ...errors } };
  if (Object.keys(errors).length > 0) return { ok: false, errors, values: textFields(form) };
  const { year, authority, place, campaignId, documentId, ceremonyEventId, ...rest } = read.value;
  const { conflictYears, quorumOf, quorumIn } = rest;
  return {
    ok: true,
    value: {
      ...{ title: gathered(read.value, "title") ?? { vi: "" }, purpose: gathered(read.value, "purpose") },
      ...{ year, authority, place, campaignId, documentId, ceremonyEventId, conflictYears, quorumOf, quorumIn },
      eligibility: rules,
    },
  };
}

/** What is said of a round as the fields of its form. */
export function roundValues(round: RoundFacts): Record<string, string> {
  const values: Record<string, string> = {
    ...{ year: String(round.year), authority: round.authority, place: round.place },
    ...{ conflictYears: String(round.conflictYears), quorumOf: String(round.quorumOf) },
    ...{ quorumIn: String(round.quorumIn), campaignId: round.campaignId ?? "" },
    ...{ documentId: round.documentId ?? "", ceremonyEventId: round.ceremonyEventId ?? "" },
  };
  for (const { fact, limit, effect } of round.eligibility) {
    values[`${fact}.effect`] = effect;
    values[`${fact}.limit`] = String(limit);
  }
  for (const locale of locales) {
    values[`title.${locale}`] = round.title[locale] ?? "";
    values[`purpose.${locale}`] = round.purpose?.[locale] ?? "";
  }
  return values;
}

/** A calendar as the fields of its form, on the clock of a zone. */
export function calendarValues(phases: readonly Phase[], zone: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { kind, startsAt, endsAt } of phases) {
    values[`${kind}.startsOn`] = dayOf(startsAt, zone);
    values[`${kind}.startsAt`] = clockOf(startsAt, zone);
    if (!endsAt) continue;
    values[`${kind}.endsOn`] = dayOf(endsAt, zone);
    values[`${kind}.endsAt`] = clockOf(endsAt, zone);
  }
  return values;
}

/** Reads a calendar; a step without a first day does not take place. Codes by field "<kind>.startsOn" …: bad-day, bad-clock, required. */
export function parseCalendar(form: FormData, zone: string): Parsed<{ phases: Phase[] }> {
  const values = textFields(form);
  const errors: Record<string, string> = {};
  const moment = (kind: PhaseKind, edge: "starts" | "ends"): Date | null => {
    const usualClock = edge === "starts" ? "00:00" : "17:00";
    const read = momentIn(values, { day: `${kind}.${edge}On`, clock: `${kind}.${edge}At`, zone, usualClock });
    if (read.ok) return read.at;
    errors[read.field] = read.code;
    return null;
  };
  const phases = phaseKinds.flatMap((kind): Phase[] => {
    const startsAt = moment(kind, "starts");
    const endsAt = moment(kind, "ends");
    if (!startsAt && endsAt) errors[`${kind}.startsOn`] ??= "required";
    return startsAt ? [{ kind, startsAt, endsAt }] : [];
  });
  return Object.keys(errors).length ? { ok: false, errors, values } : { ok: true, value: { phases } };
}

/** A seat in the council. Codes: required, too-long, bad-choice. */
export const parseSeat = (form: FormData) =>
  parseForm(
    form,
    v.object({ userId: line(64), unitId: optionalId, role: choice(councilRoles), memberTitle: optionalLine(200) }),
  );

/** A late exception; the moment is of a zone. Codes: required, bad-day, bad-clock. */
export function parseException(form: FormData, zone: string): Parsed<{ unitId: string; until: Date; reason: string }> {
  const read = parseForm(form, v.object({ unitId: line(64), reason: optionalText(1000) }));
  if (!read.ok) return read;
  const values = textFields(form);
  const until = momentIn(values, { day: "untilOn", clock: "untilAt", zone, usualClock: "17:00" });
  if (!until.ok) return fieldError(form, until.field, until.code);
  if (!until.at) return fieldError(form, "untilOn", "required");
  return { ok: true, value: { ...read.value, until: until.at } };
}
