import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Actor } from "../../../app/features/accounts/rules";
import { askedBy } from "../../../app/features/awards/rounds/reminders.reads.server";
import { type RoundSight, sightOf, statesIn } from "../../../app/features/awards/sight.reads.server";
import { declaredConflicts, holdings, nominations, people, unitSuccessions, users } from "../../../db/schema.server";
import { read, transact } from "../../../db/client.server";
import { makeCategory, makeNomination, makeRound, makeSeat } from "../../kit/awards";
import { useDatabase } from "../../kit/database";
import { makeActor, makeUnit, now } from "../../kit/makers";

useDatabase();

const make = () =>
  transact(async (tx) => {
    const province = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province" });
    const owner = await makeUnit(tx, { name: "UBND tỉnh", kind: "committee", parent: province });
    const science = await makeUnit(tx, { parent: province });
    const health = await makeUnit(tx, { name: "Sở Y tế", parent: province });
    const justice = await makeUnit(tx, { name: "Sở Tư pháp", parent: province });
    const round = await makeRound(tx, { ownerUnitId: owner.id });
    const { category } = await makeCategory(tx, round, { rivalsLeave: false });
    const other = (await makeCategory(tx, round, { sort: 2, title: { vi: "Cá nhân tiêu biểu" } })).category;
    const ofScience = await makeNomination(tx, category, science);
    const ofHealth = await makeNomination(tx, category, health);
    const person = await makeNomination(tx, other, justice, { nomineeName: "Lê Văn Tám", kind: "individual" });
    return { province, owner, science, health, justice, round, ofScience, ofHealth, person };
  });

const seen = async (actor: Awaited<ReturnType<typeof makeActor>>, at: Awaited<ReturnType<typeof make>>) => {
  const sight = await sightOf(read, { actor, roundId: at.round.id, now });
  return sight && [at.ofScience, at.ofHealth, at.person].map(({ id }) => sight.sees(id));
};

test("a member sees all but the dossiers of the own unit, of a unit once headed and what was declared", async () => {
  const at = await make();
  const actor = await transact(async (tx) => {
    const member = await makeActor(tx, "council-member", { unit: at.science });
    const [person] = await tx
      .insert(people)
      .values({ fullName: "Người council-member", search: "", createdAt: now })
      .returning();
    await tx.insert(holdings).values({
      unitId: at.health.id,
      personId: person?.id as string,
      duty: "head",
      title: "Giám đốc",
      heldFrom: "2020-01-01",
      heldTo: "2024-01-01",
    });
    const seat = await makeSeat(tx, at.round, member, { unitId: at.science.id, personId: person?.id ?? null });
    await tx.insert(declaredConflicts).values({
      memberId: seat.id,
      nominationId: at.person.id,
      reason: "Vợ chồng",
      source: "member",
      at: now,
    });
    return member;
  });
  expect(await seen(actor, at)).toEqual([false, false, false]);
  await transact((tx) => tx.update(declaredConflicts).set({ withdrawnAt: now }));
  expect(await seen(actor, at)).toEqual([false, false, true]);
});

test("an office that the register learns of after the council was seated closes its unit's dossier, to its holder alone", async () => {
  const at = await make();
  const [holder, namesake] = await transact(async (tx) => {
    const [one, other] = [await makeActor(tx, "council-member"), await makeActor(tx, "council-member")];
    for (const { userId } of [one, other]) await makeSeat(tx, at.round, { userId });
    return [one, other];
  });
  const all = [true, true, true];
  expect([await seen(holder, at), await seen(namesake, at)]).toEqual([all, all]);
  await transact(async (tx) => {
    const [account] = await tx.select().from(users).where(eq(users.id, holder.userId));
    const { email = "", name = "" } = account ?? {};
    // Of two who share an address, the one whose name is the account's.
    for (const [fullName, unit] of [
      ["Người dùng chung hộp thư", at.justice],
      [name, at.health],
    ] as const) {
      const [person] = await tx.insert(people).values({ fullName, email, search: "", createdAt: now }).returning();
      const office = { duty: "head", title: "Giám đốc", heldFrom: "2024-01-01" } as const;
      await tx.insert(holdings).values({ ...office, unitId: unit.id, personId: person?.id as string });
    }
  });
  expect([await seen(holder, at), await seen(namesake, at)]).toEqual([[true, false, true], all]);
});

test("who signs for a unit by an account leaves its dossier, seated without a unit and unknown to the register", async () => {
  const at = await make();
  const [head, before] = await transact(async (tx) => {
    const actors = [await makeActor(tx, "head", { unit: at.health }), await makeActor(tx, "council-member")];
    for (const { userId } of actors) await makeSeat(tx, at.round, { userId });
    return actors;
  });
  expect([await seen(head as Actor, at), await seen(before as Actor, at)]).toEqual([
    [true, false, true],
    [true, true, true],
  ]);
});

