import { createHash, randomBytes } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import {
  councilMeetings,
  meetingAttendance,
  nominations,
  nominationSteps,
  openVotes,
  pollReceipts,
  polls,
  pollTallies,
  pollVoters,
} from "#db/schema.server";
import type { Actor, Doer } from "~/features/accounts/rules";
import { type Detail, record } from "~/features/audit/writes.server";
import { recipientOf } from "~/features/outbox/rules";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { idOfPress } from "~/web/press";
import { hashToken } from "~/web/secrets.server";
import { zoneOf } from "~/web/zone.server";
import { findAccount } from "~/features/accounts/reads.server";
import { findPanel, type Panel } from "../conflicts/reads.server";
import { postAward } from "../letters.server";
import { isOpen } from "../rounds/phases.rules";
import type { Round } from "../rounds/reads.server";
import { roundToManage } from "../rounds/writes.server";
import { judgedIn } from "../scoring/reads.server";
import {
  type Attendance,
  attendanceOf,
  findMeeting,
  findPoll,
  type Meeting,
  type Poll,
  pollsOf,
  voterOf,
} from "./reads.server";
import { baseOf, hasQuorum, passes, receiptOf, resultText, type ResultLine } from "./rules";

export interface MeetingAct {
  roundId: string;
  meetingId: string;
  actor: Doer;
  now: Date;
}
export const choices = ["yes", "no", "blank"] as const;
export type Choice = (typeof choices)[number];

const refuse = <R extends string>(reason: R) => ({ ok: false, reason }) as const;

// Of a vote only its beginning and end are noted: a line for each paper would tell who came when.
const noted = (tx: Tx, { roundId, actor, now }: Omit<MeetingAct, "meetingId">, what: string, detail: Detail = {}) =>
  record(tx, { actor, verb: `council.${what}`, subject: `award-round:${roundId}`, detail, now });

export interface MeetingFacts {
  title: string;
  place: string;
  startsAt: Date;
  note: string;
  tellers: string;
}

/** Plans a meeting of the council; the members are invited. The same `press`, sent twice, plans one. Refused: "not-allowed", "not-published". */
export async function planMeeting(
  tx: Tx,
  { press, roundId, actor, now, ...facts }: MeetingFacts & Omit<MeetingAct, "meetingId"> & { press?: string },
) {
  const asked = await roundToManage(tx, { roundId, actor });
  if (!asked.ok) return asked;
  if (asked.round.state !== "published") return refuse("not-published");
  const id = idOfPress(press);
  const [row] = await tx
    .insert(councilMeetings)
    .values({ ...facts, id, roundId, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: councilMeetings.id });
  if (!row) return { ok: true, meetingId: id } as const;
  await invite(tx, asked.round, { id, ...facts }, now);
  await noted(tx, { roundId, actor, now }, "meeting-planned", { title: facts.title });
  return { ok: true, meetingId: id } as const;
}

async function invite(tx: Tx, round: Round, meeting: MeetingFacts & { id: string }, now: Date) {
  const panel = await findPanel(tx, { roundId: round.id, now });
  const readers = [];
  for (const seat of panel?.seats ?? []) {
    const account = await findAccount(tx, { userId: seat.userId });
    if (account && !account.disabledAt)
      readers.push({ ...account, position: seat.title || account.position, recipient: recipientOf.user(account.id) });
  }
  await postAward(tx, {
    ...{ matter: "meeting", roundId: round.id, key: `council-meeting:${meeting.id}:${meeting.startsAt.toISOString()}` },
    ...{ readers, now, about: () => meeting.title, path: paths.councilMeeting(round.id, meeting.id) },
    facts: (locale) => [
      { label: "round", text: inLanguage(round.title, locale) },
      ...(meeting.place ? [{ label: "place" as const, text: meeting.place }] : []),
    ],
    moment: { label: "when", at: meeting.startsAt, zone: zoneOf() },
  });
}

async function meetingToRun(tx: Tx, act: MeetingAct) {
  const asked = await roundToManage(tx, act);
  if (!asked.ok) return asked;
  const meeting = await findMeeting(tx, act);
  const panel = await findPanel(tx, act);
  if (!meeting || !panel) return refuse("no-meeting");
  return { ok: true, round: asked.round, meeting, panel } as const;
}

