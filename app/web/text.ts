// Everything below takes off or folds, and doubled or outer spaces. Most texts have none of it.
const untidy = /[\u0000-\u001F\u007F-\u00A0\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2069\u3000\uFEFF]|^ | $| {2}/;

/** Text in Unicode's composed form, without control characters, line breaks and spaces folded to one space. */
export function tidy(text: string): string {
  const composed = text.normalize("NFC");
  if (!untidy.test(composed)) return composed;
  // Bidi controls and zero-width signs hide in names pasted from chats and turn the page around.
  return composed
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Text as a file made of XML may hold it (a workbook, a Word document): one other sign, and the whole file is "damaged". */
export const xmlText = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}|[\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F]/g, "");

/** A function of single words that remembers: a long list says "Nguyễn", "Văn" and "Thị" thousands of times. */
function remembered<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    let made = known.get(word);
    if (made === undefined) {
      made = make(word);
      if (known.size >= 5000) known.clear();
      known.set(word, made);
    }
    return made;
  };
}

const foldWord = remembered((word) =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase(),
);
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** The key by which people find things: no diacritics, đ as d, lower case, single spaces. "Nguyễn Đức" → "nguyen duc". */
export function fold(text: string): string {
  // Addresses and numbers have nothing to take off.
  if (plain.test(text)) return text.toLowerCase();
  return tidy(text).split(" ").map(foldWord).join(" ");
}

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

/** The words of what somebody searches for, as they stand in a folded column; eight at most. */
export const searchWords = (term: string): string[] => fold(term).split(" ").filter(Boolean).slice(0, 8);

/** Text as a part of an address, at most `most` signs: "Lễ kỷ niệm 10/10" → "le-ky-niem-10-10"; "" when no letter is left. */
export const addressPart = (text: string, most: number): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, most)
    .replace(/-+$/, "");

/** `name`, or with the first number behind it that nobody has: "launch", "launch-2". */
export function untaken(name: string, taken: readonly string[]): string {
  const names = new Set(taken);
  let free = name;
  for (let n = 2; names.has(free); n += 1) free = `${name}-${n}`;
  return free;
}

const alphabet = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const tones = "\u0300\u0309\u0303\u0301\u0323"; // the order of dictionaries: huyền hỏi ngã sắc nặng

const keyOfWord = remembered((word) => {
  let letters = "";
  let marks = "";
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
  return { letters: `${letters}!`, marks };
});

/**
 * A key whose byte order is Vietnamese dictionary order, for ORDER BY on any engine: letters first (a ă â b … d đ …),
 * tones only between words that are otherwise alike. Signs outside the alphabet come after it, in their own order.
 */
export const sortKey = (text: string): string => keyOfWords(wordsOf(text));

/** The sort key of a person on a Vietnamese list: given name, then the whole name. */
export function nameSortKey(fullName: string): string {
  const words = wordsOf(fullName);
  return `${keyOfWords(words.slice(-1))} ${keyOfWords(words)}`.slice(0, 400);
}

const wordsOf = (text: string) => tidy(text).toLowerCase().split(" ").map(keyOfWord);

function keyOfWords(words: ReturnType<typeof wordsOf>): string {
  let [letters, marks] = ["", ""];
  for (const word of words) {
    letters += word.letters;
    marks += word.marks;
  }
  return `${letters} ${marks.replace(/0+$/, "")}`;
}
