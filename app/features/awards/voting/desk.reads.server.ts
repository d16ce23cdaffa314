import type { Reader } from "#db/client.server";
import type { Place } from "../places.rules";
import type { Round } from "../rounds/reads.server";
import type { RoundSight } from "../sight.reads.server";
import { placesIn } from "./places.reads.server";
import { namesOf } from "../nominations/names.reads.server";
import { attendanceOf, type Meeting, type Poll, pollsOf, turnoutOf, voterOf } from "./reads.server";
import { foremost, hasQuorum, neededForQuorum, neededVotes, type ResultLine, shareOf } from "./rules";

/** One nomination's line of a counted poll, as the reader may see it. */
export interface ShownLine extends ResultLine {
  name: string;
  unitName: string;
  /** In percent. */
  share: number;
  needed: number;
  /** Against the awards of the category; null: not passed, nothing limited, or not to be told to this reader. */
  place: Place | null;
}

/** The lines of a counted poll that the reader may see, most votes first; none before the count. */
export async function linesOf(
  db: Reader,
  { poll, sight, round }: { poll: Poll; sight: Pick<RoundSight, "panel" | "sees">; round: Round },
): Promise<ShownLine[]> {
  if (poll.state !== "closed") return [];
  const lines = ((poll.result ?? []) as ResultLine[]).filter(({ nominationId }) => sight.sees(nominationId));
  const names = await namesOf(db, { ids: lines.map(({ nominationId }) => nominationId) });
  const places = await placesIn(db, { poll, sight, round });
  return lines
    .map((line) => ({
      ...line,
      name: names.get(line.nominationId)?.nomineeName ?? "",
      unitName: names.get(line.nominationId)?.unitName ?? "",
      share: shareOf(line),
      needed: neededVotes(line.base, poll),
      place: places.get(line.nominationId) ?? null,
    }))
    .sort((a, b) => b.yes - a.yes);
}

/** A meeting as it stands on its page: who is there, whether that is enough, and what was voted. */
export async function deskOf(
  db: Reader,
  { sight, round, meeting }: { sight: RoundSight; round: Round; meeting: Meeting },
) {
  const marked = await attendanceOf(db, { meetingId: meeting.id });
  const seats = sight.panel.seats.map(({ memberId, name, role, title }) => ({
    ...{ memberId, name, role, title },
    attendance: marked.get(memberId) ?? null,
  }));
  const present = seats.filter(({ attendance }) => attendance === "present").length;
  const share = { of: round.quorumOf, in: round.quorumIn };
  const polls = [];
  for (const poll of await pollsOf(db, { meetingId: meeting.id })) {
    const voter = sight.seat && (await voterOf(db, { pollId: poll.id, memberId: sight.seat.memberId }));
    const lines = await linesOf(db, { poll, sight, round });
    const equal = foremost(lines);
    const category = round.categories.find(({ id }) => id === poll.categoryId);
    polls.push({
      ...{
        id: poll.id,
        categoryId: poll.categoryId as string,
        kind: poll.kind,
        state: poll.state,
        category: poll.category,
        secret: poll.secret,
      },
      ...{ thresholdPercent: poll.thresholdPercent, overHalf: poll.overHalf, base: poll.base },
      ...{ quota: category?.quota ?? null, quotaPerUnit: category?.quotaPerUnit ?? null },
      ...{ resultHash: poll.resultHash, lines, turnout: await turnoutOf(db, { pollId: poll.id }) },
      mayVote: poll.state === "open" && voter?.voted === false,
      // Equals wait for the chair's word.
      toCast:
        poll.kind === "run-off" && poll.state === "closed" && !poll.castingNominationId && equal.length > 1
          ? equal.map(({ nominationId, name }) => ({ nominationId, name }))
          : [],
      byCasting: poll.castingNominationId !== null,
    });
  }
  const quorum = {
    ...{ present, members: seats.length, needed: neededForQuorum(seats.length, share) },
    reached: seats.length > 0 && hasQuorum(present, seats.length, share),
  };
  return { seats, quorum, polls };
}

/** The nominations that a vote may be about: qualified and not hidden from the reader, each with its category. */
export async function qualifiedOf(db: Reader, { sight }: { sight: RoundSight }) {
  const waiting = sight.panel.dossiers.filter(
    ({ nominationId, state }) => state === "qualified" && sight.sees(nominationId),
  );
  const names = await namesOf(db, { ids: waiting.map(({ nominationId }) => nominationId) });
  return waiting.map(({ nominationId, categoryId }) => ({
    ...{ nominationId, categoryId, name: names.get(nominationId)?.nomineeName ?? "" },
  }));
}
