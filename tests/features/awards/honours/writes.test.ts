import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { honoursOf } from "../../../../app/features/awards/honours/reads.server";
import { revokeHonour } from "../../../../app/features/awards/honours/writes.server";
import { handOver } from "../../../../app/features/awards/honours/decision.writes.server";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import {
  auditLog,
  awardCategories,
  awardDecisions,
  honours,
  nominationSteps,
  nominations,
} from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { conflict, decide, decided, entryOf, idOf, makeProposed } from "../../../kit/honours";
import { makeActor, now } from "../../../kit/makers";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const statesOf = async () =>
  (await read.select().from(nominations)).map(({ nomineeName, state }) => `${nomineeName}: ${state}`).sort();

describe("a decision", () => {
  test("on more than the category has awards is written down only when it is said to be so, earlier ones counted", async () => {
    const at = await makeProposed(["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"]);
    await transact((tx) => tx.update(awardCategories).set({ quota: 2 }));
    const [first, second, third] = [0, 1, 2].map((n) => idOf(at, n)) as [string, string, string];
    expect(await decide(at)).toMatchObject({ ...refused("over-quota"), over: [{ id: at.category.id }] });
    expect(await read.select().from(honours)).toEqual([]);
    expect((await decide(at, { nominationIds: [first, second] })).ok).toBe(true);
    const one = { nominationIds: [third], number: "2151/QĐ-UBND" };
    expect(await decide(at, one)).toMatchObject(refused("over-quota"));
    expect(await decide(at, { ...one, overQuota: true })).toMatchObject({ ok: true, awarded: 1 });
    const noted = await read.select().from(auditLog).where(eq(auditLog.verb, "honour.decided"));
    expect(noted.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        { number: "2150/QĐ-UBND", awarded: 2 },
        { number: "2151/QĐ-UBND", awarded: 1, overQuota: "Cơ quan cấp tỉnh tiêu biểu" },
      ]),
    );
  });

  test("that honours two of one unit where one may be is asked about too", async () => {
    const at = await makeProposed();
    await transact(async (tx) => {
      await tx.update(awardCategories).set({ quotaPerUnit: 1 });
      await tx.update(nominations).set({ unitId: at.nominees[0]?.unitId as string });
    });
    expect(await decide(at)).toMatchObject(refused("over-quota"));
    expect((await decide(at, { nominationIds: [idOf(at, 1)] })).ok).toBe(true);
  });

  test("enters those it names into the roll as they were nominated, and leaves the others as they were", async () => {
    const at = await makeProposed();
    const done = await decided(at, { number: "  2150 / QĐ-UBND ", nominationIds: [idOf(at, 0)] });
    const [entry, ...others] = await honoursOf(read, done);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      ...{ year: 2025, roundId: at.round.id, nominationId: idOf(at, 0), decisionId: done.decisionId },
      ...{ decisionNumber: "2150 / QĐ-UBND", decidedOn: "2025-08-31", category: "Cơ quan cấp tỉnh tiêu biểu" },
      ...{ form: "merit", kind: "unit", name: "Sở Y tế", position: "", unitName: "", locale: "vi", register: "" },
      ...{ achievement: "Số hóa hồ sơ của Sở Y tế trong cả năm", nomineeKey: "so y te", published: true },
      ...{ achievementKey: "so hoa ho so cua so y te trong ca nam", handedOverOn: null, revokedOn: null },
      verifyCode: expect.stringMatching(/^[2-9A-HJ-NP-Z]{12}$/),
    });
    expect(await statesOf()).toEqual(["Sở Tư pháp: proposed", "Sở Y tế: awarded"]);
    const steps = await read.select().from(nominationSteps);
    expect(steps.map(({ nominationId, kind, byUserId }) => [nominationId, kind, byUserId])).toEqual([
      [idOf(at, 0), "awarded", at.organizer.userId],
    ]);
    const [line] = await read.select().from(auditLog).where(eq(auditLog.verb, "honour.decided"));
    expect(line).toMatchObject({ actorId: at.organizer.userId, detail: { awarded: 1 } });
  });

  test("is written down by who runs the round alone", async () => {
    const at = await makeProposed();
    const strangers = [at.members[0]?.actor, at.focalPoints[0], await transact((tx) => makeActor(tx, "head"))];
    const before = await dumpDatabase();
    for (const actor of strangers) expect(await decide(at, { actor })).toEqual(refused("not-allowed"));
    expect(await dumpDatabase()).toEqual(before);
    expect(await decide(at, { actor: null })).toMatchObject({ ok: true, awarded: 2 });
  });

  test("waits for its phase to the millisecond, and for the day on which it is issued", async () => {
    const at = await makeProposed();
    const begins = new Date("2025-08-31T00:00:00Z");
    const early = { now: new Date(begins.getTime() - 1), issuedOn: "2025-08-31" };
    expect(await decide(at, early)).toEqual(refused("not-decision-phase"));
    expect(await decide(at, { now: begins, issuedOn: "2025-09-01" })).toEqual(refused("future"));
    expect(await read.select().from(awardDecisions)).toEqual([]);
    expect(await decide(at, { now: begins, issuedOn: "2025-08-31" })).toMatchObject({ ok: true });
  });

  test("names somebody, and only who was proposed in this round", async () => {
    const at = await makeProposed();
    const elsewhere = await makeProposed(["Sở Nội vụ"]);
    await transact((tx) =>
      tx
        .update(nominations)
        .set({ state: "refused" })
        .where(eq(nominations.id, idOf(at, 1))),
    );
    const before = await dumpDatabase();
    expect(await decide(at, { nominationIds: [] })).toEqual(refused("nobody"));
    for (const other of [idOf(at, 1), idOf(elsewhere, 0), newPress()])
      expect(await decide(at, { nominationIds: [idOf(at, 0), other] })).toEqual(refused("not-proposed"));
    expect(await dumpDatabase()).toEqual(before);
  });

  test("honours nobody by the hand of an organizer who sits in the council in conflict", async () => {
    const at = await makeProposed();
    await conflict(at, 1);
    expect(await decide(at)).toEqual(refused("not-proposed"));
    expect(await decide(at, { nominationIds: [idOf(at, 0)] })).toMatchObject({ ok: true, awarded: 1 });
  });

  test("has a number of its own in the round, however it is spaced and cased", async () => {
    const at = await makeProposed();
    await decided(at, { nominationIds: [idOf(at, 0)] });
    const second = { nominationIds: [idOf(at, 1)] };
    expect(await decide(at, { ...second, number: "2150 / qđ-ubnd" })).toEqual(refused("number-taken"));
    expect(await decide(at, { ...second, number: "2151/QĐ-UBND" })).toMatchObject({ ok: true, awarded: 1 });
  });

  test("sent twice by one press is written once, and says the same both times", async () => {
    const at = await makeProposed();
    const elsewhere = await makeProposed(["Sở Nội vụ"]);
    const press = newPress();
    const both = await Promise.all([decide(at, { press }), decide(at, { press })]);
    expect(both).toEqual([
      { ok: true, decisionId: press, awarded: 2 },
      { ok: true, decisionId: press, awarded: 2 },
    ]);
    expect(await decide(elsewhere, { press })).toEqual(refused("not-allowed"));
    expect(await read.select().from(honours)).toHaveLength(2);
  });

  test("and another at the same moment do not honour one nominee twice", async () => {
    const at = await makeProposed(["Sở Y tế"]);
    const both = await Promise.all([decide(at), decide(at, { number: "2151/QĐ-UBND" })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual(refused("not-proposed"));
    expect(await read.select().from(honours)).toHaveLength(1);
  });
});

