import { inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { nominations } from "#db/schema.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { clockOf, dayOf, formatDay } from "~/web/time";
import { zoneOf } from "~/web/zone.server";
import type { Round } from "../rounds/reads.server";
import type { RoundSight } from "../sight.reads.server";
import { deskOf, type ShownLine } from "./desk.reads.server";
import { votingWords } from "./messages";
import type { PaperFacts, PaperLine } from "./papers.rules";
import type { Meeting } from "./reads.server";

/**
 * What the drafts of a meeting say. Null while nothing is counted, and for who may not see all of it: a paper with a
 * line left out would be a false one.
 */
export async function paperFacts(
  db: Reader,
  { sight, round, meeting }: { sight: RoundSight; round: Round; meeting: Meeting },
): Promise<PaperFacts | null> {
  const { seats, quorum, polls } = await deskOf(db, { sight: { ...sight, sees: () => true }, round, meeting });
  const counted = polls.filter(({ state }) => state === "closed");
  const ids = counted.flatMap(({ lines }) => lines.map(({ nominationId }) => nominationId));
  if (ids.length === 0 || ids.some((id) => !sight.sees(id))) return null;
  const rows = await db.select().from(nominations).where(inArray(nominations.id, ids));
  const lineOf = (line: ShownLine): PaperLine => {
    const row = rows.find(({ id }) => id === line.nominationId);
    const { yes, no, blank, base, share, needed, passed, place, name, unitName: unit } = line;
    const { nomineePosition: position = "", form = "merit" } = row ?? {};
    return { name, unit, position, form, yes, no, blank, base, share, needed, passed, place };
  };
  const t = votingWords.vi;
  const day = dayOf(meeting.startsAt, zoneOf());
  return {
    organization: (await findOrganization(db))?.name ?? round.owner.name,
    ...{ round: round.title.vi, authority: round.authority, place: round.place || "……", year: Number(day.slice(0, 4)) },
    meeting: {
      ...{ title: meeting.title, place: meeting.place, note: meeting.note, tellers: meeting.tellers },
      ...{ day: formatDay(day), clock: clockOf(meeting.startsAt, zoneOf()).replace(":", " giờ ") },
    },
    quorum: { ...quorum, written: seats.filter(({ attendance }) => attendance === "written").length },
    seats: seats.map((seat) => ({ ...seat, attendance: seat.attendance ?? "absent" })),
    polls: counted.map((poll) => {
      const { category, kind, secret, turnout, thresholdPercent, overHalf, base, quota, lines, resultHash } = poll;
      const rule = overHalf ? t.ruleHalf(t.bases[base]) : t.rule(String(thresholdPercent), t.bases[base]);
      return {
        ...{ category: category.vi, kind, secret, ...turnout, rule: kind === "approval" ? rule : "" },
        ...{ quota, lines: lines.map(lineOf), hash: resultHash ?? "" },
        casting: poll.byCasting ? (lines.find(({ passed }) => passed)?.name ?? null) : null,
      };
    }),
  };
}
