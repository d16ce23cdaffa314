import { and, eq, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { awardRounds, councilMembers, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { findPanel, type Panel, type Seat } from "./conflicts/reads.server";
import type { NominationState } from "./nominations/rules";

/** How one person sees the council's side of a round: scores, ranks, votes, other units' dossiers. */
export interface RoundSight {
  roundId: string;
  /** Runs the round. */
  manages: boolean;
  /** Sits in its council; null: does not. */
  seat: Seat | null;
  panel: Panel;
  /** May this person see the council's side of the dossier? A conflict of the own seat closes it, to organizers too. */
  sees(nominationId: string): boolean;
}

/**
 * What the actor may see of a round as its organizer or a member of its council; null when neither, and when there is no
 * such round. A member who has not yet declared conflicts sees no dossier. The nominating unit's own page of its own
 * dossier is another door: see `findNominationFor`.
 */
export async function sightOf(
  db: Reader,
  { actor, roundId, now }: { actor: Actor; roundId: string; now: Date },
): Promise<RoundSight | null> {
  const [round] = await db
    .select({ state: awardRounds.state, ownerPath: units.path })
    .from(awardRounds)
    .innerJoin(units, eq(units.id, awardRounds.ownerUnitId))
    .where(eq(awardRounds.id, roundId));
  const panel = round && (await findPanel(db, { roundId, now }));
  if (!round || !panel) return null;
  const manages = may(actor, "awards.manage", round.ownerPath);
  const seat = panel.seats.find(({ userId }) => userId === actor.userId) ?? null;
  if (!manages && !(seat && round.state !== "draft")) return null;
  const open = manages || seat?.declaredAt != null;
  const sees = (nominationId: string) => open && !(seat && panel.conflict(seat.memberId, nominationId));
  return { roundId, manages, seat, panel, sees };
}

/** The dossiers that a conflict of an own seat closes to this person, by the rounds in which they sit. */
export async function closedDossiers(
  db: Reader,
  { actor, now }: { actor: Actor; now: Date },
): Promise<{ roundId: string; nominationIds: string[] }[]> {
  const seats = await db
    .select({ roundId: councilMembers.roundId })
    .from(councilMembers)
    .where(and(eq(councilMembers.userId, actor.userId), isNull(councilMembers.leftAt)));
  const closed = [];
  for (const { roundId } of seats) {
    const sight = await sightOf(db, { actor, roundId, now });
    const hidden = sight?.panel.dossiers.filter(({ nominationId }) => !sight.sees(nominationId)) ?? [];
    closed.push({ roundId, nominationIds: hidden.map(({ nominationId }) => nominationId) });
  }
  return closed;
}

export type StateCounts = Partial<Record<NominationState, number>>;

/** How many of the dossiers that the reader may see stand in each state, by category. */
export function statesIn({ panel, sees }: Pick<RoundSight, "panel" | "sees">): Map<string, StateCounts> {
  const counts = new Map<string, StateCounts>();
  for (const { nominationId, categoryId, state } of panel.dossiers) {
    if (!sees(nominationId)) continue;
    const states = counts.get(categoryId) ?? {};
    counts.set(categoryId, { ...states, [state]: (states[state] ?? 0) + 1 });
  }
  return counts;
}
