import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may, reachOf } from "~/features/accounts/rules";
import { TickForm } from "~/features/tasks/bulk/components/tick-form";
import { TaskViews } from "~/features/tasks/components/task-views";
import { filterChoices } from "~/features/tasks/list/choices.reads.server";
import { QuickViews } from "~/features/tasks/list/components/quick-views";
import { TaskFilter } from "~/features/tasks/list/components/task-filter";
import { TaskTable } from "~/features/tasks/list/components/task-table";
import { taskListWords } from "~/features/tasks/list/messages";
import { isNarrowed, parseTaskQuery, rowsPerPage, taskAddress } from "~/features/tasks/list/query.rules";
import { askingOf, countCircles, listTasks } from "~/features/tasks/list/reads.server";
import { taskWords } from "~/features/tasks/messages";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page, Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(taskWords, (t) => t.tasks);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const query = parseTaskQuery(new URL(request.url).searchParams);
  const now = new Date();
  const list = await listTasks(read, { query, actor, now });
  const does = reachOf(actor, "tasks.do");
  return {
    query,
    list,
    counts: await countCircles(read, await askingOf(read, { actor, now })),
    choices: await filterChoices(read, { actor, locale: localeOf(request) }),
    ownUnits: !does.all && does.paths.length > 0,
    keeps: may(actor, "tasks.manage"),
  };
}

/** The tasks that a person may see: the whole plan under its pillars, or what is picked out of it. */
export default function Tasks() {
  const { query, list, counts, choices, ownUnits, keeps } = useLoaderData<typeof loader>();
  const t = useWords(taskListWords);
  const words = useWords(taskWords);
  const add = keeps && (
    <ButtonLink href={paths.taskNew()} variant="primary" icon="add">
      {t.add}
    </ButtonLink>
  );
  const narrowed = isNarrowed(query);
  const nothing = list.rows.length === 0 && !(list.sections && list.sections.length > 0);
  const page = (n: number) => `${paths.tasks}${taskAddress({ ...query, page: n })}`;
  const ticked = keeps && list.rows.some((row) => row.keeps);
  const first = (query.page - 1) * rowsPerPage;
  return (
    <Page
      title={words.tasks}
      width="full"
      actions={add}
      tabs={<TaskViews current="list" query={taskAddress({ ...query, sort: null, page: 1 })} />}
    >
      {nothing && !narrowed ? (
        <EmptyState title={t.empty} action={add}>
          {keeps ? t.emptyKeeper : t.emptyDoer}
        </EmptyState>
      ) : (
        <div className="stack gap-3">
          <QuickViews query={query} counts={counts} ownUnits={ownUnits} kept={[]} />
          <TaskFilter query={query} choices={choices} today={list.today} here={paths.tasks} />
          <Panel flush>
            {nothing ? (
              <EmptyState title={t.noMatch} level={2}>
                {t.noMatchText}
              </EmptyState>
            ) : (
              <Ticked form={ticked && { query: taskAddress(query), every: list.total > rowsPerPage ? list.total : 0 }}>
                <TaskTable list={list} query={query} ticked={ticked} />
              </Ticked>
            )}
            {list.total > 0 && (
              <Pagination
                previous={query.page > 1 ? page(query.page - 1) : null}
                next={first + rowsPerPage < list.total ? page(query.page + 1) : null}
                summary={t.range(
                  Math.min(first + 1, list.total),
                  Math.min(first + rowsPerPage, list.total),
                  list.total,
                )}
              />
            )}
          </Panel>
        </div>
      )}
    </Page>
  );
}

/** Around the rows, a form where some of them may be changed; a new page of the list starts with nothing ticked. */
const Ticked = ({ form, children }: { form: false | { query: string; every: number }; children: ReactNode }) =>
  form ? (
    <TickForm key={form.query} {...form}>
      {children}
    </TickForm>
  ) : (
    children
  );
