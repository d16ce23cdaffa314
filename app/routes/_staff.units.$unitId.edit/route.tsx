import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { reachOf } from "~/features/accounts/rules";
import { unitToManage } from "~/features/units/gate.server";
import { Mend } from "~/features/units/components/mend";
import { UnitFields } from "~/features/units/components/unit-fields";
import { parseUnitChange } from "~/features/units/forms";
import { unitWords } from "~/features/units/messages";
import { findUnit, unitOptions } from "~/features/units/reads.server";
import { changeUnit } from "~/features/units/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { forbidden, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(unitWords, (t) => t.edit);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, unit } = await unitToManage(request, params.unitId);
  const options = await unitOptions(read, { reach: reachOf(actor, "units.manage") });
  const parents = options.filter((option) => !option.path.startsWith(unit.path));
  // Somebody whose reach begins at this very unit cannot move it, but must not lose where it stands.
  const parent =
    unit.parentId && !parents.some(({ value }) => value === unit.parentId)
      ? await findUnit(read, { unitId: unit.parentId })
      : null;
  return {
    id: unit.id,
    name: unit.name,
    parents: [
      ...(parent ? [{ value: parent.id, label: parent.name }] : []),
      ...parents.map(({ value, label }) => ({ value, label })),
    ],
    values: {
      name: unit.name,
      shortName: unit.shortName,
      code: unit.code ?? "",
      kind: unit.kind,
      parentId: unit.parentId ?? "",
      activeFrom: unit.activeFrom ?? "",
      rural: unit.rural ? "on" : "",
      border: unit.border ? "on" : "",
    } as Record<string, string>,
  };
}

const fieldOf = {
  gone: "form",
  "code-taken": "code",
  "name-taken": "name",
  "no-parent": "parentId",
  circle: "parentId",
  "starts-after-end": "activeFrom",
  "ends-before-start": "renamedOn",
} as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, unit } = await unitToManage(request, params.unitId);
  const body = await request.formData();
  const form = parseUnitChange(body);
  if (!form.ok) return data(form, 422);
  const { naming, renamedOn, ...facts } = form.value;
  const change = {
    ...facts,
    unitId: unit.id,
    renamedOn: naming === "renamed" ? renamedOn : "",
    actor,
    now: new Date(),
  };
  const done = await transact((tx) => changeUnit(tx, change));
  if (!done.ok && done.reason === "not-allowed") throw forbidden();
  if (!done.ok) return data(fieldError(body, fieldOf[done.reason], done.reason), 409);
  return seeOther(paths.unit(unit.id), [flash(wordsFor(unitWords, localeOf(request)).saved)]);
}

export default function EditUnit() {
  const { id, name, parents, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(unitWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const crumbs = [
    { href: paths.units, label: t.title },
    { href: paths.unit(id), label: name },
  ];
  return (
    <Page title={t.editUnit(name)} breadcrumbs={crumbs} width="form">
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        <UnitFields values={refused?.values ?? values} errors={errors} parents={parents} nameNow={name} />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <ButtonLink href={paths.unit(id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
