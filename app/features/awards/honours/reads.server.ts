import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { awardDecisions, awardRounds, honours, nominations, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { hasWords } from "~/features/units/reads.server";
import { readCode } from "../codes.rules";
import { exceeds } from "../places.rules";
import type { Round } from "../rounds/reads.server";
import { sightOf } from "../sight.reads.server";
import { honoursPerPage, verifySigns } from "./rules";

export type Honour = typeof honours.$inferSelect;
export type Decision = typeof awardDecisions.$inferSelect;

/** What the public reads of an award: name, position, unit, achievement, and the decision. No contact, no score. */
export interface PublicHonour {
  id: string;
  year: number;
  category: string;
  form: Honour["form"];
  kind: Honour["kind"];
  name: string;
  position: string;
  unitName: string;
  achievement: string;
  decisionNumber: string;
  decidedOn: string | null;
  revokedOn: string | null;
  revocationNumber: string;
}

const publicColumns = {
  id: honours.id,
  year: honours.year,
  category: honours.category,
  form: honours.form,
  kind: honours.kind,
  name: honours.name,
  position: honours.position,
  unitName: honours.unitName,
  achievement: honours.achievement,
  decisionNumber: honours.decisionNumber,
  decidedOn: honours.decidedOn,
  revokedOn: honours.revokedOn,
  revocationNumber: honours.revocationNumber,
};

/** The years with published awards, the newest first. */
export async function honourYears(db: Reader): Promise<number[]> {
  const rows = await db
    .selectDistinct({ year: honours.year })
    .from(honours)
    .where(eq(honours.published, true))
    .orderBy(desc(honours.year));
  return rows.map(({ year }) => year);
}

/**
 * A page, from 1, of the public honour roll of a year, revoked awards left out; by category as it was called, then by
 * name. A page beyond the last is empty; `total` counts all pages.
 */
export async function honourRoll(
  db: Reader,
  { year, term, page = 1 }: { year: number; term?: string; page?: number },
): Promise<{ total: number; rows: PublicHonour[] }> {
  const where = and(
    eq(honours.year, year),
    eq(honours.published, true),
    isNull(honours.revokedOn),
    hasWords(honours.search, term),
  );
  const rows = await db
    .select(publicColumns)
    .from(honours)
    .where(where)
    .orderBy(asc(honours.sortKey), asc(honours.id))
    .limit(honoursPerPage)
    .offset((page - 1) * honoursPerPage);
  return { total: await db.$count(honours, where), rows };
}

/** The award of a certificate's code, revoked ones too; null: no such certificate. */
export async function findByCode(db: Reader, { code }: { code: string }): Promise<PublicHonour | null> {
  const read = readCode(code, verifySigns);
  if (!read) return null;
  const [row] = await db.select(publicColumns).from(honours).where(eq(honours.verifyCode, read));
  return row ?? null;
}

/** The decisions of a round, the newest first. */
export const decisionsOf = async (db: Reader, { roundId }: { roundId: string }): Promise<Decision[]> =>
  await db
    .select()
    .from(awardDecisions)
    .where(eq(awardDecisions.roundId, roundId))
    .orderBy(desc(awardDecisions.issuedOn), desc(awardDecisions.id));

/** A decision of this round, or null. */
export async function findDecision(
  db: Reader,
  { roundId, decisionId }: { roundId: string; decisionId: string },
): Promise<Decision | null> {
  const [row] = await db
    .select()
    .from(awardDecisions)
    .where(and(eq(awardDecisions.id, decisionId), eq(awardDecisions.roundId, roundId)));
  return row ?? null;
}

/** The awards of a decision, in the order of its list. */
export const honoursOf = async (db: Reader, { decisionId }: { decisionId: string }): Promise<Honour[]> =>
  await db
    .select()
    .from(honours)
    .where(eq(honours.decisionId, decisionId))
    .orderBy(asc(honours.category), asc(honours.search), asc(honours.id));

/** The awards of a decision that stand, each with the nomination that won it. */
export const awardedBy = async (db: Reader, { decisionId }: { decisionId: string }) =>
  await db
    .select({ entry: honours, nomination: nominations })
    .from(honours)
    .innerJoin(nominations, eq(nominations.id, honours.nominationId))
    .where(and(eq(honours.decisionId, decisionId), isNull(honours.revokedOn)))
    .orderBy(asc(honours.category), asc(honours.search), asc(honours.id));

/** Nominations of a round that were proposed and have no decision yet, with the name of their unit. */
export async function proposedIn(db: Reader, { roundId }: { roundId: string }) {
  return await db
    .select({ nomination: nominations, unitName: units.name })
    .from(nominations)
    .innerJoin(units, eq(units.id, nominations.unitId))
    .where(and(eq(nominations.roundId, roundId), eq(nominations.state, "proposed")))
    .orderBy(asc(nominations.search), asc(nominations.id));
}

/** The categories of which more would be honoured than there are awards: those chosen, and who was already. */
export async function overQuotaIn(
  db: Reader,
  {
    round,
    chosen,
  }: { round: Round; chosen: readonly Pick<typeof nominations.$inferSelect, "categoryId" | "id" | "unitId">[] },
): Promise<Round["categories"]> {
  const { id, categoryId, unitId } = nominations;
  const awarded = await db
    .select({ id, categoryId, unitId })
    .from(nominations)
    .where(and(eq(nominations.roundId, round.id), eq(nominations.state, "awarded")));
  return round.categories.filter((category) => {
    const inCategory = [...awarded, ...chosen].filter((one) => one.categoryId === category.id);
    const isNew = chosen.some((one) => one.categoryId === category.id);
    return (
      isNew &&
      exceeds(
        inCategory.map((one) => ({ nominationId: one.id, unit: one.unitId })),
        category,
      )
    );
  });
}

/**
 * An award as this person may work with it: who runs its round (and whose seat has no conflict with it), and the unit
 * that nominated, which may take its certificate. Awards of earlier years belong to whoever runs awards everywhere.
 */
export async function findHonourFor(
  db: Reader,
  { honourId, actor, now }: { honourId: string; actor: Actor; now: Date },
): Promise<{ honour: Honour; manages: boolean } | null> {
  const [found] = await db
    .select({ honour: honours, nominatingPath: units.path })
    .from(honours)
    .leftJoin(nominations, eq(nominations.id, honours.nominationId))
    .leftJoin(units, eq(units.id, nominations.unitId))
    .where(eq(honours.id, honourId));
  if (!found) return null;
  const { honour, nominatingPath } = found;
  const manages = await managesHonour(db, { honour, actor, now });
  const ours = nominatingPath !== null && may(actor, "awards.nominate", nominatingPath);
  return manages || ours ? { honour, manages } : null;
}

/** May this person change the award and take it back? As `findHonourFor`, without the unit that nominated. */
export async function managesHonour(
  db: Reader,
  { honour, actor, now }: { honour: Honour; actor: Actor; now: Date },
): Promise<boolean> {
  if (!honour.roundId) return may(actor, "awards.manage", null);
  const sight = await sightOf(db, { actor, roundId: honour.roundId, now });
  return sight?.manages === true && (honour.nominationId === null || sight.sees(honour.nominationId));
}

/** Nominations of a round that were handed in and refused, with the name of their unit, which is told at the end. */
export const refusedIn = async (db: Reader, { roundId }: { roundId: string }) =>
  await db
    .select({ nomination: nominations, unitName: units.name })
    .from(nominations)
    .innerJoin(units, eq(units.id, nominations.unitId))
    .where(and(eq(nominations.roundId, roundId), eq(nominations.state, "refused"), isNotNull(nominations.submittedAt)));

/** A round as its own row alone; null when there is none. */
export const roundOf = async (db: Reader, roundId: string) =>
  (await db.select().from(awardRounds).where(eq(awardRounds.id, roundId)))[0] ?? null;
