import * as v from "valibot";
import { gathered } from "~/features/campaigns/forms";
import {
  allValues,
  choice,
  fieldError,
  line,
  momentIn,
  optionalLine,
  optionalText,
  optionalWholeNumber,
  type Parsed,
  parseForm,
  textFields,
  tick,
  wholeNumber,
} from "~/web/form";
import { locales } from "~/web/i18n";
import { type Localized, trimmed } from "~/web/localized";
import { clockOf, dayOf } from "~/web/time";
import { wishedAdjustments } from "../scoring/adjustment.rules";
import { scoreAggregates } from "../scoring/rules";
import { awardForms, councilRoles, fileKinds, nomineeKinds, voteBases } from "../terms.rules";
import { type Phase, type PhaseKind, phaseKinds } from "./phases.rules";
import type { CategoryContent, CriterionContent } from "./rules";
import { roundTemplates } from "./templates.rules";

const fourTitles = Object.fromEntries(
  locales.map((locale) => [`title.${locale}`, locale === "vi" ? line(300) : optionalLine(300)]),
) as Record<`title.${"vi" | "en" | "ar" | "hi"}`, ReturnType<typeof line>>;
const fourPurposes = Object.fromEntries(locales.map((locale) => [`purpose.${locale}`, optionalText(5000)])) as Record<
  `purpose.${"vi" | "en" | "ar" | "hi"}`,
  ReturnType<typeof optionalText>
>;

const Id = v.pipe(
  optionalLine(64),
  v.transform((id) => id || null),
);
const said = {
  ...fourTitles,
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
      previousId: Id,
    }),
  );

/** What is said of a round. Codes as above; a quorum of more than all members is out-of-range. */
export const parseRound = (form: FormData) =>
  parseForm(
    form,
    v.pipe(
      v.object({
        ...{ ...said, ...fourPurposes, campaignId: Id, documentId: Id, ceremonyEventId: Id },
        conflictYears: wholeNumber(0, 30),
        quorumOf: wholeNumber(1, 20),
        quorumIn: wholeNumber(1, 20),
      }),
      v.forward(
        v.partialCheck([["quorumOf"], ["quorumIn"]], ({ quorumOf, quorumIn }) => quorumOf <= quorumIn, "out-of-range"),
        ["quorumOf"],
      ),
    ),
  );

/** The text in four languages of a form that was read; see campaigns. */
export const inFour = (values: Record<string, unknown>, name: string): Localized | null => gathered(values, name);

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

const Category = v.object({
  ...fourTitles,
  quota: optionalWholeNumber(1, 10_000),
  quotaPerUnit: optionalWholeNumber(1, 10_000),
  minimumScore: optionalWholeNumber(0, 100),
  aggregate: choice(scoreAggregates),
  adjustment: choice(wishedAdjustments),
  judgesPerNomination: optionalWholeNumber(1, 100),
  thresholdPercent: wholeNumber(1, 100),
  voteBase: choice(voteBases),
  ...{ blind: tick, rivalsLeave: tick, secret: tick, overHalf: tick, writtenVotes: tick },
});

const mostCriteria = 30;

/** The numbers of the criteria rows that a form holds, in order. */
export const criterionRows = (values: Record<string, string>): number[] =>
  [...new Set(Object.keys(values).flatMap((name) => (name.startsWith("criterion.") ? Number(name.split(".")[1]) : [])))]
    .filter((row) => Number.isInteger(row) && row >= 0 && row < 1000)
    .sort((a, b) => a - b)
    .slice(0, mostCriteria);

