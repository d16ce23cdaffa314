import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postAward } from "../../app/features/awards/letters.server";
import { keepFile } from "../../app/features/files/writes.server";
import { transact } from "../../db/client.server";
import {
  awardDecisions,
  declaredConflicts,
  honours,
  letters,
  nominationFiles,
  nominationSteps,
  nominationTexts,
  scoreAssignments,
  scores,
  scoreSheets,
} from "../../db/schema.server";
import { storedAt } from "../../db/file-store.server";
import { makeCategory, makeNomination, makeRound, makeSeat } from "../kit/awards";
import { startGuestSite } from "../kit/guests";
import { makeActor, makeUnit, now } from "../kit/makers";
import { signedIn } from "../kit/signed-in";
import type { Browser, Site } from "../kit/site";

/** Words that stand in the dossier alone: whoever meets one of them has seen something of it. */
const bait = {
  nominee: "Mồi Danh Thành",
  report: "mồi-báo-cáo-thành-tích",
  contact: "moi.lienhe@lamgiang.example",
  file: "moi-bien-ban.txt",
  content: "mồi-trong-tệp",
  opinion: "mồi-ý-kiến-thẩm-định",
  remark: "mồi-nhận-xét-của-thành-viên",
};
const sha256 = "5".repeat(64);

let site: Site;
let ids: Record<string, string>;
const people: Record<string, Browser> = {};

beforeAll(async () => {
  site = await startGuestSite();
  const made = await transact(async (tx) => {
    const province = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province" });
    const owner = await makeUnit(tx, { name: "UBND tỉnh", kind: "committee", parent: province });
    const health = await makeUnit(tx, { name: "Sở Y tế", parent: province });
    const justice = await makeUnit(tx, { name: "Sở Tư pháp", parent: province });
    const always: [string, string | null] = ["2020-01-01T00:00:00Z", null];
    const round = await makeRound(tx, { ownerUnitId: owner.id, phases: { scoring: always } });
    const { category, criteria } = await makeCategory(tx, round, { rivalsLeave: false, nomineeKinds: ["individual"] });
    const nomination = await makeNomination(tx, category, health, {
      ...{ nomineeName: bait.nominee, kind: "individual", contactEmail: bait.contact, submittedAt: now, receipt: 1 },
    });
    await tx.insert(nominationTexts).values({
      ...{ nominationId: nomination.id, field: "report", text: bait.report, version: 1 },
      ...{ updatedByName: "Người viết", updatedAt: now },
    });
    await tx.insert(nominationSteps).values({
      ...{ nominationId: nomination.id, kind: "qualified", note: bait.opinion, byName: "Thẩm định", at: now },
    });
    const file = { sha256, name: bait.file, type: "text/plain", size: bait.content.length };
    const { fileId } = await keepFile(tx, { file, uploadedBy: null, now });
    const [piece] = await tx
      .insert(nominationFiles)
      .values({ nominationId: nomination.id, kind: "minutes", fileId, addedByName: "Người viết", addedAt: now })
      .returning();
    const organizer = await makeActor(tx, "organizer", { unit: owner });
    const member = await makeActor(tx, "council-member", { unit: justice, name: "Thành viên không xung đột" });
    const conflicted = await makeActor(tx, "council-member", { unit: health, name: "Thành viên cùng đơn vị" });
    const declaring = await makeActor(tx, "council-member", { name: "Thành viên đã khai" });
    const secretary = await makeActor(tx, "organizer", { name: "Thư ký cùng đơn vị" });
    const seat = await makeSeat(tx, round, member, { unitId: justice.id });
    await makeSeat(tx, round, conflicted, { unitId: health.id });
    await makeSeat(tx, round, secretary, { unitId: health.id, role: "secretary" });
    const declared = await makeSeat(tx, round, declaring);
    await tx.insert(declaredConflicts).values({
      ...{ memberId: declared.id, nominationId: nomination.id, reason: "Họ hàng", source: "organizer", at: now },
    });
    const [sheet] = await tx
      .insert(scoreSheets)
      .values({
        memberId: seat.id,
        nominationId: nomination.id,
        comment: bait.remark,
        submittedAt: now,
        updatedAt: now,
      })
      .returning();
    for (const { id } of criteria)
      await tx.insert(scores).values({ sheetId: sheet?.id as string, criterionId: id, value: 8 });
    const [decision] = await tx
      .insert(awardDecisions)
      .values({
        ...{ roundId: round.id, number: "1/QĐ-UBND", issuedOn: "2025-10-01", signatory: "A", signatoryTitle: "B" },
        ...{ authority: "C", recordedAt: now },
      })
      .returning();
    const [honour] = await tx
      .insert(honours)
      .values({
        ...{ year: 2025, roundId: round.id, nominationId: nomination.id, decisionId: decision?.id, category: "D" },
        ...{ form: "merit", kind: "individual", name: bait.nominee, nomineeKey: "", achievementKey: "" },
        ...{ verifyCode: "ABCDEFGH2345", published: false, search: "", createdAt: now },
      })
      .returning();
    const told = ["received", "won"] as const;
    for (const matter of told)
      await postAward(tx, {
        ...{ matter, roundId: round.id, now, about: () => bait.nominee, path: `/nominations/${nomination.id}` },
        key: matter === "won" ? `award-won:${honour?.id}` : `award-received:${nomination.id}:${now.toISOString()}`,
        readers: [
          { email: "dau-moi@lamgiang.example", name: "Đầu mối", position: "", locale: "vi", recipient: "user:1" },
        ],
      });
    const letter = await tx.select().from(letters);
    const other = await makeSeat(tx, round, await makeActor(tx, "council-member"));
    const office = await makeActor(tx, "organizer");
    const supervisor = await makeActor(tx, "supervisor");
    const neighbour = await makeActor(tx, "focal-point", { unit: justice });
    const actors = { organizer, office, member, conflicted, declaring, secretary, neighbour, supervisor };
    return { actors, round, category, nomination, piece, decision, honour, seat, other, letter };
  });
  const place = storedAt(sha256, join(site.dataDir, "files"));
  mkdirSync(join(place, ".."), { recursive: true });
  writeFileSync(place, bait.content);
  ids = {
    ...{ roundId: made.round.id, categoryId: made.category.id, nominationId: made.nomination.id },
    ...{
      pieceId: made.piece?.id as string,
      decisionId: made.decision?.id as string,
      honourId: made.honour?.id as string,
    },
    ...{ letterId: made.letter[0]?.id as string, wonLetterId: made.letter[1]?.id as string },
    ...{ step: "withdraw", seatId: made.seat.id, otherSeatId: made.other.id },
  };
  for (const [name, actor] of Object.entries(made.actors)) people[name] = await signedIn(site, actor);
  people.guest = site.browser();
}, 240_000);
afterAll(() => site?.stop());

