import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { remindRounds } from "../../../../app/features/awards/rounds/jobs.server";
import { findRound, findRoundFor, listRounds, membersOf } from "../../../../app/features/awards/rounds/reads.server";
import { remindRound } from "../../../../app/features/awards/rounds/reminders.writes.server";
import { categoriesOf } from "../../../../app/features/awards/rounds/templates.rules";
import type { RoundFacts } from "../../../../app/features/awards/rounds/rules";
import {
  cancelRound,
  changeRound,
  closeRound,
  createRound,
  publishRound,
} from "../../../../app/features/awards/rounds/writes.server";
import { grantLateException, setCalendar } from "../../../../app/features/awards/rounds/calendar.writes.server";
import { removeCategory, saveCategory } from "../../../../app/features/awards/categories/writes.server";
import { seatMember, unseatMember } from "../../../../app/features/awards/rounds/council.writes.server";
import { liftConflict, pinConflict } from "../../../../app/features/awards/conflicts/writes.server";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import { auditLog, awardCategories, awardRounds, letters, units, users } from "../../../../db/schema.server";
import { makeNomination } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { makeActor, makeEvent, makeOrganization, makeUnit, now } from "../../../kit/makers";

useDatabase();

const facts = {
  ...{ title: { vi: "Khen thưởng Ngày Chuyển đổi số 2025" }, purpose: null, year: 2025, campaignId: null },
  ...{ documentId: null, ceremonyEventId: null, authority: "Chủ tịch Ủy ban nhân dân tỉnh", place: "Lam Giang" },
  ...{ quorumOf: 2, quorumIn: 3, conflictYears: 3, eligibility: [] },
};
const rule = { fact: "overdue-tasks" as const, limit: 2, effect: "block" as const };
const nomination = {
  ...{ kind: "nomination" as const, startsAt: new Date("2025-08-15T00:00:00Z") },
  endsAt: new Date("2025-09-15T10:00:00Z"),
};

async function province() {
  return await transact(async (tx) => {
    await makeOrganization(tx);
    const committee = await makeUnit(tx, { name: "Ủy ban nhân dân tỉnh", kind: "committee" });
    const ward = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward" });
    const commune = await makeUnit(tx, { name: "Xã Thạch Khê", kind: "commune" });
    const organizer = await makeActor(tx, "organizer");
    const ofWard = await makeActor(tx, "focal-point", { unit: ward });
    const ofCommune = await makeActor(tx, "head", { unit: commune });
    return { committee, ward, commune, organizer, ofWard, ofCommune };
  });
}
type Place = Awaited<ReturnType<typeof province>>;

async function draft({ committee, organizer }: Pick<Place, "committee" | "organizer">, press = newPress()) {
  const given = { ...facts, press, template: "national-day" as const, ownerUnitId: committee.id };
  const made = await transact((tx) => createRound(tx, { ...given, actor: organizer, now }));
  if (!made.ok) throw new Error(made.reason);
  return made.roundId;
}
const letterKeys = async () =>
  (await read.select({ key: letters.key, kind: letters.kind }).from(letters)).map(
    ({ kind, key }) => `${kind} ${key.split(":").at(-1)}`,
  );

