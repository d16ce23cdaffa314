import * as v from "valibot";
import { gathered, inFour } from "~/features/campaigns/forms";
import {
  allValues,
  choice,
  line,
  optionalDecimal,
  optionalWholeNumber,
  type Parsed,
  parseForm,
  textFields,
  tick,
  wholeNumber,
} from "~/web/form";
import { locales } from "~/web/i18n";
import { trimmed } from "~/web/localized";
import { wishedAdjustments } from "../scoring/adjustment.rules";
import { scoreAggregates } from "../scoring/rules";
import { awardForms, fileKinds, nomineeKinds, voteBases } from "../terms.rules";
import { type CategoryContent, type CriterionContent, weightSum } from "./rules";

const Category = v.object({
  ...inFour("title", line(300), 300),
  quota: optionalWholeNumber(1, 10_000),
  quotaPerUnit: optionalWholeNumber(1, 10_000),
  minimumScore: optionalDecimal(0, 100),
  aggregate: choice(scoreAggregates),
  adjustment: choice(wishedAdjustments),
  judgesPerNomination: optionalWholeNumber(1, 100),
  thresholdPercent: wholeNumber(1, 100),
  voteBase: choice(voteBases),
  ...{ blind: tick, rivalsLeave: tick, secret: tick, overHalf: tick, writtenVotes: tick },
});

const mostCriteria = 30;

/** The figures with which a new row of criteria begins, as they are typed. */
export const usualCriterion = { weight: "", maximum: "10", step: "0,5" };

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

/** A number as people write it, with four decimals at most as scores have; NaN: anything else, such as "1e2" or "0x10". */
const numberIn = (text = ""): number =>
  /^\d{1,4}(?:[.,]\d{1,4})?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : Number.NaN;

/** What the weights of a form sum to while it is being filled in; what is no number yet counts nothing. */
export const weightsTyped = (values: Record<string, string>): number =>
  weightSum(criterionRows(values).map((row) => ({ weight: numberIn(values[`criterion.${row}.weight`]) || 0 })));

/** A row whose name was cleared is dropped; a new one in which only a weight stands lacks its name. */
function criteriaIn(values: Record<string, string>): { criteria: CriterionContent[]; errors: Record<string, string> } {
  const criteria: CriterionContent[] = [];
  const errors: Record<string, string> = {};
  for (const row of criterionRows(values)) {
    const name = (field: string) => `criterion.${row}.${field}`;
    const typed = (field: string) => (values[name(field)] ?? "").trim();
    const texts = Object.fromEntries(locales.map((locale) => [locale, typed(`title.${locale}`)])) as Record<
      (typeof locales)[number],
      string
    >;
    const isNew = typed("id") === "";
    if (texts.vi === "") {
      if (isNew && typed("weight") !== "") errors[name("title.vi")] = "required";
      continue;
    }
    // The other languages have no field of their own in the row.
    if (Object.values(texts).some(({ length }) => length > 300)) errors[name("title.vi")] = "too-long";
    const [weight, maximum, step] = [numberIn(typed("weight")), numberIn(typed("maximum")), numberIn(typed("step"))];
    if (!Number.isInteger(weight) || weight < 1 || weight > 100) errors[name("weight")] = "bad-weight";
    if (!Number.isInteger(maximum) || maximum < 1 || maximum > 1000) errors[name("maximum")] = "bad-number";
    else if (!(step > 0 && step <= maximum)) errors[name("step")] = "bad-scale";
    const required = typed("required") === "1";
    criteria.push({ id: typed("id") || null, title: trimmed(texts), weight, maximum, step, required });
  }
  return { criteria, errors };
}

const among = <T extends string>(form: FormData, name: string, known: readonly T[]): T[] => {
  const given = new Set(allValues(form, name));
  return known.filter((one) => given.has(one));
};

/**
 * Reads a category with its criteria. Codes by field: required, too-long, bad-number, bad-decimal, out-of-range; of a row
 * ("criterion.<n>.weight" and its neighbours) also bad-weight and bad-scale.
 */
export function parseCategory(form: FormData): Parsed<CategoryContent> {
  const read = parseForm(form, Category);
  const { criteria, errors } = criteriaIn(textFields(form));
  if (!read.ok) return { ...read, errors: { ...read.errors, ...errors } };
  if (Object.keys(errors).length > 0) return { ok: false, errors, values: textFields(form) };
  const { value } = read;
  return {
    ok: true,
    value: {
      ...{ title: gathered(value, "title") ?? { vi: "" }, criteria },
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
