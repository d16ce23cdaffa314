import { and, count, eq, isNull, ne } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { councilMembers, units, users } from "#db/schema.server";
import { refuse } from "~/web/refuse";
import { personOf } from "../contacts.reads.server";
import type { CouncilRole } from "../terms.rules";
import { noted, type RoundAct, roundToChange } from "./act.writes.server";
import { membersOf } from "./reads.server";

/**
 * Gives an account a seat in the council, or changes the seat it has. A chair is one. Refused: "not-allowed", "ended",
 * "no-account", "no-unit", "chair-taken", "own-seat" (of a round that was called: whoever could move it would look at what
 * it closes).
 */
export async function seatMember(
  tx: Tx,
  {
    userId,
    unitId,
    role,
    title,
    ...act
  }: RoundAct & { userId: string; unitId: string | null; role: CouncilRole; title: string },
) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const [user] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)));
  if (!user) return refuse("no-account");
  if (asked.round.state !== "draft" && (await isOwnSeat(tx, { ...act, userId }))) return refuse("own-seat");
  const [unit] = unitId ? await tx.select({ activeTo: units.activeTo }).from(units).where(eq(units.id, unitId)) : [];
  if (unitId && (!unit || (unit.activeTo && !(await sitsFor(tx, { roundId: act.roundId, userId, unitId })))))
    return refuse("no-unit");
  const [chair] = await tx
    .select({ id: councilMembers.id })
    .from(councilMembers)
    .where(
      and(
        eq(councilMembers.roundId, act.roundId),
        eq(councilMembers.role, "chair"),
        isNull(councilMembers.leftAt),
        ne(councilMembers.userId, userId),
      ),
    );
  if (role === "chair" && chair) return refuse("chair-taken");
  const seat = { unitId, role, title, personId: await personOf(tx, userId), leftAt: null };
  const [{ n } = { n: 0 }] = await tx
    .select({ n: count() })
    .from(councilMembers)
    .where(eq(councilMembers.roundId, act.roundId));
  await tx
    .insert(councilMembers)
    .values({ ...seat, roundId: act.roundId, userId, sort: role === "chair" ? 0 : n + 1, createdAt: act.now })
    .onConflictDoUpdate({ target: [councilMembers.roundId, councilMembers.userId], set: seat });
  await noted(tx, act, "member-seated", { name: user.name, role });
  return { ok: true } as const;
}

/** Does the doer sit here, or did they? */
async function isOwnSeat(tx: Tx, { roundId, userId, actor }: RoundAct & { userId: string }): Promise<boolean> {
  if (actor?.userId !== userId) return false;
  const seat = and(eq(councilMembers.roundId, roundId), eq(councilMembers.userId, userId));
  return (await tx.select({ id: councilMembers.id }).from(councilMembers).where(seat)).length > 0;
}

/** A unit that was closed since stays with the seat that had it. */
const sitsFor = async (tx: Tx, { roundId, userId, unitId }: { roundId: string; userId: string; unitId: string }) =>
  (await membersOf(tx, { roundId })).some((seat) => seat.userId === userId && seat.unitId === unitId);

/** Takes a seat away; what was scored and voted stays, and counts no more in what is still open. Refused: "not-allowed", "ended", "no-member", "own-seat". */
export async function unseatMember(tx: Tx, { memberId, ...act }: RoundAct & { memberId: string }) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const member = (await membersOf(tx, act)).find(({ id }) => id === memberId);
  if (!member) return refuse("no-member");
  if (asked.round.state !== "draft" && member.userId === act.actor?.userId) return refuse("own-seat");
  await tx.update(councilMembers).set({ leftAt: act.now }).where(eq(councilMembers.id, memberId));
  await noted(tx, act, "member-unseated", { name: member.name });
  return { ok: true } as const;
}
