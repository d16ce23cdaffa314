import { and, asc, count, desc, eq, inArray, isNull, notInArray, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { honours, nominations, units } from "#db/schema.server";
import { type Actor, may, reachOf } from "~/features/accounts/rules";
import { hasWords, within } from "~/features/units/reads.server";
import { roundsWithin } from "../rounds/reads.server";
import { closedDossiers } from "../sight.reads.server";
import type { Honour } from "./reads.server";
import { honoursPerPage } from "./rules";

interface Asking {
  actor: Actor;
  now: Date;
}

/** The condition that an award is the actor's to open; `findHonourFor` says of one what this says of all. */
async function openTo(db: Reader, { actor, now }: Asking): Promise<SQL | undefined> {
  const closed = (await closedDossiers(db, { actor, now })).flatMap(({ nominationIds }) => nominationIds);
  const managed = may(actor, "awards.manage")
    ? and(
        or(
          may(actor, "awards.manage", null) ? isNull(honours.roundId) : undefined,
          inArray(honours.roundId, roundsWithin(db, reachOf(actor, "awards.manage"))),
        ),
        closed.length > 0 ? or(isNull(honours.nominationId), notInArray(honours.nominationId, closed)) : undefined,
      )
    : isNull(honours.id);
  const nominated = db
    .select({ id: nominations.id })
    .from(nominations)
    .innerJoin(units, eq(units.id, nominations.unitId))
    .where(within(units.path, reachOf(actor, "awards.nominate")));
  return or(managed, inArray(honours.nominationId, nominated));
}

/**
 * A page, from 1, of the awards that this person may open, revoked and unpublished ones too: the newest year first, then as
 * in the roll. A page beyond the last is empty; `total` counts all pages, `years` are those of all awards without a filter.
 */
export async function honourRegister(
  db: Reader,
  { actor, now, year, term, page = 1 }: Asking & { year?: number; term?: string; page?: number },
): Promise<{ total: number; years: number[]; rows: Honour[] }> {
  const open = await openTo(db, { actor, now });
  const where = and(open, year ? eq(honours.year, year) : undefined, hasWords(honours.search, term));
  const [counted] = await db.select({ total: count() }).from(honours).where(where);
  const years = await db.selectDistinct({ year: honours.year }).from(honours).where(open).orderBy(desc(honours.year));
  const rows = await db
    .select()
    .from(honours)
    .where(where)
    .orderBy(desc(honours.year), asc(honours.sortKey), asc(honours.id))
    .limit(honoursPerPage)
    .offset((page - 1) * honoursPerPage);
  return { total: counted?.total ?? 0, years: years.map((one) => one.year), rows };
}
