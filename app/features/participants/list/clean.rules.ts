import type { Locale } from "~/web/i18n";
import { isPlainAddress } from "~/web/mail-address";
import { cleanPhone } from "~/web/phone";
import { fold, tidy } from "~/web/text";

const families = new Set(
  `an au bach ban bang be bui cam cao chau che chu cu cung cuong dam dang dao dau diep dinh do doan doi don dong du duong
  ha ho hoang hua huynh khong khuat kieu kim la lam le leu lieu lo loc long lu luc luong luu ly ma mac mai mua nghiem ngo
  nguy nguyen nhan ninh nong o ong pham phan phi pho phung phuong quach quan sung ta tang thach thai than thao thi thieu
  tieu to ton tong tra tran trang trieu trinh truong tu tuong ung van vi vo vu vuong vang xa xong y`.split(/\s+/),
);

/** Whether a text may be the whole name of a person, judged by its first word. */
export const looksLikeName = (text: string): boolean => {
  const words = fold(text).split(" ");
  return words.length >= 2 && words.length <= 6 && families.has(words[0] as string) && !/\d|@/.test(text);
};

const honorific = /^(ông|bà|ông\/bà|ông \(bà\)|anh|chị|đồng chí|đ\/c|đ\.c|đc|mr|mrs|ms)[.:]?\s+/i;

/** A name as it is printed: composed, single spaces, no "Ông", no numbering, capitals only where a name has them. */
export function cleanName(text: string): string {
  let name = tidy(text).replace(/^\d+\s*[.)]\s*/, "");
  const bare = name.replace(honorific, "");
  // "Ông" is a family name too (Ông Ích Khiêm), so what stays must still be a whole name.
  if (bare !== name && (bare.split(" ").length > 2 || looksLikeName(bare))) name = bare;
  if (name !== name.toLocaleUpperCase("vi") && name !== name.toLocaleLowerCase("vi")) return name;
  return name
    .toLocaleLowerCase("vi")
    .replace(/(^|[\s\-'’.(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase("vi"));
}

const nothing = /^(khong|ko|k|chua|khong co|ko co|chua co|none|no|n\/a|na|x|0|[^\p{L}\p{N}@]*)$/u;

export type CleanEmail = { state: "none" } | { state: "good"; email: string; others: string[] } | { state: "bad" };

/**
 * The address in a cell. Several good ones: the first counts, the others are handed back. If any part of the cell is no
 * address, all of it is bad: in "nguyen,an@x.vn" the second half would be a stranger's mailbox.
 */
export function cleanEmail(text: string): CleanEmail {
  const plain = tidy(text.normalize("NFKC")).toLowerCase();
  if (isPlainAddress(plain)) return { state: "good", email: plain, others: [] };
  if (nothing.test(fold(plain))) return { state: "none" };
  const bracketed = [...plain.matchAll(/<([^<>]*)>/g)].map((match) => match[1] as string);
  const pieces = (bracketed.length > 0 ? bracketed : plain.split(/[;,|]|\s\/\s|\/(?=\S+@)/))
    .map((piece) =>
      piece
        .replace(/\([^()]*\)/g, "")
        .replace(/\bmailto:/g, "")
        .replace(/^e?-?mail\s*:/, "")
        .replace(/\s*@\s*/, "@"),
    )
    .map((piece) => piece.replace(/^[\s"'“”‘’<[(.:]+|[\s"'“”‘’>\])(.:]+$/g, ""))
    .filter((piece) => piece !== "")
    .flatMap((piece) => (piece.split(" ").every(isPlainAddress) ? piece.split(" ") : [piece]));
  if (pieces.length === 0 || !pieces.every(isPlainAddress)) return { state: "bad" };
  const [email, ...others] = [...new Set(pieces)] as [string, ...string[]];
  return { state: "good", email, others };
}

/** The first number in a cell as E.164, or ""; `rest` is what could not be used and is worth keeping. */
export function cleanPhones(text: string): { phone: string; rest: string } {
  const plain = tidy(text);
  const whole = cleanPhone(plain.replace(/\([^()\d]*\d{0,4}\)\s*$/, ""));
  if (whole) return { phone: whole, rest: "" };
  if (nothing.test(fold(plain))) return { phone: "", rest: "" };
  const pieces = plain.split(/[;,/|]|\s-\s|\shoặc\s/).map((piece) => piece.trim());
  const first = pieces.findIndex((piece) => cleanPhone(piece));
  if (first < 0) return { phone: "", rest: plain };
  const rest = pieces.filter((piece, n) => n !== first && piece !== "").join("; ");
  return { phone: cleanPhone(pieces[first] as string) as string, rest };
}

const languages: [RegExp, Locale][] = [
  [/^(vi|vn|viet|tieng viet|vietnamese)$/, "vi"],
  [/^(en|eng|anh|tieng anh|english)$/, "en"],
  [/^(ar|a rap|tieng a rap|arabic)$/, "ar"],
  [/^(hi|hindi|tieng hindi|an do)$/, "hi"],
];

/** The language a cell names, in whatever language it names it. */
export const cleanLanguage = (text: string): Locale | null => {
  const word = fold(text);
  return languages.find(([names]) => names.test(word))?.[1] ?? null;
};
