import { columnName } from "~/web/sheet/columns";
import type { Mapping } from "./columns.rules";
import type { Words } from "./messages";
import type { PlannedTask, TaskPlan } from "./rules";

/** Why a row is held, all its reasons in sentences. */
export const whyOf = ({ faults, otherRow }: Pick<PlannedTask, "faults" | "otherRow">, t: Words): string =>
  [
    ...faults.map(({ fault, text }) => t.why[fault](text.slice(0, 80))),
    ...(otherRow === null ? [] : [t.otherRow(otherRow)]),
  ].join(" ");

const manyLined = ["lead", "coordinating", "product", "predecessors", "note"] as const;

/**
 * The held rows as a sheet of their own, each under the groups it stands in, with reason and row behind it: mended and
 * handed in again, every task finds its place.
 */
export function heldSheet({
  plan,
  rows,
  mapping,
  words,
  rtl,
}: {
  plan: TaskPlan;
  rows: string[][];
  mapping: Mapping;
  words: { name: string; why: string; row: string; sentences: Words };
  rtl: boolean;
}) {
  const byRow = new Map(plan.rows.map((row) => [row.row, row]));
  const shown = new Set<number>();
  for (const held of plan.rows.filter(({ act }) => act === "mend"))
    for (let at: number | null = held.row; at !== null; at = byRow.get(at)?.parentRow ?? null) shown.add(at);
  const lines = plan.rows.filter(({ row }) => shown.has(row));
  const width = Math.max(plan.header.length, ...lines.map(({ row }) => rows[row - 1]?.length ?? 0));
  return {
    name: words.name,
    rtl,
    ...(plan.titles.length > 0 && { title: plan.titles.join(" ") }),
    columns: [
      ...Array.from({ length: width }, (_, n) => ({
        key: `c${n}`,
        header: plan.header[n] || columnName(n),
        width: 24,
        kind: "text" as const,
      })),
      { key: "why", header: words.why, width: 48, kind: "text" as const },
      { key: "row", header: words.row, width: 10, kind: "int" as const },
    ],
    rows: lines.map((line) => ({
      row: line.row,
      why: whyOf(line, words.sentences),
      ...Object.fromEntries((rows[line.row - 1] ?? []).map((cell, n) => [`c${n}`, cell])),
      // What stood in the rows below of a task merged over several.
      ...Object.fromEntries(manyLined.map((field) => [`c${mapping[field]}`, line.text[field]])),
    })),
  };
}
