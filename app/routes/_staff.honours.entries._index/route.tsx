import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { honourWords } from "~/features/awards/honours/messages";
import { honourRegister } from "~/features/awards/honours/register.reads.server";
import { honoursPerPage } from "~/features/awards/honours/rules";
import { awardWords } from "~/features/awards/messages";
import { pastWords } from "~/features/awards/past/messages";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { SelectField, TextField } from "~/ui/text-field";
import { forbidden } from "~/web/http.server";
import { pageOf } from "~/web/paging";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(honourWords, (t) => t.book.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const mayAdd = may(actor, "awards.manage", null);
  if (!may(actor, "awards.manage") && !may(actor, "awards.nominate")) throw forbidden();
  const asked = new URL(request.url).searchParams;
  const term = asked.get("q")?.trim().slice(0, 200) ?? "";
  const year = /^\d{4}$/.test(asked.get("year") ?? "") ? Number(asked.get("year")) : null;
  const page = pageOf(asked);
  const now = new Date();
  const found = await honourRegister(read, { actor, now, term, page, ...(year && { year }) });
  return {
    ...{ mayAdd, term, year, page, total: found.total, years: found.years },
    rows: found.rows.map(({ id, name, position, unitName, year: of, category, form, ...row }) => ({
      ...{ id, name, year: of, category, form, revoked: row.revokedOn !== null },
      ...{ about: [position, unitName].filter(Boolean).join(", ") },
      ...{ number: row.decisionNumber, decidedOn: row.decidedOn },
    })),
  };
}

/** Every award that this person may open: to find one again, print it, mend it. */
export default function HonourRegister() {
  const { mayAdd, term, year, page, total, years, rows } = useLoaderData<typeof loader>();
  const t = useWords(honourWords);
  const w = useWords(awardWords);
  const past = useWords(pastWords);
  const filtered = term !== "" || year !== null;
  const first = (page - 1) * honoursPerPage + 1;
  const pageHref = (n: number) => `?${new URLSearchParams({ q: term, year: String(year ?? ""), page: String(n) })}`;
  return (
    <Page
      title={t.book.title}
      description={t.book.lead}
      breadcrumbs={[{ href: paths.awards, label: w.title }]}
      actions={
        <>
          {mayAdd && (
            <ButtonLink href={paths.honourNew} icon="history">
              {past.title}
            </ButtonLink>
          )}
          <ButtonLink href={paths.honourRoll()} icon="award">
            {t.book.roll}
          </ButtonLink>
        </>
      }
    >
      {total === 0 && !filtered ? (
        <EmptyState title={t.book.none}>{t.book.noneText}</EmptyState>
      ) : (
        <>
          <Form method="get" role="search">
            <FilterBar>
              <TextField
                {...{ name: "q", type: "search", label: t.search, defaultValue: term, width: "l", autoComplete: "off" }}
                key={term}
              />
              <SelectField
                name="year"
                label={t.years}
                placeholder={t.book.allYears}
                defaultValue={String(year ?? "")}
                choices={years.map((one) => ({ value: String(one), label: String(one) }))}
              />
              <Button icon="filter">{t.find}</Button>
              {filtered && (
                <ButtonLink href={paths.honours} variant="quiet">
                  {t.book.clear}
                </ButtonLink>
              )}
            </FilterBar>
          </Form>
          <Panel title={t.book.count(total)} flush>
            <Table
              caption={t.book.title}
              hideCaption
              rows={rows}
              rowKey={(row) => row.id}
              empty={<EmptyState title={t.rollNoneFound} level={3} />}
              columns={[
                {
                  key: "name",
                  head: t.entry,
                  primary: true,
                  cell: (row) => (
                    <>
                      <Link href={paths.honour(row.id)}>
                        <bdi>{row.name}</bdi>
                      </Link>
                      {row.about && (
                        <span className="soft small block">
                          <bdi>{row.about}</bdi>
                        </span>
                      )}
                    </>
                  ),
                },
                { key: "year", head: t.years, numeric: true, cell: (row) => <Ltr>{row.year}</Ltr> },
                {
                  key: "category",
                  head: w.category,
                  cell: (row) => (
                    <>
                      <bdi>{row.category}</bdi>
                      <span className="soft small block">{t.forms[row.form]}</span>
                    </>
                  ),
                },
                {
                  key: "decision",
                  head: t.book.decision,
                  cell: (row) => (
                    <>
                      <Ltr>{row.number || "–"}</Ltr>
                      {row.decidedOn && (
                        <span className="soft small block">
                          <Ltr>{formatDay(row.decidedOn)}</Ltr>
                        </span>
                      )}
                      {row.revoked && <Status tone="danger">{t.revoked}</Status>}
                    </>
                  ),
                },
              ]}
            />
            {total > honoursPerPage && (
              <Pagination
                summary={rows.length > 0 && t.rollShown(first, first + rows.length - 1, total)}
                previous={page > 1 ? pageHref(Math.min(page - 1, Math.ceil(total / honoursPerPage))) : null}
                next={page * honoursPerPage < total ? pageHref(page + 1) : null}
              />
            )}
          </Panel>
        </>
      )}
    </Page>
  );
}
