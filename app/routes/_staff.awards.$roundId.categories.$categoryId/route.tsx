import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { transactWhole } from "#db/client.server";
import { categoryValues, parseCategory, usualCriterion } from "~/features/awards/categories/forms";
import { removeCategory, saveCategory } from "~/features/awards/categories/writes.server";
import { awardWords } from "~/features/awards/messages";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { roundWords } from "~/features/awards/rounds/messages";
import { usualCategory } from "~/features/awards/rounds/templates.rules";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/guest-page";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError, textFields } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { CategoryFields } from "./category-fields";

export const meta = titleOf(awardWords, (t) => t.category);

/** Rows to write in, after those that stand. */
const emptyRows = (from: number, count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => `criterion.${from + n}`).flatMap((row) =>
      Object.entries({ ...usualCriterion, required: "1" }).map(([part, value]) => [`${row}.${part}`, value]),
    ),
  );

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round } = await roundToRun(request, params.roundId);
  const isNew = params.categoryId === "new";
  const category = round.categories.find(({ id }) => id === params.categoryId);
  if (!isNew && !category) throw notFound();
  const content = category ?? { ...usualCategory, title: { vi: "" }, criteria: [] };
  const scored = category?.adjustmentFixedAt != null;
  // One row more than stands there: something to write in without a script.
  const more = scored ? 0 : category ? 1 : 4;
  return {
    ...{ id: round.id, title: round.title, isNew, categoryTitle: category?.title ?? null },
    scored,
    lists: { forms: content.forms, nomineeKinds: content.nomineeKinds, requiredFiles: content.requiredFiles },
    values: { ...categoryValues(content), ...emptyRows(content.criteria.length, more) },
  };
}

const fieldOf: Record<string, string> = {
  "no-form": "forms",
  "no-kind": "nomineeKinds",
  "no-criteria": "criteria",
  weights: "criteria",
  threshold: "thresholdPercent",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const categoryId = params.categoryId === "new" ? null : (params.categoryId ?? "");
  const act = { roundId: round.id, actor, now: new Date() };
  const t = wordsFor(awardWords, localeOf(request));
  const lists = {
    ...{ forms: body.getAll("forms").map(String), nomineeKinds: body.getAll("nomineeKinds").map(String) },
    requiredFiles: body.getAll("requiredFiles").map(String),
  };
  if (body.get("do") === "row") {
    const values = textFields(body);
    return data({ ok: false as const, errors: {}, values, lists, more: true });
  }
  if (body.get("do") === "remove" && categoryId) {
    const done = await transactWhole((tx) => removeCategory(tx, { ...act, categoryId }));
    if (done.ok) return seeOther(paths.award(round.id), [flash(t.said.removed)]);
    // That press carried nothing of the form, so the form shows what is kept.
    return data({ ok: false as const, errors: { form: done.reason }, values: null, lists: null, more: false }, 409);
  }
  const form = parseCategory(body);
  if (!form.ok) return data({ ...form, lists, more: false }, 422);
  const done = await transactWhole((tx) => saveCategory(tx, { ...act, categoryId, content: form.value }));
  if (!done.ok) {
    return data({ ...fieldError(body, fieldOf[done.reason] ?? "form", done.reason), lists, more: false }, 409);
  }
  return seeOther(paths.award(round.id), [flash(t.said.saved)]);
}

export default function EditCategory() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const rounds = useWords(roundWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <Page
      title={loaded.categoryTitle ? inLanguage(loaded.categoryTitle, locale) : t.categoryAdd}
      breadcrumbs={[
        { href: paths.awards, label: t.title },
        { href: paths.award(loaded.id), label: inLanguage(loaded.title, locale) },
      ]}
      width="form"
    >
      <Form method="post" noValidate className="stack">
        {/* The key Enter presses the first button of a form, and that would be the one that adds a row. */}
        <button type="submit" hidden />
        <Mend errors={errors} words={t} />
        <CategoryFields
          roundId={loaded.id}
          values={refused?.values ?? loaded.values}
          lists={refused?.lists ?? loaded.lists}
          errors={errors}
          more={refused?.more ?? false}
          scored={loaded.scored}
        />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <ButtonLink href={paths.award(loaded.id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
      {!loaded.isNew && (
        <Disclosure summary={t.removeCategory}>
          <Form method="post" className="stack gap-3">
            <p>{rounds.removeText}</p>
            <div>
              <Button variant="danger" name="do" value="remove">
                {t.removeCategory}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Page>
  );
}