/** A category as the fields of its form. */
export function categoryValues(content: CategoryContent): Record<string, string> {
  const shown = (value: number | null) => (value === null ? "" : String(value).replace(".", ","));
  const yes = (value: boolean) => (value ? "1" : "");
  const values: Record<string, string> = {
    ...{ quota: shown(content.quota), quotaPerUnit: shown(content.quotaPerUnit) },
    ...{ minimumScore: shown(content.minimumScore), judgesPerNomination: shown(content.judgesPerNomination) },
    ...{ aggregate: content.aggregate, adjustment: content.adjustment, voteBase: content.voteBase },
    ...{ thresholdPercent: shown(content.thresholdPercent), blind: yes(content.blind), secret: yes(content.secret) },
    ...{ rivalsLeave: yes(content.rivalsLeave), overHalf: yes(content.overHalf) },
    writtenVotes: yes(content.writtenVotes),
  };
  for (const locale of locales) values[`title.${locale}`] = content.title[locale] ?? "";
  for (const [n, { id, title, weight, maximum, step, required }] of content.criteria.entries()) {
    const name = (field: string) => `criterion.${n}.${field}`;
    Object.assign(values, {
      ...{ [name("id")]: id ?? "", [name("weight")]: shown(weight), [name("maximum")]: shown(maximum) },
      ...{ [name("step")]: shown(step), [name("required")]: yes(required) },
    });
    for (const locale of locales) values[name(`title.${locale}`)] = title[locale] ?? "";
  }
  return values;
}

const numberIn = (text: string | undefined): number => Number((text ?? "").trim().replace(",", "."));

function criteriaIn(values: Record<string, string>): CriterionContent[] | { row: number; field: string } {
  const criteria: CriterionContent[] = [];
  for (const row of criterionRows(values)) {
    const at = (field: string) => values[`criterion.${row}.${field}`];
    const texts = Object.fromEntries(
      locales.map((locale) => [locale, (at(`title.${locale}`) ?? "").trim().slice(0, 300)]),
    ) as Record<(typeof locales)[number], string>;
    if (texts.vi === "") continue;
    const [weight, maximum, step] = [numberIn(at("weight")), numberIn(at("maximum")), numberIn(at("step"))];
    if (!Number.isInteger(weight) || weight < 1 || weight > 100) return { row, field: "weight" };
    if (!Number.isInteger(maximum) || maximum < 1 || maximum > 1000) return { row, field: "maximum" };
    if (!Number.isFinite(step) || step <= 0) return { row, field: "step" };
    criteria.push({
      id: at("id") || null,
      title: trimmed(texts),
      weight,
      maximum,
      step,
      required: at("required") === "1",
    });
  }
  return criteria;
}

const among = <T extends string>(form: FormData, name: string, known: readonly T[]): T[] => {
  const given = new Set(allValues(form, name));
  return known.filter((one) => given.has(one));
};

/** Reads a category with its criteria. Codes as above, and "bad-number" on "criterion.<n>.weight" and its neighbours. */
export function parseCategory(form: FormData): Parsed<CategoryContent> {
  const read = parseForm(form, Category);
  if (!read.ok) return read;
  const criteria = criteriaIn(textFields(form));
  if (!Array.isArray(criteria)) return fieldError(form, `criterion.${criteria.row}.${criteria.field}`, "bad-number");
  const { value } = read;
  return {
    ok: true,
    value: {
      ...{ title: inFour(value, "title") ?? { vi: "" }, guidance: null, criteria },
      ...{ forms: among(form, "forms", awardForms), nomineeKinds: among(form, "nomineeKinds", nomineeKinds) },
      requiredFiles: among(form, "requiredFiles", fileKinds),
      ...{ quota: value.quota, quotaPerUnit: value.quotaPerUnit, minimumScore: value.minimumScore },
      ...{ aggregate: value.aggregate, adjustment: value.adjustment, blind: value.blind, secret: value.secret },
      ...{ rivalsLeave: value.rivalsLeave, judgesPerNomination: value.judgesPerNomination },
      ...{ thresholdPercent: value.thresholdPercent, overHalf: value.overHalf, voteBase: value.voteBase },
      writtenVotes: value.writtenVotes,
    },
  };
}

/** A seat in the council. Codes: required, too-long, bad-choice. */
export const parseSeat = (form: FormData) =>
  parseForm(
    form,
    v.object({ userId: line(64), unitId: Id, role: choice(councilRoles), memberTitle: optionalLine(200) }),
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