/** Changes a meeting before it is closed; a new time is told to the members. Refused: "not-allowed", "no-meeting", "closed". */
export async function changeMeeting(
  tx: Tx,
  { title, place, startsAt, note, tellers, ...act }: MeetingAct & MeetingFacts,
) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  if (asked.meeting.state === "closed") return refuse("closed");
  const facts = { title, place, startsAt, note, tellers };
  await tx.update(councilMeetings).set(facts).where(eq(councilMeetings.id, act.meetingId));
  if (asked.meeting.startsAt.getTime() !== startsAt.getTime())
    await invite(tx, asked.round, { id: act.meetingId, ...facts }, act.now);
  return { ok: true } as const;
}

/** Notes who is there. While a poll is open the list of its voters stays as it was. Refused: "not-allowed", "no-meeting", "closed", "poll-open". */
export async function markAttendance(
  tx: Tx,
  { attendance, ...act }: MeetingAct & { attendance: ReadonlyMap<string, Attendance> },
) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  if (asked.meeting.state === "closed") return refuse("closed");
  if ((await pollsOf(tx, act)).some(({ state }) => state === "open")) return refuse("poll-open");
  const { meetingId } = act;
  for (const { memberId } of asked.panel.seats) {
    const value = attendance.get(memberId);
    if (value)
      await tx
        .insert(meetingAttendance)
        .values({ meetingId, memberId, attendance: value })
        .onConflictDoUpdate({
          target: [meetingAttendance.meetingId, meetingAttendance.memberId],
          set: { attendance: value },
        });
  }
  return { ok: true } as const;
}

async function whoIsThere(tx: Tx, panel: Panel, meetingId: string) {
  const noted = await attendanceOf(tx, { meetingId });
  const are = (wanted: Attendance) => panel.seats.filter(({ memberId }) => noted.get(memberId) === wanted);
  return { present: are("present"), written: are("written") };
}

/** Opens a meeting. Refused: "not-allowed", "no-meeting", "wrong-state", "no-quorum" with who is there and how many seats. */
export async function openMeeting(tx: Tx, act: MeetingAct) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  const { meeting, panel, round } = asked;
  if (meeting.state !== "planned") return refuse("wrong-state");
  const { present } = await whoIsThere(tx, panel, act.meetingId);
  const members = panel.seats.length;
  if (!hasQuorum(present.length, members, { of: round.quorumOf, in: round.quorumIn }))
    return { ok: false, reason: "no-quorum", present: present.length, members } as const;
  await tx
    .update(councilMeetings)
    .set({ state: "open", openedAt: act.now })
    .where(eq(councilMeetings.id, act.meetingId));
  await noted(tx, act, "meeting-opened", { present: present.length, members });
  return { ok: true } as const;
}

/**
 * Puts a question to the council: which nominations of a category pass, or which of equals comes first. The rules of the
 * category are kept with it as they are now. Refused: "not-allowed", "no-meeting", "not-open", "no-quorum", "not-vote-phase",
 * "no-category", "poll-open" (the category's last poll is not closed), "no-nominations".
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
  const ids = await toDecide(tx, judgedIn({ panel }, categoryId), among ?? null);
  if (ids.length < (among ? 2 : 1)) return refuse("no-nominations");
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
  const voters = [...present, ...(category.writtenVotes ? written : [])].map(({ memberId }) => memberId).sort();
  for (const memberId of voters) await tx.insert(pollVoters).values({ pollId: id, memberId });
  for (const nominationId of [...ids].sort()) await tx.insert(pollTallies).values({ pollId: id, nominationId });
  await noted(tx, act, "poll-opened", { category: category.title.vi, nominations: ids.length, voters: voters.length });
  return { ok: true, pollId: id } as const;
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

export interface BallotAct {
  roundId: string;
  meetingId: string;
  pollId: string;
  actor: Actor;
  now: Date;
}

/**
 * Casts one paper: a choice for every nomination on it that is not in conflict with the voter; in a run-off exactly one
 * yes. Choices are added to the urn and kept nowhere else. Refused: "not-allowed", "closed", "not-a-voter", "voted",
 * "incomplete", "one-only". Gives the receipt, which is kept as a hash only.
 */
