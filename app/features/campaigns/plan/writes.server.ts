import { and, eq, notInArray } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { campaigns, milestones, phases } from "#db/schema.server";
import type { Doer } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import type { Localized } from "~/web/localized";
import { refuse } from "~/web/refuse";
import { addDays, type Day, daysBetween } from "~/web/time";
import { type Campaign, campaignToManage } from "../reads.server";
import { phaseFaults } from "../rules";
import type { PlanInput } from "./forms";

/** Makes the phases and milestones of a campaign those of the plan. Refused: "gone", "not-allowed", "phases" (they overlap or run on). */
export async function savePlan(
  tx: Tx,
  {
    campaignId,
    phases: wanted,
    milestones: dated,
    actor,
    now,
  }: PlanInput & { campaignId: string; actor: Doer; now: Date },
) {
  const asked = await campaignToManage(tx, { campaignId, actor });
  if (!asked.ok) return asked;
  if (phaseFaults(wanted).some(Boolean)) return refuse("phases");
  await tx.update(campaigns).set({ updatedAt: now }).where(eq(campaigns.id, campaignId));
  const keptPhases = wanted.flatMap((phase) => phase.id ?? []);
  await tx.delete(phases).where(and(eq(phases.campaignId, campaignId), notInArray(phases.id, [...keptPhases, ""])));
  for (const { id, title, startsOn, endsOn } of wanted) {
    const own = and(eq(phases.id, id ?? ""), eq(phases.campaignId, campaignId));
    const [kept] = id
      ? await tx.update(phases).set({ title, startsOn, endsOn }).where(own).returning({ id: phases.id })
      : [];
    if (!kept) await tx.insert(phases).values({ campaignId, title, startsOn, endsOn });
  }
  const keptDates = dated.flatMap((one) => one.id ?? []);
  await tx
    .delete(milestones)
    .where(and(eq(milestones.campaignId, campaignId), notInArray(milestones.id, [...keptDates, ""])));
  for (const { id, title, dueOn, offsetDays } of dated) {
    const own = and(eq(milestones.id, id ?? ""), eq(milestones.campaignId, campaignId));
    const [kept] = id
      ? await tx.update(milestones).set({ title, dueOn, offsetDays }).where(own).returning({ id: milestones.id })
      : [];
    if (!kept) await tx.insert(milestones).values({ campaignId, title, dueOn, offsetDays });
  }
  const detail = { phases: wanted.length, milestones: dated.length };
  await record(tx, { actor, verb: "campaign.planned", subject: `campaign:${campaignId}`, detail, now });
  return { ok: true } as const;
}

/** Marks a milestone as reached on a day, or (null) as open again. */
export async function markMilestone(
  tx: Tx,
  {
    campaignId,
    milestoneId,
    doneOn,
    actor,
    now,
  }: { campaignId: string; milestoneId: string; doneOn: Day | null; actor: Doer; now: Date },
) {
  const asked = await campaignToManage(tx, { campaignId, actor });
  if (!asked.ok) return asked;
  const [row] = await tx
    .update(milestones)
    .set({ doneOn })
    .where(and(eq(milestones.id, milestoneId), eq(milestones.campaignId, campaignId)))
    .returning({ title: milestones.title });
  if (!row) return refuse("gone");
  const verb = doneOn ? "campaign.milestone-done" : "campaign.milestone-reopened";
  await record(tx, { actor, verb, subject: `campaign:${campaignId}`, detail: { title: row.title.vi }, now });
  return { ok: true } as const;
}

interface Plan {
  campaignId: string;
  phases: { title: Localized; startsOn: Day; endsOn: Day | null }[];
  milestones: { title: Localized; dueOn: Day; offsetDays: number | null }[];
}

/** Puts the first phases and milestones under a new campaign. */
export async function layOut(tx: Tx, { campaignId, ...plan }: Plan): Promise<void> {
  for (const { title, startsOn, endsOn } of plan.phases)
    await tx.insert(phases).values({ campaignId, title, startsOn, endsOn });
  for (const { title, dueOn, offsetDays } of plan.milestones)
    await tx.insert(milestones).values({ campaignId, title, dueOn, offsetDays });
}

/** Moves a plan along with its anchor: all phases, and the milestones that stand at their T. Those moved by hand stay. */
export async function movePlan(
  tx: Tx,
  { campaign, from, to }: { campaign: Pick<Campaign, "phases" | "milestones">; from: Day; to: Day },
): Promise<void> {
  const by = daysBetween(from, to);
  for (const { id, startsOn, endsOn } of campaign.phases)
    await tx
      .update(phases)
      .set({ startsOn: addDays(startsOn, by), endsOn: endsOn && addDays(endsOn, by) })
      .where(eq(phases.id, id));
  for (const { id, offsetDays, dueOn } of campaign.milestones)
    if (offsetDays !== null && dueOn === addDays(from, offsetDays))
      await tx
        .update(milestones)
        .set({ dueOn: addDays(to, offsetDays) })
        .where(eq(milestones.id, id));
}
