import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findNomination } from "../../../../app/features/awards/nominations/reads.server";
import {
  qualifyNomination,
  receiveNomination,
  refuseNomination,
  returnNomination,
  unsignNomination,
  withdrawNomination,
} from "../../../../app/features/awards/nominations/steps.writes.server";
import { grantLateException } from "../../../../app/features/awards/rounds/calendar.writes.server";
import { read, transact } from "../../../../db/client.server";
import { awardRounds, letters, nominationSteps, tasks } from "../../../../db/schema.server";
import { makeCategory, makeRound, makeSeat } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { makeActor, now } from "../../../kit/makers";
import {
  actOf,
  addPaper,
  appraising,
  fill,
  makeDraft,
  makeHandedIn,
  makeNominating,
  makeSigned,
  type Nominating,
  nominationEnds,
  sign,
  stateOf,
  submit,
} from "../../../kit/nominations";
import { makeProvince, makeTask } from "../../../kit/tasks";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const second = 1000;
const past = (moment: Date, ms: number) => new Date(moment.getTime() + ms);

const receive = (at: Nominating, id: string, actor = at.organizer) =>
  transact((tx) => receiveNomination(tx, actOf(id, actor, appraising)));
const giveBack = (at: Nominating, id: string, reason = "Thiếu biên bản họp") =>
  transact((tx) => returnNomination(tx, { ...actOf(id, at.organizer, appraising), reason }));
const withdraw = (at: Nominating, id: string, reason = "Đề cử nhầm") =>
  transact((tx) => withdrawNomination(tx, { ...actOf(id, at.clerk, appraising), reason }));
const qualify = (at: Nominating, id: string, opinion = "Đủ hồ sơ") =>
  transact((tx) => qualifyNomination(tx, { ...actOf(id, at.organizer, appraising), opinion }));
const turnDown = (at: Nominating, id: string, reason = "Không thuộc đối tượng") =>
  transact((tx) => refuseNomination(tx, { ...actOf(id, at.organizer, appraising), reason }));

/** Who was written to about what. */
const told = async () =>
  (await read.select({ kind: letters.kind, to: letters.toAddress }).from(letters)).map(
    ({ kind, to }) => `${kind} ${to}`,
  );
const toUnit = ({ head, clerk }: Nominating, matter: string) =>
  [head, clerk].map(({ email }) => `award-${matter} ${email}`);
const storyOf = async (nominationId: string) =>
  (
    await read
      .select()
      .from(nominationSteps)
      .where(eq(nominationSteps.nominationId, nominationId))
      .orderBy(asc(nominationSteps.at), asc(nominationSteps.id))
  ).map(({ kind, note }) => (note ? `${kind}: ${note}` : kind));

describe("signing", () => {
  test("is the head's alone, of a whole dossier, and can be taken back", async () => {
    const at = await makeNominating();
    const id = await makeDraft(at);
    expect(await sign(at, id)).toEqual({
      ...{ ok: false, reason: "incomplete" },
      lacks: [
        { what: "text", field: "achievement" },
        { what: "text", field: "report" },
        ...["proposal", "report", "minutes"].map((kind) => ({ what: "file", kind })),
        { what: "signature" },
      ],
    });
    await fill(at, id);
    expect([
      await sign({ ...at, head: at.clerk }, id),
      await sign({ ...at, head: at.neighbour }, id),
      await sign({ ...at, head: at.organizer }, id),
      await sign(at, id),
      await sign(at, id),
    ]).toEqual([
      ...[refused("not-allowed"), refused("not-allowed"), refused("not-allowed")],
      ...[{ ok: true }, refused("wrong-state")],
    ]);
    expect(await findNomination(read, { nominationId: id })).toMatchObject({ signedBy: at.head.userId, signedAt: now });
    expect(await transact((tx) => unsignNomination(tx, actOf(id, at.head)))).toEqual({ ok: true });
    expect(await stateOf(id)).toBe("draft");
  });
});

