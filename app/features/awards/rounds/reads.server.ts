import { and, asc, desc, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  awardCategories,
  awardCriteria,
  awardRounds,
  councilMembers,
  lateExceptions,
  roundPhases,
  units,
  users,
} from "#db/schema.server";
import { type Actor, may, type Reach, reachOf } from "~/features/accounts/rules";
import { hasWords, within } from "~/features/units/reads.server";
import { inCouncilOrder } from "../terms.rules";
import { inOrder, type Phase } from "./phases.rules";

export type RoundRow = typeof awardRounds.$inferSelect;
export type CriterionRow = typeof awardCriteria.$inferSelect;
export type CategoryRow = typeof awardCategories.$inferSelect & { criteria: CriterionRow[] };
export interface Member {
  id: string;
  userId: string;
  name: string;
  position: string;
  email: string;
  unitId: string | null;
  unitName: string | null;
  role: (typeof councilMembers.$inferSelect)["role"];
  title: string;
  sort: number;
  declaredAt: Date | null;
}

/** A round with its calendar, categories and criteria. */
export interface Round extends RoundRow {
  owner: { id: string; name: string; path: string };
  phases: Phase[];
  categories: CategoryRow[];
}

/** What one person is to a round. */
export interface RoundAccess {
  manages: boolean;
  /** May nominate for some unit. */
  nominates: boolean;
  /** Sits in the council: the seat's id. */
  seatId: string | null;
  /** Oversees and reads; sees nothing of dossiers, scores and votes before they are decided. */
  oversees: boolean;
}

/** A round by its id, with all that belongs to it; null when there is none. No rights are asked. */
export async function findRound(db: Reader, { roundId }: { roundId: string }): Promise<Round | null> {
  const [found] = await db
    .select({ round: awardRounds, owner: { id: units.id, name: units.name, path: units.path } })
    .from(awardRounds)
    .innerJoin(units, eq(units.id, awardRounds.ownerUnitId))
    .where(eq(awardRounds.id, roundId));
  if (!found) return null;
  return {
    ...{ ...found.round, owner: found.owner },
    phases: await phasesOf(db, { roundId }),
    categories: await categoriesOfRound(db, roundId),
  };
}

/** The calendar of a round, in its order. */
export async function phasesOf(db: Reader, { roundId }: { roundId: string }): Promise<Phase[]> {
  const { kind, startsAt, endsAt } = roundPhases;
  return inOrder(await db.select({ kind, startsAt, endsAt }).from(roundPhases).where(eq(roundPhases.roundId, roundId)));
}

async function categoriesOfRound(db: Reader, roundId: string): Promise<CategoryRow[]> {
  const rows = await db
    .select()
    .from(awardCategories)
    .where(eq(awardCategories.roundId, roundId))
    .orderBy(asc(awardCategories.sort), asc(awardCategories.id));
  return await withCriteria(db, rows);
}

async function withCriteria(db: Reader, rows: (typeof awardCategories.$inferSelect)[]): Promise<CategoryRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const criteria = await db
    .select()
    .from(awardCriteria)
    .where(inArray(awardCriteria.categoryId, ids))
    .orderBy(asc(awardCriteria.sort), asc(awardCriteria.id));
  return rows.map((row) => ({ ...row, criteria: criteria.filter(({ categoryId }) => categoryId === row.id) }));
}

/** A category with its criteria; null when there is none. */
export async function findCategory(db: Reader, { categoryId }: { categoryId: string }): Promise<CategoryRow | null> {
  const rows = await db.select().from(awardCategories).where(eq(awardCategories.id, categoryId));
  return (await withCriteria(db, rows))[0] ?? null;
}

/** The council of a round in the order in which it is shown and printed, see `inCouncilOrder`. */
export async function membersOf(db: Reader, { roundId }: { roundId: string }): Promise<Member[]> {
  const rows = await db
    .select({
      id: councilMembers.id,
      userId: councilMembers.userId,
      name: users.name,
      position: users.position,
      email: users.email,
      unitId: councilMembers.unitId,
      unitName: units.name,
      role: councilMembers.role,
      title: councilMembers.title,
      sort: councilMembers.sort,
      declaredAt: councilMembers.declaredAt,
    })
    .from(councilMembers)
    .innerJoin(users, eq(users.id, councilMembers.userId))
    .leftJoin(units, eq(units.id, councilMembers.unitId))
    .where(and(eq(councilMembers.roundId, roundId), isNull(councilMembers.leftAt)))
    .orderBy(asc(councilMembers.sort), asc(councilMembers.id));
  return inCouncilOrder(rows);
}

