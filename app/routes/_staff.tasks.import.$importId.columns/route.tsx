import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { ColumnChoice } from "~/features/participants/list/components/column-choice";
import { listWords } from "~/features/participants/list/messages";
import { fields } from "~/features/tasks/import/columns.rules";
import { PlanSteps } from "~/features/tasks/import/components/plan-steps";
import { parseColumns } from "~/features/tasks/import/forms";
import { taskImportWords } from "~/features/tasks/import/messages";
import { findTaskImport, headOf, siblingsOf } from "~/features/tasks/import/reads.server";
import { mapTaskColumns } from "~/features/tasks/import/writes.server";
import { Page } from "~/ui/page";
import { seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";
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
      <ColumnChoice
        {...{ importId, fileName, sheetName, others, mapping, sample }}
        pathOf={paths.taskImportOf}
        otherFile={paths.taskImport}
        fields={fields.map((field) => ({ value: field, label: t.fields[field] }))}
        heads={header.map((text) => text.slice(0, 60))}
        primary={mapping.title ?? 0}
      />
    </Page>
  );
}
