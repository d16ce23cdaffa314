import { eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { documents, people, tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { type Campaign, findCampaignFor, listCampaigns } from "~/features/campaigns/reads.server";
import { unitsByIds } from "~/features/units/reads.server";
import { inLanguage } from "~/web/localized";
import type { Locale } from "~/web/i18n";
import { findPlan, type Plan, type PlanTask } from "../plan.reads.server";
import { accessTo, type TaskAccess } from "../sight.reads.server";
import { filtered, type ViewFilter } from "./filter.rules";

/** A task with what the views show beside it. */
export interface ViewTask extends PlanTask {
  leadName: string;
  /** Tasks above it in the tree. */
  level: number;
  isParent: boolean;
  access: TaskAccess;
  updatedAt: Date;
}

export interface Choice {
  value: string;
  label: string;
}
export interface FilterChoices {
  campaigns: Choice[];
  groups: Choice[];
  units: Choice[];
  documents: Choice[];
}

export interface ViewPlan extends Omit<Plan, "tasks"> {
  /** What the filter leaves; figures are those of the whole. */
  tasks: ViewTask[];
  choices: FilterChoices;
  /** The campaign asked for, or the only one that all of these tasks are of. */
  campaign: Campaign | null;
}

/** The plan as one view shows it: narrowed by the filter, with names, rights, and what the filter may choose from. */
export async function findViewPlan(
  db: Reader,
  { actor, now, filter, locale }: { actor: Actor; now: Date; filter: ViewFilter; locale: Locale },
): Promise<ViewPlan> {
  const plan = await findPlan(db, { actor, now, campaignId: filter.campaign || undefined });
  const units = await unitsByIds(
    db,
    plan.tasks.flatMap(({ ownerUnitId, leadUnitId, appraiserUnitId }) =>
      [ownerUnitId, leadUnitId, appraiserUnitId].filter((id) => id !== null),
    ),
  );
  const shown = filtered(plan.tasks, filter);
  const beside = await besideTasks(db, shown);
  const parents = new Set(plan.tasks.map(({ parentId }) => parentId));
  const levels = new Map<string, number>();
  const path = (unitId: string | null) => (unitId ? (units.get(unitId)?.path ?? null) : null);
  const named = shown.map((task): ViewTask => {
    const level = task.parentId === null ? 0 : (levels.get(task.parentId) ?? -1) + 1;
    levels.set(task.id, level);
    const lead = task.leadUnitId ? units.get(task.leadUnitId) : undefined;
    const { email, updatedAt } = beside.get(task.id) ?? { email: null, updatedAt: now };
    return {
      ...task,
      leadName: lead ? lead.shortName || lead.name : "",
      level,
      isParent: task.isGroup || parents.has(task.id),
      access: accessTo(actor, {
        ownerPath: path(task.ownerUnitId) ?? "",
        leadPath: path(task.leadUnitId),
        appraiserPath: path(task.appraiserUnitId),
        responsibleEmail: email,
      }),
      updatedAt,
    };
  });
  return {
    ...plan,
    tasks: named,
    campaign: await campaignOf(db, { actor, filter, tasks: named }),
    choices: {
      campaigns: (await listCampaigns(db, { actor })).map(({ id, title }) => ({
        value: id,
        label: inLanguage(title, locale),
      })),
      groups: plan.tasks
        .filter(({ isGroup }) => isGroup)
        .map(({ id, code, title }) => ({ value: id, label: line(code, title) })),
      units: leadsOf(plan.tasks).flatMap((id) => {
        const unit = units.get(id);
        return unit ? { value: id, label: unit.name } : [];
      }),
      documents: await documentsOf(db, plan.tasks),
    },
  };
}

const line = (code: string, title: string) => (code ? `${code} · ${title}` : title);

const leadsOf = (rows: readonly PlanTask[]) => [...new Set(rows.flatMap(({ leadUnitId }) => leadUnitId ?? []))];

async function besideTasks(db: Reader, rows: readonly PlanTask[]) {
  const found = new Map<string, { email: string | null; updatedAt: Date }>();
  for (let at = 0; at < rows.length; at += 500) {
    const ids = rows.slice(at, at + 500).map(({ id }) => id);
    const some = await db
      .select({ id: tasks.id, updatedAt: tasks.updatedAt, email: people.email })
      .from(tasks)
      .leftJoin(people, eq(people.id, tasks.responsibleId))
      .where(inArray(tasks.id, ids));
    for (const { id, ...row } of some) found.set(id, row);
  }
  return found;
}

async function documentsOf(db: Reader, rows: readonly PlanTask[]): Promise<Choice[]> {
  const ids = [...new Set(rows.flatMap(({ documentId }) => documentId ?? []))];
  if (ids.length === 0) return [];
  const found = await db
    .select({ value: documents.id, label: documents.number })
    .from(documents)
    .where(inArray(documents.id, ids));
  return found.sort((a, b) => (a.label < b.label ? -1 : 1));
}

async function campaignOf(
  db: Reader,
  { actor, filter, tasks }: { actor: Actor; filter: ViewFilter; tasks: readonly ViewTask[] },
): Promise<Campaign | null> {
  const ids = new Set(tasks.filter(({ isGroup }) => !isGroup).map(({ campaignId }) => campaignId));
  const [only] = ids;
  const campaignId = filter.campaign || (ids.size === 1 ? (only ?? "") : "");
  return campaignId ? await findCampaignFor(db, { campaignId, actor }) : null;
}
