import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { parseRound, roundValues } from "~/features/awards/rounds/forms";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { linkChoices } from "~/features/awards/rounds/links.reads.server";
import { roundWords } from "~/features/awards/rounds/messages";
import { changeRound } from "~/features/awards/rounds/writes.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { RoundFields } from "./round-fields";

export const meta = titleOf(roundWords, (t) => t.editTitle);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const locale = localeOf(request);
  return {
    ...{ id: round.id, title: round.title, values: roundValues(round) },
    links: await linkChoices(read, { actor, round, locale }),
  };
}

const fieldOf: Record<string, string> = {
  "no-campaign": "campaignId",
  "no-document": "documentId",
  "no-event": "ceremonyEventId",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const form = parseRound(body);
  if (!form.ok) return data(form, 422);
  const done = await transactWhole((tx) =>
    changeRound(tx, { ...form.value, roundId: round.id, actor, now: new Date() }),
  );
  if (!done.ok) return data(fieldError(body, fieldOf[done.reason] ?? "form", done.reason), 409);
  return seeOther(paths.award(round.id), [flash(wordsFor(awardWords, localeOf(request)).said.saved)]);
}

export default function EditRound() {
  const { id, title, values: was, links } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? was;
  return (
    <Page
      title={useWords(roundWords).editTitle}
      breadcrumbs={[
        { href: paths.awards, label: t.title },
        { href: paths.award(id), label: inLanguage(title, locale) },
      ]}
      width="form"
    >
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        <RoundFields values={values} errors={errors} links={links} />
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
