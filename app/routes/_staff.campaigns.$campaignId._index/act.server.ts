import { read, transact } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import { idField, parseCitation } from "~/features/campaigns/forms";
import { campaignWords } from "~/features/campaigns/messages";
import { markMilestone } from "~/features/campaigns/plan/writes.server";
import type { Campaign } from "~/features/campaigns/reads.server";
import { campaignSteps, type CampaignStep } from "~/features/campaigns/rules";
import { citeDocument, unciteDocument } from "~/features/campaigns/documents.writes.server";
import { stepCampaign } from "~/features/campaigns/writes.server";
import { findDocument } from "~/features/documents/reads.server";
import { flash } from "~/web/flash.server";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { dayOf } from "~/web/time";
import { zoneOf } from "~/web/zone.server";

type Refused = { status: number; reason: string } | { status: number; errors: Record<string, string> };

/** What a button of the campaign's page asks for: a step of its state, a milestone, a document. */
export async function act(
  request: Request,
  { campaign, actor }: { campaign: Campaign; actor: Actor },
): Promise<Response | Refused> {
  const locale = localeOf(request);
  const t = wordsFor(campaignWords, locale);
  const form = await request.formData();
  const by = { campaignId: campaign.id, actor, now: new Date() };
  const back = (said: string) => seeOther(paths.campaign(campaign.id), [flash(said)]);
  const step = form.get("do");
  if (typeof step === "string" && step in campaignSteps) {
    const done = await transact((tx) => stepCampaign(tx, { ...by, step: step as CampaignStep }));
    return done.ok ? back(t.stepped[step as CampaignStep]) : { status: 409, reason: done.reason };
  }
  const [milestoneId, undone] = [idField(form, "done"), idField(form, "undo")];
  if (milestoneId || undone) {
    const doneOn = milestoneId ? dayOf(by.now, zoneOf()) : null;
    const done = await transact((tx) => markMilestone(tx, { ...by, milestoneId: milestoneId || undone, doneOn }));
    if (!done.ok) return { status: 409, reason: done.reason };
    const title = campaign.milestones.find((one) => one.id === (milestoneId || undone))?.title;
    const name = title ? inLanguage(title, locale) : "";
    return back(milestoneId ? t.markedDone(name) : t.markedOpen(name));
  }
  const uncite = idField(form, "uncite");
  if (uncite) {
    const done = await transact((tx) => unciteDocument(tx, { ...by, documentId: uncite }));
    return done.ok ? back(t.uncited) : { status: 409, reason: done.reason };
  }
  const citation = parseCitation(form);
  if (!citation.ok) return { status: 422, errors: citation.errors };
  if (!(await findDocument(read, citation.value))) return { status: 409, errors: { documentId: "gone" } };
  const done = await transact((tx) => citeDocument(tx, { ...by, ...citation.value }));
  return done.ok ? back(t.cited) : { status: 409, reason: done.reason };
}
