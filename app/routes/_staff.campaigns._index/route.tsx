import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { CampaignStatus } from "~/features/campaigns/components/campaign-state";
import { standingInWords } from "~/features/campaigns/components/standing";
import { campaignWords } from "~/features/campaigns/messages";
import { listCampaigns } from "~/features/campaigns/reads.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { dayOf, formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(campaignWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await listCampaigns(read, { actor });
  return {
    today: dayOf(new Date(), zoneOf()),
    mayAdd: may(actor, "campaigns.manage"),
    rows: found.map(({ id, title, theme, kind, state, startsOn, endsOn, anchorOn, owner }) => ({
      ...{ id, title, theme, kind, state, startsOn, endsOn, anchorOn },
      owner: owner.name,
    })),
  };
}

export default function Campaigns() {
  const { rows, today, mayAdd } = useLoaderData<typeof loader>();
  const t = useWords(campaignWords);
  const locale = useLocale();
  const add = mayAdd && (
    <ButtonLink href={paths.campaignNew} variant="primary" icon="add">
      {t.add}
    </ButtonLink>
  );
  if (rows.length === 0)
    return (
      <Page title={t.title} description={t.lead}>
        <EmptyState title={t.noneYet} action={add}>
          {t.noneYetAdvice}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t.title} description={t.lead} actions={add}>
      <Panel flush>
        <Table
          caption={t.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.state === "closed" ? "muted" : undefined)}
          columns={[
            {
              key: "title",
              head: t.name,
              primary: true,
              cell: (row) => (
                <>
                  <Link href={paths.campaign(row.id)}>{inLanguage(row.title, locale)}</Link>
                  {row.theme && <span className="soft small block">{inLanguage(row.theme, locale)}</span>}
                  {!row.theme && row.kind === "national-day" && (
                    <span className="soft small block">{t.themeWaits}</span>
                  )}
                </>
              ),
            },
            {
              key: "now",
              head: t.now,
              cell: (row) => (row.state === "closed" ? "–" : standingInWords(row, today, t, locale)),
            },
            {
              key: "time",
              head: t.time,
              cell: (row) =>
                row.endsOn ? (
                  <Ltr>{t.fromTo(formatDay(row.startsOn), formatDay(row.endsOn))}</Ltr>
                ) : (
                  t.from(formatDay(row.startsOn))
                ),
            },
            { key: "owner", head: t.owner, cell: (row) => row.owner },
            { key: "state", head: t.state, cell: (row) => <CampaignStatus state={row.state} /> },
          ]}
        />
      </Panel>
    </Page>
  );
}
