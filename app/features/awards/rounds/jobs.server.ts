import { read, transact } from "#db/client.server";
import { windowOf } from "./phases.rules";
import { findRound } from "./reads.server";
import { roundsRunning } from "./reminders.reads.server";
import { notNow, type ReminderKind, stepOf } from "./reminders.rules";
import { remindRound } from "./reminders.writes.server";

const dayMs = 24 * 3_600_000;

/** Whole days before the end of a step on which the clock reminds by itself. */
const daysBefore: Record<ReminderKind, readonly number[]> = { silent: [7, 2], drafts: [7, 2], score: [5, 1] };

/**
 * The clock's job: reminds units before the nomination step ends, and members before scoring ends. Derived from the
 * calendar as it is, so a moved step moves its reminders; the key names the step's end, and a second run finds it taken.
 * Whom somebody has reminded by hand within the day before is left in peace. Gives how many letters were written.
 */
export async function remindRounds(now: Date): Promise<number> {
  let written = 0;
  for (const roundId of await roundsRunning(read)) {
    const round = await findRound(read, { roundId });
    if (!round) continue;
    for (const matter of ["silent", "drafts", "score"] as const) {
      const { startsAt, endsAt = null } = windowOf(round.phases, stepOf(matter)) ?? {};
      if (!startsAt || !endsAt || notNow(matter, round, now)) continue;
      const left = (endsAt.getTime() - now.getTime()) / dayMs;
      // The nearest wave that is due; an earlier one that was slept through is not made up for.
      const due = daysBefore[matter].filter((days) => left <= days).at(-1);
      if (due === undefined) continue;
      const since = endsAt.getTime() - due * dayMs;
      // Who was called, or could begin, only after that has not been slow.
      if (since < startsAt.getTime() || since < (round.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY)) continue;
      const wave = { occasion: `${due}-days:${endsAt.toISOString()}`, quietSince: new Date(since - dayMs) };
      const done = await transact((tx) => remindRound(tx, { roundId, matter, wave, actor: null, now }));
      if (done.ok) written += done.letters;
    }
  }
  return written;
}
