import type { Reader } from "#db/client.server";
import { compareVi } from "~/web/text";
import { namesOf } from "../nominations/names.reads.server";
import type { Round } from "../rounds/reads.server";
import type { RoundSight } from "../sight.reads.server";
import { isValid, rawScore } from "./ballot.rules";
import { assignmentsOf, criteriaOf, judgedIn, judgesOf, sheetsOf } from "./reads.server";

export interface BallotLine {
  category: string;
  nominee: string;
  /** The member by the number of the seat: names stay out of what leaves the house. */
  seat: number;
  /** In the order of the category's criteria; null: left blank. */
  scores: (number | null)[];
  raw: number | null;
  counts: "yes" | "recused" | "not-given" | "incomplete";
}

/** Every ballot of a round that this person may see, by category and nominee; sheets that were never sent are left out. */
export async function ballotLines(
  db: Reader,
  { sight, round }: { sight: RoundSight; round: Round },
): Promise<BallotLine[]> {
  const seats = new Map(sight.panel.seats.map(({ memberId }, n) => [memberId, n + 1]));
  const lines: BallotLine[] = [];
  for (const category of round.categories) {
    const ids = judgedIn(sight, category.id).filter((id) => sight.sees(id));
    const criteria = criteriaOf(category);
    const names = await namesOf(db, { ids });
    const given = await assignmentsOf(db, { nominationIds: ids });
    const judges = new Map(ids.map((id) => [id, judgesOf(sight, given, id).map(({ memberId }) => memberId)]));
    const sheets = await sheetsOf(db, { panel: sight.panel, nominationIds: ids });
    for (const sheet of sheets) {
      if (!sheet.submitted) continue;
      lines.push({
        ...{ category: category.title.vi, nominee: names.get(sheet.nominationId)?.nomineeName ?? "" },
        ...{ seat: seats.get(sheet.memberId) ?? 0, raw: rawScore(criteria, sheet.scores) },
        scores: criteria.map(({ id }) => sheet.scores.get(id) ?? null),
        counts: sheet.recused
          ? "recused"
          : !judges.get(sheet.nominationId)?.includes(sheet.memberId)
            ? "not-given"
            : isValid(criteria, sheet)
              ? "yes"
              : "incomplete",
      });
    }
  }
  return lines.sort((a, b) => compareVi(a.category, b.category) || compareVi(a.nominee, b.nominee) || a.seat - b.seat);
}
