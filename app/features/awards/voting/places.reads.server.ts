import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { councilMeetings, polls } from "#db/schema.server";
import { type Place, placesOf } from "../places.rules";
import type { Round } from "../rounds/reads.server";
import type { RoundSight } from "../sight.reads.server";
import { runOffsOf } from "./reads.server";
import { moreVotes, type ResultLine } from "./rules";

type CountedPoll = Pick<typeof polls.$inferSelect, "kind" | "state" | "categoryId" | "result">;

/**
 * Where those whom a poll let pass stand against the awards of its category: by their share of votes, equals by run-off.
 * Empty where nothing is limited, and for who may not see every line: a place would tell of the ones left out.
 */
export async function placesIn(
  db: Reader,
  { poll, round, sight }: { poll: CountedPoll; round: Round; sight: Pick<RoundSight, "panel" | "sees"> },
): Promise<Map<string, Place>> {
  const lines = (poll.result ?? []) as ResultLine[];
  const category = round.categories.find(({ id }) => id === poll.categoryId);
  const whole = lines.every(({ nominationId }) => sight.sees(nominationId));
  if (!category || !whole || poll.kind !== "approval" || poll.state !== "closed") return new Map();
  const units = new Map(sight.panel.dossiers.map(({ nominationId, unitPaths }) => [nominationId, unitPaths[0] ?? ""]));
  const passed = lines.filter(({ passed: did }) => did);
  const runOff = await runOffsOf(db, { categoryId: category.id });
  return placesOf(
    passed.map((line) => ({ ...line, unit: units.get(line.nominationId) ?? "" })),
    moreVotes(runOff),
    category,
  );
}

/** The same of every vote of a round that was counted. */
export async function placesOfRound(
  db: Reader,
  { round, sight }: { round: Round; sight: Pick<RoundSight, "panel" | "sees"> },
): Promise<Map<string, Place>> {
  const rows = await db
    .select({ poll: polls })
    .from(polls)
    .innerJoin(councilMeetings, eq(councilMeetings.id, polls.meetingId))
    .where(and(eq(councilMeetings.roundId, round.id), eq(polls.state, "closed")));
  const places = new Map<string, Place>();
  for (const { poll } of rows)
    for (const [nominationId, place] of await placesIn(db, { poll, round, sight })) places.set(nominationId, place);
  return places;
}
