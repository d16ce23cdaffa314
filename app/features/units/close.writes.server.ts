import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { holdings, units } from "#db/schema.server";
import { type Doer, doerMay } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { refuse } from "~/web/refuse";
import { addDays, type Day } from "~/web/time";
import { findUnit } from "./reads.server";
import { type SuccessionKind, wouldCircle } from "./rules";
import { linkSuccessor } from "./succession/writes.server";
import { moveUnit, unitToManage } from "./writes.server";

interface Closing {
  unitId: string;
  lastDay: Day;
  /** "": nobody followed, or it is not known yet. */
  successorId: string;
  kind: SuccessionKind;
  /** Units below move to the successor. */
  moveBelow: boolean;
  actor: Doer;
  now: Date;
}

/**
 * Ends a unit after its last day; positions in it end with it. Nothing is deleted: old lists keep naming it. Refused: "gone",
 * "not-allowed", "closed-already", "ends-before-start", "units-below" (which nobody takes over), "successor-below", and as
 * `linkSuccessor` and `moveUnit` say.
 */
export async function closeUnit(tx: Tx, { unitId, lastDay, successorId, kind, moveBelow, actor, now }: Closing) {
  const found = await unitToManage(tx, { unitId, actor });
  if (!found.ok) return found;
  const { unit } = found;
  if (unit.activeTo) return refuse("closed-already");
  if (unit.activeFrom && lastDay < unit.activeFrom) return refuse("ends-before-start");
  const below = await tx
    .select({ id: units.id, path: units.path })
    .from(units)
    .where(and(eq(units.parentId, unitId), isNull(units.activeTo)));
  if (below.length > 0 && !(moveBelow && successorId)) return refuse("units-below");
  if (successorId) {
    const successor = await findUnit(tx, { unitId: successorId });
    // Units below are moved to it, which asks for the right there too.
    if (below.length > 0 && successor && !doerMay(actor, "units.manage", successor.path)) return refuse("not-allowed");
    if (below.some((one) => wouldCircle(one, successor))) return refuse("successor-below");
    const linked = await linkSuccessor(tx, {
      fromUnitId: unitId,
      toUnitId: successorId,
      kind,
      on: addDays(lastDay, 1),
      actor,
      now,
    });
    if (!linked.ok) return linked;
    for (const { id } of below) {
      const moved = await moveUnit(tx, { unitId: id, parentId: successorId, actor, now });
      if (!moved.ok) return moved;
    }
  }
  await tx.update(units).set({ activeTo: lastDay }).where(eq(units.id, unitId));
  await tx
    .update(holdings)
    .set({ heldTo: lastDay })
    .where(and(eq(holdings.unitId, unitId), isNull(holdings.heldTo)));
  await record(tx, { actor, verb: "unit.closed", subject: `unit:${unitId}`, detail: { lastDay }, now });
  return { ok: true } as const;
}

/** Takes back a closing pressed by mistake. Positions that ended with it stay ended. Refused: "gone", "not-allowed". */
export async function reopenUnit(tx: Tx, { unitId, actor, now }: { unitId: string; actor: Doer; now: Date }) {
  const found = await unitToManage(tx, { unitId, actor });
  if (!found.ok) return found;
  const { unit } = found;
  if (unit.activeTo === null) return { ok: true } as const;
  await tx.update(units).set({ activeTo: null }).where(eq(units.id, unitId));
  await record(tx, { actor, verb: "unit.reopened", subject: `unit:${unitId}`, now });
  return { ok: true } as const;
}