export async function castBallot(tx: Tx, { ballot, ...act }: BallotAct & { ballot: ReadonlyMap<string, Choice> }) {
  const { roundId, pollId, actor, now } = act;
  const panel = await findPanel(tx, { roundId, now });
  const seat = panel?.seats.find(({ userId }) => userId === actor.userId);
  const meeting = await findMeeting(tx, act);
  const poll = await findPoll(tx, act);
  if (!panel || !seat || !meeting || !poll) return refuse("not-allowed");
  if (meeting.state !== "open" || poll.state !== "open") return refuse("closed");
  const { memberId } = seat;
  const voter = await voterOf(tx, { pollId, memberId });
  if (!voter) return refuse("not-a-voter");
  if (voter.voted) return refuse("voted");
  const tallies = await tx.select().from(pollTallies).where(eq(pollTallies.pollId, pollId));
  const ids = tallies.map(({ nominationId }) => nominationId as string);
  const own = ids.filter((id) => panel.conflict(memberId, id) === null);
  if (own.some((id) => !ballot.has(id))) return refuse("incomplete");
  if (poll.kind === "run-off" && own.filter((id) => ballot.get(id) === "yes").length > 1) return refuse("one-only");
  const [ticked] = await tx
    .update(pollVoters)
    .set({ voted: true })
    .where(and(eq(pollVoters.pollId, pollId), eq(pollVoters.memberId, memberId), eq(pollVoters.voted, false)))
    .returning({ memberId: pollVoters.memberId });
  if (!ticked) return refuse("voted");
  // Every row of the urn is written anew, whatever was chosen: which ones changed tells nothing.
  for (const id of ids) {
    const chosen = own.includes(id) ? ballot.get(id) : undefined;
    const more = (choice: Choice) => (chosen === choice ? 1 : 0);
    await tx
      .update(pollTallies)
      .set({
        yes: sql`${pollTallies.yes} + ${more("yes")}`,
        no: sql`${pollTallies.no} + ${more("no")}`,
        blank: sql`${pollTallies.blank} + ${more("blank")}`,
      })
      .where(and(eq(pollTallies.pollId, pollId), eq(pollTallies.nominationId, id)));
  }
  if (!poll.secret)
    for (const id of own)
      await tx.insert(openVotes).values({ pollId, memberId, nominationId: id, choice: ballot.get(id) as Choice });
  const receipt = receiptOf(randomBytes(8));
  await putReceipt(tx, pollId, receipt);
  return { ok: true, receipt } as const;
}

/** Keeps the hash among the others in the order of hashes: the order in which papers came is not kept. */
async function putReceipt(tx: Tx, pollId: string, receipt: string) {
  const rows = await tx
    .select({ codeHash: pollReceipts.codeHash })
    .from(pollReceipts)
    .where(eq(pollReceipts.pollId, pollId));
  const hashes = [...rows.map(({ codeHash }) => codeHash as string), hashToken(`${pollId}:${receipt}`)].sort();
  await tx.delete(pollReceipts).where(eq(pollReceipts.pollId, pollId));
  for (const codeHash of hashes) await tx.insert(pollReceipts).values({ pollId, codeHash });
}

async function pollToRun(tx: Tx, act: MeetingAct & { pollId: string }) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  const poll = await findPoll(tx, act);
  return poll ? ({ ...asked, poll } as const) : refuse("no-poll");
}

/** Closes a poll and counts it; the result and its hash are kept and stand in the audit log. Refused: "not-allowed", "no-meeting", "no-poll", "wrong-state". */
export async function closePoll(tx: Tx, act: MeetingAct & { pollId: string }) {
  const asked = await pollToRun(tx, act);
  if (!asked.ok) return asked;
  const { poll, panel } = asked;
  if (poll.state !== "open") return refuse("wrong-state");
  const result = await counted(tx, poll, panel, asked.meeting);
  const resultHash = createHash("sha256").update(resultText(poll.id, result)).digest("hex");
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
    const base = baseOf(poll.base, turnout);
    return { nominationId: id, yes, no, blank, ...turnout, base, passed: passes(yes, base, poll) };
  });
}

