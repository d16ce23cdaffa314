import { columnName } from "~/web/sheet/columns";
import type { Words } from "./messages";
import type { ImportPlan, PlannedRow } from "./rules";

/** Rows of the text they stand for: "12, 15, 20 …". */
export const rowList = (rows: number[]): string =>
  rows.length > 5 ? `${rows.slice(0, 5).join(", ")} …` : rows.join(", ");

/** Why a row has its fate, in a sentence. `pointName` names the other point of a row at two points. */
export function whyOf(row: Pick<PlannedRow, "fate" | "otherRows" | "raw">, t: Words, pointName: string): string {
  const { why } = t;
  switch (row.fate) {
    case "same-person-at-point":
    case "shared-address":
      return why[row.fate](rowList(row.otherRows));
    case "at-two-points":
      return why["at-two-points"](pointName);
    case "bad-address":
      return why["bad-address"](row.raw.email.slice(0, 80));
    case "unknown-point":
      return why["unknown-point"](row.raw.point.slice(0, 80));
    default:
      return why[row.fate];
  }
}

// The made-up header of pasted lines holds the names of fields.
const headOf = (text: string, t: Words, pasted: boolean): string =>
  pasted && Object.hasOwn(t.fields, text) ? t.fields[text as keyof Words["fields"]] : text;

/** The held-back rows as a sheet of their own: as they stand in the file, with reason and row behind them. */
export function heldSheet({ plan, rows, t, rtl }: { plan: ImportPlan; rows: string[][]; t: Words; rtl: boolean }) {
  // Lines that were pasted count from the row under their made-up header.
  const first = plan.headerRow === 0 && plan.header.length > 0 ? 0 : 1;
  const held = plan.rows.filter(({ act }) => act === "mend");
  const width = Math.max(plan.header.length, ...held.map(({ row }) => rows[row - first]?.length ?? 0));
  const columns = Array.from({ length: width }, (_, n) => ({
    key: `c${n}`,
    header: headOf(plan.header[n] ?? "", t, first === 0) || columnName(n),
    width: 24,
    kind: "text" as const,
  }));
  return {
    name: t.heldSheet,
    rtl,
    columns: [
      ...columns,
      { key: "why", header: t.heldWhy, width: 48, kind: "text" as const },
      { key: "row", header: t.heldRow, width: 10, kind: "int" as const },
    ],
    rows: held.map((row) => ({
      row: row.row,
      why: whyOf(row, t, ""),
      ...Object.fromEntries((rows[row.row - first] ?? []).map((cell, n) => [`c${n}`, cell])),
    })),
  };
}
