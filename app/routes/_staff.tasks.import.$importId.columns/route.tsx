import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { listWords } from "~/features/participants/list/messages";
import { fields } from "~/features/tasks/import/columns.rules";
import { PlanSteps } from "~/features/tasks/import/components/plan-steps";
import { parseColumns } from "~/features/tasks/import/forms";
import { taskImportWords } from "~/features/tasks/import/messages";
import { findTaskImport, headOf, siblingsOf } from "~/features/tasks/import/reads.server";
import { mapTaskColumns } from "~/features/tasks/import/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { SelectField } from "~/ui/text-field";
import { seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";
import { columnName } from "~/web/sheet/columns";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(listWords, (t) => t.columnsTitle);

async function importOf(request: Request, importId = "") {
  const actor = await requireMay(request, "tasks.manage");
  const kept = await findTaskImport(read, { importId, actor });
  if (!kept) throw seeOther(paths.taskImport);
  return { actor, kept };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { kept } = await importOf(request, params.importId);
  const { id: importId, fileName, sheetName, mapping } = kept;
  return { importId, fileName, sheetName, mapping, others: await siblingsOf(read, kept), ...headOf(kept) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, kept } = await importOf(request, params.importId);
  const mapping = parseColumns(await request.formData());
  await transact((tx) => mapTaskColumns(tx, { importId: kept.id, actor, mapping }));
  return seeOther(paths.taskImportOf(kept.id));
}

export default function MapColumns() {
  const { importId, fileName, sheetName, others, header, sample, mapping } = useLoaderData<typeof loader>();
  const t = useWords(taskImportWords);
  const sheet = useWords(listWords);
  const columns = header.map((text, n) => ({
    value: String(n),
    label: sheet.column(columnName(n), text.slice(0, 60)),
  }));
  return (
    <Page
      title={sheet.columnsTitle}
      description={t.columnsLead}
      breadcrumbs={[
        { label: t.tasks, href: paths.tasks },
        { label: t.title, href: paths.taskImport },
      ]}
    >
      <PlanSteps importId={importId} current="columns" />
      <p>
        <strong>{fileName}</strong>
        {sheetName && ` · ${sheet.sheet} ${sheetName}`}
      </p>
      {others.length > 0 && (
        <p className="cluster gap-2">
          {sheet.sheetOther}
          {others.map((other) => (
            <Link key={other.id} href={`${paths.taskImportOf(other.id)}/columns`}>
              {other.sheetName || sheet.sheetUnnamed}
            </Link>
          ))}
        </p>
      )}
      <Form method="post" className="stack gap-6" key={importId}>
        <Panel>
          <div className="grid grid-narrow">
            {fields.map((field) => (
              <SelectField
                key={field}
                name={`column-${field}`}
                label={t.fields[field]}
                placeholder={sheet.noColumn}
                choices={columns}
                defaultValue={String(mapping[field] ?? "")}
              />
            ))}
          </div>
          <FormActions>
            <Button variant="primary">{sheet.tryIt}</Button>
            <ButtonLink href={paths.taskImport} variant="quiet">
              {sheet.otherFile}
            </ButtonLink>
          </FormActions>
        </Panel>
      </Form>
      <Panel flush title={sheet.sample}>
        <Table
          caption={sheet.sample}
          hideCaption
          rows={sample}
          rowKey={(row) => row.key}
          columns={header.map((text, n) => ({
            key: String(n),
            head: `${columnName(n)}${text ? `: ${text.slice(0, 60)}` : ""}`,
            primary: n === (mapping.title ?? 0),
            cell: (row: { cells: string[]; key: string }) => row.cells[n] || "–",
          }))}
        />
      </Panel>
    </Page>
  );
}
