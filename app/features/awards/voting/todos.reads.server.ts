import { and, eq, gt } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { councilMeetings } from "#db/schema.server";
import { paths } from "~/web/paths";
import type { AwardTodo } from "../todos.rules";

/** A session may be opened late; one that nobody opened for half a day is forgotten, not near. */
const lateMs = 12 * 60 * 60 * 1000;

/** The planned meetings of a council that its members are asked to, with the moment of each; null: it has come. */
export async function meetingsAhead(
  db: Reader,
  { roundId, now }: { roundId: string; now: Date },
): Promise<Omit<AwardTodo, "roundId" | "round">[]> {
  const rows = await db
    .select({ id: councilMeetings.id, startsAt: councilMeetings.startsAt })
    .from(councilMeetings)
    .where(
      and(
        eq(councilMeetings.roundId, roundId),
        eq(councilMeetings.state, "planned"),
        gt(councilMeetings.startsAt, new Date(now.getTime() - lateMs)),
      ),
    );
  return rows.map(({ id, startsAt }) => ({
    ...{ matter: "to-meet" as const, count: 1, path: paths.councilMeeting(roundId, id) },
    until: startsAt > now ? startsAt : null,
  }));
}
