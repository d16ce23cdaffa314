import { expect, test } from "vitest";
import { remindRounds } from "../../../../app/features/awards/rounds/jobs.server";
import { lettersOfRound } from "../../../../app/features/awards/rounds/letters.reads.server";
import { findRound } from "../../../../app/features/awards/rounds/reads.server";
import { askedBy } from "../../../../app/features/awards/rounds/reminders.reads.server";
import type { AskingMatter } from "../../../../app/features/awards/rounds/reminders.rules";
import { remindRound } from "../../../../app/features/awards/rounds/reminders.writes.server";
import { sightOf } from "../../../../app/features/awards/sight.reads.server";
import { read, transact } from "../../../../db/client.server";
import { grants, holdings, people, users } from "../../../../db/schema.server";
import { makeCategory, makeNomination, makeRound, makeSeat } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { makeActor, makeOrganization, makeUnit, now } from "../../../kit/makers";
import { eq } from "drizzle-orm";

useDatabase();

const zone = "Asia/Ho_Chi_Minh";
const nomination: [string, string] = ["2025-08-15T00:00:00Z", "2025-09-15T10:00:00Z"];

/** A called round; a ward with a focal point, a commune whose head has no address, a school with nobody, a team. */
const story = (phases: Parameters<typeof makeRound>[1] = {}) =>
  transact(async (tx) => {
    await makeOrganization(tx);
    const owner = await makeUnit(tx, { name: "UBND tỉnh", kind: "committee" });
    const ward = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward" });
    const commune = await makeUnit(tx, { name: "Xã Thạch Khê", kind: "commune" });
    await makeUnit(tx, { name: "Trường Nguyễn Du", kind: "school" });
    await makeUnit(tx, { name: "Tổ công nghệ số số 7", kind: "team", parent: ward });
    await makeUnit(tx, { name: "Sở cũ", activeTo: "2025-06-30" });
    const focal = await makeActor(tx, "focal-point", { unit: ward, name: "Nguyễn Văn Bến" });
    const organizer = await makeActor(tx, "organizer", { unit: owner });
    await tx.insert(grants).values({ userId: organizer.userId, role: "head", unitId: owner.id, grantedAt: now });
    const [silentHead] = await tx
      .insert(people)
      .values({ fullName: "Lê Thị Khê", search: "le thi khe", createdAt: now })
      .returning();
    await tx.insert(holdings).values({
      ...{ personId: silentHead?.id as string, unitId: commune.id, duty: "head", title: "Chủ tịch" },
      heldFrom: "2024-01-01",
    });
    const round = await makeRound(tx, { ownerUnitId: owner.id, phases: { nomination }, ...phases });
    return { owner, ward, commune, focal, organizer, round };
  });
type Story = Awaited<ReturnType<typeof story>>;

const press = ({ round, organizer }: Story, matter: AskingMatter, at = now) =>
  transact((tx) => remindRound(tx, { roundId: round.id, matter, actor: organizer, now: at }));
const asked = async ({ round }: Story, matter: AskingMatter, at = now) => {
  const { readers, unheard } = await askedBy(read, { roundId: round.id, matter, now: at });
  return {
    readers: readers.map(({ name, units, count }) => [name, units.join("+"), count]).sort(),
    unheard: unheard.map(({ name, people: named }) => [name, ...named]).sort(),
  };
};

test("units that no letter reaches are named with their people; old units and teams are not asked", async () => {
  const at = await story();
  expect(await asked(at, "silent")).toEqual({
    readers: [
      ["Nguyễn Văn Bến", "Phường Bến Lam", 1],
      ["Người organizer", "UBND tỉnh", 1],
    ],
    unheard: [["Trường Nguyễn Du"], ["Xã Thạch Khê", "Lê Thị Khê"]],
  });
});

test("who speaks for two units gets one letter, with the dossiers of both", async () => {
  const at = await story();
  await transact(async (tx) => {
    await tx.insert(grants).values({ userId: at.focal.userId, role: "head", unitId: at.commune.id, grantedAt: now });
    const { category } = await makeCategory(tx, at.round);
    for (const [unit, state] of [
      [at.ward, "draft"],
      [at.ward, "returned"],
      [at.commune, "signed"],
    ] as const)
      await makeNomination(tx, category, unit, { state });
    await makeNomination(tx, category, at.owner, { state: "submitted" });
  });
  expect(await asked(at, "drafts")).toEqual({
    readers: [
      ["Nguyễn Văn Bến", expect.stringMatching(/^(Phường Bến Lam\+Xã Thạch Khê|Xã Thạch Khê\+Phường Bến Lam)$/), 3],
    ],
    unheard: [],
  });
  expect(await press(at, "drafts")).toEqual({ ok: true, letters: 1 });
});

