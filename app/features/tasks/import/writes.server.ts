import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { taskImports, units } from "#db/schema.server";
import { type Actor, may } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { findCampaignFor } from "~/features/campaigns/reads.server";
import { findDocument } from "~/features/documents/reads.server";
import { registerDocument } from "~/features/documents/writes.server";
import { refuse } from "~/web/refuse";
import { type Kept, type Role, sayUnits } from "./choices.rules";
import type { Mapping } from "./columns.rules";
import { addTasks } from "./add.writes.server";
import { findTaskImport, type KeptPlan, planOf, proposedChoices, settledDecisions } from "./reads.server";
import { updateTasks } from "./update.writes.server";

interface Handed {
  fileName: string;
  /** The sheets that may hold a plan, the likeliest first. */
  sheets: { name: string; rows: string[][]; mapping: Mapping }[];
  actor: Actor;
  now: Date;
}

/** Keeps a plan that was read, with what it most likely belongs to. The same person's older tries go. */
export async function keepTaskImport(tx: Tx, { fileName, sheets, actor, now }: Handed): Promise<{ importId: string }> {
  await tx.delete(taskImports).where(eq(taskImports.userId, actor.userId));
  const ids: string[] = [];
  for (const { name, rows, mapping } of sheets) {
    const choices = await proposedChoices(tx, { rows, mapping: mapping as KeptPlan["mapping"], actor });
    const [row] = await tx
      .insert(taskImports)
      .values({
        ...{ userId: actor.userId, fileName, sheetName: name, rows, mapping: mapping as KeptPlan["mapping"], choices },
        counts: {},
        createdAt: now,
      })
      .returning({ id: taskImports.id });
    if (row) ids.push(row.id);
  }
  return { importId: ids[0] as string };
}

interface Mine {
  importId: string;
  actor: Actor;
}

/** Says which column holds what. */
export async function mapTaskColumns(tx: Tx, { mapping, ...mine }: Mine & { mapping: Mapping }) {
  const kept = await findTaskImport(tx, mine);
  if (!kept) return refuse("gone");
  await tx
    .update(taskImports)
    .set({ mapping: mapping as KeptPlan["mapping"] })
    .where(eq(taskImports.id, kept.id));
  return { ok: true } as const;
}

/** Keeps what holds for the whole plan, and what texts of the file mean. */
export async function decidePlan(
  tx: Tx,
  {
    whole = {},
    answers = [],
    ...mine
  }: Mine & { whole?: Kept; answers?: { role: Role; text: string; value: string }[] },
) {
  const kept = await findTaskImport(tx, mine);
  if (!kept) return refuse("gone");
  const choices = sayUnits({ ...kept.choices, ...whole }, answers);
  await tx.update(taskImports).set({ choices }).where(eq(taskImports.id, kept.id));
  return { ok: true } as const;
}

/**
 * Takes over the good rows of a kept plan, planned anew on this transaction's facts. Twice changes nothing. Refused:
 * "gone", "no-owner", "not-allowed" (the plan of another unit), "no-such-campaign", "no-such-document".
 */
export async function applyTaskImport(tx: Tx, { now, ...mine }: Mine & { now: Date }) {
  const { actor } = mine;
  const kept = await findTaskImport(tx, mine);
  if (!kept) return refuse("gone");
  const owned = await placeOf(tx, { kept, actor, now });
  if (!owned.ok) return owned;
  const { decisions, place } = owned;
  const choices = { ...kept.choices, document: place.documentId ?? "" };
  const plan = await planOf(tx, { ...kept, choices });
  const added = await addTasks(tx, { plan, place, decisions, actor, now });
  const updated = await updateTasks(tx, { plan, ids: added.ids, decisions, actor, now });
  const counts = {
    added: added.count,
    updated: updated.count,
    assigned: added.assigned + updated.assigned,
    refused: updated.refused,
  };
  if (counts.added + counts.updated > 0)
    await record(tx, {
      ...{ actor, now, verb: "tasks.imported", subject: `unit:${place.ownerUnitId}` },
      detail: { importId: kept.id, file: kept.fileName, ...counts },
    });
  await tx.update(taskImports).set({ appliedAt: now, counts, choices }).where(eq(taskImports.id, kept.id));
  return { ok: true, ...counts, left: plan.acts.mend } as const;
}

/** Where the tasks go, with every right asked anew; the document of the annex is registered on the way. */
async function placeOf(tx: Tx, { kept, actor, now }: { kept: KeptPlan; actor: Actor; now: Date }) {
  const { decisions, source } = await settledDecisions(tx, kept);
  const { ownerUnitId, campaignId } = decisions;
  if (!ownerUnitId) return refuse("no-owner");
  const [owner] = await tx
    .select({ path: units.path, activeTo: units.activeTo })
    .from(units)
    .where(eq(units.id, ownerUnitId));
  if (!owner || owner.activeTo || !may(actor, "tasks.manage", owner.path)) return refuse("not-allowed");
  if (campaignId && !(await findCampaignFor(tx, { campaignId, actor }))) return refuse("no-such-campaign");
  let documentId = decisions.documentId;
  if (documentId === "new" && source) {
    if (!may(actor, "documents.manage")) return refuse("no-such-document");
    const made = await registerDocument(tx, {
      ...{ number: source.number, issuer: "", issuedOn: source.issuedOn ?? "", abstract: source.abstract },
      ...{ signatory: "", parentId: "", validFrom: "", validTo: "", url: "", actor, now },
    });
    if (!made.ok) return refuse("no-such-document");
    documentId = made.documentId;
  } else if (documentId && !(await findDocument(tx, { documentId }))) return refuse("no-such-document");
  return { ok: true, decisions, place: { ownerUnitId, campaignId, documentId } } as const;
}
