import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { reachOf } from "~/features/accounts/rules";
import { awardWords } from "~/features/awards/messages";
import { NomineeFields } from "~/features/awards/nominations/components/nominee-fields";
import { fieldIn, parseNominee, parseTextOf } from "~/features/awards/nominations/forms";
import { nominationToSee } from "~/features/awards/nominations/gate.server";
import { nominationWords } from "~/features/awards/nominations/messages";
import { closedBy, nominationFields } from "~/features/awards/nominations/rules";
import { changeNominee } from "~/features/awards/nominations/writes.server";
import { saveText } from "~/features/awards/nominations/content.writes.server";
import { Mend } from "~/features/units/components/mend";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { noLine } from "~/web/no-line";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { TextEditor } from "./text-editor";

const unsaved = { theirs: "", by: "", version: 0, saved: false };

export { withLine as shouldRevalidate } from "~/web/no-line";
export const meta = titleOf(nominationWords, (t) => t.write);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, nomination, access } = await nominationToSee(request, params.nominationId);
  if (!access.write) throw notFound();
  const { id, nomineeName, round, category, texts } = nomination;
  const units = await unitOptions(read, {
    reach: reachOf(actor, "awards.nominate"),
    small: true,
    keep: nomination.nomineeUnitId,
  });
  return {
    ...{ id, nomineeName, round: { id: round.id, title: round.title } },
    nominee: new URL(request.url).searchParams.has("nominee"),
    closed: closedBy(nomination.state, round.state),
    ...{ kinds: category.nomineeKinds, forms: category.forms },
    units: units.map(({ value, label }) => ({ value, label })),
    texts: nominationFields.map((field) => ({
      ...{ field, text: texts.get(field)?.text ?? "", version: texts.get(field)?.version ?? 0 },
      by: texts.get(field)?.updatedByName ?? "",
    })),
    values: {
      ...{ kind: nomination.kind, form: nomination.form, nomineeName, nomineePosition: nomination.nomineePosition },
      ...{ nomineeUnitId: nomination.nomineeUnitId ?? "", contactName: nomination.contactName },
      ...{ contactPhone: nomination.contactPhone, contactEmail: nomination.contactEmail },
    } as Record<string, string>,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, nomination } = await nominationToSee(request, params.nominationId);
  const body = await request.formData();
  const act = { nominationId: nomination.id, actor, now: new Date() };
  const field = fieldIn(body);
  const none = { field: null, ...unsaved };
  if (field) {
    const form = parseTextOf(body, field);
    if (!form.ok) return data({ ...form, ...none, field }, 422);
    const done = await transactWhole((tx) => saveText(tx, { ...act, ...form.value, field }));
    if (done.ok)
      return data({ ok: true as const, errors: {}, values: {}, ...none, field, version: done.version, saved: true });
    const meanwhile = done.reason === "changed-meanwhile";
    const { theirs, by, version } = meanwhile ? done : none;
    return data({ ...fieldError(body, field, done.reason), field, theirs, by, version, saved: false }, 409);
  }
  const form = parseNominee(body);
  if (!form.ok) return data({ ...form, ...none }, 422);
  const done = await transactWhole((tx) => changeNominee(tx, { ...act, ...form.value }));
  if (!done.ok) {
    const at = { "kind-not-taken": "kind", "form-not-given": "form" }[done.reason as string];
    const unit = done.reason === "no-such-unit" || done.reason === "needs-unit" ? "nomineeUnitId" : "form";
    return data({ ...fieldError(body, at ?? unit, done.reason), ...none }, 409);
  }
  return seeOther(paths.nomination(nomination.id), [flash(wordsFor(nominationWords, localeOf(request)).said.saved)]);
}

/** Without a line the page stays, with all that was typed: it would give way to the page of errors. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const field = fieldIn(await request.clone().formData());
  try {
    return await serverAction<typeof action>();
  } catch (failure) {
    if (!field || !(failure instanceof TypeError)) throw failure;
    return Response.json({ errors: { [field]: "no-line" }, values: {}, field, ...unsaved }, { status: noLine });
  }
}

/** The texts of a dossier, each saved by itself; or who is nominated. */
export default function EditNomination() {
  const loaded = useLoaderData<typeof loader>();
  const { id, nomineeName, round, nominee, kinds, forms, units, texts, values: was, closed } = loaded;
  const answered = useActionData<typeof action>();
  const t = useWords(nominationWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = answered?.errors ?? {};
  const values: Record<string, string> = answered && !answered.field ? answered.values : was;
  const crumbs = [
    { href: paths.awards, label: w.title },
    { href: paths.award(round.id), label: inLanguage(round.title, locale) },
    { href: paths.nomination(id), label: nomineeName },
  ];
  if (nominee || (answered && !answered.field))
    return (
      <Page title={t.edit} breadcrumbs={crumbs} width="form">
        <Form method="post" noValidate className="stack">
          <Mend errors={errors} words={t} />
          <NomineeFields values={values} errors={errors} kinds={kinds} forms={forms} units={units} />
          <FormActions>
            <Button variant="primary">{t.save}</Button>
            <ButtonLink href={paths.nomination(id)} variant="quiet">
              {t.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      </Page>
    );
  return (
    <Page title={t.write} description={t.hints.kept} breadcrumbs={crumbs} width="form">
      {closed && <Notice tone="warning" title={closed === "ended" ? w.errors.ended : t.errors[closed]} />}
      {texts.map((text) => (
        <TextEditor
          key={text.field}
          {...text}
          closed={closed !== null}
          answered={answered?.field === text.field ? answered : null}
        />
      ))}
      <FormActions>
        <ButtonLink href={paths.nomination(id)}>{t.back}</ButtonLink>
      </FormActions>
    </Page>
  );
}
