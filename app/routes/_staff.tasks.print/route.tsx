import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { PaperTable } from "~/features/tasks/list/components/paper-table";
import { taskListWords } from "~/features/tasks/list/messages";
import { mostRows, parseTaskQuery, taskAddress } from "~/features/tasks/query.rules";
import { listTasks } from "~/features/tasks/list/reads.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords, useZone } from "~/web/use-words";
import paperStyles from "./print.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: paperStyles }];
export const meta = titleOf(taskListWords, (t) => t.paper.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const query = { ...parseTaskQuery(new URL(request.url).searchParams), page: 1 };
  const madeAt = new Date();
  return { query, madeAt, list: await listTasks(read, { query, actor, now: madeAt, size: mostRows }) };
}

/** The tasks that a filter means, whole and in their order, for A4 across. */
export default function PrintTasks() {
  const { query, madeAt, list } = useLoaderData<typeof loader>();
  const t = useWords(taskListWords).paper;
  return (
    <Page
      title={t.title}
      width="full"
      breadcrumbs={[{ href: paths.tasks + taskAddress(query), label: t.back }]}
      description={t.madeAt(formatMoment(madeAt, useZone()))}
      actions={<PrintButton>{t.button}</PrintButton>}
    >
      {list.total > mostRows && <Notice tone="warning">{t.cut(mostRows)}</Notice>}
      <div className="plan-paper">
        <PaperTable list={list} />
      </div>
    </Page>
  );
}
