import { describe, expect, test } from "vitest";
import { achievementKey, nomineeKey } from "../../../../app/features/awards/keys.rules";
import { dossierForMember } from "../../../../app/features/awards/nominations/dossier.reads.server";
import { findNominationFor } from "../../../../app/features/awards/nominations/reads.server";
import { listNominations } from "../../../../app/features/awards/nominations/list.reads.server";
import { twinsOf } from "../../../../app/features/awards/nominations/twins.reads.server";
import { addNominationFiles } from "../../../../app/features/awards/nominations/content.writes.server";
import { withdrawNomination } from "../../../../app/features/awards/nominations/steps.writes.server";
import { read, transact } from "../../../../db/client.server";
import { honours } from "../../../../db/schema.server";
import { makeCategory, makeNomination, makeRound, makeSeat } from "../../../kit/awards";
import { useDatabase } from "../../../kit/database";
import { makeActor, now } from "../../../kit/makers";
import { actOf, fill, makeDraft, makeHandedIn, makeNominating, type Nominating } from "../../../kit/nominations";

useDatabase();

const names = async (at: Nominating, actor: Nominating["head"], filter: object = {}) =>
  (await listNominations(read, { actor, roundId: at.round.id, now, ...filter })).rows.map(
    ({ nomineeName }) => nomineeName,
  );
/** An organizer who sits in the council and is of that unit. */
const makeSecretary = (at: Nominating, unitId: string) =>
  transact(async (tx) => {
    const actor = await makeActor(tx, "organizer", { unit: at.owner });
    await makeSeat(tx, at.round, actor, { unitId, role: "secretary" });
    return actor;
  });

describe("a dossier", () => {
  test("before it is handed in is the unit's alone, afterwards also who runs the round", async () => {
    const at = await makeNominating();
    const draft = await makeDraft(at, { nomineeName: "Bản nháp" });
    const handedIn = await makeHandedIn(at, { nomineeName: "Đã nộp" });
    // Taken back before anybody but the unit had it.
    const undone = await makeDraft(at, { nomineeName: "Thôi không nộp" });
    await transact((tx) => withdrawNomination(tx, { ...actOf(undone, at.clerk), reason: "Nhầm" }));
    const conflicted = await makeSecretary(at, at.ward.id);
    const seen = async (actor: Nominating["head"]) =>
      await Promise.all(
        [draft, handedIn].map(async (nominationId) => {
          const found = await findNominationFor(read, { nominationId, actor, now });
          return found?.access ?? null;
        }),
      );
    const [unit, head] = [
      { write: true, sign: false, manage: false },
      { write: true, sign: true, manage: false },
    ];
    expect(await seen(at.clerk)).toEqual([unit, unit]);
    expect(await seen(at.head)).toEqual([head, head]);
    expect(await seen(at.organizer)).toEqual([null, { write: false, sign: false, manage: true }]);
    for (const stranger of [at.neighbour, conflicted]) expect(await seen(stranger)).toEqual([null, null]);
    expect([
      (await names(at, at.clerk)).sort(),
      await names(at, at.organizer),
      await names(at, at.neighbour),
      await names(at, conflicted),
    ]).toEqual([["Bản nháp", "Thôi không nộp", "Đã nộp"], ["Đã nộp"], [], []]);
  });

  test("is found by name without diacritics, by state and by category; a page tells how many there are", async () => {
    const at = await makeNominating();
    await makeDraft(at, { nomineeName: "Đỗ Thị Ước" });
    await makeHandedIn(at, { nomineeName: "Tổ công nghệ số" });
    expect([
      await names(at, at.clerk, { term: "do thi uoc" }),
      await names(at, at.clerk, { state: "submitted" }),
      await names(at, at.clerk, { categoryId: "0" }),
      (await listNominations(read, { actor: at.clerk, roundId: at.round.id, now, page: 2 })).total,
    ]).toEqual([["Đỗ Thị Ước"], ["Tổ công nghệ số"], [], 2]);
  });

  test.each([
    ["open", { blind: false, name: "Phường Bến Lam", file: "Phường Bến Lam.docx" }],
    ["blind", { blind: true, name: "", file: "other.docx" }],
  ])("of a category that is %s is read by a member without any contact", async (_, { blind, name, file }) => {
    const at = await makeNominating({ category: { blind } });
    const id = await makeDraft(at, { contactEmail: "moi@lamgiang.example", contactName: "Mồi Liên Hệ" });
    await fill(at, id, "Thành tích");
    const paper = { sha256: "9".repeat(64), name: "Phường Bến Lam.docx", type: "text/plain", size: 1 };
    await transact((tx) => addNominationFiles(tx, { ...actOf(id, at.clerk), kind: "other", files: [paper] }));
    const dossier = await dossierForMember(read, { nominationId: id });
    expect(JSON.stringify(dossier)).not.toMatch(/moi@|Mồi/);
    expect([dossier?.nomineeName, dossier?.unitName]).toEqual([name, name]);
    expect(dossier?.files.filter(({ kind }) => kind === "other").map((piece) => piece.name)).toEqual([file]);
    expect(dossier?.texts.map(({ text }) => text).sort()).toEqual(["Báo cáo thành tích", "Thành tích"]);
  });
});

