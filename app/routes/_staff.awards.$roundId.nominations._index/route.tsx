import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { RoundStatus } from "~/features/awards/components/round-looks";
import { RoundTabs } from "~/features/awards/components/round-tabs";
import { awardWords } from "~/features/awards/messages";
import { NominationStatus } from "~/features/awards/nominations/components/nomination-looks";
import { lastMomentFor } from "~/features/awards/nominations/in-time.reads.server";
import { nominationWords } from "~/features/awards/nominations/messages";
import { listNominations, nominationsPerPage } from "~/features/awards/nominations/list.reads.server";
import { nominationStates } from "~/features/awards/nominations/rules";
import { roundToSee } from "~/features/awards/rounds/gate.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { SelectField, TextField } from "~/ui/text-field";
import { forbidden, notFound } from "~/web/http.server";
import { formatNumber } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { pageOf } from "~/web/paging";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(nominationWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, round, access } = await roundToSee(request, params.roundId);
  if (!access.manages && !access.nominates) throw access.oversees ? forbidden() : notFound();
  const asked = new URL(request.url).searchParams;
  const now = new Date();
  const filter = {
    q: asked.get("q")?.trim().slice(0, 200) ?? "",
    category: round.categories.find(({ id }) => id === asked.get("category"))?.id ?? "",
    state: nominationStates.find((known) => known === asked.get("state")) ?? "",
  } as const;
  const page = pageOf(asked);
  const found = await listNominations(read, {
    ...{ actor, roundId: round.id, now, page, term: filter.q },
    categoryId: filter.category || undefined,
    state: filter.state || undefined,
  });
  const { phases } = round;
  const until = access.nominates ? await lastMomentFor(read, { actor, roundId: round.id, phases, now }) : undefined;
  return {
    ...{ ...found, filter, page, access, perPage: nominationsPerPage },
    round: { id: round.id, title: round.title, state: round.state },
    categories: round.categories.map(({ id, title }) => ({ id, title })),
    open: round.state === "published" && until !== undefined,
  };
}

/** The dossiers of a round: a unit's own, or, for who runs it, the register of all that were handed in. */
export default function Nominations() {
  const { rows, total, filter, page, perPage, access, round, categories, open } = useLoaderData<typeof loader>();
  const t = useWords(nominationWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const filtered = filter.q !== "" || filter.category !== "" || filter.state !== "";
  const add = open && (
    <ButtonLink href={paths.nominationNew(round.id)} variant="primary" icon="add">
      {t.add}
    </ButtonLink>
  );
  const pageHref = (n: number) => `?${new URLSearchParams({ ...filter, page: String(n) })}`;
  return (
    <Page
      title={inLanguage(round.title, locale)}
      breadcrumbs={[{ href: paths.awards, label: w.title }]}
      status={<RoundStatus state={round.state} />}
      actions={
        <>
          {access.manages && round.state === "published" && (
            <ButtonLink href={paths.awardLate(round.id)}>{w.exceptions}</ButtonLink>
          )}
          {add}
        </>
      }
      tabs={<RoundTabs roundId={round.id} current="nominations" access={access} />}
    >
      {total === 0 && !filtered ? (
        <EmptyState title={t.none} action={add}>
          {t.noneText}
        </EmptyState>
      ) : (
        <>
          <Form method="get" role="search" key={JSON.stringify(filter)}>
            <FilterBar>
              <TextField name="q" type="search" label={t.search} defaultValue={filter.q} width="m" autoComplete="off" />
              <SelectField
                name="category"
                label={t.fields.categoryId}
                placeholder={t.anyCategory}
                defaultValue={filter.category}
                choices={categories.map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) }))}
              />
              <SelectField
                name="state"
                label={t.state}
                placeholder={t.anyState}
                defaultValue={filter.state}
                choices={nominationStates.map((value) => ({ value, label: t.states[value] }))}
              />
              <Button icon="filter">{t.filter}</Button>
            </FilterBar>
          </Form>
          <Panel title={`${t.title}: ${formatNumber(total, locale)}`} flush>
            <Table
              caption={t.title}
              hideCaption
              rows={rows}
              rowKey={(row) => row.id}
              empty={<EmptyState title={t.nothingFound} level={3} />}
              columns={[
                {
                  key: "receipt",
                  head: t.receipt,
                  numeric: true,
                  cell: (row) => (row.receipt === null ? "–" : <Ltr>{String(row.receipt).padStart(2, "0")}</Ltr>),
                },
                {
                  key: "nominee",
                  head: t.nominee,
                  primary: true,
                  cell: (row) => (
                    <>
                      <Link href={paths.nomination(row.id)}>{row.nomineeName}</Link>
                      <span className="soft small block">{inLanguage(row.category, locale)}</span>
                    </>
                  ),
                },
                { key: "unit", head: t.unit, cell: (row) => row.unitName },
                {
                  key: "state",
                  head: t.state,
                  cell: (row) => <NominationStatus state={row.state} late={row.late} />,
                },
              ]}
            />
            <Pagination
              previous={page > 1 ? pageHref(page - 1) : null}
              next={page * perPage < total ? pageHref(page + 1) : null}
            />
          </Panel>
        </>
      )}
    </Page>
  );
}
