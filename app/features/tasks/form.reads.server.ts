import { and, asc, count, desc, eq, inArray, isNull, like, ne, or } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks, units } from "#db/schema.server";
import { newId } from "#db/dialect/ids";
import { type Actor, reachOf } from "~/features/accounts/rules";
import { listCampaigns } from "~/features/campaigns/reads.server";
import { documentOptions } from "~/features/documents/reads.server";
import { hasWords, holdersOf, searchUnits, unitOptions, unitsByIds, within } from "~/features/units/reads.server";
import { isHeld } from "~/features/units/rules";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import type { Day } from "~/web/time";
import { taskSight } from "./sight.reads.server";

export interface Choice {
  value: string;
  label: string;
}

/** Groups and tasks of the plans a person keeps, under which a task may hang; without one and all below it. */
async function parentChoices(db: Reader, { actor, except }: { actor: Actor; except?: string }): Promise<Choice[]> {
  const reach = reachOf(actor, "tasks.manage");
  const rows = await db
    .select({ id: tasks.id, code: tasks.code, title: tasks.title, path: tasks.path })
    .from(tasks)
    .innerJoin(units, eq(units.id, tasks.ownerUnitId))
    .where(and(eq(tasks.isGroup, true), within(units.path, reach)))
    .orderBy(asc(tasks.sort), asc(tasks.id))
    .limit(1000);
  return rows
    .filter(({ path }) => !except || !path.includes(`/${except}/`))
    .map(({ id, code, title }) => ({ value: id, label: [code, title].filter(Boolean).join(" ") }));
}

interface Asked {
  actor: Actor;
  locale: Locale;
  /** What the form holds, so that a choice that could no longer be made anew still stands in its list. */
  chosen: { unitIds: readonly string[]; parentId: string; campaignId: string };
  /** The task or group that is edited. */
  except?: string;
}

/** What the selects of a task's form offer this person. */
export async function taskChoices(db: Reader, { actor, locale, chosen, except }: Asked) {
  const [owners, all, campaigns, documents, parents] = await Promise.all([
    unitOptions(db, { reach: reachOf(actor, "tasks.manage") }),
    unitOptions(db),
    listCampaigns(db, { actor }),
    documentOptions(db),
    parentChoices(db, { actor, except }),
  ]);
  const gone = await unitsByIds(
    db,
    chosen.unitIds.filter((id) => id && !all.some(({ value }) => value === id)),
  );
  const missing = chosen.parentId && !parents.some(({ value }) => value === chosen.parentId);
  const [parent] = missing
    ? await db
        .select({ value: tasks.id, label: tasks.title })
        .from(tasks)
        .where(and(eq(tasks.id, chosen.parentId), taskSight(db, actor)))
    : [];
  const plain = ({ value, label }: Choice): Choice => ({ value, label });
  return {
    owners: owners.map(plain),
    units: [...all.map(plain), ...[...gone.values()].map(({ id, name }) => ({ value: id, label: name }))],
    parents: parent ? [parent, ...parents] : parents,
    campaigns: campaigns
      .filter(({ id, state }) => state !== "closed" || id === chosen.campaignId)
      .map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) })),
    documents,
    // Names the press of the form: sent twice, it makes one task.
    press: newId(),
  };
}

/** The people who hold a position in a unit on a day, as choices of a responsible person. */
export async function peopleChoices(
  db: Reader,
  { unitId, today, chosen }: { unitId: string; today: Day; chosen?: { id: string; fullName: string } | null },
): Promise<Choice[]> {
  const holders = unitId ? await holdersOf(db, { unitId }) : [];
  const found = new Map<string, string>();
  for (const one of holders)
    if (isHeld(one, today) && !found.has(one.personId))
      found.set(one.personId, one.title ? `${one.fullName}, ${one.title}` : one.fullName);
  if (chosen && !found.has(chosen.id)) found.set(chosen.id, chosen.fullName);
  return [...found].map(([value, label]) => ({ value, label }));
}

/** Units by words of their names, for the units that help; living ones only. */
export async function findUnitChoices(db: Reader, { term }: { term: string }): Promise<Choice[]> {
  const found = await searchUnits(db, { term, limit: 20 });
  return found
    .filter(({ activeTo }) => activeTo === null)
    .map(({ id, name, parentName }) => ({ value: id, label: parentName ? `${name} (${parentName})` : name }));
}

