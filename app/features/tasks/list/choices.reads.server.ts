import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { unitOptions } from "~/features/units/reads.server";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { scopeChoices } from "../counts/reads.server";
import { taskSight } from "../sight.reads.server";
import { inTreeOrder } from "../tree.rules";

/** What tasks can be narrowed by: units, and the documents, campaigns, owners and groups of those that the actor sees. */
export async function filterChoices(db: Reader, { actor, locale }: { actor: Actor; locale: Locale }) {
  const { campaigns, documents, owners } = await scopeChoices(db, { actor });
  return {
    units: (await unitOptions(db)).map(({ value, label }) => ({ value, label })),
    documents: documents.map(({ id, number }) => ({ value: id, label: number })).reverse(),
    campaigns: campaigns.map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) })).reverse(),
    owners: owners.map(({ id, name }) => ({ value: id, label: name })),
    groups: await groupChoices(db, { actor }),
  };
}

/** The groups above what the actor sees, indented as they stand in the plan. */
export async function groupChoices(db: Reader, { actor }: { actor: Actor }) {
  const sight = taskSight(db, actor);
  const groups = await db
    .select({ id: tasks.id, parentId: tasks.parentId, code: tasks.code, title: tasks.title, path: tasks.path })
    .from(tasks)
    .where(eq(tasks.isGroup, true))
    .orderBy(asc(tasks.sort), asc(tasks.id));
  const above = sight ? await idsAbove(db, sight) : null;
  return inTreeOrder(groups.filter(({ id }) => !above || above.has(id))).map(({ id, code, title, path }) => ({
    value: id,
    label: `${"\u2003".repeat(path.split("/").length - 3)}${code ? `${code}. ` : ""}${title}`,
  }));
}

async function idsAbove(db: Reader, sight: ReturnType<typeof taskSight>): Promise<Set<string>> {
  const rows = await db
    .select({ path: tasks.path })
    .from(tasks)
    .where(and(eq(tasks.isGroup, false), sight));
  return new Set(rows.flatMap(({ path }) => path.split("/")));
}
