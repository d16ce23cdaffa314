import { fold, tidy } from "~/web/text";
import type { Day } from "~/web/time";

export const documentStyles = ["state", "party", "law", "letter"] as const;
export type DocumentStyle = (typeof documentStyles)[number];

/** The kinds of named documents, by the abbreviation in their number (Decree 30/2020, Party offices, laws). */
export const documentTypes = [
  "NQ",
  "QĐ",
  "CT",
  "KH",
  "CTr",
  "ĐA",
  "DA",
  "PA",
  "HD",
  "QC",
  "QyĐ",
  "KL",
  "TB",
  "TC",
  "BC",
  "BB",
  "TTr",
  "HĐ",
  "CĐ",
  "GM",
  "GUQ",
  "NĐ",
  "TT",
  "QH",
] as const;
export type DocumentType = (typeof documentTypes)[number];

export interface DocumentNumber {
  style: DocumentStyle;
  /** As offices print it: "09-NQ/TU", "634/KH-UBND". */
  number: string;
  serial: number;
  /** "" for an official letter. */
  type: string;
  issuerCode: string;
  /** The year a law carries in its number. */
  year: number | null;
}

// Machine-written texts lose the bar of Đ. HD and HĐ, DA and ĐA are different kinds, so those stay as typed.
const spelled = new Map<string, string>([
  ...documentTypes.filter((type) => !["HĐ", "ĐA"].includes(type)).map((type) => [fold(type), type] as const),
  ["bcd", "BCĐ"],
  ["bcdtw", "BCĐTW"],
  ["hdnd", "HĐND"],
  ["ttg", "TTg"],
  ["bldtbxh", "BLĐTBXH"],
  ["sldtbxh", "SLĐTBXH"],
  ["bgddt", "BGDĐT"],
  ["sgddt", "SGDĐT"],
]);
const spell = (part: string): string => {
  const upper = part.toLocaleUpperCase("vi");
  return upper === "HĐ" || upper === "ĐA" ? upper : (spelled.get(fold(part)) ?? upper);
};
const spellAll = (text: string): string => text.split("-").map(spell).join("-");

const word = "[\\p{L}\\d]+(?:[-.][\\p{L}\\d]+)*";
const party = new RegExp(`^(\\d{1,5})([a-z]?)-(\\p{L}+)/(${word})$`, "iu");
const law = new RegExp(`^(\\d{1,5})/((?:19|20)\\d{2})/(${word})$`, "iu");
const state = new RegExp(`^(\\d{1,5})([a-z]?)/(${word})$`, "iu");

/**
 * Reads a document number in the State style (634/KH-UBND, 192/QĐ-SKHCN), of an official letter (793/BTTTT-THH), of a law
 * (356/2025/NĐ-CP) or in the Party's style (09-NQ/TU). "QD" is read as "QĐ"; a serial of one digit gets its nought. Null otherwise.
 */
export function parseNumber(text: string): DocumentNumber | null {
  const bare = tidy(text)
    .replace(/^(?:số|so|no)\s*[:.]?\s*/iu, "")
    .replace(/[–—−]/g, "-")
    .replace(/\s*([/-])\s*/g, "$1");
  const asLaw = law.exec(bare);
  if (asLaw) return lawNumber(Number(asLaw[1]), Number(asLaw[2]), spellAll(asLaw[3] ?? ""));
  const asParty = party.exec(bare);
  if (asParty) {
    const type = spell(asParty[3] ?? "");
    const issuerCode = spellAll(asParty[4] ?? "");
    const head = serialText(asParty[1], asParty[2]);
    return {
      style: "party",
      number: `${head}-${type}/${issuerCode}`,
      serial: Number(asParty[1]),
      type,
      issuerCode,
      year: null,
    };
  }
  const asState = state.exec(bare);
  if (!asState) return null;
  const tail = spellAll(asState[3] ?? "");
  const [first = "", ...rest] = tail.split("-");
  const number = `${serialText(asState[1], asState[2])}/${tail}`;
  const serial = Number(asState[1]);
  if ((documentTypes as readonly string[]).includes(first))
    return { style: "state", number, serial, type: first, issuerCode: rest.join("-"), year: null };
  return { style: "letter", number, serial, type: "", issuerCode: first, year: null };
}

function lawNumber(serial: number, year: number, tail: string): DocumentNumber {
  const [first = "", ...rest] = tail.split("-");
  const assembly = /^QH\d+$/.test(first);
  return {
    style: "law",
    number: `${serialText(String(serial), "")}/${year}/${tail}`,
    serial,
    type: assembly ? "QH" : first,
    issuerCode: assembly ? first : rest.join("-"),
    year,
  };
}

const serialText = (digits = "", letter = ""): string =>
  `${String(Number(digits)).padStart(2, "0")}${letter.toLowerCase()}`;

/** Under which a number is unique within its issuer and year. */
export const numberKey = (number: string): string => tidy(number).toLocaleLowerCase("vi").replace(/\s/g, "");

/** Issuers everybody knows by their code. Others are named by the unit that has the code. */
const issuers: Record<string, string> = {
  TTg: "Thủ tướng Chính phủ",
  CP: "Chính phủ",
  TW: "Ban Chấp hành Trung ương",
  BCĐTW: "Ban Chỉ đạo Trung ương",
  BTTTT: "Bộ Thông tin và Truyền thông",
  BKHCN: "Bộ Khoa học và Công nghệ",
  BNV: "Bộ Nội vụ",
};
export const knownIssuer = (code: string): string | null =>
  /^QH\d+$/.test(code) ? "Quốc hội" : (issuers[code.split("-")[0] ?? ""] ?? null);

/** In force on a day, as far as its dates tell; a document without dates is. */
export const isInForce = (document: { validFrom: Day | null; validTo: Day | null }, day: Day): boolean =>
  (!document.validFrom || document.validFrom <= day) && (!document.validTo || day <= document.validTo);

/** The kind of a document in a reader's words: "Kế hoạch"; the abbreviation itself where it is not a known one. */
export function kindInWords(
  document: { style: DocumentStyle; type: string },
  words: { types: Record<DocumentType, string>; letter: string; other: string },
): string {
  if (document.style === "letter") return words.letter;
  const known = documentTypes.find((type) => type === document.type);
  return known ? words.types[known] : document.type || words.other;
}

/** Rows on one page of the register. */
export const documentsPerPage = 50;
