import { and, asc, count, desc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  awardCategories,
  councilMeetings,
  meetingAttendance,
  nominations,
  pollReceipts,
  polls,
  pollTallies,
  pollVoters,
  units,
} from "#db/schema.server";
import type { Localized } from "~/web/localized";
import { hashToken } from "~/web/secrets.server";
import { readCode, shownCode } from "../codes.rules";
import { type Attendance, receiptSigns, runOffWinner } from "./rules";

export type Meeting = typeof councilMeetings.$inferSelect;
export type Poll = typeof polls.$inferSelect & { category: Localized };

/** The meetings of a round, the newest first. */
export const meetingsOf = async (db: Reader, { roundId }: { roundId: string }): Promise<Meeting[]> =>
  await db
    .select()
    .from(councilMeetings)
    .where(eq(councilMeetings.roundId, roundId))
    .orderBy(desc(councilMeetings.startsAt), desc(councilMeetings.id));

/** A meeting of this round, or null. */
export async function findMeeting(
  db: Reader,
  { roundId, meetingId }: { roundId: string; meetingId: string },
): Promise<Meeting | null> {
  const [row] = await db
    .select()
    .from(councilMeetings)
    .where(and(eq(councilMeetings.id, meetingId), eq(councilMeetings.roundId, roundId)));
  return row ?? null;
}

/** Who is there, absent or votes in writing, by member; who is not in it was not noted yet. */
export async function attendanceOf(db: Reader, { meetingId }: { meetingId: string }): Promise<Map<string, Attendance>> {
  const rows = await db.select().from(meetingAttendance).where(eq(meetingAttendance.meetingId, meetingId));
  return new Map(rows.map(({ memberId, attendance }) => [memberId as string, attendance]));
}

/** The polls of a meeting, in the order in which they were opened. */
export async function pollsOf(db: Reader, { meetingId }: { meetingId: string }): Promise<Poll[]> {
  const rows = await db
    .select({ poll: polls, category: awardCategories.title })
    .from(polls)
    .innerJoin(awardCategories, eq(awardCategories.id, polls.categoryId))
    .where(eq(polls.meetingId, meetingId))
    .orderBy(asc(polls.openedAt), asc(polls.id));
  return rows.map(({ poll, category }) => ({ ...poll, category }));
}

/** A poll of this meeting, or null. */
export const findPoll = async (
  db: Reader,
  { meetingId, pollId }: { meetingId: string; pollId: string },
): Promise<Poll | null> => (await pollsOf(db, { meetingId })).find(({ id }) => id === pollId) ?? null;

/** How many papers are in, of how many voters; nothing more can be known of an open poll. */
export async function turnoutOf(db: Reader, { pollId }: { pollId: string }): Promise<{ cast: number; voters: number }> {
  const rows = await db
    .select({ voted: pollVoters.voted, n: count() })
    .from(pollVoters)
    .where(eq(pollVoters.pollId, pollId))
    .groupBy(pollVoters.voted);
  const of = (voted: boolean) => rows.find((row) => row.voted === voted)?.n ?? 0;
  return { cast: of(true), voters: of(true) + of(false) };
}

/** Is this member on the list of voters, and is the paper in? null: not a voter. */
export async function voterOf(db: Reader, { pollId, memberId }: { pollId: string; memberId: string }) {
  const [row] = await db
    .select()
    .from(pollVoters)
    .where(and(eq(pollVoters.pollId, pollId), eq(pollVoters.memberId, memberId)));
  return row ? { voted: row.voted } : null;
}

/** Is the paper of this receipt in the urn? For polls that are closed or open alike: a receipt says nothing else. */
export async function isReceiptIn(db: Reader, { pollId, receipt }: { pollId: string; receipt: string }) {
  const code = shownCode(readCode(receipt, receiptSigns));
  if (!code) return false;
  const [row] = await db
    .select({ pollId: pollReceipts.pollId })
    .from(pollReceipts)
    .where(and(eq(pollReceipts.pollId, pollId), eq(pollReceipts.codeHash, hashToken(`${pollId}:${code}`))));
  return row !== undefined;
}

export interface OnPaper {
  id: string;
  nomineeName: string;
  nomineePosition: string;
  unitName: string;
}

/** The nominations that a poll is about, by name. Conflicts are the caller's to ask. */
export async function onPaper(db: Reader, { pollId }: { pollId: string }): Promise<OnPaper[]> {
  return await db
    .select({
      id: nominations.id,
      nomineeName: nominations.nomineeName,
      nomineePosition: nominations.nomineePosition,
      unitName: units.name,
    })
    .from(pollTallies)
    .innerJoin(nominations, eq(nominations.id, pollTallies.nominationId))
    .innerJoin(units, eq(units.id, nominations.unitId))
    .where(eq(pollTallies.pollId, pollId))
    .orderBy(asc(nominations.search), asc(nominations.id));
}

/** The winners of the run-offs of a category that are decided, the first before the later ones. */
export async function runOffsOf(db: Reader, { categoryId }: { categoryId: string }): Promise<string[]> {
  const rows = await db
    .select()
    .from(polls)
    .where(and(eq(polls.categoryId, categoryId), eq(polls.kind, "run-off"), eq(polls.state, "closed")))
    .orderBy(asc(polls.closedAt), asc(polls.id));
  return rows.flatMap(({ result, castingNominationId }) =>
    result ? (runOffWinner(result, castingNominationId) ?? []) : [],
  );
}
