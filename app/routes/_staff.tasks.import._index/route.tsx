import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { listWords } from "~/features/participants/list/messages";
import { pickPlans } from "~/features/tasks/import/columns.rules";
import { PlanSteps } from "~/features/tasks/import/components/plan-steps";
import { taskImportWords } from "~/features/tasks/import/messages";
import { keepTaskImport } from "~/features/tasks/import/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Page, Panel } from "~/ui/page";
import { FileField } from "~/ui/text-field";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";
import { readSheet } from "~/web/sheet.server";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(taskImportWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, "tasks.manage");
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "tasks.manage");
  const form = await request.formData();
  const refuse = (reason: string) => data(fieldError(form, "file", reason), 422);
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refuse("no-file");
  const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name);
  if (!sheet.ok) return refuse(sheet.reason);
  const sheets = pickPlans(sheet.sheets);
  if (sheets.length === 0) return refuse("no-plan");
  const fileName = file.name.slice(0, 200);
  const { importId } = await transact((tx) => keepTaskImport(tx, { fileName, sheets, actor, now: new Date() }));
  return seeOther(paths.taskImportOf(importId));
}

export default function HandInPlan() {
  const refused = useActionData<typeof action>();
  const t = useWords(taskImportWords);
  const sheet = useWords(listWords);
  const reason = refused?.errors.file;
  const words: Record<string, string> = sheet.errors;
  const error = reason && (reason === "no-plan" ? t["no-plan"] : (words[reason] ?? sheet.errors.other));
  return (
    <Page title={t.title} description={t.lead} width="form" breadcrumbs={[{ label: t.tasks, href: paths.tasks }]}>
      <PlanSteps current="hand" />
      <ErrorSummary title={sheet.mend} errors={error ? [{ field: "file", text: error }] : []} />
      <Panel>
        <Form method="post" encType="multipart/form-data" noValidate className="stack">
          <FileField
            name="file"
            label={t.file}
            hint={sheet.fileHint}
            accept=".xlsx,.ods,.csv,.tsv,.txt"
            error={error || undefined}
          />
          <FormActions>
            <Button variant="primary">{sheet.readFile}</Button>
            <ButtonLink href={paths.tasks} variant="quiet">
              {sheet.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  );
}
