import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { unitSuccessions } from "#db/schema.server";
import { type Doer, doerMay } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import type { Day } from "~/web/time";
import { findUnit } from "../reads.server";
import type { SuccessionKind } from "../rules";

interface Succession {
  fromUnitId: string;
  toUnitId: string;
  kind: SuccessionKind;
  on: Day;
  actor: Doer;
  now: Date;
}

/**
 * Notes that one unit followed another from a day on. A pair noted before keeps its first note. Refused: "no-successor",
 * "not-allowed", "successor-itself", "successor-closed" (before that day), "successor-before" (it came before the other).
 */
export async function linkSuccessor(tx: Tx, { fromUnitId, toUnitId, kind, on, actor, now }: Succession) {
  const [from, to] = [await findUnit(tx, { unitId: fromUnitId }), await findUnit(tx, { unitId: toUnitId })];
  if (!from || !to) return refuse("no-successor");
  if (!doerMay(actor, "units.manage", from.path)) return refuse("not-allowed");
  if (from.id === to.id) return refuse("successor-itself");
  if (to.activeTo && to.activeTo < on) return refuse("successor-closed");
  const [back] = await tx
    .select({ id: unitSuccessions.id })
    .from(unitSuccessions)
    .where(and(eq(unitSuccessions.fromUnitId, toUnitId), eq(unitSuccessions.toUnitId, fromUnitId)));
  if (back) return refuse("successor-before");
  const [row] = await tx
    .insert(unitSuccessions)
    .values({ fromUnitId, toUnitId, kind, on })
    .onConflictDoNothing()
    .returning({ id: unitSuccessions.id });
  if (row)
    await record(tx, {
      actor,
      verb: "unit.succeeded",
      subject: `unit:${fromUnitId}`,
      detail: { by: to.name, on },
      now,
    });
  return { ok: true } as const;
}

/** Takes a wrong note of succession away; whoever may change either of the two units may. Refused: "not-allowed". */
export async function unlinkSuccessor(
  tx: Tx,
  { successionId, actor, now }: { successionId: string; actor: Doer; now: Date },
) {
  const [noted] = await tx.select().from(unitSuccessions).where(eq(unitSuccessions.id, successionId));
  if (!noted) return { ok: true } as const;
  const [from, to] = [await findUnit(tx, { unitId: noted.fromUnitId }), await findUnit(tx, { unitId: noted.toUnitId })];
  if (![from, to].some((unit) => unit && doerMay(actor, "units.manage", unit.path))) return refuse("not-allowed");
  const [row] = await tx.delete(unitSuccessions).where(eq(unitSuccessions.id, successionId)).returning();
  if (row) await record(tx, { actor, verb: "unit.unlinked", subject: `unit:${row.fromUnitId}`, now });
  return { ok: true } as const;
}
