import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/accounts/gate.server";
import { CampaignStatus } from "~/features/campaigns/components/campaign-state";
import { campaignToManage } from "~/features/campaigns/gate.server";
import { campaignWords } from "~/features/campaigns/messages";
import { stepFrom } from "~/features/campaigns/rules";
import { SummaryPanel } from "~/features/tasks/counts/components/summary-panel";
import { Button, ButtonLink } from "~/ui/button";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { notFound } from "~/web/http.server";
import { formatNumber } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { act } from "./act.server";
import { Acts, Documents, Events, Facts, Starts } from "./aside";
import { type CampaignData, loadCampaign } from "./load.server";
import { NextMilestones, Roadmap, Standing } from "./progress";

export const meta = titleOf<(typeof campaignWords)["vi"], { campaign: { title: Localized } }>(
  campaignWords,
  (t, data, locale) => (data ? inLanguage(data.campaign.title, locale) : t.title),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await loadCampaign({ campaignId: params.campaignId ?? "", actor });
  if (!found) throw notFound();
  return found;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await act(request, await campaignToManage(request, params.campaignId));
  return done instanceof Response ? done : data(done, done.status);
}

export default function CampaignPage() {
  const found = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { campaign, mayManage, mayAddEvents, warnings } = found;
  const t = useWords(campaignWords);
  const locale = useLocale();
  const step = stepFrom(campaign.state);
  const late = Object.values(warnings).filter((warning) => warning.kind === "late").length;
  return (
    <Page
      title={inLanguage(campaign.title, locale)}
      breadcrumbs={[{ href: paths.campaigns, label: t.title }]}
      status={<CampaignStatus state={campaign.state} />}
      description={
        <Themes theme={campaign.theme} second={campaign.secondTheme} waits={campaign.kind === "national-day"} />
      }
      actions={
        mayManage && (
          <>
            <PrimaryStep state={campaign.state} id={campaign.id} mayAddEvents={mayAddEvents} />
            <ButtonLink href={paths.campaignPlan(campaign.id)} icon="edit">
              {t.editPlan}
            </ButtonLink>
            <Form method="post">
              <Menu label={t.more}>
                <MenuLink href={paths.campaignEdit(campaign.id)} icon="edit">
                  {t.edit}
                </MenuLink>
                <MenuLink href={paths.campaignUnits(campaign.id)} icon="unit">
                  {t.editUnits}
                </MenuLink>
                <MenuLink href={paths.campaignNext(campaign.id)} icon="repeat">
                  {t.nextYear}
                </MenuLink>
                {step !== "start" && (
                  <MenuButton name="do" value={step} icon={step === "close" ? "lock" : "resume"}>
                    {t.steps[step]}
                  </MenuButton>
                )}
              </Menu>
            </Form>
          </>
        )
      }
    >
      {refused && "reason" in refused && <Notice tone="danger">{t.errors[refused.reason]}</Notice>}
      <Standing {...found} />
      {late > 1 && campaign.state !== "closed" && (
        <Notice tone="warning" title={t.latePlan(formatNumber(late, locale))}>
          {t.latePlanAdvice}
        </Notice>
      )}
      <div className="columns-2">
        <div className="stack gap-6">
          {campaign.state !== "closed" && campaign.milestones.length > 0 && <NextMilestones {...found} />}
          <Events {...found} />
        </div>
        <div className="stack gap-6">
          {found.tasks && <SummaryPanel summary={found.tasks} query={`?campaign=${campaign.id}`} />}
          <Facts {...found} />
          <Documents {...found} errors={refused && "errors" in refused ? refused.errors : {}} />
          {(campaign.starts.length > 0 || campaign.kind === "days-and-nights") && <Starts {...found} />}
        </div>
      </div>
      <Roadmap {...found} />
      {found.history.length > 0 && <Acts history={found.history} />}
    </Page>
  );
}

function PrimaryStep({
  state,
  id,
  mayAddEvents,
}: {
  state: CampaignData["campaign"]["state"];
  id: string;
  mayAddEvents: boolean;
}) {
  const t = useWords(campaignWords);
  if (state === "draft")
    return (
      <Form method="post">
        <Button variant="primary" name="do" value="start" icon="resume">
          {t.steps.start}
        </Button>
      </Form>
    );
  if (state === "running" && mayAddEvents)
    return (
      <ButtonLink href={paths.eventNew(id)} variant="primary" icon="add">
        {t.addEvent}
      </ButtonLink>
    );
  return (
    <ButtonLink href={paths.campaignNext(id)} variant="primary" icon="repeat">
      {t.nextYear}
    </ButtonLink>
  );
}

function Themes({ theme, second, waits }: { theme: Localized | null; second: Localized | null; waits: boolean }) {
  const t = useWords(campaignWords);
  const locale = useLocale();
  return (
    <>
      {theme ? `${t.theme}: ${inLanguage(theme, locale)}` : waits && t.themeWaits}
      {second && (
        <span className="block">
          {t.secondTheme}: {inLanguage(second, locale)}
        </span>
      )}
    </>
  );
}
