import type { Actor } from "../../app/features/accounts/rules";
import { castBallot } from "../../app/features/awards/voting/ballot.writes.server";
import { openPoll } from "../../app/features/awards/voting/polls.writes.server";
import type { Attendance, Choice } from "../../app/features/awards/voting/rules";
import { markAttendance, openMeeting, planMeeting } from "../../app/features/awards/voting/writes.server";
import { transact } from "../../db/client.server";
import {
  type awardCategories,
  type awardRounds,
  type councilMembers,
  declaredConflicts,
  type nominations,
} from "../../db/schema.server";
import { makeCategory, makeNomination, makeRound, makeSeat } from "./awards";
import { makeActor, makeUnit, now } from "./makers";

type Category = Partial<typeof awardCategories.$inferInsert>;

export interface Council {
  organizer: Actor;
  round: typeof awardRounds.$inferSelect;
  category: typeof awardCategories.$inferSelect;
  nominees: (typeof nominations.$inferSelect)[];
  /** In the order of the seats: the chair, the secretary, then the members. */
  members: { actor: Actor; seat: typeof councilMembers.$inferSelect }[];
}

/** A council in the phase of the vote at the kit's `now`, with qualified nominations of one category. */
export const makeCouncil = ({
  size = 9,
  nominees = ["Sở Y tế", "Sở Tư pháp"],
  category = {},
  phase = ["2025-09-01T00:00:00Z", "2025-09-02T00:00:00Z"],
}: {
  size?: number;
  nominees?: string[];
  category?: Category;
  /** The window of the vote. */
  phase?: [string, string | null];
} = {}): Promise<Council> =>
  transact(async (tx) => {
    const province = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province" });
    const owner = await makeUnit(tx, { name: "UBND tỉnh", kind: "committee", parent: province });
    const round = await makeRound(tx, {
      ownerUnitId: owner.id,
      phases: { vote: phase },
    });
    const made = await makeCategory(tx, round, category);
    const competing = [];
    for (const name of nominees) {
      const unit = await makeUnit(tx, { name, parent: province });
      competing.push(await makeNomination(tx, made.category, unit));
    }
    const members = [];
    for (let n = 0; n < size; n += 1) {
      const actor = await makeActor(tx, "council-member", { name: `Ủy viên số ${n + 1}` });
      const role = n === 0 ? "chair" : n === 1 ? "secretary" : "member";
      members.push({ actor, seat: await makeSeat(tx, round, actor, { role, sort: n + 1 }) });
    }
    const organizer = await makeActor(tx, "organizer", { unit: owner });
    return { organizer, round, category: made.category, nominees: competing, members };
  });

/** A meeting of the council; who is not named in `where` is in the room. Open unless told otherwise. */
export async function makeMeeting(
  at: Council,
  { where = {}, open = true }: { where?: Record<number, Attendance>; open?: boolean } = {},
): Promise<string> {
  const { organizer: actor, round, members } = at;
  const plan = { title: "Phiên họp xét khen thưởng", place: "Phòng họp số 1", startsAt: now, tellers: "", note: "" };
  const planned = await transact((tx) => planMeeting(tx, { ...plan, actor, now, roundId: round.id }));
  if (!planned.ok) throw new Error(planned.reason);
  const { meetingId } = planned;
  const act = { actor, now, roundId: round.id, meetingId };
  const attendance = new Map(members.map(({ seat }, n) => [seat.id, where[n] ?? ("present" as const)]));
  await transact((tx) => markAttendance(tx, { ...act, attendance }));
  const opened = open && (await transact((tx) => openMeeting(tx, act)));
  if (opened && !opened.ok) throw new Error(opened.reason);
  return meetingId;
}

/** A poll on the nominations of the category, or a run-off among these. */
export async function makePoll(at: Council, meetingId: string, among?: string[]): Promise<string> {
  const act = { actor: at.organizer, now, roundId: at.round.id, meetingId };
  const done = await transact((tx) => openPoll(tx, { ...act, categoryId: at.category.id, among }));
  if (!done.ok) throw new Error(done.reason);
  return done.pollId;
}

/** The nth member's paper is put in: a choice for each nomination, in their order; undefined leaves one out. */
export function vote(
  at: Council,
  { meetingId, pollId }: { meetingId: string; pollId: string },
  n: number,
  ...said: (Choice | undefined)[]
) {
  const ballot = new Map(said.flatMap((choice, of) => (choice ? [[at.nominees[of]?.id as string, choice]] : [])));
  const actor = at.members[n]?.actor as Actor;
  return transact((tx) => castBallot(tx, { actor, now, roundId: at.round.id, meetingId, pollId, ballot }));
}

/** A conflict that only the member knew of, as declared. */
export const declare = (at: Council, member: number, nominee: number, when = now) =>
  transact((tx) =>
    tx.insert(declaredConflicts).values({
      memberId: at.members[member]?.seat.id as string,
      nominationId: at.nominees[nominee]?.id as string,
      reason: "Người thân",
      source: "member",
      at: when,
    }),
  );