/** Every address of the product, from the folder of routes itself: a new one cannot be forgotten. */
function addresses(): string[] {
  return readdirSync("app/routes")
    .filter((name) => !name.endsWith(".css"))
    .map((name) => {
      const parts = name
        .replace(/\.tsx?$/, "")
        .replaceAll("[.]", "\0")
        .split(".")
        .filter((part) => part !== "_staff" && part !== "_guest" && part !== "_index")
        .map((part) => part.replace(/_$/, "").replaceAll("\0", "."));
      return `/${parts.map((part) => (part.startsWith("$") ? (ids[part.slice(1)] ?? randomUUID()) : part)).join("/")}`;
    });
}

const seenOn = async (browser: Browser, path: string) => {
  const { status, text } = await browser.get(path);
  return { status, found: Object.keys(bait).filter((name) => text.includes(bait[name as keyof typeof bait])) };
};

describe("a dossier", () => {
  test("is met on its pages by who runs the round and by a member without a conflict: the bait is laid", async () => {
    const { roundId, nominationId, pieceId } = ids as Record<string, string>;
    const own = await seenOn(people.organizer as Browser, `/nominations/${nominationId}`);
    expect(own).toEqual({ status: 200, found: ["nominee", "report", "contact", "file", "opinion"] });
    const sheet = await seenOn(people.member as Browser, `/awards/${roundId}/scoring/${nominationId}`);
    expect(sheet).toEqual({ status: 200, found: ["nominee", "report", "file", "remark"] });
    const paper = await seenOn(people.member as Browser, `/awards/${roundId}/scoring/${nominationId}/files/${pieceId}`);
    expect(paper).toEqual({ status: 200, found: ["content"] });
    const organizers = [`/awards/${roundId}/ranking`, `/awards/${roundId}/decisions/${ids.decisionId}`];
    for (const path of organizers)
      expect([path, await seenOn(people.organizer as Browser, path)]).toEqual([
        path,
        { status: 200, found: ["nominee"] },
      ]);
    for (const path of [`/letters`, `/letters/${ids.letterId}`, `/letters/${ids.wonLetterId}/paper`])
      expect([path, await seenOn(people.office as Browser, path)]).toEqual([path, { status: 200, found: ["nominee"] }]);
  });

  for (const who of ["conflicted", "declaring", "secretary", "neighbour", "supervisor", "guest"])
    test(`shows nothing of itself to the ${who}, on any address of the product`, async () => {
      const met: string[] = [];
      const all = addresses();
      expect(all.length).toBeGreaterThan(120);
      for (const path of all) {
        const { status, found } = await seenOn(people[who] as Browser, path);
        if (found.length > 0) met.push(`${path}: ${status} ${found.join(", ")}`);
        if (status >= 500) met.push(`${path}: ${status}`);
      }
      expect(met).toEqual([]);
    }, 300_000);

  for (const who of ["conflicted", "declaring", "secretary"])
    test(`does not exist for the ${who} who has its address, as nothing does that was made up`, async () => {
      const { roundId, nominationId, pieceId, honourId } = ids as Record<string, string>;
      const paths = [
        `/nominations/${nominationId}`,
        `/awards/${roundId}/scoring/${nominationId}`,
        `/awards/${roundId}/scoring/${nominationId}/files/${pieceId}`,
        `/honours/entries/${honourId}`,
        `/honours/entries/${honourId}/certificate.pdf`,
        ...[ids.letterId, ids.wonLetterId].flatMap((letterId) => [
          `/letters/${letterId}`,
          `/letters/${letterId}/paper`,
        ]),
        `/nominations/${randomUUID()}`,
      ];
      const statuses = [];
      for (const path of paths) statuses.push((await (people[who] as Browser).get(path)).status);
      expect(statuses).toEqual(paths.map(() => 404));
    });

  test("and each of its papers open to those members alone to whom it was given", async () => {
    const { roundId, nominationId, pieceId, seatId, otherSeatId } = ids as Record<string, string>;
    const sheet = `/awards/${roundId}/scoring/${nominationId}`;
    const opened = async (memberId: string) => {
      await transact(async (tx) => {
        await tx.delete(scoreAssignments);
        await tx.insert(scoreAssignments).values({ nominationId: nominationId as string, memberId });
      });
      const member = people.member as Browser;
      return [(await member.get(sheet)).status, (await member.get(`${sheet}/files/${pieceId}`)).status];
    };
    expect(await opened(otherSeatId as string)).toEqual([404, 404]);
    expect(await opened(seatId as string)).toEqual([200, 200]);
  });
});
