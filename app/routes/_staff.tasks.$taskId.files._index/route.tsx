import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { receiveFiles } from "~/features/files/gate.server";
import { EvidenceLine } from "~/features/tasks/components/evidence-line";
import { parseLabel, parseProof } from "~/features/tasks/evidence/forms";
import { usableFiles } from "~/features/tasks/evidence/reads.server";
import { addEvidence, addFiles, withdrawEvidence } from "~/features/tasks/evidence/writes.server";
import { taskToAct } from "~/features/tasks/gate.server";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import { evidenceOf } from "~/features/tasks/reads.server";
import { isWithDoer } from "~/features/tasks/rules";
import { Button, ButtonLink } from "~/ui/button";
import { Page, Panel } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Ways } from "./ways";

export const meta = titleOf(taskPageWords, (t) => t.files.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, task } = await taskToAct(request, params.taskId, "do");
  if (!isWithDoer(task.state)) throw seeOther(paths.task(task.id));
  const pieces = await evidenceOf(read, { taskId: task.id });
  const except = pieces.flatMap(({ file, evidence }) => (file && !evidence.withdrawnAt ? [file.id] : []));
  return {
    task: { id: task.id, code: task.code, title: task.title },
    gathered: pieces
      .filter(({ evidence }) => evidence.submissionId === null)
      .map(({ evidence, file }) => ({ ...evidence, file: file && { name: file.name, size: file.size } })),
    files: (await usableFiles(read, { actor, except })).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, task } = await taskToAct(request, params.taskId, "do");
  const received = await receiveFiles(request, { field: "files" });
  if (!received.ok) return data({ ...received, kind: "file" }, received.errors.files === "too-large" ? 413 : 422);
  const { form, files } = received;
  const act = { taskId: task.id, actor, now: new Date() };
  const t = wordsFor(taskPageWords, localeOf(request));
  const kind = String(form.get("kind"));
  const refuse = (field: string, reason: string, status = 409) =>
    data({ ...fieldError(form, field, reason), refused: "", kind }, status);
  const back = (said: "evidence" | "evidence-withdrawn") =>
    seeOther(paths.taskEvidence(task.id), [flash(t.done[said])]);
  if (kind === "withdraw") {
    const evidenceId = String(form.get("evidenceId"));
    const done = await transact((tx) => withdrawEvidence(tx, { ...act, evidenceId }));
    return done.ok ? back("evidence-withdrawn") : refuse("form", done.reason);
  }
  if (kind === "file") {
    const read = parseLabel(form);
    if (!read.ok) return data({ ...read, refused: "", kind }, 422);
    if (files.length === 0) return refuse("files", "no-file", 422);
    const done = await transact((tx) => addFiles(tx, { ...act, files, ...read.value }));
    return done.ok ? back("evidence") : refuse("form", done.reason);
  }
  if (kind === "reuse") {
    const fileId = String(form.get("fileId") ?? "");
    if (!fileId) return refuse("fileId", "no-choice", 422);
    const read = parseLabel(form);
    if (!read.ok) return data({ ...read, refused: "", kind }, 422);
    const proof = { kind: "file" as const, fileId, ...read.value };
    const done = await transact((tx) => addEvidence(tx, { ...act, proof }));
    return done.ok ? back("evidence") : refuse("fileId", done.reason);
  }
  const read = parseProof(form);
  if (!read.ok) return data({ ...read, refused: "", kind }, 422);
  const done = await transact((tx) => addEvidence(tx, { ...act, proof: read.value }));
  return done.ok ? back("evidence") : refuse("form", done.reason);
}

export default function TaskEvidence() {
  const { task, gathered, files } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(taskPageWords);
  const w = useWords(taskWords);
  const standing = gathered.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <Page
      title={t.files.title}
      width="form"
      description={t.files.intro}
      breadcrumbs={[
        { href: paths.tasks, label: w.tasks },
        { href: paths.task(task.id), label: [task.code, task.title].filter(Boolean).join(" ") },
      ]}
    >
      {standing.length > 0 && (
        <Panel title={t.gathered}>
          <ul className="plain-list">
            {standing.map((piece) => (
              <EvidenceLine key={piece.id} taskId={task.id} piece={piece}>
                <Form method="post" action={`${paths.taskEvidence(task.id)}?index`}>
                  <input type="hidden" name="kind" value="withdraw" />
                  <Button
                    size="small"
                    variant="quiet"
                    name="evidenceId"
                    value={piece.id}
                    aria-label={t.takeBackOf(piece.label || piece.file?.name || piece.url)}
                  >
                    {t.takeBack}
                  </Button>
                </Form>
              </EvidenceLine>
            ))}
          </ul>
          <div className="cluster gap-3">
            <ButtonLink href={paths.taskStep(task.id, "submit")} variant="primary">
              {t.files.enough}
            </ButtonLink>
            <ButtonLink href={paths.task(task.id)} variant="quiet">
              {t.files.back}
            </ButtonLink>
          </div>
        </Panel>
      )}
      <Ways key={standing.length} taskId={task.id} files={files} refused={refused} />
    </Page>
  );
}
