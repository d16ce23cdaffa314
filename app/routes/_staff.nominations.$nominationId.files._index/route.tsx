import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { transactWhole } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { fileKindIn } from "~/features/awards/nominations/forms";
import { nominationToSee } from "~/features/awards/nominations/gate.server";
import { nominationWords } from "~/features/awards/nominations/messages";
import { closedBy } from "~/features/awards/nominations/rules";
import { addNominationFiles, removeNominationFile } from "~/features/awards/nominations/content.writes.server";
import { fileKinds } from "~/features/awards/terms.rules";
import { receiveFiles } from "~/features/files/gate.server";
import { fileWords } from "~/features/files/messages";
import { acceptedEndings, type FileRefusal, fileRefusals } from "~/features/files/rules";
import { Button, ButtonLink } from "~/ui/button";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { FileField, SelectField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(nominationWords, (t) => t.papers);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { nomination, access } = await nominationToSee(request, params.nominationId);
  if (!access.write) throw notFound();
  const { id, nomineeName, files, category, round } = nomination;
  const have = new Set(files.map(({ kind }) => kind));
  const missing = category.requiredFiles.filter((kind) => !have.has(kind));
  return {
    ...{ id, nomineeName, files: files.map(({ id: pieceId, kind, name }) => ({ id: pieceId, kind, name })) },
    closed: closedBy(nomination.state, round.state),
    ...{ missing, next: missing[0] ?? "other", round: { id: round.id, title: round.title } },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, nomination, access } = await nominationToSee(request, params.nominationId);
  if (!access.write) throw notFound();
  const received = await receiveFiles(request, { field: "files" });
  if (!received.ok) return data(received, received.errors.files === "too-large" ? 413 : 422);
  const { form, files } = received;
  const act = { nominationId: nomination.id, actor, now: new Date() };
  const t = wordsFor(nominationWords, localeOf(request));
  const refuse = (field: string, reason: string, status = 409) =>
    data({ ...fieldError(form, field, reason), refused: "" }, status);
  const pieceId = String(form.get("remove") ?? "");
  if (pieceId) {
    const done = await transactWhole((tx) => removeNominationFile(tx, { ...act, pieceId }));
    return done.ok
      ? seeOther(paths.nominationFiles(nomination.id), [flash(t.said.removed)])
      : refuse("files", done.reason);
  }
  if (files.length === 0) return refuse("files", "no-file", 422);
  const done = await transactWhole((tx) => addNominationFiles(tx, { ...act, files, kind: fileKindIn(form) }));
  if (!done.ok) return refuse("files", done.reason);
  return seeOther(paths.nominationFiles(nomination.id), [flash(t.said.files)]);
}

/** The papers of a dossier: the next one that is missing is proposed. */
export default function NominationFiles() {
  const { id, nomineeName, round, files, missing, next, closed } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const refused = useActionData<typeof action>();
  const t = useWords(nominationWords);
  const w = useWords(awardWords);
  const ofFiles = useWords(fileWords);
  const code = refused?.errors.files;
  const known = fileRefusals.find((one) => one === code) as FileRefusal | undefined;
  const wrong = known ? ofFiles.refused[known](refused?.refused ?? "") : code ? (t.errors[code] ?? code) : undefined;
  return (
    <Page
      title={t.papers}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.nomination(id), label: nomineeName },
      ]}
      width="form"
    >
      {closed && <Notice tone="warning" title={closed === "ended" ? w.errors.ended : t.errors[closed]} />}
      {missing.length > 0 && (
        <Notice tone="warning" title={t.lacks}>
          {missing.map((kind) => w.files[kind]).join(", ")}
        </Notice>
      )}
      {files.length > 0 && (
        <Panel title={t.papers}>
          <ul className="plain-list">
            {files.map((piece) => (
              <li key={piece.id} className="line-item">
                <span>
                  {piece.name}
                  <span className="soft small block">{w.files[piece.kind]}</span>
                </span>
                {!closed && (
                  <Form method="post" encType="multipart/form-data" action={`${paths.nominationFiles(id)}?index`}>
                    <Button
                      size="small"
                      variant="quiet"
                      name="remove"
                      value={piece.id}
                      aria-label={`${t.takeOut}: ${piece.name}`}
                    >
                      {t.takeOut}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {!closed && (
        <Form
          method="post"
          encType="multipart/form-data"
          action={`${paths.nominationFiles(id)}?index`}
          noValidate
          className="stack"
          key={files.length}
        >
          <SelectField
            name="kind"
            label={t.fields.kindOfFile}
            defaultValue={refused?.values.kind ?? next}
            choices={fileKinds.map((value) => ({ value, label: w.files[value] }))}
          />
          <FileField
            name="files"
            label={t.fields.files}
            hint={ofFiles.hint}
            accept={acceptedEndings}
            error={wrong}
            multiple
            required
          />
          <FormActions>
            <Button variant="primary" icon="upload">
              {t.addPapers}
            </Button>
            <ButtonLink href={paths.nomination(id)} variant="quiet">
              {t.back}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
