import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { awardRounds, councilMeetings, polls, pollTallies, pollVoters, units } from "#db/schema.server";
import { type Actor, covers, reachOf } from "~/features/accounts/rules";
import { paths } from "~/web/paths";
import { openCalls } from "./nominations/calls.reads.server";
import { unitTodos } from "./nominations/todos.reads.server";
import { isOpen, type Phase, type PhaseKind, windowOf } from "./rounds/phases.rules";
import { phasesOf, seatsOf } from "./rounds/reads.server";
import { judgedIn, leftToScore } from "./scoring/reads.server";
import { meetingsAhead } from "./voting/todos.reads.server";
import { type RoundSight, sightOf } from "./sight.reads.server";
import type { Seat } from "./conflicts/reads.server";
import type { AwardTodo } from "./todos.rules";

/**
 * What waits for one person in the rounds that run: as a unit's, as who runs a round, as a member of its council. Only
 * what `sightOf` shows them is counted: a count must not tell of a dossier that a conflict hides.
 */
export async function awardTodos(db: Reader, { actor, now }: { actor: Actor; now: Date }): Promise<AwardTodo[]> {
  const todos = [...(await openCalls(db, { actor, now })), ...(await unitTodos(db, { actor, now }))];
  for (const round of await councilRounds(db, actor)) {
    const sight = await sightOf(db, { actor, roundId: round.id, now });
    if (!sight) continue;
    const phases = await phasesOf(db, { roundId: round.id });
    const found = [
      ...(sight.manages ? deskTodos(sight, phases, now) : []),
      ...(sight.seat ? await meetingsAhead(db, { roundId: round.id, now }) : []),
      ...(sight.seat ? await seatTodos(db, { sight, seat: sight.seat, phases, now }) : []),
    ];
    todos.push(...found.map((todo) => ({ ...todo, roundId: round.id, round: round.title })));
  }
  return todos;
}

type Found = Omit<AwardTodo, "roundId" | "round">;

/** Rounds that run and whose council's side the actor may have; the others are not worth a look at their panel. */
async function councilRounds(db: Reader, actor: Actor) {
  const rows = await db
    .select({ round: awardRounds, ownerPath: units.path })
    .from(awardRounds)
    .innerJoin(units, eq(units.id, awardRounds.ownerUnitId))
    .where(eq(awardRounds.state, "published"));
  const seated = new Set((await seatsOf(db, actor)).map(({ roundId }) => roundId));
  const manage = reachOf(actor, "awards.manage");
  return rows.flatMap(({ round, ownerPath }) => (covers(manage, ownerPath) || seated.has(round.id) ? [round] : []));
}

/** The end of a phase that is not over; null: over, or without end. */
function endOf(phases: readonly Phase[], kind: PhaseKind, now: Date): Date | null {
  const end = windowOf(phases, kind)?.endsAt ?? null;
  return end && end > now ? end : null;
}

function deskTodos({ roundId, panel, sees }: RoundSight, phases: readonly Phase[], now: Date): Found[] {
  const until = endOf(phases, "appraisal", now);
  const waiting = [
    { matter: "to-receive", state: "submitted" },
    { matter: "to-appraise", state: "received" },
  ] as const;
  return waiting.flatMap(({ matter, state }) => {
    const those = panel.dossiers.filter((one) => one.state === state && sees(one.nominationId));
    const list = `${paths.nominations(roundId)}?state=${state}`;
    const path = those.length === 1 && those[0] ? paths.nomination(those[0].nominationId) : list;
    return those.length > 0 ? [{ matter, count: those.length, path, until }] : [];
  });
}

interface AtSeat {
  sight: RoundSight;
  seat: Seat;
  phases: readonly Phase[];
  now: Date;
}

async function seatTodos(db: Reader, { sight, seat, phases, now }: AtSeat): Promise<Found[]> {
  const { roundId } = sight;
  const judged = judgedIn(sight);
  const during = (["scoring", "vote"] as const).find((kind) => isOpen(phases, kind, now));
  if (seat.declaredAt === null) {
    if (judged.length === 0 || !during) return [];
    const until = endOf(phases, during, now);
    return [{ matter: "to-declare", count: 0, path: paths.awardConflicts(roundId), until }];
  }
  const { panel, sees } = sight;
  const own = { panel, memberId: seat.memberId, nominationIds: judged.filter(sees) };
  const left = during === "scoring" ? ((await leftToScore(db, own)).get(seat.memberId)?.length ?? 0) : 0;
  const open = await openPolls(db, { sight, seat });
  return [
    ...(left > 0
      ? [
          {
            ...{ matter: "to-score" as const, count: left, path: paths.scoring(roundId) },
            until: endOf(phases, "scoring", now),
          },
        ]
      : []),
    ...open.map(({ pollId, meetingId }) => ({
      ...{ matter: "to-vote" as const, count: 1, path: paths.poll(roundId, meetingId, pollId), until: null },
    })),
  ];
}

/** Votes that run and in which this member's paper is not in; a paper on which nothing is left to see is none. */
async function openPolls(db: Reader, { sight, seat }: { sight: RoundSight; seat: Seat }) {
  const rows = await db
    .select({ pollId: polls.id, meetingId: councilMeetings.id })
    .from(pollVoters)
    .innerJoin(polls, and(eq(polls.id, pollVoters.pollId), eq(polls.state, "open")))
    .innerJoin(councilMeetings, and(eq(councilMeetings.id, polls.meetingId), eq(councilMeetings.state, "open")))
    .where(and(eq(pollVoters.memberId, seat.memberId), eq(pollVoters.voted, false)));
  if (rows.length === 0) return [];
  const on = await db
    .select({ pollId: pollTallies.pollId, nominationId: pollTallies.nominationId })
    .from(pollTallies)
    .where(
      inArray(
        pollTallies.pollId,
        rows.map(({ pollId }) => pollId),
      ),
    );
  return rows.filter((row) => on.some(({ pollId, nominationId }) => pollId === row.pollId && sight.sees(nominationId)));
}
