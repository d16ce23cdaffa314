import { and, eq, gt, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { lateExceptions, units } from "#db/schema.server";
import { type Actor, reachOf } from "~/features/accounts/rules";
import { within } from "~/features/units/reads.server";
import { isOpen, type Phase } from "../rounds/phases.rules";
import { phasesOf } from "../rounds/reads.server";
import { handInUntil } from "./in-time.rules";

interface Asked {
  roundId: string;
  phases: readonly Phase[];
  now: Date;
}

/** Until when this dossier can be handed in; see `handInUntil`. */
export async function lastMomentOf(
  db: Reader,
  { unitId, submittedAt, roundId, phases, now }: Asked & { unitId: string; submittedAt: Date | null },
): Promise<Date | null | undefined> {
  const rows = await db
    .select({ until: lateExceptions.until })
    .from(lateExceptions)
    .where(and(eq(lateExceptions.roundId, roundId), eq(lateExceptions.unitId, unitId)));
  return handInUntil(
    phases,
    rows.map(({ until }) => until),
    { again: submittedAt !== null, now },
  );
}

/** Until when the actor can begin and hand in for one of their units, one at least; see `handInUntil`. */
export async function lastMomentFor(
  db: Reader,
  { actor, roundId, phases, now }: Asked & { actor: Actor },
): Promise<Date | null | undefined> {
  const own = db
    .select({ id: units.id })
    .from(units)
    .where(within(units.path, reachOf(actor, "awards.nominate")));
  const rows = await db
    .select({ until: lateExceptions.until })
    .from(lateExceptions)
    .where(and(eq(lateExceptions.roundId, roundId), inArray(lateExceptions.unitId, own)));
  return handInUntil(
    phases,
    rows.map(({ until }) => until),
    { again: false, now },
  );
}

/** Is the unit still in time: by the window, or by an exception that an organizer wrote down? */
export async function inTime(db: Reader, { roundId, unitId, now }: { roundId: string; unitId: string; now: Date }) {
  if (isOpen(await phasesOf(db, { roundId }), "nomination", now)) return { open: true, late: false } as const;
  const [exception] = await db
    .select({ id: lateExceptions.id })
    .from(lateExceptions)
    .where(and(eq(lateExceptions.roundId, roundId), eq(lateExceptions.unitId, unitId), gt(lateExceptions.until, now)));
  return exception ? ({ open: true, late: true } as const) : ({ open: false } as const);
}
