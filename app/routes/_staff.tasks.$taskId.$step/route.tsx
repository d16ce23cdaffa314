import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { useTaskErrors } from "~/features/tasks/components/use-task-errors";
import { peopleChoices } from "~/features/tasks/form.reads.server";
import { taskToSee } from "~/features/tasks/gate.server";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import { actsOn } from "~/features/tasks/next.rules";
import { evidenceOf, openSubmission, todayAt } from "~/features/tasks/reads.server";
import { standingOf } from "~/features/tasks/standing.reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { forbidden, notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { act } from "./act.server";
import { StepFields } from "./step-fields";
import { isStep } from "./steps";

export const meta = titleOf(taskPageWords, (t, page: Awaited<ReturnType<typeof loader>> | undefined) =>
  page ? t.acts[page.step] : t.next,
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, task } = await taskToSee(request, params.taskId);
  const { step } = params;
  if (!isStep(step)) throw notFound();
  const standing = await standingOf(read, { task, actor });
  if (!actsOn(standing).includes(step)) {
    // The state has moved on, by another's hand or by one's own second press: the page of the task tells.
    if (task.access.manage || task.access.do || task.access.accept) throw seeOther(paths.task(task.id));
    throw forbidden();
  }
  const today = await todayAt(read, new Date());
  const waiting = step === "decide" ? await openSubmission(read, { taskId: task.id }) : null;
  const pieces = waiting ? await evidenceOf(read, { taskId: task.id }) : [];
  return {
    step,
    task: {
      ...{ id: task.id, code: task.code, title: task.title, state: task.state, progress: task.progress },
      ...{ responsibleId: task.responsibleId, leadName: task.lead?.name ?? "" },
    },
    gathered: standing.gathered,
    waiting: waiting && {
      statement: waiting.statement,
      pieces: pieces
        .filter(({ evidence }) => evidence.submissionId === waiting.id)
        .map(({ evidence, file }) => ({ ...evidence, file: file && { name: file.name, size: file.size } })),
    },
    people:
      step === "responsible"
        ? await peopleChoices(read, { unitId: task.leadUnitId ?? "", today, chosen: task.responsible })
        : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, task } = await taskToSee(request, params.taskId);
  if (!isStep(params.step)) throw notFound();
  if (!task.access.manage && !task.access.do && !task.access.accept) throw forbidden();
  const form = await request.formData();
  const done = await act(params.step, { task, actor, form, now: new Date() });
  if (!done.ok) {
    const status = done.refused ? 409 : 422;
    // The page of the step is gone once the state has moved on; the page of the task says how it stands.
    if (done.errors.form === "wrong-state") {
      const { errors } = wordsFor(taskWords, localeOf(request));
      return seeOther(paths.task(task.id), [flash(errors["wrong-state"], "warning")]);
    }
    if (done.errors.form === "not-allowed") throw forbidden();
    return data(done, status);
  }
  return seeOther(done.to, [flash(wordsFor(taskPageWords, localeOf(request)).done[done.said])]);
}

const dangerous = ["cancel", "remove"];

export default function TaskStep() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(taskPageWords);
  const w = useWords(taskWords);
  const { error, summary } = useTaskErrors(refused?.errors);
  const { step, task } = page;
  const title = t.acts[step];
  return (
    <Page
      title={title}
      width="form"
      breadcrumbs={[
        { href: paths.tasks, label: w.tasks },
        { href: paths.task(task.id), label: [task.code, task.title].filter(Boolean).join(" ") },
      ]}
    >
      <Form method="post" noValidate className="stack gap-6">
        <ErrorSummary title={t.steps.wrong} errors={summary} />
        <StepFields {...page} values={refused?.values ?? {}} error={error} />
        <FormActions>
          <Button variant={dangerous.includes(step) ? "danger" : "primary"} size="large">
            {title}
          </Button>
          <ButtonLink href={paths.task(task.id)} variant="quiet">
            {t.steps.keep}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
