import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { campaignDocuments } from "#db/schema.server";
import type { By } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { campaignToManage } from "./reads.server";

/** Ties a governing document to a campaign, or changes its part. A campaign has one plan: the former becomes a basis. */
export async function citeDocument(
  tx: Tx,
  { campaignId, documentId, role, actor, now }: { campaignId: string; documentId: string; role: "plan" | "basis" } & By,
) {
  const asked = await campaignToManage(tx, { campaignId, actor });
  if (!asked.ok) return asked;
  if (role === "plan")
    await tx.update(campaignDocuments).set({ role: "basis" }).where(eq(campaignDocuments.campaignId, campaignId));
  const pair = and(eq(campaignDocuments.campaignId, campaignId), eq(campaignDocuments.documentId, documentId));
  const [row] = await tx
    .insert(campaignDocuments)
    .values({ campaignId, documentId, role })
    .onConflictDoNothing()
    .returning({ role: campaignDocuments.role });
  if (!row) await tx.update(campaignDocuments).set({ role }).where(pair);
  await record(tx, {
    actor,
    verb: "campaign.cited",
    subject: `campaign:${campaignId}`,
    detail: { documentId, role },
    now,
  });
  return { ok: true } as const;
}

export async function unciteDocument(
  tx: Tx,
  { campaignId, documentId, actor, now }: { campaignId: string; documentId: string } & By,
) {
  const asked = await campaignToManage(tx, { campaignId, actor });
  if (!asked.ok) return asked;
  const [row] = await tx
    .delete(campaignDocuments)
    .where(and(eq(campaignDocuments.campaignId, campaignId), eq(campaignDocuments.documentId, documentId)))
    .returning({ role: campaignDocuments.role });
  if (row)
    await record(tx, {
      actor,
      verb: "campaign.uncited",
      subject: `campaign:${campaignId}`,
      detail: { documentId },
      now,
    });
  return { ok: true } as const;
}
