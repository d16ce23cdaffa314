import type { VoteBase } from "../terms.rules";

/** present · in ≥ members · of: a fraction like 2/3, never a rounded percent. */
export const hasQuorum = (present: number, members: number, { of, in: parts }: { of: number; in: number }): boolean =>
  present * parts >= members * of;

/** The least number of members present with whom `hasQuorum` is true. */
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

export const attendances = ["present", "written", "absent"] as const;
export type Attendance = (typeof attendances)[number];
export const choices = ["yes", "no", "blank"] as const;
export type Choice = (typeof choices)[number];

export interface Tally {
  nominationId: string;
  yes: number;
}

/** Those with the most votes: the one who is ahead, or the equals of a run-off that stayed open. */
export function foremost<T extends Pick<Tally, "yes">>(tallies: readonly T[]): T[] {
  const most = Math.max(...tallies.map(({ yes }) => yes));
  return tallies.filter(({ yes }) => yes === most);
}

/** The first of a run-off; null while two share the most votes, for the chair's casting vote to decide. */
export function runOffWinner(tallies: readonly Tally[], casting: string | null): string | null {
  const first = foremost(tallies);
  if (first.length === 1) return first[0]?.nominationId ?? null;
  return first.some(({ nominationId }) => nominationId === casting) ? casting : null;
}

/** Signs of a receipt: forty bits. */
export const receiptSigns = 8;

type Ballot = ReadonlyMap<string, Choice>;

/** Why a paper is not taken: a choice for each nomination `on` it and for no other, in a run-off one yes at most. Null: it is. */
export function ballotRefusal(kind: "approval" | "run-off", on: readonly string[], ballot: Ballot) {
  if ([...ballot.keys()].some((id) => !on.includes(id))) return "not-on-paper" as const;
  if (on.some((id) => !ballot.has(id))) return "incomplete" as const;
  const chosen = on.filter((id) => ballot.get(id) === "yes").length;
  return kind === "run-off" && chosen > 1 ? ("one-only" as const) : null;
}

export interface ResultLine extends Turnout {
  nominationId: string;
  yes: number;
  no: number;
  blank: number;
  base: number;
  passed: boolean;
}

interface Counted extends Threshold {
  id: string;
  kind: string;
  base: VoteBase;
  castingNominationId: string | null;
}

/** A result as text, a line for each nomination in the order of their ids: what is hashed, and what anybody can hash again. */
export const resultText = (poll: Counted, lines: readonly ResultLine[]): string =>
  [
    [poll.id, poll.kind, poll.overHalf ? "over-half" : `${poll.thresholdPercent}%`, poll.base].join("|"),
    ...[...lines]
      .sort((a, b) => (a.nominationId < b.nominationId ? -1 : 1))
      .map((line) =>
        [
          ...[line.nominationId, line.yes, line.no, line.blank, line.members, line.recused],
          ...[line.present, line.written, line.base, line.passed ? "passed" : "failed"],
        ].join("|"),
      ),
    `casting|${poll.castingNominationId ?? "none"}`,
  ].join("\n");

/** The greater share of yes first, in whole numbers; equals as the run-offs put them, the winner of the first ahead. */
export const moreVotes =
  (runOff: readonly string[]) =>
  (
    a: Pick<ResultLine, "nominationId" | "yes" | "base">,
    b: Pick<ResultLine, "nominationId" | "yes" | "base">,
  ): number => {
    const at = ({ nominationId }: { nominationId: string }) =>
      runOff.includes(nominationId) ? runOff.indexOf(nominationId) : runOff.length;
    return b.yes * a.base - a.yes * b.base || at(a) - at(b);
  };

/** The share of yes in percent, for showing only: whether it passed was decided in whole numbers. */
export const shareOf = ({ yes, base }: Pick<ResultLine, "yes" | "base">): number => (base > 0 ? (yes * 100) / base : 0);

/** A result as a Vietnamese office writes it: "7/9 phiếu đồng ý, đạt 77,78 %; cần 8 phiếu". */
export function numbersSaid(line: Pick<ResultLine, "yes" | "base">, bar: Threshold): string {
  const share = shareOf(line).toFixed(2).replace(".", ",");
  return `${line.yes}/${line.base} phiếu đồng ý, đạt ${share} %; cần ${neededVotes(line.base, bar)} phiếu`;
}
