import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { reachOf } from "~/features/accounts/rules";
import { campaignToManage } from "~/features/campaigns/gate.server";
import { LocalizedField } from "~/features/campaigns/components/localized-field";
import { gathered, parseCampaignChange } from "~/features/campaigns/forms";
import { campaignWords } from "~/features/campaigns/messages";
import { changeCampaign } from "~/features/campaigns/writes.server";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { DateField, SelectField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { locales, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(campaignWords, (t) => t.edit);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, campaign } = await campaignToManage(request, params.campaignId);
  const values: Record<string, string> = {
    ownerUnitId: campaign.ownerUnitId,
    anchorOn: campaign.anchorOn ?? "",
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn ?? "",
    isPublic: campaign.isPublic ? "on" : "",
  };
  for (const name of ["title", "theme", "secondTheme", "purpose"] as const)
    for (const locale of locales) values[`${name}.${locale}`] = campaign[name]?.[locale] ?? "";
  const owners = await unitOptions(read, { reach: reachOf(actor, "campaigns.manage") });
  const missing = owners.some((option) => option.value === campaign.ownerUnitId)
    ? []
    : [{ value: campaign.owner.id, label: campaign.owner.name }];
  return {
    ...{ id: campaign.id, title: campaign.title, kind: campaign.kind, values },
    owners: [...missing, ...owners.map(({ value, label }) => ({ value, label }))],
  };
}

/** The field a refusal belongs to, and the words it has there. */
const refusedAt: Record<string, [field: string, code: string]> = {
  "no-owner": ["ownerUnitId", "no-owner"],
  "not-allowed": ["ownerUnitId", "not-yours"],
  "ends-before-start": ["endsOn", "ends-before-start"],
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, campaign } = await campaignToManage(request, params.campaignId);
  const body = await request.formData();
  const form = parseCampaignChange(body);
  if (!form.ok) return data(form, 422);
  const { ownerUnitId, anchorOn, startsOn, endsOn, isPublic } = form.value;
  const text = (name: string) => gathered(form.value, name);
  const facts = {
    title: text("title") ?? campaign.title,
    theme: text("theme"),
    secondTheme: text("secondTheme"),
    purpose: text("purpose"),
  };
  // The days of a drive count from its first day, which is its anchor too.
  const anchor = campaign.kind === "national-day" ? anchorOn || campaign.anchorOn : campaign.anchorOn && startsOn;
  const dates = { anchorOn: anchor ?? "", startsOn, endsOn };
  const change = {
    campaignId: campaign.id,
    ...facts,
    ...dates,
    ownerUnitId,
    isPublic: Boolean(isPublic),
    actor,
    now: new Date(),
  };
  const done = await transact((tx) => changeCampaign(tx, change));
  if (!done.ok) return data(fieldError(body, ...(refusedAt[done.reason] ?? ["form", done.reason])), 409);
  return seeOther(paths.campaign(campaign.id), [flash(wordsFor(campaignWords, localeOf(request)).saved)]);
}

export default function EditCampaign() {
  const { id, title, kind, values: kept, owners } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(campaignWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? kept;
  const text = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: errors[name] ? t.errors[errors[name]] : undefined,
  });
  const name = inLanguage(title, locale);
  const crumbs = [
    { href: paths.campaigns, label: t.title },
    { href: paths.campaign(id), label: name },
  ];
  return (
    <Page title={t.editCampaign(name)} breadcrumbs={crumbs} width="form">
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        <LocalizedField
          name="title"
          label={t.name}
          others={t.otherLanguages}
          values={values}
          errors={errors}
          required
        />
        <LocalizedField name="theme" label={t.theme} hint={t.themeHint} values={values} errors={errors} rows={2} />
        <LocalizedField name="secondTheme" label={t.secondTheme} values={values} errors={errors} rows={2} />
        <LocalizedField name="purpose" label={t.purpose} values={values} errors={errors} rows={4} />
        <SelectField {...text("ownerUnitId")} label={t.owner} choices={owners} required />
        <div className="grid grid-narrow align-end">
          <DateField {...text("startsOn")} label={t.startsOn} required />
          <DateField {...text("endsOn")} label={t.endsOn} hint={t.endsOpenHint} />
          {kind === "national-day" && <DateField {...text("anchorOn")} label={t.anchorOn} hint={t.anchorHint} />}
        </div>
        <CheckboxField
          name="isPublic"
          label={t.isPublic}
          hint={t.isPublicHint}
          defaultChecked={Boolean(values.isPublic)}
        />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <ButtonLink href={paths.campaign(id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
