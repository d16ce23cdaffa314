import { and, asc, count, desc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  alias,
  awardCategories,
  awardRounds,
  files,
  honours,
  nominationFiles,
  nominations,
  nominationSteps,
  nominationTexts,
  units,
} from "#db/schema.server";
import { type Actor, covers, type Doer, doerMay, reachOf } from "~/features/accounts/rules";
import { hasWords, within } from "~/features/units/reads.server";
import type { Localized } from "~/web/localized";
import { likeEnough, likeness } from "../keys.rules";
import { sightOf } from "../sight.reads.server";
import { type Dossier, isIn, type Lack, lacksOf, type NominationField, type NominationState } from "./rules";

export type NominationRow = typeof nominations.$inferSelect;
export interface FilePiece {
  id: string;
  kind: (typeof nominationFiles.$inferSelect)["kind"];
  fileId: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  addedByName: string;
  addedAt: Date;
}
export interface TextPiece {
  text: string;
  version: number;
  updatedByName: string;
  updatedAt: Date;
}

/** A dossier with its place: round, category, unit, texts and files that stand. */
export interface Nomination extends NominationRow {
  round: typeof awardRounds.$inferSelect;
  roundOwnerPath: string;
  category: typeof awardCategories.$inferSelect;
  unit: { id: string; name: string; path: string };
  nomineeUnit: { id: string; name: string } | null;
  texts: Map<NominationField, TextPiece>;
  files: FilePiece[];
}

const honoured = alias(units, "honoured");
const owner = alias(units, "owner");

/** A dossier by its id; null when there is none. No rights are asked. */
export async function findNomination(
  db: Reader,
  { nominationId }: { nominationId: string },
): Promise<Nomination | null> {
  const [found] = await db
    .select({
      nomination: nominations,
      round: awardRounds,
      roundOwnerPath: owner.path,
      category: awardCategories,
      unit: { id: units.id, name: units.name, path: units.path },
      honouredId: honoured.id,
      honouredName: honoured.name,
    })
    .from(nominations)
    .innerJoin(awardRounds, eq(awardRounds.id, nominations.roundId))
    .innerJoin(owner, eq(owner.id, awardRounds.ownerUnitId))
    .innerJoin(awardCategories, eq(awardCategories.id, nominations.categoryId))
    .innerJoin(units, eq(units.id, nominations.unitId))
    .leftJoin(honoured, eq(honoured.id, nominations.nomineeUnitId))
    .where(eq(nominations.id, nominationId));
  if (!found) return null;
  const { nomination, honouredId, honouredName, ...around } = found;
  return {
    ...{ ...nomination, ...around },
    nomineeUnit: honouredId ? { id: honouredId, name: honouredName ?? "" } : null,
    texts: await textsOf(db, { nominationId }),
    files: await filesOf(db, { nominationId }),
  };
}

/** The texts of a dossier with their versions, by field. */
export async function textsOf(
  db: Reader,
  { nominationId }: { nominationId: string },
): Promise<Map<NominationField, TextPiece>> {
  const rows = await db.select().from(nominationTexts).where(eq(nominationTexts.nominationId, nominationId));
  return new Map(
    rows.map(({ field, text, version, updatedByName, updatedAt }) => [
      field,
      { text, version, updatedByName, updatedAt },
    ]),
  );
}

/** The files of a dossier that were not taken out, in the order in which they came. */
export async function filesOf(db: Reader, { nominationId }: { nominationId: string }): Promise<FilePiece[]> {
  const { id, kind, addedByName, addedAt } = nominationFiles;
  const { name, type, size, sha256 } = files;
  return await db
    .select({ id, kind, fileId: files.id, name, type, size, sha256, addedByName, addedAt })
    .from(nominationFiles)
    .innerJoin(files, eq(files.id, nominationFiles.fileId))
    .where(and(eq(nominationFiles.nominationId, nominationId), isNull(nominationFiles.removedAt)))
    .orderBy(asc(addedAt), asc(id));
}

/** What the actor may do with a dossier. `write`: the nominating unit's; `sign`: its head; `manage`: runs the round. */
export interface NominationAccess {
  write: boolean;
  sign: boolean;
  manage: boolean;
}

export const unitAccess = (doer: Doer, unitPath: string): Pick<NominationAccess, "write" | "sign"> => ({
  write: doerMay(doer, "awards.nominate", unitPath),
  sign: doerMay(doer, "awards.sign", unitPath),
});

/**
 * A dossier as this person may see it on its own page: of their units, or of a round they run, and then only once it was
 * handed in and not in conflict with a seat of theirs. Null: it does not exist for them. `sees`: the round's other dossiers.
 */
