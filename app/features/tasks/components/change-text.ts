import { formatNumber, type Locale } from "~/web/i18n";
import { formatDay, isDay } from "~/web/time";
import type { Words } from "../messages";
import type { Words as PageWords } from "../messages/page";

interface Speech {
  t: Words;
  p: PageWords;
  locale: Locale;
  /** What ids are called. */
  names: Record<string, string>;
}

/** What a field is called on the form. */
export const fieldName = (field: string, t: Words): string => (t.fields as Record<string, string>)[field] ?? field;

/** A kept value in words: names for ids, days as written, words for closed lists. */
export function valueText(field: string, value: string, { t, p, locale, names }: Speech): string {
  if (value === "") return p.nothing;
  const lists: Record<string, Record<string, string>> = {
    state: t.states,
    priority: t.priorities,
    beneficiary: t.beneficiaries,
    duePrecision: t.precisions,
    coordinatingGroups: t.unitGroups,
    calendar: { all: p.no, working: p.yes },
    critical: { true: p.yes, false: p.no },
    additional: { true: p.yes, false: p.no },
  };
  if (field === "weight" && Number.isFinite(Number(value)))
    return formatNumber(Number(value), locale, Number.isInteger(Number(value)) ? 0 : 2);
  const day: boolean = isDay(value);
  if (day) return formatDay(value);
  if (field in lists || /(?:Id|Ids)$/.test(field))
    return value
      .split(", ")
      .map((one) => lists[field]?.[one] ?? names[one] ?? one)
      .join(", ");
  return value;
}
