import { useMatches } from "@remix-run/react";
import { defaultLocale, type Locale } from "./i18n";
import { defaultZone } from "./time";

/**
 * What the root loader says of the reader; every page may use it. A page that knows its reader better, such as a guest's
 * own link, returns `readerLocale` from its loader, and the whole document speaks that language.
 */
export interface Reader {
  locale: Locale;
  zone: string;
}

function useReader(): Reader {
  const matches = useMatches();
  const root = matches[0]?.data as Partial<Reader> | undefined;
  const page = matches.at(-1)?.data as { readerLocale?: Locale } | undefined;
  return { locale: page?.readerLocale ?? root?.locale ?? defaultLocale, zone: root?.zone ?? defaultZone };
}

export const useLocale = (): Locale => useReader().locale;

/** The organization's IANA time zone. */
export const useZone = (): string => useReader().zone;

/** The words of one feature in the reader's language. */
export const useWords = <W>(words: Record<Locale, W>): W => words[useLocale()];
