import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { TaskViews } from "~/features/tasks/components/task-views";
import { TaskFrame } from "~/features/tasks/list/components/task-frame";
import { findFrame } from "~/features/tasks/list/frame.reads.server";
import { parseTaskQuery, taskAddress } from "~/features/tasks/query.rules";
import { unitsByIds } from "~/features/units/reads.server";
import { receiveTask } from "~/features/tasks/step.writes.server";
import { boardKinds, cardsPerColumn, columnsOf, stepsOf } from "~/features/tasks/views/board.rules";
import { NothingToShow } from "~/features/tasks/views/components/nothing-to-show";
import { PrintButton } from "~/features/tasks/views/components/print-button";
import { viewWords } from "~/features/tasks/views/messages";
import { findViewPlan } from "~/features/tasks/views/reads.server";
import { startTask } from "~/features/tasks/views/writes.server";
import { ButtonLink } from "~/ui/button";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { textFields } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Board } from "./board";
import boardStyles from "./board.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: boardStyles }];
export const meta = titleOf(viewWords, (t) => t.board);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const query = parseTaskQuery(asked);
  const by = boardKinds.find((kind) => kind === asked.get("by")) ?? "state";
  const now = new Date();
  const plan = await findViewPlan(read, { actor, now, query });
  const groups = new Map(
    plan.tasks.filter(({ isGroup }) => isGroup).map(({ id, code, title }) => [id, { code, title }]),
  );
  const tasks = plan.tasks.map((task) => {
    const { id, code, title, state, isParent, leadUnitId, leadName, dueOn, duePrecision, access } = task;
    const coloured = plan.colours.get(id);
    return {
      ...{ id, code, title, state, isParent, leadUnitId, leadName, dueOn, duePrecision },
      groupId: task.path.split("/").find((above) => groups.has(above)) ?? null,
      colour: coloured?.colour ?? ("none" as const),
      reasons: coloured?.reasons.slice(0, 1) ?? [],
      steps: stepsOf(state, access),
    };
  });
  const columns = columnsOf(tasks, by);
  const units = by === "unit" ? await unitsByIds(read, columns.map(({ key }) => key).filter(Boolean)) : new Map();
  const nameOf = (key: string) => {
    const group = groups.get(key);
    return group ? [group.code, group.title].filter(Boolean).join(" · ") : (units.get(key)?.name ?? null);
  };
  return {
    by,
    columns: columns.map((column) => ({
      ...column,
      name: nameOf(column.key),
      cards: column.cards.slice(0, cardsPerColumn),
    })),
    frame: await findFrame(read, { query, actor, now, locale: localeOf(request) }),
    empty: tasks.length === 0,
  };
}

/** The two steps that need no words: receiving a task and starting it. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const t = wordsFor(viewWords, localeOf(request));
  const { taskId = "", step } = textFields(await request.formData());
  const act = { taskId, actor, now: new Date() };
  const done = await transact((tx) => (step === "start" ? startTask(tx, act) : receiveTask(tx, act)));
  const told = done.ok ? flash(t.stepped[step === "start" ? "start" : "receive"]) : flash(t.stepRefused, "danger");
  return seeOther(paths.taskBoard + new URL(request.url).search, [told]);
}

export default function TaskBoard() {
  const { columns, by, frame, empty } = useLoaderData<typeof loader>();
  const { query } = frame;
  const t = useWords(viewWords);
  return (
    <Page title={t.board} width="full" actions={<PrintButton />} tabs={<TaskViews current="board" query={query} />}>
      <div className="stack">
        <TaskFrame frame={frame} here={paths.taskBoard} keep={{ by: by === "state" ? "" : by }} />
        <nav className="cluster no-print" aria-label={t.by}>
          {boardKinds.map((kind) => (
            <ButtonLink
              key={kind}
              size="small"
              variant={kind === by ? "secondary" : "quiet"}
              aria-current={kind === by ? "true" : undefined}
              href={paths.taskBoard + taskAddress(query, { by: kind })}
            >
              {t.bys[kind]}
            </ButtonLink>
          ))}
        </nav>
        {empty ? <NothingToShow query={query} /> : <Board columns={columns} by={by} query={query} />}
      </div>
    </Page>
  );
}
