import { isClosingText, isNumberingRow, isRepeatedHeader, isTotalText } from "~/web/sheet/columns";
import { tidy } from "~/web/text";
import { type Field, findHeader, type Mapping } from "./columns.rules";
import { type Numbering, readNumbering, splitNumbering } from "./numbering.rules";

export type Skipped = "title" | "header" | "numbering" | "blank" | "total" | "signature" | "joined";

/** A row of the plan: a group, or a task, with its place in the tree that the numbering draws. */
export interface Line {
  /** Row of the file, from 1. */
  row: number;
  isGroup: boolean;
  /** As it is cited: "1", "1.2", "a"; "" without one. */
  label: string;
  /** "II.3", "I.1.2": all numbers from the top. */
  clause: string;
  parentRow: number | null;
  text: Record<Field, string>;
}

export interface FoundPlan {
  header: string[];
  headerRow: number;
  lines: Line[];
  skipped: { row: number; why: Skipped }[];
  /** What stands above the header. */
  titles: string[];
}

const taskCells = ["lead", "coordinating", "responsible", "start", "due", "product", "predecessors"] as const;

/** Finds the plan in a sheet and its tree: titles, repeated headers, totals and signatures are left out. */
export function linesIn(rows: string[][], mapping: Mapping): FoundPlan {
  const found = findHeader(rows);
  const [from, header] = [found?.from ?? 0, found?.header ?? []];
  const plan: FoundPlan = { header, headerRow: found?.headerRow ?? 0, lines: [], skipped: [], titles: [] };
  const tree = treeBuilder();
  let closed = false;
  for (const [index, cells] of rows.entries()) {
    const row = index + 1;
    const skip = (why: Skipped) => plan.skipped.push({ row, why });
    if (index < from) {
      if (row < plan.headerRow) plan.titles.push(...cells.map(tidy).filter((cell) => cell !== ""));
      skip(row < plan.headerRow ? "title" : "header");
      continue;
    }
    const filled = cells.map(tidy).filter((cell) => cell !== "");
    // After "Nơi nhận" nothing comes any more but names.
    closed ||= filled.length <= 3 && /^(nơi nhận|người lập|tm\.|kt\.)/i.test(filled[0] ?? "");
    if (filled.length === 0) skip("blank");
    else if (closed || (filled.length <= 3 && cells.some(isClosingText))) skip("signature");
    else if (filled.length <= 3 && cells.some(isTotalText)) skip("total");
    else if (isRepeatedHeader(cells, header)) skip("header");
    else if (isNumberingRow(cells)) skip("numbering");
    else if (tree.add(row, cells, mapping) === "joined") skip("joined");
  }
  plan.lines = tree.lines();
  return plan;
}

interface Open {
  style: Numbering["style"] | "heading";
  line: Line;
}

function treeBuilder() {
  const lines: Line[] = [];
  const open: Open[] = [];
  const before: Partial<Record<Numbering["style"], string>> = {};

  function place(style: Open["style"], line: Line): void {
    const at = open.findIndex((one) => one.style === style);
    if (at >= 0) open.splice(at);
    // A heading without a number stands under the numbered ones above the tasks, never inside a task.
    else if (style === "heading") while (open.length > 0 && !/^[AI]$/.test(open.at(-1)?.style ?? "")) open.pop();
    const parent = open.at(-1)?.line ?? null;
    line.parentRow = parent?.row ?? null;
    line.clause = clauseUnder(parent?.clause ?? "", line.label);
    open.push({ style, line });
    lines.push(line);
  }

  function add(row: number, cells: string[], mapping: Mapping): "joined" | "line" {
    const text = textsOf(cells, mapping);
    const last = lines.at(-1);
    const numbering = readNumbering(text.number, before);
    const holds = taskCells.some((field) => text[field] !== "");
    if (last && belongsTo(last, { text, numbering, holds })) {
      join(last, text);
      return "joined";
    }
    if (numbering) before[numbering.style] = numbering.label;
    const line: Line = {
      row,
      isGroup: !holds && numbering?.style !== "-",
      label: numbering?.label ?? "",
      clause: "",
      parentRow: null,
      text,
    };
    // An unnumbered task stands beside the task above it.
    const beside = [...open].reverse().find((one) => !one.line.isGroup)?.style;
    const style = numbering?.style ?? (holds ? (beside ?? "-") : "heading");
    place(style, line);
    return "line";
  }

  /** A row with nothing but a title is a group if something stands below it, or if it is numbered like one. */
  function settled(): Line[] {
    const parents = new Set(lines.map((line) => line.parentRow));
    for (const line of lines) line.isGroup &&= parents.has(line.row) || /^([IVXLC]+|[A-ZĐ]|)$/.test(line.label);
    return lines;
  }
  return { add, lines: settled };
}

