import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor, requireMay } from "~/features/accounts/gate.server";
import { reachOf } from "~/features/accounts/rules";
import { LocalizedField } from "~/features/campaigns/components/localized-field";
import { gathered, parseNewCampaign } from "~/features/campaigns/forms";
import { campaignWords } from "~/features/campaigns/messages";
import { campaignKinds } from "~/features/campaigns/rules";
import { nationalDay, usualTitle, yearToPrepare } from "~/features/campaigns/templates.rules";
import { createCampaign } from "~/features/campaigns/writes.server";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { DateField, SelectField, TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { inLanguage } from "~/web/localized";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { dayOf } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";
import { KindChoice } from "./kind-choice";

export const meta = titleOf(campaignWords, (t) => t.add);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "campaigns.manage");
  const kind = campaignKinds.find((known) => known === new URL(request.url).searchParams.get("kind")) ?? null;
  const owners = kind ? await unitOptions(read, { reach: reachOf(actor, "campaigns.manage") }) : [];
  const year = yearToPrepare(dayOf(new Date(), zoneOf()));
  const title = kind && usualTitle(kind, year);
  const values: Record<string, string> = { year: String(year) };
  for (const [locale, text] of Object.entries(title ?? {})) values[`title.${locale}`] = text;
  return { press: newPress(), kind, values, owners: owners.map(({ value, label }) => ({ value, label })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const body = await request.formData();
  const form = parseNewCampaign(body);
  if (!form.ok) return data(form, 422);
  const { kind, year, startsOn, endsOn, ownerUnitId } = form.value;
  const title = gathered(form.value, "title") ?? { vi: "" };
  const anchorOn = kind === "national-day" ? nationalDay(year ?? 0) : startsOn;
  const facts = {
    title,
    theme: null,
    secondTheme: null,
    purpose: null,
    ownerUnitId,
    isPublic: kind === "national-day",
  };
  const done = await transact((tx) =>
    createCampaign(tx, {
      press: String(body.get("press")),
      kind,
      anchorOn,
      startsOn,
      endsOn,
      ...facts,
      actor,
      now: new Date(),
    }),
  );
  if (!done.ok) {
    if (done.reason === "ends-before-start") return data(fieldError(body, "endsOn", done.reason), 409);
    return data(fieldError(body, "ownerUnitId", done.reason === "no-owner" ? "no-owner" : "not-yours"), 422);
  }
  const locale = localeOf(request);
  return seeOther(paths.campaign(done.campaignId), [
    flash(wordsFor(campaignWords, locale).created(inLanguage(title, locale))),
  ]);
}

export default function NewCampaign() {
  const { press, kind, values: usual, owners } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(campaignWords);
  const crumbs = [{ href: paths.campaigns, label: t.title }];
  if (!kind)
    return (
      <Page title={t.chooseKind} description={t.chooseKindLead} breadcrumbs={crumbs}>
        <KindChoice />
      </Page>
    );
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? usual;
  const text = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: errors[name] ? t.errors[errors[name]] : undefined,
  });
  const anchored = kind === "national-day";
  return (
    <Page
      title={t.newOf(t.kinds[kind])}
      breadcrumbs={[...crumbs, { href: paths.campaignNew, label: t.chooseKind }]}
      width="form"
    >
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        <input type="hidden" name="press" value={refused?.values.press ?? press} />
        <input type="hidden" name="kind" value={kind} />
        <LocalizedField
          name="title"
          label={t.name}
          hint={t.nameHint}
          others={t.otherLanguages}
          values={values}
          errors={errors}
          required
        />
        <SelectField {...text("ownerUnitId")} label={t.owner} placeholder={t.pickOwner} choices={owners} required />
        {anchored && (
          <TextField {...text("year")} label={t.year} hint={t.yearHint} inputMode="numeric" width="xs" required />
        )}
        <div className="grid grid-narrow align-end">
          <DateField
            {...text("startsOn")}
            label={t.startsOn}
            hint={anchored ? t.startsHint : undefined}
            required={!anchored}
          />
          <DateField
            {...text("endsOn")}
            label={t.endsOn}
            hint={kind === "movement" || kind === "custom" ? t.endsOpenHint : t.endsHint}
          />
        </div>
        <FormActions>
          <Button variant="primary">{t.create}</Button>
          <ButtonLink href={paths.campaigns} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
