import { fold, tidy } from "~/web/text";
import { cleanEmail, cleanPhones, looksLikeName } from "./clean.rules";
import { looksLikePosition, meaningOf } from "./columns.rules";
import { findHeader, pastedHeader } from "./header.rules";

/**
 * Rows from the box "paste many": copied out of a spreadsheet with its header, or one person a line with name, position,
 * unit, e-mail and phone in any order, also "Nguyễn Văn A <a@x.vn>". Give the rows to `planImport` like a sheet's.
 */
export function parsePasted(text: string): string[][] {
  const lines = text
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .split("\n")
    .flatMap(onePerLine);
  const split = lines.map(cellsOf);
  const top = split.find((cells) => cells.some((cell) => cell.trim() !== "")) ?? [];
  const named = top.filter((cell) => meaningOf(cell) !== null).length;
  if (named >= 2 && findHeader(split)) return split;
  return [pastedHeader, ...lines.map((line, n) => personOf(split[n] as string[], line))];
}

/** "A <a@x.vn>, B <b@x.vn>" out of a letter's head is several people in one line. */
const onePerLine = (line: string): string[] =>
  (line.match(/<[^<>@]+@[^<>]+>/g)?.length ?? 0) > 1 ? line.split(/(?<=>)\s*[,;]\s*/) : [line];

/** By tabs, else by the sign that stands most for a border: | or ; or, where no such sign is, a comma. */
function cellsOf(line: string): string[] {
  for (const sign of ["\t", "|", ";", ","]) {
    // Two addresses in one cell are written with ; or , too: with a tab or a bar about, those are not borders.
    if (line.includes(sign))
      return line.split(sign).map((cell) =>
        cell
          .trim()
          .replace(/^"(.*)"$/s, "$1")
          .replaceAll('""', '"'),
      );
  }
  const dashed = line.split(/\s[-–—]\s/);
  return dashed.length > 1 ? dashed.map((cell) => cell.trim()) : [line.trim()];
}

/** Cells in the order of `pastedHeader`. */
function personOf(cells: string[], line: string): string[] {
  const person = { name: "", position: "", unit: "", email: "", phone: "", note: [] as string[] };
  const rest: string[] = [];
  for (const cell of cells.flatMap(unwrap)) {
    const bare = tidy(cell).replace(/^(e-?mail|thư điện tử|đt|sđt|điện thoại|tel|phone|mobile)\s*:\s*/i, "");
    if (bare === "") continue;
    if (bare.includes("@")) person.email = person.email === "" ? bare : `${person.email}; ${bare}`;
    else if (person.phone === "" && cleanPhones(bare).phone !== "") person.phone = bare;
    else if (!/^\d{1,4}[.)]?$/.test(bare)) rest.push(bare);
  }
  const take = (fits: (text: string) => boolean): string => {
    const at = rest.findIndex(fits);
    return at < 0 ? "" : (rest.splice(at, 1)[0] as string);
  };
  const plainName = (text: string) =>
    text.replace(/^\d+\s*[.)]\s*/, "").replace(/^(ông|bà|đồng chí|đ\/c)[.:]?\s+/i, "");
  person.name =
    take((text) => looksLikeName(plainName(text)) && !looksLikePosition(text)) ||
    take((text) => !looksLikePosition(text)) ||
    take(() => true);
  person.position = take(looksLikePosition) || (rest.length > 1 ? take(() => true) : "");
  person.unit = take(() => true);
  if (cleanEmail(person.email).state === "none" && line.includes("@")) person.email = line.slice(0, 300);
  return [person.name, person.position, person.unit, person.email, person.phone, rest.join("; ")];
}

/** "Nguyễn Văn A <a@x.vn>" and "Nguyễn Văn A a@x.vn 0914…" are several cells in one. */
function unwrap(cell: string): string[] {
  const wrapped = /^([^<>]*)<([^<>]*)>(.*)$/s.exec(cell);
  if (wrapped) return [(wrapped[1] as string).replace(/"/g, ""), wrapped[2] as string, wrapped[3] as string];
  const words = cell.split(/\s+/);
  const address = words.findIndex((word) => word.includes("@"));
  if (
    address <= 0 ||
    cleanEmail(cell).state === "good" ||
    /@\s|\s@/.test(cell) ||
    !/\p{L}/u.test(fold(words[0] as string))
  )
    return [cell];
  return [words.slice(0, address).join(" "), words[address] as string, words.slice(address + 1).join(" ")];
}
