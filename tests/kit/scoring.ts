import { read, transact } from "../../db/client.server";
import { roundPhases } from "../../db/schema.server";
import { type CategoryRow, findCategory } from "../../app/features/awards/rounds/reads.server";
import { findSheet } from "../../app/features/awards/scoring/reads.server";
import { saveScores, submitSheet } from "../../app/features/awards/scoring/writes.server";
import { type Council, declare, makeCouncil } from "./council";

/** Inside the scoring phase of `makeScoring`, and the first moment after it. */
export const whileScoring = new Date("2025-08-30T02:00:00Z");
export const scoringEnds = new Date("2025-09-01T00:00:00Z");

export interface Scoring extends Council {
  /** As it was made; `criteria` in their order, 40, 30, 20 and 10 of 100, at most 10 points each. */
  scored: CategoryRow;
}

/** The council of `makeCouncil` in its scoring phase. */
export async function makeScoring(given: Parameters<typeof makeCouncil>[0] = {}): Promise<Scoring> {
  const council = await makeCouncil({ size: 5, ...given });
  const phase = { kind: "scoring" as const, startsAt: new Date("2025-08-25T00:00:00Z"), endsAt: scoringEnds };
  await transact((tx) => tx.insert(roundPhases).values({ roundId: council.round.id, ...phase }));
  return { ...council, scored: (await findCategory(read, { categoryId: council.category.id })) as CategoryRow };
}

/** What the nth member does to the dossier of the nth nominee, while scoring runs. */
export const sheetAct = (at: Scoring, member: number, nominee: number) => ({
  actor: at.members[member]?.actor as Council["organizer"],
  roundId: at.round.id,
  nominationId: at.nominees[nominee]?.id as string,
  now: whileScoring,
});

/** Scores for the criteria in their order; null takes one back, undefined leaves one out. */
export const scoresFor = (at: Scoring, ...values: (number | null | undefined)[]): Map<string, number | null> =>
  new Map(
    values.flatMap((value, n) => (value === undefined ? [] : [[at.scored.criteria[n]?.id as string, value] as const])),
  );

/** The nth member's whole ballot for the nth nominee, handed in. */
export async function cast(at: Scoring, member: number, nominee: number, ...values: number[]) {
  const act = sheetAct(at, member, nominee);
  const saved = await transact((tx) => saveScores(tx, { ...act, values: scoresFor(at, ...values), version: 0 }));
  if (!saved.ok) throw new Error(saved.reason);
  const sent = await transact((tx) => submitSheet(tx, { ...act, version: saved.version }));
  if (!sent.ok) throw new Error(sent.reason);
}

export const sheetOf = (at: Scoring, member: number, nominee: number) =>
  findSheet(read, {
    memberId: at.members[member]?.seat.id as string,
    nominationId: at.nominees[nominee]?.id as string,
  });

/** The same as `declare`, while scoring runs. */
export const recuse = (at: Scoring, member: number, nominee: number) => declare(at, member, nominee, whileScoring);
