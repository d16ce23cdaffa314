import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { auditLog, councilMembers, declaredConflicts, users } from "#db/schema.server";
import { namesOf } from "../nominations/names.reads.server";
import type { RoundSight } from "../sight.reads.server";
import { type ConflictReason, competes, pairOf } from "./rules";

export interface ConflictLine {
  memberId: string;
  memberName: string;
  nominationId: string;
  nomineeName: string;
  unitName: string;
  why: Exclude<ConflictReason, "rival">;
  /** Of a declared one: its words, and whether an organizer pinned it. */
  said: { reason: string; pinned: boolean } | null;
}

export interface RivalLine {
  memberId: string;
  memberName: string;
  categoryId: string;
}

/** Every conflict in force between the council and the dossiers that this person may see; rivalry by category. */
export async function conflictsShown(db: Reader, { sight }: { sight: RoundSight }) {
  const { seats, conflict } = sight.panel;
  const dossiers = sight.panel.dossiers.filter((one) => competes(one.state) && sight.sees(one.nominationId));
  const names = await namesOf(db, { ids: dossiers.map(({ nominationId }) => nominationId) });
  const said = await declaredIn(db, sight.roundId);
  const rivals = new Map<string, RivalLine>();
  const lines: ConflictLine[] = [];
  for (const { memberId, name: memberName } of seats)
    for (const { nominationId, categoryId } of dossiers) {
      const why = conflict(memberId, nominationId);
      if (why === "rival") rivals.set(pairOf(memberId, categoryId), { memberId, memberName, categoryId });
      else if (why)
        lines.push({
          ...{ memberId, memberName, nominationId, why },
          nomineeName: names.get(nominationId)?.nomineeName ?? "",
          unitName: names.get(nominationId)?.unitName ?? "",
          said: why === "declared" ? (said.get(pairOf(memberId, nominationId)) ?? null) : null,
        });
    }
  return { lines, rivals: [...rivals.values()], dossiers: [...names.values()] };
}

async function declaredIn(db: Reader, roundId: string) {
  const rows = await db
    .select({ declared: declaredConflicts })
    .from(declaredConflicts)
    .innerJoin(councilMembers, eq(councilMembers.id, declaredConflicts.memberId))
    .where(and(eq(councilMembers.roundId, roundId), isNull(declaredConflicts.withdrawnAt)));
  return new Map(
    rows.map(({ declared: { memberId, nominationId, reason, source } }) => [
      pairOf(memberId, nominationId),
      { reason, pinned: source === "organizer" },
    ]),
  );
}

export interface ConflictEntry {
  id: number | string;
  at: Date;
  byName: string;
  what: "declared" | "pinned" | "lifted";
  memberName: string;
  /** "" where a member declared, which is one entry for all. */
  nomineeName: string;
  reason: string;
}

/** Who declared, pinned and lifted what and why, the newest first; entries of dossiers this person may not see are left out. */
export async function conflictJournal(
  db: Reader,
  { sight, limit = 100 }: { sight: RoundSight; limit?: number },
): Promise<ConflictEntry[]> {
  const rows = await db
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subject, `award-round:${sight.roundId}`),
        inArray(auditLog.verb, ["scoring.declared", "scoring.pinned", "scoring.lifted"]),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit);
  const shown = rows.filter(({ detail }) => !detail.nominationId || sight.sees(String(detail.nominationId)));
  const names = await namesOf(db, { ids: shown.flatMap(({ detail }) => (detail.nominationId as string) || []) });
  const members = await db
    .select({ id: councilMembers.id, name: users.name })
    .from(councilMembers)
    .innerJoin(users, eq(users.id, councilMembers.userId))
    .where(eq(councilMembers.roundId, sight.roundId));
  return shown.map(({ id, at, actorName, verb, detail }) => ({
    ...{ id, at, byName: actorName, what: verb.slice("scoring.".length) as ConflictEntry["what"] },
    memberName: members.find((member) => member.id === detail.memberId)?.name ?? actorName,
    nomineeName: names.get(String(detail.nominationId))?.nomineeName ?? "",
    reason: String(detail.reason ?? ""),
  }));
}
