import type { IncomingMessage, ServerResponse } from "node:http";
import { frameWords, wordsOfStatus } from "~/web/frame-words";
import { defaultLocale, dirOf, type Locale, locales } from "~/web/i18n";

/** The reader's language by what the browser asks for; enough for a page that comes before everything else. */
function languageOf(header: string | undefined): Locale {
  const wished = (header ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wished.flatMap((tag) => locales.find((locale) => locale === tag) ?? [])[0] ?? defaultLocale;
}

/** The longest refused body that is read to its end, in bytes. */
const mostForgotten = 512 * 1024 * 1024;

/** Answers with a small friendly page of its own: what went wrong and what to do, by the HTTP status. */
export function answerPlainly(req: IncomingMessage, res: ServerResponse, status: number): void {
  const locale = languageOf(req.headers["accept-language"]);
  const words = frameWords[locale];
  const [title, advice] = status === 403 ? words.foreign : wordsOfStatus(words, status);
  const body = `<!DOCTYPE html><html lang="${locale}" dir="${dirOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} · ${words.product}</title></head><body><main><h1>${title}</h1><p>${advice}</p><p><a href="/">${words.home}</a></p></main></body></html>`;
  res.statusCode = status;
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  res.setHeader("Cache-Control", "no-store, private");
  // A client that is still sending reads its answer only when somebody reads what it sends; Node reads and forgets the
  // rest of a body that has a length. Without a length, or with an absurd one, the line is closed.
  if (status === 411 || (status === 413 && !(Number(req.headers["content-length"]) <= mostForgotten)))
    res.setHeader("Connection", "close");
  res.end(req.method === "HEAD" ? undefined : body);
}