export async function findNominationFor(
  db: Reader,
  { nominationId, actor, now }: { nominationId: string; actor: Actor; now: Date },
): Promise<{ nomination: Nomination; access: NominationAccess; sees: (nominationId: string) => boolean } | null> {
  const nomination = await findNomination(db, { nominationId });
  if (!nomination) return null;
  const own = unitAccess(actor, nomination.unit.path);
  const runs = covers(reachOf(actor, "awards.manage"), nomination.roundOwnerPath) && nomination.submittedAt !== null;
  const sight = runs ? await sightOf(db, { actor, roundId: nomination.roundId, now }) : null;
  const manage = sight?.manages === true && sight.sees(nominationId);
  if (!own.write && !own.sign && !manage) return null;
  return { nomination, access: { ...own, manage }, sees: (id) => manage && sight.sees(id) };
}

export const dossierOf = ({ state, texts, files: pieces, nomineeUnitId, kind }: Nomination): Dossier => ({
  ...{ state, nomineeUnitId, kind, files: pieces.map((piece) => piece.kind) },
  texts: new Map([...texts].map(([field, { text }]) => [field, text])),
});

/** What a dossier lacks; see rules. */
export const lacksIn = (nomination: Nomination): Lack[] =>
  lacksOf(dossierOf(nomination), nomination.category.requiredFiles);

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
    inArray(nominations.state, [
      ...(["submitted", "received", "returned", "withdrawn", "qualified"] as const),
      ...(["refused", "proposed", "awarded", "revoked"] as const),
    ]),
  );

/**
 * The story of a dossier, the newest step first. The opinion of the appraisal and the count of the vote are the council's:
 * without `council` these steps stand without a word.
 */
export async function stepsOf(db: Reader, { nominationId, council }: { nominationId: string; council: boolean }) {
  const steps = await db
    .select()
    .from(nominationSteps)
    .where(eq(nominationSteps.nominationId, nominationId))
    .orderBy(desc(nominationSteps.at), desc(nominationSteps.id));
  const hidden = (kind: string) => !council && (kind === "qualified" || kind === "proposed");
  return steps.map((step) => (hidden(step.kind) ? { ...step, note: "" } : step));
}

export interface Twin {
  /** A dossier of this round, or an award of an earlier year. */
  of: "round" | "honour";
  id: string;
  name: string;
  unitName: string;
  year: number;
  category: string;
  /** The same name, the same achievement (or one much like it), or both. */
  same: "name" | "achievement" | "both";
}

/**
 * Whom a dossier may be a twin of: the same folded name in the round or among those awarded before, or an achievement
 * that is (nearly) the same in words. Shown to who judges it, never acted upon by itself. Of the round only what was handed
 * in and what the asker `sees`: a conflict of theirs is not told by a twin either. What earlier rounds honoured is public.
 */
export async function twinsOf(
  db: Reader,
  {
    nomination,
    sees,
  }: {
    nomination: Pick<NominationRow, "id" | "roundId" | "nomineeKey" | "achievementKey" | "nomineeUnitId">;
    sees: (nominationId: string) => boolean;
  },
): Promise<Twin[]> {
  const { id, roundId, nomineeKey: name, achievementKey: deed, nomineeUnitId } = nomination;
  const sameOf = (other: { nomineeKey: string; achievementKey: string }): Twin["same"] | null => {
    const names = other.nomineeKey === name;
    const deeds = deed !== "" && likeness(other.achievementKey, deed) >= likeEnough;
    return names && deeds ? "both" : names ? "name" : deeds ? "achievement" : null;
  };
  const inRound = await db
    .select({ row: nominations, unitName: units.name, category: awardCategories.title, year: awardRounds.year })
    .from(nominations)
    .innerJoin(units, eq(units.id, nominations.unitId))
    .innerJoin(awardCategories, eq(awardCategories.id, nominations.categoryId))
    .innerJoin(awardRounds, eq(awardRounds.id, nominations.roundId))
    .where(eq(nominations.roundId, roundId));
  const before = await db
    .select()
    .from(honours)
    .where(
      or(
        eq(honours.nomineeKey, name),
        deed ? eq(honours.achievementKey, deed) : undefined,
        nomineeUnitId ? eq(honours.unitId, nomineeUnitId) : undefined,
      ),
    );
  return [
    ...inRound.flatMap(({ row, unitName, category, year }): Twin[] => {
      const shown = row.id !== id && (isIn(row.state) || row.state === "returned") && sees(row.id);
      const same = shown ? sameOf(row) : null;
      return same
        ? [{ ...{ of: "round", id: row.id, name: row.nomineeName, unitName, year, category: category.vi, same } }]
        : [];
    }),
    ...before.flatMap((row): Twin[] => {
      const ofRound = row.roundId === roundId && row.nominationId !== null;
      const shown = !ofRound || (row.nominationId !== id && sees(row.nominationId as string));
      const same = shown ? sameOf(row) : null;
      const { id: honourId, name: told, unitName, year, category } = row;
      return same ? [{ ...{ of: "honour", id: honourId, name: told, unitName, year, category, same } }] : [];
    }),
  ];
}
