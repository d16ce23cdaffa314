import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { type Actor, may } from "~/features/accounts/rules";
import { forbidden, notFound } from "~/web/http.server";
import { type Campaign, findCampaign } from "./reads.server";

/** Who is signed in, and the campaign they may run. Throws 404 where there is none, 403 where it is another unit's. */
export async function campaignToManage(
  request: Request,
  campaignId = "",
): Promise<{ actor: Actor; campaign: Campaign }> {
  const actor = await requireActor(request);
  const campaign = await findCampaign(read, { campaignId });
  if (!campaign) throw notFound();
  if (!may(actor, "campaigns.manage", campaign.owner.path)) throw forbidden();
  return { actor, campaign };
}
