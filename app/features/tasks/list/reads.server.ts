import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { people, tasks, units } from "#db/schema.server";
import { findOrganization } from "~/features/accounts/reads.server";
import type { Actor } from "~/features/accounts/rules";
import { hasWords } from "~/features/units/reads.server";
import { dayOf, defaultZone } from "~/web/time";
import type { Colour, Coloured } from "../colour.rules";
import { findPlan, type Plan } from "../plan.reads.server";
import { lead, owner } from "../reads.server";
import { taskStates } from "../rules";
import { accessTo, taskSight } from "../sight.reads.server";
import { inTreeOrder } from "../tree.rules";
import { type Asking, countIf, inCircle, inState, notLeft, taskCondition } from "./condition.reads.server";
import { idsInSections, planSections } from "./order.reads.server";
import { figuresOf } from "./part.reads.server";
import { isInPlanOrder, isNarrowed, mostRows, rowsPerPage, type TaskCircle, type TaskQuery } from "./query.rules";
import { type PageSection, sectionsOnPage } from "./sections.rules";

const columns = {
  id: tasks.id,
  parentId: tasks.parentId,
  code: tasks.code,
  title: tasks.title,
  product: tasks.product,
  state: tasks.state,
  dueOn: tasks.dueOn,
  duePrecision: tasks.duePrecision,
  priority: tasks.priority,
  critical: tasks.critical,
  additional: tasks.additional,
  updatedAt: tasks.updatedAt,
  leadName: lead.name,
  leadShort: lead.shortName,
  leadPath: lead.path,
  ownerPath: owner.path,
  responsible: people.fullName,
};

export interface ListedTask {
  id: string;
  code: string;
  title: string;
  product: string;
  state: (typeof taskStates)[number];
  dueOn: string | null;
  duePrecision: (typeof tasks.$inferSelect)["duePrecision"];
  priority: (typeof tasks.$inferSelect)["priority"];
  critical: boolean;
  additional: boolean;
  updatedAt: Date;
  lead: { name: string; short: string } | null;
  responsible: string | null;
  colour: Coloured;
  /** 0–100, unrounded; null: nothing that counts. */
  progress: number | null;
  /** Of its parts; null: it has none. */
  parts: { done: number; total: number } | null;
  /** 0 for a task, 1 for a part of it that stands under it, and so on. */
  depth: number;
  /** Its plan is the actor's to change. */
  keeps: boolean;
}

export interface TaskList {
  /** Heads between the rows, in the plan's order; null where the list is flat. `rows` follow their sections' `shown`. */
  sections: (PageSection & { shown: number })[] | null;
  rows: ListedTask[];
  /** Rows that pages count: tasks, their parts not. */
  total: number;
  today: string;
}

/** Who asks, on which day, in which zone. */
export async function askingOf(db: Reader, { actor, now }: { actor: Actor; now: Date }): Promise<Asking> {
  const zone = (await findOrganization(db))?.zone ?? defaultZone;
  return { actor, zone, today: dayOf(now, zone) };
}

interface Wanted {
  query: TaskQuery;
  actor: Actor;
  now: Date;
  /** Rows of a page. */
  size?: number;
}

/**
 * One page of the tasks that a query means and the actor sees, grouped as the plan or flat, with their figures. The number
 * of queries does not follow the number of tasks; only what is picked or sorted by computed figures reads the whole plan.
 */
export async function listTasks(db: Reader, { query, actor, now, size = rowsPerPage }: Wanted): Promise<TaskList> {
  const asking = await askingOf(db, { actor, now });
  const condition = taskCondition(db, query, asking);
  const from = (query.page - 1) * size;
  if (isInPlanOrder(query)) {
    const everyGroup = !isNarrowed(query);
    const all = await planSections(db, { condition, actor, everyGroup });
    const total = all.reduce((sum, section) => sum + section.rows, 0);
    const sections = sectionsOnPage(all, query.page, size);
    const top = await idsInSections(db, { sections, condition });
    const plan = await figuresOf(
      db,
      top.map(({ id }) => id),
      asking,
    );
    const rows = await rowsWithParts(db, { top: top.map(({ id }) => id), plan, condition, actor });
    return { sections: withShown(sections, rows), rows, total, today: asking.today };
  }
  const plan = needsPlan(query) ? await findPlan(db, { actor, now }) : null;
  const ids = plan
    ? await idsOfPlan(db, { plan, query, condition })
    : await idsSorted(db, { query, condition, from, size });
  const total = plan ? ids.length : await countTasks(db, condition);
  const page = plan ? ids.slice(from, from + size) : ids;
  const rows = await rowsOf(db, { ids: page, plan: plan ?? (await figuresOf(db, page, asking)), actor });
  return { sections: null, rows, total, today: asking.today };
}

