import type { Reader } from "#db/client.server";
import { type FilePiece, findNomination } from "./reads.server";
import { type NominationField, paperName } from "./rules";

/** A dossier as a member of the council reads it: no contact, and in a blind category neither name nor unit nor file name. */
export interface CouncilDossier {
  nominationId: string;
  categoryId: string;
  /** "" where the category is blind; then the number tells them apart. */
  nomineeName: string;
  nomineePosition: string;
  unitName: string;
  receipt: number | null;
  blind: boolean;
  texts: { field: NominationField; text: string }[];
  files: Pick<FilePiece, "id" | "kind" | "name" | "size">[];
}

/** Reads a dossier for the council; the caller has asked `sightOf(…).sees` first. Null when there is none. */
export async function dossierForMember(
  db: Reader,
  { nominationId }: { nominationId: string },
): Promise<CouncilDossier | null> {
  const found = await findNomination(db, { nominationId });
  if (!found) return null;
  const { blind } = found.category;
  return {
    ...{ nominationId, categoryId: found.categoryId, blind, receipt: found.receipt },
    nomineeName: blind ? "" : found.nomineeName,
    nomineePosition: blind ? "" : found.nomineePosition,
    unitName: blind ? "" : (found.nomineeUnit?.name ?? found.unit.name),
    texts: [...found.texts].map(([field, { text }]) => ({ field, text })),
    files: found.files.map((piece) => ({
      ...{ id: piece.id, kind: piece.kind, size: piece.size, name: paperName(piece, blind) },
    })),
  };
}
