import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { TickForm } from "~/features/tasks/bulk/components/tick-form";
import { TaskViews } from "~/features/tasks/components/task-views";
import { KeptFilters } from "~/features/tasks/list/components/kept-filters";
import { ListKeys } from "~/features/tasks/list/components/list-keys";
import { ListMenu } from "~/features/tasks/list/components/list-menu";
import { TaskFrame } from "~/features/tasks/list/components/task-frame";
import { TaskTable } from "~/features/tasks/list/components/task-table";
import { parseFilter } from "~/features/tasks/list/forms";
import { findFrame } from "~/features/tasks/list/frame.reads.server";
import { taskListWords } from "~/features/tasks/list/messages";
import { isNarrowed, parseTaskQuery, rowsPerPage, taskAddress } from "~/features/tasks/query.rules";
import { listTasks } from "~/features/tasks/list/reads.server";
import { removeFilter, saveFilter } from "~/features/tasks/list/writes.server";
import { taskWords } from "~/features/tasks/messages";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page, Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
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
  return {
    list,
    frame: await findFrame(read, { query, actor, now, locale: localeOf(request) }),
    keeps: may(actor, "tasks.manage"),
    year: may(actor, "everything.read") || may(actor, "tasks.manage") ? Number(list.today.slice(0, 4)) : null,
  };
}

/** Keeps the filter in sight under a name, or takes a kept one away. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const t = wordsFor(taskListWords, localeOf(request)).keep;
  const form = await request.formData();
  if (form.get("do") === "forget") {
    const name = await transact((tx) => removeFilter(tx, { filterId: String(form.get("filterId")), actor }));
    if (name === null) throw notFound();
    return seeOther(paths.tasks, [flash(t.removed(name))]);
  }
  const filter = parseFilter(form);
  if (!filter.ok) return data(filter, 422);
  const replace = form.get("replace") === "on";
  const now = new Date();
  const done = await transact((tx) => saveFilter(tx, { ...filter.value, replace, actor, now }));
  if (!done.ok) return data(fieldError(form, "name", done.reason), 422);
  return seeOther(paths.tasks + filter.value.query, [flash(t.saved(filter.value.name))]);
}

/** The tasks that a person may see: the whole plan under its pillars, or what is picked out of it. */
export default function Tasks() {
  const { list, frame, keeps, year } = useLoaderData<typeof loader>();
  const { query } = frame;
  const refused = useActionData<typeof action>();
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
      actions={
        <>
          {add}
          <ListMenu query={query} keeps={keeps} year={year} />
          <ListKeys />
        </>
      }
      tabs={<TaskViews current="list" query={query} />}
    >
      {nothing && !narrowed ? (
        <EmptyState title={t.empty} action={add}>
          {keeps ? t.emptyKeeper : t.emptyDoer}
        </EmptyState>
      ) : (
        <div className="stack gap-3">
          <TaskFrame frame={frame} here={paths.tasks} />
          <KeptFilters
            query={refused?.values.query ?? (narrowed || query.sort ? taskAddress({ ...query, page: 1 }) : null)}
            kept={frame.kept}
            refused={refused ? { name: refused.values.name ?? "", code: refused.errors.name ?? "" } : null}
          />
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
