import type { MetaFunction } from "@remix-run/react";
import { defaultLocale, type Locale } from "./i18n";

/** The title of a page in the reader's language: `export const meta = titleOf(unitWords, (t) => t.title)`. */
export function titleOf<W, D = unknown>(
  words: Record<Locale, W>,
  say: (words: W, data: D | undefined, locale: Locale) => string,
): MetaFunction {
  return ({ matches, data, error }) => {
    const root = matches.find((match) => match.id === "root")?.data as { locale?: Locale } | undefined;
    // After an error the layout words the title.
    if (error) return [{ title: "TenTen" }];
    const locale = root?.locale ?? defaultLocale;
    return [{ title: `${say(words[locale], data as D | undefined, locale)} · TenTen` }];
  };
}