describe("handing in", () => {
  test("is taken to the last second of the window, and not at its end nor a second later", async () => {
    const at = await makeNominating();
    const [inTime, atTheEnd, tooLate] = [await makeSigned(at), await makeSigned(at), await makeSigned(at)];
    expect([
      await submit(at, inTime, past(nominationEnds, -second)),
      await submit(at, atTheEnd, nominationEnds),
      await submit(at, tooLate, past(nominationEnds, second)),
    ]).toEqual([{ ok: true, late: false }, refused("round-closed"), refused("round-closed")]);
    expect([await stateOf(inTime), await stateOf(tooLate)]).toEqual(["submitted", "signed"]);
  });

  test("after the window is late, to the end of the unit's own exception and of no other unit's", async () => {
    const at = await makeNominating();
    const until = past(nominationEnds, 3_600 * second);
    const grant = (unitId: string) =>
      transact((tx) =>
        grantLateException(tx, {
          ...{ roundId: at.round.id, unitId, until, reason: "Bão số 5", actor: at.organizer, now: nominationEnds },
        }),
      );
    const [first, other] = [await makeSigned(at), await makeSigned(at)];
    await grant(at.commune.id);
    expect(await submit(at, first, past(until, -second))).toEqual(refused("round-closed"));
    await grant(at.ward.id);
    expect([await submit(at, first, past(until, -second)), await submit(at, other, until)]).toEqual([
      ...[{ ok: true, late: true }, refused("round-closed")],
    ]);
    expect(await findNomination(read, { nominationId: first })).toMatchObject({ state: "submitted", late: true });
  });

  test("needs a signature, the unit's own hand and a round that runs", async () => {
    const at = await makeNominating();
    const draft = await makeDraft(at);
    const signed = await makeSigned(at);
    expect([await submit(at, draft), await submit({ ...at, clerk: at.neighbour }, signed)]).toEqual([
      ...[refused("wrong-state"), refused("not-allowed")],
    ]);
    await transact((tx) => tx.update(awardRounds).set({ state: "closed" }));
    expect(await submit(at, signed)).toEqual(refused("round-closed"));
  });

  test("pressed twice at one moment is done once", async () => {
    const at = await makeNominating();
    const id = await makeSigned(at);
    const both = await Promise.all([submit(at, id), submit(at, id)]);
    expect(both).toContainEqual({ ok: true, late: false });
    expect(both).toContainEqual(refused("wrong-state"));
    expect((await storyOf(id)).sort()).toEqual(["created", "signed", "submitted"]);
  });

  test("keeps to the unit's number of nominations, also of two at one moment; another unit has its own", async () => {
    const at = await makeNominating({ category: { quotaPerUnit: 1 } });
    const [first, next] = [await makeSigned(at), await makeSigned(at)];
    const both = await Promise.all([submit(at, first), submit(at, next)]);
    expect(both).toContainEqual({ ok: true, late: false });
    expect(both).toContainEqual(refused("over-quota"));
    const theirs = { ...at, ward: at.commune, clerk: at.neighbour, head: at.neighbour };
    expect(await submit(theirs, await makeSigned(theirs))).toEqual({ ok: true, late: false });
    const [taken, left] = both[0]?.ok ? [first, next] : [next, first];
    await withdraw(at, taken);
    expect(await submit(at, left)).toEqual({ ok: true, late: false });
  });
});

describe("a condition of the round", () => {
  async function withTasks(effect: "block" | "warn") {
    const plan = await makeProvince();
    await makeTask(plan);
    await makeTask(plan, { draft: true, title: "Chưa giao" });
    await makeTask(plan, { dueOn: "2025-12-01", title: "Còn hạn" });
    return await transact(async (tx): Promise<Nominating> => {
      const round = await makeRound(tx, {
        ownerUnitId: plan.province.id,
        eligibility: [{ fact: "overdue-tasks", limit: 0, effect }],
        phases: { nomination: ["2025-08-15T00:00:00Z", "2025-09-30T00:00:00Z"] },
      });
      return {
        ...{ province: plan.province, owner: plan.province, ward: plan.health, commune: plan.commune, round },
        category: (await makeCategory(tx, round)).category,
        head: await makeActor(tx, "head", { unit: plan.health }),
        ...{ organizer: plan.organizer, clerk: plan.doer, neighbour: plan.stranger },
      };
    });
  }
  const overdue = new Date("2025-09-20T02:00:00Z");

  test("stops a unit with a task overdue, says how many, and lets it in once the task is done", async () => {
    const at = await withTasks("block");
    const [before, id] = [await makeSigned(at), await makeSigned(at)];
    expect(await submit(at, before)).toEqual({ ok: true, late: false });
    expect(await submit(at, id, overdue)).toEqual({
      ...refused("not-eligible"),
      findings: [{ fact: "overdue-tasks", limit: 0, effect: "block", found: 1 }],
    });
    expect(await stateOf(id)).toBe("signed");
    const done = { state: "completed", acceptedOn: "2025-09-14" } as const;
    await transact((tx) => tx.update(tasks).set(done).where(eq(tasks.title, "Sổ sức khỏe điện tử")));
    expect(await submit(at, id, overdue)).toEqual({ ok: true, late: false });
  });

  test("that only warns stops nobody, and one that blocks does not touch a nominee outside the province", async () => {
    const at = await withTasks("warn");
    expect(await submit(at, await makeSigned(at), overdue)).toEqual({ ok: true, late: false });
    const blocking = { fact: "overdue-tasks", limit: 0, effect: "block" } as const;
    await transact((tx) => tx.update(awardRounds).set({ eligibility: [blocking] }));
    const outside = await makeSigned(at, { kind: "individual", nomineeName: "Võ Thị Ngoài", nomineeUnitId: null });
    expect(await submit(at, outside, overdue)).toEqual({ ok: true, late: false });
  });
});

