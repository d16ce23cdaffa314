import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { transact } from "#db/client.server";
import { StateBadge } from "~/features/tasks/components/task-looks";
import { taskToSee } from "~/features/tasks/gate.server";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import { assignTask, receiveTask } from "~/features/tasks/step.writes.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { flash } from "~/web/flash.server";
import { forbidden, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Difficulties } from "./difficulties";
import { Facts } from "./facts";
import { History } from "./history";
import { loadTask } from "./load.server";
import { NextStep } from "./next-step";
import { Parts } from "./parts";
import { Proof } from "./proof";
import { Relations } from "./relations";
import { StandingPanel } from "./standing";
import { Who } from "./who";

export const meta = titleOf(taskWords, (t, page: Awaited<ReturnType<typeof loader>> | undefined) =>
  page ? [page.task.code, page.task.title].filter(Boolean).join(" ") : t.task,
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, task } = await taskToSee(request, params.taskId);
  return await loadTask({ task, actor, now: new Date(), locale: localeOf(request) });
}

/** The steps that need no word: one press. */
const presses = { assign: assignTask, receive: receiveTask };

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, task } = await taskToSee(request, params.taskId);
  const pressed = String((await request.formData()).get("do"));
  if (!Object.hasOwn(presses, pressed)) throw new Response("Bad request", { status: 400 });
  const step = pressed as keyof typeof presses;
  if (!task.access[step === "assign" ? "manage" : "do"]) throw forbidden();
  const done = await transact((tx) => presses[step](tx, { taskId: task.id, actor, now: new Date() }));
  if (!done.ok) return data({ reason: done.reason }, 409);
  return seeOther(paths.task(task.id), [flash(wordsFor(taskPageWords, localeOf(request)).done[step])]);
}

export default function TaskPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(taskWords);
  const { task, above } = page;
  const errors: Record<string, string> = t.errors;
  return (
    <Page
      title={task.title}
      breadcrumbs={[
        { href: paths.tasks, label: t.tasks },
        ...above.map(({ id, code, title }) => ({
          href: paths.task(id),
          label: [code, title].filter(Boolean).join(" "),
        })),
      ]}
      status={task.isGroup ? undefined : <StateBadge state={task.state} />}
      description={
        <>
          {task.code && <Ltr>{task.code}</Ltr>}
          {task.code && " · "}
          {task.isGroup ? t.group : (task.lead?.name ?? t.errors["no-lead"])}
        </>
      }
    >
      {refused && <Notice tone="danger" title={errors[refused.reason] ?? t.errors.form} />}
      <div className="columns-2">
        <div className="stack gap-8">
          <NextStep {...page} />
          <StandingPanel {...page} />
          <Parts {...page} />
          {!task.isGroup && <Proof {...page} />}
          <Difficulties rows={page.difficulties} />
        </div>
        <div className="stack gap-6">
          {!task.isGroup && <Who {...page} />}
          <Facts {...page} />
          <Relations {...page} />
        </div>
      </div>
      <History {...page} />
    </Page>
  );
}
