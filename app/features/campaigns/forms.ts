import * as v from "valibot";
import {
  choice,
  dayField,
  line,
  optionalDay,
  optionalLine,
  optionalText,
  optionalWholeNumber,
  parseForm,
  tick,
  wholeNumber,
} from "~/web/form";
import { type Locale, locales } from "~/web/i18n";
import { type Localized, trimmed } from "~/web/localized";
import { campaignKinds } from "./rules";

/** The schema of one text in four languages: fields "title.vi", "title.en" … */
export const inFour = <N extends string>(
  name: N,
  vietnamese: ReturnType<typeof line> | ReturnType<typeof optionalText>,
  max: number,
) =>
  Object.fromEntries(
    locales.map((locale) => [`${name}.${locale}`, locale === "vi" ? vietnamese : optionalText(max)]),
  ) as Record<`${N}.${Locale}`, typeof vietnamese>;

/** Takes a text of four fields back out; null when nobody wrote it. */
export function gathered(values: Record<string, unknown>, name: string): Localized | null {
  const text = Object.fromEntries(
    locales.map((locale) => [locale, String(values[`${name}.${locale}`] ?? "")]),
  ) as Record<Locale, string>;
  return Object.values(text).some(Boolean) ? trimmed(text) : null;
}

const title = inFour("title", line(300), 300);
const ordered = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
  !startsOn || !endsOn || startsOn <= endsOn;

/** A new campaign: 10/10 needs its year, the other kinds their first day. Codes: required, too-long, bad-day, bad-number, out-of-range, ends-before-start. */
export const parseNewCampaign = (form: FormData) =>
  parseForm(
    form,
    v.pipe(
      v.object({
        ...title,
        kind: choice(campaignKinds),
        ownerUnitId: line(40),
        year: optionalWholeNumber(2000, 2100),
        startsOn: optionalDay,
        endsOn: optionalDay,
      }),
      v.forward(
        v.partialCheck([["kind"], ["year"]], ({ kind, year }) => kind !== "national-day" || year !== null, "required"),
        ["year"],
      ),
      v.forward(
        v.partialCheck(
          [["kind"], ["startsOn"]],
          ({ kind, startsOn }) => kind === "national-day" || startsOn !== "",
          "required",
        ),
        ["startsOn"],
      ),
      v.forward(v.partialCheck([["startsOn"], ["endsOn"]], ordered, "ends-before-start"), ["endsOn"]),
    ),
  );

/** Changes of a campaign. Codes as above, and "needs-vietnamese" for a text that has other languages only. */
export const parseCampaignChange = (form: FormData) => {
  const parsed = parseForm(
    form,
    v.pipe(
      v.object({
        ...title,
        ...inFour("theme", optionalText(500), 500),
        ...inFour("secondTheme", optionalText(500), 500),
        ...inFour("purpose", optionalText(5000), 5000),
        ownerUnitId: line(40),
        anchorOn: optionalDay,
        startsOn: dayField,
        endsOn: optionalDay,
        isPublic: tick,
      }),
      v.forward(v.partialCheck([["startsOn"], ["endsOn"]], ordered, "ends-before-start"), ["endsOn"]),
    ),
  );
  if (!parsed.ok) return parsed;
  const values = parsed.value as Record<string, unknown>;
  for (const name of ["theme", "secondTheme", "purpose"]) {
    const text = gathered(values, name);
    if (text && !text.vi)
      return { ok: false as const, errors: { [`${name}.vi`]: "needs-vietnamese" }, values: asTyped(form) };
  }
  return parsed;
};

const asTyped = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));

export const parseNextYear = (form: FormData) => parseForm(form, v.object({ year: wholeNumber(2000, 2100) }));

export const parseCitation = (form: FormData) =>
  parseForm(form, v.object({ documentId: line(40), role: v.optional(choice(["plan", "basis"]), "basis") }));

export const parseUnitStart = (form: FormData) => parseForm(form, v.object({ unitId: line(40), startsOn: dayField }));

export const idField = (form: FormData, name: string): string =>
  v.parse(optionalLine(40), String(form.get(name) ?? ""));
