import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { councilMeetings, meetingAttendance, nominations } from "#db/schema.server";
import type { Doer } from "~/features/accounts/rules";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { zoneOf } from "~/web/zone.server";
import { findPanel, type Panel } from "../conflicts/reads.server";
import { memberReaders } from "../contacts.reads.server";
import { postAward } from "../letters.server";
import type { Round } from "../rounds/reads.server";
import { tellStep } from "../nominations/story.writes.server";
import { notedAs, roundToChange, roundToManage } from "../rounds/act.writes.server";
import { attendanceOf, findMeeting, pollsOf } from "./reads.server";
import { type Attendance, hasQuorum, neededForQuorum, numbersSaid, type ResultLine, type Threshold } from "./rules";

export interface MeetingAct {
  roundId: string;
  meetingId: string;
  actor: Doer;
  now: Date;
}

// Of a vote only its beginning and end are noted: a line for each paper would tell who came when.
export const noted = notedAs("council");

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
  const readers = await memberReaders(tx, panel?.seats ?? []);
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

/** The meeting with its council, for who runs the round. Refused: "not-allowed", "ended" (the round), "no-meeting". */
export async function meetingToRun(tx: Tx, act: MeetingAct) {
  const asked = await roundToChange(tx, act);
  if (!asked.ok) return asked;
  const meeting = await findMeeting(tx, act);
  const panel = await findPanel(tx, act);
  if (!meeting || !panel) return refuse("no-meeting");
  return { ok: true, round: asked.round, meeting, panel } as const;
}

/** Changes a meeting before it is closed; a new time is told to the members. Refused: "not-allowed", "ended", "no-meeting", "closed". */
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

/** Notes who is there. While a poll is open the list of its voters stays as it was. Refused: "not-allowed", "ended", "no-meeting", "closed", "poll-open". */
export async function markAttendance(
  tx: Tx,
  {
    attendance,
    others,
    ...act
  }: MeetingAct & {
    attendance: ReadonlyMap<string, Attendance>;
    /** Of everybody of whom nothing is noted, now or before. */
    others?: Attendance;
  },
) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  if (asked.meeting.state === "closed") return refuse("closed");
  if ((await pollsOf(tx, act)).some(({ state }) => state === "open")) return refuse("poll-open");
  const { meetingId } = act;
  const before = await attendanceOf(tx, { meetingId });
  for (const { memberId } of asked.panel.seats) {
    const value = attendance.get(memberId) ?? (before.has(memberId) ? undefined : others);
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

/** The seats in the room, and those that vote in writing. */
export async function whoIsThere(tx: Tx, panel: Panel, meetingId: string) {
  const noted = await attendanceOf(tx, { meetingId });
  const are = (wanted: Attendance) => panel.seats.filter(({ memberId }) => noted.get(memberId) === wanted);
  return { present: are("present"), written: are("written") };
}

/** Opens a meeting. Refused: "not-allowed", "ended", "no-meeting", "wrong-state", "no-quorum" with how many are there, are needed and sit in the council. */
export async function openMeeting(tx: Tx, act: MeetingAct) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  const { meeting, panel, round } = asked;
  if (meeting.state !== "planned") return refuse("wrong-state");
  const { present } = await whoIsThere(tx, panel, act.meetingId);
  const members = panel.seats.length;
  const share = { of: round.quorumOf, in: round.quorumIn };
  if (members === 0 || !hasQuorum(present.length, members, share)) {
    const needed = neededForQuorum(members, share);
    return { ok: false, reason: "no-quorum", present: present.length, needed, members } as const;
  }
  await tx
    .update(councilMeetings)
    .set({ state: "open", openedAt: act.now })
    .where(eq(councilMeetings.id, act.meetingId));
  await noted(tx, act, "meeting-opened", { present: present.length, members });
  return { ok: true } as const;
}

/**
 * Ends a meeting; what its approvals decided becomes the state of the nominations: proposed, or refused with the numbers
 * as the reason. Refused: "not-allowed", "ended", "no-meeting", "wrong-state", "poll-open".
 */
export async function closeMeeting(tx: Tx, act: MeetingAct) {
  const asked = await meetingToRun(tx, act);
  if (!asked.ok) return asked;
  if (asked.meeting.state !== "open") return refuse("wrong-state");
  const all = await pollsOf(tx, act);
  if (all.some(({ state }) => state === "open")) return refuse("poll-open");
  const decided = new Map<string, { line: ResultLine; bar: Threshold }>();
  for (const poll of all)
    if (poll.kind === "approval" && poll.state === "closed")
      for (const line of (poll.result ?? []) as ResultLine[]) decided.set(line.nominationId, { line, bar: poll });
  for (const { line, bar } of decided.values()) await decide(tx, act, line, bar);
  await tx
    .update(councilMeetings)
    .set({ state: "closed", closedAt: act.now })
    .where(eq(councilMeetings.id, act.meetingId));
  await noted(tx, act, "meeting-closed", { decided: decided.size });
  return { ok: true, decided: decided.size } as const;
}

async function decide(tx: Tx, { actor, now }: MeetingAct, line: ResultLine, bar: Threshold) {
  const { nominationId, passed } = line;
  const state = passed ? ("proposed" as const) : ("refused" as const);
  const reason = numbersSaid(line, bar);
  const [row] = await tx
    .update(nominations)
    .set({ state, updatedAt: now, ...(passed ? {} : { reason }) })
    .where(and(eq(nominations.id, nominationId), eq(nominations.state, "qualified")))
    .returning({ id: nominations.id });
  if (!row) return;
  await tellStep(tx, { nominationId, actor, now }, state, reason);
}
