import { findNamedColumns } from "~/web/sheet/columns";
import { fold, tidy } from "~/web/text";
import { type Day, isDay } from "~/web/time";
import { readDay } from "~/web/form";
import { achievementKey, nomineeKey } from "../keys.rules";
import { isIssued } from "../honours/rules";
import { type AwardForm, awardForms, type NomineeKind, nomineeKinds } from "../terms.rules";

// Heads as offices write them, folded.
const heads = {
  year: ["nam", "nam khen thuong", "year"],
  category: ["hang muc", "noi dung khen thuong", "danh hieu", "category"],
  form: ["hinh thuc", "hinh thuc khen thuong", "hinh thuc khen", "form"],
  kind: ["loai", "doi tuong", "kind", "type"],
  name: ["ten", "ho ten", "ho va ten", "ten tap the, ca nhan", "tap the, ca nhan", "nguoi duoc khen", "name"],
  position: ["chuc vu", "chuc danh", "position"],
  unitName: ["don vi", "co quan", "don vi cong tac", "co quan, don vi", "noi cong tac", "unit"],
  achievement: ["thanh tich", "tom tat thanh tich", "achievement"],
  decisionNumber: ["so quyet dinh", "quyet dinh", "so qd", "so, ky hieu", "decision", "decision number"],
  decidedOn: ["ngay quyet dinh", "ngay ky", "ngay ban hanh", "ngay", "date"],
} satisfies Record<string, readonly string[]>;
type PastColumn = keyof typeof heads;

/** The row with the heads, in the first twenty, and what it names; null without a column of names and two more. */
export const findPastColumns = (rows: readonly string[][]) =>
  findNamedColumns(rows, heads, (columns) => columns.name !== undefined && Object.keys(columns).length >= 3);

const formWords: [RegExp, AwardForm][] = [
  [/bang khen|certificate of merit|^merit$/, "merit"],
  [/giay khen|commendation/, "commendation"],
  [/giay chung nhan|chung nhan|^certificate$/, "certificate"],
  [/giai|prize|award/, "prize"],
];
const kindWords: [RegExp, NomineeKind][] = [
  [/ca nhan|individual|person/, "individual"],
  [/doanh nghiep|cong ty|enterprise/, "enterprise"],
  [/sang kien|mo hinh|giai phap|initiative/, "initiative"],
  [/tap the|to |nhom|group/, "group"],
  [/don vi|co quan|unit/, "unit"],
];
const said = <T extends string>(text: string, words: [RegExp, T][], codes: readonly T[]): T | null => {
  const folded = fold(text);
  return codes.find((code) => code === folded) ?? words.find(([word]) => word.test(folded))?.[1] ?? null;
};

/** What is wrong with a row, in the order in which it is told. */
export const pastFaults = ["no-name", "bad-year", "bad-form", "bad-day", "too-long"] as const;
export type PastFault = (typeof pastFaults)[number];

/** What becomes of a row. Only "new" is entered. */
export const pastFates = ["new", "known", "twice", "faulty"] as const;
export type PastFate = (typeof pastFates)[number];

export interface PastRow {
  /** As in the sheet, from 1. */
  row: number;
  fate: PastFate;
  /** All of them; a row without any is read whole. */
  faults: PastFault[];
  /** What could not be read, as it stands in the sheet. */
  typed: { year: string; form: string; decidedOn: string };
  year: number;
  category: string;
  form: AwardForm;
  kind: NomineeKind;
  name: string;
  position: string;
  unitName: string;
  achievement: string;
  decisionNumber: string;
  decidedOn: Day | null;
  unitId: string | null;
}

/** What is in the roll already. */
export interface KnownHonour {
  year: number;
  nomineeKey: string;
  category: string;
  achievementKey: string;
}

interface Ask {
  rows: readonly string[][];
  known: readonly KnownHonour[];
  /** Units by folded name, those whose name no other has. */
  units: ReadonlyMap<string, string>;
  today: Day;
}

