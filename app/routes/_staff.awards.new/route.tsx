import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { may, reachOf } from "~/features/accounts/rules";
import { awardWords } from "~/features/awards/messages";
import { parseNewRound } from "~/features/awards/rounds/forms";
import { listRounds } from "~/features/awards/rounds/reads.server";
import { usualRound } from "~/features/awards/rounds/templates.rules";
import { createRound } from "~/features/awards/rounds/writes.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { gathered } from "~/features/campaigns/forms";
import { LocalizedField } from "~/features/campaigns/components/localized-field";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { SelectField, TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { dayOf } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(awardWords, (t) => t.add);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "awards.manage");
  const locale = localeOf(request);
  const owners = await unitOptions(read, { reach: reachOf(actor, "awards.manage") });
  const own = (await findOrganization(read))?.unitId;
  const rounds = (await listRounds(read, { actor })).filter(({ state }) => state !== "cancelled");
  const year = dayOf(new Date(), zoneOf()).slice(0, 4);
  return {
    press: newPress(),
    owners: owners.map(({ value, label }) => ({ value, label })),
    rounds: rounds.map(({ id, title }) => ({ id, title: inLanguage(title, locale) })),
    usual: {
      year,
      "title.vi": `Khen thưởng Ngày Chuyển đổi số ${year}`,
      "title.en": `Digital Transformation Day awards ${year}`,
      ownerUnitId: owners.some(({ value }) => value === own) ? (own ?? "") : (owners[0]?.value ?? ""),
    } as Record<string, string>,
    all: may(actor, "awards.manage", null),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "awards.manage");
  const body = await request.formData();
  // One list says where the round begins: a template by its name, or an earlier round by its id.
  const begin = String(body.get("template") ?? "");
  if (begin.startsWith("round:")) {
    body.set("previousId", begin.slice(6));
    body.set("template", "empty");
  }
  const form = parseNewRound(body);
  body.set("template", begin);
  if (!form.ok) return data({ ...form, values: { ...form.values, template: begin } }, 422);
  const { year, authority, place, ownerUnitId, template, previousId } = form.value;
  const done = await transactWhole((tx) =>
    createRound(tx, {
      ...{ press: String(body.get("press")), template, previousId, ownerUnitId, year, authority, place },
      ...{ ...usualRound, title: gathered(form.value, "title") ?? { vi: "" }, actor, now: new Date() },
    }),
  );
  if (!done.ok)
    return data(fieldError(body, done.reason === "no-previous" ? "template" : "ownerUnitId", done.reason), 409);
  return seeOther(paths.award(done.roundId), [flash(wordsFor(awardWords, localeOf(request)).said.created)]);
}

export default function NewRound() {
  const { press, owners, rounds, usual } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? usual;
  const field = (name: "year" | "ownerUnitId" | "authority" | "place" | "template") => ({
    ...{ name, label: t.fields[name], defaultValue: values[name] ?? "" },
    error: errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  return (
    <Page title={t.add} breadcrumbs={[{ href: paths.awards, label: t.title }]} width="form">
      <Form method="post" noValidate className="stack">
        <input type="hidden" name="press" value={refused?.values.press ?? press} />
        <Mend errors={errors} words={t} />
        <LocalizedField name="title" label={t.fields.title} others={t.other} values={values} errors={errors} required />
        <TextField {...field("year")} inputMode="numeric" width="xs" required />
        <SelectField
          {...field("template")}
          choices={[
            { value: "national-day", label: t.templates["national-day"] },
            { value: "empty", label: t.templates.empty },
            ...rounds.map(({ id, title }) => ({ value: `round:${id}`, label: t.templates.previous(title) })),
          ]}
        />
        <SelectField {...field("ownerUnitId")} choices={owners} required />
        <TextField {...field("authority")} hint={t.hints.authority} optional autoComplete="off" />
        <TextField {...field("place")} optional width="m" autoComplete="off" />
        <FormActions>
          <Button variant="primary">{t.create}</Button>
          <ButtonLink href={paths.awards} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
