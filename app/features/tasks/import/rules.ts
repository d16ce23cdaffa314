import { fold } from "~/web/text";
import { isDone, isExcluded } from "../rules";
import { type Change, changedBy, type KnownTask } from "./changes.rules";
import type { Decisions } from "./choices.rules";
import type { Mapping } from "./columns.rules";
import {
  type Draft,
  type Drafted,
  draftReader,
  type Fault,
  type Flag,
  type KnownPerson,
  type Open,
} from "./draft.rules";
import { type FoundPlan, type Line, linesIn } from "./lines.rules";
import { type Before, beforeFinder, circlesIn } from "./relations.rules";
import { type KnownUnit, nearest, unitFinder } from "./units.rules";

export type Fate = "new" | "updated" | "unchanged" | Fault;
export type Act = "add" | "update" | "none" | "mend";

export interface PlannedTask {
  row: number;
  isGroup: boolean;
  /** Rows above, for the eye. */
  depth: number;
  parentRow: number | null;
  fate: Fate;
  act: Act;
  faults: { fault: Fault; text: string }[];
  flags: Flag[];
  draft: Draft;
  /** As typed. */
  text: Line["text"];
  /** What it waits for; those held are left out. */
  before: Before[];
  knownId: string | null;
  changes: Change[];
  /** The row that this one repeats. */
  otherRow: number | null;
}

/** A text that means no one unit, with the rows it stands in. */
export interface Question extends Open {
  rows: number[];
}

export interface TaskPlan extends Pick<FoundPlan, "header" | "headerRow" | "skipped" | "titles"> {
  rows: PlannedTask[];
  counts: Partial<Record<Fate, number>>;
  acts: Record<Act, number>;
  tasks: number;
  groups: number;
  questions: Question[];
}

export interface PlanInput {
  rows: string[][];
  mapping: Mapping;
  /** The tasks of the same owner, campaign and document. */
  known: KnownTask[];
  units: (KnownUnit & { path: string })[];
  people: KnownPerson[];
  decisions: Decisions;
  /** For dates without a year. */
  year: number;
}

/**
 * What an import would do, row by row, without doing it. A task is known again by its code, else by its title under the
 * same group; the same file again changes nothing.
 */
export function planTasks({ rows, mapping, known, units, people, decisions, year }: PlanInput): TaskPlan {
  const { lines, ...found } = linesIn(rows, mapping);
  const paths = new Map(units.map((unit) => [unit.id, unit.path]));
  const read = draftReader({
    find: unitFinder(units),
    people,
    pathOf: (unitId) => paths.get(unitId) ?? "/",
    decisions,
    header: (field) => found.header[mapping[field] ?? -1] || field,
    year,
  });
  const planned = lines.map((line) => plannedOf(read(line)));
  const byRow = new Map(planned.map((one) => [one.row, one]));
  for (const one of planned) one.depth = one.parentRow === null ? 0 : (byRow.get(one.parentRow)?.depth ?? 0) + 1;
  markDuplicates(planned);
  match(planned, byRow, known);
  relate(planned, lines, known);
  for (const one of planned) settle(one, byRow);
  for (const one of planned) relateOnlyTaken(one, byRow);
  compare(planned, known);
  const kinds = (isGroup: boolean) => planned.filter((one) => one.isGroup === isGroup).length;
  return {
    ...found,
    rows: planned.map(({ open, ...one }) => one),
    counts: counted(planned),
    acts: { add: 0, update: 0, none: 0, mend: 0, ...tally(planned.map(({ act }) => act)) },
    tasks: kinds(false),
    groups: kinds(true),
    questions: questionsOf(planned, units),
  };
}

type Working = PlannedTask & { open: Open[] };

const plannedOf = ({ line, draft, faults, flags, open }: Drafted): Working => ({
  ...{ row: line.row, isGroup: line.isGroup, depth: 0, parentRow: line.parentRow, fate: "new", act: "add" },
  ...{ faults, flags, draft, text: line.text, before: [], knownId: null, changes: [], otherRow: null, open },
});

const placeKey = (parent: number | string | null, one: { isGroup: boolean; title: string }) =>
  `${parent ?? ""}/${one.isGroup ? "g" : "t"}/${fold(one.title)}`;

function markDuplicates(planned: Working[]): void {
  const first = new Map<string, number>();
  for (const one of planned) {
    const keys = [placeKey(one.parentRow, one.draft), ...(one.draft.code ? [`#${fold(one.draft.code)}`] : [])];
    const other = keys.map((key) => first.get(key)).find((row) => row !== undefined);
    if (other !== undefined) {
      one.otherRow = other;
      one.faults.push({ fault: "duplicate", text: one.draft.title });
    } else for (const key of keys) first.set(key, one.row);
  }
}

