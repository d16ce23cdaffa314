import { read } from "#db/client.server";
import { type Actor, may } from "~/features/accounts/rules";
import { historyOf } from "~/features/audit/reads.server";
import { findCampaignFor } from "~/features/campaigns/reads.server";
import { squeezed } from "~/features/campaigns/rules";
import { documentOptions } from "~/features/documents/reads.server";
import { listEvents } from "~/features/events/reads.server";
import { taskSummary } from "~/features/tasks/counts/summary.reads.server";
import { dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";

/** All that the campaign's page shows to this person, or null when it does not exist for them. */
export async function loadCampaign({ campaignId, actor }: { campaignId: string; actor: Actor }) {
  const campaign = await findCampaignFor(read, { campaignId, actor });
  if (!campaign) return null;
  const today = dayOf(new Date(), zoneOf());
  const { search: _, ...shown } = campaign;
  const mayManage = may(actor, "campaigns.manage", campaign.owner.path);
  const previous = campaign.previousId ? await findCampaignFor(read, { campaignId: campaign.previousId, actor }) : null;
  const events = await listEvents(read, { actor, campaignId: campaign.id });
  return {
    ...{ campaign: shown, today, mayManage },
    mayAddEvents: may(actor, "events.manage"),
    tasks: await taskSummary(read, { actor, now: new Date(), campaignId: campaign.id }),
    previous: previous && { id: previous.id, title: previous.title },
    warnings: campaign.state === "closed" ? {} : Object.fromEntries(squeezed(campaign.milestones, today)),
    events: events
      .map(({ id, title, kind, state, startsAt, endsAt, zone, dateOpen, mainPlace, pointCount }) => ({
        ...{ id, title, kind, state, startsAt, endsAt, zone, dateOpen, mainPlace, pointCount },
      }))
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
    history: mayManage ? await historyOf(read, { subject: `campaign:${campaign.id}`, limit: 30 }) : [],
    documents: mayManage ? await documentOptions(read) : [],
  };
}

export type CampaignData = NonNullable<Awaited<ReturnType<typeof loadCampaign>>>;
