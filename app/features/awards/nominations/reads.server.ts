import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  alias,
  awardCategories,
  awardRounds,
  files,
  nominationFiles,
  nominations,
  nominationSteps,
  nominationTexts,
  units,
} from "#db/schema.server";
import { type Actor, covers, type Doer, doerMay, reachOf } from "~/features/accounts/rules";
import { sightOf } from "../sight.reads.server";
import { type Dossier, type Lack, lacksOf, type NominationField } from "./rules";

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

/** What a doer may do with the dossiers of a unit. */
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

const dossierOf = ({ state, texts, files: pieces }: Nomination): Dossier => ({
  ...{ state, files: pieces.map((piece) => piece.kind) },
  texts: new Map([...texts].map(([field, { text }]) => [field, text])),
});

/** What a dossier lacks; see rules. */
export const lacksIn = (nomination: Nomination): Lack[] =>
  lacksOf(dossierOf(nomination), nomination.category.requiredFiles);

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
