import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { councilMembers, declaredConflicts } from "#db/schema.server";
import type { Actor, Doer } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { notedAs, roundToChange } from "../rounds/act.writes.server";
import { findRound, type Round } from "../rounds/reads.server";
import { sightOf } from "../sight.reads.server";
import { findPanel, type Panel, type Seat } from "./reads.server";

interface MemberAct {
  roundId: string;
  actor: Actor;
  now: Date;
}

const noted = notedAs("scoring");

/** The seat of the member in a round that was called and has not ended. */
async function seated(tx: Tx, { roundId, actor, now }: MemberAct) {
  const round = await findRound(tx, { roundId });
  const panel = round?.state === "published" ? await findPanel(tx, { roundId, now }) : null;
  const seat = panel?.seats.find(({ userId }) => userId === actor.userId);
  return round && panel && seat ? ({ ok: true, round, panel, seat } as const) : refuse("not-allowed");
}

/**
 * A member says of which nominations a conflict is known that nobody else can know, each with a reason; of all others
 * there is none. What an organizer pinned stays, and so does what was declared of a blind dossier. Refused: "not-allowed", "no-reason" with the nomination.
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
  const stays = await staying(tx, asked);
  await tx
    .update(declaredConflicts)
    .set({ withdrawnAt: act.now })
    .where(
      and(
        eq(declaredConflicts.memberId, memberId),
        eq(declaredConflicts.source, "member"),
        isNull(declaredConflicts.withdrawnAt),
        notInArray(declaredConflicts.nominationId, stays),
      ),
    );
  // A pinned pair stays the organizer's: declaring it as well would hand it to the member, who could then withdraw it.
  for (const nominationId of stays) known.delete(nominationId);
  for (const [nominationId, reason] of conflicts)
    if (known.has(nominationId)) await declare(tx, { memberId, nominationId, reason, source: "member", now: act.now });
  await tx.update(councilMembers).set({ declaredAt: act.now }).where(eq(councilMembers.id, memberId));
  await noted(tx, act, "declared", { memberId, conflicts: conflicts.size });
  return { ok: true } as const;
}

/** What this member cannot take back: an organizer's pins, and the own word on a blind dossier, whose number would tell its name. */
async function staying(tx: Tx, { round, panel, seat }: { round: Round; panel: Panel; seat: Seat }): Promise<string[]> {
  const blind = new Set(round.categories.filter((category) => category.blind).map(({ id }) => id));
  const hidden = new Set(panel.dossiers.flatMap((one) => (blind.has(one.categoryId) ? [one.nominationId] : [])));
  const rows = await tx
    .select({ nominationId: declaredConflicts.nominationId, source: declaredConflicts.source })
    .from(declaredConflicts)
    .where(and(eq(declaredConflicts.memberId, seat.memberId), isNull(declaredConflicts.withdrawnAt)));
  return rows.flatMap(({ nominationId, source }) =>
    source === "organizer" || hidden.has(nominationId) ? [nominationId] : [],
  );
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

export interface PinAct {
  roundId: string;
  memberId: string;
  nominationId: string;
  reason: string;
  actor: Doer;
  now: Date;
}

/** A seat and a dossier of the round, for who runs it; a dossier in conflict with the organizer's own seat is not there. */
async function pairToJudge(tx: Tx, { roundId, memberId, nominationId, actor, now }: PinAct) {
  const asked = await roundToChange(tx, { roundId, actor });
  if (!asked.ok) return asked;
  const panel = await findPanel(tx, { roundId, now });
  if (!panel?.seats.some((seat) => seat.memberId === memberId)) return refuse("no-member");
  const sight = actor && (await sightOf(tx, { actor, roundId, now }));
  const known = panel.dossiers.some((dossier) => dossier.nominationId === nominationId);
  return known && (!sight || sight.sees(nominationId)) ? asked : refuse("no-nomination");
}

/** An organizer sets a conflict that the member cannot take back. Refused: "not-allowed", "ended", "no-member", "no-nomination", "no-reason". */
export async function pinConflict(tx: Tx, pin: PinAct) {
  const asked = await pairToJudge(tx, pin);
  if (!asked.ok) return asked;
  const { memberId, nominationId, reason, now } = pin;
  if (reason === "") return refuse("no-reason");
  await declare(tx, { memberId, nominationId, reason, source: "organizer", now });
  await noted(tx, pin, "pinned", { memberId, nominationId, reason });
  return { ok: true } as const;
}

/**
 * An organizer finds that a conflict which was declared or pinned is none (any more). What the organization's graph says
 * cannot be lifted, and the member may declare it again. Refused: as pinning, "no-conflict".
 */
export async function liftConflict(tx: Tx, lift: PinAct) {
  const asked = await pairToJudge(tx, lift);
  if (!asked.ok) return asked;
  const { memberId, nominationId, reason, now } = lift;
  if (reason === "") return refuse("no-reason");
  const [row] = await tx
    .update(declaredConflicts)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(declaredConflicts.memberId, memberId),
        eq(declaredConflicts.nominationId, nominationId),
        isNull(declaredConflicts.withdrawnAt),
      ),
    )
    .returning({ id: declaredConflicts.id });
  if (!row) return refuse("no-conflict");
  await noted(tx, lift, "lifted", { memberId, nominationId, reason });
  return { ok: true } as const;
}
