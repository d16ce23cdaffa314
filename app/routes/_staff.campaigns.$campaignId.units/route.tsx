import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { campaignToManage } from "~/features/campaigns/gate.server";
import { idField, parseUnitStart } from "~/features/campaigns/forms";
import { campaignWords } from "~/features/campaigns/messages";
import { ownEnd } from "~/features/campaigns/rules";
import { setUnitStart } from "~/features/campaigns/writes.server";
import { Mend } from "~/features/units/components/mend";
import { findUnit, unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { DateField, SelectField } from "~/ui/text-field";
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

export const meta = titleOf(campaignWords, (t) => t.editUnits);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await campaignToManage(request, params.campaignId);
  const { id, title, startsOn, endsOn, starts } = campaign;
  const options = await unitOptions(read);
  return { ...{ id, title, startsOn, endsOn, starts }, units: options.map(({ value, label }) => ({ value, label })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, campaign } = await campaignToManage(request, params.campaignId);
  const body = await request.formData();
  const t = wordsFor(campaignWords, localeOf(request));
  const by = { campaignId: campaign.id, actor, now: new Date() };
  const away = idField(body, "remove");
  const form = away ? { ok: true as const, value: { unitId: away, startsOn: null } } : parseUnitStart(body);
  if (!form.ok) return data(form, 422);
  const unit = await findUnit(read, form.value);
  const done = await transact((tx) => setUnitStart(tx, { ...by, ...form.value }));
  if (!done.ok) return data(fieldError(body, "unitId", done.reason), 409);
  return seeOther(paths.campaignUnits(campaign.id), [
    flash(away ? t.startRemoved(unit?.name ?? "") : t.startSet(unit?.name ?? "")),
  ]);
}

export default function CampaignUnits() {
  const campaign = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(campaignWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  const crumbs = [
    { href: paths.campaigns, label: t.title },
    { href: paths.campaign(campaign.id), label: inLanguage(campaign.title, locale) },
  ];
  return (
    <Page title={t.units} breadcrumbs={crumbs} description={t.unitsLead}>
      {campaign.starts.length > 0 && (
        <Form method="post">
          <Panel flush>
            <Table
              caption={t.units}
              hideCaption
              rows={campaign.starts}
              rowKey={(row) => row.unitId}
              columns={[
                { key: "unit", head: t.unit, primary: true, cell: (row) => row.name },
                { key: "from", head: t.unitStart, nowrap: true, cell: (row) => formatDay(row.startsOn) },
                {
                  key: "to",
                  head: t.unitEnd,
                  nowrap: true,
                  cell: (row) => {
                    const end = ownEnd(campaign, row.startsOn);
                    return end ? formatDay(end) : t.noEnd;
                  },
                },
                {
                  key: "remove",
                  head: t.removeStart,
                  actions: true,
                  cell: (row) => (
                    <Button
                      name="remove"
                      value={row.unitId}
                      size="small"
                      variant="quiet"
                      aria-label={`${t.removeStart}: ${row.name}`}
                    >
                      {t.removeStart}
                    </Button>
                  ),
                },
              ]}
            />
          </Panel>
        </Form>
      )}
      <Panel title={t.setStart}>
        <Form method="post" noValidate className="stack">
          <Mend errors={errors} words={t} />
          <SelectField
            name="unitId"
            label={t.unit}
            placeholder={t.pickOwner}
            choices={campaign.units}
            defaultValue={values.unitId ?? ""}
            error={errors.unitId ? t.errors[errors.unitId] : undefined}
          />
          <DateField
            name="startsOn"
            label={t.unitStart}
            defaultValue={values.startsOn ?? campaign.startsOn}
            error={errors.startsOn ? t.errors[errors.startsOn] : undefined}
          />
          <FormActions>
            <Button variant="primary">{t.setStart}</Button>
            <ButtonLink href={paths.campaign(campaign.id)} variant="quiet">
              {t.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  );
}
