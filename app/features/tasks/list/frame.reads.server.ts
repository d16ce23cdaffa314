import type { Reader } from "#db/client.server";
import { type Actor, reachOf } from "~/features/accounts/rules";
import type { Locale } from "~/web/i18n";
import { askingOf } from "../condition.reads.server";
import type { TaskQuery } from "../query.rules";
import { filterChoices } from "./choices.reads.server";
import { countCircles } from "./circles.reads.server";
import { keptFilters } from "./filters.reads.server";

/** What stands above the tasks in every view: what is asked for, what may be asked for, and what is wanted most. */
export async function findFrame(
  db: Reader,
  { query, actor, now, locale }: { query: TaskQuery; actor: Actor; now: Date; locale: Locale },
) {
  const asking = await askingOf(db, { actor, now });
  const does = reachOf(actor, "tasks.do");
  return {
    query,
    today: asking.today,
    counts: await countCircles(db, asking),
    choices: await filterChoices(db, { actor, locale }),
    ownUnits: !does.all && does.paths.length > 0,
    kept: await keptFilters(db, { actor }),
  };
}
export type Frame = Awaited<ReturnType<typeof findFrame>>;
