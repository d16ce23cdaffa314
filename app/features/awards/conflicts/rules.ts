import type { Day } from "~/web/time";
import { fold } from "~/web/text";
import type { NominationState } from "../nominations/rules";

/** Why a member leaves a dossier alone; the first that applies is the one that is told. */
export const conflictReasons = [
  "nominee",
  "own-unit",
  "unit-above",
  "unit-below",
  "headed-unit",
  "signatory",
  "declared",
  "rival",
] as const;
export type ConflictReason = (typeof conflictReasons)[number];

export interface MemberFacts {
  memberId: string;
  userId: string;
  /** Who the member is in the register. */
  personIds: readonly string[];
  name: string;
  /** The member's own unit; null: outside the tree. */
  unitPath: string | null;
  /** Every unit headed, with the first and last day of the office (null: still). */
  headed: readonly { unitPath: string; from: Day; to: Day | null }[];
}

export interface DossierFacts {
  nominationId: string;
  categoryId: string;
  state: NominationState;
  nomineeName: string;
  /** Of the nominating unit first, of the honoured one, where it stands in the tree, and of what came before and after both. */
  unitPaths: readonly string[];
  signedBy: string | null;
  signedByPersonId: string | null;
}

export interface ConflictTerms {
  /** How many years back the headship of a unit counts. */
  years: number;
  /** Categories in which a member leaves everything when the own unit competes. */
  rivalCategories: ReadonlySet<string>;
  /** Pairs that were declared and not withdrawn: "<memberId>:<nominationId>". */
  declared: ReadonlySet<string>;
  today: Day;
}

/** The key of a member and a dossier: "<memberId>:<nominationId>". */
export const pairOf = (memberId: string, nominationId: string): string => `${memberId}:${nominationId}`;

/** Drafts and what was taken back compete with nobody. */
export const competes = (state: NominationState): boolean => !["draft", "signed", "withdrawn"].includes(state);

const yearsBefore = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
const isBelow = (path: string, above: string) => path !== above && path.startsWith(above);

/** What the organization's graph and the member's word say of one dossier; without the rivalry inside the category. */
function ownConflict(member: MemberFacts, dossier: DossierFacts, terms: ConflictTerms): ConflictReason | null {
  const { unitPath } = member;
  if (fold(member.name) === fold(dossier.nomineeName)) return "nominee";
  if (unitPath && dossier.unitPaths.includes(unitPath)) return "own-unit";
  if (unitPath && dossier.unitPaths.some((path) => isBelow(unitPath, path))) return "unit-above";
  if (unitPath && dossier.unitPaths.some((path) => isBelow(path, unitPath))) return "unit-below";
  const since = yearsBefore(terms.today, terms.years);
  const headed = member.headed.filter(({ from, to }) => from <= terms.today && (to === null || to >= since));
  if (headed.some(({ unitPath: path }) => dossier.unitPaths.includes(path))) return "headed-unit";
  const signed = dossier.signedBy === member.userId;
  const { signedByPersonId: signatory } = dossier;
  if (signed || (signatory !== null && member.personIds.includes(signatory))) return "signatory";
  return terms.declared.has(pairOf(member.memberId, dossier.nominationId)) ? "declared" : null;
}

/**
 * The one predicate of conflicts: every list, page, file, score, export, letter, count and vote asks it.
 * Takes the members and dossiers of one round; gives, for each pair in conflict, the reason, under `pairOf`.
 * A rival is a member whose own or headed unit competes in a category that says so: all of it is left then.
 */
export function conflictsAmong(
  members: readonly MemberFacts[],
  dossiers: readonly DossierFacts[],
  terms: ConflictTerms,
): Map<string, ConflictReason> {
  const found = new Map<string, ConflictReason>();
  for (const member of members) {
    const rivalIn = new Set<string>();
    for (const dossier of dossiers) {
      const reason = ownConflict(member, dossier, terms);
      if (!reason) continue;
      found.set(pairOf(member.memberId, dossier.nominationId), reason);
      const rival = reason === "own-unit" || reason === "headed-unit" || reason === "nominee";
      if (rival && competes(dossier.state) && terms.rivalCategories.has(dossier.categoryId))
        rivalIn.add(dossier.categoryId);
    }
    for (const dossier of dossiers) {
      const pair = pairOf(member.memberId, dossier.nominationId);
      if (rivalIn.has(dossier.categoryId) && !found.has(pair)) found.set(pair, "rival");
    }
  }
  return found;
}