describe("handing over", () => {
  const days = async () =>
    (await read.select().from(honours)).map(({ name, handedOverOn }) => [name, handedOverOn]).sort();

  test("is noted for all awards of the decision, but not before its day has come, nor for what was revoked", async () => {
    const at = await makeProposed();
    const act = await decided(at);
    expect(await transact((tx) => handOver(tx, { ...act, on: "2025-09-02" }))).toEqual(refused("future"));
    expect(await transact((tx) => handOver(tx, { ...act, on: "2024-01-01" }))).toEqual(refused("before-decision"));
    const revoked = { honourId: (await entryOf(at, 1)).id, actor: at.organizer, now };
    await transact((tx) => revokeHonour(tx, { ...revoked, number: "9/QĐ-UBND", on: "2025-09-01", reason: "Man khai" }));
    expect(await transact((tx) => handOver(tx, { ...act, on: "2025-09-01" }))).toEqual({ ok: true });
    expect(await days()).toEqual([
      ["Sở Tư pháp", null],
      ["Sở Y tế", "2025-09-01"],
    ]);
  });

  test("reaches no decision of a round that somebody else runs", async () => {
    const at = await makeProposed();
    const elsewhere = await makeProposed(["Sở Nội vụ"]);
    const act = await decided(at);
    const theirs = { ...act, actor: elsewhere.organizer, roundId: elsewhere.round.id, on: "2025-09-01" };
    expect(await transact((tx) => handOver(tx, theirs))).toEqual(refused("no-decision"));
    expect((await days()).map(([, day]) => day)).toEqual([null, null]);
  });

  test("leaves out what the seat of who notes it is in conflict with", async () => {
    const at = await makeProposed();
    const act = await decided(at);
    await conflict(at, 1);
    await transact((tx) => handOver(tx, { ...act, on: "2025-09-01" }));
    expect(await days()).toEqual([
      ["Sở Tư pháp", null],
      ["Sở Y tế", "2025-09-01"],
    ]);
  });
});
