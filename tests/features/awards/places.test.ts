import { describe, expect, test } from "vitest";
import { exceeds, type Places, placesOf } from "../../../app/features/awards/places.rules";
import { paperOf, type PaperFacts, type PaperLine } from "../../../app/features/awards/voting/papers.rules";
import { moreVotes } from "../../../app/features/awards/voting/rules";

/** "A1 sở 90": the nomination, its unit, its points. */
const contenders = (...written: string[]) =>
  written.map((line) => {
    const [nominationId = "", unit = "", points] = line.split(" ");
    return { nominationId, unit, points: Number(points) };
  });
const place = (limits: Partial<Places>, ...written: string[]) => {
  const all = { quota: null, quotaPerUnit: null, ...limits };
  const places = placesOf(contenders(...written), (a, b) => b.points - a.points, all);
  return Object.fromEntries([...places].sort());
};

describe("the places of a category", () => {
  test("go to the best, in whatever order they are given", () => {
    expect(place({ quota: 2 }, "C x 70", "A x 90", "B y 80")).toEqual({ A: "within", B: "within", C: "beyond" });
  });

  test("are not cut between equals: all of them wait, and who comes after is beyond", () => {
    const places = place({ quota: 2 }, "A x 90", "B y 80", "C z 80", "D w 70");
    expect(places).toEqual({ A: "within", B: "equal", C: "equal", D: "beyond" });
    expect(place({ quota: 3 }, "A x 90", "B y 80", "C z 80")).toEqual({ A: "within", B: "within", C: "within" });
  });

  test("of one unit are so many and no more; what it may not have, the next one takes", () => {
    const places = place({ quota: 2, quotaPerUnit: 1 }, "A x 90", "B x 80", "C y 70", "D z 60");
    expect(places).toEqual({ A: "within", B: "beyond", C: "within", D: "beyond" });
  });

  test("of one unit that falls to two equals waits, and takes one of the category's places meanwhile", () => {
    const places = place({ quota: 2, quotaPerUnit: 1 }, "A x 90", "B x 90", "C y 70", "D z 60");
    expect(places).toEqual({ A: "equal", B: "equal", C: "within", D: "beyond" });
  });

  test("are not spoken of where nothing is limited", () => {
    expect(place({}, "A x 90", "B x 80")).toEqual({});
  });

  test("are exceeded by one too many, in all or of one unit", () => {
    const three = contenders("A x 1", "B x 1", "C y 1");
    const limits = (quota: number | null, quotaPerUnit: number | null) => exceeds(three, { quota, quotaPerUnit });
    expect([limits(3, 2), limits(2, null), limits(null, 1), limits(null, null)]).toEqual([false, true, true, false]);
  });
});

test("votes are compared as shares of their own base, and equals by the run-offs, the first before the later ones", () => {
  const line = (nominationId: string, yes: number, base: number) => ({ nominationId, yes, base });
  const lines = [line("A", 7, 9), line("B", 7, 8), line("C", 14, 18), line("D", 7, 9)];
  const sorted = (runOff: string[]) => [...lines].sort(moreVotes(runOff)).map(({ nominationId }) => nominationId);
  expect(sorted(["D", "C"])).toEqual(["B", "D", "C", "A"]);
  expect(moreVotes([])(line("A", 7, 9), line("C", 14, 18))).toBe(0);
});

describe("a paper of a meeting where more passed than there are awards", () => {
  const line = (name: string, place: PaperLine["place"], passed = true): PaperLine => ({
    ...{ name, place, passed, position: "", unit: name, form: "merit" },
    ...{ yes: 8, no: 1, blank: 0, base: 9, share: 88.89, needed: 8 },
  });
  const facts = (lines: PaperLine[]): PaperFacts => ({
    ...{ organization: "UBND tỉnh", round: "Đợt 2025", authority: "Chủ tịch", place: "Lam Giang", year: 2025 },
    meeting: { title: "Phiên họp", place: "", clock: "8 giờ 00", day: "05/10/2025", note: "", tellers: "" },
    ...{ quorum: { members: 9, present: 9, written: 0, needed: 6 }, seats: [] },
    polls: [
      {
        ...{ category: "Cơ quan tiêu biểu", kind: "approval", secret: true, cast: 9, voters: 9, rule: "" },
        ...{ quota: 1, lines, casting: null, hash: "ab" },
      },
    ],
  });
  const lines = [line("Sở Y tế", "within"), line("Sở Tư pháp", "beyond"), line("Sở Nội vụ", null, false)];
  const said = (kind: Parameters<typeof paperOf>[0], given = lines) =>
    JSON.stringify(paperOf(kind, facts(given)).blocks);

  test("names everybody who passed, and says who is beyond the quota", () => {
    expect(said("minutes")).toContain(
      "Chỉ tiêu của hạng mục: 1; số đạt: 2. Ngoài chỉ tiêu, xếp theo tỷ lệ phiếu: Sở Tư pháp.",
    );
    expect(said("minutes")).toContain('"Đạt, ngoài chỉ tiêu"');
    expect(said("proposal")).toContain("Sở Tư pháp (Cơ quan tiêu biểu): đạt tỷ lệ phiếu nhưng ngoài chỉ tiêu");
    for (const kind of ["proposal", "decision"] as const) {
      expect([said(kind).includes("Sở Tư pháp"), said(kind).includes("Sở Nội vụ")]).toEqual([true, false]);
      expect(said(kind)).toContain("2 tập thể, cá nhân");
    }
  });

  test("says nothing of a quota that suffices", () => {
    for (const kind of ["minutes", "proposal", "decision"] as const)
      expect(said(kind, [line("Sở Y tế", "within"), line("Sở Tư pháp", null)])).not.toContain("chỉ tiêu");
  });
});
