import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { closePoll, openPoll } from "../../app/features/awards/voting/polls.writes.server";
import { closeMeeting } from "../../app/features/awards/voting/writes.server";
import { transact } from "../../db/client.server";
import { councilMembers } from "../../db/schema.server";
import { type Council, makeMeeting, makePoll, vote } from "./council";
import { now } from "./makers";

type Said = "yes" | "no" | "blank" | undefined;

/** What the organizer does with a meeting. */
export const act = (at: Council, meetingId: string) => ({ roundId: at.round.id, meetingId, actor: at.organizer, now });

/** Opens a poll of the council's category; or tries to. */
export const open = (at: Council, meetingId: string, over: object = {}) =>
  transact((tx) => openPoll(tx, { ...act(at, meetingId), categoryId: at.category.id, ...over }));

export const close = (at: Council, { meetingId, pollId }: { meetingId: string; pollId: string }) =>
  transact((tx) => closePoll(tx, { ...act(at, meetingId), pollId }));

export const end = (at: Council, meetingId: string) => transact((tx) => closeMeeting(tx, act(at, meetingId)));

export const setSeat = (at: Council, n: number, set: Partial<typeof councilMembers.$inferInsert>) =>
  transact((tx) =>
    tx
      .update(councilMembers)
      .set(set)
      .where(eq(councilMembers.id, at.members[n]?.seat.id as string)),
  );

/** An open meeting with an open poll. */
export async function meetAndPoll(at: Council, where: Parameters<typeof makeMeeting>[1] = {}) {
  const meetingId = await makeMeeting(at, where);
  return { meetingId, pollId: await makePoll(at, meetingId) };
}

/** Each member in turn puts in a paper, with a choice for each nominee. */
export async function allVote(at: Council, poll: { meetingId: string; pollId: string }, papers: Said[][]) {
  for (const [n, said] of papers.entries()) expect(await vote(at, poll, n, ...said)).toMatchObject({ ok: true });
}

/** As many papers, all alike. */
export const same = (count: number, ...said: Said[]) => Array.from({ length: count }, () => said);