/** Tasks the actor may see by words of code, title, product or clause, for the predecessors of one. */
export async function findTaskChoices(
  db: Reader,
  { term, actor, except }: { term: string; actor: Actor; except?: string },
): Promise<Choice[]> {
  const words = hasWords(tasks.search, term);
  if (!words) return [];
  const rows = await db
    .select({ id: tasks.id, code: tasks.code, title: tasks.title })
    .from(tasks)
    .where(and(words, eq(tasks.isGroup, false), except ? ne(tasks.id, except) : undefined, taskSight(db, actor)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(20);
  return rows.map(taskChoice);
}

/** The names of chosen units or tasks, in the order given; what the actor may not see is left out. */
export async function chosenUnits(db: Reader, ids: readonly string[]): Promise<Choice[]> {
  const found = await unitsByIds(db, ids);
  return ids.flatMap((id) => {
    const unit = found.get(id);
    return unit ? [{ value: id, label: unit.name }] : [];
  });
}

export async function chosenTasks(db: Reader, { ids, actor }: { ids: readonly string[]; actor: Actor }) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: tasks.id, code: tasks.code, title: tasks.title })
    .from(tasks)
    .where(and(inArray(tasks.id, [...ids]), taskSight(db, actor)));
  return rows.map(taskChoice);
}

const taskChoice = ({ id, code, title }: { id: string; code: string; title: string }): Choice => ({
  value: id,
  label: [code, title].filter(Boolean).join(" "),
});

/**
 * Who is proposed to give a new task: the unit whose plan most tasks of this person's plans are of; in a new installation
 * the People's Committee directly below the first of `owners`, where there is one.
 */
export async function proposedOwner(
  db: Reader,
  { actor, owners }: { actor: Actor; owners: readonly Choice[] },
): Promise<string> {
  const [usual] = await db
    .select({ id: tasks.ownerUnitId })
    .from(tasks)
    .innerJoin(units, eq(units.id, tasks.ownerUnitId))
    .where(and(isNull(units.activeTo), within(units.path, reachOf(actor, "tasks.manage"))))
    .groupBy(tasks.ownerUnitId)
    .orderBy(desc(count()), asc(tasks.ownerUnitId))
    .limit(1);
  const first = owners[0]?.value ?? "";
  if (usual || !first) return usual?.id ?? "";
  const [committee] = await db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.parentId, first), eq(units.kind, "committee"), isNull(units.activeTo), isPeoples))
    .orderBy(asc(units.search))
    .limit(1);
  return committee?.id ?? first;
}

// Steering committees are of the same kind.
const isPeoples = or(like(units.search, "uy ban nhan dan%"), like(units.search, "ubnd%"));

/** Who is proposed to accept the work of a plan: the office directly below its owner, else the owner itself. */
export async function proposedAppraiser(db: Reader, { ownerUnitId }: { ownerUnitId: string }): Promise<string> {
  const [office] = await db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.parentId, ownerUnitId), eq(units.kind, "office"), isNull(units.activeTo)))
    .orderBy(asc(units.search))
    .limit(1);
  return office?.id ?? ownerUnitId;
}

interface FormAsked extends Omit<Asked, "chosen"> {
  values: Record<string, string>;
  lists: { coordinatingUnit: string[]; predecessor: string[] };
  today: Day;
  responsible?: { id: string; fullName: string } | null;
}

/** All that the form of a task offers, for what it holds now: people of the lead unit, and what its words found. */
export async function formChoices(db: Reader, { values, lists, today, responsible, ...asked }: FormAsked) {
  const { leadUnitId = "", accountableUnitId = "", appraiserUnitId = "", ownerUnitId = "" } = values;
  const chosen = {
    unitIds: [leadUnitId, accountableUnitId, appraiserUnitId, ownerUnitId],
    parentId: values.parentId ?? "",
    campaignId: values.campaignId ?? "",
  };
  const { coordinatingUnitTerm: unitTerm, predecessorTerm: taskTerm } = values;
  return {
    ...(await taskChoices(db, { ...asked, chosen })),
    people: await peopleChoices(db, { unitId: leadUnitId, today, chosen: responsible }),
    coordinating: {
      chosen: await chosenUnits(db, lists.coordinatingUnit),
      found: unitTerm ? await findUnitChoices(db, { term: unitTerm }) : null,
    },
    predecessors: {
      chosen: await chosenTasks(db, { ids: lists.predecessor, actor: asked.actor }),
      found: taskTerm ? await findTaskChoices(db, { term: taskTerm, actor: asked.actor, except: asked.except }) : null,
    },
  };
}

/** Which field of a form names a unit that is closed; the lead unit's where none does. */
export async function closedUnitField(db: Reader, values: Record<string, string>, coordinating: readonly string[]) {
  const names = ["leadUnitId", "accountableUnitId", "appraiserUnitId"] as const;
  const found = await unitsByIds(db, [...names.flatMap((name) => values[name] || []), ...coordinating]);
  const closed = (id: string | undefined) => (id ? Boolean(found.get(id)?.activeTo) : false);
  return names.find((name) => closed(values[name])) ?? (coordinating.some(closed) ? "coordinatingUnit" : "leadUnitId");
}
