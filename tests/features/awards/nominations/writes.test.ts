import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { filesOf, findNomination, textsOf } from "../../../../app/features/awards/nominations/reads.server";
import {
  changeNominee,
  type NomineeFacts,
  startNomination,
} from "../../../../app/features/awards/nominations/writes.server";
import { removeNominationFile, saveText } from "../../../../app/features/awards/nominations/content.writes.server";
import { newPress } from "../../../../app/web/press";
import { read, transact } from "../../../../db/client.server";
import {
  auditLog,
  awardRounds,
  files,
  nominations,
  nominationSteps,
  nominationTextVersions,
  units,
} from "../../../../db/schema.server";
import { useDatabase } from "../../../kit/database";
import { now } from "../../../kit/makers";
import {
  actOf,
  addPaper,
  begin,
  makeDraft,
  makeHandedIn,
  makeNominating,
  makeSigned,
  type Nominating,
  nominationEnds,
  stateOf,
} from "../../../kit/nominations";

useDatabase();

const refused = (reason: string) => ({ ok: false, reason });
const write = (at: Nominating, nominationId: string, text: string, version: number, actor = at.clerk) =>
  transact((tx) => saveText(tx, { ...actOf(nominationId, actor), field: "report", text, version }));
const stepsIn = async (nominationId: string) =>
  (await read.select().from(nominationSteps).where(eq(nominationSteps.nominationId, nominationId))).map(
    ({ kind }) => kind,
  );
/** Whom `makeDraft` nominates. */
const ofWard = ({ ward }: Nominating): NomineeFacts => ({
  ...{ kind: "unit", form: "merit", nomineeName: ward.name, nomineePosition: "", nomineeUnitId: ward.id },
  ...{ contactName: "", contactPhone: "", contactEmail: "" },
});

describe("a dossier", () => {
  test("begun by one press sent twice is one, with its story and its note in the audit log", async () => {
    const at = await makeNominating();
    const press = newPress();
    const both = [await begin(at, { press }), await begin(at, { press })];
    expect(both).toEqual([
      { ok: true, nominationId: press },
      { ok: true, nominationId: press },
    ]);
    expect(await stepsIn(press)).toEqual(["created"]);
    const noted = await read
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `nomination:${press}`));
    expect(noted.map(({ verb }) => verb)).toEqual(["nomination.created"]);
    expect(await findNomination(read, { nominationId: press })).toMatchObject({
      ...{ state: "draft", nomineeKey: "phuong ben lam", late: false, receipt: null, submittedAt: null },
    });
  });

  test("is begun only by the unit itself, in time, and for whom its category takes", async () => {
    const at = await makeNominating({ category: { nomineeKinds: ["unit"], forms: ["merit"] } });
    expect([
      await begin(at, { actor: at.neighbour }),
      await begin(at, { actor: at.organizer }),
      await begin(at, { unitId: "0" }),
      await begin(at, { categoryId: "0" }),
      await begin(at, { kind: "individual" }),
      await begin(at, { form: "prize" }),
      await begin(at, { nomineeUnitId: "0" }),
      await begin(at, { nomineeUnitId: null }),
      await begin(at, { now: nominationEnds }),
      await begin(at, { now: new Date("2025-08-14T23:59:59Z") }),
    ]).toEqual(
      [
        ...["not-allowed", "not-allowed", "no-unit", "no-category", "kind-not-taken", "form-not-given"],
        ...["no-such-unit", "needs-unit", "round-closed", "round-closed"],
      ].map(refused),
    );
    await transact((tx) => tx.update(awardRounds).set({ state: "draft" }));
    expect(await begin(at)).toEqual(refused("round-closed"));
    expect(await read.select().from(nominations)).toEqual([]);
  });

  test("names no unit that its writer could not nominate for, or it would tell how that one stands", async () => {
    const at = await makeNominating();
    const foreign = { nomineeName: at.commune.name, nomineeUnitId: at.commune.id };
    expect(await begin(at, foreign)).toEqual(refused("no-such-unit"));
    const id = await makeDraft(at);
    const change = (nominee: Partial<NomineeFacts>) =>
      transact((tx) => changeNominee(tx, { ...actOf(id, at.clerk), ...ofWard(at), ...nominee }));
    expect(await change(foreign)).toEqual(refused("no-such-unit"));
    // What stands there may stay, whoever put it there.
    await transact((tx) => changeNominee(tx, { ...ofWard(at), ...foreign, nominationId: id, actor: null, now }));
    expect(await change({ ...foreign, nomineePosition: "Xã" })).toEqual({ ok: true });
  });

  test("is not begun by a unit that is closed, nor for one; what was begun before keeps its nominee", async () => {
    const at = await makeNominating();
    const id = await makeDraft(at);
    await transact((tx) => tx.update(units).set({ activeTo: "2025-08-01" }).where(eq(units.id, at.ward.id)));
    expect(await begin(at)).toEqual(refused("unit-closed"));
    const act = { ...ofWard(at), nomineePosition: "Phường", nominationId: id, actor: null, now };
    expect(await transact((tx) => changeNominee(tx, act))).toEqual({ ok: true });
    await transact((tx) => tx.update(nominations).set({ nomineeUnitId: at.commune.id }));
    expect(await transact((tx) => changeNominee(tx, act))).toEqual(refused("no-such-unit"));
  });

  test("is begun by the installation itself too", async () => {
    const at = await makeNominating();
    const place = { categoryId: at.category.id, unitId: at.ward.id };
    const done = await transact((tx) => startNomination(tx, { ...ofWard(at), ...place, actor: null, now }));
    expect(done.ok).toBe(true);
  });
});

