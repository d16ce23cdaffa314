import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { reachOf } from "~/features/accounts/rules";
import { Mend } from "~/features/units/components/mend";
import { findUnitColumns } from "~/features/units/import/columns.rules";
import { unitImportWords } from "~/features/units/import/messages";
import { keepUnitImport } from "~/features/units/import/writes.server";
import { unitWords } from "~/features/units/messages";
import { unitOptions } from "~/features/units/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { FileField, SelectField } from "~/ui/text-field";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";
import { readSheet } from "~/web/sheet.server";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(unitImportWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "units.manage");
  const options = await unitOptions(read, { reach: reachOf(actor, "units.manage") });
  return { options: options.map(({ value, label }) => ({ value, label })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "units.manage");
  const body = await request.formData();
  const file = body.get("file");
  if (!(file instanceof File) || file.size === 0) return data(fieldError(body, "file", "no-file"), 422);
  const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name);
  if (!sheet.ok) return data(fieldError(body, "file", sheet.reason), 422);
  const rows = sheet.sheets.find((one) => findUnitColumns(one.rows))?.rows;
  if (!rows) return data(fieldError(body, "file", "no-headers"), 422);
  const underId = String(body.get("underId") ?? "") || null;
  const kept = { rows, fileName: file.name.slice(0, 200), underId, actor, now: new Date() };
  const { importId } = await transact((tx) => keepUnitImport(tx, kept));
  return seeOther(paths.unitImportOf(importId));
}

export default function ImportUnits() {
  const { options } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(unitImportWords);
  const unit = useWords(unitWords);
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <Page title={t.title} description={t.lead} breadcrumbs={[{ href: paths.units, label: unit.title }]} width="form">
      <Form method="post" encType="multipart/form-data" noValidate className="stack">
        <Mend errors={errors} words={unit} />
        <FileField
          name="file"
          label={t.file}
          accept=".xlsx,.ods,.csv,.tsv,.txt"
          required
          error={errors.file ? unit.errors[errors.file] : undefined}
        />
        <SelectField
          name="underId"
          label={t.under}
          placeholder={t.underNone}
          choices={options}
          defaultValue={refused?.values.underId ?? ""}
        />
        <FormActions>
          <Button variant="primary" icon="view">
            {t.read}
          </Button>
          <ButtonLink href={paths.units} variant="quiet">
            {unit.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
