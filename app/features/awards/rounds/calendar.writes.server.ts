import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { awardRounds, lateExceptions, roundPhases } from "#db/schema.server";
import { findUnit } from "~/features/units/reads.server";
import { refuse } from "~/web/refuse";
import { noted, type RoundAct, roundToChange } from "./act.writes.server";
import { calendarFault, type Phase } from "./phases.rules";

/** Adds phases to a round. No rights are asked, no fault is looked for, and what it has stays. */
export const insertPhases = async (tx: Tx, roundId: string, phases: readonly Phase[]) => {
  for (const { kind, startsAt, endsAt } of phases)
    await tx.insert(roundPhases).values({ roundId, kind, startsAt, endsAt });
};

/** Lays down the whole calendar. Refused: "not-allowed", "ended", and a fault with the phase it lies in, see `calendarFault`. */
export async function setCalendar(tx: Tx, { phases, ...act }: RoundAct & { phases: Phase[] }) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const fault = calendarFault(phases);
  if (fault) return { ok: false, reason: fault.fault, kind: fault.kind } as const;
  await tx.delete(roundPhases).where(eq(roundPhases.roundId, act.roundId));
  await insertPhases(tx, act.roundId, phases);
  await tx.update(awardRounds).set({ updatedAt: act.now }).where(eq(awardRounds.id, act.roundId));
  const told = phases.map(({ kind, startsAt, endsAt }) => [
    kind,
    `${startsAt.toISOString()} – ${endsAt?.toISOString() ?? ""}`,
  ]);
  await noted(tx, act, "calendar", Object.fromEntries(told));
  return { ok: true } as const;
}

/** Lets a unit hand in after the window, until a moment, for a reason that is kept. Refused: "not-allowed", "ended", "no-unit", "past", "no-reason". */
export async function grantLateException(
  tx: Tx,
  { unitId, until, reason, ...act }: RoundAct & { unitId: string; until: Date; reason: string },
) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const unit = await findUnit(tx, { unitId });
  if (!unit) return refuse("no-unit");
  if (until <= act.now) return refuse("past");
  if (reason === "") return refuse("no-reason");
  await tx
    .insert(lateExceptions)
    .values({ roundId: act.roundId, unitId, until, reason, grantedBy: act.actor?.userId ?? null, grantedAt: act.now });
  await noted(tx, act, "late-exception", { unit: unit.name, until: until.toISOString(), reason });
  return { ok: true } as const;
}
