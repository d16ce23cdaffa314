import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { DifficultyFields } from "~/features/difficulties/components/difficulty-fields";
import { parseDifficulty } from "~/features/difficulties/forms";
import { difficultyWords } from "~/features/difficulties/messages";
import { difficultyChoices } from "~/features/difficulties/reads.server";
import { refusedField } from "~/features/difficulties/rules";
import { proposeDifficulty } from "~/features/difficulties/writes.server";
import { findTaskFor } from "~/features/tasks/reads.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(difficultyWords, (t) => t.propose);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "tasks.do");
  const choices = await difficultyChoices(read, { actor, locale: localeOf(request) });
  const taskId = new URL(request.url).searchParams.get("task") ?? "";
  const task = taskId ? await findTaskFor(read, { taskId, actor }) : null;
  const speaksFor = (unitId: string | null | undefined) => choices.proposers.some(({ value }) => value === unitId);
  return {
    choices,
    press: newPress(),
    given: {
      taskId: task && !task.isGroup ? task.id : "",
      campaignId: task?.campaignId ?? "",
      proposerUnitId: speaksFor(task?.leadUnitId) ? (task?.leadUnitId ?? "") : (choices.proposers[0]?.value ?? ""),
    } as Record<string, string>,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "tasks.do");
  const body = await request.formData();
  const form = parseDifficulty(body);
  if (!form.ok) return data(form, 422);
  const press = String(body.get("press"));
  const done = await transact((tx) => proposeDifficulty(tx, { ...form.value, press, actor, now: new Date() }));
  if (!done.ok) return data(fieldError(body, refusedField(done.reason), done.reason), 409);
  return seeOther(paths.difficulty(done.difficultyId), [
    flash(wordsFor(difficultyWords, localeOf(request)).said.proposed),
  ]);
}

export default function NewDifficulty() {
  const { choices, press, given } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(difficultyWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <Page title={t.propose} breadcrumbs={[{ href: paths.difficulties, label: t.title }]} width="form">
      <Form method="post" noValidate className="stack">
        <input type="hidden" name="press" value={refused?.values.press ?? press} />
        <Mend errors={errors} words={t} />
        <DifficultyFields values={refused?.values ?? given} errors={errors} choices={choices} />
        <FormActions>
          <Button variant="primary">{t.propose}</Button>
          <ButtonLink href={paths.difficulties} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
