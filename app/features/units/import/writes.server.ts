import { eq, inArray } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { unitImports, units } from "#db/schema.server";
import { type Actor, covers, type Doer, reachOf } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { pathUnder } from "../rules";
import { moveUnit, unitSearch } from "../writes.server";
import { findUnitImport, knownUnits } from "./reads.server";
import { type PlannedUnit, planUnits, type UnitPlan } from "./rules";

interface Kept {
  rows: string[][];
  fileName: string;
  /** Where rows without a unit above are put; null is the top. */
  underId: string | null;
  actor: Actor;
  now: Date;
}

/** Keeps a file that was read, so that it can be tried and then taken over. Older tries of the same person go. */
export async function keepUnitImport(
  tx: Tx,
  { rows, fileName, underId, actor, now }: Kept,
): Promise<{ importId: string }> {
  await tx.delete(unitImports).where(eq(unitImports.userId, actor.userId));
  const [row] = await tx
    .insert(unitImports)
    .values({ userId: actor.userId, fileName, rows, underId, createdAt: now })
    .returning({ id: unitImports.id });
  return { importId: row?.id ?? "" };
}

/** Takes over the rows of a kept file that can be taken over, judged anew on fresh facts. Refused: "gone", "no-headers". */
export async function applyUnitImport(tx: Tx, { importId, actor, now }: { importId: string; actor: Actor; now: Date }) {
  const kept = await findUnitImport(tx, { importId, actor });
  if (!kept) return refuse("gone");
  const reach = reachOf(actor, "units.manage");
  const plan = await importUnits(tx, {
    rows: kept.rows,
    underId: kept.underId,
    mayWrite: (path) => covers(reach, path),
    actor,
    now,
  });
  if (!plan) return refuse("no-headers");
  await tx.update(unitImports).set({ appliedAt: now }).where(eq(unitImports.id, importId));
  return { ok: true, counts: plan.counts } as const;
}

interface Import {
  /** With the row of headers. */
  rows: readonly string[][];
  underId?: string | null;
  mayWrite?: (path: string | null) => boolean;
  actor: Doer;
  now: Date;
}

/** Writes every row that is new or changed and returns the plan it followed; null without headers. Twice changes nothing. */
export async function importUnits(
  tx: Tx,
  { rows, underId = null, mayWrite, actor, now }: Import,
): Promise<UnitPlan | null> {
  const plan = planUnits({ rows, known: await knownUnits(tx), underId, mayWrite });
  if (!plan) return null;
  const ids = new Map<number, string>();
  for (const row of plan.rows) ids.set(row.row, row.knownId ?? newId());
  await insertNew(tx, plan.rows, ids, now);
  for (const row of plan.rows.filter((one) => one.fate === "updated")) await update(tx, row, ids, { actor, now });
  if (plan.counts.new + plan.counts.updated > 0) {
    const detail = { new: plan.counts.new, updated: plan.counts.updated };
    await record(tx, { actor, verb: "unit.imported", subject: "units", detail, now });
  }
  return plan;
}

const parentOf = (row: PlannedUnit, ids: Map<number, string>): string | null =>
  row.parent ? ("row" in row.parent ? (ids.get(row.parent.row) ?? null) : row.parent.id) : null;

async function insertNew(tx: Tx, rows: PlannedUnit[], ids: Map<number, string>, now: Date): Promise<void> {
  const fresh = rows.filter((row) => row.fate === "new");
  const byRow = new Map(fresh.map((row) => [row.row, row]));
  const paths = await pathsOf(
    tx,
    fresh.flatMap((row) => parentOf(row, ids) ?? []),
  );
  const pathOf = (row: PlannedUnit): string => {
    const id = ids.get(row.row) as string;
    const made = paths.get(id);
    if (made) return made;
    const mother = row.parent && "row" in row.parent ? byRow.get(row.parent.row) : undefined;
    const above = mother ? pathOf(mother) : (paths.get(parentOf(row, ids) ?? "") ?? null);
    const path = pathUnder(above, id);
    paths.set(id, path);
    return path;
  };
  const ready = fresh.map((row) => ({
    id: ids.get(row.row) as string,
    code: row.code || null,
    name: row.name,
    shortName: row.shortName,
    kind: row.kind ?? ("other" as const),
    parentId: parentOf(row, ids),
    path: pathOf(row),
    activeFrom: null,
    activeTo: null,
    rural: false,
    border: false,
    search: unitSearch(row),
    createdAt: now,
  }));
  // The unit above is written before the ones below it, which refer to it.
  await insertMany(
    tx,
    units,
    ready.sort((a, b) => a.path.length - b.path.length),
  );
}

async function pathsOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const wanted = [...new Set(ids)];
  for (let at = 0; at < wanted.length; at += 500) {
    const rows = await tx
      .select({ id: units.id, path: units.path })
      .from(units)
      .where(inArray(units.id, wanted.slice(at, at + 500)));
    for (const row of rows) found.set(row.id, row.path);
  }
  return found;
}

async function update(
  tx: Tx,
  row: PlannedUnit,
  ids: Map<number, string>,
  by: { actor: Doer; now: Date },
): Promise<void> {
  const unitId = row.knownId as string;
  const [known] = await tx.select().from(units).where(eq(units.id, unitId));
  if (!known) return;
  const shortName = row.shortName || known.shortName;
  await tx
    .update(units)
    .set({
      name: row.name,
      shortName,
      kind: row.kind ?? known.kind,
      search: unitSearch({ name: row.name, shortName, code: known.code }),
    })
    .where(eq(units.id, unitId));
  if (row.changes.includes("parent")) await moveUnit(tx, { unitId, parentId: parentOf(row, ids), ...by });
}
