import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { transactWhole } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { honourWords } from "~/features/awards/honours/messages";
import { pastWords } from "~/features/awards/past/messages";
import { parsePast } from "~/features/awards/past/forms";
import { soleUnitId, todayOf } from "~/features/awards/past/reads.server";
import { addPastHonour } from "~/features/awards/honours/writes.server";
import { awardWords } from "~/features/awards/messages";
import { awardForms, nomineeKinds } from "~/features/awards/terms.rules";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { DateField, SelectField, TextArea, TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(pastWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, "awards.manage", null);
  return { year: Number(todayOf(new Date()).slice(0, 4)) - 1 };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "awards.manage", null);
  const body = await request.formData();
  const now = new Date();
  const form = parsePast(body, todayOf(now));
  if (!form.ok) return data(form, 422);
  const { decidedOn, ...says } = form.value;
  const done = await transactWhole(async (tx) => {
    const unitId = await soleUnitId(tx, { name: says.unitName || says.name });
    return await addPastHonour(tx, { ...says, decidedOn: decidedOn || null, unitId, actor, now });
  });
  if (!done.ok) return data(fieldError(body, done.reason === "known" ? "name" : "form", done.reason), 409);
  return seeOther(paths.honour(done.honourId), [flash(wordsFor(pastWords, localeOf(request)).added)]);
}

/** One award of an earlier year, typed in from the office's book. */
export default function NewPastHonour() {
  const { year } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(pastWords);
  const w = useWords(awardWords);
  const h = useWords(honourWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? { year: String(year), form: "merit", kind: "individual" };
  const field = (
    name: "year" | "category" | "name" | "position" | "unitName" | "achievement" | "decisionNumber" | "decidedOn",
  ) => ({
    ...{ name, label: t[name], defaultValue: values[name], autoComplete: "off" },
    error: errors[name] ? t.errors[errors[name]] : undefined,
  });
  return (
    <Page
      title={t.title}
      description={t.lead}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.honours, label: h.book.title },
      ]}
      actions={
        <ButtonLink href={paths.honourImport} icon="upload">
          {t.many}
        </ButtonLink>
      }
      width="form"
    >
      <Mend errors={errors} words={t} />
      <Form method="post" noValidate className="stack">
        <TextField {...field("name")} required />
        <div className="fields-2">
          <TextField {...field("position")} optional />
          <TextField {...field("unitName")} optional />
        </div>
        <div className="fields-2">
          <TextField {...field("year")} inputMode="numeric" width="xs" required />
          <TextField {...field("category")} required />
        </div>
        <div className="fields-2">
          <SelectField
            name="form"
            label={t.form}
            defaultValue={values.form}
            choices={awardForms.map((value) => ({ value, label: w.forms[value] }))}
          />
          <SelectField
            name="kind"
            label={t.kind}
            defaultValue={values.kind}
            choices={nomineeKinds.map((value) => ({ value, label: w.kinds[value] }))}
          />
        </div>
        <TextArea {...field("achievement")} rows={2} optional />
        <div className="fields-2">
          <TextField {...field("decisionNumber")} optional />
          <DateField {...field("decidedOn")} optional />
        </div>
        <FormActions>
          <Button variant="primary">{t.add}</Button>
          <ButtonLink href={paths.awards} variant="quiet">
            {w.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
