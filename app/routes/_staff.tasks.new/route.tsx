import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact, transactWhole } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { findEventFor } from "~/features/events/reads.server";
import { GroupFields, TaskFields } from "~/features/tasks/components/task-fields";
import { useTaskErrors } from "~/features/tasks/components/use-task-errors";
import { refusedField } from "~/features/tasks/content.rules";
import { closedUnitField, formChoices, proposedAppraiser, proposedOwner } from "~/features/tasks/form.reads.server";
import { listsIn, parseGroup, parseNewPerson, parseTask } from "~/features/tasks/forms";
import { taskWords } from "~/features/tasks/messages";
import { taskFormWords } from "~/features/tasks/messages/form";
import { appointResponsible } from "~/features/tasks/person.writes.server";
import { findTaskFor, todayAt } from "~/features/tasks/reads.server";
import { mayAssign } from "~/features/tasks/state.rules";
import { assignTask } from "~/features/tasks/step.writes.server";
import { createGroup } from "~/features/tasks/group.writes.server";
import { createTask } from "~/features/tasks/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { textFields } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { pressIn } from "~/web/press";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(taskFormWords, (t, page: Awaited<ReturnType<typeof loader>> | undefined) =>
  page?.isGroup ? t.newGroup : t.newTask,
);

const noLists = { coordinatingUnit: [], coordinatingGroup: [], predecessor: [] };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "tasks.manage");
  const asked = new URL(request.url).searchParams;
  const under = await findTaskFor(read, { taskId: asked.get("under") ?? "", actor });
  const event = asked.get("event") ? await findEventFor(read, { eventId: asked.get("event") ?? "", actor }) : null;
  const values: Record<string, string> = {
    parentId: under?.id ?? "",
    campaignId: under?.campaignId ?? asked.get("campaign") ?? event?.campaignId ?? "",
    documentId: under?.documentId ?? "",
    ownerUnitId: under?.ownerUnitId ?? "",
    eventId: event?.id ?? "",
    additional: event ? "on" : "",
  };
  const today = await todayAt(read, new Date());
  const choices = await formChoices(read, { actor, locale: localeOf(request), values, lists: noLists, today });
  values.ownerUnitId ||= await proposedOwner(read, { actor, owners: choices.owners });
  values.appraiserUnitId = await proposedAppraiser(read, { ownerUnitId: values.ownerUnitId });
  values.press = choices.press;
  return { isGroup: asked.get("group") === "1", values, choices, today };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "tasks.manage");
  const form = await request.formData();
  const now = new Date();
  const [values, lists, pressed] = [textFields(form), listsIn(form), form.get("do")];
  const locale = localeOf(request);
  const f = wordsFor(taskFormWords, locale);
  const again = async (errors: Record<string, string>, status: number) => {
    const choices = await formChoices(read, { actor, locale, values, lists, today: await todayAt(read, now) });
    return data({ errors, values, lists, choices }, status);
  };
  if (pressed === "people" || pressed === "find") return await again({}, 200);
  const press = pressIn(values.press);
  if (form.get("group") === "1") {
    const group = parseGroup(form);
    if (!group.ok) return await again(group.errors, 422);
    const made = await transact((tx) => createGroup(tx, { ...group.value, press, actor, now }));
    if (!made.ok) return await again({ [refusedField(made.reason)]: made.reason }, 409);
    return seeOther(paths.task(made.taskId), [flash(f.createdGroup)]);
  }
  const task = parseTask(form);
  const person = parseNewPerson(form);
  if (!task.ok || !person.ok)
    return await again({ ...(task.ok ? {} : task.errors), ...(person.ok ? {} : person.errors) }, 422);
  const assigning = pressed === "assign";
  const lacking = assigning
    ? mayAssign({
        ...task.value,
        state: "draft",
        isGroup: false,
        responsibleId: person.value ? "new" : task.value.responsibleId,
      })
    : null;
  if (lacking) return await again({ [refusedField(lacking)]: lacking }, 422);
  const event = values.eventId ? await findEventFor(read, { eventId: values.eventId, actor }) : null;
  const done = await transactWhole(async (tx) => {
    const { leadUnitId } = task.value;
    const noted = person.value
      ? await appointResponsible(tx, { unitId: leadUnitId ?? "", person: person.value, actor, now })
      : null;
    if (noted && !noted.ok) return noted;
    const responsibleId = noted?.personId ?? task.value.responsibleId;
    const made = await createTask(tx, { ...task.value, responsibleId, eventId: event?.id ?? null, press, actor, now });
    const given =
      made.ok && assigning && !made.again ? await assignTask(tx, { taskId: made.taskId, actor, now }) : null;
    return given && !given.ok ? given : made;
  });
  if (!done.ok) {
    const { reason } = done;
    const closed = reason === "unit-closed" ? await closedUnitField(read, values, lists.coordinatingUnit) : null;
    return await again({ [closed ?? refusedField(reason)]: reason }, 409);
  }
  return seeOther(paths.task(done.taskId), [flash(assigning ? f.assigned : f.created)]);
}

export default function NewTask() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useWords(taskWords);
  const f = useWords(taskFormWords);
  const { error, summary } = useTaskErrors(sent?.errors);
  const { values, choices, lists } = sent ?? { ...page, lists: noLists };
  return (
    <Page
      title={page.isGroup ? f.newGroup : f.newTask}
      width="form"
      breadcrumbs={[{ href: paths.tasks, label: t.tasks }]}
    >
      <Form method="post" noValidate className="stack gap-8" preventScrollReset={summary.length === 0}>
        {/* The Enter key presses the first button of a form. */}
        <button type="submit" name="do" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <ErrorSummary title={f.mend} errors={summary} />
        <input type="hidden" name="press" value={values.press ?? ""} />
        <input type="hidden" name="eventId" value={values.eventId ?? ""} />
        {page.isGroup && <input type="hidden" name="group" value="1" />}
        {page.isGroup ? (
          <GroupFields values={values} error={error} choices={choices} />
        ) : (
          <TaskFields values={values} lists={lists} error={error} choices={choices} />
        )}
        <FormActions>
          <Button variant="primary" name="do" value="save">
            {page.isGroup ? f.save : f.saveDraft}
          </Button>
          {!page.isGroup && (
            <Button name="do" value="assign">
              {f.saveAssign}
            </Button>
          )}
          <ButtonLink href={page.values.parentId ? paths.task(page.values.parentId) : paths.tasks} variant="quiet">
            {f.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
