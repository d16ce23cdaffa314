import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { UnitTable } from "~/features/tasks/counts/components/unit-table";
import { planAsked } from "~/features/tasks/counts/asked.reads.server";
import { countWords } from "~/features/tasks/counts/messages";
import { leadUnits } from "~/features/tasks/counts/reads.server";
import { inactiveAfter, inactiveDaysAsked, rankUnits, scopeQuery, unitSortAsked } from "~/features/tasks/counts/rules";
import { Button, ButtonLink } from "~/ui/button";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { SelectField } from "~/ui/text-field";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(countWords, (t) => t.ranking);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const params = new URL(request.url).searchParams;
  const { choices, scope, asked, plan } = await planAsked(read, { actor, params, now: new Date() });
  const days = inactiveDaysAsked(params);
  const sort = unitSortAsked(params);
  const units = await leadUnits(read, { plan, days });
  return {
    ...{ scope, days, sort, today: plan.today, on: asked.on },
    campaign: choices.campaigns.find(({ id }) => id === scope.campaignId)?.title ?? null,
    units: rankUnits(units, sort),
    inactive: units.filter((unit) => unit.inactive).sort((a, b) => (b.lastWord ?? 1e6) - (a.lastWord ?? 1e6)),
  };
}

export default function RankedUnits() {
  const { scope, days, sort, today, on, campaign, units, inactive } = useLoaderData<typeof loader>();
  const t = useWords(countWords);
  const locale = useLocale();
  const query = scopeQuery(scope, { on: on ?? "", days: String(days) });
  const said = (lastWord: number | null) => (lastWord === null ? t.never : t.daysAgo(lastWord));
  return (
    <Page
      title={t.ranking}
      breadcrumbs={[{ href: paths.taskDashboard + scopeQuery(scope, { on: on ?? "" }), label: t.dashboard }]}
      description={
        <>
          {campaign ? inLanguage(campaign, locale) : t.allTasks}
          <span className="block">{on ? t.asOf(formatDay(today)) : t.now(formatDay(today))}</span>
        </>
      }
      actions={
        <ButtonLink href={paths.taskUnitsWorkbook + query} icon="download" plain>
          {t.workbook}
        </ButtonLink>
      }
    >
      <Panel
        title={t.inactive}
        description={t.inactiveAdvice(days)}
        actions={
          <Form method="get" key={days}>
            {Object.entries({ campaign: scope.campaignId, document: scope.documentId, owner: scope.ownerUnitId }).map(
              ([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ),
            )}
            <FilterBar>
              <SelectField
                name="days"
                label={t.silentDays}
                defaultValue={String(days)}
                choices={inactiveAfter.map((n) => ({ value: String(n), label: t.days(n) }))}
              />
              <Button>{t.show}</Button>
            </FilterBar>
          </Form>
        }
      >
        {inactive.length === 0 && <p className="soft">{t.noInactive}</p>}
        <ul className="plain-list">
          {inactive.map((unit) => (
            <li key={unit.id} className="line-item">
              <Link href={paths.unitTasks(unit.id)}>{unit.name}</Link>
              <span className="small nowrap">{said(unit.lastWord)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t.units} flush>
        <UnitTable
          rows={units}
          sort={sort}
          query={query}
          more={[{ key: "lastWord", head: t.lastWord, cell: ({ lastWord }) => said(lastWord) }]}
        />
      </Panel>
    </Page>
  );
}
