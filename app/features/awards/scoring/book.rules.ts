import { dirOf, type Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import type { Words } from "./messages";
import type { Place } from "../places.rules";
import type { ShownRow } from "./shown.reads.server";
import type { BallotLine } from "./ballots.reads.server";

interface Ranking {
  title: { vi: string; en?: string; ar?: string; hi?: string };
  rows: ShownRow[];
  mode: "none" | "severity" | "zscore";
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
  const two = (value: number | null) => {
    if (value === null) return "";
    const text = (Math.floor(value * 100 + 0.5 + 1e-9) / 100).toFixed(2);
    return locale === "vi" ? text.replace(".", ",") : text;
  };
  const text = (key: string, header: string, width: number) => ({ key, header, width, kind: "text" as const });
  const whole = (key: string, header: string) => ({ key, header, width: 10, kind: "int" as const });
  return {
    sheets: [
      {
        ...{ name: t.ranking, rtl },
        columns: [
          ...[text("category", t.title, 28), whole("rank", t.rank), text("name", t.dossier, 36)],
          ...[text("unit", "", 30), text("score", t.score, 10), text("raw", t.raw, 10), whole("rawRank", t.rawRank)],
          ...[text("spread", t.spread, 10), text("ballots", t.ballots, 10), text("why", t.reason, 40)],
        ],
        rows: rankings.flatMap(({ title, rows, mode }) =>
          rows.map((row) => ({
            ...{ category: `${inLanguage(title, locale)} (${t.modes[mode]})`, rank: row.rank, name: row.name },
            ...{ unit: row.unitName, score: two(row.score), raw: two(row.raw), rawRank: row.rawRank },
            ...{ spread: two(row.spread), ballots: t.needed(String(row.ballots), String(row.needed)) },
            why: [
              row.rank === null ? t.notEnough : row.decidedBy ? t.decided[row.decidedBy] : "",
              row.belowMinimum ? t.below : "",
              row.place ? places[row.place] : "",
            ]
              .filter(Boolean)
              .join("; "),
          })),
        ),
      },
      {
        ...{ name: t.ballots, rtl },
        columns: [
          ...[text("category", t.title, 28), text("nominee", t.dossier, 36), whole("seat", "#")],
          ...[text("scores", t.sheet, 30), text("raw", t.raw, 10), text("counts", t.state, 14)],
        ],
        rows: ballots.map(({ category, nominee, seat, scores, raw, counts }) => ({
          ...{ category, nominee, seat, raw: two(raw) },
          scores: scores.map((score) => (score === null ? "–" : two(score))).join(" · "),
          counts: counts ? t.states.submitted : t.recused,
        })),
      },
      {
        ...{ name: t.journal, rtl },
        columns: [
          ...[{ key: "at", header: t.journal, width: 18, kind: "moment" as const }, text("by", "", 28)],
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
