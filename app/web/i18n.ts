/** The four languages of the product. Vietnamese comes first and is the default. */
export const locales = ["vi", "en", "ar", "hi"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "vi";

/** Each language in its own words, for the language menu. */
export const localeNames: Record<Locale, string> = { vi: "Tiếng Việt", en: "English", ar: "العربية", hi: "हिन्दी" };

export const isLocale = (value: unknown): value is Locale =>
  typeof value === "string" && (locales as readonly string[]).includes(value);

export const dirOf = (locale: Locale): "ltr" | "rtl" => (locale === "ar" ? "rtl" : "ltr");

// Arabic and Hindi with Latin digits: office numbers stand beside Vietnamese document numbers and must read alike.
const tags: Record<Locale, string> = {
  vi: "vi-VN",
  en: "en-GB",
  ar: "ar-u-nu-latn",
  hi: "hi-IN-u-nu-latn",
};

/** The BCP 47 tag to give to Intl for a locale. */
export const tagOf = (locale: Locale): string => tags[locale];

/** Keeps figures in their own order inside a sentence of any direction; the same as `<Ltr>` where words are put together. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;

/** The words of one feature, chosen for a reader. */
export const wordsFor = <W>(words: Record<Locale, W>, locale: Locale): W => words[locale];

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
const pluralRules = new Map<Locale, Intl.PluralRules>();

/** Picks the plural form of `n` by CLDR's rules (Vietnamese has one form, Arabic six). */
export function plural(locale: Locale, n: number, forms: Forms): string {
  let rules = pluralRules.get(locale);
  if (!rules) {
    rules = new Intl.PluralRules(tags[locale]);
    pluralRules.set(locale, rules);
  }
  return forms[rules.select(n)] ?? forms.other;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale}:${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(tags[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numberFormats.set(key, format);
  }
  return format;
}

/** `formatNumber(1633840, "vi")` is "1.633.840"; `digits` is the exact number of decimals. */
export const formatNumber = (value: number, locale: Locale, digits = 0): string =>
  numberFormat(locale, digits).format(value);

/** With as many decimals as the number has: 66.5 is "66,5" in Vietnamese, 70 is "70". */
export const formatExactly = (value: number, locale: Locale): string =>
  formatNumber(value, locale, String(value).split(".")[1]?.length ?? 0);
