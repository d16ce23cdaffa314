import { and, asc, eq, ne } from "drizzle-orm";
import { recordDecision } from "../../../app/features/awards/honours/decision.writes.server";
import { setCalendar } from "../../../app/features/awards/rounds/calendar.writes.server";
import { type PhaseKind, phaseKinds } from "../../../app/features/awards/rounds/phases.rules";
import { membersOf } from "../../../app/features/awards/rounds/reads.server";
import { findPanel } from "../../../app/features/awards/conflicts/reads.server";
import { castBallot } from "../../../app/features/awards/voting/ballot.writes.server";
import { closePoll, openPoll } from "../../../app/features/awards/voting/polls.writes.server";
import { onPaper } from "../../../app/features/awards/voting/reads.server";
import { closeMeeting, markAttendance, openMeeting } from "../../../app/features/awards/voting/writes.server";
import { dayOf } from "../../../app/web/time";
import { read, transact } from "../../../db/client.server";
import {
  awardCategories,
  awardRounds,
  councilMeetings,
  councilMembers,
  honours,
  nominations,
  units,
  users,
} from "../../../db/schema.server";
import type { Site } from "../../kit/site";
import { inDemo, one } from "./demo-places";

/** Where the demo's round of awards can be looked at. */
export type AwardPlaces = Awaited<ReturnType<typeof findAwardPlaces>>;

export const findAwardPlaces = (site: Site) =>
  inDemo(site, async () => {
    const round = await one(read.select().from(awardRounds));
    const dossier = async (state: "qualified" | "received" | "returned" | "signed", code?: string) =>
      await one(
        read
          .select({ id: nominations.id })
          .from(nominations)
          .innerJoin(units, eq(units.id, nominations.unitId))
          .where(and(eq(nominations.state, state), code ? eq(units.code, code) : undefined))
          .orderBy(asc(nominations.id))
          .limit(1),
      );
    const category = await one(
      read.select().from(awardCategories).where(eq(awardCategories.sort, 2)).orderBy(asc(awardCategories.sort)),
    );
    const seat = await one(
      read
        .select({ id: councilMembers.id })
        .from(councilMembers)
        .innerJoin(users, eq(users.id, councilMembers.userId))
        .where(eq(users.email, "hoidong@lamgiang.example")),
    );
    const panel = await findPanel(read, { roundId: round.id, now: new Date() });
    const judged = panel?.dossiers.find(
      ({ nominationId, categoryId }) =>
        categoryId === category.id && panel.conflict(seat.id as string, nominationId) === null,
    );
    return {
      round: round.id,
      category: category.id,
      meeting: (await one(read.select().from(councilMeetings))).id,
      qualified: (await dossier("qualified")).id,
      received: (await dossier("received")).id,
      /** With the unit of the demo's head: to be mended and to be handed in. */
      returned: (await dossier("returned", "LG01")).id,
      signed: (await dossier("signed", "LG01")).id,
      /** One that the demo's member of the council scores. */
      judged: judged?.nominationId ?? "",
      past: await one(read.select().from(honours).where(ne(honours.revocationNumber, "")).limit(1)),
    };
  });

/** Lays the calendar so that this phase runs from an hour ago to an hour from now. */
export const come = (site: Site, phase: PhaseKind) => inDemo(site, () => transact((tx) => openPhase(tx, phase)));

async function openPhase(tx: Parameters<Parameters<typeof transact>[0]>[0], phase: PhaseKind) {
  const round = await one(tx.select().from(awardRounds));
  const now = new Date();
  const hours = (away: number) => new Date(now.getTime() + away * 3_600_000);
  const at = phaseKinds.indexOf(phase);
  const phases = phaseKinds.map((kind, place) => ({
    ...{ kind, startsAt: hours((place - at) * 2 - 1), endsAt: hours((place - at) * 2 + 1) },
  }));
  const done = await setCalendar(tx, { roundId: round.id, phases, actor: null, now });
  if (!done.ok) throw new Error(done.reason);
}

const must = async <T extends { ok: boolean }>(work: Parameters<typeof transact<T>>[0]) => {
  const done = await transact(work);
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done as Extract<T, { ok: true }>;
};

/** The council meets and votes on a category, all but the demo's member; gives the poll, which is open. */
export const openVote = (site: Site, { round, meeting, category }: AwardPlaces) =>
  inDemo(site, async () => {
    const act = { roundId: round, meetingId: meeting, actor: null, now: new Date() };
    const members = await membersOf(read, { roundId: round });
    const attendance = new Map(members.map(({ id }) => [id as string, "present" as const]));
    await must((tx) => markAttendance(tx, { ...act, attendance }));
    await must((tx) => openMeeting(tx, act));
    const { pollId } = await must((tx) => openPoll(tx, { ...act, categoryId: category }));
    const panel = await findPanel(read, act);
    const paper = await onPaper(read, { pollId });
    const demos = await one(read.select().from(users).where(eq(users.email, "hoidong@lamgiang.example")));
    for (const { memberId, userId } of panel?.seats ?? []) {
      const own = paper.filter(({ id }) => panel?.conflict(memberId, id) === null);
      if (userId === demos.id || own.length === 0) continue;
      const ballot = new Map(own.map(({ id }) => [id as string, "yes" as const]));
      await must((tx) => castBallot(tx, { ...act, pollId, memberId, ballot }));
    }
    return pollId;
  });

/** The vote is counted, the meeting closed, and what passed decided on; gives the decision and one of its awards. */
export const decideVote = (site: Site, { round, meeting }: AwardPlaces, pollId: string) =>
  inDemo(site, async () => {
    const now = new Date();
    const act = { roundId: round, meetingId: meeting, actor: null, now };
    await must((tx) => closePoll(tx, { ...act, pollId }));
    await must((tx) => closeMeeting(tx, act));
    await transact((tx) => openPhase(tx, "decision"));
    const proposed = await read
      .select({ id: nominations.id })
      .from(nominations)
      .where(eq(nominations.state, "proposed"));
    const { decisionId } = await must((tx) =>
      recordDecision(tx, {
        ...{ roundId: round, actor: null, now, number: "2150/QĐ-UBND", issuedOn: dayOf(now, "Asia/Ho_Chi_Minh") },
        ...{ signatory: "Nguyễn Đức Lam", signatoryTitle: "Chủ tịch", authority: "Chủ tịch UBND tỉnh Lam Giang" },
        ...{ nominationIds: proposed.slice(0, 3).map(({ id }) => id as string), overQuota: true },
      }),
    );
    return {
      decision: decisionId,
      honour: await one(read.select().from(honours).where(eq(honours.decisionId, decisionId)).limit(1)),
    };
  });
