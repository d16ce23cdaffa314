import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { transactWhole } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { inFour, parseRound } from "~/features/awards/rounds/forms";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { changeRound } from "~/features/awards/rounds/writes.server";
import { LocalizedField } from "~/features/campaigns/components/localized-field";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { locales, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(awardWords, (t) => t.edit);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round } = await roundToRun(request, params.roundId);
  const values: Record<string, string> = {
    ...{ year: String(round.year), authority: round.authority, place: round.place },
    ...{ conflictYears: String(round.conflictYears), quorumOf: String(round.quorumOf) },
    quorumIn: String(round.quorumIn),
  };
  for (const locale of locales) {
    values[`title.${locale}`] = round.title[locale] ?? "";
    values[`purpose.${locale}`] = round.purpose?.[locale] ?? "";
  }
  return { id: round.id, title: round.title, values };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const form = parseRound(body);
  if (!form.ok) return data(form, 422);
  const { year, authority, place, conflictYears, quorumOf, quorumIn } = form.value;
  const done = await transactWhole((tx) =>
    changeRound(tx, {
      ...{ roundId: round.id, year, authority, place, conflictYears, quorumOf, quorumIn, actor, now: new Date() },
      ...{ title: inFour(form.value, "title") ?? { vi: "" }, purpose: inFour(form.value, "purpose") },
      ...{ campaignId: round.campaignId, documentId: round.documentId, ceremonyEventId: round.ceremonyEventId },
      eligibility: round.eligibility,
    }),
  );
  if (!done.ok) return data(fieldError(body, "form", done.reason), 409);
  return seeOther(paths.award(round.id), [flash(wordsFor(awardWords, localeOf(request)).said.saved)]);
}

export default function EditRound() {
  const { id, title, values: was } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? was;
  const field = (name: string, label: string) => ({
    ...{ name, label, defaultValue: values[name] ?? "" },
    error: errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  return (
    <Page
      title={t.edit}
      breadcrumbs={[
        { href: paths.awards, label: t.title },
        { href: paths.award(id), label: inLanguage(title, locale) },
      ]}
      width="form"
    >
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        <LocalizedField name="title" label={t.fields.title} others={t.other} values={values} errors={errors} required />
        <LocalizedField
          name="purpose"
          label={t.fields.purpose}
          others={t.other}
          values={values}
          errors={errors}
          rows={3}
        />
        <TextField {...field("year", t.fields.year)} inputMode="numeric" width="xs" required />
        <TextField {...field("authority", t.fields.authority)} hint={t.hints.authority} optional autoComplete="off" />
        <TextField {...field("place", t.fields.place)} optional width="m" autoComplete="off" />
        <TextField {...field("conflictYears", t.fields.conflictYears)} inputMode="numeric" width="xs" required />
        <fieldset className="fieldset">
          <legend>{t.fields.quorum}</legend>
          <div className="cluster">
            <TextField {...field("quorumOf", t.fields.quorum)} hideLabel inputMode="numeric" width="xs" />
            <span>/</span>
            <TextField {...field("quorumIn", t.fields.quorum)} hideLabel inputMode="numeric" width="xs" />
          </div>
        </fieldset>
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <ButtonLink href={paths.award(id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