describe("the desk", () => {
  test("gives receipts in the order of receiving, without a gap or a double, and tells the unit alone", async () => {
    const at = await makeNominating();
    const [first, next] = [await makeHandedIn(at), await makeHandedIn(at)];
    expect(await told()).toEqual([]);
    expect([await receive(at, first, at.head), await receive(at, first, at.neighbour)]).toEqual([
      ...[refused("not-allowed"), refused("not-allowed")],
    ]);
    const both = await Promise.all([receive(at, first), receive(at, next)]);
    expect(both.map((done) => done.ok && done.receipt).sort()).toEqual([1, 2]);
    expect(await receive(at, first)).toEqual(refused("wrong-state"));
    expect((await told()).sort()).toEqual([...toUnit(at, "received"), ...toUnit(at, "received")].sort());
  });

  test("sends back with a reason; the dossier comes again while dossiers are appraised and keeps its number", async () => {
    const at = await makeNominating();
    const id = await makeHandedIn(at);
    await receive(at, id);
    expect([await giveBack(at, id, ""), await giveBack(at, id)]).toEqual([refused("no-reason"), { ok: true }]);
    expect((await told()).filter((line) => line.includes("returned")).sort()).toEqual(toUnit(at, "returned").sort());
    expect(await findNomination(read, { nominationId: id })).toMatchObject({
      ...{ state: "returned", reason: "Thiếu biên bản họp", signedAt: null, signedBy: null, receipt: 1 },
    });
    expect(await submit(at, id, appraising)).toEqual(refused("wrong-state"));
    await addPaper(at, id, "minutes", appraising);
    await sign(at, id, appraising);
    expect(await submit(at, id, appraising)).toEqual({ ok: true, late: false });
    const again = past(appraising, second);
    expect(await transact((tx) => receiveNomination(tx, actOf(id, at.organizer, again)))).toEqual({
      ...{ ok: true, receipt: 1 },
    });
    expect(await findNomination(read, { nominationId: id })).toMatchObject({
      ...{ state: "received", reason: "", submittedAt: now, late: false },
    });
    expect((await told()).filter((line) => line.includes("received")).sort()).toEqual(
      [...toUnit(at, "received"), ...toUnit(at, "received")].sort(),
    );
  });

  test("takes a dossier that it sent back no more once the appraisal is over", async () => {
    const at = await makeNominating();
    const id = await makeHandedIn(at);
    await giveBack(at, id);
    const over = new Date("2025-09-20T00:00:00Z");
    expect(await sign(at, id, over)).toEqual({ ok: true });
    expect(await submit(at, id, over)).toEqual(refused("round-closed"));
  });

  test("lets a dossier before the council with its opinion, and tells nobody yet", async () => {
    const at = await makeNominating();
    const id = await makeHandedIn(at);
    expect(await qualify(at, id)).toEqual(refused("wrong-state"));
    await receive(at, id);
    const before = await told();
    expect(await qualify(at, id)).toEqual({ ok: true });
    expect([await stateOf(id), await told()]).toEqual(["qualified", before]);
    expect(await storyOf(id)).toContain("qualified: Đủ hồ sơ");
  });

  test("refuses with a reason that the unit is told, and no step leads back", async () => {
    const at = await makeNominating();
    const id = await makeHandedIn(at);
    expect([await turnDown(at, id, ""), await turnDown(at, id), await turnDown(at, id)]).toEqual([
      ...[refused("no-reason"), { ok: true }, refused("wrong-state")],
    ]);
    expect((await told()).sort()).toEqual(toUnit(at, "refused").sort());
    expect([await withdraw(at, id), await giveBack(at, id)]).toEqual([
      ...[refused("wrong-state"), refused("wrong-state")],
    ]);
  });

  test("is closed to an organizer whose own seat in the council is in conflict", async () => {
    const at = await makeNominating();
    const id = await makeHandedIn(at);
    const secretary = await transact(async (tx) => {
      const actor = await makeActor(tx, "organizer", { unit: at.owner });
      await makeSeat(tx, at.round, actor, { unitId: at.ward.id, role: "secretary" });
      return actor;
    });
    const theirs = { ...at, organizer: secretary };
    expect([
      await receive(theirs, id),
      await giveBack(theirs, id),
      await turnDown(theirs, id),
      (await receive(at, id)).ok,
      await qualify(theirs, id),
    ]).toEqual([
      ...[refused("not-allowed"), refused("not-allowed"), refused("not-allowed")],
      ...[true, refused("not-allowed")],
    ]);
  });
});

test("a unit takes a nomination back with its reason, from the council as well, and no other unit does", async () => {
  const at = await makeNominating();
  const id = await makeHandedIn(at);
  await receive(at, id);
  await qualify(at, id);
  expect([
    await withdraw({ ...at, clerk: at.neighbour }, id),
    await withdraw(at, id, ""),
    await withdraw(at, id),
    await withdraw(at, id),
  ]).toEqual([refused("not-allowed"), refused("no-reason"), { ok: true }, refused("wrong-state")]);
  expect(await storyOf(id)).toContain("withdrawn: Đề cử nhầm");
});
