import { fold, tidy } from "~/web/text";
import type { UnitKind } from "../rules";
import { findUnitColumns, isCountry, kindInName, readKind, type UnitColumn, type UnitColumns } from "./columns.rules";

export interface KnownUnit {
  id: string;
  code: string | null;
  name: string;
  shortName: string;
  kind: UnitKind;
  parentId: string | null;
  path: string;
  activeTo: string | null;
}

/** What becomes of a row. Only "new" and "updated" write; "above" is the country itself, which is no unit here. */
export const unitFates = [
  "new",
  "updated",
  "unchanged",
  "above",
  "no-name",
  "bad-kind",
  "twice",
  "parent-not-found",
  "circle",
  "too-long",
  "out-of-reach",
] as const;
export type UnitFate = (typeof unitFates)[number];

export interface PlannedUnit {
  /** As in the file, from 1. */
  row: number;
  fate: UnitFate;
  code: string;
  name: string;
  shortName: string;
  kind: UnitKind | null;
  /** As typed, for the reader. */
  kindText: string;
  parentText: string;
  knownId: string | null;
  /** What stands above: a unit we have, a row of this file, or nothing. Undefined leaves a known unit where it is. */
  parent: { id: string } | { row: number } | null | undefined;
  changes: ("name" | "shortName" | "kind" | "parent")[];
  /** The other row, where a unit stands in the file twice. */
  otherRow: number | null;
}

export interface UnitPlan {
  rows: PlannedUnit[];
  counts: Record<UnitFate, number>;
}

interface Ask {
  rows: readonly string[][];
  known: readonly KnownUnit[];
  /** Where rows without a unit above are put; null is the top. */
  underId: string | null;
  /** Whether the person may write in the unit of this path (null: at the top). */
  mayWrite?: (path: string | null) => boolean;
}

/** Says of every row of a file what would become of it. Writes nothing; the same file twice plans nothing new. Null without headers. */
export function planUnits({ rows, known, underId, mayWrite = () => true }: Ask): UnitPlan | null {
  const found = findUnitColumns(rows);
  if (!found) return null;
  const planned = readRows(rows, found.headerRow, found.columns);
  const byCode = new Map(known.flatMap((unit) => (unit.code ? [[unit.code, unit] as const] : [])));
  const byName = uniqueBy(
    known.filter((unit) => !unit.activeTo),
    (unit) => fold(unit.name),
  );
  const byPlace = uniqueBy(known, (unit) => `${unit.parentId ?? ""}/${fold(unit.name)}`);
  const byId = new Map(known.map((unit) => [unit.id, unit]));
  const under = underId ? { id: underId } : null;
  markTwice(planned);
  const rowOfCode = new Map(planned.filter(good).flatMap((row) => (row.code ? [[row.code, row] as const] : [])));
  const rowOfName = uniqueBy(planned.filter(good), (row) => fold(row.name));
  const above = new Set(planned.filter((row) => row.fate === "above").flatMap((row) => [row.code, fold(row.name)]));

  for (const row of planned.filter(good)) {
    const text = row.parentText;
    const mother =
      text && !above.has(text)
        ? (rowOfCode.get(text) ?? byCode.get(text) ?? rowOfName.get(fold(text)) ?? byName.get(fold(text)))
        : undefined;
    if (text && !above.has(text) && !above.has(fold(text)) && !mother) row.fate = "parent-not-found";
    else if (mother) row.parent = "row" in mother ? { row: mother.row } : { id: mother.id };
    else if (text) row.parent = under;
  }
  // A unit whose unit above cannot be taken over has no place either; neither have the ones below it.
  const rowBy = new Map(planned.map((row) => [row.row, row]));
  for (const row of planned.filter(good)) settleChain(row, rowBy);
  for (const row of planned.filter(good)) {
    const place = row.parent && "row" in row.parent ? rowBy.get(row.parent.row)?.knownId : row.parent?.id;
    const match =
      (row.code ? byCode.get(row.code) : undefined) ??
      (row.code ? undefined : byPlace.get(`${place ?? underId ?? ""}/${fold(row.name)}`));
    row.knownId = match?.id ?? null;
  }
  const settled = new Set<PlannedUnit>();
  const settleOnce = (row: PlannedUnit): void => {
    if (settled.has(row) || !good(row)) return;
    settled.add(row);
    const motherRow = row.parent && "row" in row.parent ? rowBy.get(row.parent.row) : undefined;
    if (motherRow) settleOnce(motherRow);
    settle(row, { motherRow, byId, under, mayWrite });
  };
  for (const row of planned) settleOnce(row);
  const counts = Object.fromEntries(unitFates.map((fate) => [fate, 0])) as Record<UnitFate, number>;
  for (const row of planned) counts[row.fate] += 1;
  return { rows: planned, counts };
}