test("members are asked for what they have left, without the dossiers that a conflict closes to them", async () => {
  const at = await story({ phases: { scoring: nomination } });
  const round = at.round;
  const made = await transact(async (tx) => {
    const { category } = await makeCategory(tx, round, { rivalsLeave: false });
    for (const unit of [at.ward, at.commune]) await makeNomination(tx, category, unit);
    const free = await makeActor(tx, "council-member", { name: "Ủy viên tự do" });
    const kin = await makeActor(tx, "council-member", { name: "Ủy viên cùng phường" });
    const gone = await makeActor(tx, "council-member", { name: "Ủy viên đã khóa" });
    await makeSeat(tx, round, free);
    await makeSeat(tx, round, kin, { unitId: at.ward.id });
    await makeSeat(tx, round, gone);
    await tx.update(users).set({ disabledAt: now }).where(eq(users.id, gone.userId));
    return at;
  });
  expect(await asked(made, "score")).toEqual({
    readers: [
      ["Ủy viên cùng phường", "", 1],
      ["Ủy viên tự do", "", 2],
    ],
    unheard: [["Ủy viên đã khóa"]],
  });
});

test("an organizer whose own seat is in conflict is told what members have left of the dossiers that they see", async () => {
  const at = await story({ phases: { scoring: nomination } });
  await transact(async (tx) => {
    const { category } = await makeCategory(tx, at.round, { rivalsLeave: false });
    for (const unit of [at.ward, at.commune]) await makeNomination(tx, category, unit);
    await makeSeat(tx, at.round, await makeActor(tx, "council-member"));
    await makeSeat(tx, at.round, at.organizer, { unitId: at.ward.id });
  });
  const round = await findRound(read, { roundId: at.round.id });
  const sight = await sightOf(read, { actor: at.organizer, roundId: at.round.id, now });
  const leftToScore = async (sees: (id: string) => boolean) =>
    (await lettersOfRound(read, { round: round!, sees, now, zone }))
      .find(({ matter }) => matter === "score")
      ?.due.map(({ count }) => count)
      .sort();
  expect([await leftToScore(sight!.sees), await leftToScore(() => true)]).toEqual([
    [1, 1],
    [1, 2],
  ]);
});

test("the page's facts: who would get which letter, what it says in the reader's language, and what has left", async () => {
  const at = await story();
  await transact((tx) => tx.update(users).set({ locale: "en" }).where(eq(users.id, at.focal.userId)));
  const facts = async () => {
    const round = await findRound(read, { roundId: at.round.id });
    const found = await lettersOfRound(read, { round: round!, sees: () => true, now, zone });
    return found.map(({ matter, why, due, had, previews, left }) => ({
      ...{ matter, why, due: due.length, had: had.length, waiting: left.waiting, last: left.lastAt },
      previews: previews.map(({ locale, subject }) => `${locale} ${subject}`),
    }));
  };
  const nobody = { due: 0, had: 0, waiting: 0, last: null, previews: [] };
  const previews = (vi: string, en: string) => [
    `vi ${vi}: Khen thưởng Ngày Chuyển đổi số 2025`,
    `en ${en}: Khen thưởng Ngày Chuyển đổi số 2025`,
  ];
  const call = { matter: "call", why: null, had: 0, due: 2, waiting: 0, last: null };
  const silent = { ...nobody, matter: "silent", why: null, due: 2 };
  const rest = [
    { ...nobody, matter: "drafts", why: null },
    { ...nobody, matter: "score", why: "no-step" },
  ];
  expect(await facts()).toEqual([
    { ...call, previews: previews("Đề nghị đề cử khen thưởng", "Call for nominations") },
    { ...silent, previews: previews("Nhắc đề cử khen thưởng", "Reminder to nominate") },
    ...rest,
  ]);
  expect(await press(at, "silent")).toEqual({ ok: true, letters: 2 });
  expect((await facts())[1]).toEqual({ ...silent, due: 0, had: 2, waiting: 2, last: now, previews: [] });
});

test("the call reaches an address once a round: pressed again it writes to who came since, and to nobody else", async () => {
  const at = await story();
  expect(await press(at, "call")).toEqual({ ok: true, letters: 2 });
  await transact((tx) => makeActor(tx, "head", { unit: at.commune }));
  const later = new Date("2025-09-05T01:00:00Z");
  expect([await press(at, "call", later), await press(at, "call", later)]).toEqual([
    { ok: true, letters: 1 },
    { ok: true, letters: 0 },
  ]);
});

test("a reminder reaches an address once a day, whether a hand or the clock was first", async () => {
  const at = await story();
  const wave = new Date("2025-09-08T10:00:00Z"); // seven days before the end
  const morning = new Date("2025-09-08T02:00:00Z");
  expect(await press(at, "silent", morning)).toEqual({ ok: true, letters: 2 });
  await transact((tx) => makeActor(tx, "head", { unit: at.commune }));
  expect([await remindRounds(wave), await press(at, "silent", wave)]).toEqual([1, { ok: true, letters: 0 }]);
  expect(await press(at, "silent", new Date("2025-09-09T02:00:00Z"))).toEqual({ ok: true, letters: 3 });
});
