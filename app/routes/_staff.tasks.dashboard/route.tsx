import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/accounts/gate.server";
import { TaskViews } from "~/features/tasks/components/task-views";
import { Headline } from "~/features/tasks/counts/components/headline";
import { ScopeForm } from "~/features/tasks/counts/components/scope-form";
import { countWords } from "~/features/tasks/counts/messages";
import { scopeQuery } from "~/features/tasks/counts/rules";
import { parseTaskQuery } from "~/features/tasks/query.rules";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page, Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { loadDashboard } from "./load.server";
import { Documents, Groups, Periods, States, Units } from "./tables";
import { Trend } from "./trend";
import { Waiting, Wrong } from "./wrong";

export const meta = titleOf(countWords, (t) => t.dashboard);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const params = new URL(request.url).searchParams;
  return { ...(await loadDashboard({ actor, params, now: new Date() })), query: parseTaskQuery(params) };
}

export default function Dashboard() {
  const found = useLoaderData<typeof loader>();
  const { scope, asked, choices, today, all } = found;
  const t = useWords(countWords);
  const locale = useLocale();
  const campaign = choices.campaigns.find(({ id }) => id === scope.campaignId);
  const day = formatDay(today);
  const query = scopeQuery(scope, { on: asked.on ?? "" });
  return (
    <Page
      title={t.dashboard}
      description={
        <>
          {campaign ? inLanguage(campaign.title, locale) : t.allTasks}
          <span className="block">{asked.on ? t.asOf(day) : t.now(day)}</span>
        </>
      }
      actions={
        <>
          <ButtonLink href={paths.taskWorkbook + query} icon="download" plain>
            {t.workbook}
          </ButtonLink>
          <ButtonLink href={paths.taskAnnex + query} icon="download" plain>
            {t.annex}
          </ButtonLink>
        </>
      }
      tabs={<TaskViews current="dashboard" query={found.query} />}
    >
      <ScopeForm action={paths.taskDashboard} query={found.query} {...{ scope, asked, choices }} />
      {all.total === 0 ? (
        <EmptyState title={t.noTasks}>{t.noTasksAdvice}</EmptyState>
      ) : (
        <>
          <Headline {...found.headline} whole={found.whole} counts={all} />
          <div className="columns-2">
            <Wrong {...found} />
            <div className="stack gap-6">
              <Panel title={t.trend}>
                <Trend points={found.trend} />
              </Panel>
              <Waiting rows={found.waiting} />
            </div>
          </div>
          <Groups rows={found.groups} />
          <Units {...found} query={query} />
          <div className="columns-2">
            <Periods rows={found.periods} />
            <States counts={all} />
          </div>
          <Documents rows={found.documents} />
        </>
      )}
      <p className="print-only">
        <Ltr>{day}</Ltr>
      </p>
    </Page>
  );
}
