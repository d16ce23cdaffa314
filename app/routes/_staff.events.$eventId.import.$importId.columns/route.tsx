import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor, pointsOf } from "~/features/events/reads.server";
import { decisionsIn } from "~/features/participants/list/choices.rules";
import { type Field, fields } from "~/features/participants/list/columns.rules";
import { ColumnChoice } from "~/features/participants/list/components/column-choice";
import { ImportSteps } from "~/features/participants/list/components/import-steps";
import { parseColumns } from "~/features/participants/list/forms";
import { listIn, pastedHeader } from "~/features/participants/list/header.rules";
import { listWords } from "~/features/participants/list/messages";
import { findImport, siblingsOf } from "~/features/participants/list/reads.server";
import { mapColumns } from "~/features/participants/list/writes.server";
import { mayKeepGuest } from "~/features/participants/rules";
import { Section } from "~/ui/page";
import { SelectField } from "~/ui/text-field";
import { forbidden, notFound, seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(listWords, (t) => t.columnsTitle);

async function importOf(request: Request, { eventId = "", importId = "" }) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (!event) throw notFound();
  if (!mayKeepGuest(actor, { hostPath: event.hostUnit.path, unitPath: null })) throw forbidden();
  const kept = await findImport(read, { importId, eventId: event.id, actor });
  if (!kept) throw seeOther(paths.guestImport(event.id));
  return { actor, event, kept };
}

const sampleRows = 6;
const isField = (text: string): text is Field => (fields as readonly string[]).includes(text);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, kept } = await importOf(request, params);
  const list = listIn(kept.rows);
  const sample = list.body.slice(0, sampleRows).map(({ cells }) => cells.map((cell) => cell.slice(0, 80)));
  const width = Math.max(list.header.length, ...sample.map((cells) => cells.length));
  return {
    eventId: event.id,
    importId: kept.id,
    fileName: kept.fileName,
    sheetName: kept.sheetName,
    others: await siblingsOf(read, kept),
    header: Array.from({ length: width }, (_, n) => list.header[n] ?? ""),
    typed: pastedHeader.every((field, n) => list.header[n] === field),
    sample,
    mapping: kept.mapping,
    defaultPointId: decisionsIn(kept.choices).defaultPointId ?? "",
    points: (await pointsOf(read, { eventId: event.id })).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event, kept } = await importOf(request, params);
  const mine = { importId: kept.id, eventId: event.id, actor };
  const columns = parseColumns(await request.formData());
  await transact((tx) => mapColumns(tx, { ...mine, ...columns }));
  return seeOther(paths.guestImportOf(event.id, kept.id));
}

export default function MapColumns() {
  const { eventId, importId, fileName, sheetName, others, header, typed, sample, mapping, defaultPointId, points } =
    useLoaderData<typeof loader>();
  const t = useWords(listWords);
  // Lines typed into the box carry field names for a header: told in the reader's language.
  const headOf = (text: string) => (typed && isField(text) ? t.fields[text] : text.slice(0, 60));
  return (
    <Section title={t.columnsTitle} description={t.columnsLead}>
      <ImportSteps eventId={eventId} importId={importId} current="columns" />
      <ColumnChoice
        {...{ importId, fileName, sheetName, others, mapping, sample }}
        pathOf={(id) => paths.guestImportOf(eventId, id)}
        otherFile={paths.guestImport(eventId)}
        fields={fields.map((field) => ({ value: field, label: t.fields[field] }))}
        heads={header.map(headOf)}
        primary={mapping.name ?? 0}
      >
        {points.length > 1 && (
          <SelectField
            name="default-point"
            label={t.defaultPoint}
            placeholder={t.noDefault}
            choices={points}
            defaultValue={defaultPointId}
          />
        )}
      </ColumnChoice>
    </Section>
  );
}