const good = (row: PlannedUnit): boolean => row.fate === "new";

function readRows(rows: readonly string[][], headerRow: number, columns: UnitColumns): PlannedUnit[] {
  const planned: PlannedUnit[] = [];
  for (let index = headerRow + 1; index < rows.length; index += 1) {
    const cell = (column: UnitColumn) => {
      const at = columns[column];
      return at === undefined ? "" : tidy(rows[index]?.[at] ?? "");
    };
    const short = cell("shortName");
    const full = cell("fullName") || cell("name");
    const code = cell("code");
    const kindText = cell("kind");
    if (!full && !code && !kindText) continue;
    const kind = kindText ? readKind(kindText) : kindInName(full);
    const shortName = short || (cell("fullName") && cell("name") !== full ? cell("name") : "");
    const fate: UnitFate = isCountry(kindText)
      ? "above"
      : !full
        ? "no-name"
        : !kind
          ? "bad-kind"
          : full.length > 300 || shortName.length > 80 || code.length > 40
            ? "too-long"
            : "new";
    const row = { row: index + 1, fate, code, name: full, shortName, kind, kindText, parentText: cell("parent") };
    planned.push({ ...row, knownId: null, parent: undefined, changes: [], otherRow: null });
  }
  return planned;
}

function markTwice(planned: PlannedUnit[]): void {
  const first = new Map<string, PlannedUnit>();
  for (const row of planned.filter((one) => one.fate === "new")) {
    const key = row.code ? `#${row.code}` : `${fold(row.parentText)}/${fold(row.name)}`;
    const other = first.get(key);
    if (!other) first.set(key, row);
    else {
      row.fate = "twice";
      row.otherRow = other.row;
    }
  }
}

function settleChain(row: PlannedUnit, rowBy: Map<number, PlannedUnit>): void {
  const chain: PlannedUnit[] = [];
  let at: PlannedUnit | undefined = row;
  while (at?.parent && "row" in at.parent) {
    chain.push(at);
    const next: PlannedUnit | undefined = rowBy.get(at.parent.row);
    if (!next || (next.fate !== "new" && next.fate !== "circle")) {
      for (const one of chain) one.fate = "parent-not-found";
      return;
    }
    if (chain.includes(next) || next.fate === "circle") {
      for (const one of chain) one.fate = "circle";
      return;
    }
    at = next;
  }
}

interface Around {
  motherRow: PlannedUnit | undefined;
  byId: Map<string, KnownUnit>;
  under: { id: string } | null;
  mayWrite: (path: string | null) => boolean;
}

function settle(row: PlannedUnit, { motherRow, byId, under, mayWrite }: Around): void {
  const known = row.knownId ? byId.get(row.knownId) : undefined;
  if (!known) row.parent ??= under;
  const motherId = motherRow ? motherRow.knownId : row.parent && "id" in row.parent ? row.parent.id : null;
  const mother = motherId ? byId.get(motherId) : undefined;
  if (!known) {
    // Below a new row: it stands where that row will stand, and is judged with it.
    const allowed = motherRow && !mother ? motherRow.fate !== "out-of-reach" : mayWrite(mother?.path ?? null);
    if (!allowed) row.fate = "out-of-reach";
    return;
  }
  const moves = row.parent !== undefined && ((motherRow && !mother) || motherId !== known.parentId);
  if (known.name !== row.name) row.changes.push("name");
  if (row.shortName && known.shortName !== row.shortName) row.changes.push("shortName");
  if (known.kind !== row.kind) row.changes.push("kind");
  if (moves) row.changes.push("parent");
  row.fate = row.changes.length > 0 ? "updated" : "unchanged";
  if (row.fate === "unchanged") return;
  if (moves && mother?.path.startsWith(known.path)) row.fate = "circle";
  else if (!mayWrite(known.path) || (moves && !mayWrite(mother?.path ?? null))) row.fate = "out-of-reach";
}

/** By key; a key that two share finds neither. */
function uniqueBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  const shared = new Set<string>();
  for (const item of items) {
    const name = key(item);
    if (found.has(name)) shared.add(name);
    found.set(name, item);
  }
  for (const name of shared) found.delete(name);
  return found;
}
