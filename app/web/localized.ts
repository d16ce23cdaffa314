import type { Locale } from "./i18n";

/** A text in the languages it was written in; Vietnamese is always there, the others when somebody wrote them. */
export interface Localized {
  vi: string;
  en?: string;
  ar?: string;
  hi?: string;
}

/** The text in the reader's language; where nobody wrote it, English for those who read neither, then Vietnamese. */
export const inLanguage = (text: Localized, locale: Locale): string =>
  text[locale] || (locale === "vi" ? "" : text.en) || text.vi;

/** The language `inLanguage` found, for the `lang` of the element around it. */
export const languageOf = (text: Localized, locale: Locale): Locale =>
  text[locale] ? locale : locale !== "vi" && text.en ? "en" : "vi";

/** The same text without its empty languages. */
export const trimmed = (text: Record<Locale, string>): Localized =>
  Object.fromEntries(
    Object.entries(text).filter(([locale, words]) => locale === "vi" || words),
  ) as unknown as Localized;
