import { and, asc, count, desc, eq, inArray, isNotNull, lt, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { alias, campaigns, difficulties, events, tasks, units } from "#db/schema.server";
import { type Act, type Actor, reachOf } from "~/features/accounts/rules";
import { listCampaigns } from "~/features/campaigns/reads.server";
import { taskSight } from "~/features/tasks/sight.reads.server";
import { hasWords, unitOptions, within } from "~/features/units/reads.server";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import type { Day } from "~/web/time";
import { accessTo, type DifficultyCategory, type DifficultyState, difficultiesPerPage, ownReach } from "./rules";

export type DifficultyRow = typeof difficulties.$inferSelect;

const proposer = alias(units, "proposer");
const resolver = alias(units, "resolver");

const withNames = (db: Reader) =>
  db
    .select({
      difficulty: difficulties,
      proposer: { id: proposer.id, name: proposer.name, path: proposer.path },
      resolver: { id: resolver.id, name: resolver.name, path: resolver.path },
      campaign: { id: campaigns.id, title: campaigns.title },
      event: { id: events.id, title: events.title },
    })
    .from(difficulties)
    .innerJoin(proposer, eq(proposer.id, difficulties.proposerUnitId))
    .leftJoin(resolver, eq(resolver.id, difficulties.resolverUnitId))
    .leftJoin(campaigns, eq(campaigns.id, difficulties.campaignId))
    .leftJoin(events, eq(events.id, difficulties.eventId));

const joined = ({ difficulty, ...names }: Awaited<ReturnType<typeof withNames>>[number], actor: Actor) => ({
  ...difficulty,
  ...names,
  access: accessTo(actor, { proposerPath: names.proposer.path, resolverPath: names.resolver?.path ?? null }),
});
/** A difficulty with the names around it, and what the actor may do to it. */
export type Difficulty = ReturnType<typeof joined>;

const unitsIn = (db: Reader, actor: Actor, act: Act) =>
  db
    .select({ id: units.id })
    .from(units)
    .where(within(units.path, reachOf(actor, act)));

/** The condition that a difficulty is this person's to see: proposed or to be solved by their units, or overseen by them. */
function sight(db: Reader, actor: Actor): SQL | undefined {
  if (reachOf(actor, "everything.read").all || reachOf(actor, "tasks.manage").all) return undefined;
  const doing = unitsIn(db, actor, "tasks.do");
  return or(
    inArray(difficulties.proposerUnitId, doing),
    inArray(difficulties.resolverUnitId, doing),
    inArray(difficulties.proposerUnitId, unitsIn(db, actor, "tasks.manage")),
    inArray(difficulties.proposerUnitId, unitsIn(db, actor, "everything.read")),
  );
}

/** A difficulty as far as this person may see it, or null. */
export async function findDifficultyFor(
  db: Reader,
  { difficultyId, actor }: { difficultyId: string; actor: Actor },
): Promise<Difficulty | null> {
  const [row] = await withNames(db).where(and(eq(difficulties.id, difficultyId), sight(db, actor)));
  return row ? joined(row, actor) : null;
}

export interface DifficultyFilter {
  actor: Actor;
  today: Day;
  term?: string;
  state?: DifficultyState;
  category?: DifficultyCategory;
  proposerUnitId?: string;
  resolverUnitId?: string;
  /** To be solved by the actor's own units. */
  mine?: boolean;
  overdue?: boolean;
  /** From 1. */
  page?: number;
}

/** One page of the register: open ones first, those that block before the others, then the newest. */
export async function listDifficulties(db: Reader, { page = 1, ...filter }: DifficultyFilter) {
  const where = narrowed(db, filter);
  const total = await db.$count(difficulties, where);
  const rows = await withNames(db)
    .where(where)
    .orderBy(asc(difficulties.state), desc(difficulties.blocks), desc(difficulties.openedAt), asc(difficulties.id))
    .limit(difficultiesPerPage)
    .offset((page - 1) * difficultiesPerPage);
  return { total, rows: rows.map((row) => joined(row, filter.actor)) };
}

function narrowed(db: Reader, filter: DifficultyFilter): SQL | undefined {
  const { actor, term, state, category, proposerUnitId, resolverUnitId, mine, overdue, today } = filter;
  return and(
    sight(db, actor),
    hasWords(difficulties.search, term),
    state ? eq(difficulties.state, state) : undefined,
    category ? eq(difficulties.category, category) : undefined,
    proposerUnitId ? eq(difficulties.proposerUnitId, proposerUnitId) : undefined,
    resolverUnitId ? eq(difficulties.resolverUnitId, resolverUnitId) : undefined,
    mine ? toSolveBy(db, actor) : undefined,
    overdue ? and(eq(difficulties.state, "open"), lt(difficulties.dueOn, today)) : undefined,
  );
}

/** Difficulties that hold every word, as far as the actor sees them; open ones first, then the newest. */
export const searchDifficulties = async (
  db: Reader,
  { actor, term, limit }: { actor: Actor; term: string; limit: number },
): Promise<{ id: string; title: string; proposer: string }[]> =>
  await db
    .select({ id: difficulties.id, title: difficulties.title, proposer: proposer.name })
    .from(difficulties)
    .innerJoin(proposer, eq(proposer.id, difficulties.proposerUnitId))
    .where(and(hasWords(difficulties.search, term), sight(db, actor)))
    .orderBy(asc(difficulties.state), desc(difficulties.openedAt), asc(difficulties.id))
    .limit(limit);

const toSolveBy = (db: Reader, actor: Actor): SQL | undefined =>
  and(
    eq(difficulties.state, "open"),
    inArray(
      difficulties.resolverUnitId,
      db
        .select({ id: units.id })
        .from(units)
        .where(within(units.path, ownReach(actor))),
    ),
  );

/** How many open difficulties wait for this person's own units to solve them. */
export const countToSolve = async (db: Reader, { actor }: { actor: Actor }): Promise<number> =>
  await db.$count(difficulties, toSolveBy(db, actor));

/** The units that proposed, and those that are to solve, what this person sees: for the filters. */
export async function unitsOfDifficulties(db: Reader, { actor }: { actor: Actor }) {
  const seen = sight(db, actor);
  const choices = async (column: typeof difficulties.proposerUnitId | typeof difficulties.resolverUnitId) =>
    await db
      .select({ value: units.id, label: units.name, n: count() })
      .from(difficulties)
      .innerJoin(units, eq(units.id, column))
      .where(and(isNotNull(column), seen))
      .groupBy(units.id, units.name, units.search)
      .orderBy(asc(units.search));
  return {
    proposers: await choices(difficulties.proposerUnitId),
    resolvers: await choices(difficulties.resolverUnitId),
  };
}

/** What is on the agenda of a conference, in the order of the categories, as far as this person sees it. */
export async function difficultiesOfEvent(db: Reader, { eventId, actor }: { eventId: string; actor: Actor }) {
  const rows = await withNames(db)
    .where(and(eq(difficulties.eventId, eventId), sight(db, actor)))
    .orderBy(asc(difficulties.category), asc(difficulties.openedAt), asc(difficulties.id));
  return rows.map((row) => joined(row, actor));
}

const taskColumns = { id: tasks.id, code: tasks.code, title: tasks.title, state: tasks.state };

export type TaskAround = Pick<typeof tasks.$inferSelect, keyof typeof taskColumns>;

/** The tasks around a difficulty that this person may see: the one it concerns, and the one that is to solve it. */
export async function tasksAround(
  db: Reader,
  { difficulty, actor }: { difficulty: Pick<DifficultyRow, "id" | "taskId">; actor: Actor },
) {
  const find = async (which: SQL): Promise<TaskAround | null> => {
    const [row] = await db
      .select(taskColumns)
      .from(tasks)
      .where(and(which, taskSight(db, actor)));
    return row ?? null;
  };
  return {
    concerned: difficulty.taskId ? await find(eq(tasks.id, difficulty.taskId)) : null,
    solving: await find(eq(tasks.press, pressOf(difficulty.id))),
  };
}

/** A task made of a difficulty carries this: the one link between both, kept by the unique index. */
export const pressOf = (difficultyId: string): string => `difficulty:${difficultyId}`;

/** Tasks that a difficulty may concern: those this person sees, without drafts, groups and what has ended. */
export async function tasksToName(db: Reader, { actor }: { actor: Actor }) {
  const rows = await db
    .select(taskColumns)
    .from(tasks)
    .where(
      and(
        eq(tasks.isGroup, false),
        inArray(tasks.state, ["assigned", "received", "in-progress", "submitted", "returned"]),
        taskSight(db, actor),
      ),
    )
    .orderBy(asc(tasks.code), asc(tasks.sort))
    .limit(2000);
  return rows.map(({ id, code, title }) => ({ value: id, label: code ? `${code} · ${title}` : title }));
}

/** What the form of a difficulty offers this person; what `was` has already is among it. */
export async function difficultyChoices(
  db: Reader,
  { actor, locale, was }: { actor: Actor; locale: Locale; was?: Difficulty },
) {
  const option = ({ value, label }: { value: string; label: string }) => ({ value, label });
  const withOwn = (list: { value: string; label: string }[], own: { id: string; name: string } | null | undefined) =>
    own && !list.some(({ value }) => value === own.id) ? [{ value: own.id, label: own.name }, ...list] : list;
  const shown = (await listCampaigns(db, { actor })).filter(
    ({ id, state }) => state !== "closed" || id === was?.campaignId,
  );
  const named = was?.taskId ? (await tasksAround(db, { difficulty: was, actor })).concerned : null;
  return {
    proposers: withOwn((await unitOptions(db, { reach: reachOf(actor, "tasks.do") })).map(option), was?.proposer),
    units: withOwn((await unitOptions(db)).map(option), was?.resolver),
    tasks: withOwn(await tasksToName(db, { actor }), named && { id: named.id, name: named.title }),
    campaigns: shown.map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) })),
  };
}
