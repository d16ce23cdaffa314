import type { Day } from "~/web/time";
import { nameSortKey, sortKey } from "~/web/text";
import type { AwardForm, NomineeKind } from "../terms.rules";

/** Signs of a certificate's code: sixty bits. */
export const verifySigns = 12;

/** A decision is written down after it was issued, never before. */
export const isIssued = (issuedOn: Day, today: Day): boolean => issuedOn <= today;

/** The form that a nomination asked for, or the first that its category gives. */
export const formOf = (asked: AwardForm, given: readonly AwardForm[]): AwardForm =>
  given.includes(asked) ? asked : (given[0] ?? asked);

/** The entry and the certificate of a nomination say this of the nominee. */
export interface Honoured {
  name: string;
  position: string;
  unitName: string;
  achievement: string;
}

/** The place in the roll of a year as a key that sorts by bytes: by category as it was called, people by their given names, others by their names. */
export const rollKey = ({ category, kind, name }: { category: string; kind: NomineeKind; name: string }): string =>
  `${sortKey(category).slice(0, 200)} ${(kind === "individual" ? nameSortKey(name) : sortKey(name)).slice(0, 400)}`;

export const honoursPerPage = 50;
