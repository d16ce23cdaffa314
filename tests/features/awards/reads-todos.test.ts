import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../../app/features/accounts/rules";
import { returnNomination } from "../../../app/features/awards/nominations/steps.writes.server";
import { grantLateException } from "../../../app/features/awards/rounds/calendar.writes.server";
import { awardTodos } from "../../../app/features/awards/todos.reads.server";
import { openMeeting } from "../../../app/features/awards/voting/writes.server";
import { paths } from "../../../app/web/paths";
import { read, transact } from "../../../db/client.server";
import { awardRounds, councilMembers, declaredConflicts, nominations, roundPhases } from "../../../db/schema.server";
import { makeNomination, makeRound, makeSeat } from "../../kit/awards";
import { makeMeeting, makePoll, vote } from "../../kit/council";
import { useDatabase } from "../../kit/database";
import { makeActor, now } from "../../kit/makers";
import {
  actOf,
  addPaper,
  appraising,
  fill,
  makeDraft,
  makeHandedIn,
  makeNominating,
  makeSigned,
  nominationEnds,
} from "../../kit/nominations";
import { cast, makeScoring, recuse, type Scoring, scoringEnds, whileScoring } from "../../kit/scoring";

useDatabase();

/** "matter count until path" of what waits, sorted; the moment left out where there is none. */
const waiting = async (actor: Actor, when = now) =>
  (await awardTodos(read, { actor, now: when }))
    .map(({ matter, count, until, path }) =>
      [matter, count, ...(until ? [until.toISOString().slice(0, 16)] : []), path].join(" "),
    )
    .sort();

describe("a unit", () => {
  const end = nominationEnds.toISOString().slice(0, 16);

  test("is told of its drafts, of what its head may sign and of what is signed, each with the last moment", async () => {
    const at = await makeNominating();
    const list = paths.nominations(at.round.id);
    const draft = await makeDraft(at);
    const whole = await makeDraft(at);
    await fill(at, whole);
    const signed = await makeSigned(at);
    await makeHandedIn(at);
    expect(await waiting(at.clerk)).toEqual([
      ...[`drafts 2 ${end} ${list}?state=draft`, `to-hand-in 1 ${end} ${paths.nomination(signed)}`],
    ]);
    expect(await waiting(at.head)).toEqual([
      `drafts 1 ${end} ${paths.nomination(draft)}`,
      `to-hand-in 1 ${end} ${paths.nomination(signed)}`,
      `to-sign 1 ${end} ${paths.nomination(whole)}`,
    ]);
  });

  test("is told of an open call until it begins a dossier, even one that it withdraws, and of no other round", async () => {
    const at = await makeNominating();
    await transact(async (tx) => {
      await makeRound(tx, { ownerUnitId: at.owner.id, state: "draft" });
      await makeRound(tx, { ownerUnitId: at.owner.id, phases: { scoring: ["2025-08-15T00:00:00Z", null] } });
    });
    const call = `call 0 ${end} ${paths.nominationNew(at.round.id)}`;
    for (const actor of [at.clerk, at.head, at.neighbour]) expect(await waiting(actor)).toEqual([call]);
    expect(await waiting(at.clerk, nominationEnds)).toEqual([]);
    await transact((tx) => makeNomination(tx, at.category, at.ward, { state: "withdrawn" }));
    expect([await waiting(at.clerk), await waiting(at.neighbour)]).toEqual([[], [call]]);
    await transact((tx) => tx.update(awardRounds).set({ state: "cancelled" }));
    expect(await waiting(at.neighbour)).toEqual([]);
  });

  test("is told nothing of the dossiers of other units, nor the units above it and the administrator of all", async () => {
    const at = await makeNominating();
    await makeDraft(at);
    const others = await transact(async (tx) => [
      await makeActor(tx, "head", { unit: at.province }),
      await makeActor(tx, "administrator"),
    ]);
    const call = `call 0 ${end} ${paths.nominationNew(at.round.id)}`;
    const told = await Promise.all([at.neighbour, ...others].map((actor) => waiting(actor)));
    expect(told).toEqual([[call], [call], []]);
    expect(await waiting(at.clerk)).toHaveLength(1);
  });

  test("is told of what came back while it may come again, then that it is out of time, and of no draft that is", async () => {
    const at = await makeNominating();
    const back = await makeHandedIn(at);
    const late = await makeDraft(at);
    await transact((tx) =>
      returnNomination(tx, { ...actOf(back, at.organizer, appraising), reason: "Thiếu biên bản" }),
    );
    const returned = `returned 1 2025-09-20T00:00 ${paths.nomination(back)}`;
    expect(await waiting(at.clerk, appraising)).toEqual([returned]);
    await transact((tx) =>
      grantLateException(tx, {
        ...{ roundId: at.round.id, unitId: at.ward.id, until: new Date("2025-09-17T02:00:00Z"), reason: "Bão số 5" },
        ...{ actor: at.organizer, now: appraising },
      }),
    );
    expect(await waiting(at.clerk, appraising)).toEqual([
      `drafts 1 2025-09-17T02:00 ${paths.nomination(late)}`,
      returned,
    ]);
    // Whole as it is, its reason comes before its signature.
    expect(await waiting(at.head, appraising)).toContain(returned);
    await addPaper(at, back, "minutes", appraising);
    const over = new Date("2025-09-21T00:00:00Z");
    expect(await waiting(at.clerk, over)).toEqual([`too-late 1 ${paths.nomination(back)}`]);
    expect(await waiting(at.neighbour, over)).toEqual([]);
    await transact((tx) => tx.insert(roundPhases).values({ roundId: at.round.id, kind: "vote", startsAt: over }));
    expect(await waiting(at.clerk, over)).toEqual([]);
    await transact((tx) => tx.update(awardRounds).set({ state: "closed" }));
    expect(await waiting(at.clerk, appraising)).toEqual([]);
  });
});

