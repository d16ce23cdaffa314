import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { DocumentFields } from "~/features/documents/components/document-fields";
import { parseDocument } from "~/features/documents/forms";
import { documentWords } from "~/features/documents/messages";
import { documentOptions } from "~/features/documents/reads.server";
import { parseNumber } from "~/features/documents/rules";
import { registerDocument } from "~/features/documents/writes.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { localPath, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { newPress } from "~/web/press";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(documentWords, (t) => t.register);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, "documents.manage");
  const asked = new URL(request.url).searchParams;
  return {
    press: newPress(),
    parents: await documentOptions(read),
    back: localPath(asked.get("back"), paths.documents),
  };
}

const fieldOf = {
  "not-allowed": "form",
  taken: "number",
  "bad-number": "number",
  "no-parent": "parentId",
  circle: "parentId",
} as const;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "documents.manage");
  const body = await request.formData();
  const form = parseDocument(body);
  if (!form.ok) return data(form, 422);
  const done = await transact((tx) =>
    registerDocument(tx, { ...form.value, press: String(body.get("press")), actor, now: new Date() }),
  );
  if (!done.ok) return data(fieldError(body, fieldOf[done.reason], done.reason), 409);
  const said = wordsFor(documentWords, localeOf(request)).registered(parseNumber(form.value.number)?.number ?? "");
  return seeOther(localPath(new URL(request.url).searchParams.get("back"), paths.document(done.documentId)), [
    flash(said),
  ]);
}

export default function NewDocument() {
  const { press, parents, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(documentWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <Page title={t.register} breadcrumbs={[{ href: paths.documents, label: t.title }]} width="form">
      <Form method="post" noValidate className="stack">
        <input type="hidden" name="press" value={refused?.values.press ?? press} />
        <Mend errors={errors} words={t} />
        <DocumentFields values={refused?.values ?? {}} errors={errors} parents={parents} />
        <FormActions>
          <Button variant="primary">{t.register}</Button>
          <ButtonLink href={back} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
