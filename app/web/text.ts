/** Text in Unicode's composed form, without control characters, line breaks and spaces folded to one space. */
export const tidy = (text: string): string =>
  // Bidi controls and zero-width signs hide in names pasted from chats and turn the page around.
  text
    .normalize("NFC")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();

/** The key by which people find things: no diacritics, đ as d, lower case, single spaces. "Nguyễn Đức" → "nguyen duc". */
export const fold = (text: string): string =>
  tidy(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

const collator = new Intl.Collator("vi", { numeric: true });

/** Orders two texts as a Vietnamese reader expects: a ă â b … d đ e …, and 2 before 10. */
export const compareVi = (a: string, b: string): number => collator.compare(a, b);

/** The given name: the last word. For sorting only; a name is never shown split. */
export const givenName = (fullName: string): string => tidy(fullName).split(" ").at(-1) ?? "";

/** Orders people as offices do: by given name, then by the whole name. */
export const compareNames = (a: string, b: string): number =>
  collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);

/** A `like` pattern that finds `term` anywhere in a folded column; the wildcards of SQL are taken as plain signs. */
export const likePattern = (term: string): string => `%${fold(term).replace(/[\\%_]/g, "")}%`;

const alphabet = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const tones = "\u0300\u0309\u0303\u0301\u0323"; // the order of dictionaries: huyền hỏi ngã sắc nặng

/**
 * A key whose byte order is Vietnamese dictionary order, for ORDER BY on any engine: letters first (a ă â b … d đ …),
 * tones only between words that are otherwise alike. Signs outside the alphabet come after it, in their own order.
 */
export function sortKey(text: string): string {
  let letters = "";
  let marks = "";
  for (const word of tidy(text).toLowerCase().split(" ")) {
    for (const sign of word
      .normalize("NFD")
      .replace(/([aeo])([\u0300\u0301\u0303\u0309\u0323]*)([\u0302\u0306])/g, "$1$3$2")
      .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323]*)(\u031B)/g, "$1$3$2")
      .replace(/[aeou][\u0302\u0306\u031B]/g, (pair) => pair.normalize("NFC"))) {
      const tone = tones.indexOf(sign);
      if (tone >= 0) {
        marks = marks.slice(0, -1) + String(tone + 1);
        continue;
      }
      const place = alphabet.indexOf(sign);
      letters += place >= 0 ? String.fromCharCode(48 + place) : `~${sign}`;
      marks += "0";
    }
    letters += "!";
  }
  return `${letters} ${marks.replace(/0+$/, "")}`;
}

/** The sort key of a person on a Vietnamese list: given name, then the whole name. */
export const nameSortKey = (fullName: string): string =>
  `${sortKey(givenName(fullName))} ${sortKey(fullName)}`.slice(0, 400);
