import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { refuseNomination } from "../../../../app/features/awards/nominations/steps.writes.server";
import { tellResults } from "../../../../app/features/awards/honours/results.writes.server";
import { read, transact } from "../../../../db/client.server";
import { letters, nominations } from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { decided, idOf, makeProposed, type Proposed } from "../../../kit/honours";
import { now } from "../../../kit/makers";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });

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
