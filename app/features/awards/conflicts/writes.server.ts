import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { councilMembers, declaredConflicts } from "#db/schema.server";
import type { Actor, Doer } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { findRound } from "../rounds/reads.server";
import { roundToManage } from "../rounds/act.writes.server";
import { findPanel } from "./reads.server";

const refuse = <R extends string>(reason: R) => ({ ok: false, reason }) as const;

interface MemberAct {
  roundId: string;
  actor: Actor;
  now: Date;
}

const noted = (
  tx: Tx,
  { roundId, actor, now }: { roundId: string; actor: Doer; now: Date },
  what: string,
  detail: Detail,
) => record(tx, { actor, verb: `scoring.${what}`, subject: `award-round:${roundId}`, detail, now });

/** The seat of the member in a round that was called and has not ended. */
async function seated(tx: Tx, { roundId, actor, now }: MemberAct) {
  const round = await findRound(tx, { roundId });
  const panel = round?.state === "published" ? await findPanel(tx, { roundId, now }) : null;
  const seat = panel?.seats.find(({ userId }) => userId === actor.userId);
  return panel && seat ? ({ ok: true, panel, seat } as const) : refuse("not-allowed");
}

/**
 * A member says of which nominations a conflict is known that nobody else can know, each with a reason; of all others
 * there is none. What an organizer pinned stays. Refused: "not-allowed", "no-reason" with the nomination.
 */
export async function declareConflicts(
  tx: Tx,
  { conflicts, ...act }: MemberAct & { conflicts: ReadonlyMap<string, string> },
) {
  const asked = await seated(tx, act);
  if (!asked.ok) return asked;
  const { seat, panel } = asked;
  const known = new Set(panel.dossiers.map(({ nominationId }) => nominationId));
  for (const [nominationId, reason] of conflicts)
    if (known.has(nominationId) && reason === "") return { ok: false, reason: "no-reason", nominationId } as const;
  const { memberId } = seat;
  await tx
    .update(declaredConflicts)
    .set({ withdrawnAt: act.now })
    .where(
      and(
        eq(declaredConflicts.memberId, memberId),
        eq(declaredConflicts.source, "member"),
        isNull(declaredConflicts.withdrawnAt),
      ),
    );
  const pinned = await tx
    .select({ nominationId: declaredConflicts.nominationId })
    .from(declaredConflicts)
    .where(and(eq(declaredConflicts.memberId, memberId), isNull(declaredConflicts.withdrawnAt)));
  // A pinned pair stays the organizer's: declaring it as well would hand it to the member, who could then withdraw it.
  for (const { nominationId } of pinned) known.delete(nominationId as string);
  for (const [nominationId, reason] of conflicts)
    if (known.has(nominationId)) await declare(tx, { memberId, nominationId, reason, source: "member", now: act.now });
  await tx.update(councilMembers).set({ declaredAt: act.now }).where(eq(councilMembers.id, memberId));
  await noted(tx, act, "declared", { conflicts: conflicts.size });
  return { ok: true } as const;
}

interface Declared {
  memberId: string;
  nominationId: string;
  reason: string;
  source: "member" | "organizer";
  now: Date;
}

const declare = (tx: Tx, { now, ...pair }: Declared) =>
  tx
    .insert(declaredConflicts)
    .values({ ...pair, at: now })
    .onConflictDoUpdate({
      target: [declaredConflicts.memberId, declaredConflicts.nominationId],
      set: { reason: pair.reason, source: pair.source, at: now, withdrawnAt: null },
    });

/** An organizer sets a conflict that the member cannot take back. Refused: "not-allowed", "no-member", "no-nomination", "no-reason". */
export async function pinConflict(
  tx: Tx,
  pin: { roundId: string; memberId: string; nominationId: string; reason: string; actor: Doer; now: Date },
) {
  const asked = await roundToManage(tx, pin);
  if (!asked.ok) return asked;
  const panel = await findPanel(tx, pin);
  if (!panel?.seats.some(({ memberId }) => memberId === pin.memberId)) return refuse("no-member");
  if (!panel.dossiers.some(({ nominationId }) => nominationId === pin.nominationId)) return refuse("no-nomination");
  if (pin.reason === "") return refuse("no-reason");
  const { memberId, nominationId, reason, now } = pin;
  await declare(tx, { memberId, nominationId, reason, source: "organizer", now });
  await noted(tx, pin, "pinned", { memberId, nominationId });
  return { ok: true } as const;
}
