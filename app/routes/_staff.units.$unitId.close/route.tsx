import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact, transactWhole } from "#db/client.server";
import { unitToManage } from "~/features/units/gate.server";
import { Mend } from "~/features/units/components/mend";
import { parseClosing, parseSuccession } from "~/features/units/forms";
import { unitWords } from "~/features/units/messages";
import { listUnits, unitOptions } from "~/features/units/reads.server";
import { successionKinds } from "~/features/units/rules";
import { linkSuccessor } from "~/features/units/succession/writes.server";
import { closeUnit } from "~/features/units/close.writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { DateField, SelectField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { addDays, dayOf } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(unitWords, (t) => t.close);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { unit } = await unitToManage(request, params.unitId);
  const today = dayOf(new Date(), zoneOf());
  const below = unit.activeTo ? [] : (await listUnits(read, { parentId: unit.id })).filter((one) => !one.activeTo);
  const options = (await unitOptions(read)).filter((option) => option.value !== unit.id);
  return {
    unit: { id: unit.id, name: unit.name, closed: unit.activeTo !== null },
    below: below.length,
    day: unit.activeTo ? addDays(unit.activeTo, 1) : today,
    options: options.map(({ value, label }) => ({ value, label })),
  };
}

const fieldOf: Record<string, string> = {
  gone: "form",
  "ends-before-start": "lastDay",
  "closed-already": "lastDay",
  "units-below": "moveBelow",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, unit } = await unitToManage(request, params.unitId);
  const body = await request.formData();
  const t = wordsFor(unitWords, localeOf(request));
  const by = { actor, now: new Date() };
  if (unit.activeTo) {
    const form = parseSuccession(body);
    if (!form.ok) return data(form, 422);
    const { successorId: toUnitId, kind, on } = form.value;
    const done = await transact((tx) => linkSuccessor(tx, { fromUnitId: unit.id, toUnitId, kind, on, ...by }));
    if (!done.ok) return data(fieldError(body, "successorId", done.reason), 409);
    return seeOther(paths.unit(unit.id), [flash(t.linked)]);
  }
  const form = parseClosing(body);
  if (!form.ok) return data(form, 422);
  const done = await transactWhole((tx) => closeUnit(tx, { unitId: unit.id, ...form.value, ...by }));
  if (!done.ok) return data(fieldError(body, fieldOf[done.reason] ?? "successorId", done.reason), 409);
  return seeOther(paths.unit(unit.id), [flash(t.closedDone(unit.name))]);
}

export default function CloseUnit() {
  const { unit, below, day, options } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(unitWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
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
    <Page
      title={unit.closed ? t.addSuccessor : t.closeUnit(unit.name)}
      description={unit.closed ? undefined : t.closeLead}
      breadcrumbs={crumbs}
      width="form"
    >
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        {!unit.closed && <DateField {...text("lastDay", day)} label={t.lastDay} required />}
        <SelectField
          {...text("successorId")}
          label={t.successor}
          required={unit.closed}
          placeholder={unit.closed ? t.pick : t.noSuccessor}
          choices={options}
        />
        <SelectField
          {...text("kind", "merged")}
          label={t.successionKind}
          width="m"
          choices={successionKinds.map((kind) => ({ value: kind, label: t.successions[kind] }))}
        />
        {unit.closed && <DateField {...text("on", day)} label={t.on} required />}
        {below > 0 && (
          <CheckboxField
            name="moveBelow"
            label={t.moveBelow(formatNumber(below, locale))}
            defaultChecked={Boolean(values.moveBelow)}
            error={errors.moveBelow ? t.errors[errors.moveBelow] : undefined}
          />
        )}
        <FormActions>
          <Button variant={unit.closed ? "primary" : "danger"}>{unit.closed ? t.save : t.closeNow}</Button>
          <ButtonLink href={paths.unit(unit.id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