function textsOf(cells: string[], mapping: Mapping): Record<Field, string> {
  const cell = (field: Field) => {
    const column = mapping[field];
    return column === null || column === undefined ? "" : (cells[column] ?? "");
  };
  const lined = (text: string) => text.split(/\r?\n/).map(tidy).filter(Boolean).join("\n");
  let [number, title] = [tidy(cell("number")), tidy(cell("title"))];
  const filled = cells.map((text, column) => ({ text: tidy(text), column })).filter(({ text }) => text !== "");
  // A heading merged over the whole row stands in its first cell: "I. NHIỆM VỤ CHUNG".
  if (title === "" && filled.length === 1 && (filled[0]?.column ?? 0) < (mapping.title ?? 0))
    [number, title] = ["", filled[0]?.text ?? ""];
  if (number === "" && title !== "") ({ number, title } = splitNumbering(title));
  return {
    number,
    title,
    code: tidy(cell("code")),
    lead: lined(cell("lead")),
    coordinating: lined(cell("coordinating")),
    responsible: tidy(cell("responsible")),
    start: tidy(cell("start")),
    due: tidy(cell("due")),
    product: lined(cell("product")),
    predecessors: lined(cell("predecessors")),
    priority: tidy(cell("priority")),
    weight: tidy(cell("weight")),
    note: lined(cell("note")),
  };
}

/** A task merged over several rows, a cell broken into two, or a bullet that only says more about the task above. */
function belongsTo(
  last: Line,
  { text, numbering, holds }: { text: Record<Field, string>; numbering: Numbering | null; holds: boolean },
): boolean {
  if (text.title === "") return holds || text.note !== "";
  if (text.title === last.text.title && text.number !== "" && text.number === last.text.number)
    return text.code === last.text.code;
  return numbering?.style === "-" && !holds && !last.isGroup;
}

function join(last: Line, text: Record<Field, string>): void {
  if (text.title !== "" && text.title !== last.text.title)
    last.text.note = [last.text.note, `- ${text.title}`].filter(Boolean).join("\n");
  for (const field of ["lead", "coordinating", "product", "predecessors", "note"] as const) {
    const known = last.text[field].split("\n");
    last.text[field] = [...known, ...text[field].split("\n").filter((one) => !known.includes(one))]
      .filter(Boolean)
      .join("\n");
  }
  for (const field of ["code", "responsible", "start", "due", "priority", "weight"] as const)
    last.text[field] ||= text[field];
  last.isGroup &&= !taskCells.some((field) => last.text[field] !== "");
}

/** "1.2" under "I.1" is "I.1.2": a number that repeats those above it is not written twice. */
function clauseUnder(above: string, label: string): string {
  if (label === "" || above === "") return label || above;
  const own = label.split(".");
  const parts = above.split(".");
  for (let size = Math.min(own.length - 1, parts.length); size > 0; size -= 1)
    if (own.slice(0, size).join(".") === parts.slice(-size).join(".")) return [...parts, ...own.slice(size)].join(".");
  return [...parts, ...own].join(".");
}
