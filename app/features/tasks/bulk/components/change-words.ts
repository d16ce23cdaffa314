import type { Locale } from "~/web/i18n";
import type { Day } from "~/web/time";
import { fieldName, valueText } from "../../components/change-text";
import type { FieldChange } from "../../content.rules";
import type { Words } from "../../messages";
import type { Words as PageWords } from "../../messages/page";
import type { DuePrecision } from "../../rules";
import { dueText } from "../../wording.rules";

export interface Due {
  dueOn: Day | null;
  duePrecision: DuePrecision;
}
interface Saying {
  /** Behind the ids in the changes. */
  names: Record<string, string>;
  /** The deadline that all get, where that is what changes. */
  due: Due | null;
  t: Words;
  p: PageWords;
  locale: Locale;
}

/** What a row changes, in words, field by field; a deadline and its precision are one. */
export function changeWords(changes: readonly FieldChange[], { due, ...speech }: Saying) {
  const { t } = speech;
  const isDue = ({ field }: FieldChange) => field === "dueOn" || field === "duePrecision";
  const said = (field: string, value: string) => valueText(field, value, speech);
  const lines = changes
    .filter((change) => !isDue(change))
    .map(({ field, from, to }) => ({ label: fieldName(field, t), from: said(field, from), to: said(field, to) }));
  if (!due || !changes.some(isDue)) return lines;
  // A part that is not named has not changed.
  const was = Object.fromEntries(changes.filter(isDue).map(({ field, from }) => [field, from || null]));
  return [{ label: t.fields.dueOn, from: dueText({ ...due, ...was }, t), to: dueText(due, t) }, ...lines];
}