const needsPlan = ({ colour, sort }: TaskQuery) => colour !== null || sort === "colour" || sort === "progress";

export async function countTasks(db: Reader, condition: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(tasks)
    .where(condition);
  return row?.n ?? 0;
}

/** Ids of all that a query means, in its order, at most `limit`; for printing, bulk edit and export. */
export async function taskIds(
  db: Reader,
  { query, actor, now, limit = mostRows }: { query: TaskQuery; actor: Actor; now: Date; limit?: number },
): Promise<string[]> {
  const asking = await askingOf(db, { actor, now });
  const condition = taskCondition(db, query, asking);
  if (needsPlan(query)) {
    const plan = await findPlan(db, { actor, now });
    return (await idsOfPlan(db, { plan, query, condition })).slice(0, limit);
  }
  return await idsSorted(db, { query, condition, from: 0, size: limit });
}

const colourOrder: readonly Colour[] = [
  ...(["red", "amber", "unplanned", "no-data", "green", "done-late", "done-on-time", "none"] as const),
];

async function idsOfPlan(
  db: Reader,
  { plan, query, condition }: { plan: Plan; query: TaskQuery; condition: SQL | undefined },
): Promise<string[]> {
  const meant = new Set((await db.select({ id: tasks.id }).from(tasks).where(condition)).map(({ id }) => id));
  const found = plan.tasks.filter(
    ({ id }) => meant.has(id) && (!query.colour || plan.colours.get(id)?.colour === query.colour),
  );
  const key: Record<string, (id: string) => number> = {
    colour: (id) => colourOrder.indexOf(plan.colours.get(id)?.colour ?? "none"),
    progress: (id) => plan.rolled.get(id)?.progress ?? -1,
  };
  const by = query.sort ? key[query.sort] : undefined;
  const sign = query.descending ? -1 : 1;
  if (by) return found.map(({ id }) => id).sort((a, b) => sign * (by(a) - by(b)));
  if (!query.sort) return found.map(({ id }) => id);
  const place = new Map(
    (await idsSorted(db, { query, condition, from: 0, size: meant.size })).map((id, index) => [id, index]),
  );
  return found.map(({ id }) => id).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

async function idsSorted(
  db: Reader,
  { query, condition, from, size }: { query: TaskQuery; condition: SQL | undefined; from: number; size: number },
): Promise<string[]> {
  const way = query.descending ? desc : asc;
  const stateOrder = sql`case ${sql.join(
    taskStates.map((state, index) => sql`when ${eq(tasks.state, state)} then ${sql.raw(String(index))}`),
    sql` `,
  )} end`;
  const order = {
    due: [sql`case when ${isNotNull(tasks.dueOn)} then 0 else 1 end`, way(tasks.dueOn)],
    lead: [way(lead.search)],
    state: [way(stateOrder)],
    updated: [query.descending ? asc(tasks.updatedAt) : desc(tasks.updatedAt)],
    // What was found by words or circles: the nearest deadline first.
    none: [sql`case when ${isNotNull(tasks.dueOn)} then 0 else 1 end`, asc(tasks.dueOn)],
  };
  const sort = query.sort === "colour" || query.sort === "progress" ? "none" : (query.sort ?? "none");
  const rows = await db
    .select({ id: tasks.id })
    .from(tasks)
    .leftJoin(lead, eq(lead.id, tasks.leadUnitId))
    .where(condition)
    .orderBy(...order[sort], asc(tasks.id))
    .limit(size)
    .offset(from);
  return rows.map(({ id }) => id);
}

/** The tasks of a page with the parts of those that were split, each under its own. */
async function rowsWithParts(
  db: Reader,
  { top, plan, condition, actor }: { top: string[]; plan: Plan; condition: SQL | undefined; actor: Actor },
): Promise<ListedTask[]> {
  const onPage = new Set(top);
  const partOf = new Map(plan.tasks.map((task) => [task.id, task]));
  const isPart = (id: string): boolean => {
    const parentId = partOf.get(id)?.parentId;
    return !!parentId && (onPage.has(parentId) || isPart(parentId));
  };
  const parts = plan.tasks.filter(({ id }) => !onPage.has(id) && isPart(id)).map(({ id }) => id);
  const meant = parts.length > 0 ? await meantOf(db, parts, condition) : [];
  const placed = [...top, ...meant].map((id, index) => ({ id, index, parentId: partOf.get(id)?.parentId ?? null }));
  return await rowsOf(db, { ids: inTreeOrder(placed).map(({ id }) => id), plan, actor });
}

const meantOf = async (db: Reader, ids: string[], condition: SQL | undefined): Promise<string[]> =>
  (
    await db
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(inArray(tasks.id, ids), condition))
      .orderBy(asc(tasks.sort), asc(tasks.id))
  ).map(({ id }) => id);

