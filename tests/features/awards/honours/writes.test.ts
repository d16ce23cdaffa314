import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  findByCode,
  findHonourFor,
  honourRoll,
  honourYears,
  honoursOf,
} from "../../../../app/features/awards/honours/reads.server";
import {
  addPastHonour,
  changeHonour,
  honourRow,
  revokeHonour,
} from "../../../../app/features/awards/honours/writes.server";
import { honoursPerPage, rollKey } from "../../../../app/features/awards/honours/rules";
import { handOver } from "../../../../app/features/awards/honours/decision.writes.server";
import { refuseNomination } from "../../../../app/features/awards/nominations/steps.writes.server";
import { tellResults } from "../../../../app/features/awards/honours/results.writes.server";
import { certificatesFor } from "../../../../app/features/awards/honours/certificate.reads.server";
import { locales } from "../../../../app/web/i18n";
import { newPress } from "../../../../app/web/press";
import { insertMany, read, transact } from "../../../../db/client.server";
import {
  auditLog,
  awardCategories,
  awardDecisions,
  declaredConflicts,
  honours,
  letters,
  nominationSteps,
  nominations,
} from "../../../../db/schema.server";
import { makeSeat } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { bait, decide, decided, makeProposed, type Proposed } from "../../../kit/honours";
import { makeActor, now } from "../../../kit/makers";
import { countingRows } from "../../../kit/rows";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const idOf = (at: Proposed, n: number) => at.nominees[n]?.id as string;
const statesOf = async () =>
  (await read.select().from(nominations)).map(({ nomineeName, state }) => `${nomineeName}: ${state}`).sort();
const entryOf = async (at: Proposed, n: number) => {
  const [entry] = await read
    .select()
    .from(honours)
    .where(eq(honours.nominationId, idOf(at, n)));
  if (!entry) throw new Error("This nominee was not honoured");
  return entry;
};
/** Closes a dossier to the organizer, who sits in the council. */
const conflict = (at: Proposed, n: number) =>
  transact(async (tx) => {
    const seat = await makeSeat(tx, at.round, at.organizer, { role: "secretary", sort: 9 });
    await tx.insert(declaredConflicts).values({
      ...{ memberId: seat.id, nominationId: idOf(at, n), reason: "Người thân", source: "member", at: now },
    });
  });
const past = {
  ...({ year: 2023, category: "Cá nhân tiêu biểu", form: "commendation", kind: "individual", position: "" } as const),
  ...{ name: "Đặng Thị Ngọc Ẩn", unitName: "Xã Thạch Khê", achievement: "Dạy người già dùng dịch vụ công" },
  ...{ decisionNumber: "88/QĐ-UBND", decidedOn: "2023-10-10", unitId: null },
};
const enter = (actor: Proposed["organizer"] | null, over: Partial<typeof past> = {}) =>
  transact((tx) => addPastHonour(tx, { ...past, ...over, actor, now }));

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

