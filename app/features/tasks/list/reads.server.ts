import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { askingOf, taskCondition } from "../condition.reads.server";
import { findPlan } from "../plan.reads.server";
import { isInPlanOrder, isWhole, rowsPerPage, type TaskQuery } from "../query.rules";
import { idsOfPlan, idsSorted, needsPlan } from "./ids.reads.server";
import { idsInSections, planSections } from "./order.reads.server";
import { figuresOf } from "./part.reads.server";
import { type ListedTask, rowsOf, rowsWithParts } from "./rows.reads.server";
import { type PageSection, sectionsOnPage } from "./sections.rules";

export interface TaskList {
  /** Heads between the rows, in the plan's order; null where the list is flat. `rows` follow their sections' `shown`. */
  sections: (PageSection & { shown: number })[] | null;
  rows: ListedTask[];
  /** Rows that pages count: tasks, their parts not. */
  total: number;
  today: string;
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
    const everyGroup = isWhole(query);
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
  const ids = plan ? await idsOfPlan(db, { plan, query, asking }) : await idsSorted(db, { query, asking, from, size });
  const total = plan ? ids.length : await countTasks(db, condition);
  const page = plan ? ids.slice(from, from + size) : ids;
  const rows = await rowsOf(db, { ids: page, plan: plan ?? (await figuresOf(db, page, asking)), actor });
  return { sections: null, rows, total, today: asking.today };
}

export async function countTasks(db: Reader, condition: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(tasks)
    .where(condition);
  return row?.n ?? 0;
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
