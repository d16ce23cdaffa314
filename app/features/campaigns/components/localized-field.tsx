import { Disclosure } from "~/ui/guest-page";
import { TextArea, TextField } from "~/ui/text-field";
import { type Locale, localeNames } from "~/web/i18n";
import { useWords } from "~/web/use-words";
import { campaignWords } from "../messages";

interface Props {
  /** Fields are named "<name>.vi", "<name>.en" … */
  name: string;
  label: string;
  hint?: string;
  values: Record<string, string>;
  errors: Record<string, string>;
  required?: boolean;
  /** Several lines. */
  rows?: number;
  hideLabel?: boolean;
  /** What the other three languages are of, in words. */
  others?: string;
  autoFocus?: boolean;
  /** Vietnamese alone is shown; the others travel along unseen. */
  vietnameseOnly?: boolean;
}

const translations: Locale[] = ["en", "ar", "hi"];

/** A text in Vietnamese, and on demand in the other three languages. */
export function LocalizedField({
  name,
  label,
  hint,
  values,
  errors,
  required,
  rows,
  hideLabel,
  others,
  autoFocus,
  vietnameseOnly,
}: Props) {
  const t = useWords(campaignWords);
  const field = (locale: Locale) => ({
    name: `${name}.${locale}`,
    defaultValue: values[`${name}.${locale}`] ?? "",
    error: errors[`${name}.${locale}`] ? t.errors[errors[`${name}.${locale}`] ?? ""] : undefined,
    autoComplete: "off",
  });
  const faulty = translations.some((locale) => errors[`${name}.${locale}`]);
  return (
    <div className="stack gap-2">
      {rows ? (
        <TextArea {...field("vi")} label={label} hint={hint} rows={rows} required={required} hideLabel={hideLabel} />
      ) : (
        <TextField
          {...field("vi")}
          label={label}
          hint={hint}
          required={required}
          hideLabel={hideLabel}
          autoFocus={autoFocus}
        />
      )}
      {vietnameseOnly && !faulty ? (
        translations.map((locale) => (
          <input key={locale} type="hidden" name={`${name}.${locale}`} value={values[`${name}.${locale}`] ?? ""} />
        ))
      ) : (
        <Disclosure summary={others ?? t.otherLanguagesOf(label)} open={faulty}>
          {translations.map((locale) => (
            <div key={locale} lang={locale} dir={locale === "ar" ? "rtl" : "ltr"}>
              {rows ? (
                <TextArea {...field(locale)} label={localeNames[locale]} rows={rows} />
              ) : (
                <TextField {...field(locale)} label={localeNames[locale]} />
              )}
            </div>
          ))}
        </Disclosure>
      )}
    </div>
  );
}
