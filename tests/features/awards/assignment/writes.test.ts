import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { assignJudges } from "../../../../app/features/awards/assignment/writes.server";
import { read, transact } from "../../../../db/client.server";
import { auditLog, awardCategories, awardRounds, nominations, scoreAssignments } from "../../../../db/schema.server";
import { makeSeat } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { cast, makeScoring, recuse, type Scoring, whileScoring } from "../../../kit/scoring";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const names = ["Sở Y tế", "Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính", "Sở Công Thương"];
const inThrees = { judgesPerNomination: 3 };

describe("dossiers shared out", () => {
  const share = (at: Scoring, given: object = {}) =>
    transact((tx) =>
      assignJudges(tx, {
        ...{ actor: at.organizer, roundId: at.round.id, categoryId: at.category.id, now: whileScoring },
        ...given,
      }),
    );

  test("go to as many members as the category says, evenly and never to the recused; anew replaces", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    await recuse(at, 0, 0);
    for (const _ of [1, 2]) expect(await share(at)).toEqual({ ok: true, connected: true, nominations: 5 });
    const rows = await read.select().from(scoreAssignments);
    expect(at.nominees.map(({ id }) => rows.filter((row) => row.nominationId === id).length)).toEqual([3, 3, 3, 3, 3]);
    expect(at.members.map(({ seat }) => rows.filter((row) => row.memberId === seat.id).length)).toEqual([
      3, 3, 3, 3, 3,
    ]);
    const recused = rows.filter(
      (row) => row.memberId === at.members[0]?.seat.id && row.nominationId === at.nominees[0]?.id,
    );
    expect(recused).toEqual([]);
    expect((await read.select().from(auditLog)).map(({ verb, detail }) => [verb, detail.nominations])).toEqual([
      ["scoring.assigned", 5],
      ["scoring.assigned", 5],
    ]);
  });

  test("stay with whom they are once scores are in, and are given by who runs the round alone", async () => {
    const at = await makeScoring({ category: inThrees });
    expect(await share(at, { actor: at.members[0]?.actor })).toEqual(refused("not-allowed"));
    expect(await share(at, { categoryId: "0" })).toEqual(refused("no-category"));
    await cast(at, 0, 0, 8, 7, 9, 6);
    expect(await share(at)).toEqual(refused("scored"));
    expect(await read.select().from(scoreAssignments)).toEqual([]);
  });

  test("are not shared out in a round that has ended, nor before they and the council are there", async () => {
    const at = await makeScoring({ category: inThrees });
    for (const state of ["closed", "cancelled"] as const) {
      await transact((tx) => tx.update(awardRounds).set({ state }));
      expect(await share(at)).toEqual(refused("ended"));
    }
    await transact((tx) => tx.update(awardRounds).set({ state: "published" }));
    await transact((tx) => tx.update(nominations).set({ state: "received" }));
    expect(await share(at)).toEqual(refused("no-dossiers"));
    const alone = await makeScoring({ size: 0, category: inThrees });
    expect(await share(alone)).toEqual(refused("no-council"));
    expect(await read.select().from(scoreAssignments)).toEqual([]);
  });

  test("go back to the whole council, whoever joins it, once no number is set any more", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    await share(at);
    await transact((tx) =>
      tx.update(awardCategories).set({ judgesPerNomination: null }).where(eq(awardCategories.id, at.category.id)),
    );
    expect(await share(at)).toEqual({ ok: true, connected: true, nominations: 5 });
    expect(await read.select().from(scoreAssignments)).toEqual([]);
    expect(await share(at)).toEqual(refused("whole"));
  });

  test("are counted to a member who runs the round without those that a conflict closes to them", async () => {
    const at = await makeScoring({ nominees: names, category: inThrees });
    const seat = await transact((tx) => makeSeat(tx, at.round, at.organizer, { role: "secretary", sort: 9 }));
    const own = { ...at, members: [{ actor: at.organizer, seat }] };
    await recuse(own, 0, 4);
    expect(await share(at)).toEqual({ ok: true, connected: true, nominations: 4 });
    for (const nominee of [0, 1, 2, 3]) await recuse(own, 0, nominee);
    expect(await share(at)).toEqual(refused("no-dossiers"));
  });
});
