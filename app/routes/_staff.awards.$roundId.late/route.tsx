import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { parseException } from "~/features/awards/rounds/forms";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { exceptionsOf } from "~/features/awards/rounds/reads.server";
import { grantLateException } from "~/features/awards/rounds/calendar.writes.server";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page, Panel } from "~/ui/page";
import { DateField, SelectField, TextArea, TimeField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { leftToRight, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(awardWords, (t) => t.exceptions);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round } = await roundToRun(request, params.roundId);
  const units = (await unitOptions(read)).map(({ value, label }) => ({ value, label }));
  return { id: round.id, title: round.title, units, exceptions: await exceptionsOf(read, { roundId: round.id }) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const form = parseException(body, zoneOf());
  if (!form.ok) return data(form, 422);
  const act = { roundId: round.id, actor, now: new Date() };
  const done = await transactWhole((tx) => grantLateException(tx, { ...act, ...form.value }));
  if (done.ok)
    return seeOther(paths.awardLate(round.id), [flash(wordsFor(awardWords, localeOf(request)).said.excepted)]);
  const fields: Record<string, string> = { past: "untilOn", "no-reason": "reason", ended: "form" };
  return data(fieldError(body, fields[done.reason] ?? "unitId", done.reason), 409);
}

/** Which units may hand in after the nominations' end, until when and why; and one more. */
export default function LatePage() {
  const { id, title, units, exceptions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const locale = useLocale();
  const zone = useZone();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  const field = (name: string, label: string) => ({
    ...{ name, label, defaultValue: values[name] ?? "" },
    error: errors[name] ? (t.errors[errors[name]] ?? t.errors.required) : undefined,
  });
  return (
    <Page
      title={t.exceptions}
      description={t.exceptionText}
      breadcrumbs={[
        { href: paths.awards, label: t.title },
        { href: paths.award(id), label: inLanguage(title, locale) },
        { href: paths.nominations(id), label: t.tabs.nominations },
      ]}
      width="form"
    >
      <Mend errors={errors} words={t} />
      <Panel title={t.exceptionsSo}>
        {exceptions.length === 0 ? (
          <p className="soft">{t.exceptionNone}</p>
        ) : (
          <ul className="plain-list">
            {exceptions.map((one) => (
              <li key={one.id}>
                {one.unitName}
                <span className="soft small block">
                  {t.until(leftToRight(formatMoment(one.until, zone)))} · <bdi>{one.reason}</bdi>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Form method="post" noValidate className="stack" key={JSON.stringify(exceptions)}>
        <SelectField {...field("unitId", t.fields.unitId)} choices={units} placeholder="–" required />
        <div className="grid grid-moments align-end">
          <DateField {...field("untilOn", t.fields.until)} required />
          <TimeField {...field("untilAt", t.fields.endsAt)} />
        </div>
        <TextArea {...field("reason", t.fields.reason)} rows={2} required />
        <FormActions>
          <Button variant="primary">{t.exceptionAdd}</Button>
          <ButtonLink href={paths.nominations(id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
