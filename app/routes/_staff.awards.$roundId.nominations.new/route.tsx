import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { reachOf } from "~/features/accounts/rules";
import { awardWords } from "~/features/awards/messages";
import { NomineeFields } from "~/features/awards/nominations/components/nominee-fields";
import { parseNewNomination } from "~/features/awards/nominations/forms";
import { lastMomentFor } from "~/features/awards/nominations/in-time.reads.server";
import { nominationWords } from "~/features/awards/nominations/messages";
import { startNomination } from "~/features/awards/nominations/writes.server";
import { roundToSee } from "~/features/awards/rounds/gate.server";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Notice } from "~/ui/notice";
import { Button, ButtonLink } from "~/ui/button";
import { Link } from "~/ui/link";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { SelectField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";

export const meta = titleOf(nominationWords, (t) => t.add);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, round, access } = await roundToSee(request, params.roundId);
  if (!access.nominates) throw notFound();
  const asked = new URL(request.url).searchParams.get("category");
  const category = round.categories.find(({ id }) => id === asked) ?? null;
  const own = await unitOptions(read, { reach: reachOf(actor, "awards.nominate"), small: true });
  const { phases } = round;
  const until = await lastMomentFor(read, { actor, roundId: round.id, phases, now: new Date() });
  return {
    ...{ until: until ?? null, over: until === undefined || round.state !== "published" },
    ...{ round: { id: round.id, title: round.title }, press: newPress() },
    categories: round.categories.map(({ id, title, forms, requiredFiles, quotaPerUnit }) => ({
      ...{ id, title, forms, requiredFiles, quotaPerUnit },
    })),
    category: category && {
      id: category.id,
      title: category.title,
      kinds: category.nomineeKinds,
      forms: category.forms,
    },
    units: own.map(({ value, label }) => ({ value, label })),
  };
}

const fields: Record<string, string> = {
  ...{
    "no-unit": "unitId",
    "unit-closed": "unitId",
    "not-allowed": "unitId",
    "no-category": "categoryId",
    "kind-not-taken": "kind",
  },
  ...{ "form-not-given": "form", "no-such-unit": "nomineeUnitId", "needs-unit": "nomineeUnitId" },
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await roundToSee(request, params.roundId);
  const body = await request.formData();
  const form = parseNewNomination(body);
  if (!form.ok) return data(form, 422);
  const press = String(body.get("press"));
  const done = await transactWhole((tx) => startNomination(tx, { ...form.value, press, actor, now: new Date() }));
  if (!done.ok) return data(fieldError(body, fields[done.reason] ?? "form", done.reason), 409);
  return seeOther(paths.nomination(done.nominationId), [
    flash(wordsFor(nominationWords, localeOf(request)).said.started),
  ]);
}

/** First the category, then who is nominated: one question at a time. */
export default function NewNomination() {
  const { round, press, categories, category, units, until, over } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(nominationWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const zone = useZone();
  const own = units[0];
  // Most units nominate themselves where a category takes units.
  const itself = category?.kinds[0] === "unit" && category.kinds.length === 1;
  const values: Record<string, string> = refused?.values ?? {
    ...{ unitId: own?.value ?? "", nomineeUnitId: own?.value ?? "", nomineeName: itself ? (own?.label ?? "") : "" },
  };
  return (
    <Page
      title={category ? `${t.add}: ${inLanguage(category.title, locale)}` : t.add}
      description={[t.noneText, until && t.until(formatMoment(until, zone))].filter(Boolean).join(" ")}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.nominations(round.id), label: t.title },
      ]}
      width="form"
    >
      {over && !refused && (
        <Notice tone="warning" title={t.over}>
          {t.errors["round-closed"]}
        </Notice>
      )}
      {over && !refused ? null : category === null ? (
        <ul className="plain-list">
          {categories.map(({ id, title, forms, requiredFiles, quotaPerUnit }) => (
            <li key={id}>
              <Link href={`${paths.nominationNew(round.id)}?category=${id}`}>{inLanguage(title, locale)}</Link>
              <span className="soft small block">
                {forms.map((form) => w.forms[form]).join(", ")}
                {quotaPerUnit !== null && ` · ${w.perUnit(formatNumber(quotaPerUnit, locale))}`}
              </span>
              {requiredFiles.length > 0 && (
                <span className="soft small block">
                  {t.needed(requiredFiles.map((kind) => w.files[kind]).join(", "))}
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <Form method="post" noValidate className="stack">
          <input type="hidden" name="press" value={refused?.values.press ?? press} />
          <input type="hidden" name="categoryId" value={category.id} />
          <Mend errors={errors} words={t} />
          {own && units.length === 1 && !errors.unitId ? (
            <input type="hidden" name="unitId" value={own.value} />
          ) : (
            <SelectField
              name="unitId"
              label={t.fields.unitId}
              defaultValue={values.unitId}
              error={errors.unitId ? (t.errors[errors.unitId] ?? t.errors.required) : undefined}
              choices={units}
              required
            />
          )}
          <NomineeFields values={values} errors={errors} kinds={category.kinds} forms={category.forms} units={units} />
          <FormActions>
            <Button variant="primary">{t.add}</Button>
            <ButtonLink href={paths.nominations(round.id)} variant="quiet">
              {t.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
