import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { TaskViews } from "~/features/tasks/components/task-views";
import { receiveTask } from "~/features/tasks/step.writes.server";
import { boardKinds, cardsPerColumn, columnsOf, stepsOf } from "~/features/tasks/views/board.rules";
import { NothingToShow } from "~/features/tasks/views/components/nothing-to-show";
import { PrintButton } from "~/features/tasks/views/components/print-button";
import { ViewFilterBar } from "~/features/tasks/views/components/view-filter";
import { filterOf, queryOf } from "~/features/tasks/views/filter.rules";
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

function askedOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  const by = boardKinds.find((kind) => kind === asked.get("by")) ?? "state";
  return { filter: filterOf(asked), by, drafts: asked.get("drafts") === "on" };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { filter, by, drafts } = askedOf(request);
  const plan = await findViewPlan(read, { actor, now: new Date(), filter, locale: localeOf(request) });
  const groups = new Map(plan.choices.groups.map(({ value, label }) => [value, label]));
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
  const units = new Map(plan.choices.units.map(({ value, label }) => [value, label]));
  const columns = columnsOf(tasks, by, drafts).map((column) => ({
    ...column,
    name: (by === "unit" ? units : groups).get(column.key) ?? null,
    cards: column.cards.slice(0, cardsPerColumn),
  }));
  return { columns, by, drafts, filter, choices: plan.choices, empty: tasks.length === 0 };
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
  const { columns, by, drafts, filter, choices, empty } = useLoaderData<typeof loader>();
  const t = useWords(viewWords);
  const keep = { by, drafts: drafts ? "on" : "" };
  return (
    <Page
      title={t.board}
      width="full"
      actions={<PrintButton />}
      tabs={<TaskViews current="board" query={queryOf(filter)} />}
    >
      <div className="stack">
        <ViewFilterBar {...{ filter, choices, keep }} path={paths.taskBoard} />
        <nav className="cluster no-print" aria-label={t.by}>
          {boardKinds.map((kind) => (
            <ButtonLink
              key={kind}
              size="small"
              variant={kind === by ? "secondary" : "quiet"}
              aria-current={kind === by ? "true" : undefined}
              href={paths.taskBoard + queryOf(filter, { ...keep, by: kind })}
            >
              {t.bys[kind]}
            </ButtonLink>
          ))}
          <ButtonLink
            size="small"
            variant="quiet"
            icon="view"
            href={paths.taskBoard + queryOf(filter, { by, drafts: drafts ? "" : "on" })}
          >
            {drafts ? t.hideDrafts : t.showDrafts}
          </ButtonLink>
        </nav>
        {empty ? (
          <NothingToShow filter={filter} />
        ) : (
          <Board columns={columns} by={by} filter={filter} query={queryOf(filter, keep)} />
        )}
      </div>
    </Page>
  );
}
