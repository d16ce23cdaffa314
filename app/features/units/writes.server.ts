import { and, eq, isNull, like, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { newId } from "#db/dialect/ids";
import { units, unitSuccessions } from "#db/schema.server";
import { type Doer, doerMay } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import { addDays, type Day } from "~/web/time";
import { findUnit, findUnitByCode, type Unit } from "./reads.server";
import { pathUnder, type UnitKind, wouldCircle } from "./rules";

export interface UnitFacts {
  name: string;
  shortName: string;
  code: string;
  kind: UnitKind;
  parentId: string;
  activeFrom: Day | "";
  rural: boolean;
  border: boolean;
}

export const unitSearch = (unit: { name: string; shortName: string; code: string | null }): string =>
  fold([unit.name, unit.shortName, unit.code ?? ""].join(" "));

const plain = (facts: UnitFacts) => ({
  name: facts.name,
  shortName: facts.shortName,
  code: facts.code || null,
  kind: facts.kind,
  activeFrom: facts.activeFrom || null,
  rural: facts.rural,
  border: facts.border,
  search: unitSearch(facts),
});

/** The unit, read inside the transaction, when this person may change it; or why not. */
export async function unitToManage(tx: Tx, { unitId, actor }: { unitId: string; actor: Doer }) {
  const unit = await findUnit(tx, { unitId });
  if (!unit) return refuse("gone");
  if (!doerMay(actor, "units.manage", unit.path)) return refuse("not-allowed");
  return { ok: true, unit } as const;
}

/**
 * Adds a unit below `parentId` ("": at the top). The same `press`, sent twice, makes one unit. Refused: "no-parent",
 * "not-allowed", "code-taken", "name-taken" (a living sister).
 */
export async function createUnit(
  tx: Tx,
  { press, actor, now, ...facts }: UnitFacts & { press?: string; actor: Doer; now: Date },
) {
  const parent = facts.parentId ? await findUnit(tx, { unitId: facts.parentId }) : null;
  if (facts.parentId && !parent) return refuse("no-parent");
  if (!doerMay(actor, "units.manage", parent?.path ?? null)) return refuse("not-allowed");
  const id = idOfPress(press);
  const made = await findUnit(tx, { unitId: id });
  if (made) return { ok: true, unitId: id, path: made.path } as const;
  const taken = await takenBy(tx, facts, null);
  if (taken) return refuse(taken);
  const path = pathUnder(parent?.path ?? null, id);
  await tx.insert(units).values({ id, ...plain(facts), parentId: parent?.id ?? null, path, createdAt: now });
  await record(tx, { actor, verb: "unit.created", subject: `unit:${id}`, detail: { name: facts.name }, now });
  return { ok: true, unitId: id, path } as const;
}

async function takenBy(tx: Tx, facts: UnitFacts, ownId: string | null) {
  if (facts.code) {
    const other = await findUnitByCode(tx, { code: facts.code });
    if (other && other.id !== ownId) return "code-taken" as const;
  }
  const sisters = await tx
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(
      and(
        facts.parentId ? eq(units.parentId, facts.parentId) : isNull(units.parentId),
        eq(units.kind, facts.kind),
        isNull(units.activeTo),
        ownId ? ne(units.id, ownId) : undefined,
      ),
    );
  return sisters.some((sister) => fold(sister.name) === fold(facts.name)) ? ("name-taken" as const) : null;
}

/** Changes what is written of a unit, and its place. A name given up on `renamedOn` stays readable as a closed predecessor. */
export async function changeUnit(
  tx: Tx,
  {
    unitId,
    renamedOn,
    actor,
    now,
    ...facts
  }: UnitFacts & { unitId: string; renamedOn?: Day | ""; actor: Doer; now: Date },
) {
  const found = await unitToManage(tx, { unitId, actor });
  if (!found.ok) return found;
  const { unit } = found;
  const taken = unit.activeTo ? null : await takenBy(tx, facts, unitId);
  if (taken) return refuse(taken);
  if (facts.activeFrom && unit.activeTo && facts.activeFrom > unit.activeTo) return refuse("starts-after-end");
  const renamed = renamedOn && facts.name !== unit.name ? renamedOn : null;
  // Asked before anything is written: a refusal is an answer and takes nothing back.
  if (renamed && startsBy(unit, renamed)) return refuse("ends-before-start");
  if (facts.parentId !== (unit.parentId ?? "")) {
    const moved = await moveUnit(tx, { unitId, parentId: facts.parentId || null, actor, now });
    if (!moved.ok) return moved;
  }
  if (renamed) {
    const kept = await renameUnit(tx, { unitId, name: facts.name, on: renamed, actor, now });
    if (!kept.ok) return kept;
    await tx
      .update(units)
      .set({ ...plain(facts), activeFrom: renamed })
      .where(eq(units.id, unitId));
  } else await tx.update(units).set(plain(facts)).where(eq(units.id, unitId));
  await record(tx, { actor, verb: "unit.changed", subject: `unit:${unitId}`, detail: changes(unit, facts), now });
  return { ok: true, unitId } as const;
}

function changes(unit: Unit, facts: UnitFacts): Record<string, string> {
  const after = plain(facts);
  const keys = ["name", "shortName", "code", "kind", "activeFrom"] as const;
  return Object.fromEntries(
    keys.filter((key) => unit[key] !== after[key]).map((key) => [key, `${unit[key] ?? ""} → ${after[key] ?? ""}`]),
  );
}

/** The old name would end before it began. */
const startsBy = (unit: Unit, day: Day): boolean => unit.activeFrom !== null && day <= unit.activeFrom;

/** Gives a unit a new name from a day on. The old name lives on as a closed unit that this one followed. */
async function renameUnit(
  tx: Tx,
  { unitId, name, on, actor, now }: { unitId: string; name: string; on: Day; actor: Doer; now: Date },
) {
  const unit = await findUnit(tx, { unitId });
  if (!unit) return refuse("gone");
  if (startsBy(unit, on)) return refuse("ends-before-start");
  const formerId = newId();
  const path = unit.path.replace(`${unit.id}/`, `${formerId}/`);
  const { id: _, ...same } = unit;
  await tx.insert(units).values({
    ...same,
    id: formerId,
    path,
    code: null,
    activeTo: addDays(on, -1),
    search: unitSearch({ ...unit, code: null }),
    createdAt: now,
  });
  // What the old name itself had followed belongs to the old name.
  await tx.update(unitSuccessions).set({ toUnitId: formerId }).where(eq(unitSuccessions.toUnitId, unitId));
  await tx.insert(unitSuccessions).values({ fromUnitId: formerId, toUnitId: unitId, kind: "renamed", on });
  await tx
    .update(units)
    .set({ name, activeFrom: on, search: unitSearch({ ...unit, name }) })
    .where(eq(units.id, unitId));
  await record(tx, {
    actor,
    verb: "unit.renamed",
    subject: `unit:${unitId}`,
    detail: { from: unit.name, to: name, on },
    now,
  });
  return { ok: true, formerId } as const;
}

/** Puts a unit, with all below it, under another one (null: at the top). Refused: "gone", "not-allowed", "no-parent", "circle". */
export async function moveUnit(
  tx: Tx,
  { unitId, parentId, actor, now }: { unitId: string; parentId: string | null; actor: Doer; now: Date },
) {
  const found = await unitToManage(tx, { unitId, actor });
  if (!found.ok) return found;
  const { unit } = found;
  const parent = parentId ? await findUnit(tx, { unitId: parentId }) : null;
  if (parentId && !parent) return refuse("no-parent");
  if (!doerMay(actor, "units.manage", parent?.path ?? null)) return refuse("not-allowed");
  if (wouldCircle(unit, parent)) return refuse("circle");
  const path = pathUnder(parent?.path ?? null, unit.id);
  await tx.update(units).set({ parentId }).where(eq(units.id, unitId));
  await tx
    .update(units)
    .set({ path: sql`${path} || substr(${units.path}, ${sql.raw(String(unit.path.length + 1))})` })
    .where(like(units.path, `${unit.path}%`));
  await record(tx, {
    actor,
    verb: "unit.moved",
    subject: `unit:${unitId}`,
    detail: { under: parent?.name ?? "" },
    now,
  });
  return { ok: true, path } as const;
}