describe("a round", () => {
  test("pressed twice is made once, with the six categories of the template", async () => {
    const place = await province();
    const press = newPress();
    const [first, second] = [await draft(place, press), await draft(place, press)];
    const round = await findRound(read, { roundId: first });
    expect([first === second, round?.state, round?.categories.map(({ quota }) => quota)]).toEqual([
      ...[true, "draft", [5, 5, 10, 20, 3, 5]],
    ]);
  });

  test("as a draft is nobody's but its organizers', and is made by them alone", async () => {
    const place = await province();
    const roundId = await draft(place);
    expect(await listRounds(read, { actor: place.ofWard })).toEqual([]);
    expect(await findRoundFor(read, { roundId, actor: place.ofWard })).toBeNull();
    const given = { ...facts, template: "empty" as const, ownerUnitId: place.committee.id };
    const stranger = await transact((tx) => createRound(tx, { ...given, actor: place.ofWard, now }));
    expect(stranger).toEqual({ ok: false, reason: "not-allowed" });
  });

  test("of the next year takes categories, council and the calendar along, moved by a year", async () => {
    const place = await province();
    const previousId = await draft(place);
    const act = { roundId: previousId, actor: place.organizer, now };
    await transact((tx) => setCalendar(tx, { ...act, phases: [nomination] }));
    const seat = { userId: place.ofWard.userId, unitId: place.ward.id, role: "chair" as const, title: "Chủ tịch" };
    await transact((tx) => seatMember(tx, { ...act, ...seat }));
    const gone = { userId: place.ofCommune.userId, unitId: null, role: "member" as const, title: "" };
    await transact((tx) => seatMember(tx, { ...act, ...gone }));
    await transact((tx) => tx.update(users).set({ disabledAt: now }).where(eq(users.id, gone.userId)));
    const given = { ...facts, year: 2026, template: "empty" as const, previousId, ownerUnitId: place.committee.id };
    const made = await transact((tx) => createRound(tx, { ...given, actor: null, now }));
    const roundId = made.ok ? made.roundId : "";
    const next = await findRound(read, { roundId });
    const members = await membersOf(read, { roundId });
    expect(next?.phases.map(({ startsAt }) => startsAt.toISOString())).toEqual(["2026-08-15T00:00:00.000Z"]);
    expect(next?.categories.map(({ criteria }) => criteria.length)).toEqual([5, 5, 4, 4, 4, 4]);
    expect(members.map(({ userId, role, declaredAt }) => ({ userId, role, declaredAt }))).toEqual([
      { userId: place.ofWard.userId, role: "chair", declaredAt: null },
    ]);
  });
});

test("a seat of one's own in a called round is not the organizer's to change or give up, a colleague's is", async () => {
  const place = await province();
  const act = { roundId: await draft(place), actor: place.organizer, now };
  const own = { ...act, userId: place.organizer.userId, role: "member" as const, title: "" };
  const colleague = { ...own, userId: place.ofWard.userId };
  // A draft has no dossiers that a seat could close.
  expect(await transact((tx) => seatMember(tx, { ...own, unitId: place.ward.id }))).toEqual({ ok: true });
  expect(await transact((tx) => seatMember(tx, { ...own, unitId: place.committee.id }))).toEqual({ ok: true });
  await transact((tx) => seatMember(tx, { ...colleague, unitId: place.ward.id }));
  await transact((tx) => tx.update(awardRounds).set({ state: "published" }));
  const seats = await membersOf(read, act);
  const idOf = (userId: string) => seats.find((one) => one.userId === userId)?.id as string;
  const ownSeat = { ok: false, reason: "own-seat" };
  const memberId = idOf(own.userId);
  expect(await transact((tx) => seatMember(tx, { ...own, unitId: null }))).toEqual(ownSeat);
  expect(await transact((tx) => unseatMember(tx, { ...act, memberId }))).toEqual(ownSeat);
  expect(await transact((tx) => seatMember(tx, { ...colleague, unitId: null }))).toEqual({ ok: true });
  const other = { ...act, memberId: idOf(colleague.userId) };
  expect(await transact((tx) => unseatMember(tx, other))).toEqual({ ok: true });
  // Given up by somebody else, it is not taken again by its holder.
  await transact((tx) => unseatMember(tx, { ...act, actor: null, memberId }));
  expect(await transact((tx) => seatMember(tx, { ...own, unitId: null }))).toEqual(ownSeat);
});

test("a unit that was closed owns no new round and gives no new seat; a seat that it has is kept", async () => {
  const place = await province();
  const act = { roundId: await draft(place), actor: place.organizer, now };
  const seat = (userId: string, unitId: string) =>
    transact((tx) => seatMember(tx, { ...act, userId, unitId, role: "member", title: "" }));
  expect(await seat(place.ofWard.userId, place.ward.id)).toEqual({ ok: true });
  await transact((tx) => tx.update(units).set({ activeTo: "2025-06-30" }));
  expect([await seat(place.ofWard.userId, place.ward.id), await seat(place.ofCommune.userId, place.ward.id)]).toEqual([
    { ok: true },
    { ok: false, reason: "no-unit" },
  ]);
  const given = { ...facts, template: "empty" as const, ownerUnitId: place.committee.id, actor: null, now };
  expect(await transact((tx) => createRound(tx, given))).toEqual({ ok: false, reason: "no-owner" });
});

