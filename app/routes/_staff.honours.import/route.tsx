import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { honourWords } from "~/features/awards/honours/messages";
import { pastWords } from "~/features/awards/past/messages";
import { planPastAwards } from "~/features/awards/past/reads.server";
import { findPastColumns, toLookAt } from "~/features/awards/past/rules";
import { addPastAwards } from "~/features/awards/past/writes.server";
import { awardWords } from "~/features/awards/messages";
import { Mend } from "~/features/units/components/mend";
import { unitWords } from "~/features/units/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { FileField, TextArea } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { readSheet } from "~/web/sheet.server";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Tried } from "./tried";

export const meta = titleOf(pastWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, "awards.manage", null);
  return null;
}

/** The rows of the file, or of what was pasted; a table comes back as text, so that it can be mended where it stands. */
async function rowsIn(body: FormData) {
  const file = body.get("file");
  const chosen = file instanceof File && file.size > 0 ? file : null;
  const field = chosen ? "file" : "paste";
  const bytes = chosen ? await chosen.arrayBuffer() : new TextEncoder().encode(String(body.get("paste") ?? ""));
  if (bytes.byteLength === 0) return { ok: false, field, reason: "no-file" } as const;
  const read = await readSheet(new Uint8Array(bytes), chosen?.name ?? "pasted.tsv");
  if (!read.ok) return { ok: false, field, reason: read.reason } as const;
  const rows = read.sheets.find((sheet) => findPastColumns(sheet.rows))?.rows;
  return rows ? ({ ok: true, rows } as const) : ({ ok: false, field, reason: "no-headers" } as const);
}

const asText = (rows: readonly string[][]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "awards.manage", null);
  const body = await request.formData();
  const now = new Date();
  const found = await rowsIn(body);
  if (!found.ok) return data({ ...fieldError(body, found.field, found.reason), planned: null }, 422);
  const { rows } = found;
  if (body.get("do") !== "apply") {
    const values: Record<string, string> = { paste: asText(rows) };
    const planned = await planPastAwards(read, { rows, now });
    return data({ errors: {} as Record<string, string>, values, planned: planned && toLookAt(planned) });
  }
  const done = await transactWhole((tx) => addPastAwards(tx, { rows, actor, now }));
  if (!done.ok) return data({ ...fieldError(body, "paste", done.reason), planned: null }, 409);
  const t = wordsFor(pastWords, localeOf(request));
  return seeOther(paths.honours, [flash(t.addedMany(String(done.added), String(done.left)))]);
}

/** Awards of earlier years from a file or a pasted table: first tried, row by row, and then entered. */
export default function ImportPastHonours() {
  const answer = useActionData<typeof action>();
  const t = useWords(pastWords);
  const w = useWords(awardWords);
  const h = useWords(honourWords);
  const u = useWords(unitWords);
  const errors: Record<string, string> = answer?.errors ?? {};
  const words = { mend: t.mend, errors: { ...u.errors, ...t.errors } };
  return (
    <Page
      title={t.title}
      description={t.lead}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.honours, label: h.book.title },
      ]}
      actions={
        <ButtonLink href={paths.honourNew} icon="add">
          {t.one}
        </ButtonLink>
      }
    >
      <Mend errors={errors} words={words} />
      {answer?.planned && <Tried {...answer.planned} paste={answer.values.paste ?? ""} />}
      <Form method="post" encType="multipart/form-data" noValidate className="stack">
        <FileField
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".xlsx,.ods,.csv,.tsv,.txt"
          error={errors.file ? words.errors[errors.file] : undefined}
        />
        <TextArea
          key={answer?.values.paste}
          name="paste"
          label={t.paste}
          hint={t.pasteHint}
          rows={8}
          defaultValue={answer?.values.paste}
          error={errors.paste ? words.errors[errors.paste] : undefined}
        />
        <FormActions>
          <Button variant={answer?.planned ? "secondary" : "primary"} icon="view">
            {t.read}
          </Button>
          <ButtonLink href={paths.awards} variant="quiet">
            {w.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