describe("a text", () => {
  test("written over by a colleague's old page is refused with both texts, and nothing is lost", async () => {
    const at = await makeNominating();
    const id = await makeDraft(at);
    expect(await write(at, id, "Bản của đầu mối", 0)).toEqual({ ok: true, version: 1 });
    expect(await write(at, id, "Bản của thủ trưởng", 0, at.head)).toEqual({
      ...{ ...refused("changed-meanwhile"), theirs: "Bản của đầu mối", version: 1, by: at.clerk.name },
    });
    expect(await write(at, id, "Bản ghép", 1, at.head)).toEqual({ ok: true, version: 2 });
    expect((await textsOf(read, { nominationId: id })).get("report")).toMatchObject({
      ...{ text: "Bản ghép", version: 2, updatedByName: at.head.name },
    });
    const kept = await read.select().from(nominationTextVersions);
    expect(kept.map(({ text, version, byName }) => ({ text, version, byName }))).toEqual([
      { text: "Bản của đầu mối", version: 1, byName: at.clerk.name },
    ]);
  });

  test("saved by two at one moment is saved once; the other is told", async () => {
    const at = await makeNominating();
    const id = await makeDraft(at);
    const both = await Promise.all([write(at, id, "Một", 0), write(at, id, "Hai", 0, at.head)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await textsOf(read, { nominationId: id })).get("report")?.version).toBe(1);
  });

  test("saved again as it stands makes no version, and neither does an empty one of what was never written", async () => {
    const at = await makeNominating();
    const id = await makeDraft(at);
    await write(at, id, "Một", 0);
    expect(await write(at, id, "Một", 0)).toEqual({ ok: true, version: 1 });
    const empty = { ...actOf(id, at.clerk), field: "spread", text: "", version: 0 } as const;
    expect(await transact((tx) => saveText(tx, empty))).toEqual({ ok: true, version: 0 });
    expect([...(await textsOf(read, { nominationId: id })).keys()]).toEqual(["report"]);
    expect(await read.select().from(nominationTextVersions)).toEqual([]);
  });

  test("is nobody's to write but the unit's, and nobody's once the dossier is handed in", async () => {
    const at = await makeNominating();
    const id = await makeDraft(at);
    expect([await write(at, id, "A", 0, at.neighbour), await write(at, id, "A", 0, at.organizer)]).toEqual([
      ...[refused("not-allowed"), refused("not-allowed")],
    ]);
    const handedIn = await makeHandedIn(at, { nomineeName: "Tổ công nghệ số cộng đồng" });
    expect(await write(at, handedIn, "A", 1)).toEqual(refused("handed-in"));
    expect(await addPaper(at, handedIn, "other")).toEqual(refused("handed-in"));
  });
});

