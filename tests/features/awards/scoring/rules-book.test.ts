import { expect, test } from "vitest";
import { awardWords } from "../../../../app/features/awards/messages";
import { rankingBook } from "../../../../app/features/awards/scoring/book.rules";
import { scoringWords } from "../../../../app/features/awards/scoring/messages";
import type { ShownRow } from "../../../../app/features/awards/scoring/shown.reads.server";

const row = (over: Partial<ShownRow>): ShownRow => ({
  ...{ nominationId: "n", ballots: 4, needed: 3, raw: 70, score: 66.125, rawRank: 1, rank: 1, spread: 1.5 },
  ...{ decidedBy: "score", criteria: [], belowMinimum: false, name: "Sở Y tế", unitName: "Sở Y tế", receipt: 1 },
  ...{ place: null, ...over },
});
const t = scoringWords.vi;
const bookOf = (locale: "vi" | "en") =>
  rankingBook({
    ...{ locale, words: scoringWords[locale], places: awardWords[locale].places },
    rankings: [
      {
        ...{ title: { vi: "Cơ quan" }, mode: "severity", minimumScore: 66.5 },
        criteria: [
          { id: "c0", title: { vi: "Sáng kiến" } },
          { id: "c1", title: { vi: "Hiệu quả" } },
          { id: "c2", title: { vi: "Lan tỏa" } },
        ],
        rows: [
          row({ decidedBy: "criterion", criteria: ["c1", "c2"], belowMinimum: true }),
          row({ rank: null, rawRank: null, ballots: 2, decidedBy: null }),
        ],
        journal: [
          {
            ...{ at: new Date("2025-09-01T02:00:00Z"), byName: "Trần Thị Thu Hà", reason: "Theo Thông báo số 12" },
            changes: [{ field: "Hiệu quả", from: "40", to: "30" }],
          },
        ],
      },
    ],
    ballots: (["yes", "recused", "not-given", "incomplete"] as const).map((counts, n) => ({
      ...{ category: "Cơ quan", nominee: "Sở Y tế", seat: n + 1, scores: [8.5, null], raw: 85, counts },
    })),
  });

test("every column of the workbook has a head", () => {
  for (const { columns } of bookOf("vi").sheets)
    expect(columns.filter(({ header }) => header.trim() === "" || header === "#")).toEqual([]);
});

test("a rank says what it is made of: raw, adjusted, spread, the floor as it was set, and what decided a tie", () => {
  const [ranks] = bookOf("vi").sheets;
  expect(ranks?.rows[0]).toEqual({
    ...{ category: `Cơ quan (${t.modes.severity})`, rank: 1, name: "Sở Y tế", unit: "Sở Y tế", score: "66,13" },
    ...{ raw: "70,00", rawRank: 1, spread: "1,50", minimum: "66,5", ballots: "4, cần 3" },
    why: `${t.decided.criterion}: Hiệu quả, Lan tỏa; dưới điểm tối thiểu 66,5`,
  });
  expect(bookOf("en").sheets[0]?.rows[0]).toMatchObject({ score: "66.13", minimum: "66.5" });
});

test("what has no rank says that ballots are missing, and a ballot that does not count says why", () => {
  const [ranks, ballots, journal] = bookOf("vi").sheets;
  expect(ranks?.rows[1]).toMatchObject({ rank: null, ballots: "2, cần 3", why: t.notEnough });
  expect(ballots?.rows.map((line) => ("counts" in line ? line.counts : ""))).toEqual(Object.values(t.counted));
  expect(journal?.rows[0]).toMatchObject({ by: "Trần Thị Thu Hà", changes: "Hiệu quả: 40 → 30" });
});
