import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { DifficultyFields } from "~/features/difficulties/components/difficulty-fields";
import { parseDifficulty } from "~/features/difficulties/forms";
import { difficultyToAct } from "~/features/difficulties/gate.server";
import { difficultyWords } from "~/features/difficulties/messages";
import { difficultyChoices } from "~/features/difficulties/reads.server";
import { refusedField } from "~/features/difficulties/rules";
import { changeDifficulty } from "~/features/difficulties/writes.server";
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
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(difficultyWords, (t) => t.edit);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, difficulty: was } = await difficultyToAct(request, params.difficultyId, "propose", "manage");
  const { id, title, category, detail, proposerUnitId, resolverUnitId, dueOn, taskId, gap, campaignId, blocks } = was;
  const stored: Record<string, string> = {
    ...{ title, category, detail, proposerUnitId, gap, blocks: blocks ? "on" : "" },
    ...{ resolverUnitId: resolverUnitId ?? "", dueOn: dueOn ?? "", taskId: taskId ?? "", campaignId: campaignId ?? "" },
  };
  const choices = await difficultyChoices(read, { actor, locale: localeOf(request), was });
  return { id, title, stored, choices, seen: was.updatedAt.getTime() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, difficulty } = await difficultyToAct(request, params.difficultyId, "propose", "manage");
  const body = await request.formData();
  const form = parseDifficulty(body);
  if (!form.ok) return data(form, 422);
  const seen = new Date(Number(body.get("seen")));
  const act = { difficultyId: difficulty.id, actor, now: new Date(), seen };
  const done = await transact((tx) => changeDifficulty(tx, { ...form.value, ...act }));
  if (!done.ok) return data(fieldError(body, refusedField(done.reason), done.reason), 409);
  return seeOther(paths.difficulty(difficulty.id), [flash(wordsFor(difficultyWords, localeOf(request)).said.changed)]);
}

export default function EditDifficulty() {
  const { id, title, stored, choices, seen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(difficultyWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <Page
      title={t.edit}
      breadcrumbs={[
        { href: paths.difficulties, label: t.title },
        { href: paths.difficulty(id), label: title },
      ]}
      width="form"
    >
      <Form method="post" noValidate className="stack">
        <input type="hidden" name="seen" value={seen} />
        <Mend errors={errors} words={t} />
        <DifficultyFields
          values={refused ? { blocks: "", ...refused.values } : stored}
          errors={errors}
          choices={choices}
        />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <ButtonLink href={paths.difficulty(id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
