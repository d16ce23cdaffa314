import { parseNumber } from "~/features/documents/rules";
import { tidy } from "~/web/text";
import type { Day } from "~/web/time";

/** The document a plan's annex says it belongs to. */
export interface Source {
  /** "1982/QĐ-UBND" */
  number: string;
  issuedOn: Day | null;
  /** The annex's own title. */
  abstract: string;
}

const cited =
  /(?:kèm theo|theo)\s+(?:[\p{L}]+\s+){1,3}?số\s*:?\s*(\d+\p{L}?(?:\s*[/-]\s*[\p{L}\d]+)+)(?:[^\d]{0,12}ngày\s+(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4}))?/iu;

/** Reads "(Ban hành kèm theo Quyết định số 1982/QĐ-UBND ngày 29 tháng 7 năm 2022)" out of the lines above the header. */
export function sourceIn(titles: string[]): Source | null {
  for (const title of titles) {
    const found = cited.exec(tidy(title));
    const parsed = found && parseNumber((found[1] ?? "").replace(/[.,;)]+$/, ""));
    if (!found || !parsed) continue;
    const [, , day, month, year] = found;
    const abstract = titles.filter((one) => one !== title && !/^phụ lục\b.{0,6}$/iu.test(one)).join(" ");
    return {
      number: parsed.number,
      issuedOn: day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null,
      abstract: tidy(abstract).slice(0, 2000),
    };
  }
  return null;
}
