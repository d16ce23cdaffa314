import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { DifficultyStatus } from "~/features/difficulties/components/difficulty-looks";
import { difficultyWords } from "~/features/difficulties/messages";
import { listDifficulties, unitsOfDifficulties } from "~/features/difficulties/reads.server";
import {
  difficultiesPerPage,
  difficultyCategories,
  difficultyStates,
  isOverdue,
  ownReach,
} from "~/features/difficulties/rules";
import { todayAt } from "~/features/tasks/reads.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { pageOf } from "~/web/paging";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { Filters } from "./filters";

export const meta = titleOf(difficultyWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const today = await todayAt(read, new Date());
  const filter = {
    q: asked.get("q")?.trim().slice(0, 200) ?? "",
    state: difficultyStates.find((known) => known === asked.get("state")) ?? "",
    category: difficultyCategories.find((known) => known === asked.get("category")) ?? "",
    proposer: asked.get("proposer")?.slice(0, 64) ?? "",
    resolver: asked.get("resolver")?.slice(0, 64) ?? "",
    mine: asked.get("mine") ? "1" : "",
    overdue: asked.get("overdue") ? "1" : "",
  } as const;
  const page = pageOf(asked);
  const { total, rows } = await listDifficulties(read, {
    ...{ actor, today, page, term: filter.q },
    state: filter.state || undefined,
    category: filter.category || undefined,
    proposerUnitId: filter.proposer || undefined,
    resolverUnitId: filter.resolver || undefined,
    mine: filter.mine !== "",
    overdue: filter.overdue !== "",
  });
  const own = ownReach(actor);
  return {
    ...{ filter, page, total },
    units: await unitsOfDifficulties(read, { actor }),
    hasOwn: !own.all && own.paths.length > 0,
    mayPropose: may(actor, "tasks.do"),
    rows: rows.map(({ id, title, category, state, blocks, dueOn, proposer, resolver, openedOn }) => ({
      ...{ id, title, category, state, blocks, dueOn, openedOn },
      overdue: isOverdue({ state, dueOn }, today),
      proposer: proposer.name,
      resolver: resolver?.name ?? null,
    })),
  };
}

/** The register of what stands in the way. */
export default function Difficulties() {
  const { filter, page, total, units, hasOwn, mayPropose, rows } = useLoaderData<typeof loader>();
  const t = useWords(difficultyWords);
  const locale = useLocale();
  const filtered = Object.values(filter).some((value) => value !== "");
  const add = mayPropose && (
    <ButtonLink href={paths.difficultyNew} variant="primary" icon="add">
      {t.propose}
    </ButtonLink>
  );
  const pageHref = (n: number) => `?${new URLSearchParams({ ...filter, page: String(n) })}`;
  if (total === 0 && !filtered)
    return (
      <Page title={t.title} description={t.lead}>
        <EmptyState title={t.noneYet} action={add}>
          {t.noneYetText}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t.title} description={t.lead} actions={add}>
      <Filters filter={filter} units={units} hasOwn={hasOwn} filtered={filtered} />
      <Panel title={t.count(formatNumber(total, locale))} flush>
        <Table
          caption={t.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t.nothingFound} level={3}>
              {t.nothingFoundText}
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              head: t.fields.title,
              primary: true,
              cell: (row) => (
                <>
                  <Link href={paths.difficulty(row.id)}>{row.title}</Link>
                  <span className="soft small block">{t.categories[row.category]}</span>
                </>
              ),
            },
            { key: "state", head: t.fields.state, cell: (row) => <DifficultyStatus {...row} /> },
            { key: "proposer", head: t.fields.proposerUnitId, cell: (row) => row.proposer },
            { key: "resolver", head: t.fields.resolverUnitId, cell: (row) => row.resolver ?? t.noResolver },
            {
              key: "dueOn",
              head: t.fields.dueOn,
              cell: (row) => (row.dueOn ? <Ltr>{formatDay(row.dueOn)}</Ltr> : "–"),
            },
          ]}
        />
        <Pagination
          previous={page > 1 ? pageHref(page - 1) : null}
          next={page * difficultiesPerPage < total ? pageHref(page + 1) : null}
        />
      </Panel>
    </Page>
  );
}