describe("what is said of a round", () => {
  test("leads to a document, a campaign and a ceremony that the organizer sees, and to nothing made up", async () => {
    const place = await province();
    const act = { roundId: await draft(place), actor: place.organizer, now };
    const made = await transact(async (tx) => ({
      hidden: await makeEvent(tx, { host: place.ward, state: "draft" }),
      open: await makeEvent(tx, { host: place.ward }),
    }));
    const ofCommittee = await transact((tx) => makeActor(tx, "organizer", { unit: place.committee }));
    const link = (over: Partial<RoundFacts>, actor = act.actor) =>
      transact((tx) => changeRound(tx, { ...act, actor, ...facts, ...over }));
    expect([
      await link({ documentId: "made-up" }),
      await link({ campaignId: "made-up" }),
      await link({ ceremonyEventId: "made-up" }),
      await link({ ceremonyEventId: made.hidden.id }, ofCommittee),
    ]).toEqual([
      { ok: false, reason: "no-document" },
      { ok: false, reason: "no-campaign" },
      ...[1, 2].map(() => ({ ok: false, reason: "no-event" })),
    ]);
    const { roundId } = act;
    expect(await link({ ceremonyEventId: made.open.id, eligibility: [rule] })).toEqual({ ok: true, roundId });
    const round = await findRound(read, { roundId });
    expect([round?.ceremonyEventId, round?.eligibility]).toEqual([made.open.id, [rule]]);
  });

  test("keeps a link that whoever changes the rest could not choose", async () => {
    const place = await province();
    const roundId = await draft(place);
    const hidden = await transact((tx) => makeEvent(tx, { host: place.ward, state: "draft" }));
    const ceremonyEventId = hidden.id;
    await transact((tx) => changeRound(tx, { ...facts, ceremonyEventId, roundId, actor: null, now }));
    const actor = await transact((tx) => makeActor(tx, "organizer", { unit: place.committee }));
    expect(await transact((tx) => changeRound(tx, { ...facts, ceremonyEventId, roundId, actor, now }))).toEqual({
      ...{ ok: true, roundId },
    });
  });
});

