import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { fileWords } from "~/features/files/messages";
import { acceptedEndings, type FileRefusal, fileRefusals } from "~/features/files/rules";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { type Choice, FileField, SelectField, TextArea, TextField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Refused {
  kind: string;
  errors: Record<string, string>;
  values: Record<string, string>;
  /** The file it is about. */
  refused: string;
}

interface Props {
  taskId: string;
  files: Choice[];
  refused?: Refused;
}

/** The ways to prove something: a file, one that is here already, a link, a figure, a sentence. Each is a small form. */
export function Ways({ taskId, files, refused }: Props) {
  const t = useWords(taskPageWords).files;
  const w = useWords(taskWords);
  const f = useWords(fileWords);
  const words: Record<string, string> = { ...w.errors, "no-file": t.noFile, "no-choice": t.noChoice };
  const said = (code: string) =>
    fileRefusals.some((reason) => reason === code)
      ? f.refused[code as FileRefusal](refused?.refused || f.aFile)
      : (words[code] ?? w.errors.form);
  const field = (kind: string, name: string) => {
    const mine = refused?.kind === kind ? refused : undefined;
    const code = mine?.errors[name];
    return { name, id: `${kind}-${name}`, defaultValue: mine?.values[name], error: code && said(code) };
  };
  const way = (kind: string, title: string, button: string, fields: ReactNode) => (
    <Section title={title} id={kind}>
      <Form
        method="post"
        action={`${paths.taskEvidence(taskId)}?index`}
        encType="multipart/form-data"
        noValidate
        className="stack gap-4"
      >
        <input type="hidden" name="kind" value={kind} />
        {refused?.kind === kind && refused.errors.form && <Notice tone="danger" title={said(refused.errors.form)} />}
        {fields}
        <div>
          <Button variant={kind === "file" ? "primary" : "secondary"}>{button}</Button>
        </div>
      </Form>
    </Section>
  );
  return (
    <>
      {way(
        "file",
        t.file,
        t.upload,
        <>
          <FileField
            {...{ ...field("file", "files"), defaultValue: undefined }}
            label={t.choose}
            hint={f.hint}
            accept={acceptedEndings}
            multiple
          />
          <TextField {...field("file", "label")} label={t.label} optional />
        </>,
      )}
      {files.length > 0 &&
        way(
          "reuse",
          t.reuse,
          t.use,
          <>
            <SelectField {...field("reuse", "fileId")} label={t.pick} choices={files} placeholder="–" />
            <TextField {...field("reuse", "label")} label={t.label} optional />
          </>,
        )}
      {way(
        "figure",
        t.figure,
        t.addFigure,
        <div className="grid grid-narrow align-end">
          <TextField {...field("figure", "label")} label={t.figureName} />
          <TextField {...field("figure", "figure")} label={t.value} inputMode="decimal" />
          <TextField {...field("figure", "measure")} label={t.measure} optional />
        </div>,
      )}
      {way(
        "link",
        t.link,
        t.addLink,
        <>
          <TextField {...field("link", "url")} label={t.url} type="url" />
          <TextField {...field("link", "label")} label={t.urlLabel} optional />
        </>,
      )}
      {way("note", t.note, t.addNote, <TextArea {...field("note", "label")} label={t.sentence} rows={2} />)}
    </>
  );
}
