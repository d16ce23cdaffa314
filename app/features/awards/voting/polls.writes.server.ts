import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { insertMany, type Tx } from "#db/client.server";
import { nominations, openVotes, pollReceipts, polls, pollTallies, pollVoters } from "#db/schema.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import type { Panel } from "../conflicts/reads.server";
import { memberReaders } from "../contacts.reads.server";
import { postAward } from "../letters.server";
import { isOpen } from "../rounds/phases.rules";
import { judgedIn } from "../scoring/reads.server";
import { type BallotAct, seatAtPoll } from "./ballot.writes.server";
import { findPoll, type Meeting, type Poll } from "./reads.server";
import { baseOf, foremost, hasQuorum, passes, type ResultLine, resultText, runOffWinner } from "./rules";
import { type MeetingAct, meetingToRun, noted, whoIsThere } from "./writes.server";

/**
 * Puts a question to the council: which nominations of a category pass, or which of equals comes first. The rules of the
 * category are kept with it as they are now. Refused: "not-allowed", "ended", "no-meeting", "not-open", "no-quorum", "not-vote-phase",
 * "no-category", "poll-open" (the category's last poll is not closed), "decided" (it has been voted on), "no-nominations",
 * "no-voters". Who is in conflict with all of the paper is not among the voters; who votes in writing gets a letter with the
 * way to the paper.
 */
export async function openPoll(
  tx: Tx,
  {
    press,
    categoryId,
    among,
    ...act
  }: MeetingAct & {
    press?: string;
    categoryId: string;
    /** The equals of a run-off; null: an approval of all that are before the council. */
    among?: readonly string[] | null;
  },
) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  const { meeting, panel, round } = asked;
  if (meeting.state !== "open") return refuse("not-open");
  if (!isOpen(round.phases, "vote", act.now)) return refuse("not-vote-phase");
  const category = round.categories.find(({ id }) => id === categoryId);
  if (!category) return refuse("no-category");
  const { present, written } = await whoIsThere(tx, panel, act.meetingId);
  if (!hasQuorum(present.length, panel.seats.length, { of: round.quorumOf, in: round.quorumIn }))
    return refuse("no-quorum");
  const [running] = await tx
    .select({ id: polls.id })
    .from(polls)
    .where(and(eq(polls.categoryId, categoryId), eq(polls.state, "open")));
  if (running) return refuse("poll-open");
  // What failed is not put to the vote until it passes; a vote that went wrong is declared void first.
  if (!among && (await isDecided(tx, categoryId))) return refuse("decided");
  const ids = await toDecide(tx, judgedIn({ panel }, categoryId), among ?? null);
  if (ids.length < (among ? 2 : 1)) return refuse("no-nominations");
  const all = [...present, ...(category.writtenVotes ? written : [])];
  // In the order of their ids: the list of voters says nothing of who came first.
  const voters = all
    .map(({ memberId }) => memberId)
    .filter((memberId) => ids.some((nominationId) => panel.conflict(memberId, nominationId) === null))
    .sort();
  if (voters.length === 0) return refuse("no-voters");
  const id = idOfPress(press);
  const { secret, thresholdPercent, overHalf, voteBase: base } = category;
  const [row] = await tx
    .insert(polls)
    .values({
      ...{ id, meetingId: act.meetingId, categoryId, kind: among ? "run-off" : "approval", openedAt: act.now },
      ...{ secret, thresholdPercent, overHalf, base, members: panel.seats.length },
    })
    .onConflictDoNothing()
    .returning({ id: polls.id });
  if (!row) return { ok: true, pollId: id } as const;
  await insertMany(
    tx,
    pollVoters,
    voters.map((memberId) => ({ pollId: id, memberId })),
  );
  await insertMany(
    tx,
    pollTallies,
    [...ids].sort().map((nominationId) => ({ pollId: id, nominationId })),
  );
  await postAward(tx, {
    ...{ matter: "written", roundId: round.id, key: `council-written:${id}`, now: act.now },
    readers: await memberReaders(
      tx,
      written.filter(({ memberId }) => voters.includes(memberId)),
    ),
    about: (locale) => inLanguage(category.title, locale),
    facts: (locale) => [{ label: "round", text: inLanguage(round.title, locale) }],
    path: paths.poll(round.id, act.meetingId, id),
  });
  await noted(tx, act, "poll-opened", { category: category.title.vi, nominations: ids.length, voters: voters.length });
  return { ok: true, pollId: id } as const;
}

async function isDecided(tx: Tx, categoryId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: polls.id })
    .from(polls)
    .where(and(eq(polls.categoryId, categoryId), eq(polls.kind, "approval"), eq(polls.state, "closed")));
  return row !== undefined;
}

async function toDecide(tx: Tx, judged: string[], among: readonly string[] | null): Promise<string[]> {
  if (among) return judged.filter((id) => among.includes(id));
  if (judged.length === 0) return [];
  const rows = await tx
    .select({ id: nominations.id })
    .from(nominations)
    .where(and(inArray(nominations.id, judged), eq(nominations.state, "qualified")));
  return rows.map(({ id }) => id);
}

const hashOf = (poll: Poll, result: readonly ResultLine[]): string =>
  createHash("sha256").update(resultText(poll, result)).digest("hex");

