import { and, asc, eq, ne } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaignDocuments, campaigns, campaignUnits, documents, milestones, phases, units } from "#db/schema.server";
import { type Actor, type Doer, doerMay, may } from "~/features/accounts/rules";
import { hasWords } from "~/features/units/reads.server";
import { refuse } from "~/web/refuse";

export type CampaignRow = typeof campaigns.$inferSelect;
export type Phase = typeof phases.$inferSelect;
export type Milestone = typeof milestones.$inferSelect;
export interface Owner {
  id: string;
  name: string;
  path: string;
}
export interface CitedDocument {
  id: string;
  number: string;
  style: (typeof documents.$inferSelect)["style"];
  type: string;
  issuer: string;
  issuedOn: string | null;
  abstract: string;
  role: "plan" | "basis";
}
export interface UnitStart {
  unitId: string;
  name: string;
  startsOn: string;
}

export interface Campaign extends CampaignRow {
  owner: Owner;
  /** By their first day. */
  phases: Phase[];
  /** By their day. */
  milestones: Milestone[];
  /** The plan first. */
  documents: CitedDocument[];
  /** Units with a start of their own, by day. */
  starts: UnitStart[];
}

/** A campaign with all that belongs to it, or null. No rights are asked. */
export async function findCampaign(db: Reader, { campaignId }: { campaignId: string }): Promise<Campaign | null> {
  const [found] = await withOwner(db).where(eq(campaigns.id, campaignId));
  return found ? await whole(db, found) : null;
}

/** The same by the name of its public page; null unless it is public and no longer a draft. */
export async function findPublicCampaign(db: Reader, { slug }: { slug: string }): Promise<Campaign | null> {
  const [found] = await withOwner(db).where(
    and(eq(campaigns.slug, slug), eq(campaigns.isPublic, true), ne(campaigns.state, "draft")),
  );
  return found ? await whole(db, found) : null;
}

const withOwner = (db: Reader) =>
  db
    .select({ campaign: campaigns, owner: { id: units.id, name: units.name, path: units.path } })
    .from(campaigns)
    .innerJoin(units, eq(units.id, campaigns.ownerUnitId));

async function whole(db: Reader, { campaign, owner }: { campaign: CampaignRow; owner: Owner }): Promise<Campaign> {
  const own = campaign.id;
  return {
    ...campaign,
    owner,
    phases: await db
      .select()
      .from(phases)
      .where(eq(phases.campaignId, own))
      .orderBy(asc(phases.startsOn), asc(phases.id)),
    milestones: await db
      .select()
      .from(milestones)
      .where(eq(milestones.campaignId, own))
      .orderBy(asc(milestones.dueOn), asc(milestones.id)),
    documents: await documentsOf(db, own),
    starts: await db
      .select({ unitId: units.id, name: units.name, startsOn: campaignUnits.startsOn })
      .from(campaignUnits)
      .innerJoin(units, eq(units.id, campaignUnits.unitId))
      .where(eq(campaignUnits.campaignId, own))
      .orderBy(asc(campaignUnits.startsOn), asc(units.search)),
  };
}

async function documentsOf(db: Reader, campaignId: string): Promise<CitedDocument[]> {
  const rows = await db
    .select({
      id: documents.id,
      number: documents.number,
      style: documents.style,
      type: documents.type,
      issuer: documents.issuer,
      issuedOn: documents.issuedOn,
      abstract: documents.abstract,
      role: campaignDocuments.role,
    })
    .from(campaignDocuments)
    .innerJoin(documents, eq(documents.id, campaignDocuments.documentId))
    .where(eq(campaignDocuments.campaignId, campaignId))
    .orderBy(asc(documents.issuedOn), asc(documents.number));
  return [...rows.filter((row) => row.role === "plan"), ...rows.filter((row) => row.role === "basis")];
}

export interface ListedCampaign extends CampaignRow {
  owner: Owner;
}

/** Campaigns an actor may see: all that run or are over, and the drafts within reach. Running ones first, newest first. */
export async function listCampaigns(
  db: Reader,
  { actor, term }: { actor: Actor; term?: string },
): Promise<ListedCampaign[]> {
  const rows = await withOwner(db).where(hasWords(campaigns.search, term));
  return rows
    .map(({ campaign, owner }) => ({ ...campaign, owner }))
    .filter((campaign) => maySee(actor, campaign))
    .sort((a, b) => order[a.state] - order[b.state] || (a.startsOn < b.startsOn ? 1 : -1));
}
const order = { running: 0, draft: 1, closed: 2 };

/** A draft is seen by those who manage or oversee its unit; a campaign that runs or is over by everyone who has signed in. */
const maySee = (actor: Actor, campaign: { state: CampaignRow["state"]; owner: { path: string } }): boolean =>
  campaign.state !== "draft" ||
  may(actor, "campaigns.manage", campaign.owner.path) ||
  may(actor, "everything.read", campaign.owner.path);

/** A campaign with all that belongs to it, or null when there is none or the actor may not see it. */
export async function findCampaignFor(
  db: Reader,
  { campaignId, actor }: { campaignId: string; actor: Actor },
): Promise<Campaign | null> {
  const found = await findCampaign(db, { campaignId });
  return found && maySee(actor, found) ? found : null;
}

/** The campaign when this doer may run it, or why not: "gone", "not-allowed". A write asks it inside its transaction. */
export async function campaignToManage(db: Reader, { campaignId, actor }: { campaignId: string; actor: Doer }) {
  const campaign = await findCampaign(db, { campaignId });
  if (!campaign) return refuse("gone");
  if (!doerMay(actor, "campaigns.manage", campaign.owner.path)) return refuse("not-allowed");
  return { ok: true, campaign } as const;
}

export interface FoundCampaign {
  id: string;
  title: CampaignRow["title"];
  kind: CampaignRow["kind"];
  state: CampaignRow["state"];
  startsOn: string;
}

/** Campaigns an actor may see whose title or theme, in any language, holds every word of the term. */
export async function searchCampaigns(
  db: Reader,
  { term, limit, actor }: { term: string; limit: number; actor: Actor },
): Promise<FoundCampaign[]> {
  if (!hasWords(campaigns.search, term)) return [];
  const rows = await listCampaigns(db, { actor, term });
  return rows.slice(0, limit).map(({ id, title, kind, state, startsOn }) => ({ id, title, kind, state, startsOn }));
}

/** Campaigns an actor may see that cite a document, the newest first. */
export async function campaignsCiting(db: Reader, { documentId, actor }: { documentId: string; actor: Actor }) {
  const rows = await db
    .select({
      campaign: campaigns,
      owner: { id: units.id, name: units.name, path: units.path },
      role: campaignDocuments.role,
    })
    .from(campaignDocuments)
    .innerJoin(campaigns, eq(campaigns.id, campaignDocuments.campaignId))
    .innerJoin(units, eq(units.id, campaigns.ownerUnitId))
    .where(eq(campaignDocuments.documentId, documentId));
  return rows
    .filter(({ campaign, owner }) => maySee(actor, { state: campaign.state, owner }))
    .sort((a, b) => (a.campaign.startsOn < b.campaign.startsOn ? 1 : -1))
    .map(({ campaign: { id, title, state }, role }) => ({ id, title, state, role }));
}
