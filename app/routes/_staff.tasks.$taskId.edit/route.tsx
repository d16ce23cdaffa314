import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { GroupFields, TaskFields } from "~/features/tasks/components/task-fields";
import { useTaskErrors } from "~/features/tasks/components/use-task-errors";
import { formChoices } from "~/features/tasks/form.reads.server";
import { listsIn, taskValues } from "~/features/tasks/forms";
import { taskToAct } from "~/features/tasks/gate.server";
import { taskWords } from "~/features/tasks/messages";
import { taskFormWords } from "~/features/tasks/messages/form";
import { coordinatingUnits, findTaskFor, relationsOf, type Task, todayAt } from "~/features/tasks/reads.server";
import { namesOf } from "~/features/tasks/story.reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import type { Actor } from "~/features/accounts/rules";
import { flash } from "~/web/flash.server";
import { textFields } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { saveGroup, saveTask, warningsOf, withTheirs } from "./act.server";
import { Meanwhile } from "./meanwhile";

export const meta = titleOf(taskFormWords, (t) => t.editTask);

/** The task as its form shows it. */
async function valuesOf(task: Task, actor: Actor) {
  const [units, { before }] = await Promise.all([
    coordinatingUnits(read, { taskId: task.id }),
    relationsOf(read, { taskId: task.id, actor }),
  ]);
  const coordinatingUnitIds = units.filter(({ viaGroup }) => viaGroup === null).map(({ id }) => id);
  return taskValues({ ...task, coordinatingUnitIds, predecessorIds: before.map(({ id }) => id) });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, task } = await taskToAct(request, params.taskId, "manage");
  const { values, lists } = await valuesOf(task, actor);
  const asked = { actor, locale: localeOf(request), values, lists, except: task.id };
  return {
    task: { id: task.id, code: task.code, title: task.title, isGroup: task.isGroup, state: task.state },
    seen: task.updatedAt.toISOString(),
    values,
    lists,
    choices: await formChoices(read, {
      ...asked,
      today: await todayAt(read, new Date()),
      responsible: task.responsible,
    }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, task } = await taskToAct(request, params.taskId, "manage");
  const now = new Date();
  const locale = localeOf(request);
  const form = withTheirs(await request.formData(), await valuesOf(task, actor));
  const [values, lists, pressed] = [textFields(form), listsIn(form), form.get("do")];
  const looking = pressed === "people" || pressed === "find";
  const done = looking
    ? { ok: false as const, status: 200, errors: {} }
    : await (task.isGroup ? saveGroup : saveTask)({ task, actor, form, now });
  if (!done.ok) {
    const today = await todayAt(read, now);
    const choices = await formChoices(read, { actor, locale, values, lists, except: task.id, today });
    const {
      errors,
      status,
      meanwhile = null,
      seen = values.seen ?? "",
    } = { meanwhile: null, seen: undefined, ...done };
    const ids = meanwhile?.flatMap(({ mine, theirs }) => [...mine.split(", "), ...theirs.split(", ")]) ?? [];
    const names = await namesOf(read, { ids, actor, locale });
    return data({ errors, values, lists, choices, meanwhile, names, seen }, status);
  }
  const f = wordsFor(taskFormWords, locale);
  const saved = await findTaskFor(read, { taskId: task.id, actor });
  const warnings = saved && !saved.isGroup ? await warningsOf(saved, actor) : [];
  const said = [
    done.assigned ? f.assigned : done.changed ? f.saved : f.unchanged,
    ...warnings.map((one) => (one.own ? f.early : f.earlier)(one.title, formatDay(one.predecessorDueOn))),
  ];
  return seeOther(paths.task(task.id), [flash(said.join(" "), warnings.length > 0 ? "warning" : "success")]);
}

export default function EditTask() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useWords(taskWords);
  const f = useWords(taskFormWords);
  const { error, summary } = useTaskErrors(sent?.errors);
  const { task } = page;
  const { values, lists, choices, seen } = sent ?? page;
  return (
    <Page
      title={task.isGroup ? f.editGroup : f.editTask}
      width="form"
      breadcrumbs={[
        { href: paths.tasks, label: t.tasks },
        { href: paths.task(task.id), label: [task.code, task.title].filter(Boolean).join(" ") },
      ]}
    >
      <Form method="post" noValidate className="stack gap-8" key={seen} preventScrollReset={summary.length === 0}>
        {/* The Enter key presses the first button of a form. */}
        <button type="submit" name="do" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <ErrorSummary title={f.mend} errors={summary} />
        {sent?.meanwhile && <Meanwhile rows={sent.meanwhile} names={sent.names} />}
        <input type="hidden" name="seen" value={seen} />
        {task.isGroup ? (
          <GroupFields values={values} error={error} choices={choices} />
        ) : (
          <TaskFields values={values} lists={lists} error={error} choices={choices} />
        )}
        <FormActions>
          <Button variant="primary" name="do" value="save">
            {f.save}
          </Button>
          {!task.isGroup && task.state === "draft" && (
            <Button name="do" value="assign">
              {f.saveAssign}
            </Button>
          )}
          <ButtonLink href={paths.task(task.id)} variant="quiet">
            {f.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
