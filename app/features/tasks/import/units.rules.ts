import type { UnitKind } from "~/features/units/rules";
import { plainHeader } from "~/web/sheet/columns";
import { fold, tidy } from "~/web/text";
import type { UnitGroup } from "../rules";

export interface KnownUnit {
  id: string;
  code: string | null;
  name: string;
  shortName: string;
  kind: UnitKind;
  activeTo: string | null;
  /** Which units followed it, where it is closed. */
  successors: string[];
}

/** What a piece of text names. `closed`: only a unit that exists no more. "nothing": nobody in particular. */
export type Meaning =
  | { unitId: string }
  | { closed: string; successors: string[] }
  | { groups: UnitGroup[] }
  | "nothing"
  | null;

const plain = (text: string): string => plainHeader(text.replace(/&/g, " "));

const tail = "( (cap )?(tinh|thanh pho))?( (co )?lien quan)?( (thuoc|truc thuoc) tinh)?$";
const departments = /^(toan the )?((cac )?(so (ban )?(va )?nganh|ban nganh)|cac so)/;
const unions = /(doan the|to chuc chinh tri xa hoi)( (cap )?tinh)?/;
const communes =
  /^(ubnd |uy ban nhan dan )?(\d+ )?((cac )?cap xa|(cac |\d+ )(xa|phuong|dac khu)( (va )?(xa|phuong|dac khu))*|cac dia phuong)( (co )?lien quan)?( tren dia ban( tinh)?)?$/;
const nobody = /^(khong( co)?|cac (co quan|don vi|to chuc|doanh nghiep|dia phuong|ca nhan)\b.*\b(lien quan|khac))$/;

/** The groups of units a text means as a whole: "Các sở, ban, ngành", "UBND cấp xã". */
export function groupsIn(text: string): UnitGroup[] {
  const words = plain(text);
  if (communes.test(words)) return ["communes"];
  const found: UnitGroup[] = [];
  if (departments.test(words)) {
    const rest = words.replace(departments, "");
    if (!new RegExp(`^( (va )?(cac )?${unions.source})?${tail}`).test(rest)) return [];
    found.push("departments");
    if (unions.test(rest)) found.push("unions");
  } else if (
    new RegExp(
      `^((ubmttq|mttq|uy ban mttq|mat tran( to quoc)?)( viet nam)?( tinh)? (va )?)?cac (hoi )?${unions.source}${tail}`,
    ).test(words)
  )
    found.push("unions");
  return found;
}

const committee = /^(ubnd|uy ban nhan dan) (?=.)/;
const kindsShort: Record<string, string> = { p: "phuong", x: "xa", dk: "dac khu", tt: "thi tran" };

/** Every way in which a unit may be written, the surest first. */
function keysOf(text: string): string[] {
  const words = plain(text);
  const bare = words
    .replace(committee, "")
    .replace(/^(p|x|dk|tt) (?=.)/, (_, kind: string) => `${kindsShort[kind.trim()]} `);
  const close = words.replace(/ tinh$/, "").replace(/ /g, "");
  // "Sở KH&CN" is coded SKHCN.
  return [...new Set([words, bare, close, close.replace(/^so(?=.)/, "s")])].filter((key) => key.length > 1);
}

/** Makes a finder that tells what one piece of text means; a name that two living units share means none. */
export function unitFinder(units: KnownUnit[]): (piece: string) => Meaning {
  const byKey = new Map<string, KnownUnit[]>();
  for (const unit of units)
    for (const text of new Set([unit.name, unit.shortName, unit.code ?? ""]))
      for (const key of [plain(text), plain(text).replace(committee, "")].filter((one) => one.length > 1)) {
        const there = byKey.get(key) ?? [];
        if (!there.includes(unit)) byKey.set(key, [...there, unit]);
      }
  const answers = new Map<string, Meaning>();

  function find(piece: string): Meaning {
    for (const key of keysOf(piece)) {
      const found = byKey.get(key) ?? [];
      const living = found.filter((unit) => !unit.activeTo);
      if (living.length === 1) return { unitId: (living[0] as KnownUnit).id };
      if (living.length > 1) return null;
      if (found[0]) return { closed: found[0].id, successors: found[0].successors };
    }
    const groups = groupsIn(piece);
    if (groups.length > 0) return { groups };
    return nobody.test(plain(piece)) || plain(piece) === "" ? "nothing" : null;
  }
  return (piece) => {
    let answer = answers.get(piece);
    if (answer === undefined) {
      answer = find(piece);
      answers.set(piece, answer);
    }
    return answer;
  };
}

export interface Named {
  text: string;
  meaning: Meaning;
}

/**
 * The units a cell names, in its order. Commas stand between units and inside their names ("Sở Văn hóa, Thể thao và Du
 * lịch"), so the longest run of words that means something is taken.
 */
export function namedIn(cell: string, find: (piece: string) => Meaning): Named[] {
  return cell
    .split(/[;\n]|\s[-–—]\s(?=[A-ZĐ])/u)
    .map(tidy)
    .filter((piece) => /[\p{L}\d]/u.test(piece))
    .flatMap((piece) => inPiece(piece.replace(/^[-–+•]\s*|[.,]+$/g, ""), find));
}

function inPiece(piece: string, find: (piece: string) => Meaning): Named[] {
  const parts = piece.split(",").map(tidy);
  const named: Named[] = [];
  for (let at = 0; at < parts.length; ) {
    let size = parts.length - at;
    while (size > 1 && find(parts.slice(at, at + size).join(", ")) === null) size -= 1;
    const text = parts.slice(at, at + size).join(", ");
    at += size;
    const last = named.at(-1);
    const pairs = find(text) === null ? inPair(text, find) : null;
    if (pairs) named.push(...pairs);
    // "các hội, hiệp hội ngành nghề": what begins small goes on with the words before it.
    else if (last?.meaning === null && find(text) === null && /^\p{Ll}/u.test(text)) last.text += `, ${text}`;
    else if (text !== "") named.push({ text, meaning: find(text) });
  }
  return named;
}

function inPair(text: string, find: (piece: string) => Meaning): Named[] | null {
  for (const sign of [/\s+và\s+/iu, /\s*[/+]\s*/]) {
    const named = text.split(sign).map((piece) => ({ text: tidy(piece), meaning: find(piece) }));
    if (named.length > 1 && named.every(({ meaning }) => meaning !== null)) return named;
  }
  return null;
}

/** The living units whose names share most words with a text, at most three: what it may have meant. */
export function nearest(text: string, units: KnownUnit[]): string[] {
  const wanted = new Set(plain(text).split(" "));
  return units
    .filter((unit) => !unit.activeTo)
    .map((unit) => {
      const own = new Set(fold(unit.name).split(/[^a-z0-9]+/));
      const both = [...own].filter((word) => wanted.has(word)).length;
      return { id: unit.id, score: both / (own.size + wanted.size - both) };
    })
    .filter(({ score }) => score >= 0.4)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ id }) => id);
}
