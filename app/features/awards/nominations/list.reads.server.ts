import { and, asc, count, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { awardCategories, nominations, units } from "#db/schema.server";
import { type Actor, reachOf } from "~/features/accounts/rules";
import { hasWords, within } from "~/features/units/reads.server";
import type { Localized } from "~/web/localized";
import { sightOf } from "../sight.reads.server";
import type { NominationState } from "./rules";

export interface NominationFilter {
  categoryId?: string;
  state?: NominationState;
  unitId?: string;
  term?: string;
  page?: number;
}

export const nominationsPerPage = 50;

export interface NominationLine {
  id: string;
  categoryId: string;
  category: Localized;
  state: NominationState;
  nomineeName: string;
  nomineePosition: string;
  unitName: string;
  receipt: number | null;
  late: boolean;
  submittedAt: Date | null;
  updatedAt: Date;
}

/**
 * The dossiers of a round that the actor may see: those of their units, and, for who runs it, all that were handed in
 * but those in conflict with a seat of their own. By category, then receipt.
 */
export async function listNominations(
  db: Reader,
  { actor, roundId, now, ...filter }: { actor: Actor; roundId: string; now: Date } & NominationFilter,
): Promise<{ total: number; rows: NominationLine[] }> {
  const sight = await sightOf(db, { actor, roundId, now });
  const reach = reachOf(actor, "awards.nominate");
  const ours = inArray(nominations.unitId, db.select({ id: units.id }).from(units).where(within(units.path, reach)));
  const seen = sight?.manages
    ? sight.panel.dossiers
        .filter(({ nominationId }) => sight.sees(nominationId))
        .map(({ nominationId }) => nominationId)
    : [];
  const where = and(
    eq(nominations.roundId, roundId),
    filter.categoryId ? eq(nominations.categoryId, filter.categoryId) : undefined,
    filter.state ? eq(nominations.state, filter.state) : undefined,
    filter.unitId ? eq(nominations.unitId, filter.unitId) : undefined,
    hasWords(nominations.search, filter.term),
    or(ours, sight?.manages ? handedIn(seen) : undefined),
  );
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(nominations).where(where);
  const rows = await db
    .select({
      id: nominations.id,
      categoryId: nominations.categoryId,
      category: awardCategories.title,
      state: nominations.state,
      nomineeName: nominations.nomineeName,
      nomineePosition: nominations.nomineePosition,
      unitName: units.name,
      receipt: nominations.receipt,
      late: nominations.late,
      submittedAt: nominations.submittedAt,
      updatedAt: nominations.updatedAt,
    })
    .from(nominations)
    .innerJoin(awardCategories, eq(awardCategories.id, nominations.categoryId))
    .innerJoin(units, eq(units.id, nominations.unitId))
    .where(where)
    .orderBy(asc(awardCategories.sort), asc(nominations.receipt), asc(nominations.createdAt), asc(nominations.id))
    .limit(nominationsPerPage)
    .offset(((filter.page ?? 1) - 1) * nominationsPerPage);
  return { total, rows };
}

const handedIn = (ids: string[]): SQL | undefined =>
  and(
    inArray(nominations.id, ids),
    // What its unit took back before that was a draft to the end.
    isNotNull(nominations.submittedAt),
    inArray(nominations.state, [
      ...(["submitted", "received", "returned", "withdrawn", "qualified"] as const),
      ...(["refused", "proposed", "awarded", "revoked"] as const),
    ]),
  );
