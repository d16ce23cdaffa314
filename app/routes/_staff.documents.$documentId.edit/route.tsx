import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { DocumentFields } from "~/features/documents/components/document-fields";
import { parseDocument } from "~/features/documents/forms";
import { documentWords } from "~/features/documents/messages";
import { documentOptions, findDocument } from "~/features/documents/reads.server";
import { changeDocument, removeDocument } from "~/features/documents/writes.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(documentWords, (t) => t.edit);

async function theDocument(request: Request, documentId = "") {
  const actor = await requireMay(request, "documents.manage");
  const document = await findDocument(read, { documentId });
  if (!document) throw notFound();
  return { actor, document };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { document } = await theDocument(request, params.documentId);
  const { number, issuer, abstract, signatory, url } = document;
  return {
    id: document.id,
    parents: (await documentOptions(read)).filter((option) => option.value !== document.id),
    values: {
      ...{ number, issuer, abstract, signatory, url },
      issuedOn: document.issuedOn ?? "",
      parentId: document.parentId ?? "",
      validFrom: document.validFrom ?? "",
      validTo: document.validTo ?? "",
    } as Record<string, string>,
  };
}

const fieldOf = {
  taken: "number",
  "bad-number": "number",
  "no-parent": "parentId",
  circle: "parentId",
  gone: "form",
  "not-allowed": "form",
} as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, document } = await theDocument(request, params.documentId);
  const body = await request.formData();
  const t = wordsFor(documentWords, localeOf(request));
  const by = { documentId: document.id, actor, now: new Date() };
  if (body.get("do") === "remove") {
    const done = await transact((tx) => removeDocument(tx, by));
    if (!done.ok) return data(fieldError(body, "form", done.reason), 409);
    return seeOther(paths.documents, [flash(t.removed(document.number))]);
  }
  const form = parseDocument(body);
  if (!form.ok) return data(form, 422);
  const done = await transact((tx) => changeDocument(tx, { ...form.value, ...by }));
  if (!done.ok) return data(fieldError(body, fieldOf[done.reason], done.reason), 409);
  return seeOther(paths.document(document.id), [flash(t.saved)]);
}

export default function EditDocument() {
  const { id, parents, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(documentWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  const crumbs = [
    { href: paths.documents, label: t.title },
    { href: paths.document(id), label: values.number ?? "" },
  ];
  return (
    <Page title={t.editDocument(values.number ?? "")} breadcrumbs={crumbs} width="form">
      <Form method="post" noValidate className="stack">
        <Mend errors={errors} words={t} />
        <DocumentFields values={refused?.values ?? values} errors={errors} parents={parents} />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <ButtonLink href={paths.document(id)} variant="quiet">
            {t.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
      <Form method="post" className="stack gap-2">
        <p className="soft small">{t.removeAdvice}</p>
        <div>
          <Button name="do" value="remove" icon="remove" size="small">
            {t.remove}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
