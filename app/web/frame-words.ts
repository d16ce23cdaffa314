import type { FrameWords } from "./messages";

export { frameWords } from "./messages";

/** The title and the sentence of what to do for an HTTP status. */
export function wordsOfStatus(words: FrameWords, status: number): string[] {
  const byStatus: Record<number, string[]> = {
    400: words.badRequest,
    401: words.signInFirst,
    403: words.forbidden,
    404: words.notFound,
    405: words.wrongMethod,
    409: words.conflict,
    410: words.gone,
    413: words.tooLarge,
    414: words.tooLong,
    429: words.tooMany,
    503: words.stopping,
  };
  return byStatus[status] ?? (status < 500 ? words.badRequest : words.broken);
}
