import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { transactWhole } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { calendarValues, parseCalendar } from "~/features/awards/rounds/forms";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { phaseKinds } from "~/features/awards/rounds/phases.rules";
import { setCalendar } from "~/features/awards/rounds/calendar.writes.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { DateField, TimeField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(awardWords, (t) => t.calendarEdit);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round } = await roundToRun(request, params.roundId);
  return { id: round.id, title: round.title, values: calendarValues(round.phases, zoneOf()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const form = parseCalendar(body, zoneOf());
  if (!form.ok) return data(form, 422);
  const done = await transactWhole((tx) =>
    setCalendar(tx, { roundId: round.id, phases: form.value.phases, actor, now: new Date() }),
  );
  if (!done.ok) {
    const edge = done.reason === "overlaps" ? "startsOn" : "endsOn";
    return data(fieldError(body, "kind" in done ? `${done.kind}.${edge}` : "form", done.reason), 409);
  }
  return seeOther(paths.award(round.id), [flash(wordsFor(awardWords, localeOf(request)).said.saved)]);
}

export default function EditCalendar() {
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
      title={t.calendarEdit}
      description={t.hints.calendar}
      breadcrumbs={[
        { href: paths.awards, label: t.title },
        { href: paths.award(id), label: inLanguage(title, locale) },
      ]}
      width="form"
    >
      <Form method="post" noValidate className="stack">
        <Mend
          errors={errors}
          words={t}
          nameOf={(name) => {
            const kind = phaseKinds.find((known) => name.startsWith(`${known}.`));
            return kind && t.phases[kind];
          }}
        />
        {phaseKinds.map((kind) => (
          <fieldset key={kind} className="fieldset">
            <legend className="fieldset-legend">{t.phases[kind]}</legend>
            <div className="grid grid-moments align-end">
              <DateField {...field(`${kind}.startsOn`, t.fields.startsOn)} />
              <TimeField {...field(`${kind}.startsAt`, t.fields.startsAt)} />
              <DateField {...field(`${kind}.endsOn`, t.fields.endsOn)} />
              <TimeField {...field(`${kind}.endsAt`, t.fields.endsAt)} />
            </div>
          </fieldset>
        ))}
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
