import type { BookColumn, BookSheet, ColumnKind } from "~/web/sheet/book";
import { compareNames, compareVi } from "~/web/text";
import type { Day } from "~/web/time";
import type { Counts } from "../counts.rules";
import { shareOf } from "../progress.rules";
import type { Answers } from "./heads.rules";
import type { CountWords } from "./messages";

export const column = (key: string, header: string, width: number, kind: ColumnKind = "text"): BookColumn => ({
  ...{ key, header, width, kind },
});

/** Columns of figures, alike on every sheet. */
export const countColumns = (t: CountWords): BookColumn[] => [
  column("done", t.done, 12, "int"),
  column("total", t.total, 10, "int"),
  column("share", t.sheet.percent, 10, "percent"),
  column("onTime", t.onTime, 12, "int"),
  column("late", t.late, 12, "int"),
  column("red", t.red, 10, "int"),
  column("amber", t.amber, 12, "int"),
  column("waiting", t.waiting, 12, "int"),
];

/** The figures of a row; the share is rounded as on the screen. */
export const countCells = ({ done, total, onTime, late, red, amber, waiting }: Counts) => {
  const share = shareOf(done, total);
  return { done, total, onTime, late, red, amber, waiting, share: share === null ? null : share / 100 };
};

interface SheetFrame {
  t: CountWords;
  rtl: boolean;
}

export function unitSheet({
  units,
  t,
  rtl,
}: SheetFrame & { units: { name: string; counts: Counts; lastWord: number | null; inactive: boolean }[] }): BookSheet {
  return {
    ...{ name: t.units, title: t.ranking, rtl },
    columns: [
      column("number", t.sheet.number, 6, "int"),
      column("name", t.unit, 40),
      ...countColumns(t),
      column("silent", t.sheet.silent, 14, "int"),
      column("inactive", t.sheet.isInactive, 14),
    ],
    rows: units.map(({ name, counts, lastWord, inactive }, index) => ({
      ...{ number: index + 1, name: name || t.noUnit, ...countCells(counts) },
      ...{ silent: lastWord, inactive: inactive ? t.sheet.yes : "" },
    })),
  };
}

interface HeadRow {
  unit: string;
  term: { fullName: string; title: string; heldFrom: Day; heldTo: Day | null } | null;
  answers: Answers;
}

/** Who answered for what in a year, by given name as offices list people; under the title what the sheet does not say. */
export function accountabilitySheet({ rows, year, t, rtl }: SheetFrame & { rows: HeadRow[]; year: number }): BookSheet {
  const figures = ["assigned", "done", "onTime", "late", "returned", "open", "overdue"] as const;
  const heads = { ...t.sheet, done: t.done, onTime: t.onTime, late: t.late };
  const sorted = [...rows].sort(
    (a, b) => compareNames(a.term?.fullName ?? "~", b.term?.fullName ?? "~") || compareVi(a.unit, b.unit),
  );
  return {
    ...{ name: String(year), title: t.sheet.accountability(year), note: t.sheet.noRating, rtl },
    columns: [
      column("number", t.sheet.number, 6, "int"),
      column("person", t.sheet.person, 26),
      column("position", t.sheet.position, 26),
      column("unit", t.unit, 36),
      ...figures.map((key) => column(key, heads[key], 12, "int")),
    ],
    rows: sorted.map(({ unit, term, answers }, index) => ({
      ...{ number: index + 1, person: term?.fullName ?? t.noHead, position: term?.title ?? "", unit, ...answers },
    })),
  };
}
