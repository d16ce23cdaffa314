import { type Locale, localeNames, locales } from "./i18n";

/** The same page in each language, for the foot of guests' pages. `address` is the path with its query. */
export function languageLinks(address: string, current: Locale) {
  const [path = "/", query] = address.split("?");
  return locales.map((locale) => {
    const params = new URLSearchParams(query);
    params.set("lang", locale);
    return { href: `${path}?${params}`, label: localeNames[locale], lang: locale, current: locale === current };
  });
}