describe("twins", () => {
  const deed = "Đưa 98% hồ sơ một cửa của phường lên mạng";
  const keys = (nomineeName: string, achievement = "") => ({
    ...{ nomineeName, nomineeKey: nomineeKey(nomineeName), achievementKey: achievementKey(achievement) },
  });
  const honour = (name: string, year: number, code: string) => ({
    ...{ year, name, nomineeKey: nomineeKey(name), achievementKey: "", verifyCode: code, unitName: "Xã Thạch Khê" },
    ...({ category: "Cá nhân", form: "merit", kind: "individual", search: "", published: true } as const),
    createdAt: now,
  });

  async function withTwins() {
    // Rivals stay, so that a conflict is one of a dossier and not of the whole category.
    const at = await makeNominating({ category: { rivalsLeave: false } });
    const made = await transact(async (tx) => {
      const nominate = (unit: Nominating["ward"], given: object) => makeNomination(tx, at.category, unit, given);
      const nomination = await nominate(at.ward, { ...keys("Ông Nguyễn Văn Đức", deed), submittedAt: now });
      const twin = await nominate(at.commune, { ...keys("NGUYỄN VĂN ĐỨC", `${deed}.`), state: "returned" });
      const deedTwin = await nominate(at.ward, keys("Trần Thị Bé", deed));
      await nominate(at.commune, { ...keys("Nguyễn Văn Đức"), state: "signed" });
      await nominate(at.commune, { ...keys("Nguyễn Văn Đức"), state: "withdrawn" });
      await nominate(at.commune, keys("Nguyễn Văn Đạo", "Dạy chữ ký số cho 300 người cao tuổi"));
      const [before] = await tx
        .insert(honours)
        .values([honour("Nguyễn Văn Đức", 2024, "A"), honour("Nguyễn Văn Đạo", 2024, "B")])
        .returning({ id: honours.id });
      return { nomination, twin, deedTwin, before };
    });
    const told = async (actor: Nominating["head"]) => {
      const found = await findNominationFor(read, { nominationId: made.nomination.id, actor, now });
      if (!found) throw new Error("not seen");
      const twins = await twinsOf(read, found);
      return twins.map(({ id, same, of, year }) => `${of} ${year} ${same} ${id}`).sort();
    };
    return { at, told, ...made };
  }

  test("are told by name and by deed, in the round and of years before, and nobody who was not handed in", async () => {
    const { at, told, twin, deedTwin, before } = await withTwins();
    expect(await told(at.organizer)).toEqual(
      [
        `round 2025 both ${twin.id}`,
        `round 2025 achievement ${deedTwin.id}`,
        `honour 2024 name ${before?.id as string}`,
      ].sort(),
    );
  });

  test("of an earlier round are told to who sees this one, whatever its conflicts; an award of this round only without", async () => {
    const { at, told, twin, nomination } = await withTwins();
    const secretary = await makeSecretary(at, at.commune.id);
    const [earlier, ofTwin] = await transact(async (tx) => {
      const round = await makeRound(tx, { ownerUnitId: at.owner.id, year: 2023 });
      const { category } = await makeCategory(tx, round);
      const won = await makeNomination(tx, category, at.commune, { ...keys("Nguyễn Văn Đức"), state: "awarded" });
      const given = (code: string, year: number, roundId: string, nominationId: string) => ({
        ...{ ...honour("Nguyễn Văn Đức", year, code), roundId, nominationId },
      });
      return await tx
        .insert(honours)
        .values([
          given("C", 2023, round.id, won.id),
          given("D", 2025, at.round.id, twin.id),
          given("E", 2025, at.round.id, nomination.id),
        ])
        .returning({ id: honours.id });
    });
    const those = (lines: string[]) => lines.filter((line) => /^honour 202[35]/.test(line));
    const [before, thisYear] = [`honour 2023 name ${earlier?.id}`, `honour 2025 name ${ofTwin?.id}`];
    expect(those(await told(secretary))).toEqual([before]);
    expect(those(await told(at.organizer))).toEqual([before, thisYear]);
  });

  test("in conflict with the asker's own seat are not told", async () => {
    const { at, told, twin, deedTwin } = await withTwins();
    const seen = await told(await makeSecretary(at, at.commune.id));
    expect(seen).toContain(`round 2025 achievement ${deedTwin.id}`);
    expect(seen.join()).not.toContain(twin.id);
  });
});
