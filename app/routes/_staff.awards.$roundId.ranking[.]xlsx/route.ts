import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { councilToRun } from "~/features/awards/gate.server";
import { scoringWords } from "~/features/awards/scoring/messages";
import { rankingBook } from "~/features/awards/scoring/book.rules";
import { ballotLines } from "~/features/awards/scoring/ballots.reads.server";
import { shownRankings } from "~/features/awards/scoring/shown.reads.server";
import { download, spreadsheetType } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { writeWorkbook } from "~/web/sheet.server";

/** Every rank with what it is made of: ranks, ballots, and the journal of recounts. For who runs the round. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, sight } = await councilToRun(request, params.roundId);
  const locale = localeOf(request);
  const rankings = await shownRankings(read, { sight, round, now: new Date() });
  const hidden = new Set(rankings.filter((one) => one.hidden).map(({ id }) => id));
  const categories = round.categories.filter(({ id }) => !hidden.has(id));
  const ballots = await ballotLines(read, { sight, round: { ...round, categories } });
  const { places } = wordsFor(awardWords, locale);
  const book = rankingBook({ rankings, ballots, words: wordsFor(scoringWords, locale), places, locale });
  return download(await writeWorkbook(book), `${round.slug}-ranking.xlsx`, spreadsheetType);
}
