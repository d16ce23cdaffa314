import { and, asc, count, eq, inArray, isNotNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaigns, documents, tasks, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import type { Localized } from "~/web/localized";
import { taskSight } from "../sight.reads.server";

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
  const wanted = new Set(ids);
  if (wanted.size === 0) return [];
  const rows = await db
    .select({ id: documents.id, number: documents.number, abstract: documents.abstract })
    .from(documents)
    .where(
      and(inArray(documents.id, db.select({ id: tasks.documentId }).from(tasks).where(isNotNull(tasks.documentId)))),
    )
    .orderBy(asc(documents.issuedOn), asc(documents.numberKey));
  return rows.filter(({ id }) => wanted.has(id));
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
