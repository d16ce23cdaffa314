import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findByCode, honourRoll } from "../../../../app/features/awards/honours/reads.server";
import { addPastHonour, changeHonour, revokeHonour } from "../../../../app/features/awards/honours/writes.server";
import { rollKey } from "../../../../app/features/awards/honours/rules";
import { certificatesFor } from "../../../../app/features/awards/honours/certificate.reads.server";
import { locales } from "../../../../app/web/i18n";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import { auditLog, honours, nominations } from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { conflict, decided, entryOf, makeProposed, past, type Proposed } from "../../../kit/honours";
import { makeActor, now } from "../../../kit/makers";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const statesOf = async () =>
  (await read.select().from(nominations)).map(({ nomineeName, state }) => `${nomineeName}: ${state}`).sort();
const enter = (actor: Proposed["organizer"] | null, over: Partial<typeof past> = {}) =>
  transact((tx) => addPastHonour(tx, { ...past, ...over, actor, now }));

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
