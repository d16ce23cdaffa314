import { randomBytes } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { openVotes, pollReceipts, pollTallies, pollVoters } from "#db/schema.server";
import type { Doer } from "~/features/accounts/rules";
import { refuse } from "~/web/refuse";
import { hashToken } from "~/web/secrets.server";
import { codeOf, shownCode } from "../codes.rules";
import { findPanel } from "../conflicts/reads.server";
import { hasEnded } from "../rounds/rules";
import { findMeeting, findPoll, voterOf } from "./reads.server";
import { ballotRefusal, type Choice, receiptSigns } from "./rules";

export interface BallotAct {
  roundId: string;
  meetingId: string;
  pollId: string;
  /** Who votes; the installation names the seat. */
  actor: Doer;
  memberId?: string;
  now: Date;
}

/** The member's seat at a poll, with all that says what they may do there. Refused: "not-allowed", "ended", "not-declared". */
export async function seatAtPoll(tx: Tx, act: BallotAct) {
  const { actor } = act;
  const panel = await findPanel(tx, act);
  const seat = panel?.seats.find((one) => (actor ? one.userId === actor.userId : one.memberId === act.memberId));
  const meeting = await findMeeting(tx, act);
  const poll = await findPoll(tx, act);
  if (!panel || !seat || !meeting || !poll) return refuse("not-allowed");
  if (hasEnded(panel.state)) return refuse("ended");
  if (actor && seat.declaredAt === null) return refuse("not-declared");
  return { ok: true, panel, seat, meeting, poll } as const;
}

/**
 * Casts one paper, from the room or in writing: a choice for every nomination on it that is not in conflict with the
 * voter; in a run-off one yes at most. Choices are added to the urn and kept nowhere else, and nothing is noted of the
 * act: no audit entry, no moment. Refused: "not-allowed", "not-declared" (a member who has not yet said what conflicts there
 * are), "ended", "closed", "not-a-voter", "voted", "not-on-paper", "incomplete", "one-only". Gives the receipt, which is
 * kept as a hash only.
 */
export async function castBallot(tx: Tx, { ballot, ...act }: BallotAct & { ballot: ReadonlyMap<string, Choice> }) {
  const { pollId } = act;
  const asked = await seatAtPoll(tx, act);
  if (!asked.ok) return asked;
  const { panel, seat, meeting, poll } = asked;
  if (meeting.state !== "open" || poll.state !== "open") return refuse("closed");
  const { memberId } = seat;
  const voter = await voterOf(tx, { pollId, memberId });
  if (!voter) return refuse("not-a-voter");
  if (voter.voted) return refuse("voted");
  const tallies = await tx
    .select({ id: pollTallies.nominationId })
    .from(pollTallies)
    .where(eq(pollTallies.pollId, pollId));
  const own = tallies.map(({ id }) => id as string).filter((id) => panel.conflict(memberId, id) === null);
  if (own.length === 0) return refuse("not-a-voter");
  const refused = ballotRefusal(poll.kind, own, ballot);
  if (refused) return refuse(refused);
  const receipt = shownCode(codeOf(randomBytes(receiptSigns)));
  await addToUrn(tx, { pollId, memberId, ballot, codeHash: hashToken(`${pollId}:${receipt}`) });
  if (!poll.secret)
    await insertMany(
      tx,
      openVotes,
      own.map((nominationId) => ({ pollId, memberId, nominationId, choice: ballot.get(nominationId) as Choice })),
    );
  return { ok: true, receipt } as const;
}

/**
 * Every list of the poll is written anew, whole and in the order of its keys: a changed row would move to the end of its
 * table on one engine, and a new one stand behind the others on both, so that the order of rows would tell the order of
 * voting, and a receipt its voter.
 */
async function addToUrn(
  tx: Tx,
  paper: { pollId: string; memberId: string; ballot: ReadonlyMap<string, Choice>; codeHash: string },
) {
  const { pollId, memberId, ballot, codeHash } = paper;
  const tallies = await tx
    .select()
    .from(pollTallies)
    .where(eq(pollTallies.pollId, pollId))
    .orderBy(asc(pollTallies.nominationId));
  const voters = await tx
    .select()
    .from(pollVoters)
    .where(eq(pollVoters.pollId, pollId))
    .orderBy(asc(pollVoters.memberId));
  const receipts = await tx.select().from(pollReceipts).where(eq(pollReceipts.pollId, pollId));
  for (const table of [pollTallies, pollVoters, pollReceipts]) await tx.delete(table).where(eq(table.pollId, pollId));
  const added = tallies.map((tally) => {
    const choice = ballot.get(tally.nominationId as string);
    return choice ? { ...tally, [choice]: tally[choice] + 1 } : tally;
  });
  await insertMany(tx, pollTallies, added);
  await insertMany(
    tx,
    pollVoters,
    voters.map((voter) => (voter.memberId === memberId ? { ...voter, voted: true } : voter)),
  );
  const hashes = [...receipts.map((row) => row.codeHash as string), codeHash].sort();
  await insertMany(
    tx,
    pollReceipts,
    hashes.map((hash) => ({ pollId, codeHash: hash })),
  );
}