/** Rows with the names and figures around them, in the order of `ids`. */
async function rowsOf(
  db: Reader,
  { ids, plan, actor }: { ids: readonly string[]; plan: Plan; actor: Actor },
): Promise<ListedTask[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select(columns)
    .from(tasks)
    .innerJoin(owner, eq(owner.id, tasks.ownerUnitId))
    .leftJoin(lead, eq(lead.id, tasks.leadUnitId))
    .leftJoin(people, eq(people.id, tasks.responsibleId))
    .where(inArray(tasks.id, [...ids]));
  const byId = new Map(found.map((row) => [row.id, row]));
  const depths = new Map<string, number>();
  const parents = new Set(plan.tasks.map(({ parentId }) => parentId));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { parentId, leadName, leadShort, leadPath, ownerPath, ...own } = row;
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? -1) + 1;
    depths.set(id, depth);
    const rolled = plan.rolled.get(id);
    return {
      ...own,
      lead: leadName === null ? null : { name: leadName, short: leadShort || leadName },
      colour: plan.colours.get(id) ?? { colour: "none", reasons: [], charged: null },
      progress: rolled?.progress ?? null,
      parts: rolled && parents.has(id) ? { done: rolled.done, total: rolled.total } : null,
      depth,
      keeps: accessTo(actor, { ownerPath, leadPath, appraiserPath: null, responsibleEmail: null }).manage,
    };
  });
}

// Rows of depth 0 fill the sections one after the other; parts go with the task above them.
function withShown(sections: PageSection[], rows: readonly ListedTask[]) {
  let at = 0;
  return sections.map((section) => {
    const start = at;
    for (let left = section.take; at < rows.length; at += 1) {
      if ((rows[at] as ListedTask).depth > 0) continue;
      if (left === 0) break;
      left -= 1;
    }
    return { ...section, shown: at - start };
  });
}

/** How many tasks stand in each circle of the actor (of theirs and their units': the open ones), and in all. One scan. */
export async function countCircles(db: Reader, asking: Asking): Promise<Record<TaskCircle | "all", number>> {
  const count = (circle: TaskCircle) => {
    const inside = inCircle(db, circle, asking);
    return countIf(circle === "mine" || circle === "own-units" ? and(inState("open"), inside) : inside);
  };
  const [row] = await db
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      ...{ mine: count("mine"), "own-units": count("own-units"), late: count("late") },
      ...{ waiting: count("waiting"), silent: count("silent") },
    })
    .from(tasks)
    .where(and(eq(tasks.isGroup, false), notLeft, taskSight(db, asking.actor)));
  return row ?? { all: 0, mine: 0, "own-units": 0, late: 0, waiting: 0, silent: 0 };
}

export interface FoundTask {
  id: string;
  code: string;
  title: string;
  lead: string | null;
}

/** Tasks that hold every word, as far as the actor sees them; those with the nearest deadline first. */
export async function searchTasks(
  db: Reader,
  { actor, term, limit }: { actor: Actor; term: string; limit: number },
): Promise<FoundTask[]> {
  const words = hasWords(tasks.search, term);
  if (!words) return [];
  return await db
    .select({ id: tasks.id, code: tasks.code, title: tasks.title, lead: units.name })
    .from(tasks)
    .leftJoin(units, eq(units.id, tasks.leadUnitId))
    .where(and(words, eq(tasks.isGroup, false), taskSight(db, actor)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(limit);
}
