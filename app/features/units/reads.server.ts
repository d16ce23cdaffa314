import { and, type Column, eq, gte, inArray, isNull, like, lte, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { holdings, people, units } from "#db/schema.server";
import type { Reach } from "~/features/accounts/rules";
import { likePattern, searchWords } from "~/web/text";
import { compareDays, type Day } from "~/web/time";
import { compareUnits, depthOf, flatten, idsAbove, isHeld, smallKinds, treeOf, type UnitKind } from "./rules";

export type Unit = typeof units.$inferSelect;

/** The condition that a unit's path lies within a reach; undefined where everything does. */
export function within(path: Column, reach: Reach): SQL | undefined {
  if (reach.all) return undefined;
  return or(...reach.paths.map((prefix) => like(path, `${prefix}%`))) ?? sql`1 = 0`;
}

/** The condition that a folded column holds every word of `term`, in any order; undefined for an empty term. */
export const hasWords = (column: Column, term: string | undefined): SQL | undefined =>
  and(...searchWords(term ?? "").map((word) => like(column, likePattern(word))));

const activeOn = (day: Day): SQL | undefined =>
  and(or(isNull(units.activeFrom), lte(units.activeFrom, day)), or(isNull(units.activeTo), gte(units.activeTo, day)));

export async function findUnit(db: Reader, { unitId }: { unitId: string }): Promise<Unit | null> {
  const [row] = await db.select().from(units).where(eq(units.id, unitId));
  return row ?? null;
}

export async function findUnitByCode(db: Reader, { code }: { code: string }): Promise<Unit | null> {
  const [row] = await db.select().from(units).where(eq(units.code, code));
  return row ?? null;
}

export interface UnitFilter {
  /** The path above; the unit of that path is included. */
  under?: string;
  /** Directly below this unit. */
  parentId?: string;
  kinds?: readonly UnitKind[];
  /** With or without diacritics: a part of the name, the short name or the code. */
  term?: string;
  activeOn?: Day;
  reach?: Reach;
}

/** Units by kind, then in Vietnamese order of names. */
export async function listUnits(db: Reader, filter: UnitFilter = {}): Promise<Unit[]> {
  const rows = await db
    .select()
    .from(units)
    .where(
      and(
        filter.under ? like(units.path, `${filter.under}%`) : undefined,
        filter.parentId ? eq(units.parentId, filter.parentId) : undefined,
        filter.kinds?.length ? inArray(units.kind, [...filter.kinds]) : undefined,
        hasWords(units.search, filter.term),
        filter.activeOn ? activeOn(filter.activeOn) : undefined,
        filter.reach && within(units.path, filter.reach),
      ),
    );
  return rows.sort(compareUnits);
}

export interface UnitOption {
  value: string;
  /** Indented by the depth in the tree. */
  label: string;
  name: string;
  kind: UnitKind;
  path: string;
}

interface OptionFilter {
  reach?: Reach;
  /** Also the small ones below communes and wards. */
  small?: boolean;
  /** A unit that was chosen already; it is offered, also when it is closed by now. */
  keep?: string | null;
}

/** Living units for a select, in tree order. Residential groups and teams are left out unless `small`. */
export async function unitOptions(db: Reader, { reach, small, keep }: OptionFilter = {}): Promise<UnitOption[]> {
  const found = await db
    .select({
      id: units.id,
      name: units.name,
      kind: units.kind,
      path: units.path,
      parentId: units.parentId,
      activeTo: units.activeTo,
    })
    .from(units)
    .where(or(and(reach && within(units.path, reach), isNull(units.activeTo)), keep ? eq(units.id, keep) : undefined));
  const shown = small ? found : found.filter((unit) => unit.id === keep || !smallKinds.includes(unit.kind));
  const ordered = flatten(treeOf(shown));
  const top = Math.min(...ordered.map((unit) => depthOf(unit.path)));
  return ordered.map(({ id, name, kind, path }) => ({
    value: id,
    label: `${"\u2003".repeat(depthOf(path) - top)}${name}`,
    name,
    kind,
    path,
  }));
}

/** Those of the given ids that exist, by id. */
export async function unitsByIds(db: Reader, ids: readonly string[]): Promise<Map<string, Unit>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Unit>();
  for (let at = 0; at < wanted.length; at += 500) {
    const rows = await db
      .select()
      .from(units)
      .where(inArray(units.id, wanted.slice(at, at + 500)));
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** The units above one, the highest first. */
export async function unitsAbove(db: Reader, { path }: { path: string }): Promise<Unit[]> {
  const ids = idsAbove(path);
  const found = await unitsByIds(db, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

export interface Holder {
  holdingId: string;
  personId: string;
  fullName: string;
  title: string;
  email: string | null;
  phone: string;
  duty: (typeof holdings.$inferSelect)["duty"];
  heldFrom: Day;
  heldTo: Day | null;
}

/** Everyone who holds or held a position in a unit, the newest first. */
export async function holdersOf(db: Reader, { unitId }: { unitId: string }): Promise<Holder[]> {
  const rows = await db
    .select({
      holdingId: holdings.id,
      personId: people.id,
      fullName: people.fullName,
      title: holdings.title,
      email: people.email,
      phone: people.phone,
      duty: holdings.duty,
      heldFrom: holdings.heldFrom,
      heldTo: holdings.heldTo,
    })
    .from(holdings)
    .innerJoin(people, eq(people.id, holdings.personId))
    .where(eq(holdings.unitId, unitId));
  return rows.sort((a, b) => compareDays(b.heldFrom, a.heldFrom));
}

/** Who heads a unit on a day, or null. */
export async function headOf(db: Reader, { unitId, on }: { unitId: string; on: Day }): Promise<Holder | null> {
  const holders = await holdersOf(db, { unitId });
  return holders.find((one) => one.duty === "head" && isHeld(one, on)) ?? null;
}

export interface FoundUnit {
  id: string;
  name: string;
  kind: UnitKind;
  path: string;
  activeTo: Day | null;
  /** The name of the unit above, to tell two of one name apart. */
  parentName: string | null;
}

/** Units whose name, short name or code holds every word of the term; living ones first. */
export async function searchUnits(db: Reader, { term, limit }: { term: string; limit: number }): Promise<FoundUnit[]> {
  const words = hasWords(units.search, term);
  if (!words) return [];
  const rows = await db
    .select()
    .from(units)
    .where(words)
    .orderBy(sql`case when ${units.activeTo} is null then 0 else 1 end`, sql`length(${units.search})`, units.search)
    .limit(limit);
  const parents = await unitsByIds(
    db,
    rows.flatMap((row) => row.parentId ?? []),
  );
  return rows.map(({ id, name, kind, path, activeTo, parentId }) => ({
    id,
    name,
    kind,
    path,
    activeTo,
    parentName: (parentId && parents.get(parentId)?.name) || null,
  }));
}

/** A unit as far as a tree shows it. */
export interface TreeUnit {
  id: string;
  parentId: string | null;
  name: string;
  shortName: string;
  kind: UnitKind;
  activeTo: Day | null;
}

/** All units in the few columns a tree needs; closed ones only when asked for. */
export const treeUnits = async (
  db: Reader,
  { closed, under }: { closed: boolean; under?: string },
): Promise<TreeUnit[]> =>
  await db
    .select({
      id: units.id,
      parentId: units.parentId,
      name: units.name,
      shortName: units.shortName,
      kind: units.kind,
      activeTo: units.activeTo,
    })
    .from(units)
    .where(and(closed ? undefined : isNull(units.activeTo), under ? like(units.path, `${under}%`) : undefined));
