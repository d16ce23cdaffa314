import { and, eq, like } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { campaignDocuments, campaigns, campaignUnits } from "#db/schema.server";
import { type By, doerMay } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { findUnit } from "~/features/units/reads.server";
import type { Localized } from "~/web/localized";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { fold, untaken } from "~/web/text";
import type { Day } from "~/web/time";
import { layOut, movePlan } from "./plan/writes.server";
import { type Campaign, campaignToManage } from "./reads.server";
import {
  anchorOf,
  type CampaignKind,
  type CampaignStep,
  campaignSteps,
  inAnotherYear,
  retitled,
  slugOf,
  yearOf,
} from "./rules";
import { laidOut } from "./templates.rules";

export interface CampaignFacts {
  title: Localized;
  theme: Localized | null;
  secondTheme: Localized | null;
  purpose: Localized | null;
  ownerUnitId: string;
  isPublic: boolean;
}

const searchOf = (facts: Pick<CampaignFacts, "title" | "theme" | "secondTheme">): string =>
  fold([facts.title, facts.theme, facts.secondTheme].flatMap((text) => Object.values(text ?? {})).join(" ")).slice(
    0,
    4000,
  );

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const slug = slugOf(title);
  const taken = await tx
    .select({ slug: campaigns.slug })
    .from(campaigns)
    .where(like(campaigns.slug, `${slug}%`));
  return untaken(
    slug,
    taken.map((row) => row.slug),
  );
}

interface NewCampaign extends CampaignFacts, By {
  /** The same one, sent twice, makes one campaign. */
  press?: string;
  kind: CampaignKind;
  /** 10/10 of the year, or the first day: what the template's days count from. */
  anchorOn: Day;
  /** Instead of the template's first and last day. */
  startsOn?: Day | "";
  endsOn?: Day | "";
}

/** Begins a campaign as a draft, with its kind's phases and milestones. Refused: "no-owner", "not-allowed", "ends-before-start". */
export async function createCampaign(
  tx: Tx,
  { press, kind, anchorOn, startsOn, endsOn, actor, now, ...facts }: NewCampaign,
) {
  const owner = await findUnit(tx, { unitId: facts.ownerUnitId });
  if (!owner) return refuse("no-owner");
  if (!doerMay(actor, "campaigns.manage", owner.path)) return refuse("not-allowed");
  const id = idOfPress(press);
  const [made] = await tx.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, id));
  if (made) return { ok: true, campaignId: id, slug: made.slug } as const;
  const layout = laidOut(kind, anchorOn);
  const span = { startsOn: startsOn || layout.startsOn, endsOn: endsOn || layout.endsOn };
  if (span.endsOn && span.endsOn < span.startsOn) return refuse("ends-before-start");
  const slug = await freeSlug(tx, facts.title.vi);
  const anchored = kind === "national-day" || kind === "days-and-nights";
  const campaignId = await insert(tx, {
    id,
    ...facts,
    ...span,
    kind,
    slug,
    anchorOn: anchored ? anchorOn : null,
    previousId: null,
    now,
  });
  await layOut(tx, { campaignId, ...layout });
  await record(tx, {
    actor,
    verb: "campaign.created",
    subject: `campaign:${campaignId}`,
    detail: { title: facts.title.vi },
    now,
  });
  return { ok: true, campaignId, slug } as const;
}

type Fresh = CampaignFacts &
  Pick<Campaign, "kind" | "slug" | "anchorOn" | "startsOn" | "endsOn" | "previousId"> & { id?: string; now: Date };

async function insert(tx: Tx, { now, ...row }: Fresh): Promise<string> {
  const [made] = await tx
    .insert(campaigns)
    .values({ ...row, state: "draft", search: searchOf(row), createdAt: now, updatedAt: now })
    .returning({ id: campaigns.id });
  return made?.id ?? "";
}

interface Change extends CampaignFacts, By {
  campaignId: string;
  anchorOn: Day | "";
  startsOn: Day;
  endsOn: Day | "";
}

