import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaigns, documents, tasks, taskUnits, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import type { Localized } from "~/web/localized";
import { countedTasks, countsBy } from "../counts.rules";
import { isInactive } from "../escalation.rules";
import type { Plan, PlanTask } from "../plan.reads.server";
import { taskSight } from "../sight.reads.server";
import { lastWord } from "./rules";

/** The campaigns, documents and owners of which a person sees tasks, with their names. Four queries. */
export async function scopeChoices(db: Reader, { actor }: { actor: Actor }) {
  const rows = await db
    .select({
      campaignId: tasks.campaignId,
      documentId: tasks.documentId,
      ownerUnitId: tasks.ownerUnitId,
      tasks: count(),
    })
    .from(tasks)
    .where(and(eq(tasks.isGroup, false), taskSight(db, actor)))
    .groupBy(tasks.campaignId, tasks.documentId, tasks.ownerUnitId);
  const sum = (key: "campaignId" | "documentId" | "ownerUnitId") => {
    const sums = new Map<string, number>();
    for (const row of rows) if (row[key]) sums.set(row[key] as string, (sums.get(row[key] as string) ?? 0) + row.tasks);
    return sums;
  };
  const [ofCampaign, ofDocument, ofOwner] = [sum("campaignId"), sum("documentId"), sum("ownerUnitId")];
  return {
    campaigns: (await campaignNames(db, [...ofCampaign.keys()])).map((one) => ({
      ...one,
      tasks: ofCampaign.get(one.id) ?? 0,
    })),
    documents: await documentNames(db, [...ofDocument.keys()]),
    owners: await unitNames(db, [...ofOwner.keys()]),
  };
}

interface NamedCampaign {
  id: string;
  title: Localized;
  running: boolean;
}

async function campaignNames(db: Reader, ids: string[]): Promise<NamedCampaign[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: campaigns.id, title: campaigns.title, state: campaigns.state })
    .from(campaigns)
    .where(inArray(campaigns.id, ids))
    .orderBy(asc(campaigns.startsOn));
  return rows.map(({ state, ...row }) => ({ ...row, running: state === "running" }));
}

/** Numbers of documents by id, the oldest first. */
export async function documentNames(db: Reader, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return await db
    .select({ id: documents.id, number: documents.number, abstract: documents.abstract })
    .from(documents)
    .where(inArray(documents.id, wanted))
    .orderBy(asc(documents.issuedOn), asc(documents.numberKey));
}

/** Names of units that stand in some task, in Vietnamese order. */
export async function unitNames(db: Reader, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const rows: { id: string; name: string; shortName: string; path: string }[] = [];
  for (let at = 0; at < wanted.length; at += 1000)
    rows.push(
      ...(await db
        .select({ id: units.id, name: units.name, shortName: units.shortName, path: units.path })
        .from(units)
        .where(inArray(units.id, wanted.slice(at, at + 1000)))
        .orderBy(asc(units.search))),
    );
  return rows;
}

/** The tasks in which a unit takes part beside the one that leads. */
export async function tasksWithUnit(db: Reader, { unitId }: { unitId: string }): Promise<Set<string>> {
  const rows = await db.select({ id: taskUnits.taskId }).from(taskUnits).where(eq(taskUnits.unitId, unitId));
  return new Set(rows.map(({ id }) => id as string));
}

/** The lead units of a plan with their figures, their last word and whether they are inactive; those without tasks are not there. */
export async function leadUnits(db: Reader, { plan, days }: { plan: Plan; days: number }) {
  const counts = countsBy(plan, ({ leadUnitId }) => leadUnitId ?? "");
  const led = new Map<string, PlanTask[]>();
  for (const task of countedTasks(plan)) {
    const key = task.leadUnitId ?? "";
    const list = led.get(key);
    if (list) list.push(task);
    else led.set(key, [task]);
  }
  const named = await unitNames(db, [...counts.keys()].filter(Boolean));
  return [...named.map(({ id, name }) => ({ id, name })), { id: "", name: "" }].flatMap(({ id, name }) => {
    const [found, tasks] = [counts.get(id), led.get(id) ?? []];
    if (!found) return [];
    const inactive = id !== "" && isInactive(tasks, plan.today, days);
    return [{ id, name, counts: found, lastWord: lastWord(tasks, plan.today), inactive }];
  });
}