function match(planned: Working[], byRow: Map<number, Working>, known: KnownTask[]): void {
  const byCode = new Map(known.filter(({ code }) => code !== "").map((task) => [fold(task.code), task]));
  const byPlace = new Map(known.map((task) => [placeKey(task.parentId, task), task]));
  for (const one of planned) {
    if (one.otherRow !== null) continue;
    const parent = one.parentRow === null ? null : byRow.get(one.parentRow);
    const coded = byCode.get(fold(one.draft.code));
    const placed =
      parent === null || parent?.knownId ? byPlace.get(placeKey(parent?.knownId ?? null, one.draft)) : undefined;
    const found = coded?.isGroup === one.isGroup ? coded : placed;
    // A task with another code is another task, whatever its title.
    if (found && !(one.draft.code && found.code && fold(found.code) !== fold(one.draft.code))) one.knownId = found.id;
  }
}

/** Finds what each task waits for and holds what waits for itself. */
function relate(planned: Working[], lines: Line[], known: KnownTask[]): void {
  const beforeOf = beforeFinder(lines, known);
  const lineOf = new Map(lines.map((line) => [line.row, line]));
  const rowOf = new Map(planned.flatMap((one) => (one.knownId ? [[one.knownId, one.row] as const] : [])));
  const byId = (id: string): string => String(rowOf.get(id) ?? `#${id}`);
  const nameOf = (before: Before): string => ("row" in before ? String(before.row) : byId(before.id));
  const waiting = known.map((task) => ({
    name: byId(task.id),
    parent: task.parentId === null ? null : byId(task.parentId),
    before: task.predecessorIds.map(byId),
  }));
  for (const one of planned) {
    if (one.text.predecessors !== "" && !one.isGroup) {
      const { before, unknown } = beforeOf(lineOf.get(one.row) as Line);
      for (const name of unknown) one.faults.push({ fault: "unknown-predecessor", text: name });
      one.before = before;
    }
    const parent = one.parentRow === null ? null : String(one.parentRow);
    waiting.push({ name: String(one.row), parent, before: one.before.map(nameOf) });
  }
  const circles = circlesIn(waiting);
  for (const one of planned)
    if (one.before.some((before) => circles(String(one.row), nameOf(before))))
      one.faults.push({ fault: "cycle", text: one.text.predecessors });
}

function settle(one: Working, byRow: Map<number, Working>): void {
  const parent = one.parentRow === null ? null : byRow.get(one.parentRow);
  if (parent?.act === "mend" && parent.knownId === null)
    one.faults.push({ fault: "parent-held", text: parent.draft.title });
  const fault = one.faults[0];
  if (fault) Object.assign(one, { fate: fault.fault, act: "mend" });
}

/** What waits for a row that is held waits until that row comes. */
function relateOnlyTaken(one: Working, byRow: Map<number, Working>): void {
  const there = one.before.filter((before) => {
    const other = "row" in before ? byRow.get(before.row) : null;
    return other?.act !== "mend" || other.knownId !== null;
  });
  if (there.length < one.before.length) one.flags.push("predecessor-held");
  one.before = there;
}

function compare(planned: Working[], known: KnownTask[]): void {
  const byId = new Map(known.map((task) => [task.id, task]));
  const idOf = new Map(planned.map((one) => [one.row, one.knownId]));
  for (const one of planned) {
    const task = one.knownId ? byId.get(one.knownId) : undefined;
    if (!task || one.act === "mend") continue;
    one.changes = changedBy(task, one.draft);
    const before = one.before.map((other) => ("id" in other ? other.id : (idOf.get(other.row) ?? "")));
    if (before.some((id) => !task.predecessorIds.includes(id)))
      one.changes.push({ field: "predecessors", from: "", to: one.text.predecessors });
    if (one.changes.length > 0 && (isDone(task.state) || task.state === "submitted" || isOver(task))) {
      one.flags.push("ended");
      one.changes = [];
    }
    Object.assign(
      one,
      one.changes.length > 0 ? { fate: "updated", act: "update" } : { fate: "unchanged", act: "none" },
    );
  }
}

const isOver = (task: KnownTask): boolean => isExcluded(task.state) && task.state !== "draft";

const tally = <K extends string>(keys: K[]): Partial<Record<K, number>> => {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};
const counted = (planned: Working[]) => tally(planned.map(({ fate }) => fate));

function questionsOf(planned: Working[], units: KnownUnit[]): Question[] {
  const asked = new Map<string, Question>();
  for (const one of planned)
    for (const open of one.open) {
      const key = `${open.role}:${fold(open.text)}`;
      const question = asked.get(key) ?? { ...open, rows: [] };
      if (!question.rows.includes(one.row)) question.rows.push(one.row);
      asked.set(key, question);
    }
  return [...asked.values()].map((question) =>
    question.fault === "unknown-unit" ? { ...question, offers: nearest(question.text, units) } : question,
  );
}
