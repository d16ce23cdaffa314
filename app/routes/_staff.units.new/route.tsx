import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor, requireMay } from "~/features/accounts/gate.server";
import { reachOf } from "~/features/accounts/rules";
import { Mend } from "~/features/units/components/mend";
import { UnitFields } from "~/features/units/components/unit-fields";
import { parseUnit } from "~/features/units/forms";
import { unitWords } from "~/features/units/messages";
import { unitOptions } from "~/features/units/reads.server";
import { createUnit } from "~/features/units/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { forbidden, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(unitWords, (t) => t.newUnit);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "units.manage");
  const under = new URL(request.url).searchParams.get("under") ?? "";
  const options = await unitOptions(read, { reach: reachOf(actor, "units.manage") });
  return { press: newPress(), parents: options.map(({ value, label }) => ({ value, label })), under };
}

const fieldOf = { "no-parent": "parentId", "code-taken": "code", "name-taken": "name" } as const;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const body = await request.formData();
  const form = parseUnit(body);
  if (!form.ok) return data(form, 422);
  const press = String(body.get("press"));
  const done = await transact((tx) => createUnit(tx, { ...form.value, press, actor, now: new Date() }));
  if (!done.ok && done.reason === "not-allowed") throw forbidden();
  if (!done.ok) return data(fieldError(body, fieldOf[done.reason], done.reason), 409);
  const t = wordsFor(unitWords, localeOf(request));
  return seeOther(paths.unit(done.unitId), [flash(t.created(form.value.name))]);
}

export default function NewUnit() {
  const { press, parents, under } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(unitWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <Page title={t.newUnit} breadcrumbs={[{ href: paths.units, label: t.title }]} width="form">
      <Form method="post" noValidate className="stack">
        <input type="hidden" name="press" value={refused?.values.press ?? press} />
        <Mend errors={errors} words={t} />
        <UnitFields values={refused?.values ?? { parentId: under }} errors={errors} parents={parents} />
        <FormActions>
          <Button variant="primary">{t.create}</Button>
          <ButtonLink href={paths.units} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
