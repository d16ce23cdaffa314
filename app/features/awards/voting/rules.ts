import type { VoteBase } from "../terms.rules";

/** present · in ≥ members · of: a fraction like 2/3, never a rounded percent. */
export const hasQuorum = (present: number, members: number, { of, in: parts }: { of: number; in: number }): boolean =>
  present * parts >= members * of;

export const neededForQuorum = (members: number, fraction: { of: number; in: number }): number =>
  Math.ceil((members * fraction.of) / fraction.in);

export interface Threshold {
  /** Whole percent; not asked where `overHalf` is set. */
  thresholdPercent: number;
  /** More than half: yes · 2 > base. */
  overHalf: boolean;
}

/** yes · 100 ≥ threshold · base, in whole numbers only. Nothing passes on a base of nobody. */
export const passes = (yes: number, base: number, { thresholdPercent, overHalf }: Threshold): boolean =>
  base > 0 && (overHalf ? yes * 2 > base : yes * 100 >= thresholdPercent * base);

/** The least number of votes that passes. */
export const neededVotes = (base: number, { thresholdPercent, overHalf }: Threshold): number =>
  overHalf ? Math.floor(base / 2) + 1 : Math.ceil((thresholdPercent * base) / 100);

export interface Turnout {
  /** Seats of the council. */
  members: number;
  /** Members in conflict with this nomination. */
  recused: number;
  /** In the room or on the line, without the recused. */
  present: number;
  /** Absent members who were asked in writing, without the recused. */
  written: number;
  /** Papers on which something was said of this nomination: yes or no. */
  valid: number;
}

/**
 * The number that votes are counted on. "present" takes those in the room and those who vote in writing: a written vote
 * counts, so its voter does too; the quorum is of those in the room alone.
 */
export const baseOf = (base: VoteBase, { members, recused, present, written, valid }: Turnout): number => {
  if (base === "all") return members;
  if (base === "eligible") return members - recused;
  return base === "present" ? present + written : valid;
};

export interface Tally {
  nominationId: string;
  yes: number;
}

/** The first of a run-off; null while two share the most votes, for the chair's casting vote to decide. */
export function runOffWinner(tallies: readonly Tally[], casting: string | null): string | null {
  const most = Math.max(...tallies.map(({ yes }) => yes));
  const first = tallies.filter(({ yes }) => yes === most);
  if (first.length === 1) return first[0]?.nominationId ?? null;
  return first.some(({ nominationId }) => nominationId === casting) ? casting : null;
}

const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A receipt that can be read aloud, "K7QM-3FHP", from at least eight random bytes. */
export const receiptOf = (random: Uint8Array): string => {
  const signs = [...random.slice(0, 8)].map((byte) => alphabet[byte % 32]).join("");
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
};

/** What somebody typed as a receipt, as it is kept; "" when it cannot be one. */
export const readReceipt = (typed: string): string => {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return signs.length === 8 ? `${signs.slice(0, 4)}-${signs.slice(4)}` : "";
};

export interface ResultLine extends Turnout {
  nominationId: string;
  yes: number;
  no: number;
  blank: number;
  base: number;
  passed: boolean;
}

/** A result as one line of text for each nomination, in the order of their ids: what the hash is made of. */
export const resultText = (pollId: string, lines: readonly ResultLine[]): string =>
  [...lines]
    .sort((a, b) => (a.nominationId < b.nominationId ? -1 : 1))
    .map((line) =>
      [
        ...[pollId, line.nominationId, line.yes, line.no, line.blank, line.members, line.recused],
        ...[line.present, line.written, line.base, line.passed ? "passed" : "failed"],
      ].join("|"),
    )
    .join("\n");
