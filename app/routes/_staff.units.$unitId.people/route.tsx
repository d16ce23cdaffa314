import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { unitToManage } from "~/features/units/gate.server";
import { Mend } from "~/features/units/components/mend";
import { parseAppointment, parseEnding } from "~/features/units/forms";
import { unitWords } from "~/features/units/messages";
import { appoint, endHolding } from "~/features/units/positions/writes.server";
import { holdersOf } from "~/features/units/reads.server";
import { duties } from "~/features/units/rules";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page, Panel } from "~/ui/page";
import { DateField, SelectField, TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { dayOf, formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(unitWords, (t) => t.people);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { unit } = await unitToManage(request, params.unitId);
  const holders = await holdersOf(read, { unitId: unit.id });
  return {
    unit: { id: unit.id, name: unit.name },
    today: dayOf(new Date(), zoneOf()),
    holders: holders
      .filter((one) => one.heldTo === null)
      .map(({ holdingId, fullName, title, duty, heldFrom }) => ({ holdingId, fullName, title, duty, heldFrom })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, unit } = await unitToManage(request, params.unitId);
  const body = await request.formData();
  const t = wordsFor(unitWords, localeOf(request));
  const by = { unitId: unit.id, actor, now: new Date() };
  if (body.has("holdingId")) {
    const form = parseEnding(body);
    if (!form.ok) return data({ ...form, ending: form.values.holdingId }, 422);
    const done = await transact((tx) => endHolding(tx, { ...form.value, ...by }));
    if (!done.ok) return data({ ...fieldError(body, "until", done.reason), ending: form.value.holdingId }, 409);
    return seeOther(paths.unitPeople(unit.id), [flash(t.ended)]);
  }
  const form = parseAppointment(body);
  if (!form.ok) return data({ ...form, ending: undefined }, 422);
  const done = await transact((tx) => appoint(tx, { ...form.value, ...by }));
  if (!done.ok) {
    const field =
      done.reason === "already" ? "fullName" : ["gone", "not-allowed"].includes(done.reason) ? "form" : "from";
    return data({ ...fieldError(body, field, done.reason), ending: undefined }, 409);
  }
  const said = done.replaced
    ? t.appointedInstead(form.value.fullName, done.replaced)
    : t.appointed(form.value.fullName);
  return seeOther(paths.unit(unit.id), [flash(said)]);
}

export default function UnitPeople() {
  const { unit, holders, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(unitWords);
  const ending = refused?.ending;
  const all: Record<string, string> = refused?.errors ?? {};
  const errors = ending ? {} : all;
  const values: Record<string, string> = ending ? {} : (refused?.values ?? {});
  const text = (name: string, otherwise = "") => ({
    name,
    defaultValue: values[name] ?? otherwise,
    error: errors[name] ? t.errors[errors[name]] : undefined,
  });
  const crumbs = [
    { href: paths.units, label: t.title },
    { href: paths.unit(unit.id), label: unit.name },
  ];
  return (
    <Page title={t.peopleOf(unit.name)} breadcrumbs={crumbs} width="form">
      {holders.length > 0 && (
        <Panel title={t.people}>
          <ul className="plain-list">
            {holders.map((one) => (
              <li key={one.holdingId}>
                <Form method="post" noValidate className="split">
                  <input type="hidden" name="holdingId" value={one.holdingId} />
                  <span>
                    <strong>{one.fullName}</strong>
                    <span className="soft small block">
                      {one.title} · {t.duties[one.duty]} · {t.since(formatDay(one.heldFrom))}
                    </span>
                  </span>
                  <span className="cluster gap-2">
                    <DateField
                      id={`until-${one.holdingId}`}
                      name="until"
                      label={t.endOf(one.fullName)}
                      hideLabel
                      defaultValue={(ending === one.holdingId && refused?.values.until) || today}
                      error={ending === one.holdingId && all.until ? t.errors[all.until] : undefined}
                    />
                    <Button size="small">{t.end}</Button>
                  </span>
                </Form>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t.appoint}>
        <Form method="post" noValidate className="stack">
          <Mend errors={errors} words={t} />
          <TextField {...text("fullName")} label={t.person} required autoComplete="off" />
          <TextField {...text("title")} label={t.position} hint={t.positionHint} required autoComplete="off" />
          <SelectField
            {...text("duty")}
            label={t.duty}
            required
            width="m"
            placeholder={t.pickDuty}
            choices={duties.map((duty) => ({ value: duty, label: t.duties[duty] }))}
          />
          <DateField {...text("from", today)} label={t.from} required />
          <div className="grid grid-narrow">
            <TextField {...text("email")} type="email" label={t.email} optional autoComplete="off" />
            <TextField {...text("phone")} type="tel" label={t.phone} optional autoComplete="off" />
          </div>
          <FormActions>
            <Button variant="primary">{t.appointing}</Button>
            <ButtonLink href={paths.unit(unit.id)} variant="quiet">
              {t.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  );
}