describe("who runs a round", () => {
  const makeWaiting = async () => {
    const at = await makeNominating({ category: { rivalsLeave: false } });
    const [first, second] = await transact(async (tx) => [
      await makeNomination(tx, at.category, at.ward, { state: "submitted", submittedAt: now }),
      await makeNomination(tx, at.category, at.commune, { state: "submitted", submittedAt: now }),
      await makeNomination(tx, at.category, at.ward, { state: "received", submittedAt: now }),
      await makeNomination(tx, at.category, at.ward, { state: "draft" }),
    ]);
    return { at, first, second };
  };
  const until = "2025-09-20T00:00";

  test("is told what waits to be received and to be appraised, and no draft", async () => {
    const { at } = await makeWaiting();
    const list = paths.nominations(at.round.id);
    const [received] = await read.select().from(nominations).where(eq(nominations.state, "received"));
    expect(await waiting(at.organizer)).toEqual([
      `to-appraise 1 ${until} ${paths.nomination(received?.id as string)}`,
      `to-receive 2 ${until} ${list}?state=submitted`,
    ]);
  });

  test("and sits in the council counts nothing in conflict with the own seat", async () => {
    const { at, second } = await makeWaiting();
    const secretary = await transact(async (tx: Parameters<typeof makeSeat>[0]) => {
      const actor = await makeActor(tx, "organizer", { unit: at.owner });
      await makeSeat(tx, at.round, actor, { unitId: at.ward.id, role: "secretary" });
      return actor;
    });
    expect(await waiting(secretary)).toEqual([`to-receive 1 ${until} ${paths.nomination(second?.id as string)}`]);
  });
});

describe("a member of the council", () => {
  const member = (at: Scoring, n: number) => at.members[n]?.actor as Actor;
  const until = scoringEnds.toISOString().slice(0, 16);
  const left = async (at: Scoring, n: number, when = whileScoring) =>
    (await waiting(member(at, n), when)).map((line) => line.split(" ").slice(0, 3).join(" "));

  test("is told how many ballots are left while scoring runs, without those in conflict", async () => {
    const at = await makeScoring({ nominees: ["An", "Bình", "Chi"], category: { rivalsLeave: false } });
    await cast(at, 0, 0, 8, 8, 8, 8);
    await recuse(at, 1, 2);
    expect([await left(at, 0), await left(at, 1), await left(at, 2)]).toEqual([
      ...[[`to-score 2 ${until}`], [`to-score 2 ${until}`], [`to-score 3 ${until}`]],
    ]);
    for (const nominee of [1, 2]) await cast(at, 0, nominee, 8, 8, 8, 8);
    expect([await left(at, 0), await left(at, 2, scoringEnds)]).toEqual([[], []]);
    expect(await waiting(at.organizer, whileScoring)).toEqual([]);
  });

  test("is asked to declare first, and told no number before", async () => {
    const at = await makeScoring();
    await transact((tx) => tx.update(councilMembers).set({ declaredAt: null }));
    expect(await waiting(member(at, 0), whileScoring)).toEqual([
      `to-declare 0 ${until} ${paths.awardConflicts(at.round.id)}`,
    ]);
  });

  test("is asked to a planned meeting, also when it begins late, and not once it is opened or forgotten", async () => {
    const at = await makeScoring({ size: 3 });
    const meetingId = await makeMeeting(at, { open: false });
    const asked = paths.councilMeeting(at.round.id, meetingId);
    const hours = (n: number) => new Date(now.getTime() + n * 60 * 60 * 1000);
    const met = async (when: Date) => (await waiting(member(at, 0), when)).filter((line) => line.startsWith("to-meet"));
    const soon = `to-meet 1 ${now.toISOString().slice(0, 16)} ${asked}`;
    expect([await met(hours(-1)), await met(hours(1)), await met(hours(13))]).toEqual([
      ...[[soon], [`to-meet 1 ${asked}`], []],
    ]);
    expect(await waiting(at.organizer, hours(-1))).toEqual([]);
    const act = { actor: at.organizer, now, roundId: at.round.id, meetingId };
    expect(await transact((tx) => openMeeting(tx, act))).toMatchObject({ ok: true });
    expect(await met(hours(-1))).toEqual([]);
  });

  test("is called to a vote that runs until the own paper is in, and not where everything on it is in conflict", async () => {
    const at = await makeScoring({ size: 3 });
    const meetingId = await makeMeeting(at);
    const pollId = await makePoll(at, meetingId);
    const call = [`to-vote 1 ${paths.poll(at.round.id, meetingId, pollId)}`];
    expect([await waiting(member(at, 0)), await waiting(member(at, 1))]).toEqual([call, call]);
    await vote(at, { meetingId, pollId }, 0, "yes", "no");
    await transact((tx) =>
      tx.insert(declaredConflicts).values(
        at.nominees.map(({ id }) => ({
          ...{ memberId: at.members[1]?.seat.id as string, nominationId: id, reason: "Người thân" },
          ...({ source: "member", at: now } as const),
        })),
      ),
    );
    expect([await waiting(member(at, 0)), await waiting(member(at, 1)), await waiting(member(at, 2))]).toEqual([
      ...[[], [], call],
    ]);
  });
});