test("a merger lifts no conflict: whose unit was merged into the nominating one, or followed it, leaves the dossier", async () => {
  const at = await make();
  const [merged, following, beside] = await transact(async (tx) => {
    // Merged: half → old → health. Followed: health → next. What else next was made of has nothing to do with health.
    const [half, old, next, other] = [
      await makeUnit(tx, { name: "Trung tâm cũ", parent: at.province }),
      await makeUnit(tx, { name: "Sở cũ", parent: at.province }),
      await makeUnit(tx, { name: "Sở mới", parent: at.province }),
      await makeUnit(tx, { name: "Ban khác", parent: at.province }),
    ];
    const step = { kind: "merged", on: "2025-07-01" } as const;
    for (const [from, to] of [
      [half, old],
      [old, at.health],
      [at.health, next],
      [other, next],
    ] as const)
      await tx.insert(unitSuccessions).values({ ...step, fromUnitId: from.id, toUnitId: to.id });
    const actors = [];
    for (const { id: unitId } of [half, next, other]) {
      const actor = await makeActor(tx, "council-member");
      await makeSeat(tx, at.round, actor, { unitId });
      actors.push(actor);
    }
    return actors as [Actor, Actor, Actor];
  });
  const all = [true, true, true];
  const without = [true, false, true];
  expect([await seen(merged, at), await seen(following, at), await seen(beside, at)]).toEqual([without, without, all]);
});

test("a member who has not declared conflicts yet sees no dossier", async () => {
  const at = await make();
  const actor = await transact(async (tx) => {
    const member = await makeActor(tx, "council-member");
    await makeSeat(tx, at.round, member, { declaredAt: null });
    return member;
  });
  expect(await seen(actor, at)).toEqual([false, false, false]);
});

test("an organizer sees all; one who sits in the council leaves the own unit's dossier like every member", async () => {
  const at = await make();
  const organizer = await transact((tx) => makeActor(tx, "organizer", { unit: at.owner }));
  expect(await seen(organizer, at)).toEqual([true, true, true]);
  await transact((tx) => makeSeat(tx, at.round, organizer, { unitId: at.science.id, role: "secretary" }));
  expect(await seen(organizer, at)).toEqual([false, true, true]);
});

test("nobody else has a side of the council's: not another unit, not a member who left, not a member of a draft", async () => {
  const at = await make();
  const { focal, left } = await transact(async (tx) => {
    const focal = await makeActor(tx, "focal-point", { unit: at.health });
    const left = await makeActor(tx, "council-member");
    await makeSeat(tx, at.round, left, { leftAt: now });
    return { focal, left };
  });
  expect([await seen(focal, at), await seen(left, at)]).toEqual([null, null]);
  const draft = await transact(async (tx) => {
    const round = await makeRound(tx, { ownerUnitId: at.owner.id, state: "draft" });
    await makeSeat(tx, round, left);
    return round;
  });
  expect(await sightOf(read, { actor: left, roundId: draft.id, now })).toBe(null);
});

test("an organizer counts neither dossiers nor drafts to remind of that a conflict of the own seat closes", async () => {
  const at = await make();
  const [organizer, seated] = await transact(async (tx) => {
    await makeActor(tx, "focal-point", { unit: at.health });
    await makeActor(tx, "focal-point", { unit: at.justice });
    const free = await makeActor(tx, "organizer", { unit: at.owner });
    const member = await makeActor(tx, "organizer", { unit: at.owner });
    await makeSeat(tx, at.round, member, { unitId: at.health.id });
    for (const { id } of [at.ofHealth, at.person])
      await tx.update(nominations).set({ state: "draft" }).where(eq(nominations.id, id));
    return [free, member];
  });
  const counted = async (actor: typeof organizer) => {
    const sight = (await sightOf(read, { actor, roundId: at.round.id, now })) as RoundSight;
    const { readers } = await askedBy(read, { roundId: at.round.id, matter: "drafts", now, sees: sight.sees });
    return [statesIn(sight), readers.map(({ units, count }) => [...units, count])];
  };
  const [category, other] = [at.ofHealth.categoryId, at.person.categoryId];
  expect(await counted(organizer)).toEqual([
    new Map<string, object>([
      [category, { qualified: 1, draft: 1 }],
      [other, { draft: 1 }],
    ]),
    expect.arrayContaining([
      ["Sở Y tế", 1],
      ["Sở Tư pháp", 1],
    ]),
  ]);
  expect(await counted(seated)).toEqual([
    new Map<string, object>([
      [category, { qualified: 1 }],
      [other, { draft: 1 }],
    ]),
    [["Sở Tư pháp", 1]],
  ]);
});