/** Declares a poll void, for a reason that stays; another can be opened. Refused: as closing, "no-reason", "applied". */
export async function voidPoll(tx: Tx, { reason, ...act }: MeetingAct & { pollId: string; reason: string }) {
  const asked = await pollToRun(tx, act);
  if (!asked.ok) return asked;
  if (asked.poll.state === "void") return refuse("wrong-state");
  if (reason === "") return refuse("no-reason");
  await tx.update(polls).set({ state: "void", closedAt: act.now }).where(eq(polls.id, act.pollId));
  await noted(tx, act, "poll-void", { category: asked.poll.category.vi, reason: reason.slice(0, 300) });
  return { ok: true } as const;
}

/** The chair decides a run-off that stayed equal, openly. Refused: "not-allowed" (not the chair), "wrong-state", "not-equal". */
export async function giveCastingVote(tx: Tx, { nominationId, ...act }: BallotAct & { nominationId: string }) {
  const panel = await findPanel(tx, { roundId: act.roundId, now: act.now });
  const seat = panel?.seats.find(({ userId }) => userId === act.actor.userId);
  const poll = await findPoll(tx, act);
  if (!panel || !poll || seat?.role !== "chair" || panel.conflict(seat.memberId, nominationId))
    return refuse("not-allowed");
  if (poll.kind !== "run-off" || poll.state !== "closed" || poll.castingNominationId) return refuse("wrong-state");
  const result = poll.result ?? [];
  const most = Math.max(...result.map(({ yes }) => yes));
  const first = result.filter(({ yes }) => yes === most);
  if (first.length < 2 || !first.some((line) => line.nominationId === nominationId)) return refuse("not-equal");
  await tx
    .update(polls)
    .set({ castingNominationId: nominationId, castingBy: seat.memberId })
    .where(eq(polls.id, poll.id));
  await noted(tx, act, "casting-vote", { category: poll.category.vi, nominationId });
  return { ok: true } as const;
}

/**
 * Ends a meeting; what its approvals decided becomes the state of the nominations: proposed, or refused with the numbers
 * as the reason. Refused: "not-allowed", "no-meeting", "wrong-state", "poll-open".
 */
export async function closeMeeting(tx: Tx, act: MeetingAct) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  if (asked.meeting.state !== "open") return refuse("wrong-state");
  const all = await pollsOf(tx, act);
  if (all.some(({ state }) => state === "open")) return refuse("poll-open");
  const decided = new Map<string, ResultLine>();
  for (const poll of all)
    if (poll.kind === "approval" && poll.state === "closed")
      for (const line of (poll.result ?? []) as ResultLine[]) decided.set(line.nominationId, line);
  for (const [nominationId, line] of decided) await decide(tx, act, nominationId, line);
  await tx
    .update(councilMeetings)
    .set({ state: "closed", closedAt: act.now })
    .where(eq(councilMeetings.id, act.meetingId));
  await noted(tx, act, "meeting-closed", { decided: decided.size });
  return { ok: true, decided: decided.size } as const;
}

async function decide(tx: Tx, { actor, now }: MeetingAct, nominationId: string, { yes, base, passed }: ResultLine) {
  const state = passed ? ("proposed" as const) : ("refused" as const);
  const reason = `${yes}/${base} phiếu đồng ý`;
  const [row] = await tx
    .update(nominations)
    .set({ state, updatedAt: now, ...(passed ? {} : { reason }) })
    .where(and(eq(nominations.id, nominationId), eq(nominations.state, "qualified")))
    .returning({ id: nominations.id });
  if (!row) return;
  await tx.insert(nominationSteps).values({
    ...{ nominationId, kind: state, note: reason, byUserId: actor?.userId ?? null },
    ...{ byName: actor?.name ?? "TenTen", at: now },
  });
}
