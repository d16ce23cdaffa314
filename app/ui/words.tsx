import { createContext, type ReactNode, useContext } from "react";
import { type UiWords, uiWords } from "./messages";

// Latin digits everywhere, so that 11/21 reads alike beside a document number.
const tags = { vi: "vi-VN", en: "en-GB", ar: "ar-u-nu-latn", hi: "hi-IN-u-nu-latn" };
export type UiLocale = keyof typeof uiWords;

const Language = createContext<UiLocale>("vi");

/** Sets the language of the controls' own words and figures for everything inside; a layout wears it once. */
export function UiLanguage({ locale, children }: { locale: UiLocale; children: ReactNode }) {
  return <Language.Provider value={locale}>{children}</Language.Provider>;
}

/** The controls' own words in the language of the surrounding `UiLanguage` (Vietnamese without one). */
export const useUiWords = (): UiWords => uiWords[useContext(Language)];

/** Formats a plain number in the surrounding language; `digits` is the exact number of decimals. */
export function useNumbers() {
  const tag = tags[useContext(Language)];
  return (value: number, digits = 0) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}