describe("its parts", () => {
  test("weights that do not sum are refused with their sum, and nothing changes", async () => {
    const place = await province();
    const act = { roundId: await draft(place), actor: place.organizer, now };
    const [content] = categoriesOf("national-day");
    const criteria = content!.criteria.slice(1);
    const refused = await transact((tx) =>
      saveCategory(tx, { ...act, categoryId: null, content: { ...content!, criteria } }),
    );
    expect(refused).toEqual({ ok: false, reason: "weights", sum: 65 });
    expect((await findRound(read, act))?.categories.length).toBe(6);
  });

  test("what makes the ranks stays once there are scores, and a category with nominations is not removed", async () => {
    const place = await province();
    const act = { roundId: await draft(place), actor: place.organizer, now };
    const category = (await findRound(read, act))?.categories[0];
    const categoryId = category!.id;
    await transact((tx) => makeNomination(tx, { id: categoryId, roundId: act.roundId }, place.ward));
    const fixed = { adjustmentFixed: "none" as const, adjustmentFixedAt: now };
    await transact((tx) => tx.update(awardCategories).set(fixed).where(eq(awardCategories.id, categoryId)));
    const turned = [...category!.criteria].reverse();
    expect(
      await transact((tx) => saveCategory(tx, { ...act, categoryId, content: { ...category!, criteria: turned } })),
    ).toEqual({ ok: false, reason: "scored" });
    // Each of these decides ranks as the weights do, and would do so without a word in the journal.
    const turns = [
      ...[{ aggregate: "trimmed" }, { minimumScore: 60 }, { judgesPerNomination: 2 }],
      { rivalsLeave: !category!.rivalsLeave },
    ] as const;
    for (const turn of turns)
      expect(
        await transact((tx) => saveCategory(tx, { ...act, categoryId, content: { ...category!, ...turn } })),
      ).toEqual({ ok: false, reason: "scored" });
    expect(
      await transact((tx) => saveCategory(tx, { ...act, categoryId, content: { ...category!, quota: 7 } })),
    ).toEqual({ ok: true, categoryId });
    expect(await transact((tx) => removeCategory(tx, { ...act, categoryId }))).toEqual({
      ...{ ok: false, reason: "has-nominations" },
    });
  });

  test("a row of the form that names a criterion for the second time is one more, so that the weights kept are those summed", async () => {
    const place = await province();
    const act = { roundId: await draft(place), actor: place.organizer, now };
    const category = (await findRound(read, act))?.categories[0];
    const categoryId = category!.id;
    const [first] = category!.criteria;
    const criteria = [60, 40].map((weight) => ({ ...first!, weight }));
    await transact((tx) => saveCategory(tx, { ...act, categoryId, content: { ...category!, criteria } }));
    const saved = (await findRound(read, act))?.categories[0]?.criteria;
    expect(saved?.map(({ weight }) => weight)).toEqual([60, 40]);
  });

  test("a council has one chair, and a late exception needs a reason and a moment ahead", async () => {
    const place = await province();
    const act = { roundId: await draft(place), actor: place.organizer, now };
    const seat = (userId: string) =>
      transact((tx) => seatMember(tx, { ...act, userId, unitId: null, role: "chair", title: "" }));
    expect([await seat(place.ofWard.userId), await seat(place.ofCommune.userId)]).toEqual([
      { ok: true },
      { ok: false, reason: "chair-taken" },
    ]);
    const late = (until: Date, reason: string) =>
      transact((tx) => grantLateException(tx, { ...act, unitId: place.ward.id, until, reason }));
    expect([await late(now, "Bão"), await late(nomination.endsAt, ""), await late(nomination.endsAt, "Bão")]).toEqual([
      { ok: false, reason: "past" },
      { ok: false, reason: "no-reason" },
      { ok: true },
    ]);
    const verbs = await read.select({ verb: auditLog.verb }).from(auditLog);
    expect(verbs.map(({ verb }) => verb).filter((verb) => verb.startsWith("award-round."))).toEqual([
      ...["award-round.created", "award-round.member-seated", "award-round.late-exception"],
    ]);
  });
});

describe("a round that was closed or called off", () => {
  test.each(["closed", "cancelled"] as const)("(%s) keeps all that is in it as it was", async (end) => {
    const place = await province();
    const act = { roundId: await draft(place), actor: place.organizer, now };
    const { roundId } = act;
    await transact((tx) => setCalendar(tx, { ...act, phases: [nomination] }));
    const seat = { userId: place.ofWard.userId, unitId: null, role: "chair" as const, title: "" };
    await transact((tx) => seatMember(tx, { ...act, ...seat }));
    const category = (await findRound(read, act))?.categories[0];
    const categoryId = category!.id;
    const made = await transact((tx) => makeNomination(tx, { id: categoryId, roundId }, place.ward));
    const [member] = await membersOf(read, act);
    const pair = { ...act, memberId: member!.id, nominationId: made.id, reason: "Người thân" };
    await transact((tx) => pinConflict(tx, pair));
    await transact((tx) => publishRound(tx, act));
    if (end === "closed") await transact((tx) => closeRound(tx, act));
    else await transact((tx) => cancelRound(tx, { ...act, reason: "Bão" }));
    const before = await dumpDatabase();
    const late = { unitId: place.ward.id, until: nomination.endsAt, reason: "Bão" };
    const answers = [
      await transact((tx) => changeRound(tx, { ...act, ...facts, conflictYears: 0 })),
      await transact((tx) => setCalendar(tx, { ...act, phases: [] })),
      await transact((tx) => grantLateException(tx, { ...act, ...late })),
      await transact((tx) => seatMember(tx, { ...act, ...seat, role: "member" })),
      await transact((tx) => unseatMember(tx, { ...act, memberId: member!.id })),
      await transact((tx) => saveCategory(tx, { ...act, categoryId, content: { ...category!, quota: 7 } })),
      await transact((tx) => saveCategory(tx, { ...act, categoryId: null, content: category! })),
      await transact((tx) => removeCategory(tx, { ...act, categoryId })),
      await transact((tx) => pinConflict(tx, pair)),
      await transact((tx) => liftConflict(tx, pair)),
      await transact((tx) => cancelRound(tx, { ...act, reason: "Bão" })),
    ];
    expect(answers).toEqual(answers.map(() => ({ ok: false, reason: "ended" })));
    expect(await dumpDatabase()).toEqual(before);
  });
});