const sameKey = (one: KnownHonour): string => `${one.year}|${one.nomineeKey}|${fold(one.category)}`;

/** Says of every row what would become of it; writes nothing, and the same sheet twice enters nothing new. Null without heads. */
export function planPast({ rows, known, units, today }: Ask): PastRow[] | null {
  const found = findPastColumns(rows);
  if (!found) return null;
  const taken = new Set(known.map(sameKey));
  const met = new Set<string>();
  return rows.slice(found.at + 1).flatMap((cells, n): PastRow[] => {
    const cell = (column: PastColumn) => tidy(cells[found.columns[column] ?? -1] ?? "");
    if (cells.every((one) => one.trim() === "")) return [];
    const typed = { year: cell("year"), form: cell("form") || cell("category"), decidedOn: cell("decidedOn") };
    const readOn = readDay(typed.decidedOn);
    const day = isDay(readOn) ? readOn : null;
    const form = said(typed.form, formWords, awardForms);
    const position = cell("position");
    const facts = {
      ...{
        row: found.at + n + 2,
        category: cell("category"),
        name: cell("name"),
        position,
        unitName: cell("unitName"),
      },
      ...{ achievement: cell("achievement"), decisionNumber: cell("decisionNumber"), decidedOn: day },
      year: Number(/^\d{4}$/.exec(typed.year)?.[0] ?? day?.slice(0, 4) ?? 0),
      form: form ?? "merit",
      kind: said(cell("kind"), kindWords, nomineeKinds) ?? (position ? "individual" : "unit"),
      unitId: units.get(fold(cell("unitName") || cell("name"))) ?? null,
    };
    const key = sameKey({ ...facts, nomineeKey: nomineeKey(facts.name), achievementKey: "" });
    const wrong: Record<PastFault, boolean> = {
      "no-name": facts.name === "",
      "bad-year": facts.year < 1945 || facts.year > Number(today.slice(0, 4)),
      "bad-form": form === null,
      "bad-day": typed.decidedOn !== "" && (!day || !isIssued(day, today)),
      "too-long": tooLong(facts),
    };
    const faults = pastFaults.filter((fault) => wrong[fault]);
    const fate = (): PastFate => {
      if (faults.length > 0) return "faulty";
      if (taken.has(key)) return "known";
      return met.has(key) ? "twice" : "new";
    };
    const judged: PastRow = { ...facts, fate: fate(), faults, typed };
    if (judged.fate === "new") met.add(key);
    return [judged];
  });
}

const tooLong = ({
  name,
  position,
  unitName,
  achievement,
  category,
  decisionNumber,
}: Pick<PastRow, "name" | "position" | "unitName" | "achievement" | "category" | "decisionNumber">): boolean =>
  [name, unitName, achievement, category].some((text) => text.length > 300) ||
  position.length > 200 ||
  decisionNumber.length > 60;

/** Is the achievement among those `honoured` before, by their keys, in whatever year? It is shown, not refused. */
export const isSameDeed = ({ achievement }: Pick<PastRow, "achievement">, honoured: ReadonlySet<string>): boolean => {
  const key = achievementKey(achievement);
  return key !== "" && honoured.has(key);
};

export interface TriedRows<R> {
  rows: R[];
  /** How many are new, and how many there are in all. */
  fresh: number;
  total: number;
}

/** What a page shows of a sheet that was tried: its rows as they come; of more than `most` those that are not entered first. */
export function toLookAt<R extends Pick<PastRow, "fate">>(planned: readonly R[], most = 300): TriedRows<R> {
  const fresh = planned.filter(({ fate }) => fate === "new");
  const left = planned.filter(({ fate }) => fate !== "new");
  const rows = planned.length > most ? [...left, ...fresh].slice(0, most) : [...planned];
  return { rows, fresh: fresh.length, total: planned.length };
}
