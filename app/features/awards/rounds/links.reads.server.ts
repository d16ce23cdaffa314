import type { Reader } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { findCampaign, findCampaignFor, listCampaigns } from "~/features/campaigns/reads.server";
import { documentOptions, findDocument } from "~/features/documents/reads.server";
import { findEvent, findEventFor, listEvents } from "~/features/events/reads.server";
import type { Locale } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import type { RoundFacts } from "./rules";

type Links = Pick<RoundFacts, "campaignId" | "documentId" | "ceremonyEventId">;

/** What a round rests on and leads to, by name; null where it names nothing. */
export async function linksOf(db: Reader, { campaignId, documentId, ceremonyEventId }: Links) {
  const document = documentId ? await findDocument(db, { documentId }) : null;
  const campaign = campaignId ? await findCampaign(db, { campaignId }) : null;
  const event = ceremonyEventId ? await findEvent(db, { eventId: ceremonyEventId }) : null;
  return {
    document: document && { id: document.id, number: document.number, abstract: document.abstract },
    campaign: campaign && { id: campaign.id, title: campaign.title, state: campaign.state },
    ceremony: event && { id: event.id, title: event.title, state: event.state },
  };
}

/** The same as this person reads it; `opens`: they may go there. A draft is named to nobody else. */
export async function linksFor(db: Reader, { actor, round }: { actor: Actor; round: Links }) {
  const { document, campaign, ceremony } = await linksOf(db, round);
  const asked = async <T extends { state: string }>(one: T | null, find: () => Promise<unknown>) => {
    const opens = one !== null && (await find()) !== null;
    return one && (opens || one.state !== "draft") ? { ...one, opens } : null;
  };
  return {
    document,
    campaign: await asked(campaign, () => findCampaignFor(db, { campaignId: campaign?.id ?? "", actor })),
    ceremony: await asked(ceremony, () => findEventFor(db, { eventId: ceremony?.id ?? "", actor })),
  };
}

/** What the form of a round offers this person; what the round names already is among it. */
export async function linkChoices(
  db: Reader,
  { actor, round, locale }: { actor: Actor; round: Links; locale: Locale },
) {
  const named = (one: { id: string; title: Localized }) => ({ value: one.id, label: inLanguage(one.title, locale) });
  const standing = await linksOf(db, round);
  const withStanding = (one: { id: string; title: Localized } | null, all: { value: string; label: string }[]) =>
    one && !all.some(({ value }) => value === one.id) ? [named(one), ...all] : all;
  return {
    documents: await documentOptions(db),
    campaigns: withStanding(standing.campaign, (await listCampaigns(db, { actor })).map(named)),
    events: withStanding(standing.ceremony, (await listEvents(db, { actor })).map(named)),
  };
}
