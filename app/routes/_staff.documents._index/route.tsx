import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { documentWords } from "~/features/documents/messages";
import { documentYears, listDocuments } from "~/features/documents/reads.server";
import { documentStyles, documentsPerPage, kindInWords } from "~/features/documents/rules";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { SelectField, TextField } from "~/ui/text-field";
import { formatNumber } from "~/web/i18n";
import { pageOf } from "~/web/paging";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(documentWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const filter = {
    term: asked.get("q")?.trim().slice(0, 200) ?? "",
    style: documentStyles.find((known) => known === asked.get("style")) ?? null,
    year: /^\d{4}$/.test(asked.get("year") ?? "") ? Number(asked.get("year")) : null,
  };
  const page = pageOf(asked);
  const { total, rows } = await listDocuments(read, {
    term: filter.term,
    style: filter.style ?? undefined,
    year: filter.year ?? undefined,
    page,
  });
  return {
    ...{ filter, page, total },
    years: await documentYears(read),
    mayAdd: may(actor, "documents.manage"),
    rows: rows.map(({ id, number, style, type, abstract, issuer, issuedOn, cited }) => ({
      id,
      number,
      style,
      type,
      abstract,
      issuer,
      issuedOn,
      cited,
    })),
  };
}

export default function Documents() {
  const { filter, page, total, years, rows, mayAdd } = useLoaderData<typeof loader>();
  const t = useWords(documentWords);
  const locale = useLocale();
  const filtered = filter.term !== "" || filter.style !== null || filter.year !== null;
  const add = mayAdd && (
    <ButtonLink href={paths.documentNew} variant="primary" icon="add">
      {t.register}
    </ButtonLink>
  );
  const pageHref = (n: number) =>
    `?${new URLSearchParams({ q: filter.term, style: filter.style ?? "", year: String(filter.year ?? ""), page: String(n) })}`;
  if (total === 0 && !filtered)
    return (
      <Page title={t.title} description={t.lead}>
        <EmptyState title={t.noneYet} action={add}>
          {t.noneYetAdvice}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t.title} description={t.lead} actions={add}>
      <Form method="get" role="search">
        <FilterBar>
          <TextField
            name="q"
            type="search"
            label={t.search}
            defaultValue={filter.term}
            key={filter.term}
            width="l"
            autoComplete="off"
          />
          <SelectField
            name="style"
            label={t.style}
            placeholder={t.allStyles}
            defaultValue={filter.style ?? ""}
            choices={documentStyles.map((style) => ({ value: style, label: t.styles[style] }))}
          />
          <SelectField
            name="year"
            label={t.year}
            placeholder={t.allYears}
            defaultValue={String(filter.year ?? "")}
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <Button icon="filter">{t.filter}</Button>
          {filtered && (
            <ButtonLink href={paths.documents} variant="quiet">
              {t.clearFilter}
            </ButtonLink>
          )}
        </FilterBar>
      </Form>
      <Panel title={t.count(formatNumber(total, locale))} flush>
        <Table
          caption={t.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t.nothingFound} level={3}>
              {t.nothingFoundAdvice}
            </EmptyState>
          }
          columns={[
            {
              key: "number",
              head: t.number,
              primary: true,
              nowrap: true,
              cell: (row) => (
                <Link href={paths.document(row.id)}>
                  <Ltr>{row.number}</Ltr>
                </Link>
              ),
            },
            { key: "kind", head: t.kind, cell: (row) => kindInWords(row, t) },
            {
              key: "abstract",
              head: t.abstract,
              cell: (row) => <span className="clamp-2">{row.abstract || "–"}</span>,
            },
            { key: "issuer", head: t.issuer, cell: (row) => row.issuer },
            {
              key: "issuedOn",
              head: t.issuedOn,
              nowrap: true,
              cell: (row) => (row.issuedOn ? formatDay(row.issuedOn) : t.notKnown),
            },
            { key: "cited", head: t.cited, numeric: true, cell: (row) => formatNumber(row.cited, locale) },
          ]}
        />
        <Pagination
          previous={page > 1 ? pageHref(page - 1) : null}
          next={page * documentsPerPage < total ? pageHref(page + 1) : null}
        />
      </Panel>
    </Page>
  );
}
