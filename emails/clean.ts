const bidiMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const hasMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const invisible = /[\u200B\u2060-\u2064\uFEFF]/gu;
const loneSurrogate = /\p{Surrogate}/gu;

/** Shortens to `max` signs (code points), with an ellipsis in place of the rest. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const signs = [...text];
  return signs.length <= max
    ? text
    : `${signs
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}

// Composed Latin with single spaces, as most facts are. Each rule below costs more than this look.
const plainFact = /^(?:[!-~\u00A1-\u024F\u1E00-\u1EFF]| (?! |$))*$/;

/**
 * A fact on one line: composed, without control signs, line breaks and marks that turn the reading direction.
 * Joiners stay: Hindi and emoji need them.
 */
export function cleanLine(text: string, max = 400): string {
  if (text[0] !== " " && plainFact.test(text)) return cut(text, max);
  const plain = text
    .normalize("NFC")
    .replace(loneSurrogate, "\uFFFD")
    .replace(bidiMarks, "")
    .replace(invisible, "")
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
  return cut(plain, max);
}

/** Someone's own words over several lines: as `cleanLine`, but line breaks stay (at most one empty line between). */
export function cleanText(text: string, max = 4000): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/u).map((line) => cleanLine(line, max));
  return cut(
    lines
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    max,
  );
}

/** A display name fit for a header: without the signs that address lists are made of. */
export const headerName = (text: string): string => cleanLine(text.replace(/["\\<>()[\],;:@]/g, " "), 80);

const FSI = "\u2068";
const LRI = "\u2066";
const PDI = "\u2069";

// A Vietnamese name in an Arabic sentence must not pull its neighbours along. Facts carry Unicode isolates;
// the paper turns them into <bdi>, the plain text keeps them only where it reads from the right.
/** A fact within a sentence, isolated from the direction around it. */
export const fact = (text: string, max?: number): string => `${FSI}${cleanLine(text, max)}${PDI}`;

/** Numbers, telephones, codes and addresses: always from the left. */
export const ltr = (text: string): string => `${LRI}${cleanLine(text)}${PDI}`;

export interface Piece {
  text: string;
  isolate: "none" | "auto" | "ltr";
}

/** Splits a sentence at its isolates. */
export function pieces(sentence: string): Piece[] {
  const found: Piece[] = [];
  for (const part of sentence.split(/([\u2066\u2068][^\u2069]*\u2069)/u)) {
    if (part === "") continue;
    const sign = part[0];
    if (sign === FSI) found.push({ text: part.slice(1, -1), isolate: "auto" });
    else if (sign === LRI) found.push({ text: part.slice(1, -1), isolate: "ltr" });
    else found.push({ text: part, isolate: "none" });
  }
  return found;
}

/** The sentence without its isolates: for subjects, calendars and text that reads from the left. */
export const bare = (sentence: string): string =>
  hasMarks.test(sentence) ? sentence.replace(bidiMarks, "") : sentence;
