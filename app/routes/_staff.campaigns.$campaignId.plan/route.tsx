import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { transact } from "#db/client.server";
import { campaignToManage } from "~/features/campaigns/gate.server";
import { PlanFields } from "~/features/campaigns/plan/components/plan-fields";
import { campaignWords } from "~/features/campaigns/messages";
import { parsePlan, planValues, reshaped } from "~/features/campaigns/plan/forms";
import { savePlan } from "~/features/campaigns/plan/writes.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(campaignWords, (t) => t.plan);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await campaignToManage(request, params.campaignId);
  const { id, title, kind, anchorOn } = campaign;
  const allLanguages = new URL(request.url).searchParams.has("all");
  return {
    id,
    title,
    allLanguages,
    withOffsets: kind === "national-day" && anchorOn !== null,
    values: planValues(campaign),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, campaign } = await campaignToManage(request, params.campaignId);
  const body = await request.formData();
  const values = reshaped(body);
  if (values) return data({ values, errors: {} as Record<string, string>, added: String(body.get("do")) });
  const form = parsePlan(body, campaign.anchorOn);
  if (!form.ok) return data({ ...form, added: null }, 422);
  const done = await transact((tx) => savePlan(tx, { campaignId: campaign.id, ...form.value, actor, now: new Date() }));
  if (!done.ok) return data({ ...fieldError(body, "form", done.reason), added: null }, 409);
  return seeOther(paths.campaign(campaign.id), [flash(wordsFor(campaignWords, localeOf(request)).planSaved)]);
}

export default function EditPlan() {
  const { id, title, withOffsets, allLanguages, values } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const t = useWords(campaignWords);
  const locale = useLocale();
  const errors: Record<string, string> = asked?.errors ?? {};
  const name = inLanguage(title, locale);
  const crumbs = [
    { href: paths.campaigns, label: t.title },
    { href: paths.campaign(id), label: name },
  ];
  return (
    <Page
      title={t.planOf(name)}
      breadcrumbs={crumbs}
      description={t.planLead}
      actions={
        <ButtonLink
          href={allLanguages ? paths.campaignPlan(id) : `${paths.campaignPlan(id)}?all`}
          variant="quiet"
          icon="language"
        >
          {allLanguages ? t.vietnameseOnly : t.allLanguages}
        </ButtonLink>
      }
    >
      <Form method="post" noValidate preventScrollReset className="stack gap-6">
        {/* Enter in a field presses the first button of a form: it must save, not remove a row. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t.save}
        </button>
        <Mend errors={errors} words={t} />
        <PlanFields
          values={asked?.values ?? values}
          errors={errors}
          withOffsets={withOffsets}
          added={asked?.added ?? null}
          vietnameseOnly={!allLanguages}
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
