import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaigns, documents, tasks } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import { unitOptions } from "~/features/units/reads.server";
import type { Locale } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { taskSight } from "../sight.reads.server";
import { inTreeOrder } from "../tree.rules";

/** What the list can be filtered by: units, and the documents, campaigns and groups of tasks that the actor sees. */
export async function filterChoices(db: Reader, { actor, locale }: { actor: Actor; locale: Locale }) {
  const sight = taskSight(db, actor);
  const used = (column: typeof tasks.documentId | typeof tasks.campaignId) =>
    db
      .selectDistinct({ id: column })
      .from(tasks)
      .where(and(isNotNull(column), sight));
  const cited = await db
    .select({ id: documents.id, number: documents.number })
    .from(documents)
    .where(inArray(documents.id, used(tasks.documentId)))
    .orderBy(desc(documents.issuedOn), asc(documents.numberKey));
  const served = await db
    .select({ id: campaigns.id, title: campaigns.title })
    .from(campaigns)
    .where(inArray(campaigns.id, used(tasks.campaignId)))
    .orderBy(desc(campaigns.startsOn));
  return {
    units: (await unitOptions(db)).map(({ value, label }) => ({ value, label })),
    documents: cited.map(({ id, number }) => ({ value: id, label: number })),
    campaigns: served.map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) })),
    groups: await groupChoices(db, actor),
  };
}

/** The groups above what the actor sees, indented as they stand in the plan. */
async function groupChoices(db: Reader, actor: Actor) {
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
