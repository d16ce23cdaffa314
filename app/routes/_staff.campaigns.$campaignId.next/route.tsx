import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { transact } from "#db/client.server";
import { campaignToManage } from "~/features/campaigns/gate.server";
import { parseNextYear } from "~/features/campaigns/forms";
import { campaignWords } from "~/features/campaigns/messages";
import { anchorOf, inAnotherYear, yearOf } from "~/features/campaigns/rules";
import { campaignFromLast } from "~/features/campaigns/writes.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(campaignWords, (t) => t.nextYear);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await campaignToManage(request, params.campaignId);
  const year = yearOf(anchorOf(campaign)) + 1;
  const next = inAnotherYear(campaign, year);
  const rows = [
    ...campaign.phases.map((one, index) => ({
      id: one.id,
      title: one.title,
      was: one.startsOn,
      willBe: next.phases[index]?.startsOn ?? "",
    })),
    ...campaign.milestones.map((one, index) => ({
      id: one.id,
      title: one.title,
      was: one.dueOn,
      willBe: next.milestones[index]?.dueOn ?? "",
    })),
  ];
  return { id: campaign.id, title: campaign.title, year, rows };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, campaign } = await campaignToManage(request, params.campaignId);
  const body = await request.formData();
  const form = parseNextYear(body);
  if (!form.ok) return data(form, 422);
  const done = await transact((tx) =>
    campaignFromLast(tx, { campaignId: campaign.id, year: form.value.year, actor, now: new Date() }),
  );
  const t = wordsFor(campaignWords, localeOf(request));
  if (done.ok) return seeOther(paths.campaign(done.campaignId), [flash(t.nextYearMade)]);
  if (done.reason === "already") return seeOther(paths.campaign(done.campaignId), [flash(t.nextYearAlready, "info")]);
  return data(fieldError(body, "year", done.reason), 409);
}

export default function NextYear() {
  const { id, title, year, rows } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(campaignWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const name = inLanguage(title, locale);
  const crumbs = [
    { href: paths.campaigns, label: t.title },
    { href: paths.campaign(id), label: name },
  ];
  return (
    <Page title={t.nextYearOf(name)} breadcrumbs={crumbs} description={t.nextYearLead}>
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        <TextField
          name="year"
          label={t.nextYearFor}
          inputMode="numeric"
          width="xs"
          defaultValue={refused?.values.year ?? String(year)}
          error={errors.year ? t.errors[errors.year] : undefined}
          required
        />
        <FormActions>
          <Button variant="primary">{t.nextYearMake}</Button>
          <ButtonLink href={paths.campaign(id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
      {rows.length > 0 && (
        <Panel flush title={String(year)}>
          <Table
            caption={t.plan}
            hideCaption
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: "title", head: t.titleOf, primary: true, cell: (row) => inLanguage(row.title, locale) },
              { key: "was", head: t.was, nowrap: true, cell: (row) => formatDay(row.was) },
              { key: "willBe", head: t.willBe, nowrap: true, cell: (row) => formatDay(row.willBe) },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}