async function pollToRun(tx: Tx, act: MeetingAct & { pollId: string }) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  const poll = await findPoll(tx, act);
  return poll ? ({ ...asked, poll } as const) : refuse("no-poll");
}

/** Closes a poll and counts it; the result and its hash are kept and stand in the audit log. Refused: "not-allowed", "ended", "no-meeting", "no-poll", "wrong-state", "nobody-voted". */
export async function closePoll(tx: Tx, act: MeetingAct & { pollId: string }) {
  const asked = await pollToRun(tx, act);
  if (!asked.ok) return asked;
  const { poll, panel } = asked;
  if (poll.state !== "open") return refuse("wrong-state");
  const result = await counted(tx, poll, panel, asked.meeting);
  if (result.every(({ yes, no, blank }) => yes + no + blank === 0)) return refuse("nobody-voted");
  const resultHash = hashOf(poll, result);
  await tx.update(polls).set({ state: "closed", closedAt: act.now, result, resultHash }).where(eq(polls.id, poll.id));
  await noted(tx, act, "poll-closed", {
    category: poll.category.vi,
    passed: result.filter(({ passed }) => passed).length,
    resultHash,
  });
  return { ok: true, result, resultHash } as const;
}

async function counted(tx: Tx, poll: Poll, panel: Panel, meeting: Meeting): Promise<ResultLine[]> {
  const { present, written } = await whoIsThere(tx, panel, meeting.id);
  const voters = await tx.select().from(pollVoters).where(eq(pollVoters.pollId, poll.id));
  const votes = new Set(voters.map(({ memberId }) => memberId as string));
  const tallies = await tx.select().from(pollTallies).where(eq(pollTallies.pollId, poll.id));
  const first = runOffWinner(tallies, null);
  return tallies.map(({ nominationId, yes, no, blank }): ResultLine => {
    const id = nominationId as string;
    const free = ({ memberId }: { memberId: string }) => panel.conflict(memberId, id) === null;
    const turnout = {
      members: poll.members,
      recused: panel.seats.filter((seat) => !free(seat)).length,
      present: present.filter(free).length,
      written: written.filter((seat) => free(seat) && votes.has(seat.memberId)).length,
      valid: yes + no,
    };
    // A conflict declared after its paper was in cannot take the paper out of the urn: no base but "valid" is below it.
    const base = poll.base === "valid" ? turnout.valid : Math.max(baseOf(poll.base, turnout), yes + no + blank);
    const passed = poll.kind === "run-off" ? id === first : passes(yes, base, poll);
    return { nominationId: id, yes, no, blank, ...turnout, base, passed };
  });
}

/**
 * Declares a poll void before its meeting is closed, for a reason that stays; its urn is emptied, another can be opened.
 * Refused: as closing, "closed" (the meeting), "no-reason".
 */
export async function voidPoll(tx: Tx, { reason, ...act }: MeetingAct & { pollId: string; reason: string }) {
  const asked = await pollToRun(tx, act);
  if (!asked.ok) return asked;
  if (asked.poll.state === "void") return refuse("wrong-state");
  if (asked.meeting.state === "closed") return refuse("closed");
  if (reason === "") return refuse("no-reason");
  for (const table of [pollTallies, pollReceipts, openVotes])
    await tx.delete(table).where(eq(table.pollId, act.pollId));
  await tx.update(polls).set({ state: "void", closedAt: act.now }).where(eq(polls.id, act.pollId));
  await noted(tx, act, "poll-void", { category: asked.poll.category.vi, reason });
  return { ok: true } as const;
}

/**
 * Decides a run-off that stayed equal, openly: the chair, or a vice-chair where the chair is in conflict with one of the
 * equals. The installation names the seat. Refused: "not-allowed", "not-declared" (as casting a ballot), "ended", "closed",
 * "wrong-state", "not-equal".
 */
export async function giveCastingVote(tx: Tx, { nominationId, ...act }: BallotAct & { nominationId: string }) {
  const asked = await seatAtPoll(tx, act);
  if (!asked.ok) return asked;
  const { panel, seat, meeting, poll } = asked;
  if (meeting.state === "closed") return refuse("closed");
  if (poll.kind !== "run-off" || poll.state !== "closed" || poll.castingNominationId) return refuse("wrong-state");
  const lines = (poll.result ?? []) as ResultLine[];
  const equals = foremost(lines).map((line) => line.nominationId);
  if (equals.length < 2 || !equals.includes(nominationId)) return refuse("not-equal");
  const hindered = (id: string) => equals.some((one) => panel.conflict(id, one) !== null);
  const chair = panel.seats.find(({ role }) => role === "chair");
  const deputy = seat.role === "vice-chair" && (!chair || hindered(chair.memberId));
  if (!(seat.role === "chair" || deputy) || hindered(seat.memberId)) return refuse("not-allowed");
  const result = lines.map((line) => ({ ...line, passed: line.nominationId === nominationId }));
  const decided = { castingNominationId: nominationId, castingBy: seat.memberId };
  const resultHash = hashOf({ ...poll, ...decided }, result);
  await tx
    .update(polls)
    .set({ ...decided, result, resultHash })
    .where(eq(polls.id, poll.id));
  await noted(tx, act, "casting-vote", { category: poll.category.vi, nominationId, resultHash });
  return { ok: true, resultHash } as const;
}
