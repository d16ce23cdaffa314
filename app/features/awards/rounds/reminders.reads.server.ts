import { eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { awardRounds, nominations } from "#db/schema.server";
import { findAccount } from "~/features/accounts/reads.server";
import { recipientOf } from "~/features/outbox/rules";
import { contactsOf, type UnitContact } from "../contacts.reads.server";
import { findPanel } from "../conflicts/reads.server";
import type { AwardReader } from "../letters.server";
import { assignmentsOf, judgedIn, judgesOf, sheetsOf } from "../scoring/reads.server";
import { findRound } from "./reads.server";

/** Whom the nomination step still waits for: units without a dossier, and units whose dossiers are not handed in. */
export async function unitsToRemind(
  db: Reader,
  { roundId, now }: { roundId: string; now: Date },
): Promise<{ silent: UnitContact[]; drafts: Map<string, { contacts: UnitContact[]; count: number }> }> {
  const rows = await db
    .select({ unitId: nominations.unitId, state: nominations.state })
    .from(nominations)
    .where(eq(nominations.roundId, roundId));
  const begun = new Set(rows.map(({ unitId }) => unitId));
  const open = new Map<string, number>();
  for (const { unitId, state } of rows)
    if (state === "draft" || state === "signed" || state === "returned") open.set(unitId, (open.get(unitId) ?? 0) + 1);
  const all = await contactsOf(db, { now });
  const drafts = new Map<string, { contacts: UnitContact[]; count: number }>();
  for (const [unitId, count] of open)
    drafts.set(unitId, { count, contacts: all.filter((contact) => contact.unitId === unitId) });
  return { silent: all.filter(({ unitId }) => !begun.has(unitId)), drafts };
}

/** The members who have dossiers left to score, with how many; conflicts count in nothing. */
export async function membersToRemind(
  db: Reader,
  { roundId, now }: { roundId: string; now: Date },
): Promise<{ reader: AwardReader; left: number }[]> {
  const round = await findRound(db, { roundId });
  const panel = await findPanel(db, { roundId, now });
  if (!round || !panel) return [];
  const ids = judgedIn({ panel });
  const given = await assignmentsOf(db, { nominationIds: ids });
  const sheets = await sheetsOf(db, { panel, nominationIds: ids });
  const done = new Set(
    sheets
      .filter(({ submitted, abstained }) => submitted || abstained)
      .map(({ memberId, nominationId }) => `${memberId} ${nominationId}`),
  );
  const left = new Map<string, number>();
  for (const id of ids)
    for (const { memberId } of judgesOf({ panel }, given, id))
      if (!done.has(`${memberId} ${id}`)) left.set(memberId, (left.get(memberId) ?? 0) + 1);
  const found: { reader: AwardReader; left: number }[] = [];
  for (const seat of panel.seats) {
    const count = left.get(seat.memberId) ?? 0;
    const account = count > 0 ? await findAccount(db, { userId: seat.userId }) : null;
    if (account && !account.disabledAt)
      found.push({
        reader: { ...account, position: seat.title || account.position, recipient: recipientOf.user(account.id) },
        left: count,
      });
  }
  return found;
}

/** Rounds that are called and run, by id: the clock looks at these. */
export async function roundsRunning(db: Reader): Promise<string[]> {
  const rows = await db.select({ id: awardRounds.id }).from(awardRounds).where(eq(awardRounds.state, "published"));
  return rows.map(({ id }) => id);
}