const seatsHeld = (db: Reader, actor: Actor) =>
  db
    .select({ id: councilMembers.roundId })
    .from(councilMembers)
    .where(and(eq(councilMembers.userId, actor.userId), isNull(councilMembers.leftAt)));

/** The called rounds in whose council the actor sits, the newest first. */
export async function seatsOf(db: Reader, actor: Actor): Promise<{ roundId: string; state: RoundRow["state"] }[]> {
  return await db
    .select({ roundId: awardRounds.id, state: awardRounds.state })
    .from(councilMembers)
    .innerJoin(awardRounds, and(eq(awardRounds.id, councilMembers.roundId), ne(awardRounds.state, "draft")))
    .where(and(eq(councilMembers.userId, actor.userId), isNull(councilMembers.leftAt)))
    .orderBy(desc(awardRounds.year), desc(awardRounds.createdAt));
}

/** What the actor is to a round; all false: it does not exist for them. */
export async function accessTo(
  db: Reader,
  { round, actor }: { round: Pick<Round, "id" | "state" | "owner">; actor: Actor },
): Promise<RoundAccess> {
  const called = round.state !== "draft";
  const [seat] = await db
    .select({ id: councilMembers.id })
    .from(councilMembers)
    .where(
      and(eq(councilMembers.roundId, round.id), eq(councilMembers.userId, actor.userId), isNull(councilMembers.leftAt)),
    );
  return {
    manages: may(actor, "awards.manage", round.owner.path),
    nominates: called && may(actor, "awards.nominate"),
    seatId: called ? (seat?.id ?? null) : null,
    oversees: called && may(actor, "everything.read", round.owner.path),
  };
}

/** A round as this person may see it; null: not theirs. */
export async function findRoundFor(db: Reader, { roundId, actor }: { roundId: string; actor: Actor }) {
  const round = await findRound(db, { roundId });
  if (!round) return null;
  const access = await accessTo(db, { round, actor });
  const sees = access.manages || access.nominates || access.seatId !== null || access.oversees;
  return sees ? { round, access } : null;
}

/** The ids of the rounds whose owner lies within a reach, as a query to ask in. */
export const roundsWithin = (db: Reader, reach: Reach) =>
  db
    .select({ id: awardRounds.id })
    .from(awardRounds)
    .innerJoin(units, eq(units.id, awardRounds.ownerUnitId))
    .where(within(units.path, reach));

/** The condition that a round is the actor's to see; see `accessTo`. */
function roundSight(db: Reader, actor: Actor): SQL | undefined {
  const manage = reachOf(actor, "awards.manage");
  if (manage.all) return undefined;
  const own = inArray(awardRounds.id, roundsWithin(db, manage));
  const called = ne(awardRounds.state, "draft");
  if (may(actor, "awards.nominate") || may(actor, "everything.read")) return or(own, called);
  return or(own, and(called, inArray(awardRounds.id, seatsHeld(db, actor))));
}

/** Rounds that the actor may see, the newest year first, each with its owner's name and its calendar. */
export async function listRounds(db: Reader, { actor, term }: { actor: Actor; term?: string }) {
  const rows = await db
    .select({ round: awardRounds, owner: units.name })
    .from(awardRounds)
    .innerJoin(units, eq(units.id, awardRounds.ownerUnitId))
    .where(and(roundSight(db, actor), hasWords(awardRounds.search, term)))
    .orderBy(desc(awardRounds.year), desc(awardRounds.createdAt));
  const ids = rows.map(({ round }) => round.id);
  if (ids.length === 0) return [];
  const phases = await db.select().from(roundPhases).where(inArray(roundPhases.roundId, ids));
  return rows.map(({ round, owner }) => ({
    ...round,
    owner,
    phases: inOrder(phases.filter(({ roundId }) => roundId === round.id)),
  }));
}

/** The late exceptions of a round, those that are over too; what was granted last stands first. */
export async function exceptionsOf(db: Reader, { roundId }: { roundId: string }) {
  return await db
    .select({
      id: lateExceptions.id,
      unitId: lateExceptions.unitId,
      unitName: units.name,
      until: lateExceptions.until,
      reason: lateExceptions.reason,
    })
    .from(lateExceptions)
    .innerJoin(units, eq(units.id, lateExceptions.unitId))
    .where(eq(lateExceptions.roundId, roundId))
    .orderBy(desc(lateExceptions.grantedAt));
}
