import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  alias,
  awardCategories,
  awardRounds,
  councilMembers,
  declaredConflicts,
  grants,
  holdings,
  nominations,
  units,
  users,
} from "#db/schema.server";
import { linesOf } from "~/features/units/succession/reads.server";
import { dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import { personsOf } from "../contacts.reads.server";
import { inCouncilOrder } from "../terms.rules";
import { type ConflictReason, conflictsAmong, type DossierFacts, type MemberFacts, pairOf } from "./rules";

export interface Seat extends MemberFacts {
  role: (typeof councilMembers.$inferSelect)["role"];
  title: string;
  unitId: string | null;
  declaredAt: Date | null;
}

/** The council of a round with its dossiers and every conflict between them. */
export interface Panel {
  roundId: string;
  state: (typeof awardRounds.$inferSelect)["state"];
  seats: Seat[];
  dossiers: DossierFacts[];
  /** The reason of a pair in conflict, or null. */
  conflict(memberId: string, nominationId: string): ConflictReason | null;
  /** The seats that may judge this dossier: the panel without the recused. */
  judgesOf(nominationId: string): Seat[];
}

async function seatsOf(db: Reader, roundId: string): Promise<Seat[]> {
  const rows = await db
    .select({ member: councilMembers, name: users.name, unitPath: units.path })
    .from(councilMembers)
    .innerJoin(users, eq(users.id, councilMembers.userId))
    .leftJoin(units, eq(units.id, councilMembers.unitId))
    .where(and(eq(councilMembers.roundId, roundId), isNull(councilMembers.leftAt)))
    .orderBy(asc(councilMembers.sort), asc(councilMembers.id));
  const userIds = rows.map(({ member }) => member.userId as string);
  // The register may come, or be mended, after the council was seated.
  const registered = await personsOf(db, userIds);
  const personsAt = ({ personId, userId }: (typeof rows)[number]["member"]) => [
    ...(personId ? [personId] : []),
    ...(registered.get(userId) ?? []),
  ];
  const offices = await db
    .select({ personId: holdings.personId, unitPath: units.path, from: holdings.heldFrom, to: holdings.heldTo })
    .from(holdings)
    .innerJoin(units, eq(units.id, holdings.unitId))
    .where(
      and(
        inArray(
          holdings.personId,
          rows.flatMap(({ member }) => personsAt(member)),
        ),
        eq(holdings.duty, "head"),
      ),
    );
  const granted = await db
    .select({ userId: grants.userId, unitPath: units.path, at: grants.grantedAt })
    .from(grants)
    .innerJoin(units, eq(units.id, grants.unitId))
    .where(and(inArray(grants.userId, userIds), eq(grants.role, "head")));
  const seats = rows.map(({ member, name, unitPath }) => ({
    memberId: member.id,
    userId: member.userId,
    personIds: personsAt(member),
    name,
    role: member.role,
    title: member.title,
    unitId: member.unitId,
    unitPath,
    declaredAt: member.declaredAt,
    headed: [
      ...offices.filter(({ personId }) => personsAt(member).includes(personId)),
      // Whoever signs for a unit heads it, also where the register has no office of theirs.
      ...granted.flatMap(({ userId, unitPath: path, at }) =>
        userId === member.userId ? [{ unitPath: path, from: dayOf(at, zoneOf()), to: null }] : [],
      ),
    ],
  }));
  return inCouncilOrder(seats);
}

async function dossiersOf(db: Reader, roundId: string): Promise<DossierFacts[]> {
  const honoured = alias(units, "honoured");
  const rows = await db
    .select({ nomination: nominations, unitPath: units.path, honouredPath: honoured.path })
    .from(nominations)
    .innerJoin(units, eq(units.id, nominations.unitId))
    .leftJoin(honoured, eq(honoured.id, nominations.nomineeUnitId))
    .where(eq(nominations.roundId, roundId));
  // A merger joins whom it found: the dossier of a unit is also that of what it was made of, and of what followed it.
  const lines = await linesOf(db, [
    ...new Set(rows.flatMap(({ nomination: { unitId, nomineeUnitId } }) => [unitId, nomineeUnitId ?? unitId])),
  ]);
  return rows.map(({ nomination, unitPath, honouredPath }) => ({
    nominationId: nomination.id,
    categoryId: nomination.categoryId,
    state: nomination.state,
    nomineeName: nomination.nomineeName,
    unitPaths: [
      ...new Set([
        ...(honouredPath ? [unitPath, honouredPath] : [unitPath]),
        ...(lines.get(nomination.unitId) ?? []),
        ...(lines.get(nomination.nomineeUnitId ?? "") ?? []),
      ]),
    ],
    signedBy: nomination.signedBy,
    signedByPersonId: nomination.signedByPersonId,
  }));
}

/** The council and the dossiers of a round with their conflicts as of `now`; null when there is no such round. */
export async function findPanel(db: Reader, { roundId, now }: { roundId: string; now: Date }): Promise<Panel | null> {
  const [round] = await db
    .select({ state: awardRounds.state, years: awardRounds.conflictYears })
    .from(awardRounds)
    .where(eq(awardRounds.id, roundId));
  if (!round) return null;
  const seats = await seatsOf(db, roundId);
  const dossiers = await dossiersOf(db, roundId);
  const leaving = await db
    .select({ id: awardCategories.id })
    .from(awardCategories)
    .where(and(eq(awardCategories.roundId, roundId), eq(awardCategories.rivalsLeave, true)));
  const declared = await db
    .select({ memberId: declaredConflicts.memberId, nominationId: declaredConflicts.nominationId })
    .from(declaredConflicts)
    .innerJoin(councilMembers, eq(councilMembers.id, declaredConflicts.memberId))
    .where(and(eq(councilMembers.roundId, roundId), isNull(declaredConflicts.withdrawnAt)));
  const found = conflictsAmong(seats, dossiers, {
    years: round.years,
    rivalCategories: new Set(leaving.map(({ id }) => id)),
    declared: new Set(declared.map(({ memberId, nominationId }) => pairOf(memberId, nominationId))),
    today: dayOf(now, zoneOf()),
  });
  const conflict = (memberId: string, nominationId: string) => found.get(pairOf(memberId, nominationId)) ?? null;
  return {
    roundId,
    state: round.state,
    seats,
    dossiers,
    conflict,
    judgesOf: (nominationId) => seats.filter(({ memberId }) => !conflict(memberId, nominationId)),
  };
}
