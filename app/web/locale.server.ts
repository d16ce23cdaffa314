import { readCookie } from "./cookies.server";
import { defaultLocale, isLocale, type Locale, locales } from "./i18n";

export const localeCookie = "tenten_lang";

/**
 * The language a request is answered in: `?lang=` in the address, then the cookie the language menu sets,
 * then the guest's own language where the page knows it, then what the browser asks for, then Vietnamese.
 */
export function localeOf(request: Request, own?: Locale | null): Locale {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLocale(asked)) return asked;
  const kept = readCookie(request, localeCookie);
  if (isLocale(kept)) return kept;
  if (own) return own;
  for (const part of (request.headers.get("accept-language") ?? "").split(",")) {
    const tag = part.split(";")[0]?.trim().slice(0, 2).toLowerCase();
    const found = locales.find((locale) => locale === tag);
    if (found) return found;
  }
  return defaultLocale;
}