test("nothing of a draft changes once its round has ended", async () => {
  const at = await makeNominating();
  const id = await makeSigned(at);
  const [piece] = await filesOf(read, { nominationId: id });
  for (const state of ["closed", "cancelled"] as const) {
    await transact((tx) => tx.update(awardRounds).set({ state }));
    const act = actOf(id, at.clerk);
    const renamed = { ...ofWard(at), nomineeName: "UBND phường Bến Lam" };
    expect([
      await write(at, id, "Khác", 1),
      await addPaper(at, id, "other"),
      await transact((tx) => removeNominationFile(tx, { ...act, pieceId: piece?.id as string })),
      await transact((tx) => changeNominee(tx, { ...act, ...renamed })),
    ]).toEqual([1, 2, 3, 4].map(() => refused("round-closed")));
  }
  expect([await stateOf(id), (await filesOf(read, { nominationId: id })).length]).toEqual(["signed", 3]);
});

describe("a signature", () => {
  test("falls with a text, a paper or a nominee that changes after it", async () => {
    const at = await makeNominating();
    const renamed = { ...ofWard(at), nomineeName: "UBND phường Bến Lam" };
    const changes: ((id: string) => Promise<{ ok: boolean }>)[] = [
      (id) => write(at, id, "Khác", 1),
      (id) => addPaper(at, id, "other"),
      async (id) => {
        const [piece] = await filesOf(read, { nominationId: id });
        const pieceId = piece?.id as string;
        return await transact((tx) => removeNominationFile(tx, { ...actOf(id, at.clerk), pieceId }));
      },
      (id) => transact((tx) => changeNominee(tx, { ...actOf(id, at.clerk), ...renamed })),
    ];
    for (const change of changes) {
      const id = await makeSigned(at);
      expect((await change(id)).ok).toBe(true);
      expect(await findNomination(read, { nominationId: id })).toMatchObject({
        ...{ state: "draft", signedAt: null, signedBy: null, signedByPersonId: null },
      });
      expect(await stepsIn(id)).toContain("unsigned");
    }
  });

  test("stays where what was saved is what stood there", async () => {
    const at = await makeNominating();
    const id = await makeSigned(at);
    await write(at, id, "Báo cáo thành tích", 1);
    await transact((tx) => saveText(tx, { ...actOf(id, at.clerk), field: "innovation", text: "", version: 0 }));
    await transact((tx) => changeNominee(tx, { ...actOf(id, at.clerk), ...ofWard(at) }));
    expect([await stateOf(id), await stepsIn(id)]).toEqual(["signed", ["created", "signed"]]);
  });
});

test("a paper taken out is gone from the dossier while its bytes stay, and cannot be taken out again", async () => {
  const at = await makeNominating();
  const id = await makeDraft(at);
  const other = await makeDraft(at);
  await addPaper(at, id, "minutes");
  await addPaper(at, other, "minutes");
  const [piece] = await filesOf(read, { nominationId: id });
  const pieceId = piece?.id as string;
  const take = (from: string) => transact((tx) => removeNominationFile(tx, { ...actOf(from, at.clerk), pieceId }));
  expect([await take(other), await take(id), await take(id)]).toEqual([
    ...[refused("gone"), { ok: true }, refused("gone")],
  ]);
  expect(await filesOf(read, { nominationId: id })).toEqual([]);
  expect(await filesOf(read, { nominationId: other })).toHaveLength(1);
  expect(await read.select({ name: files.name }).from(files)).toEqual([{ name: "minutes.pdf" }]);
});

test("who is nominated is looked for by the new name after a change", async () => {
  const at = await makeNominating();
  const id = await makeDraft(at);
  const person = { kind: "individual", nomineeName: "Bà Đỗ Thị Ước", nomineePosition: "Công chức" } as const;
  const change = (given: Partial<NomineeFacts> = {}, actor = at.clerk) =>
    transact((tx) => changeNominee(tx, { ...actOf(id, actor), ...ofWard(at), ...person, ...given }));
  expect([await change({ form: "prize" }), await change({}, at.neighbour), await change()]).toEqual([
    ...[refused("form-not-given"), refused("not-allowed"), { ok: true }],
  ]);
  const found = await read
    .select({ key: nominations.nomineeKey, search: nominations.search })
    .from(nominations)
    .where(and(eq(nominations.id, id), eq(nominations.kind, "individual")));
  expect(found).toEqual([{ key: "do thi uoc", search: "ba do thi uoc cong chuc phuong ben lam" }]);
});
