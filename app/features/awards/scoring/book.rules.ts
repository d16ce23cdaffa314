import { dirOf, formatExactly, formatNumber, type Locale } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import type { Words } from "./messages";
import type { Place } from "../places.rules";
import type { AdjustmentMode } from "./adjustment.rules";
import { units } from "./ballot.rules";
import type { ShownRow } from "./shown.reads.server";
import type { BallotLine } from "./ballots.reads.server";

interface Ranking {
  title: Localized;
  rows: ShownRow[];
  mode: AdjustmentMode;
  minimumScore: number | null;
  criteria: readonly { id: string; title: Localized }[];
  journal: { at: Date; byName: string; reason: string; changes: { field: string; from: string; to: string }[] }[];
}

interface Book {
  rankings: readonly Ranking[];
  ballots: readonly BallotLine[];
  words: Words;
  places: Record<Place, string>;
  locale: Locale;
}

/** The workbook that justifies every rank: the ranks with their reasons, the ballots they are made of, the journal. */
export function rankingBook({ rankings, ballots, words: t, places, locale }: Book) {
  const rtl = dirOf(locale) === "rtl";
  const two = (value: number | null) => (value === null ? "" : formatNumber(units(value) / 100, locale, 2));
  const exact = (value: number | null) => (value === null ? "" : formatExactly(value, locale));
  const whyOf = ({ criteria, minimumScore }: Ranking, row: ShownRow) => {
    const decisive = criteria.filter(({ id }) => row.criteria.includes(id)).map((one) => inLanguage(one.title, locale));
    const ranked = row.decidedBy ? t.decided[row.decidedBy] : "";
    return [
      row.rank === null ? t.notEnough : decisive.length > 0 ? `${ranked}: ${decisive.join(", ")}` : ranked,
      row.belowMinimum ? t.below(exact(minimumScore)) : "",
      row.place ? places[row.place] : "",
    ]
      .filter(Boolean)
      .join("; ");
  };
  const text = (key: string, header: string, width: number) => ({ key, header, width, kind: "text" as const });
  const whole = (key: string, header: string) => ({ key, header, width: 10, kind: "int" as const });
  return {
    sheets: [
      {
        ...{ name: t.ranking, rtl },
        columns: [
          ...[text("category", t.title, 28), whole("rank", t.rank), text("name", t.dossier, 36)],
          ...[text("unit", t.unit, 30), text("score", t.score, 10), text("raw", t.raw, 10)],
          ...[whole("rawRank", t.rawRank), text("spread", t.spread, 10), text("minimum", t.minimum, 10)],
          ...[text("ballots", t.ballots, 10), text("why", t.reason, 40)],
        ],
        rows: rankings.flatMap((ranking) =>
          ranking.rows.map((row) => ({
            ...{ category: `${inLanguage(ranking.title, locale)} (${t.modes[ranking.mode]})`, rank: row.rank },
            ...{ name: row.name, unit: row.unitName, score: two(row.score), raw: two(row.raw), rawRank: row.rawRank },
            ...{ spread: two(row.spread), minimum: exact(ranking.minimumScore), why: whyOf(ranking, row) },
            ballots: t.needed(String(row.ballots), String(row.needed)),
          })),
        ),
      },
      {
        ...{ name: t.ballots, rtl },
        columns: [
          ...[text("category", t.title, 28), text("nominee", t.dossier, 36), whole("seat", t.seat)],
          ...[text("scores", t.each, 30), text("raw", t.raw, 10), text("counts", t.counts, 30)],
        ],
        rows: ballots.map(({ category, nominee, seat, scores, raw, counts }) => ({
          ...{ category, nominee, seat, raw: two(raw) },
          scores: scores.map((score) => (score === null ? "–" : two(score))).join(" · "),
          counts: t.counted[counts],
        })),
      },
      {
        ...{ name: t.journal, rtl },
        columns: [
          ...[{ key: "at", header: t.at, width: 18, kind: "moment" as const }, text("by", t.changedBy, 28)],
          ...[text("changes", t.weights, 50), text("reason", t.reason, 50)],
        ],
        rows: rankings.flatMap(({ journal }) =>
          journal.map(({ at, byName, changes, reason }) => ({
            ...{ at, by: byName, reason },
            changes: changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`).join("; "),
          })),
        ),
      },
    ],
  };
}