describe("the results", () => {
  const sent = async () =>
    (await read.select().from(letters)).map(({ kind, toName, subject }) => `${kind} ${toName}: ${subject}`).sort();

  test("are told once: thanks to whose nominee won, the reason to whose did not, thanks to the council", async () => {
    const at = await makeProposed(["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ", "Sở Công Thương"]);
    await transact(async (tx) => {
      const set = (n: number, values: Partial<typeof nominations.$inferInsert>) =>
        tx
          .update(nominations)
          .set(values)
          .where(eq(nominations.id, idOf(at, n)));
      await set(1, { state: "refused", reason: "Chưa đạt tỷ lệ phiếu" });
      await set(2, { state: "withdrawn" });
      await set(3, { state: "draft", submittedAt: null });
    });
    const act = await decided(at, { nominationIds: [idOf(at, 0)] });
    const both = await Promise.all([1, 2].map(() => transact((tx) => tellResults(tx, act))));
    expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, letters: 5 }]);
    expect(both.filter(({ ok }) => !ok)).toEqual([refused("told")]);
    const round = "Khen thưởng Ngày Chuyển đổi số 2025";
    expect(await sent()).toEqual([
      expect.stringMatching(/^award-refused Đầu mối Sở Tư pháp: .*Sở Tư pháp/),
      ...[1, 2, 3].map((n) => expect.stringMatching(new RegExp(`^award-thanks Ủy viên số ${n}: .*${round}`))),
      expect.stringMatching(/^award-won Đầu mối Sở Y tế: .*Sở Y tế/),
    ]);
  });

  test("tell no unit again whose dossier the appraisal refused, and told so", async () => {
    const at = await makeProposed(["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"]);
    const turnDown = (n: number) =>
      transact((tx) =>
        refuseNomination(tx, { nominationId: idOf(at, n), actor: at.organizer, now, reason: "Hết chỗ" }),
      );
    expect(await turnDown(1)).toEqual({ ok: true });
    await transact((tx) =>
      tx
        .update(nominations)
        .set({ state: "refused" })
        .where(eq(nominations.id, idOf(at, 2))),
    );
    const act = await decided(at, { nominationIds: [idOf(at, 0)] });
    // One who won, the one who had not been told, three members.
    expect(await transact((tx) => tellResults(tx, act))).toEqual({ ok: true, letters: 5 });
    expect((await sent()).filter((line) => line.startsWith("award-refused"))).toEqual([
      expect.stringMatching(/^award-refused Đầu mối Sở Nội vụ: .*Sở Nội vụ/),
      expect.stringMatching(/^award-refused Đầu mối Sở Tư pháp: .*Sở Tư pháp/),
    ]);
  });

  test("of a second decision thank no member and refuse no unit again", async () => {
    const at = await makeProposed(["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"]);
    await transact((tx) =>
      tx
        .update(nominations)
        .set({ state: "refused" })
        .where(eq(nominations.id, idOf(at, 2))),
    );
    const first = await decided(at, { nominationIds: [idOf(at, 0)] });
    const second = await decided(at, { nominationIds: [idOf(at, 1)], number: "2151/QĐ-UBND" });
    expect(await transact((tx) => tellResults(tx, first))).toEqual({ ok: true, letters: 5 });
    expect(await transact((tx) => tellResults(tx, second))).toEqual({ ok: true, letters: 1 });
  });

  test("are told by who runs the round, of a decision of that round", async () => {
    const at = await makeProposed();
    const elsewhere = await makeProposed(["Sở Nội vụ"]);
    const act = await decided(at);
    const before = await dumpDatabase();
    for (const [over, reason] of [
      [{ actor: at.focalPoints[0] as Proposed["organizer"] }, "not-allowed"],
      [{ actor: elsewhere.organizer }, "not-allowed"],
      [{ actor: elsewhere.organizer, roundId: elsewhere.round.id }, "no-decision"],
    ] as const)
      expect(await transact((tx) => tellResults(tx, { ...act, ...over }))).toEqual(refused(reason));
    expect(await dumpDatabase()).toEqual(before);
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

describe("an entry", () => {
  const says = { name: "Sở Y tế tỉnh", position: "", unitName: "", achievement: "Số hóa mọi bệnh án của tỉnh" };

  test("is mended with its keys and its words for the search; the code and the decision stay", async () => {
    const at = await makeProposed();
    await decided(at);
    const before = await entryOf(at, 0);
    const act = { honourId: before.id, actor: at.organizer, now, ...says, locale: "en" as const, register: "12" };
    expect(await transact((tx) => changeHonour(tx, { ...act, version: 0 }))).toEqual({ ok: true });
    expect(await entryOf(at, 0)).toEqual({
      ...{ ...before, ...says, locale: "en", register: "12", nomineeKey: "so y te tinh", version: 1 },
      ...{ achievementKey: "so hoa moi benh an cua tinh", search: expect.stringContaining("so y te tinh") },
      sortKey: rollKey({ ...before, name: "Sở Y tế tỉnh" }),
    });
    expect((await honourRoll(read, { year: 2025, term: "benh an" })).rows.map(({ name }) => name)).toEqual([
      "Sở Y tế tỉnh",
    ]);
  });

  test("that two mend at once is kept as the first had it, and the second is shown what stands there now", async () => {
    const at = await makeProposed();
    await decided(at);
    const { id: honourId, version } = await entryOf(at, 0);
    const mend = (name: string, over: number) =>
      transact((tx) =>
        changeHonour(tx, {
          ...{ honourId, actor: at.organizer, now, ...says, name, locale: "vi" as const, register: "" },
          version: over,
        }),
      );
    const both = await Promise.all([mend("Sở Y tế A", version), mend("Sở Y tế B", version)]);
    const kept = (await entryOf(at, 0)).name;
    expect(["Sở Y tế A", "Sở Y tế B"]).toContain(kept);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      ...refused("changed-meanwhile"),
      theirs: { id: honourId, name: kept, version: version + 1 },
    });
    // Written over what was shown, the second word counts.
    expect(await mend("Sở Y tế tỉnh Lam Giang", version + 1)).toEqual({ ok: true });
    expect(await entryOf(at, 0)).toMatchObject({ name: "Sở Y tế tỉnh Lam Giang", version: version + 2 });
    const changes = await read.select().from(auditLog).where(eq(auditLog.verb, "honour.changed"));
    expect(changes).toHaveLength(2);
  });

  test("has a certificate that reads as one sentence in its language, in capitals where the script has them", async () => {
    const at = await makeProposed();
    await decided(at, { authority: "Chủ tịch UBND tỉnh Lam Giang" });
    const entry = await entryOf(at, 0);
    const papers = await certificatesFor(read, { honours: locales.map((locale) => ({ ...entry, locale })) });
    expect(
      papers.map(({ authority, awards, form, to, signatoryTitle }) => [authority, awards, form, to, signatoryTitle]),
    ).toEqual([
      ["CHỦ TỊCH UBND TỈNH LAM GIANG", "TẶNG", "BẰNG KHEN", "", "CHỦ TỊCH"],
      [
        ...["CHAIRMAN OF THE PEOPLE'S COMMITTEE OF LAM GIANG PROVINCE", "PRESENTS THIS", "CERTIFICATE OF MERIT"],
        ...["TO", "CHAIRMAN"],
      ],
      ["رئيس اللجنة الشعبية لمقاطعة \u2068Lam Giang\u2069", "منح", "شهادة استحقاق", "إلى", "الرئيس"],
      ["Lam Giang प्रांतीय जन समिति के अध्यक्ष", "की ओर से प्रदत्त", "योग्यता प्रमाण-पत्र", "", "अध्यक्ष"],
    ]);
  });

  test("is changed and revoked by who runs its round, unless their own seat is in conflict with it", async () => {
    const at = await makeProposed();
    await decided(at);
    await conflict(at, 1);
    const [first, second] = [await entryOf(at, 0), await entryOf(at, 1)];
    const elsewhere = await makeProposed(["Sở Nội vụ"]);
    const before = await dumpDatabase();
    for (const [honourId, actor] of [
      [second.id, at.organizer],
      [first.id, at.focalPoints[0]],
      [first.id, elsewhere.organizer],
      [newPress(), at.organizer],
    ] as [string, Proposed["organizer"]][]) {
      const act = { honourId, actor, now };
      expect(
        await transact((tx) => changeHonour(tx, { ...act, ...says, locale: "vi", register: "", version: 0 })),
      ).toEqual(refused("not-allowed"));
      expect(
        await transact((tx) => revokeHonour(tx, { ...act, number: "9/QĐ", on: "2025-09-01", reason: "Man khai" })),
      ).toEqual(refused("not-allowed"));
    }
    expect(await dumpDatabase()).toEqual(before);
  });

  test("is revoked once, by a document with a reason, and then neither in the roll nor changed any more", async () => {
    const at = await makeProposed();
    await decided(at);
    const entry = await entryOf(at, 0);
    const act = { honourId: entry.id, actor: at.organizer, now, number: "9/QĐ-UBND", on: "2025-09-01" };
    const revoke = (over: object) => transact((tx) => revokeHonour(tx, { ...act, reason: "Man khai", ...over }));
    expect(await revoke({ on: "2025-09-02" })).toEqual(refused("future"));
    const [{ decidedOn }] = [await entryOf(at, 0)];
    await transact((tx) => tx.update(honours).set({ decidedOn: "2025-09-01" }));
    expect(await revoke({ on: "2025-08-31" })).toEqual(refused("before-decision"));
    await transact((tx) => tx.update(honours).set({ decidedOn }));
    expect(await revoke({ reason: "" })).toEqual(refused("no-reason"));
    const both = await Promise.all([revoke({}), revoke({})]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual(refused("revoked"));
    expect(await statesOf()).toEqual(["Sở Tư pháp: awarded", "Sở Y tế: revoked"]);
    expect((await honourRoll(read, { year: 2025 })).rows.map(({ name }) => name)).toEqual(["Sở Tư pháp"]);
    expect(await findByCode(read, { code: entry.verifyCode })).toMatchObject({
      ...{ name: "Sở Y tế", revokedOn: "2025-09-01", revocationNumber: "9/QĐ-UBND" },
    });
    const change = { honourId: entry.id, actor: at.organizer, now, ...says, locale: "vi" as const, register: "" };
    expect(await transact((tx) => changeHonour(tx, { ...change, version: entry.version }))).toEqual(refused("revoked"));
  });

  test("of an earlier year is no unit's organizer's to enter, mend or take back", async () => {
    const at = await makeProposed();
    expect(await enter(at.organizer)).toEqual(refused("not-allowed"));
    const everywhere = await transact((tx) => makeActor(tx, "organizer"));
    const done = await enter(everywhere);
    if (!done.ok) throw new Error(done.reason);
    const revoke = (actor: Proposed["organizer"]) =>
      transact((tx) =>
        revokeHonour(tx, {
          ...{ honourId: done.honourId, actor, now, number: "9/QĐ", on: "2025-09-01", reason: "Man khai" },
        }),
      );
    expect(await revoke(at.organizer)).toEqual(refused("not-allowed"));
    expect(await revoke(everywhere)).toEqual({ ok: true });
  });

  test("of an earlier year is entered by who runs awards, with the keys by which twins are found", async () => {
    const at = await makeProposed();
    for (const actor of [at.focalPoints[0], at.members[0]?.actor] as Proposed["organizer"][])
      expect(await enter(actor)).toEqual(refused("not-allowed"));
    const done = await enter(null);
    if (!done.ok) throw new Error(done.reason);
    const [entry] = await read.select().from(honours).where(eq(honours.id, done.honourId));
    expect(entry).toMatchObject({
      ...{ ...past, roundId: null, nominationId: null, decisionId: null, nomineeKey: "dang thi ngoc an" },
      achievementKey: "day nguoi gia dung dich vu cong",
    });
  });
});

describe("the public roll", () => {
  test("says name, position, unit, achievement and decision, and nothing that a dossier holds besides", async () => {
    const at = await makeProposed(["Sở Y tế"]);
    await decided(at);
    const [row, ...others] = (await honourRoll(read, { year: 2025 })).rows;
    expect(others).toEqual([]);
    expect(row).toEqual({
      ...{ id: (await entryOf(at, 0)).id, year: 2025, category: "Cơ quan cấp tỉnh tiêu biểu", form: "merit" },
      ...{ kind: "unit", name: "Sở Y tế", position: "", unitName: "", decisionNumber: "2150/QĐ-UBND" },
      ...{ achievement: "Số hóa hồ sơ của Sở Y tế trong cả năm", decidedOn: "2025-08-31" },
      ...{ revokedOn: null, revocationNumber: "" },
    });
    expect(JSON.stringify(await read.select().from(nominations))).toContain(bait.contactEmail);
  });

  test("is searched without diacritics, by year, and shows nothing that is not published", async () => {
    await enter(null);
    await enter(null, { name: "Nguyễn Văn Ẩn Danh" });
    await enter(null, { name: "Trần Ba", year: 2022 as 2023 });
    await transact((tx) => tx.update(honours).set({ published: false }).where(eq(honours.name, "Nguyễn Văn Ẩn Danh")));
    const namesOf = async (year: number, term?: string) =>
      (await honourRoll(read, { year, term })).rows.map(({ name }) => name);
    expect(await honourYears(read)).toEqual([2023, 2022]);
    expect(await namesOf(2023)).toEqual(["Đặng Thị Ngọc Ẩn"]);
    expect(await namesOf(2023, "dang an")).toEqual(["Đặng Thị Ngọc Ẩn"]);
    expect(await namesOf(2023, "Trần")).toEqual([]);
    expect(await namesOf(2022)).toEqual(["Trần Ba"]);
  });

  test("of thousands is asked for a page at a time, in the order of categories and of Vietnamese names", async () => {
    const team = (n: number) => ({
      ...{ name: `Tổ công nghệ số cộng đồng ${String(n).padStart(4, "0")}`, position: "", unitName: "Phường Bến Lam" },
      ...{ achievement: "Hướng dẫn người dân", year: 2024, category: "Tổ công nghệ số", form: "commendation" as const },
      ...{ kind: "group" as "group" | "individual" | "unit", decisionNumber: "7/QĐ-UBND", decidedOn: "2024-10-01" },
      ...{ unitId: null, now },
    });
    const others = [
      { name: "Đặng Văn Ba", category: "Cá nhân tiêu biểu", kind: "individual" as const },
      { name: "Ngô Thị Ánh", category: "Cá nhân tiêu biểu", kind: "individual" as const },
      { name: "Xã Ba Đình", category: "Xã, phường tiêu biểu", kind: "unit" as const },
      { name: "Xã Đại Nghĩa", category: "Xã, phường tiêu biểu", kind: "unit" as const },
      { name: "Xã Dương Hà", category: "Xã, phường tiêu biểu", kind: "unit" as const },
      { name: "Năm khác", category: "Cá nhân tiêu biểu", kind: "individual" as const, year: 2023 },
    ].map((over) => ({ ...team(0), ...over }));
    const all = [...Array.from({ length: 2000 }, (_, n) => team(1999 - n)), ...others];
    await transact((tx) => insertMany(tx, honours, all.map(honourRow)));
    const pageOf = async (page: number, term?: string) => {
      const asked = countingRows(read);
      const { total, rows } = await honourRoll(asked.db, { year: 2024, term, page });
      return { total, names: rows.map(({ name }) => name), asked: asked.rows() };
    };
    const first = await pageOf(1);
    expect([first.total, first.asked, first.names.length]).toEqual([2005, honoursPerPage + 1, honoursPerPage]);
    expect(first.names.slice(0, 3)).toEqual(["Ngô Thị Ánh", "Đặng Văn Ba", "Tổ công nghệ số cộng đồng 0000"]);
    const second = await pageOf(2);
    expect([second.names[0], second.asked]).toEqual(["Tổ công nghệ số cộng đồng 0048", honoursPerPage + 1]);
    expect(await pageOf(41)).toEqual({
      ...{ total: 2005, asked: 6 },
      names: [
        "Tổ công nghệ số cộng đồng 1998",
        "Tổ công nghệ số cộng đồng 1999",
        "Xã Ba Đình",
        "Xã Dương Hà",
        "Xã Đại Nghĩa",
      ],
    });
    expect(await pageOf(42)).toEqual({ total: 2005, names: [], asked: 1 });
    expect(await pageOf(1, "cong dong 1995")).toEqual({
      ...{ total: 1, asked: 2 },
      names: ["Tổ công nghệ số cộng đồng 1995"],
    });
  });

  test("opens an entry to who runs its round and to the unit that nominated, and to nobody else", async () => {
    const at = await makeProposed();
    await decided(at);
    const honourId = (await entryOf(at, 0)).id;
    const seen = async (actor?: Proposed["organizer"]) =>
      (await findHonourFor(read, { honourId, actor: actor as Proposed["organizer"], now }))?.manages ?? null;
    expect([await seen(at.organizer), await seen(at.focalPoints[0])]).toEqual([true, false]);
    expect([await seen(at.focalPoints[1]), await seen(at.members[0]?.actor)]).toEqual([null, null]);
  });
});
