import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor } from "~/features/events/reads.server";
import { ImportSteps } from "~/features/participants/list/components/import-steps";
import { pickLists } from "~/features/participants/list/header.rules";
import { listWords } from "~/features/participants/list/messages";
import { parsePasted } from "~/features/participants/list/paste.rules";
import { keepImport } from "~/features/participants/list/writes.server";
import { mayKeepGuest } from "~/features/participants/rules";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Panel, Section } from "~/ui/page";
import { FileField, TextArea } from "~/ui/text-field";
import { fieldError } from "~/web/form";
import { forbidden, notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { readSheet } from "~/web/sheet.server";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(listWords, (t) => t.title);

async function listOf(request: Request, eventId = "") {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (!event) throw notFound();
  if (!mayKeepGuest(actor, { hostPath: event.hostUnit.path, unitPath: null })) throw forbidden();
  return { actor, event };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await listOf(request, params.eventId);
  return { eventId: event.id };
}

const longestPaste = 2_000_000;

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await listOf(request, params.eventId);
  const form = await request.formData();
  const found = await readHanded(form, wordsFor(listWords, localeOf(request)).pastedName);
  if (!found.ok) return data(fieldError(form, found.field, found.reason), 422);
  const { fileName, sheets } = found;
  const { importId } = await transact((tx) =>
    keepImport(tx, { eventId: event.id, fileName, sheets, actor, now: new Date() }),
  );
  return seeOther(`${paths.guestImportOf(event.id, importId)}/columns`);
}

async function readHanded(form: FormData, pastedName: string) {
  const text = form.get("list");
  if (form.get("from") === "paste") {
    const refuse = (reason: string) => ({ ok: false, field: "list", reason }) as const;
    if (typeof text !== "string" || text.trim() === "") return refuse("no-text");
    if (text.length > longestPaste) return refuse("too-long");
    const sheets = pickLists([{ name: "", rows: parsePasted(text) }]);
    return sheets.length > 0 ? ({ ok: true, fileName: pastedName, sheets } as const) : refuse("no-people");
  }
  const refuse = (reason: string) => ({ ok: false, field: "file", reason }) as const;
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refuse("no-file");
  const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name);
  if (!sheet.ok) return refuse(sheet.reason);
  const sheets = pickLists(sheet.sheets);
  return sheets.length > 0 ? ({ ok: true, fileName: file.name.slice(0, 200), sheets } as const) : refuse("no-people");
}

export default function HandInList() {
  const { eventId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(listWords);
  const words: Record<string, string> = t.errors;
  const errors: Record<string, string> = refused?.errors ?? {};
  const said = (field: string) => (errors[field] ? (words[errors[field]] ?? t.errors.other) : undefined);
  return (
    <Section title={t.title} description={t.lead}>
      <ImportSteps eventId={eventId} current="hand" />
      <ErrorSummary title={t.mend} errors={Object.keys(errors).map((field) => ({ field, text: said(field) ?? "" }))} />
      <div className="grid gap-6">
        <Panel title={t.fromFile}>
          <Form method="post" encType="multipart/form-data" noValidate className="stack">
            <FileField
              name="file"
              label={t.file}
              hint={t.fileHint}
              accept=".xlsx,.ods,.csv,.tsv,.txt"
              error={said("file")}
            />
            <FormActions>
              <Button variant="primary" name="from" value="file">
                {t.readFile}
              </Button>
              <ButtonLink href={paths.guests(eventId)} variant="quiet">
                {t.cancel}
              </ButtonLink>
            </FormActions>
          </Form>
        </Panel>
        <Panel title={t.paste}>
          <Form method="post" noValidate className="stack">
            <TextArea
              name="list"
              label={t.paste}
              hideLabel
              hint={t.pasteHint}
              rows={8}
              error={said("list")}
              defaultValue={refused?.values.list}
              spellCheck={false}
            />
            <FormActions>
              <Button name="from" value="paste">
                {t.readPaste}
              </Button>
            </FormActions>
          </Form>
        </Panel>
      </div>
    </Section>
  );
}