/** Changes a campaign. A new anchor takes along the phases, and the milestones that stood at their T; those moved by hand stay. */
export async function changeCampaign(tx: Tx, { campaignId, anchorOn, startsOn, endsOn, actor, now, ...facts }: Change) {
  const asked = await campaignToManage(tx, { campaignId, actor });
  if (!asked.ok) return asked;
  const { campaign } = asked;
  const owner = await findUnit(tx, { unitId: facts.ownerUnitId });
  if (!owner) return refuse("no-owner");
  if (owner.id !== campaign.ownerUnitId && !doerMay(actor, "campaigns.manage", owner.path))
    return refuse("not-allowed");
  if (endsOn && endsOn < startsOn) return refuse("ends-before-start");
  const dates = { anchorOn: anchorOn || null, startsOn, endsOn: endsOn || null };
  await tx
    .update(campaigns)
    .set({ ...facts, ...dates, search: searchOf(facts), updatedAt: now })
    .where(eq(campaigns.id, campaignId));
  const [before, after] = [campaign.anchorOn, dates.anchorOn];
  if (before && after && before !== after) await movePlan(tx, { campaign, from: before, to: after });
  await record(tx, {
    actor,
    verb: "campaign.changed",
    subject: `campaign:${campaignId}`,
    detail: { title: facts.title.vi },
    now,
  });
  return { ok: true } as const;
}

/** Takes a step: start, close, reopen. Refused when the campaign is not where the step begins ("wrong-state"), as after two presses. */
export async function stepCampaign(
  tx: Tx,
  { campaignId, step, actor, now }: { campaignId: string; step: CampaignStep } & By,
) {
  const asked = await campaignToManage(tx, { campaignId, actor });
  if (!asked.ok) return asked;
  const [from, to] = campaignSteps[step];
  const [row] = await tx
    .update(campaigns)
    .set({ state: to, updatedAt: now })
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.state, from)))
    .returning({ id: campaigns.id });
  if (!row) return refuse("wrong-state");
  await record(tx, { actor, verb: `campaign.${step}`, subject: `campaign:${campaignId}`, now });
  return { ok: true, state: to } as const;
}

/**
 * Next year's campaign from this one: dates keep their distance from the anchor, titles change their year, phases,
 * milestones and documents are carried over, last year's plan as a basis. The themes are left open until guidance comes.
 */
export async function campaignFromLast(
  tx: Tx,
  { campaignId, year, actor, now }: { campaignId: string; year: number } & By,
) {
  const asked = await campaignToManage(tx, { campaignId, actor });
  if (!asked.ok) return asked;
  const { campaign: last } = asked;
  const lastYear = yearOf(anchorOf(last));
  if (year === lastYear) return refuse("same-year");
  const made = await tx.select().from(campaigns).where(eq(campaigns.previousId, campaignId));
  const already = made.find((one) => yearOf(anchorOf(one)) === year);
  if (already) return { ok: false, reason: "already", campaignId: already.id } as const;
  const next = inAnotherYear(last, year);
  const title = retitled(last.title, {
    from: yearOf(last.startsOn),
    to: yearOf(last.endsOn ?? last.startsOn),
    by: year - lastYear,
  });
  const newId = await insert(tx, {
    ...{ title, theme: null, secondTheme: null, purpose: last.purpose, ownerUnitId: last.ownerUnitId, isPublic: false },
    ...{ kind: last.kind, slug: await freeSlug(tx, title.vi), previousId: last.id, now },
    ...{ anchorOn: next.anchorOn, startsOn: next.startsOn, endsOn: next.endsOn },
  });
  await layOut(tx, { campaignId: newId, phases: next.phases, milestones: next.milestones });
  for (const { id } of last.documents)
    await tx.insert(campaignDocuments).values({ campaignId: newId, documentId: id, role: "basis" });
  await record(tx, {
    actor,
    verb: "campaign.carried-over",
    subject: `campaign:${newId}`,
    detail: { from: last.title.vi, year },
    now,
  });
  return { ok: true, campaignId: newId } as const;
}

/** A unit begins the campaign on a day of its own; null: with everybody else. */
export async function setUnitStart(
  tx: Tx,
  { campaignId, unitId, startsOn, actor, now }: { campaignId: string; unitId: string; startsOn: Day | null } & By,
) {
  const asked = await campaignToManage(tx, { campaignId, actor });
  if (!asked.ok) return asked;
  const unit = await findUnit(tx, { unitId });
  if (!unit) return refuse("no-unit");
  await tx.delete(campaignUnits).where(and(eq(campaignUnits.campaignId, campaignId), eq(campaignUnits.unitId, unitId)));
  if (startsOn) await tx.insert(campaignUnits).values({ campaignId, unitId, startsOn });
  await record(tx, {
    actor,
    verb: "campaign.unit-start",
    subject: `campaign:${campaignId}`,
    detail: { unit: unit.name, startsOn },
    now,
  });
  return { ok: true } as const;
}
