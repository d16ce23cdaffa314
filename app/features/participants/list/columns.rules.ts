import { type HeaderWord, headerOptions, meaningsOf } from "~/web/sheet/columns";
import { fold, tidy } from "~/web/text";
import { cleanEmail, cleanPhones, looksLikeName } from "./clean.rules";

export const fields = ["name", "given", "position", "unit", "point", "email", "phone", "note", "language"] as const;
/** `given` is the column "Tên" beside "Họ và tên đệm"; the two together make the name. */
export type Field = (typeof fields)[number];
/** Which column (from 0) holds a field. Two fields may share one: "Đơn vị / Điểm cầu" is both. */
export type Mapping = Partial<Record<Field, number | null>>;

// Tried on the folded header without punctuation; the number is how sure the word makes us.
const words: HeaderWord<Field>[] = [
  ["name", /^(stt )?(ho (va )?ten|full ?name|name$|ho ten)/, 1],
  ["name", /\b(ho (va )?ten|full ?name)\b/, 0.9],
  ["name", /^(ten )?(dai bieu|nguoi (tham )?du|thanh phan( tham du)?|khach moi|delegate|participant|attendee)s?$/, 0.8],
  ["name", /^ho( va)?( ten)?( chu)? ?(dem|lot)$|^ho$/, 0.7],
  ["given", /^ten$|^given name$/, 0.7],
  ["position", /^(chuc (vu|danh)|position|job title)/, 1],
  ["position", /\bchuc (vu|danh)\b|^(title|role|cong viec)$/, 0.8],
  ["point", /^(ten )?diem cau( (tham )?du( hop)?)?$/, 1],
  ["point", /\bdiem cau$|^point$/, 0.95],
  ["point", /^(dia diem|noi|diem) (tham )?du( hop)?$|^(venue|site|location|dia diem)$/, 0.7],
  ["unit", /^(co quan|don vi|to chuc)( |$)|^(organi[sz]ation|agency|unit|company)$/, 0.95],
  ["unit", /\b(don vi|co quan|noi) cong tac\b|^(dia phuong|phong ban|office|department)$/, 0.7],
  ["email", /\b(e ?mail|thu dien tu|mail)\b/, 1],
  ["phone", /\b(dien thoai|di dong|sdt|so dt|dt|phone|mobile|tel|telephone|so may)\b/, 1],
  ["note", /^(ghi chu|note|remark|comment)s?\b/, 1],
  ["language", /\b(ngon ngu|language)\b/, 1],
];

/** The field a header cell most likely means; null for columns a list of people has no use for. */
export const meaningOf = (header: string): Field | null => meaningsOf(header, words)[0]?.field ?? null;

/**
 * Which column holds what, by the words of the header, then by what the rows below hold. `confidence` runs from 0 to 1;
 * the organizer may change any of it.
 */
export function guessColumns(
  header: string[],
  sample: string[][] = [],
): { mapping: Mapping; confidence: Partial<Record<Field, number>> } {
  const mapping: Mapping = {};
  const confidence: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  const take = (field: Field, column: number, sure: number) => {
    if (mapping[field] !== undefined || column < 0) return;
    mapping[field] = column;
    confidence[field] = sure;
    taken.add(column);
  };
  const options = headerOptions(header, words);
  for (const { field, sure, column } of options) if (!taken.has(column)) take(field, column, sure);
  if (mapping.given !== undefined && mapping.name === undefined) {
    take("name", mapping.given as number, 0.6);
    delete mapping.given;
    delete confidence.given;
  }
  for (const { field, sure, column } of options)
    if (field === "unit" && column === mapping.point) take("unit", column, sure);
  guessByContent(header, sample.slice(0, 200), taken, take);
  return { mapping, confidence };
}

function guessByContent(
  header: string[],
  sample: string[][],
  taken: Set<number>,
  take: (field: Field, column: number, sure: number) => void,
) {
  const width = Math.max(header.length, ...sample.map((row) => row.length), 0);
  const best = (fits: (cell: string) => boolean, least: number): [number, number] => {
    let winner: [number, number] = [-1, least];
    for (let column = 0; column < width; column++) {
      const cells = sample.map((row) => tidy(row[column] ?? "")).filter((cell) => cell !== "");
      const share = cells.filter(fits).length / Math.max(cells.length, 1);
      if (!taken.has(column) && share > winner[1]) winner = [column, share];
    }
    return [winner[0], winner[1] * 0.8];
  };
  take("email", ...best((cell) => cleanEmail(cell).state === "good", 0.5));
  take("phone", ...best((cell) => cleanPhones(cell).phone !== "", 0.6));
  take("name", ...best(looksLikeName, 0.6));
  if (header.length === 0) take("position", ...best(looksLikePosition, 0.4));
}

/** "Phó Chủ tịch UBND", "Chuyên viên": what a position begins with. */
export const looksLikePosition = (text: string): boolean =>
  /^(pho|quyen|truong|chu tich|bi thu|giam doc|tong giam doc|chanh|chuyen vien|cong chuc|can bo|vien chuc|uy vien|thu ky|to truong|to pho|ke toan|hieu truong|doi truong|dai uy|thuong ta|trung ta|dai ta|director|head|deputy|chair|manager|officer)\b/.test(
    fold(text),
  );
