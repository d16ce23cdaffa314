import type { Day } from "~/web/time";
import { nameSortKey, sortKey } from "~/web/text";
import type { AwardForm, NomineeKind } from "../terms.rules";

const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** The code of a certificate, from at least twelve random bytes: 60 bits that say nothing and can be typed. */
export const verifyCodeOf = (random: Uint8Array): string =>
  [...random.slice(0, 12)].map((byte) => alphabet[byte % 32]).join("");

/** What somebody typed or scanned as a code, as it is kept; "" when it cannot be one. */
export const readCode = (typed: string): string => {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return signs.length === 12 ? signs : "";
};

/** A code in groups of four, to be read aloud. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

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