describe("letters", () => {
  async function called(at = now) {
    const place = await province();
    const roundId = await draft(place);
    await transact((tx) => makeActor(tx, "point-operator", { unit: place.ward }));
    const act = { roundId, actor: place.organizer, now: at };
    await transact((tx) => setCalendar(tx, { ...act, phases: [nomination] }));
    const done = await transact((tx) => publishRound(tx, act));
    return { ...place, act, roundId, done };
  }

  test("the call goes once to each head and focal point, and to nobody who may not nominate", async () => {
    const { done, act, ofWard, ofCommune } = await called();
    expect(done).toEqual({ ok: true, letters: 2 });
    expect((await letterKeys()).sort()).toEqual([ofWard, ofCommune].map(({ email }) => `award-call ${email}`).sort());
    expect(await transact((tx) => publishRound(tx, act))).toEqual({ ok: false, reason: "not-draft" });
    expect((await letterKeys()).length).toBe(2);
  });

  test("a draft without a time of nomination is not called out and writes nothing", async () => {
    const place = await province();
    const act = { roundId: await draft(place), actor: place.organizer, now };
    expect(await transact((tx) => publishRound(tx, act))).toEqual({
      ...{ ok: false, reason: "lacks", lacks: ["nomination", "chair"] },
    });
    expect(await letterKeys()).toEqual([]);
  });

  test("by hand reach the silent and those with drafts, once a day; another's round is refused", async () => {
    const { act, roundId, ward, ofWard, ofCommune } = await called();
    const category = (await findRound(read, { roundId }))?.categories[0];
    await transact((tx) => makeNomination(tx, { id: category!.id, roundId }, ward, { state: "draft" }));
    const remind = (matter: "silent" | "drafts" | "score", actor = act.actor) =>
      transact((tx) => remindRound(tx, { ...act, actor, matter }));
    expect([await remind("silent"), await remind("drafts"), await remind("drafts")]).toEqual([
      { ok: true, letters: 1 },
      { ok: true, letters: 1 },
      { ok: true, letters: 0 },
    ]);
    expect((await letterKeys()).filter((key) => !key.startsWith("award-call")).sort()).toEqual([
      ...[`award-drafts ${ofWard.email}`, `award-silent ${ofCommune.email}`],
    ]);
    expect([await remind("score"), await remind("silent", ofWard)]).toEqual([
      { ok: false, reason: "no-step" },
      { ok: false, reason: "not-allowed" },
    ]);
  });

  test("the clock reminds the silent seven days before the end, and a second turn writes nothing", async () => {
    const { ofWard, ofCommune } = await called();
    const morning = new Date("2025-09-08T10:00:00Z");
    expect([
      await remindRounds(new Date("2025-09-08T09:59:00Z")),
      await remindRounds(morning),
      await remindRounds(morning),
    ]).toEqual([0, 2, 0]);
    expect((await letterKeys()).filter((key) => key.startsWith("award-silent")).sort()).toEqual(
      [ofWard, ofCommune].map(({ email }) => `award-silent ${email}`).sort(),
    );
  });

  test("the clock does not remind of a wave that the call itself came after", async () => {
    const { ofWard } = await called(new Date("2025-09-10T01:00:00Z"));
    expect([
      await remindRounds(new Date("2025-09-10T02:00:00Z")),
      await remindRounds(new Date("2025-09-13T10:00:00Z")),
    ]).toEqual([0, 2]);
    expect(await letterKeys()).toContain(`award-silent ${ofWard.email}`);
  });
});
